"""Organisations and people as one line: logo or initial, name, and what they are."""

from __future__ import annotations

import zlib
from typing import Any

from pumasi.web.templatetags._library import part, register
from pumasi.web.templatetags.parts.words import _found

HUES = 10
LEGAL_FORMS = ("(주)", "㈜", "주식회사", "(재)", "재단법인", "(사)", "사단법인", "The ")


def _initial(name: str) -> str:
    for form in LEGAL_FORMS:
        name = name.removeprefix(form).strip()
    return name[:1].upper()


def _face(thing: object, *, picture: str) -> dict[str, Any]:
    name = _found(thing, "name")
    seed = str(part(thing, "slug") or part(thing, "pk") or part(thing, "id") or name.text)
    return {
        "name": name,
        "initial": _initial(name.text),
        "hue": zlib.crc32(seed.encode()) % HUES + 1,
        "picture": part(thing, picture, ""),
        "url": part(thing, "url", ""),
    }


@register.inclusion_tag("components/avatar.html")
def avatar(thing: object, size: str = "medium") -> dict[str, Any]:
    """Show a logo, or the first letter on a lasting colour: {% avatar organisation size="large" %}.

    `thing` has name (or name_ko, name_en), may have logo_url and slug, pk or id.
    `size`: small, medium, large.
    """
    return {**_face(thing, picture="logo_url"), "size": size}


@register.inclusion_tag("components/organisation.html")
def organisation(
    thing: object, sub: str | None = None, url: str = "", size: str = "medium"
) -> dict[str, Any]:
    """Show an organisation as a line: {% organisation org sub=org.kind_text url=org.address %}.

    The second line is `sub`, else the organisation's kind_text; sub="" leaves it out.
    """
    face = _face(thing, picture="logo_url")
    return {
        **face,
        "url": url or face["url"],
        "size": size,
        "sub": part(thing, "kind_text", "") if sub is None else sub,
    }


@register.inclusion_tag("components/person.html")
def person(thing: object, url: str = "", sub: str = "", *, hidden: bool = False) -> dict[str, Any]:
    """Show a person as a line: {% person contact %}; hidden=True for those who did not agree to be named.

    `thing` has name, may have title, organisation, photo_url, url.
    """
    if hidden:
        return {"hidden": True}
    face = _face(thing, picture="photo_url")
    told = [str(part(thing, name)) for name in ("title", "organisation") if part(thing, name)]
    return {**face, "url": url or face["url"], "sub": sub or " · ".join(told)}

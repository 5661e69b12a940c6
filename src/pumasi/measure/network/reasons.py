"""Reasons of an introduction in words: labels with their shares, and one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pumasi.commons.members.models import Organisation

# What a reason says beside its label.
SAID: dict[str, Callable[[], str]] = {
    "contact": lambda: _("you have both met"),
    "series": lambda: _("They come to the same gatherings"),
    "topic": lambda: _("what you both work on"),
    "offer": lambda: _("they offer it"),
    "need": lambda: _("they look for it"),
    "types": lambda: _("Organisations of your two types often meet here"),
    "towns": lambda: _("Organisations of your two towns often meet here"),
}


def in_words(
    kept: list[dict[str, Any]], names: Mapping[int, Organisation] | None = None
) -> list[dict[str, Any]]:
    """Reasons as an introduction keeps them: each with a label and its share of the score, in the reader's language.

    `names` are the contacts, where they are at hand already.
    """
    language = (get_language() or "ko")[:2]
    if names is None:
        names = Organisation.objects.in_bulk([one["id"] for one in kept if "id" in one])
    found = []
    for one in kept:
        label = str(names.get(one["id"], "")) if "id" in one else one.get(language) or one.get("en", "")
        if "id" in one and not label:
            continue
        said = SAID[one["kind"]]()
        text = said if label and one["kind"] != "contact" else ""
        found.append({"kind": one["kind"], "label": label or said, "text": text, "share": one["share"]})
    return found


def one_sentence(kept: list[dict[str, Any]]) -> str:
    """Why, in one sentence for the asking side."""
    found = in_words(kept)
    contacts = [one["label"] for one in found if one["kind"] == "contact"]
    words = {one["kind"]: one["label"] for one in reversed(found)}
    if len(contacts) > 1:
        names = {"first": contacts[0], "second": contacts[1]}
        return _once(_("You have both met %(first)s and %(second)s.") % names)
    if contacts:
        return _once(_("You have both met %(first)s.") % {"first": contacts[0]})
    others = {
        "offer": _("They offer: %(what)s."),
        "need": _("They look for: %(what)s."),
        "topic": _("Both of you are busy with %(what)s."),
        "series": "%(what)s.",
    }
    for kind, sentence in others.items():
        if kind in words:
            return _once(sentence % {"what": words[kind]})
    return _("The cluster office suggests this introduction.")


def _once(sentence: str) -> str:
    """End with one full stop, also after a name such as "Inc."."""
    return sentence.replace("..", ".")

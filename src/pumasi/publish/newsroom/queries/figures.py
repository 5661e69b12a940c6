"""Figures that texts quote: those on record here, and those that other rooms state, with the rows behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pumasi.commons.claims import api as claims
from pumasi.commons.members.models import Cluster
from pumasi.kit.bilingual import read
from pumasi.kit.numbers import grouped
from pumasi.publish.newsroom.models import Claim, Edition
from pumasi.publish.newsroom.text import Block, html, quoted

PHRASES = {"ko": "{m}곳 중 {n}곳({p}%)", "en": "{n} of {m} ({p}%)"}


def said(claim: Claim, language: str) -> str:
    """A figure in its approved words."""
    return _phrased(getattr(claim, f"phrase_{language}", ""), claim.numerator, claim.denominator, language)


def _phrased(form: str, numerator: Decimal, whole: Decimal | None, language: str) -> str:
    """A part of a whole, or a plain number, in the form given or in the usual one of the language."""
    form = form or ("{n}" if whole is None else PHRASES.get(language, "{n} / {m} ({p}%)"))
    words = {
        "{n}": _number(numerator),
        "{m}": _number(whole) if whole is not None else "",
        "{p}": _number(numerator / whole * 100, 0) if whole else "",
    }
    for mark, value in words.items():
        form = form.replace(mark, value)
    return form


def _number(value: Decimal, places: int | None = None) -> str:
    rounded = round(value, places) if places is not None else value.normalize()
    return grouped(rounded) if rounded == rounded.to_integral_value() else f"{rounded:f}"


def _known(cluster: Cluster, keys: set[str], language: str) -> dict[str, tuple[str, str]]:
    """Words and origin of each of `keys` that is known: two questions for any number of them."""
    if not keys:
        return {}
    known = {
        one.key: (said(one, language), f"{read(one, 'source', language)} · {one.as_of.isoformat()}")
        for one in Claim.objects.filter(cluster=cluster, key__in=keys)
    }
    for one in claims.figures(cluster, "public").filter(key__in=keys - set(known)):
        whole = None if one.denominator is None else Decimal(str(one.denominator))
        told = _phrased("", Decimal(str(one.numerator)), whole, language)
        known[one.key] = (told, str(read(one, "definition", language)))
    return known


def speaker(cluster: Cluster, keys: set[str], language: str) -> Callable[[str], str]:
    """Words for each of `keys`."""
    known = _known(cluster, keys, language)
    return lambda key: known.get(key, ("", ""))[0]


def marked(cluster: Cluster, keys: set[str], language: str) -> Callable[[str], SafeString]:
    """The same as HTML: the words, with where they come from for whoever presses them."""
    told = {
        key: format_html('<data class="quoted-figure" value="{}" title="{}">{}</data>', key, about, words)
        for key, (words, about) in _known(cluster, keys, language).items()
    }
    return lambda key: told.get(key, format_html("[{}]", key))


def as_html(cluster: Cluster, blocks: Sequence[Block], language: str) -> SafeString:
    """Blocks as HTML with the figures that they quote."""
    return html(blocks, marked(cluster, quoted(blocks), language))


def quoting(claim: Claim) -> list[Edition]:
    """Editions that quote a figure by its key, as written or as shown."""
    mark = "{figure:" + claim.key + "}"
    found = Edition.objects.filter(item__cluster=claim.cluster_id).select_related("item")
    rows = found.extra(
        where=["(newsroom_edition.blocks::text LIKE %s OR newsroom_edition.shown_blocks::text LIKE %s)"],
        params=[f"%{mark}%"] * 2,
    )
    return [
        one
        for one in rows.order_by("-publish_at", "pk")
        if claim.key in quoted(one.blocks) | quoted(one.shown_blocks)
    ]

"""Figures that texts quote: those on record here, and those that other rooms state, with the rows behind them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pumasi.commons.claims import api as claims
from pumasi.commons.members.models import Cluster
from pumasi.kit.bilingual import read
from pumasi.kit.numbers import grouped
from pumasi.publish.newsroom.models import Claim, Edition
from pumasi.publish.newsroom.text import quoted

PHRASES = {"ko": "{m}곳 중 {n}곳({p}%)", "en": "{n} of {m} ({p}%)"}
SHARES = ("{n} / {m} ({p}%)", "{n}")


def said(claim: Claim, language: str) -> str:
    """A figure in its approved words."""
    whole = claim.denominator
    form = getattr(claim, f"phrase_{language}", "") or (
        "{n}" if whole is None else PHRASES.get(language, SHARES[0])
    )
    share = _number(claim.numerator / whole * 100, 0) if whole else ""
    words = {
        "{n}": _number(claim.numerator),
        "{m}": _number(whole) if whole is not None else "",
        "{p}": share,
    }
    for mark, value in words.items():
        form = form.replace(mark, value)
    return form


def _number(value: Decimal, places: int | None = None) -> str:
    rounded = round(value, places) if places is not None else value.normalize()
    return grouped(rounded) if rounded == rounded.to_integral_value() else f"{rounded:f}"


def speaker(cluster: Cluster, keys: set[str], language: str) -> Callable[[str], str]:
    """Words for each of `keys`: two questions for any number of them."""
    words = {one.key: said(one, language) for one in _claims(cluster, keys)}
    for one in _stated(cluster, keys - set(words)):
        value = (
            grouped(one.numerator)
            if one.denominator is None
            else f"{grouped(one.numerator)} / {grouped(one.denominator)}"
        )
        words[one.key] = value
    return lambda key: words.get(key, "")


def marked(cluster: Cluster, keys: set[str], language: str) -> Callable[[str], SafeString]:
    """The same as HTML: the words, with where they come from for whoever presses them."""
    if not keys:
        return lambda key: format_html("{{figure:{}}}", key)
    told: dict[str, SafeString] = {}
    for one in _claims(cluster, keys):
        about = f"{read(one, 'source', language)} · {one.as_of.isoformat()}"
        told[one.key] = format_html(
            '<data class="quoted-figure" value="{}" title="{}">{}</data>', one.key, about, said(one, language)
        )
    for stated in _stated(cluster, keys - set(told)):
        value = (
            grouped(stated.numerator)
            if stated.denominator is None
            else f"{grouped(stated.numerator)} / {grouped(stated.denominator)}"
        )
        told[stated.key] = format_html(
            '<data class="quoted-figure" value="{}" title="{}">{}</data>',
            stated.key,
            read(stated, "definition", language),
            value,
        )
    return lambda key: told.get(key, format_html("[{}]", key))


def _claims(cluster: Cluster, keys: set[str]) -> list[Claim]:
    return list(Claim.objects.filter(cluster=cluster, key__in=keys)) if keys else []


def _stated(cluster: Cluster, keys: set[str]) -> list[Any]:
    return list(claims.figures(cluster, "public").filter(key__in=keys)) if keys else []


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

"""What the maps of surveys show: clusters asked in each country, those that name a factor, and clusters that are measured here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pumasi.commons.members.models import Cluster
from pumasi.kit.asked import language_of
from pumasi.kit.countries import country_name
from pumasi.kit.spots import Spot
from pumasi.measure.observatory import words
from pumasi.measure.observatory.models import Surveyed


def asked_by_country(asked: Iterable[Surveyed], naming: Iterable[Surveyed] | None = None) -> list[Spot]:
    """A circle for each country: how many clusters were asked there, filled by how many of them name a factor (none: all)."""
    there = Counter(one.country for one in asked)
    named = there if naming is None else Counter(one.country for one in naming)
    return [
        Spot(_told(code, named[code], n, whole=naming is None), named[code], n, country=code)
        for code, n in there.items()
    ]


def _told(code: str, k: int, n: int, *, whole: bool) -> str:
    language = language_of()
    country = country_name(code, language)
    if whole:
        return f"{country}: {n}곳" if language == "ko" else f"{country}: {n}"
    return f"{country}: {words.named_of(k, n, language)}"


def measured_here(known: Sequence[Cluster], chosen: Iterable[Cluster]) -> list[Spot]:
    """A circle for each cluster whose place is known, filled where it stands in the comparison."""
    picked = {one.pk for one in chosen}
    return [
        Spot(str(one.name), float(one.pk in picked), 1.0, one.country, one.latitude, one.longitude)
        for one in known
        if one.latitude is not None or one.country
    ]

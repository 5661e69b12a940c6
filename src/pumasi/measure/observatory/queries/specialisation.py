"""In what a region is specialised: the share of each industry among its people at work, beside the share in the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pumasi.commons.members.models import Cluster
from pumasi.engine.statistics.specialisation import common_groups, location_quotient
from pumasi.kit.bilingual import Words, columns, read
from pumasi.measure.observatory.models import Employment, EmploymentTable
from pumasi.measure.observatory.schemes import COMMON, SCHEMES, depth

# Of fewer people in the region a quotient is not told: one firm more or less would turn it over.
FEWEST = 10
# People in the region and in the whole.
Counts = tuple[int | None, int | None]


@dataclass(frozen=True)
class Named:
    """An industry by its code, and what it is called in both languages."""

    code: str
    name_ko: str
    name_en: str

    @property
    def name(self) -> Words:
        """What it is called, in the reader's language."""
        return read(self, "name")


@dataclass(frozen=True)
class Industry(Named):
    """An industry in the region and in the whole: people, shares, and how many times the one share is the other.

    ``quotient`` is None where a number is held back (``held_back``) or fewer than ``FEWEST`` people work here (``few``).
    """

    here: int | None
    there: int | None
    share_here: float | None
    share_there: float | None
    quotient: float | None

    @property
    def held_back(self) -> bool:
        """Say whether the source keeps a number of it to itself."""
        return self.here is None or self.there is None

    @property
    def few(self) -> bool:
        """Say whether too few people work in it here."""
        return self.here is not None and self.here < FEWEST


@dataclass(frozen=True)
class Row(Named):
    """The quotients of an industry, a cell for each table."""

    cells: list[float | None]


@dataclass(frozen=True)
class Beside:
    """The quotients of several tables side by side; `scheme` says whose codes they are."""

    scheme: str
    tables: list[EmploymentTable]
    rows: list[Row]

    def lines(self) -> Iterator[tuple[Row, list[tuple[EmploymentTable, float | None]]]]:
        """Each row with its cells, each beside the table that it is of."""
        return ((row, list(zip(self.tables, row.cells, strict=True))) for row in self.rows)


def tables_of(cluster: Cluster) -> list[EmploymentTable]:
    """The tables of a cluster, the latest year first."""
    return list(EmploymentTable.objects.filter(cluster=cluster))


def latest() -> list[EmploymentTable]:
    """The latest table of each cluster that has one, by the cluster's address."""
    found = EmploymentTable.objects.order_by("cluster__slug", "-year", "-pk").distinct("cluster__slug")
    return list(found.select_related("cluster"))


def industries(table: EmploymentTable) -> list[Industry]:
    """The industries of a table: the most specialised first, those without a quotient last."""
    found = [_industry(table, one) for one in table.industries.all()]  # type: ignore[attr-defined]
    return sorted(found, key=lambda one: _order(one.quotient, one.code))


def _industry(table: EmploymentTable, row: Employment) -> Industry:
    return Industry(
        row.code, *_names(row), row.here, row.there,
        None if row.here is None else row.here / table.all_here,
        None if row.there is None else row.there / table.all_there,
        _quotient(table, row.here, row.there),
    )  # fmt: skip


def _quotient(table: EmploymentTable, here: int | None, there: int | None) -> float | None:
    if here is None or there is None or here < FEWEST:
        return None
    return location_quotient(here, table.all_here, there, table.all_there)


def beside(tables: Sequence[EmploymentTable]) -> Beside:
    """Tables side by side: by their own codes where all have the same ones, else by the divisions of ISIC Rev. 4.

    Divisions that one of the classifications cannot tell apart are counted together; a group of which a table holds back or does not
    list a part has no quotient there. Only tables of two digits are told in ISIC.
    """
    rows = {one.pk: list(one.industries.all()) for one in tables}  # type: ignore[attr-defined]
    counts = {pk: {row.code: (row.here, row.there) for row in found} for pk, found in rows.items()}
    depths = {depth(code) for found in counts.values() for code in found}
    if len({one.scheme for one in tables}) == 1 and len(depths) <= 1:
        named = {row.code: _names(row) for found in rows.values() for row in found}
        return _grid(tables[0].scheme, tables, named, counts)
    schemes = {one.pk: SCHEMES[one.scheme] for one in tables}
    groups = common_groups([one.divisions for one in schemes.values()])
    names: dict[str, tuple[str, str]] = {}
    cells: dict[int, dict[str, Counts]] = {one.pk: {} for one in tables}
    for group in sorted(set(groups.values()), key=sorted):
        for one in tables:
            needed = schemes[one.pk].needed(group)
            if needed and needed <= set(counts[one.pk]):
                code = " ".join(sorted(group))
                cells[one.pk][code] = _together([counts[one.pk][each] for each in needed])
                names.setdefault(code, _named([row for row in rows[one.pk] if row.code in needed]))
    return _grid(COMMON, tables, names, cells)


def _together(parts: Sequence[Counts]) -> Counts:
    """The people of several divisions; none where a number of one of them is held back."""
    here, there = ([one[at] for one in parts] for at in (0, 1))
    return _sum(here), _sum(there)


def _sum(counts: Sequence[int | None]) -> int | None:
    known = [one for one in counts if one is not None]
    return sum(known) if len(known) == len(counts) else None


def _names(row: Employment) -> tuple[str, str]:
    ko, en = (str(getattr(row, one)) for one in columns("name"))
    return ko, en


def _named(rows: Sequence[Employment]) -> tuple[str, str]:
    """What several industries are called together."""
    ko, en = (", ".join(filter(None, names)) for names in zip(*map(_names, rows), strict=True))
    return ko, en


def _grid(
    scheme: str,
    tables: Sequence[EmploymentTable],
    named: Mapping[str, tuple[str, str]],
    cells: Mapping[int, Mapping[str, Counts]],
) -> Beside:
    rows = [
        Row(code, ko, en, [_quotient(one, *cells[one.pk].get(code, (None, None))) for one in tables])
        for code, (ko, en) in named.items()
    ]
    # Years are read by the last one, clusters by the one whose page it is.
    last = -1 if len({one.cluster_id for one in tables}) == 1 else 0
    return Beside(scheme, list(tables), sorted(rows, key=lambda row: _order(row.cells[last], row.code)))


def _order(quotient: float | None, code: str) -> tuple[bool, float, str]:
    """The most specialised first, those without a quotient last."""
    return quotient is None, -(quotient or 0), code

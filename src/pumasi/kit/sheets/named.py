"""Lists that know which columns they need: rows by what stands in them, whatever an office calls its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pumasi.kit.said import Said
from pumasi.kit.sheets.cells import Problem, Value, shown
from pumasi.kit.sheets.header import header_at, row_with
from pumasi.kit.sheets.model import Row
from pumasi.kit.sheets.read import read
from pumasi.kit.sheets.vocabulary import plain_heading

Named = tuple[Row, dict[str, Value]]


def named_rows(
    body: bytes,
    filename: str,
    *,
    meant: Mapping[str, str],
    needs: Callable[[set[str]], object],
    lacking: tuple[Said, Said],
    totals: bool = False,
) -> Iterator[Named | Problem]:
    """Give each row of every sheet that is shown, with its values by what they mean, or what is wrong with a sheet.

    `meant` tells by a folded heading what stands below it; `needs` says whether a row of headings means enough; `lacking` is
    said, with its remedy, of a sheet without such a row. Rows with nothing in the columns known are passed over.
    Raises Refused for what is no table at all.
    """
    for sheet in read(body, filename):
        if sheet.hidden or not any(sheet.cells):
            continue
        first = row_with(
            sheet.filled, lambda headings: needs({meant[one] for one in headings if one in meant})
        )
        if first is None:
            yield Problem(sheet.place, *lacking, severe=True)
            continue
        header = header_at(sheet.cells, sheet.merges, sheet.filled, first)
        known = {name: meant[plain_heading(name)] for name in header.names if plain_heading(name) in meant}
        for row in sheet.rows_below(header, totals=totals):
            told = {what: row.get(name) for name, what in known.items()}
            if any(shown(value).strip() for value in told.values()):
                yield row, told

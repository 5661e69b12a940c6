"""Workbooks (.xlsx): read in one pass without holding the file, with merged areas and formulas told."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from pumasi.kit.particles import with_particle
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets.cells import Line, Merge, Place, Problem, Value, blank, letter, trimmed
from pumasi.kit.sheets.limits import Counter, Limits, check_unpacked

CHUNK = 1 << 20
TAIL = 400  # longer than any mergeCell element
MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:]+)\"")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


@dataclass
class Raw:
    """One worksheet as it stands in the file."""

    name: str
    hidden: bool
    lines: list[Line]
    merges: list[Merge]
    told: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup of a worksheet shows before it is read."""

    merges: list[Merge]
    formulas: bool


def read_xlsx(source: Path | bytes, filename: str, limits: Limits) -> list[Raw]:
    """Read every worksheet, hidden ones too. Raises Refused for damage and for files too big."""
    try:
        with ZipFile(_open(source)) as archive:
            check_unpacked(archive, filename, limits)
            return _sheets(source, archive, filename, limits)
    except (
        BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        EOFError,
        OSError,
        AttributeError,
        TypeError,
    ) as fault:
        raise _damaged(filename) from fault


def _open(source: Path | bytes) -> Path | io.BytesIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source


def _damaged(filename: str) -> Refused:
    return Refused(
        "{file} is damaged or was not fully copied. Open it in Excel, save it once more and choose it again.",
        "{subject} 손상되었거나 끝까지 복사되지 않았습니다. 엑셀에서 열어 다시 저장한 뒤 올려 주십시오.",
        file=filename,
        subject=with_particle(filename, "이"),
    )


def _sheets(source: Path | bytes, archive: ZipFile, filename: str, limits: Limits) -> list[Raw]:
    counter = Counter(filename, limits)
    values: Any = load_workbook(_open(source), read_only=True, data_only=True)
    sheets = []
    for sheet in values.worksheets:
        markup = _markup(archive, sheet._worksheet_path, filename)  # noqa: SLF001  # no public name for it
        lines = list(_lines(sheet, counter))
        raw = Raw(sheet.title, sheet.sheet_state != "visible", lines, markup.merges)
        raw.told += _take_out_errors(raw, filename)
        if markup.formulas:
            raw.told += _without_value(source, raw, filename)
        sheets.append(raw)
    values.close()
    return sheets


def _markup(archive: ZipFile, path: str, filename: str) -> Markup:
    merges: dict[str, None] = {}
    formulas = False
    with archive.open(path) as stream:
        rest = b""
        while chunk := stream.read(CHUNK):
            seen = rest + chunk
            if ENTITY.search(seen):
                raise _damaged(filename)
            merges |= dict.fromkeys(found.decode() for found in MERGE.findall(seen))
            formulas = formulas or bool(FORMULA.search(seen))
            rest = seen[-TAIL:]
    return Markup([_merge(area) for area in merges], formulas)


def _merge(area: str) -> Merge:
    left, top, right, bottom = range_boundaries(area)
    return Merge(int(top or 1) - 1, int(left or 1) - 1, int(bottom or 1) - 1, int(right or 1) - 1)


def _lines(sheet: Any, counter: Counter) -> Iterator[Line]:
    sheet.reset_dimensions()  # the stated size is often wrong; trust the rows
    for row in sheet.iter_rows(values_only=True):
        line = trimmed(tuple(_value(found) for found in row))
        counter.add(filled=sum(not blank(found) for found in line), seen=len(row) + 1)
        yield line


def _value(found: object) -> Value:
    if found is None or isinstance(found, str | int | float | date | datetime | time):
        return found
    return str(found)


ERRORS = {
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
}
FAILED = Said("The formula in this cell gives the error {value}.", "이 셀의 수식 결과가 오류({value})입니다.")
EMPTY = Said("This cell holds a formula without a stored result.", "이 셀의 수식에 저장된 결과값이 없습니다.")
AS_VALUE = Said(
    "Open the file in Excel and save it, or paste the column as values.",
    "엑셀에서 열어 다시 저장하거나, 해당 열을 ‘값 붙여넣기’로 바꾸어 주십시오.",
)


def _take_out_errors(raw: Raw, filename: str) -> list[Problem]:
    told = []
    for at, line in enumerate(raw.lines):
        bad = [column for column, value in enumerate(line) if isinstance(value, str) and value in ERRORS]
        if not bad:
            continue
        raw.lines[at] = trimmed(tuple(None if column in bad else value for column, value in enumerate(line)))
        for column in bad:
            wrong = Said(*(text.format(value=line[column]) for text in FAILED))
            told.append(Problem(Place(filename, raw.name, at + 1, letter(column)), wrong, AS_VALUE))
    return told


def _without_value(source: Path | bytes, raw: Raw, filename: str) -> list[Problem]:
    formulas = load_workbook(_open(source), read_only=True, data_only=False)
    sheet: Any = formulas[raw.name]
    sheet.reset_dimensions()
    told = []
    for at, row in enumerate(sheet.iter_rows()):
        line = raw.lines[at] if at < len(raw.lines) else ()
        for column, found in enumerate(row):
            missing = column >= len(line) or line[column] is None
            if missing and found.data_type == "f":
                told.append(Problem(Place(filename, raw.name, at + 1, letter(column)), EMPTY, AS_VALUE))
    formulas.close()
    return told

"""The door to files: look at what a file really is, and read it or say why not."""

from __future__ import annotations

import io
import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from pumasi.kit.particles import with_particle
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.csvfile import read_csv
from pumasi.kit.sheets.limits import LIMITS, Limits, check_size
from pumasi.kit.sheets.model import Sheet
from pumasi.kit.sheets.xlsxfile import read_xlsx

OLE = b"\xd0\xcf\x11\xe0"
HEAD = 4096


def read(source: Path | str | bytes, filename: str = "", *, limits: Limits = LIMITS) -> list[Sheet]:
    """Read a CSV or XLSX file into its sheets (hidden ones are marked; a CSV is one sheet named "").

    `source` is a path or the bytes; `filename` stands in messages. What the file is, its content says and not
    its name. Raises Refused with a remedy for other kinds of files, damage, and files too big.
    """
    place = Path(source) if isinstance(source, str | Path) else source
    name = filename or (place.name if isinstance(place, Path) else "file")
    check_size(place.stat().st_size if isinstance(place, Path) else len(place), name, limits)
    head = _head(place)
    if head.startswith(b"PK"):
        _refuse_other_archives(place, name)
        return [
            Sheet(name, raw.name, raw.lines, raw.merges, raw.hidden, raw.told)
            for raw in read_xlsx(place, name, limits)
        ]
    _refuse_other_kinds(head, name)
    data = place.read_bytes() if isinstance(place, Path) else place
    lines, told = read_csv(data, name, limits)
    return [Sheet(name, "", lines, told=told)]


def _head(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[:HEAD]
    with source.open("rb") as stream:
        return stream.read(HEAD)


def _refuse_other_archives(source: Path | bytes, name: str) -> None:
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    if not is_zipfile(stream):
        return  # a torn workbook; read_xlsx says so
    try:
        with ZipFile(stream) as archive:
            names = archive.namelist()
    except BadZipFile:
        return
    if "xl/workbook.xml" not in names:
        raise _other_kind(name)


def _refuse_other_kinds(head: bytes, name: str) -> None:
    if head.startswith(OLE):
        raise Refused(
            "{file} is an old Excel file (.xls) or locked with a password. Open it in Excel, take the "
            "password "
            "off and save it as a workbook (.xlsx).",
            "{topic} 예전 엑셀 형식(.xls)이거나 암호가 걸려 있습니다. 엑셀에서 열어 암호를 풀고 통합 "
            "문서(.xlsx)로 저장해 주십시오.",
            file=name,
            topic=with_particle(name, "은"),
        )
    if re.match(rb"\s*(?:<!doctype html|<html|<\?xml|<table|%PDF|\x89PNG|\xff\xd8)", head, re.IGNORECASE):
        raise _other_kind(name)
    if not head.strip():
        raise Refused(
            "{file} is empty. Choose the file that holds the list.",
            "{topic} 빈 파일입니다. 명단이 들어 있는 파일을 골라 주십시오.",
            file=name,
            topic=with_particle(name, "은"),
        )


def _other_kind(name: str) -> Refused:
    return Refused(
        "{file} is neither a CSV file nor an Excel workbook. Open it in the program it comes from and "
        "save the "
        "list as a workbook (.xlsx) or as CSV.",
        "{topic} CSV 파일도 엑셀 통합 문서도 아닙니다. 원래 프로그램에서 열어 통합 문서(.xlsx)나 "
        "CSV로 저장해 "
        "주십시오.",
        file=name,
        topic=with_particle(name, "은"),
    )

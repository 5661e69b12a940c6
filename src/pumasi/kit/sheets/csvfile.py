"""CSV files as offices really send them: encodings, delimiters and quotes found out, not asked."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter as Tally
from itertools import islice

from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets.cells import Line, Place, Problem, blank, trimmed
from pumasi.kit.sheets.disarm import undone
from pumasi.kit.sheets.limits import Counter, Limits

DELIMITERS = ",;\t|"
SAMPLE = 60  # records looked at to find the delimiter
LONGEST_QUOTE = 200  # lines in one quoted cell; more means that a quote was left open
MARKS = [
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
]


def decode(data: bytes, filename: str) -> tuple[str, str]:
    """Decode a text file; give the text and the encoding found. Raises Refused, naming the row.

    Tried in order: byte order marks, UTF-16 without one, UTF-8, CP949 (Korean Excel), Windows-1252.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, filename), encoding
    if sixteen := _utf_16_without_mark(data):
        return _strictly(data, sixteen, filename), sixteen
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        return _decode_older(data, filename, broken_at(data, fault.start))


def _decode_older(data: bytes, filename: str, broken: int) -> tuple[str, str]:
    try:
        return data.decode("cp949"), "cp949"
    except UnicodeDecodeError:
        if not _western(data):
            raise _unreadable(filename, broken) from None
    return data.decode("cp1252", "replace"), "cp1252"


def broken_at(data: bytes, at: int) -> int:
    """Give the row (from 1) in which a byte stands."""
    return data.count(b"\n", 0, at) + 1


def _strictly(data: bytes, encoding: str, filename: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _unreadable(filename, broken_at(data, fault.start)) from None


def _unreadable(filename: str, row: int) -> Refused:
    return Refused(
        "{file}: row {row} holds signs in no known encoding; the file may be damaged. Open it in Excel and "
        "save it as “CSV UTF-8” or as a workbook (.xlsx).",
        "{file}: {row}행의 글자를 읽을 수 없습니다. 파일이 손상되었을 수 있습니다. 엑셀에서 열어 ‘CSV "
        "UTF-8’이나 "
        "통합 문서(.xlsx)로 다시 저장해 주십시오.",
        file=filename,
        row=row,
    )


def _utf_16_without_mark(data: bytes) -> str | None:
    head = data[:2000]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    return "utf-16-le" if odd > even else "utf-16-be"


def _western(data: bytes) -> bool:
    # Only letters of western Europe between plain ones, else it is damage and not an encoding.
    high = Tally(byte for byte in data if byte >= 0x80)
    letters = sum(count for byte, count in high.items() if byte >= 0xC0 and byte not in {0xD7, 0xF7})
    return sum(high.values()) * 4 < len(data) and letters * 10 >= sum(high.values()) * 8


def delimiter_of(text: str) -> str:
    """Find the delimiter: the one that cuts most records into the same number of columns, and into many.

    A first line "sep=;" decides. Without any delimiter a comma is as good as another.
    """
    if stated := re.match(r"sep=(.)\r?\n", text, re.IGNORECASE):
        return stated[1]
    head = text[:200_000]
    scores = {sign: _evenness(head, sign) for sign in DELIMITERS}
    best = max(scores, key=lambda sign: scores[sign])
    return best if scores[best] > 0 else ","


def _evenness(head: str, sign: str) -> float:
    try:
        records = [
            record
            for record in islice(csv.reader(io.StringIO(head, newline=""), delimiter=sign), SAMPLE)
            if record
        ]
    except csv.Error:
        return 0.0
    widths = Tally(len(record) for record in records)
    if not widths:
        return 0.0
    return max(count / len(records) * math.log(width) for width, count in widths.items())


def read_csv(data: bytes, filename: str, limits: Limits) -> tuple[list[Line], list[Problem]]:
    """Read a CSV file into lines of texts and what is to be told about it. Raises Refused."""
    text, encoding = decode(data, filename)
    told = [_western_note(filename)] if encoding == "cp1252" else []
    if re.match(r"sep=.\r?\n", text, re.IGNORECASE):
        sign, text = delimiter_of(text), text.split("\n", 1)[1]
    else:
        sign = delimiter_of(text)
    return _lines(text.replace("\x00", ""), sign, filename, limits), told


def _lines(text: str, sign: str, filename: str, limits: Limits) -> list[Line]:
    counter = Counter(filename, limits)
    lines: list[Line] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            counter.add(filled=sum(not blank(value) for value in record), seen=len(record))
            lines.append(trimmed(tuple(undone(value) or None for value in record)))
            _refuse_open_quote(record, len(lines), filename)
    except csv.Error:
        raise _open_quote(filename, len(lines) + 1) from None
    return lines


def _refuse_open_quote(record: list[str], row: int, filename: str) -> None:
    if any(value.count("\n") > LONGEST_QUOTE for value in record):
        raise _open_quote(filename, row)


def _open_quote(filename: str, row: int) -> Refused:
    return Refused(
        "{file}: a quotation mark that opens in row {row} is never closed. Close or delete it, or save the "
        "list as a workbook (.xlsx).",
        "{file}: {row}행에서 시작한 따옴표가 닫히지 않았습니다. 따옴표를 닫거나 지워 주시고, 어려우면 통합 "
        "문서(.xlsx)로 저장해 주십시오.",
        file=filename,
        row=row,
    )


def _western_note(filename: str) -> Problem:
    return Problem(
        Place(filename),
        Said(
            "The file was read in a western European encoding (Windows-1252).",
            "서유럽 문자 부호(Windows-1252)로 읽었습니다.",
        ),
        Said(
            "Look at letters with accents; if they are wrong, save the file as “CSV UTF-8”.",
            "글자가 깨졌다면 ‘CSV UTF-8’로 다시 저장해 주십시오.",
        ),
    )

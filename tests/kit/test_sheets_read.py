"""Ugly files: whatever offices save as CSV or XLSX is read, or refused with what to do."""

import contextlib
import csv
import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pumasi.kit.refused import Refused
from pumasi.kit.sheets import Limits, read
from pumasi.kit.sheets.cells import column_of, letter


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def workbook(*rows, merges=()) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for area in merges:
        book.active.merge_cells(area)
    return saved(book)


def refusal(data: bytes, name: str = "list.csv", **options) -> Refused:
    with pytest.raises(Refused) as caught:
        read(data, name, **options)
    assert name in caught.value.text("en")
    assert name in caught.value.text("ko")
    return caught.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_encodings_and_delimiters(encoding, sign, end):
    text = end.join(
        [sign.join(["회사명", "이메일", "전화"]), sign.join([f'"새{sign}벽"', "a@example.com", "02"]), ""]
    )
    (sheet,) = read(text.encode(encoding), "list.csv")
    assert dict(sheet.rows[0].values) == {"회사명": f"새{sign}벽", "이메일": "a@example.com", "전화": "02"}


def test_a_path_is_as_good_as_bytes(tmp_path):
    path = tmp_path / "명단.csv"
    path.write_bytes("회사명,전화\n새벽,02\n".encode("cp949"))
    assert read(path)[0].rows[0].get("회사명") == "새벽"
    assert read(path)[0].rows[0].place("A").text("ko") == "명단.csv 2행 A열"


def test_short_files():
    assert read(b"name\nA\nB\n", "x.csv")[0].header.names == ("name",)
    assert [row.get("name") for row in read(b"name\nA\nB\n", "x.csv")[0].rows] == ["A", "B"]
    assert read("기업명".encode(), "x.csv")[0].rows == []


def test_decimal_commas_and_commas_in_text_do_not_mislead():
    text = "name;share;note\nA;12,5;first, second\nB;7,25;third, fourth, fifth\n"
    assert read(text.encode(), "x.csv")[0].header.names == ("name", "share", "note")


def test_a_stated_delimiter_decides():
    (sheet,) = read("sep=|\r\na,b|c,d\r\n1,2|3,4\r\n".encode("utf-8-sig"), "x.csv")
    assert sheet.header.names == ("a,b", "c,d")


def test_line_breaks_in_quotes_keep_the_row_numbers():
    (sheet,) = read('기업명,주소\n"새\n벽","서울\n강남"\n아침,부산\n'.encode(), "x.csv")
    assert [row.number for row in sheet.rows] == [2, 3]


def test_western_files_are_read_and_said():
    (sheet,) = read("Société;Ville\r\nCafé Zoé;Orléans\r\n".encode("cp1252"), "x.csv")
    assert sheet.rows[0].get("Société") == "Café Zoé"
    assert "Windows-1252" in sheet.problems[0].text("en")


def test_damage_names_its_row():
    data = "회사명,전화\n새벽,02\n".encode() + b"\xff\xfe\xfa\x80\x81,1\n"
    assert "row 3" in refusal(data).text("en")


def test_an_open_quote_names_its_row():
    data = b'name,note\nA,1\nB,"open\n' + b"C,2\n" * 300
    assert "row 3" in refusal(data).text("en")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"   \n", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"%PDF-1.7 ...", b"<html><table><tr><td>1</td></tr></table></html>",
        b"PK\x03\x04 torn off", b"\x89PNG\r\n",
    ],
)  # fmt: skip
def test_other_files_are_refused(data):
    assert refusal(data, "list.xlsx")


def test_other_archives_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "neither a CSV file nor" in refusal(stream.getvalue(), "list.xlsx").text("en")


def test_torn_workbooks_are_refused():
    whole = workbook(["name"], ["A"])
    assert "damaged" in refusal(whole[: len(whole) // 2], "list.xlsx").text("en")


def test_workbooks_with_broken_markup_are_refused():
    source, target = io.BytesIO(workbook(["name"], ["A"])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, data[:-40] if "sheet1" in entry else data)
    assert "damaged" in refusal(target.getvalue(), "list.xlsx").text("en")


def test_entities_are_not_expanded():
    source, target = io.BytesIO(workbook(["name"], ["A"])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
            new.writestr(entry, bomb + data if "sheet1" in entry else data)
    assert refusal(target.getvalue(), "list.xlsx")


def test_bombs_and_giants_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<w/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 3_000_000)
    small = Limits(unpacked_bytes=1_000_000)
    assert "unpack to 3 MB" in refusal(stream.getvalue(), "list.xlsx", limits=small).text("en")
    assert "Split it" in refusal(b"a,b\n" * 500_000, limits=Limits(file_bytes=1_000_000)).text("en")


@pytest.mark.parametrize("data", [b"a,b\n" * 60, None])
def test_too_many_cells_are_refused(data):
    data = data or workbook(*[["a", "b"]] * 60)
    assert "more than 100 cells" in refusal(data, limits=Limits(cells=100)).text("en")


def test_titles_blank_rows_and_totals_are_no_data():
    (sheet,) = read(
        workbook(
            ["2024년 입주기업 명단", None, None], [], ["연번", "기업명", "전화", None, None], [1, "새벽", "02"], [],
            ["연번", "기업명", "전화"], [2, "아침", "031"], ["합계", 2], ["- 이하 여백 -"],
        ),
        "x.xlsx",
    )  # fmt: skip
    assert sheet.header.names == ("연번", "기업명", "전화")
    assert [(row.number, row.get("기업명")) for row in sheet.rows] == [(4, "새벽"), (7, "아침")]


def test_headings_no_vocabulary_knows():
    (sheet,) = read(b"My list\n\nfoo,bar,baz\n1,x,2\n3,y,4\n", "x.csv")
    assert sheet.header.names == ("foo", "bar", "baz")


def test_no_headings_is_a_problem_with_a_remedy():
    (sheet,) = read(b"1,2\n3,4\n", "x.csv")
    assert sheet.header is None
    assert sheet.problems[0].severe
    assert "heading" in sheet.problems[0].text("en")


def test_repeated_headings_are_told_apart_and_reported():
    (sheet,) = read("기업명,전화,전화,\n새벽,1,2,3\n".encode(), "x.csv")
    assert sheet.header.names == ("기업명", "전화", "전화 (2)", "(D)")
    (problem,) = sheet.problems
    assert problem.place.text("ko") == "x.csv 1행 C열"


def test_merged_headings_give_names_and_merged_bodies_values():
    (sheet,) = read(
        workbook(
            ["기업명", "연락처", None], [None, "전화", "이메일"], ["새벽", "02", "a@example.com"], [None, "03", "b@example.com"],
            merges=["A1:A2", "B1:C1", "A3:A4"],
        ),
        "x.xlsx",
    )  # fmt: skip
    assert sheet.header.names == ("기업명", "연락처 / 전화", "연락처 / 이메일")
    assert [row.get("기업명") for row in sheet.rows] == ["새벽", "새벽"]


def test_formulas_without_result_and_errors_are_told():
    (sheet,) = read(workbook(["name", "total", "ref"], ["A", "=1+1", "#REF!"]), "x.xlsx")
    assert {problem.place.column for problem in sheet.problems} == {"B", "C"}
    assert sheet.rows[0].get("ref") is None


def test_formulas_with_a_stored_result_are_values():
    source, target = io.BytesIO(workbook(["name", "total"], ["A", "=1+1"])), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            new.writestr(
                entry,
                old.read(entry)
                .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
                .replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"),
            )
    (sheet,) = read(target.getvalue(), "x.xlsx")
    assert sheet.rows[0].get("total") == 2
    assert sheet.problems == []


def test_hidden_and_empty_sheets():
    book = Workbook()
    book.active.append(["name"])
    book.active.append(["A"])
    book.create_sheet("old").sheet_state = "hidden"
    shown, hidden = read(saved(book), "x.xlsx")
    assert (shown.hidden, hidden.hidden) == (False, True)
    assert "empty" in hidden.problems[0].text("en")


def test_date_cells_stay_dates():
    (sheet,) = read(workbook(["name", "joined"], ["A", date(2024, 3, 5)]), "x.xlsx")
    assert sheet.rows[0].get("joined") == datetime(2024, 3, 5)  # noqa: DTZ001  # spreadsheets know no zone


@given(st.integers(0, 20_000))
def test_letters_count_columns(at):
    assert column_of(letter(at)) == at
    assert (letter(0), letter(25), letter(26), letter(701), letter(702)) == ("A", "Z", "AA", "ZZ", "AAA")


cells = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff"), max_size=12)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8), st.sampled_from([",", ";", "\t", "|"])
)
def test_whatever_is_written_as_csv_is_read_back(rows, sign):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerow(["기업명", "이메일", "전화"])
    writer.writerows(("x" + a, "y" + b, "z" + c) for a, b, c in rows)
    (sheet,) = read(stream.getvalue().encode("utf-8-sig"), "x.csv")
    assert [tuple(row.values.values()) for row in sheet.rows] == [
        ("x" + a, "y" + b, "z" + c) for a, b, c in rows
    ]


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(data):
    with contextlib.suppress(Refused):
        for sheet in read(data, "x.csv"):
            assert sheet.problems is not None
            assert sheet.rows is not None

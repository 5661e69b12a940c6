"""Member lists: cells read, columns guessed, error files that go back in."""

import io
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pumasi.kit.refused import Refused
from pumasi.kit.sheets import read
from pumasi.kit.sheets.columns import guess, mapping
from pumasi.kit.sheets.disarm import safe, undone
from pumasi.kit.sheets.kinds import guess_type, read_relation, read_type
from pumasi.kit.sheets.members import member_lines
from pumasi.kit.sheets.values import (
    find_date,
    read_date,
    read_email,
    read_list,
    read_number,
    read_time,
    read_web,
    strip_date,
)
from pumasi.kit.sheets.writer import error_file, write_csv, write_xlsx

DAY = date(2024, 3, 5)
LIST = """회원 명단 (2024),,,,,,,,
,,,,,,,,
No.,기업명,영문명,사업자 등록번호,구분,기술분야,담당자,E-mail,입주일
1,(주)새벽,Saebyeok Co.,123-45-67891,중소기업,"AI, 로봇",김하늘,a@example.com,2024. 3. 5.
2,아침대학교,Achim Univ.,123-45-67890,대학,바이오,이별,없음,3월 5일
3,,,,회사사,,박달,x@,2024. 13. 5.
"""


@pytest.mark.parametrize(
    "written",
    [
        "2024. 3. 5.", "2024.03.05", "24/3/5", "'24.3.5", "2024년 3월 5일", "20240305", 20240305, 45356, 45356.0, "45356",
        "2024-03-05 14:00", "3월 5일(화)", "3/5", "5 March 2024", "March 5th, 2024", "Mar 5, 2024", "２０２４．３．５",
        "2024.3.5(화) 14:00", "05/05/2024".replace("05/05", "5. 3"), DAY,
    ],
)  # fmt: skip
def test_dates_as_offices_write_them(written):
    if written == "5. 3/2024":
        with pytest.raises(Refused):
            read_date(written)
        return
    assert read_date(written, year=2024) == DAY


@pytest.mark.parametrize("written", [None, "", " ", "-", "없음", "미정"])
def test_no_date(written):
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("03/05/2024", "two ways"),
        ("2024-02-30", "no day of the calendar"),
        ("3월 5일(수)", "not that day of the week"),
        ("내일", "cannot be read as a date"),
        (17, "cannot be read as a date"),
    ],
)
def test_doubtful_dates_are_refused_with_a_remedy(written, says):
    with pytest.raises(Refused) as refusal:
        read_date(written, year=2024)
    assert says in refusal.value.text("en")
    assert "주십시오" in refusal.value.text("ko") or "두십시오" in refusal.value.text("ko")


def test_a_date_without_year_asks_for_it():
    with pytest.raises(Refused, match="no year"):
        read_date("3월 5일")


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_every_way_of_writing_a_day_reads_the_same(day):
    weekday = "월화수목금토일"[day.weekday()]
    ways = [
        f"{day.year}. {day.month}. {day.day}.", f"{day:%y}/{day.month}/{day.day}", f"{day.year}년 {day.month}월 {day.day}일",
        f"{day:%Y%m%d}", (day - date(1899, 12, 30)).days, f"{day:%B} {day.day}, {day.year}", day.isoformat(),
        f"{day.month}월 {day.day}일({weekday})",
    ]  # fmt: skip
    assert {read_date(way, year=day.year) for way in ways} == {day}


def test_times_and_titles():
    assert read_time("오후 2시 30분") == read_time("2:30 pm") == read_time("14:30~16:00") == time(14, 30)
    assert read_time("오전 12시") == time(0)
    assert read_time("2024-03-05") is None
    assert find_date("제3회 밋업 (2024. 3. 5. 화)") == DAY
    assert strip_date("AI 밋업 (3/5, 화)") == "AI 밋업"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1,234", 1234), ("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("12,5", "12.5"), ("3억 5천만원", 350_000_000),
        ("1만 2천", 12_000), ("₩1,000", 1000), ("(1,000)", -1000), ("−5", -5), ("64%", 64), ("25명", 25), (7, 7), (0.1, "0.1"),
        ("", None), ("-", None),
    ],
)  # fmt: skip
def test_numbers(written, number):
    assert read_number(written) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("written", ["abc", "1.2.3.4x", "여러 명"])
def test_broken_numbers_are_refused(written):
    with pytest.raises(Refused, match="cannot be read as a number"):
        read_number(written)


def test_the_decimal_sign_can_be_told():
    assert read_number("1,234", decimal=",") == Decimal("1.234")


def test_addresses_and_lists():
    assert read_email("김하늘 <Ha.Neul@Example.COM>") == "Ha.Neul@example.com"
    assert read_email("없음") is None
    assert read_web("www.example.org/ko") == "https://www.example.org/ko"
    assert read_list("AI, 로봇 / 센서·AI\n#배터리") == ["AI", "로봇", "센서", "배터리"]
    for broken in ("x@", "a b"):
        with pytest.raises(Refused):
            read_email(broken)
    with pytest.raises(Refused):
        read_web("홈페이지 준비 중")


def test_kinds_in_both_languages():
    assert read_type("중소기업") == read_type("SME") == "company"
    assert read_type("research_institute") == "research_institute"
    assert read_relation("입주 기업") == "resident"
    assert guess_type("새벽대학교병원") == "hospital"
    assert guess_type("(주)새벽") == "company"
    with pytest.raises(Refused):
        read_type("회사사")


def test_columns_are_guessed_from_headings_and_values():
    (sheet,) = read(LIST.encode("cp949"), "m.csv")
    guesses = guess(sheet)
    assert mapping(guesses) == {
        "name_ko": "B", "name_en": "C", "registration_number": "D", "type": "E", "tags": "F", "contact_name": "G",
        "email": "H", "joined_on": "I",
    }  # fmt: skip
    assert guesses[0].field is None
    assert guesses[1].samples == ("(주)새벽", "아침대학교", "")
    assert all(0 <= found.confidence <= 1 for found in guesses)


def test_english_headings_and_values_alone():
    (sheet,) = read(
        b"Organisation name,Type,E-mail address,Member since\nDawn Ltd,Company,a@example.com,2024-03-05\n",
        "m.csv",
    )
    assert mapping(guess(sheet)) == {"name_en": "A", "type": "B", "email": "C", "joined_on": "D"}
    (sheet,) = read(
        "가,나,다\n(주)새벽,a@example.com,123-45-67891\n㈜아침,b@example.com,1234567891\n".encode(), "m.csv"
    )
    assert mapping(guess(sheet)) == {"name_ko": "A", "email": "B", "registration_number": "C"}


def test_each_field_is_given_once():
    (sheet,) = read("기업명,회사명,이메일,이메일\n새벽,새벽,a@example.com,b@example.com\n".encode(), "m.csv")
    fields = [found.field for found in guess(sheet) if found.field]
    assert len(fields) == len(set(fields))


def test_rows_become_values_and_problems():
    (sheet,) = read(LIST.encode(), "m.csv")
    first, second, third = member_lines(sheet, mapping(guess(sheet)), year=2024)
    assert first.values == {
        "name_ko": "(주)새벽", "name_en": "Saebyeok Co.", "registration_number": "1234567891", "type": "company",
        "tags": ["AI", "로봇"], "contact_name": "김하늘", "email": "a@example.com", "joined_on": DAY,
    }  # fmt: skip
    assert not first.problems
    assert second.values["joined_on"] == DAY
    assert "registration_number" not in second.values
    assert not second.refused
    assert third.refused
    assert {problem.place.column for problem in third.problems} == {"E", "H", "I", ""}
    wrong = next(problem for problem in third.problems if problem.place.column == "I")
    assert (
        wrong.text("ko") == "m.csv 6행 I열: ‘2024. 13. 5.’는 달력에 없는 날짜입니다. 고치거나 비워 두십시오."
    )


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_error_file_goes_back_in(form):
    (sheet,) = read(LIST.encode(), "m.csv")
    lines = list(member_lines(sheet, mapping(guess(sheet)), year=2024))
    data = error_file(sheet, [problem for line in lines for problem in line.problems], "ko", form=form)
    (again,) = read(data, f"errors.{form}")
    assert again.header.names == (*sheet.header.names, "문제점", "조치 방법")
    assert [row.get("기업명") for row in again.rows] == ["아침대학교", None]
    assert mapping(guess(again)) == mapping(guess(sheet))


def test_broken_cells_are_red():
    (sheet,) = read(LIST.encode(), "m.csv")
    lines = list(member_lines(sheet, mapping(guess(sheet)), year=2024))
    data = error_file(sheet, [problem for line in lines for problem in line.problems], "en")
    page = load_workbook(io.BytesIO(data)).active
    assert page["D2"].fill.start_color.rgb.endswith("FDE2E1")
    assert page["B2"].fill.fill_type is None
    assert page["J1"].value == "What is wrong"


@pytest.mark.parametrize(
    "text", ["=1+1", "+82-2-000", "-1+2", "@SUM(A1)", "\t=1", "＝1", "|calc", "'=1", " =1"]
)
def test_formulas_are_disarmed(text):
    assert str(safe(text)).startswith("'")
    assert "=" not in write_csv(["a"], [[text]]).decode("utf-8-sig").split("\r\n")[1][:1]


@given(st.text(max_size=30))
def test_disarming_is_undone_by_reading(text):
    assert undone(str(safe(text))) == str(safe("x" + text))[1:]


def test_numbers_stay_numbers():
    assert [safe(value) for value in ("-5", "+3.5%", 7, None, "a=b")] == ["-5", "+3.5%", 7, None, "a=b"]


def test_workbooks_hold_texts_as_texts():
    data = write_xlsx(["이름", "값"], [["=1+1", 3], ["a\x01b", None]], sheet="a/b:c")
    page = load_workbook(io.BytesIO(data)).active
    assert (page["A2"].value, page["A2"].data_type, page["B2"].value) == ("=1+1", "s", 3)
    assert page["A3"].value == "ab"
    assert page.title == "a b c"


texts = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff"), min_size=1, max_size=10
)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_csv_round_trip(rows):
    data = write_csv(["기업명", "이메일"], [("x" + a, "=" + b) for a, b in rows])
    (sheet,) = read(data, "x.csv")
    assert [tuple(row.values.values()) for row in sheet.rows] == [("x" + a, "=" + b) for a, b in rows]

"""Attendance lists in their three layouts, and the two fictional workbooks with known answers."""

import io
from datetime import date, time

import pytest
from openpyxl import Workbook

from fixtures import workbooks
from pumasi.kit.lookalikes import lookalikes
from pumasi.kit.names import key
from pumasi.kit.sheets import read
from pumasi.kit.sheets.attendance import layout_of, read_attendance
from pumasi.kit.sheets.attendance.marks import attended
from pumasi.kit.sheets.columns import guess, mapping
from pumasi.kit.sheets.members import member_lines

DAY = date(2024, 3, 5)


def sheets_of(*rows, merges=(), title="Sheet1", name="a.xlsx"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for area in merges:
        book.active.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return read(stream.getvalue(), name)


@pytest.mark.parametrize(
    "mark", ["O", "o", "◯", "○", "✓", "✔", 1, "1", True, "참석", "지각", " 참 석 ", "Y", 2]
)
def test_marks_of_those_who_came(mark):
    assert attended(mark) is True


@pytest.mark.parametrize("mark", [None, "", "x", "X", "×", "불참", 0, "0", False, "-", "No"])
def test_marks_of_those_who_did_not(mark):
    assert attended(mark) is False


@pytest.mark.parametrize("mark", ["아마도", "김하늘", 45356, 1.5])
def test_other_words_are_no_marks(mark):
    assert attended(mark) is None


def test_one_row_per_person_and_event():
    sheets = sheets_of(
        ["행사명", "행사일", "장소", "소속", "성명", "이메일", "참석여부"],
        ["AI 밋업", "2024. 3. 5.", "2층", "새벽", "김하늘", "a@example.com", "O"],
        [None, None, None, "아침", "이별", None, "불참"],
        [None, None, None, "아침", "박달", None, "O"],
        ["바이오 밋업", 45357, None, "새벽", "김하늘 대표", None, "O"],
        [None, None, None, None, None, None, "O"],
    )
    found = read_attendance(sheets)
    first, second = found.gatherings
    assert layout_of(sheets[0]) == "rows"
    assert (first.title, first.starts_on, first.place) == ("AI 밋업", DAY, "2층")
    assert [(who.organisation, who.person, who.email, who.row) for who in first.attendees] == [
        ("새벽", "김하늘", "a@example.com", 2),
        ("아침", "박달", "", 4),
    ]
    assert (second.title, second.starts_on, len(second.attendees)) == ("바이오 밋업", date(2024, 3, 6), 1)
    assert [problem.place.row for problem in found.problems] == [6]


def test_a_sheet_that_is_one_event():
    (found,) = read_attendance(
        sheets_of(
            ["제3회 바이오 교류회 참석자 명단"], ["○ 일시: 2024. 3. 5.(화) 14:00~16:00"], ["○ 장소 : 창업동"], [],
            ["연번", "소속", "성명", "서명"], [1, "새벽", "김하늘"], [2, "새벽", "김하늘 대표"], [3, "아침"], ["합계", 3],
        )
    ).gatherings  # fmt: skip
    assert (found.title, found.starts_on, found.starts_at, found.place) == (
        "제3회 바이오 교류회",
        DAY,
        time(14),
        "창업동",
    )
    assert [(who.organisation, who.person) for who in found.attendees] == [("새벽", "김하늘"), ("아침", "")]


def test_an_event_in_english_with_labels_beside():
    (found,) = read_attendance(
        sheets_of(
            ["Event", "Spring mixer"],
            ["Date", DAY, "Venue", "Hall 2"],
            ["Affiliation", "Name"],
            ["Dawn Ltd", "Jan Smit"],
        )
    ).gatherings
    assert (found.title, found.starts_on, found.place) == ("Spring mixer", DAY, "Hall 2")


def test_a_date_in_the_name_of_the_sheet_takes_the_year_of_the_file():
    (found,) = read_attendance(
        sheets_of(["AI 밋업"], ["소속", "성명"], ["새벽", "김하늘"], title="3월 5일", name="2024 출석부.xlsx")
    ).gatherings
    assert found.starts_on == DAY


@pytest.mark.parametrize(
    ("rows", "merges"),
    [
        (
            [
                ["2024년 참석 현황"], ["소속", "성명", "AI 밋업", None, "교류회"], [None, None, DAY, date(2024, 4, 2), date(2024, 5, 7)],
                ["새벽", "김하늘", "O", "x", 1], ["아침", "이별", None, "✓", "?"],
            ],
            ["A1:E1", "A2:A3", "B2:B3", "C2:D2"],
        ),
        (
            [
                ["2024년 참석 현황"], [None, None, "AI 밋업", "AI 밋업", "교류회"], ["소속", "성명", "3/5", "4/2", "5/7"],
                ["새벽", "김하늘", "O", "x", 1], ["아침", "이별", None, "✓", "?"],
            ],
            [],
        ),
        (
            [
                ["2024년"], ["소속", "성명", "AI 밋업\n(3/5)", "AI 밋업\n(4/2)", "교류회 5월 7일(화)", "합계"],
                ["새벽", "김하늘", "O", "x", 1, 2], ["아침", "이별", None, "✓", "?", 1],
            ],
            [],
        ),
        (
            [
                ["2024년 참석 현황"], ["소속", "성명", "AI 밋업", "AI 밋업", "교류회"], [None, None, "3월 5일", "4월 2일", "5월 7일"],
                ["새벽", "김하늘", "O", "x", 1], ["아침", "이별", None, "✓", "?"],
            ],
            [],
        ),
    ],
)  # fmt: skip
def test_people_by_events(rows, merges):
    rows = [*rows, *(["노을", f"손님{at}", "O", "x", "O"] for at in range(20))]
    sheets = sheets_of(*rows, merges=merges)
    found = read_attendance(sheets)
    assert layout_of(sheets[0]) == "matrix"
    got = [(one.title, one.starts_on, len(one.attendees)) for one in found.gatherings]
    assert got == [("AI 밋업", DAY, 21), ("AI 밋업", date(2024, 4, 2), 1), ("교류회", date(2024, 5, 7), 21)]
    (problem,) = found.problems
    assert "“?” was not understood" in problem.text("en")


def test_signed_up_is_not_there():
    sheets = sheets_of(
        ["소속", "성명", "AI 밋업 (2024-03-05)", None, "교류회 (2024-05-07)", None], [None, None, "신청", "참석", "신청", "참석"],
        ["새벽", "김하늘", "O", "O", "O", None], ["아침", "이별", "O", None, None, None], ["노을", "박달", "O", "O", "O", "O"],
        merges=["A1:A2", "B1:B2", "C1:D1", "E1:F1"],
    )  # fmt: skip
    first, second = read_attendance(sheets).gatherings
    assert (first.title, first.starts_on, second.title) == ("AI 밋업", DAY, "교류회")
    assert [who.organisation for who in first.attendees] == ["새벽", "노을"]
    assert [who.organisation for who in second.attendees] == ["노을"]


def test_what_is_missing_is_asked_for():
    found = read_attendance(sheets_of(["소속", "성명"], ["새벽", "김하늘"], title="모임"))
    (gathering,) = found.gatherings
    assert (gathering.title, gathering.starts_on) == ("모임", None)
    assert any(problem.severe and "date" in problem.text("en") for problem in found.problems)
    nothing = read_attendance(sheets_of([1, 2], [3, 4]))
    assert nothing.gatherings == []
    assert nothing.problems[0].severe


def test_the_fictional_member_list():
    expected = workbooks.expected()
    assert (
        expected.rows,
        len(expected.exact_duplicates),
        len(expected.lookalikes),
        len(expected.variants),
    ) == (412, 3, 9, 31)
    (sheet,) = read(workbooks.member_workbook(), "members.xlsx")
    lines = list(member_lines(sheet, mapping(guess(sheet))))
    assert len(lines) == 412
    assert lines[0].place.row == workbooks.FIRST_ROW
    assert [line.problems for line in lines if line.problems] == []
    names = [str(line.values["name_ko"]) for line in lines]
    assert len({key(name) for name in names}) == 409
    pairs = lookalikes(names)
    assert sorted((pair.first, pair.second) for pair in pairs if pair.score == 1) == expected.exact_duplicates
    assert sorted((pair.first, pair.second) for pair in pairs if pair.score < 1) == expected.lookalikes


def test_the_fictional_sign_in_sheets():
    expected = workbooks.expected()
    sheets = [sheet for name, data in workbooks.attendance_workbooks().items() for sheet in read(data, name)]
    found = read_attendance(sheets)
    assert found.problems == []
    assert set(found.layouts.values()) == {"rows", "page", "matrix"}
    got = sorted((one.title, one.starts_on, len(one.attendees)) for one in found.gatherings)
    assert got == sorted(expected.gatherings)
    assert len(got) == 58
    known = {key(name) for one in workbooks.organisations() for name in (one.name_ko, one.name_en)}
    used = {who.organisation for one in found.gatherings for who in one.attendees}
    assert {name for name in used if key(name) not in known} == set()
    assert set(expected.variants) <= used
    listed = {name for one in workbooks.organisations() for name in (one.name_ko, one.name_en)}
    assert len(set(expected.variants) - listed) == 31


def test_the_workbooks_are_the_same_every_time():
    first = workbooks.organisations()
    workbooks.organisations.cache_clear()
    assert workbooks.organisations() == first
    assert len({one.registration_number for one in first}) == len({key(one.name_ko) for one in first}) == 400

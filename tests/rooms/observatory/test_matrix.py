"""Tables of answers, a cluster in each row: mapped once, all or nothing; and instrument and answers as files that read back."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import etree as lxml
from tests.rooms.observatory.asking import answer, asked

from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.asking.codebook import read_codebook, written_codebook
from pumasi.measure.observatory.asking.matrix import matrix
from pumasi.measure.observatory.asking.questions import listed, read_choices
from pumasi.measure.observatory.queries import handed_out
from pumasi.measure.observatory.queries.answered import last_of, questions_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(wave):
    return asked(wave)


def read(place, body, filename="table.csv", headings=None):
    body = body if isinstance(body, bytes) else body.encode()
    return matrix(
        body, filename, questions=list(place.q.values()), responses=place.responses, headings=headings or {}
    )


def said(response):
    return {one.question.key: one.absent or one.value for one in last_of(response).values()}


def test_a_table_is_read_by_keys_and_by_words_and_empty_cells_leave_what_stands(place):
    answer(place, share="12")
    found = read(
        place,
        "Cluster\tCountry\tmembers\tshare 문항\tbudget\taims\tincome\nCluster 0\tAT\t1,234\t\tUSD 5 (2025)\tTalent > 협업\tb; c\nCluster 1\tBE\t모름\t7%\t\t\t\n",
    )
    assert (found.problems, found.unknown) == ([], [])
    assert observatory.keep_all(cells=found.cells, source="desk", by=None) == 6
    assert said(place.one) == {
        "share": "12", "members": "1234", "budget": {"amount": "5", "currency": "USD", "year": 2025}, "aims": ["b", "a"], "income": ["b", "c"]
    }  # fmt: skip
    assert said(place.responses[1]) == {"members": "unknown", "share": "7"}
    assert {one.source for one in place.responses[1].answers.all()} == {"desk"}
    assert observatory.keep_all(cells=read(place, found.text).cells, source="desk", by=None) == 0, (
        "the same table again changes nothing"
    )


def test_headings_are_said_once(place):
    table = "Cluster,Total of members,Remarks\nCluster 0,44,nice\n"
    assert read(place, table).unknown == ["Total of members", "Remarks"]
    found = read(place, table, headings={"totalofmembers": "members", "remarks": ""})
    assert found.unknown == []
    assert [(one.question.key, one.value) for one in found.cells[place.one]] == [("members", "44")]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Name of it,members\nCluster 0,4\n", "no column for the cluster"),
        ("Cluster,members\nAtlantis,4\n", "There is no cluster Atlantis"),
        ("Cluster,share\nCluster 0,140\n", "row 2, column B: “share”: Give a number from 0 to 100."),
        ("Cluster,budget\nCluster 0,1200 USD\n", "currency and the year"),
        ("Cluster,visa\nCluster 0,perhaps\n", "none of the choices"),
        ("Cluster,members\nCluster 0,4\nCluster 0,5\n", "stands further up"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(place, table, told):
    found = read(place, table)
    assert any(told in one.text("en") for one in found.problems), [one.text("en") for one in found.problems]
    assert all(one.text("ko") != one.text("en") for one in found.problems)


def test_a_table_goes_in_whole_or_not_at_all(place):
    observatory.keep_all(cells=read(place, "Cluster,members\nCluster 1,4\n").cells, source="desk", by=None)
    answer(place, place.responses[1], visa="no")
    observatory.send(response=place.responses[1])
    observatory.approve(response=place.responses[1], by=None)
    found = read(place, "Cluster,members\nCluster 0,9\nCluster 1,5\n")
    with pytest.raises(Refused):
        observatory.keep_all(cells=found.cells, source="desk", by=None)
    assert said(place.one) == {}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_matrix_that_is_handed_out_reads_back(place, form, language):
    answer(
        place,
        members="0",
        share="unknown",
        budget={"amount": "1200000", "currency": "KRW", "year": 2025},
        visa="no",
    )
    answer(
        place,
        place.responses[3],
        helped="refused",
        aims=["c", "a"],
        income=["a"],
        happy="4",
        said="Small, often.",
    )
    body = handed_out.matrix_file(place.wave, form, language)
    found = read(place, body, f"m.{form}")
    assert (found.problems, found.unknown) == ([], [])
    for response in (place.one, place.responses[3]):
        assert {one.question.key: one.absent or one.value for one in found.cells[response]} == said(response)


def test_rows_carry_where_an_answer_came_from_and_no_formula(place):
    answer(place, members="unknown", said='=HYPERLINK("x")')
    rows = list(csv.DictReader(io.StringIO(handed_out.rows_file(place.wave, "csv").decode("utf-8-sig"))))
    by_key = {one["question"]: one for one in rows}
    assert (by_key["members"]["value"], by_key["members"]["absent"], by_key["members"]["source"]) == (
        "",
        "unknown",
        "respondent",
    )
    assert by_key["said"]["value"].startswith("'="), "a spreadsheet must not compute what a respondent typed"


def plain(rows):
    return [{**row, "least": row["least"] and str(row["least"].normalize())} for row in rows]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_questions_read_back_from_their_own_file(place, form):
    found = listed(handed_out.questions_file(place.version, form), f"q.{form}")
    assert found.problems == []
    assert [one["key"] for one in found.rows] == list(place.q)
    by_key = {one["key"]: one for one in found.rows}
    assert (by_key["helped"]["only_if"], by_key["helped"]["only_when"], by_key["helped"]["required"]) == (
        "visa",
        ["yes"],
        True,
    )
    assert by_key["aims"]["choices"] == place.q["aims"].choices
    second = observatory.begin(cluster=place.cluster, slug="second", name_en="Second")
    assert observatory.put_all(survey=second, rows=found.rows) == len(place.q)
    again = listed(handed_out.questions_file(second.instruments.get(), form), f"q.{form}")
    assert plain(again.rows) == plain(
        listed(handed_out.questions_file(place.version, form), f"q.{form}").rows
    )


def test_a_codebook_is_ddi_and_reads_back(place):
    body = written_codebook(place.version, questions_of(place.version))
    book = lxml.fromstring(body)
    assert book.tag == "{ddi:codebook:2_5}codeBook"
    variables = book.findall("{*}dataDscr/{*}var")
    assert [one.get("name") for one in variables] == list(place.q)
    missing = [one.find("{*}catValu").text for one in variables[0].findall("{*}catgry[@missing='Y']")]
    assert missing == ["unknown", "refused"]
    found = read_codebook(body, "book.xml")
    assert found.problems == []
    kinds = {one["key"]: one["kind"] for one in found.rows}
    # DDI tells no order from several choices, no scale from one, no money from a number.
    assert kinds == {
        "members": "number", "share": "number", "budget": "number", "visa": "one", "helped": "number", "aims": "several",
        "income": "several", "happy": "one", "said": "text",
    }  # fmt: skip
    assert found.rows[3]["choices"] == place.q["visa"].choices
    assert (found.rows[0]["text_ko"], found.rows[0]["section_en"]) == ("members 문항", "Cluster")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<codeBook", "no XML file"),
        (b"<html/>", "no variable"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "declares entities"),
        (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'.encode(
                "utf-16"
            ),
            "declares entities",
        ),
    ],
)
def test_what_is_no_codebook_is_refused(body, told):
    with pytest.raises(Refused) as why:
        read_codebook(body, "book.xml")
    assert told in why.value.text("en")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Question,Type\n,number\n", "has no words"),
        ("Question,Type\nHow many?,magic\n", "type of the answer is not known"),
        ("Question,Type,Choices\nWhich?,one,Only this\n", "fewer than two choices"),
        ("Key,Question\nA B,How?\n", "other signs"),
        ("Key,Question\na,How?\na,Why?\n", "same key"),
        ("Question,Type,Min\nHow many?,number,few\n", "is no number"),
        (f"Question\n{'x' * 401}\n", "too long"),
        ("Nothing\nHow?\n", "no column for the question"),
    ],
)
def test_a_list_of_questions_says_what_is_wrong(table, told):
    found = listed(table.encode(), "q.csv")
    assert any(told in one.text("en") for one in found.problems), [one.text("en") for one in found.problems]


def test_a_list_whose_conditions_point_nowhere_enters_nothing(wave):
    found = listed(b"Key,Question,Type,only_if,only_when\nb,How?,text,a,yes\n", "q.csv")
    with pytest.raises(Refused) as why:
        observatory.put_all(survey=wave.survey, rows=found.rows)
    assert "stands nowhere above it" in why.value.text("en")
    assert not wave.survey.instruments.exists()


def test_choices_on_lines_or_with_semicolons():
    assert read_choices("yes | 예 | Yes\nno | 아니요 | No") == [
        {"key": "yes", "ko": "예", "en": "Yes"},
        {"key": "no", "ko": "아니요", "en": "No"},
    ]
    assert [one["key"] for one in read_choices("One; Two; Two")] == ["c1", "c2", "c3"]


def test_questions_of_is_in_order(place):
    assert [one.key for one in questions_of(place.version)] == list(place.q)

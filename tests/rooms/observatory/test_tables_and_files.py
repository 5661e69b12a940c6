"""Questions answered by a small table or by a file: read, refused, shown, handed out, and opened by nobody else."""

from __future__ import annotations

import csv
import io
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from hypothesis import given as each
from hypothesis import settings
from hypothesis import strategies as st
from tests.rooms.observatory.asking import open_wave, put
from tests.rooms.observatory.pages import at, text

from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions import answering, waves
from pumasi.measure.observatory.actions.letters import token_of
from pumasi.measure.observatory.asking.answers import Given, fits, pasted, posted, shown, typed_from
from pumasi.measure.observatory.asking.codebook import read_codebook, written_codebook
from pumasi.measure.observatory.asking.matrix import matrix
from pumasi.measure.observatory.asking.questions import listed, read_columns, written_columns
from pumasi.measure.observatory.models import Answer, Attachment, Question, Response
from pumasi.measure.observatory.queries import handed_out
from pumasi.measure.observatory.queries.answered import last_of, questions_of
from pumasi.measure.observatory.queries.summaries import summaries

pytestmark = pytest.mark.django_db
ROWS = [
    {"key": "firms", "ko": "기업", "en": "Companies"},
    {"key": "science", "ko": "대학·연구소", "en": "Universities and institutes"},
]
COLUMNS = [
    {"key": "people", "ko": "인원", "en": "People", "number": True},
    {"key": "what", "ko": "분야", "en": "Field"},
]
TABLE = Question(key="k", kind="table", choices=ROWS, columns=COLUMNS, unit_ko="명", least=0)


def form(**fields):
    data = QueryDict(mutable=True)
    data.update({f"q-k.{name.replace('__', '.')}": value for name, value in fields.items()})
    return data


def paper(name="plan.pdf", body=b"%PDF-1.7 plan"):
    return SimpleUploadedFile(name, body, "application/pdf")


def test_a_table_is_read_cell_by_cell_and_empty_cells_say_nothing():
    said = posted(TABLE, form(firms__people="1,200명", firms__what=" cars\n and chips ", science__people=""))
    assert said.value == {"firms": {"people": "1200", "what": "cars and chips"}}
    assert posted(TABLE, form(firms__people="")).is_empty


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"science__people": "-1"}, "Universities and institutes, People: Give a number of at least 0."),
        ({"firms__people": "many"}, "Companies, People: "),
        ({"firms__what": "a" * 201}, "Companies, Field: 201 characters are too many for a cell; 200 fit."),
        ({"firms__what": "cars | chips"}, "Companies, Field: Leave out the sign “|”."),
    ],
)
def test_a_wrong_cell_is_named_with_what_to_do(fields, told):
    with pytest.raises(Refused) as why:
        posted(TABLE, form(**fields))
    assert why.value.text("en").startswith(told)
    assert why.value.text("ko").startswith(("기업, ", "대학·연구소, "))


CELL = st.text(
    st.characters(blacklist_characters="|", blacklist_categories=("Cs", "Cc", "Z")), min_size=1, max_size=20
)


@settings(max_examples=60, deadline=None)
@each(
    st.dictionaries(
        st.sampled_from(["firms", "science"]),
        st.fixed_dictionaries({}, optional={"people": st.integers(0, 10**9).map(str), "what": CELL}).filter(
            bool
        ),
        min_size=1,
    ),
    st.sampled_from(["ko", "en"]),
)
def test_a_table_in_words_reads_back_the_same_and_is_typed_back_the_same(value, language):
    value = {row: value[row] for row in ("firms", "science") if row in value}
    assert pasted(TABLE, shown(TABLE, value, language)).value == value
    data = QueryDict(mutable=True)
    names = [f"q-k.{row['key']}.{column['key']}" for row in ROWS for column in COLUMNS]
    data.update(dict(zip(names, typed_from(TABLE, value), strict=True)))
    assert posted(TABLE, data).value == value


def test_a_pasted_table_that_names_no_row_is_refused():
    with pytest.raises(Refused, match="begins with no name of a row"):
        pasted(TABLE, "Hospitals: people 3")


def test_columns_are_written_as_they_are_read():
    told = "people | 인원 | People | number\nwhat | 분야 | Field\nYear | 숫자"
    found = read_columns(told)
    assert found[:2] == COLUMNS
    assert found[2] == {"key": "c3", "ko": "Year", "en": "Year", "number": True}
    assert read_columns(written_columns(found)) == found


def test_an_answer_comes_along_while_its_rows_and_columns_are_asked_for():
    given = Answer(question=TABLE, value={"firms": {"people": "3"}})
    assert fits(TABLE, given)
    assert not fits(Question(kind="table", choices=ROWS[1:], columns=COLUMNS), given)
    assert not fits(Question(kind="table", choices=ROWS, columns=COLUMNS[1:]), given)


@pytest.fixture
def place(wave, db):
    """A questionnaire of a table and a file in two sections, asked of twelve clusters."""
    first, second = (
        {"section_ko": "규모", "section_en": "Size"},
        {"section_ko": "자료", "section_en": "Papers"},
    )
    put(wave.survey, "size", "table", choices=ROWS, columns=COLUMNS, unit_ko="명", unit_en="people", **first)
    put(wave.survey, "plan", "file", required=True, **second)
    version = observatory.issue(survey=wave.survey)
    now = open_wave(wave.survey)
    responses = list(
        now.responses.select_related("wave__survey__cluster", "wave__instrument", "surveyed").order_by(
            "surveyed_id"
        )
    )
    q = {one.key: one for one in questions_of(version)}
    return SimpleNamespace(
        survey=wave.survey, wave=now, responses=responses, one=responses[0], q=q, version=version
    )


@pytest.fixture
def token(place):
    return token_of(observatory.invite(response=place.one, email="dana@one.example", language="en"))


def page(place, section, **values):
    last = last_of(place.one)
    keys = {1: ["size"], 2: ["plan"]}[section]
    seen = {f"seen-{key}": last[place.q[key].pk].pk if place.q[key].pk in last else 0 for key in keys}
    return {"section": section, "version": place.version.pk, **seen, **values}


def test_a_respondent_fills_in_a_table_and_a_wrong_cell_stands_as_it_was_typed(place, token, client):
    link = at("respond", token=token)
    body = text(client.get(link))
    assert 'aria-label="Companies, People"' in body
    wrong = page(place, 1, **{"q-size.firms.people": "lots", "q-size.science.what": "optics"})
    body = text(client.post(link, wrong), 422)
    assert 'value="lots"' in body
    assert 'value="optics"' in body
    client.post(link, page(place, 1, **{"q-size.firms.people": "1,200", "q-size.science.what": "optics"}))
    assert last_of(place.one)[place.q["size"].pk].value == {
        "firms": {"people": "1200"},
        "science": {"what": "optics"},
    }
    assert "Companies: People 1,200 people" in text(client.get(f"{link}?section=check"))


def test_a_file_is_handed_in_replaced_and_taken_back_and_earlier_ones_stay_with_the_office(
    place, token, client, manager
):
    link = at("respond", token=token)
    assert client.post(link, page(place, 2, **{"q-plan": paper()})).status_code == 302
    first = Attachment.objects.get()
    stands = last_of(place.one)[place.q["plan"].pk]
    assert stands.value == {"attachment": first.pk, "name": "plan.pdf", "size": 13}
    # Saved again without a file: it stays, and nothing is written anew.
    client.post(link, page(place, 2))
    assert last_of(place.one)[place.q["plan"].pk] == stands
    mine = at("handed_in", token=token, file=first.pk)
    assert mine in text(client.get(f"{link}?section=2"))
    answer = client.get(mine)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 plan"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"].startswith("attachment")
    client.post(link, page(place, 2, **{"q-plan": paper("plan 2.pdf", b"%PDF-1.7 two")}))
    assert last_of(place.one)[place.q["plan"].pk].value["name"] == "plan 2.pdf"
    client.post(link, page(place, 2, **{"drop-plan": "1"}))
    assert place.q["plan"].pk not in {pk for pk, one in last_of(place.one).items() if not one.is_empty}
    assert client.get(f"{link}?section=2").status_code == 200
    desk = text(manager.get(at("response", pk=place.one.pk)))
    for file in Attachment.objects.all():
        url = at("answer_file", pk=place.one.pk, file=file.pk)
        assert url in desk, "the log keeps the way to each"
        assert manager.get(url).status_code == 200


def test_a_file_is_opened_by_its_own_response_and_part_alone(place, token, client, manager, given):
    client.post(at("respond", token=token), page(place, 2, **{"q-plan": paper()}))
    pk = Attachment.objects.get().pk
    other = token_of(observatory.invite(response=place.responses[1], email="eun@two.example"))
    part = token_of(observatory.invite(response=place.one, email="size@one.example", section="Size"))
    for stranger in (other, part, "forged"):
        assert client.get(at("handed_in", token=stranger, file=pk)).status_code == 404
    assert manager.get(at("answer_file", pk=place.responses[1].pk, file=pk)).status_code == 404
    assert client.get(at("answer_file", pk=place.one.pk, file=pk)).status_code in {302, 403}
    elsewhere = Client()
    elsewhere.force_login(given.user("cluster_manager", cluster=given.cluster("other")))
    assert elsewhere.get(at("answer_file", pk=place.one.pk, file=pk)).status_code in {403, 404}
    # A name of somebody else's file in a form reaches nothing: a form names no stored file.
    client.post(
        at("respond", token=other),
        {"section": 2, "version": place.version.pk, "seen-plan": 0, "q-plan": str(pk)},
    )
    assert not Answer.objects.filter(response=place.responses[1]).exists()


@pytest.mark.parametrize("upload", [paper("run.exe"), paper("long.pdf", b"0" * 20_000_001)])
def test_a_file_that_is_no_paper_or_too_large_is_refused_and_the_rest_is_kept(place, token, client, upload):
    body = text(client.post(at("respond", token=token), page(place, 2, **{"q-plan": upload})), 422)
    assert "Choose a file of at most 20 MB" in body
    assert not Attachment.objects.exists()


def test_a_file_and_a_reason_for_none_are_not_both_taken(place, token, client):
    data = page(place, 2, **{"q-plan": paper(), "absent-plan": "unknown"})
    assert "Keep one of the two" in text(client.post(at("respond", token=token), data), 422)
    assert not Attachment.objects.exists()


def test_of_two_files_at_once_the_second_is_told_and_not_stored(place, token, client):
    link, before = at("respond", token=token), page(place, 2)
    client.post(link, {**before, "q-plan": paper("a.pdf")})
    body = text(client.post(link, {**before, "q-plan": paper("b.pdf")}), 422)
    assert "Somebody else answered meanwhile: “a.pdf”" in body
    assert [one.file.name.rpartition("/")[2] for one in Attachment.objects.all()] == ["a.pdf"]


def test_whoever_holds_a_link_cannot_fill_the_disk(place, token, client, monkeypatch):
    monkeypatch.setattr(answering, "MOST_FILES", 2)
    link = at("respond", token=token)
    for n in range(2):
        client.post(link, page(place, 2, **{"q-plan": paper(f"{n}.pdf")}))
    assert "2 files were handed in here already" in text(
        client.post(link, page(place, 2, **{"q-plan": paper()})), 409
    )
    assert Attachment.objects.count() == 2


def filled(place, n):
    """The first n clusters answer: 10, 20, … people in companies."""
    for at_, response in enumerate(place.responses[:n], start=1):
        given = [Given(place.q["size"], {"firms": {"people": str(10 * at_)}, "science": {"what": "optics"}})]
        answering.keep(response=response, given=given)
        response.sent_at = place.wave.survey.changed_at
        response.save()


def test_results_of_a_table_are_the_middle_of_each_cell_and_few_are_held_back(place, manager):
    filled(place, 4)
    assert summaries(place.wave, world=True)[0].held
    told = summaries(place.wave, world=False)[0]
    assert (told.n, told.grid[0][0].n, told.grid[0][0].median, told.grid[1][0]) == (4, 4, 25, None)
    filled(place, 6)
    told = summaries(place.wave, world=True)[0]
    assert (told.grid[0][0].n, told.grid[0][0].median) == (6, 35)
    assert "median 35 people, n = 6" in text(manager.get(at("desk_by_question", pk=place.wave.pk)))


def test_files_name_each_cell_and_the_matrix_reads_back(place, token, client):
    filled(place, 2)
    client.post(at("respond", token=token), page(place, 2, **{"q-plan": paper()}))
    rows = list(csv.DictReader(io.StringIO(handed_out.rows_file(place.wave, "csv").decode("utf-8-sig"))))
    assert [(one["question"], one["value"]) for one in rows[:3]] == [
        ("size.firms.people", "10"), ("size.science.what", "optics"), ("plan", "plan.pdf"),
    ]  # fmt: skip
    for language in ("ko", "en"):
        body = handed_out.matrix_file(place.wave, "csv", language)
        told = matrix(body, "m.csv", questions=list(place.q.values()), responses=place.responses, headings={})
        assert (told.problems, told.unknown) == ([], [])
        assert observatory.keep_all(cells=told.cells, source="desk", by=None) == 0, "nothing is new"


def test_questions_as_files_read_back_and_a_codebook_has_a_variable_for_each_cell(place):
    for form_ in ("csv", "xlsx"):
        found = listed(handed_out.questions_file(place.version, form_), f"q.{form_}")
        assert found.problems == []
        assert [(one["kind"], one["choices"], one["columns"]) for one in found.rows] == [
            ("table", ROWS, COLUMNS), ("file", [], []),
        ]  # fmt: skip
    book = written_codebook(place.version, questions_of(place.version))
    assert b'type="grid" var="V-size.firms.people V-size.firms.what V-size.science.people' in book
    found = read_codebook(book, "book.xml")
    assert [(one["key"], one["kind"]) for one in found.rows][:2] == [
        ("size-firms-people", "number"),
        ("size-firms-what", "text"),
    ]
    assert found.rows[0]["text_en"] == "Question size – Companies, People"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a\ttable\tWhat\tfirms | F | F\t\t", "no rows or no columns"),
        ("a\ttext\tWhat\t\t\tgatherings", "takes no number"),
        ("a\tnumber\tWhat\t\t\tluck", "not known"),
        ("a\tdrawing\tWhat\t\t\t", "type of the answer"),
    ],
)
def test_a_list_says_what_a_table_or_a_measured_number_lacks(row, told):
    found = listed(f"key\tkind\tquestion\tchoices\tcolumns\tmeasure\n{row}\n".encode(), "list.tsv")
    assert [told in one.text("en") for one in found.problems] == [True]


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "table", "choices": ROWS},
        {"kind": "table", "columns": COLUMNS},
        {"kind": "table", "choices": [{"key": f"r{n}"} for n in range(101)], "columns": COLUMNS},
        {"kind": "text", "measure": "gatherings"},
    ],
)
def test_a_table_without_cells_or_with_too_many_is_not_entered(wave, values):
    with pytest.raises(Refused):
        put(wave.survey, "odd", **values)
    assert not Question.objects.exists()


def test_no_question_hangs_on_a_table(wave):
    table = put(wave.survey, "size", "table", choices=ROWS, columns=COLUMNS)
    with pytest.raises(Refused, match="only on an earlier question that has choices"):
        put(wave.survey, "next", "text", only_if=table, only_when=["firms"])


def test_tables_and_files_come_along_into_a_new_version_and_to_the_next_wave(place, token, client, manager):
    filled(place, 1)
    client.post(at("respond", token=token), page(place, 2, **{"q-plan": paper()}))
    observatory.next_version(survey=place.survey)
    observatory.issue(survey=place.survey)
    assert waves.replace(wave=place.wave) == 2
    file = Attachment.objects.get()
    assert client.get(at("handed_in", token=token, file=file.pk)).status_code == 200
    later = (
        open_wave(place.survey)
        .responses.select_related("wave__survey__cluster")
        .get(surveyed=place.one.surveyed)
    )
    new = token_of(observatory.invite(response=later, email="dana@one.example", language="en"))
    url = at("respond", token=new)
    body = text(client.get(f"{url}?section=2"))
    assert "Last time: “plan.pdf”" in body
    assert client.get(at("handed_in", token=new, file=file.pk)).status_code == 404, (
        "not theirs before they confirm it"
    )
    before = last_of(Response.objects.get(pk=place.one.pk))
    sent = {"section": 2, "version": later.wave.instrument_id, "seen-plan": 0}
    plan = next(one for one in before.values() if one.question.key == "plan")
    client.post(url, {**sent, "confirm-plan": plan.pk})
    assert client.get(at("handed_in", token=new, file=file.pk)).status_code == 200

"""Answers as typed and pasted: read, or refused with what to do; not known, refused and 0 are three things."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rooms.observatory.asking import AIMS, STEPS, YES_NO

from pumasi.kit.refused import Refused
from pumasi.measure.observatory.asking.answers import applying, pasted, posted, shown, typed_from
from pumasi.measure.observatory.models import Question


def question(kind, **values):
    return Question(key="k", kind=kind, **values)


def form(**fields):
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name.replace("__", "-"), value if isinstance(value, list) else [value])
    return data


PERCENT = question("number", unit_ko="%", unit_en="%")


@pytest.mark.parametrize(
    ("asked", "fields", "value"),
    [
        (question("number"), {"q__k": "4,400.50"}, "4400.5"),
        (question("number"), {"q__k": "13만"}, "130000"),
        (question("number"), {"q__k": "0"}, "0"),
        (question("number"), {"q__k": ""}, None),
        (PERCENT, {"q__k": "64 %"}, "64"),
        (
            question("money"),
            {"q__k": "1,200", "q__k__currency": "usd", "q__k__year": "2025"},
            {"amount": "1200", "currency": "USD", "year": 2025},
        ),
        (question("one", choices=YES_NO), {"q__k": "no"}, "no"),
        (question("several", choices=AIMS), {"q__k": ["c", "a"]}, ["a", "c"]),
        (question("rank", choices=AIMS), {"q__k__a": "2", "q__k__b": "", "q__k__c": "1"}, ["c", "a"]),
        (question("scale", choices=STEPS), {"q__k": "4"}, "4"),
        (question("text"), {"q__k": " two\r\nlines "}, "two\nlines"),
    ],
)
def test_what_is_typed_is_kept_in_one_form_and_typed_back_the_same(asked, fields, value):
    said = posted(asked, form(**fields))
    assert said.value == value
    if value is not None and asked.kind != "text":
        again = typed_from(asked, value)
        names = {
            "money": ["q-k", "q-k-currency", "q-k-year"],
            "rank": [f"q-k-{one['key']}" for one in asked.choices],
        }
        data = QueryDict(mutable=True)
        for name, text in zip(names.get(asked.kind, []), again, strict=False):
            data[name] = text
        if asked.kind not in names:
            data.setlist("q-k", again)
        assert posted(asked, data).value == value


@pytest.mark.parametrize(
    ("asked", "fields", "said"),
    [
        (PERCENT, {"q__k": "140"}, "from 0 to 100"),
        (PERCENT, {"q__k": "-1"}, "from 0 to 100"),
        (question("number", least=3), {"q__k": "2"}, "at least 3"),
        (question("number"), {"q__k": "140 %"}, "a number is asked for"),
        (question("number"), {"q__k": "many"}, "cannot be read as a number"),
        (
            question("money"),
            {"q__k": "1200", "q__k__currency": "USD", "q__k__year": ""},
            "currency and the year",
        ),
        (
            question("money"),
            {"q__k": "1200", "q__k__currency": "", "q__k__year": "2025"},
            "currency and the year",
        ),
        (
            question("money"),
            {"q__k": "1200", "q__k__currency": "USD", "q__k__year": "25"},
            "currency and the year",
        ),
        (question("one", choices=YES_NO), {"q__k": "perhaps"}, "none of the choices"),
        (question("rank", choices=AIMS), {"q__k__a": "1", "q__k__b": "1", "q__k__c": ""}, "each place once"),
        (question("rank", choices=AIMS), {"q__k__a": "2", "q__k__b": "", "q__k__c": ""}, "each place once"),
        (question("text"), {"q__k": "x" * 4001}, "4,000 fit"),
        (question("number"), {"q__k": "5", "absent__k": "unknown"}, "Keep one of the two"),
    ],
)
def test_what_cannot_be_right_is_refused_with_what_to_do(asked, fields, said):
    with pytest.raises(Refused) as why:
        posted(asked, form(**fields))
    assert said in why.value.text("en")
    assert why.value.text("ko") != why.value.text("en")


def test_not_known_refused_zero_and_nothing_are_four_things():
    said = [
        posted(question("number"), form(**fields))
        for fields in ({"absent__k": "unknown"}, {"absent__k": "refused"}, {"q__k": "0"}, {"q__k": ""})
    ]
    assert [(one.value, one.absent, one.is_empty) for one in said] == [
        (None, "unknown", False), (None, "refused", False), ("0", "", False), (None, "", True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "cell", "value"),
    [
        (question("money"), "USD 1,200 (2025)", {"amount": "1200", "currency": "USD", "year": 2025}),
        (question("money"), "12억 KRW 2024", {"amount": "1200000000", "currency": "KRW", "year": 2024}),
        (question("one", choices=YES_NO), "아니요", "no"),
        (question("several", choices=AIMS), "Talent; 협업", ["a", "b"]),
        (question("rank", choices=AIMS), "Capital > Network", ["c", "a"]),
        (PERCENT, "64%", "64"),
    ],
)
def test_a_cell_of_a_table_is_read_by_labels_of_either_language(asked, cell, value):
    assert pasted(asked, cell).value == value


@pytest.mark.parametrize(
    ("cell", "absent"),
    [("모름", "unknown"), ("n.k.", "unknown"), ("Refused", "refused"), ("응답 거부", "refused")],
)
def test_words_for_no_answer_in_a_cell(cell, absent):
    assert pasted(question("number"), cell).absent == absent


@given(st.permutations([one["key"] for one in AIMS]), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_an_order_that_is_shown_reads_back(keys, n):
    asked, value = question("rank", choices=AIMS), list(keys)[:n]
    for language in ("ko", "en"):
        assert pasted(asked, shown(asked, value, language)).value == (value or None)


def test_skip_logic_follows_from_question_to_question():
    first = Question(pk=1, kind="one", choices=YES_NO)
    second = Question(pk=2, kind="one", choices=YES_NO, only_if_id=1, only_when=["yes"])
    third = Question(pk=3, kind="number", only_if_id=2, only_when=["yes"])
    every = [first, second, third]
    assert applying(every, {}) == {1}
    assert applying(every, {1: "yes", 2: "yes"}) == {1, 2, 3}
    assert applying(every, {1: "no", 2: "yes", 3: "5"}) == {1}, (
        "an answer to a question that is not asked opens nothing"
    )

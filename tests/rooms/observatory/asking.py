"""A questionnaire for the wave of the conftest: every kind of question, one that depends on another, and an open wave."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.asking.answers import Given
from pumasi.measure.observatory.queries.answered import last_of, questions_of

YES_NO = [{"key": "yes", "ko": "예", "en": "Yes"}, {"key": "no", "ko": "아니요", "en": "No"}]
AIMS = [
    {"key": key, "ko": ko, "en": en}
    for key, ko, en in [("a", "협업", "Network"), ("b", "인재", "Talent"), ("c", "자본", "Capital")]
]
STEPS = [{"key": str(n), "ko": f"{n}점", "en": f"step {n}"} for n in range(1, 6)]


def put(survey, key, kind, **values):
    return observatory.put(
        survey=survey, key=key, kind=kind, text_ko=f"{key} 문항", text_en=f"Question {key}", **values
    )


def questionnaire(survey):
    """Seven questions in two sections, issued."""
    first, second = (
        {"section_ko": "클러스터", "section_en": "Cluster"},
        {"section_ko": "사무국", "section_en": "Office"},
    )
    put(survey, "members", "number", required=True, least=0, unit_en="organisations", unit_ko="곳", **first)
    put(survey, "share", "number", unit_en="%", unit_ko="%", **first)
    put(survey, "budget", "money", **first)
    visa = put(survey, "visa", "one", choices=YES_NO, required=True, **second)
    put(survey, "helped", "number", least=0, only_if=visa, only_when=["yes"], required=True, **second)
    put(survey, "aims", "rank", choices=AIMS, **second)
    put(survey, "income", "several", choices=AIMS, **second)
    put(survey, "happy", "scale", choices=STEPS, **second)
    put(survey, "said", "text", **second)
    return observatory.issue(survey=survey)


def open_wave(survey, *, opens=-3, closes=30):
    today = timezone.localdate()
    return observatory.begin_wave(
        survey=survey, opens=today + timedelta(days=opens), closes=today + timedelta(days=closes)
    )


def asked(wave):
    """The survey of the conftest with a questionnaire and an open wave; `q`: questions by key, `one`: the first response."""
    version = questionnaire(wave.survey)
    now = open_wave(wave.survey)
    responses = list(
        now.responses.select_related("wave__survey__cluster", "wave__instrument", "surveyed").order_by(
            "surveyed_id"
        )
    )
    return SimpleNamespace(
        survey=wave.survey, version=version, wave=now, responses=responses, one=responses[0],
        q={one.key: one for one in questions_of(version)}, cluster=wave.cluster,
    )  # fmt: skip


def answer(place, response=None, invitation=None, **values):
    """Keep values by key, seen as they stand."""
    response = response or place.one
    last = last_of(response)
    given = []
    for key, value in values.items():
        question = place.q[key.replace("_", "-")]
        seen = last[question.pk].pk if question.pk in last else 0
        absent = value if value in ("unknown", "refused") else ""
        given.append(Given(question, None if absent else value, absent, seen=seen))
    return observatory.keep(response=response, given=given, invitation=invitation)

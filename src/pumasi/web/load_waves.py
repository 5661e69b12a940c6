"""The sample's questionnaire: thirteen questions in three sections, a wave of last year that is approved, and one that is being answered."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from pumasi.kit.bilingual import in_both
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.asking.answers import Given
from pumasi.measure.observatory.models import Answer, Question, Response, Survey, Wave

CLUSTER, OFFICE, NEXT = ("클러스터", "The cluster"), ("사무국", "The office"), ("앞으로", "What comes next")
YES_NO = [("yes", "예", "Yes"), ("no", "아니요", "No")]
AGREE = [
    ("1", "전혀 그렇지 않다", "Not at all"), ("2", "그렇지 않은 편이다", "Rather not"), ("3", "보통이다", "Partly"),
    ("4", "그런 편이다", "Rather so"), ("5", "매우 그렇다", "Fully"),
]  # fmt: skip
INCOME = [
    ("public", "공공 재원", "Public money"), ("fees", "회비", "Membership fees"), ("services", "유료 서비스", "Services that are paid for"),
    ("projects", "연구과제", "Research projects"), ("property", "임대", "Rents"),
]  # fmt: skip
AIMS = [
    ("network", "협업 네트워크", "Collaboration network"), ("talent", "해외 인재", "Talent from abroad"),
    ("infrastructure", "시험장·장비", "Test sites and equipment"), ("capital", "투자 유치", "Investment"),
]  # fmt: skip
TASKS = [
    ("network", "네트워크·밋업", "Network and meet-ups"), ("sites", "시험장·장비", "Test sites and equipment"),
    ("promotion", "홍보·투자 유치", "Promotion and investment"),
]  # fmt: skip
LEARNED = "작은 모임을 자주 여는 편이 큰 행사 하나보다 나았습니다."
# Key, section, words, kind, and what else the question has.
ASKED: list[tuple[str, Any, tuple[str, str], str, dict[str, Any]]] = [
    ("members", CLUSTER, ("소속 기업·기관은 몇 곳입니까?", "How many organisations belong to the cluster?"), "number",
     {"required": True, "least": 0, "unit": ("곳", "organisations"), "measure": "members"}),
    ("gatherings", CLUSTER, ("지난해 연 모임은 몇 건입니까?", "How many gatherings were there last year?"), "number",
     {"required": True, "least": 0, "unit": ("건", "gatherings"), "measure": "gatherings"}),
    ("foreign", CLUSTER, ("소속 기업·기관 가운데 해외에서 온 곳의 비율은 얼마입니까?", "What share of the members came from abroad?"), "number",
     {"unit": ("%", "%")}),
    ("staff", OFFICE, ("사무국 상근 인원은 몇 명입니까?", "How many people work in the office full time?"), "number",
     {"required": True, "least": 0, "unit": ("명", "people")}),
    ("tasks", OFFICE, ("사무국 인원은 어떤 일을 맡고 있습니까?", "What do the people of the office work on?"), "table",
     {"least": 0, "unit": ("명", "people"), "choices": TASKS, "columns": [
         {"key": "full", "ko": "상근", "en": "Full time", "number": True}, {"key": "part", "ko": "시간제", "en": "Part time", "number": True},
     ]}),
    ("income", OFFICE, ("사무국의 재원은 무엇입니까?", "What does the office live on?"), "several", {"required": True, "choices": INCOME}),
    ("budget", OFFICE, ("지난해 예산은 얼마였습니까?", "What was the budget of last year?"), "money", {}),
    ("visa", OFFICE, ("해외 인재의 비자를 직접 돕습니까?", "Does the office help people from abroad with visas?"), "one",
     {"required": True, "choices": YES_NO}),
    ("visa-cases", OFFICE, ("지난 열두 달 동안 도운 사람은 몇 명입니까?", "How many people were helped in the last twelve months?"), "number",
     {"least": 0, "unit": ("명", "people"), "only_if": "visa", "only_when": ["yes"]}),
    ("satisfied", NEXT, ("사무국이 기업 사이의 만남을 잘 이어 주고 있습니까?", "Does the office bring companies together well?"), "scale",
     {"choices": AGREE}),
    ("aims", NEXT, ("앞으로 힘을 쏟을 일을 순서대로 고르십시오.", "What will you put your strength into, in order?"), "rank", {"choices": AIMS}),
    ("plan", NEXT, ("올해 운영 계획서가 있으면 올려 주십시오.", "If there is a plan for this year, hand it in."), "file", {}),
    ("learned", NEXT, ("다른 클러스터에 알려 주고 싶은 경험이 있습니까?", "What would you tell other clusters from your experience?"), "text", {}),
]  # fmt: skip


def load(survey: Survey, by: dict[str, Any]) -> int:
    """Enter and issue the questions, a wave of last year with 27 of 28 answers, and one under way; give how many answers there are."""
    for told in ASKED:
        _question(survey, *told)
    observatory.issue(survey=survey)
    today, dice = timezone.localdate(), Random(20)
    last = observatory.begin_wave(
        survey=survey, opens=today - timedelta(days=400), closes=today - timedelta(days=370)
    )
    for n, response in enumerate(_responses(last)):
        if n != 7:
            _answer(response, n, dice, by.get("analyst"))
            observatory.send(response=response)
            observatory.approve(response=response, by=by.get("cluster_manager"))
    now = observatory.begin_wave(
        survey=survey, opens=today - timedelta(days=10), closes=today + timedelta(days=30)
    )
    for n, response in enumerate(_responses(now)):
        if n % 3 == 0:
            _answer(response, n, dice, by.get("analyst"), only=4 + n % 7)
        if n % 6 == 0:
            observatory.invite(
                response=response, email=f"respondent{n}@example.org", name="", language="ko" if n else "en"
            )
    return Answer.objects.filter(response__wave__survey=survey).count()


def _question(
    survey: Survey, key: str, section: Any, text: tuple[str, str], kind: str, options: dict[str, Any]
) -> Question:
    told = dict(options)
    words = in_both(section=section, text=text, unit=told.pop("unit", ("", "")))
    choices = [{"key": name, "ko": ko, "en": en} for name, ko, en in told.pop("choices", [])]
    before = told.pop("only_if", "")
    only_if = Question.objects.get(instrument__survey=survey, key=before) if before else None
    return observatory.put(
        survey=survey, key=key, kind=kind, choices=choices, only_if=only_if, **words, **told
    )


def _responses(wave: Wave) -> list[Response]:
    return list(
        wave.responses.select_related("wave__survey", "wave__instrument", "surveyed").order_by("surveyed_id")
    )


def _answer(response: Response, n: int, dice: Random, by: Any, *, only: int = len(ASKED)) -> None:
    """Invented answers of an invented cluster; now and then something is not known, or not told."""
    questions = list(response.wave.instrument.questions.all())[:only]
    values = {
        "members": str(dice.randint(40, 420)), "gatherings": str(dice.randint(8, 260)), "foreign": str(dice.randint(2, 46)),
        "staff": str(dice.randint(3, 38)), "income": sorted(dice.sample([key for key, *_ in INCOME], dice.randint(1, 3))),
        "budget": {"amount": str(dice.randint(4, 60) * 100_000), "currency": "EUR", "year": timezone.localdate().year - 1},
        "visa": "yes" if n % 5 < 3 else "no", "visa-cases": str(dice.randint(2, 90)),
        "satisfied": str(dice.choice([2, 3, 3, 4, 4, 4, 5])), "aims": dice.sample([key for key, *_ in AIMS], 3),
        "learned": LEARNED if n % 4 == 0 else None, "plan": None,
    }  # fmt: skip
    values["tasks"] = {
        key: {"full": str(dice.randint(1, 9)), "part": str(dice.randint(0, 4))} for key, *_ in TASKS
    }
    given = []
    for question in questions:
        absent = {("budget", 0): "refused", ("foreign", 1): "unknown"}.get((question.key, n % 6), "")
        value = (
            None
            if absent or (question.key == "visa-cases" and values["visa"] == "no")
            else values[question.key]
        )
        sure = "rough" if question.key == "foreign" and value is not None and n % 2 else ""
        given.append(Given(question, value, absent, sure))
    observatory.keep(response=response, given=given, source="respondent", by=by)

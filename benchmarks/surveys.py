"""A survey of 200 clusters, 300 questions and ten waves: what a wave says, its files, and a plain recount beside it. Goal: under 10 s.

python -m benchmarks --only surveys
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from benchmarks.events import machine
from benchmarks.serving import house

CLUSTERS, QUESTIONS, WAVES = 200, 300, 10
KINDS = ("number", "one", "several", "scale", "text")
GOAL = 10.0


def surveys() -> None:
    """Prints seconds for the results of one wave and of all, a crossed table, the monitor and the files."""
    with house():
        from pumasi.measure.observatory import api as observatory
        from pumasi.measure.observatory.queries import answered, handed_out

        start = time.perf_counter()
        survey, waves = _filled(observatory)
        print(
            f"\nSurvey of {CLUSTERS} clusters, {QUESTIONS} questions, {WAVES} waves ({machine()}), entered in {time.perf_counter() - start:.0f} s"
        )
        last = waves[-1]
        told = _timed("results of a wave", lambda: observatory.summaries(last, world=True))
        _recounted(last, observatory.summaries(last, world=False))
        _timed("results of ten waves", lambda: [observatory.summaries(one, world=True) for one in waves])
        choosing = [one.question for one in told if one.question.kind in ("one", "scale")]
        _timed(
            "two questions crossed", lambda: observatory.crossed(last, choosing[0], choosing[1], world=True)
        )
        _timed("monitor of a wave", lambda: answered.monitored(last))
        for form in ("csv", "xlsx"):
            _timed(f"matrix as {form}", lambda form=form: handed_out.matrix_file(last, form, "en"))
            _timed(f"rows as {form}", lambda form=form: handed_out.rows_file(last, form))
        survey.delete()


def _filled(observatory: Any) -> tuple[Any, list[Any]]:
    """Invented answers, straight into the tables: what is measured is reading them."""
    from django.db import connection
    from django.utils import timezone

    from pumasi.commons.members.models import Cluster
    from pumasi.measure.observatory.models import Answer, Question, Response, Surveyed

    cluster = Cluster.objects.create(slug="large-survey", name_ko="큰 조사", name_en="Large survey")
    survey = observatory.begin(cluster=cluster, slug="large", name_en="Large")
    Surveyed.objects.bulk_create(
        Surveyed(survey=survey, name_en=f"Cluster {n}", country="KR", lead="companies" if n % 2 else "public")
        for n in range(CLUSTERS)
    )
    choices = [{"key": f"c{n}", "ko": f"{n}", "en": f"Choice {n}"} for n in range(5)]
    observatory.put(survey=survey, key="first", kind="text", text_en="First")
    version = survey.instruments.get()
    Question.objects.bulk_create(
        Question(
            instrument=version, key=f"q{n}", position=n + 2, kind=KINDS[n % len(KINDS)], text_en=f"Question {n}",
            choices=choices if KINDS[n % len(KINDS)] in ("one", "several", "scale") else [],
        )
        for n in range(QUESTIONS - 1)
    )  # fmt: skip
    observatory.issue(survey=survey)
    dice, keys, waves = Random(7), [one["key"] for one in choices], []
    values: dict[str, Callable[[], Any]] = {
        "number": lambda: str(dice.randint(0, 900)), "one": lambda: dice.choice(keys), "scale": lambda: dice.choice(keys),
        "several": lambda: dice.sample(keys, 2), "text": lambda: "A few words.",
    }  # fmt: skip
    questions = list(version.questions.all())
    for n in range(WAVES):
        wave = observatory.begin_wave(survey=survey, opens=date(2016 + n, 1, 1), closes=date(2016 + n, 3, 1))
        responses = list(wave.responses.all())
        Answer.objects.bulk_create(
            (
                Answer(response=response, question=one, value=values[one.kind]())
                for response in responses
                for one in questions
            ),
            batch_size=5000,
        )
        Response.objects.filter(wave=wave).update(sent_at=timezone.now())
        waves.append(wave)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE observatory_answer")
    return survey, waves


def _timed(name: str, do: Callable[[], Any]) -> Any:
    start = time.perf_counter()
    found = do()
    seconds = time.perf_counter() - start
    print(
        f"  {name:24} {seconds:6.2f} s   goal {GOAL:g} s: {'reached' if seconds < GOAL else 'NOT REACHED'}",
        flush=True,
    )
    return found


def _recounted(wave: Any, told: list[Any]) -> None:
    """Every count once more, from the rows as they stand in the table."""
    from pumasi.measure.observatory.models import Answer

    counts: dict[tuple[int, str], int] = Counter()
    for question, value in Answer.objects.filter(response__wave=wave).values_list("question_id", "value"):
        for key in value if isinstance(value, list) else [value]:
            counts[question, key] += 1
    wrong = [
        (one.question.key, share.key)
        for one in told
        for share in one.shares
        if share.count != counts[one.question.pk, share.key]
    ]
    if wrong:
        raise SystemExit(f"counts differ from a plain recount: {wrong[:5]}")
    print("  every count equal to a plain recount")

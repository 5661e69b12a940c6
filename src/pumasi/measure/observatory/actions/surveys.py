"""A survey from its beginning to its final form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.countries import is_country
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions import figures
from pumasi.measure.observatory.models import Factor, Story, Survey, Surveyed
from pumasi.measure.observatory.queries.results import results_of


@contextmanager
def changing(survey: Survey) -> Iterator[Survey]:
    """Change a survey one hand at a time, and state its figures anew; a final one is refused.

    Whoever reads a page, a file or a figure meanwhile sees all of the change or nothing of it.
    """
    with transaction.atomic():
        mine = Survey.objects.select_for_update().get(pk=survey.pk)
        if mine.locked_at:
            raise Refused(
                "The survey is final. Open it again first, with the reason.",
                "확정된 조사입니다. 사유를 적고 다시 연 다음 고쳐 주십시오.",
            )
        yield mine
        mine.save()
        figures.state_all(mine)


def begin(*, cluster: Cluster, slug: str, **values: Any) -> Survey:
    """Begin a survey; nobody outside the desk sees it before it is published."""
    if not values.get("name_ko") and not values.get("name_en"):
        raise Refused("Give the survey a name.", "조사 이름을 입력해 주십시오.")
    try:
        with transaction.atomic():
            return Survey.objects.create(cluster=cluster, slug=slug, **values)
    except IntegrityError:
        raise Refused(
            "There is a survey with the address {slug} already. Choose another.",
            "{slug} 주소를 쓰는 조사가 이미 있습니다. 다른 주소를 입력해 주십시오.",
            slug=slug,
        ) from None


def change(*, survey: Survey, **values: Any) -> Survey:
    """Change what is said of a survey as a whole."""
    with changing(survey) as mine:
        for name, value in values.items():
            setattr(mine, name, value)
    return mine


def publish(*, survey: Survey) -> Survey:
    """Show it to the world as a draft; codes may still change, and every figure with them."""
    if not survey.surveyed.exists() or not survey.factors.exists():
        raise Refused(
            "Nothing can be said yet: enter the clusters and the code book first.",
            "아직 공개할 내용이 없습니다. 조사 대상 클러스터와 부호화 기준을 먼저 입력해 주십시오.",
        )
    with changing(survey) as mine:
        mine.published_at = mine.published_at or timezone.now()
    return mine


def withdraw(*, survey: Survey) -> Survey:
    """Take it back to the desk; its figures go with it."""
    with changing(survey) as mine:
        mine.published_at = None
    return mine


def lock(*, survey: Survey) -> Survey:
    """Make it final. Refused while a code is open: a final figure has to be whole."""
    with changing(survey) as mine:
        results = results_of(mine)
        if results.open:
            raise Refused(
                "{n} codes are not settled. Settle them first.",
                "확정되지 않은 부호가 {n}건 있습니다. 먼저 확정해 주십시오.",
                n=results.open,
            )
        mine.published_at = mine.published_at or timezone.now()
        mine.locked_at, mine.reopened_for = timezone.now(), ""
    return mine


@transaction.atomic
def reopen(*, survey: Survey, why: str) -> Survey:
    """Open a final survey again; the reason stands on its page until it is final once more."""
    if not why.strip():
        raise Refused("Say why it is opened again.", "다시 여는 사유를 입력해 주십시오.")
    mine = Survey.objects.select_for_update().get(pk=survey.pk)
    mine.locked_at, mine.reopened_for = None, why.strip()[:300]
    mine.save()
    return mine


def ask(*, survey: Survey, country: str, surveyed: Surveyed | None = None, **values: Any) -> Surveyed:
    """Enter a cluster that was asked, or change what is on record of it."""
    code = country.strip().upper()
    if not is_country(code):
        raise Refused(
            "{code} is no country code. Give two letters, such as KR.",
            "{code}: 없는 국가 코드입니다. KR처럼 두 글자로 입력해 주십시오.",
            code=country or "–",
        )
    if not values.get("name_ko") and not values.get("name_en"):
        raise Refused("Give the cluster a name.", "클러스터 이름을 입력해 주십시오.")
    try:
        with changing(survey) as mine:
            one = surveyed or Surveyed(survey=mine)
            for name, value in {**values, "country": code}.items():
                setattr(one, name, value)
            one.save()
    except IntegrityError:
        raise Refused(
            "This cluster is in the survey already.", "이미 조사 대상에 있는 클러스터입니다."
        ) from None
    return one


def ask_all(*, survey: Survey, rows: list[dict[str, str]]) -> tuple[int, int]:
    """Enter a list of clusters, all of it or nothing; give how many are new, and how many were changed.

    A cluster is known again by its name in either language; what the list does not say of it stays.
    """
    created = changed = 0
    with changing(survey) as mine:
        known = {name: one for one in mine.surveyed.all() for name in (one.name_ko, one.name_en) if name}  # type: ignore[attr-defined]
        for row in rows:
            one = known.get(row.get("name_ko", "")) or known.get(row.get("name_en", ""))
            if one is None:
                Surveyed.objects.create(survey=mine, **row)
                created += 1
                continue
            new = {name: value for name, value in row.items() if value and getattr(one, name) != value}
            if new:
                Surveyed.objects.filter(pk=one.pk).update(**new)
                changed += 1
    return created, changed


def remove(*, surveyed: Surveyed) -> None:
    """Take a cluster out, with its codes and cases: every count is one less."""
    with changing(surveyed.survey):
        surveyed.delete()


def define(*, survey: Survey, key: str, factor: Factor | None = None, **values: Any) -> Factor:
    """Enter a factor into the code book, or change its words. Its key stays: figures are quoted by it."""
    if not values.get("name_ko") and not values.get("name_en"):
        raise Refused("Give the factor a name.", "요인 이름을 입력해 주십시오.")
    try:
        with changing(survey) as mine:
            one = factor or Factor(survey=mine, key=key, position=mine.factors.count() + 1)
            for name, value in values.items():
                setattr(one, name, value)
            one.save()
    except IntegrityError:
        raise Refused(
            "The code book has the key {key} already.", "부호화 기준에 {key} 키가 이미 있습니다.", key=key
        ) from None
    return one


def tell(*, surveyed: Surveyed, factors: list[Factor], story: Story | None = None, **values: Any) -> Story:
    """Put a case on record. An amount needs its currency and the year whose money it is."""
    if values.get("amount") is not None and not (values.get("currency") and values.get("money_of")):
        raise Refused(
            "An amount needs its currency and the year, such as USD and 2026.",
            "금액에는 통화와 기준 연도가 필요합니다. 예: USD, 2026",
        )
    with changing(surveyed.survey):
        one = story or Story(surveyed=surveyed)
        for name, value in {**values, "surveyed": surveyed}.items():
            setattr(one, name, value)
        one.save()
        one.factors.set(factors)
    return one

"""The sample's binder: an invented label with twelve criteria, most of them shown, one running out, one run out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.models import Binder

CRITERIA = """구성 | 참여 기업 목록을 공개함 | The list of members is public
구성 | 참여 기업이 해마다 늘어남 | Members grow from year to year
구성 | 중소기업이 절반을 넘음 | More than half are small companies
운영 | 정관과 운영 규정이 있음 | Statutes and rules are in force
운영 | 해마다 총회를 엶 | A general meeting is held every year
운영 | 사무국 인원의 이력을 밝힘 | The office says who works there
재정 | 세 해의 재무제표를 공개함 | Three years of accounts are public
재정 | 회비와 서비스 수입이 있음 | Fees and services bring income
전략 | 문서로 된 전략이 있음 | The strategy is written down
전략 | 전략을 두 해마다 고침 | The strategy is revised every two years
서비스 | 회원 만족도를 조사함 | Members are asked how satisfied they are
서비스 | 협업 과제를 기록함 | Joint projects are on record"""
# Which criterion (from 0) has what, and for how many days more; None: without a last day.
DOCUMENTS: list[tuple[int, str, int | None]] = [
    (0, "회원 명부", None), (1, "회원 추이", 200), (2, "회원 구성표", 200), (3, "정관", None), (4, "총회 회의록", 30), (5, "사무국 소개", 400),
    (6, "재무제표", -20), (8, "전략서", 500), (10, "만족도 조사 결과", 150),
]  # fmt: skip


def load(cluster: Cluster, by: Any) -> None:
    """Enter the binder; the addresses lead nowhere, for the papers are invented."""
    binder = observatory.bind(
        cluster=cluster, name_ko="클러스터 운영 인증(본보기)", name_en="Label for running a cluster (example)"
    )
    observatory.ask_for(binder=binder, text=CRITERIA)
    criteria, today = list(binder.criteria.all()), timezone.localdate()
    for at, title, days in DOCUMENTS:
        expires = None if days is None else today + timedelta(days=days)
        observatory.show(
            criterion=criteria[at],
            title=title,
            by=by,
            link=f"https://example.org/label/{at + 1}",
            expires_on=expires,
        )


def remove(cluster: Cluster) -> None:
    """Take the binders out again."""
    Binder.objects.filter(cluster=cluster).delete()

"""The sample's news: a release with its lineage and a quoted figure, notices, an abridged text, one that waits for its translation."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import pgtrigger
from django.db import connection
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Tag
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.models import Claim, Edition, Item, Memory, Term
from pumasi.publish.portal import api as portal
from pumasi.publish.portal.models import Policy


class Told(NamedTuple):
    """An item: board, days since it came out, title, sentence and text in Korean; the same in English, or nothing."""

    kind: str
    days: int
    ko: tuple[str, str, str]
    en: tuple[str, str, tuple[str, ...]] | None = None
    left_out: str = ""
    tags: tuple[str, ...] = ()
    department: tuple[str, str] = ("기업협력팀", "Business Cooperation Team")


TERMS = [
    ("밋업", "meet-up", False), ("입주기업", "resident company", False), ("상담회", "1:1 day", False), ("실증시설", "test bed", False),
    ("공동 난제", "shared challenge", False), ("가온 클러스터", "Gaon Cluster", True),
]  # fmt: skip
COLLECTED = (
    "본보기입니다. 행사 신청에 필요한 이름과 메일 주소, 소속만 받습니다.\n\n# 보관 기간\n\n",
    "An example. Only name, mail address and organisation are asked for, to register for events.\n\n# How long\n\n",
)
# Kind, days in force, text, and what is new in it.
POLICIES = [
    (
        "privacy", 400,
        (COLLECTED[0] + "행사가 끝나고 2년 뒤에 지웁니다.", COLLECTED[1] + "Deleted two years after the event."),
        ("", ""),
    ),
    (
        "privacy", 30,
        (
            COLLECTED[0] + "행사가 끝나고 1년 뒤에 지웁니다.\n\n# 내 정보\n\n계정에서 내려받거나 지울 수 있습니다.",
            COLLECTED[1] + "Deleted a year after the event.\n\n# Your data\n\nDownload or erase it in your account.",
        ),
        ("보관 기간을 2년에서 1년으로 줄임", "Kept for one year instead of two"),
    ),
    (
        "copyright", 400,
        (
            "본보기입니다. 소식의 글은 출처를 밝히면 쓸 수 있습니다. 사진은 저작자에게 물어 주십시오.",
            "An example. Texts of the news may be used if the source is named. Ask the author before using a picture.",
        ),
        ("", ""),
    ),
]  # fmt: skip
NEWS = [
    Told(
        "release", 9,
        (
            "가온 클러스터, 협업에서 성장의 길을 찾다",
            "20개국 혁신클러스터 28곳을 살핀 조사 결과를 공개했다.",
            ("가온 클러스터는 20개국 혁신클러스터 28곳의 운영 현황을 조사한 결과를 공개했다. 이 조사는 본보기 자료이다.\n\n"
            "조사 대상 가운데 {figure:survey.example.collaboration}이 성공 요인으로 협업 네트워크를 꼽았다. "
            "기업과 대학, 병원, 투자자가 자주 만나는 곳일수록 공동 과제가 많았다.\n\n"
            "# 만남에서 과제로\n\n"
            "가온 클러스터에서는 올해 밋업이 300회 가까이 열렸다. 밋업에서 나온 공동 난제는 다음 달 해결팀 모집으로 이어진다.\n\n"
            "- 난제 제안은 누리집에서 받는다.\n- 선정 결과는 개별로 알린다.\n\n"
            "> “한 번의 만남이 다음 과제를 부르고, 과제가 다시 사람을 부른다.”"),
        ),
        (
            "Gaon Cluster finds a way to grow in working together",
            "Results of a survey of 28 innovation clusters in 20 countries are out.",
            (
                "Gaon Cluster has published the results of a survey of how 28 innovation clusters in 20 countries are run. The survey is an example.",
                ("Of those surveyed, {figure:survey.example.collaboration} named a collaboration network as what made them succeed. "
                "Where companies, universities, hospitals and investors meet often, there were more joint projects."),
                "From meeting to project",
                "Close to 300 meet-ups were held in Gaon Cluster this year. The shared challenges raised there lead to a call for teams next month.",
                "Challenges can be proposed online.\nThose selected are told one by one.",
                "“One meeting calls for the next project, and the project calls for people.”",
            ),
        ),
        tags=("sample-autonomous-driving",), department=("대외협력팀", "External Relations Team"),
    ),
    Told(
        "success", 16,
        (
            "실증시설에서 만난 두 기업, 함께 시제품을 내놓다",
            "같은 시간에 시험하던 두 기업이 공동 개발로 이어진 이야기.",
            ("두 입주기업은 실증시설의 같은 구간을 쓰다가 서로의 문제를 알게 됐다.\n\n한 곳은 센서를, 다른 한 곳은 제어기를 만들고 있었다. "
            "석 달 동안 {figure:joint-test-hours}을 함께 시험한 끝에 시제품이 나왔다.\n\n두 기업은 내년에 시제품 10대를 더 만들 계획이다."),
        ),
        (
            "Two companies that met at the test bed build a prototype together",
            "How two companies that tested at the same hours came to develop together.",
            (
                "The two resident companies used the same stretch of the test bed, and came to know each other's problems.",
                ("One was making sensors, the other controllers. "
                "After {figure:joint-test-hours} of testing together over three months there was a prototype."),
            ),
        ),
        left_out="국내 생산 계획은 영문판에서 다루지 않음", tags=("sample-autonomous-driving",),
    ),
    Told(
        "investment", 30,
        (
            "해외 투자자 현장 방문의 날 열려",
            "투자자들이 시험실과 입주기업을 둘러봤다.",
            "해외 투자자 현장 방문의 날에 6개국에서 온 투자자 14명이 참가했다.\n\n투자자들은 시험실 세 곳을 둘러보고 입주기업 9개사와 1:1로 만났다.",
        ),
        (
            "Investors from abroad visit the cluster",
            "They saw laboratories and met resident companies.",
            (
                "14 investors from six countries took part in a day of visits for investors from abroad.",
                "They saw three laboratories and met nine resident companies one to one.",
            ),
        ),
        department=("투자유치팀", "Investment Team"),
    ),
    Told(
        "notice", 3,
        (
            "시험동 정기 점검 안내",
            "점검하는 동안 시험동을 쓸 수 없습니다.",
            ("시험동을 정기 점검합니다. 점검은 오전 9시부터 오후 6시까지입니다.\n\n"
            "점검하는 동안에는 예약한 시험을 다른 날로 옮겨 드립니다. 문의는 시설운영팀으로 해 주십시오."),
        ),
        (
            "Regular inspection of the test building",
            "The test building is closed meanwhile.",
            (
                "The test building will be inspected from 9 a.m. to 6 p.m.",
                "Tests booked for these hours are moved to another day. Ask the Facility Team.",
            ),
        ),
        department=("시설운영팀", "Facility Team"),
    ),
    Told(
        "notice", 1,
        (
            "다음 1:1 상담회 참가 신청 안내",
            "입주기업과 투자자, 병원이 참가합니다.",
            "다음 1:1 상담회의 참가 신청을 받습니다. 신청하신 상대와 20분씩 만납니다.\n\n신청은 누리집의 밋업·행사에서 해 주십시오.",
        ),
    ),
    Told(
        "news", 5,
        (
            "입주기업 간담회에서 나온 다섯 가지 제안",
            "",
            "입주기업 간담회에서 회의실 예약, 주차, 통역, 장비 공동구매, 채용 행사에 관한 제안이 나왔다.\n\n사무국은 다음 달까지 답한다.",
        ),
        (
            "Five proposals from the residents' round table",
            "",
            (
                "Residents proposed changes to meeting rooms, parking, interpreting, joint purchases and hiring events.",
                "The office answers by next month.",
            ),
        ),
    ),
]  # fmt: skip


def load(cluster: Cluster, by: dict[str, Any]) -> int:
    """Write, translate and publish the sample's news by its editor, translator and reviewer; give how many."""
    editor, translator = by.get("editor"), by.get("translator")
    for ko, en, is_name in TERMS:
        newsroom.name(cluster=cluster, ko=ko, en=en, is_name=is_name)
    newsroom.state(
        cluster=cluster, key="joint-test-hours", numerator=Decimal(40), as_of=date(2026, 7, 8), status="confirmed",
        phrase_ko="{n}시간", phrase_en="{n} hours",
        source_ko="실증시설 이용 기록(본보기)", source_en="Record of use of the test bed (example)",
    )  # fmt: skip
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    for told in sorted(NEWS, key=lambda one: -one.days):
        _published(told, cluster, editor, translator, now - timedelta(days=told.days))
    _waits(cluster, editor)
    _policies(cluster, by.get("cluster_manager"))
    return len(NEWS) + 1


def _policies(cluster: Cluster, by: Any) -> None:
    """A privacy policy in two versions and one for texts and pictures; both are examples."""
    today = timezone.localdate()
    for kind, days, (ko, en), (change_ko, change_en) in POLICIES:
        portal.announce(
            cluster=cluster, kind=kind, valid_from=today - timedelta(days=days), by=by, text_ko=ko, text_en=en,
            change_ko=change_ko, change_en=change_en,
        )  # fmt: skip


def _published(told: Told, cluster: Cluster, editor: Any, translator: Any, at: datetime) -> None:
    title, summary, body = told.ko
    edition = newsroom.write(
        cluster=cluster, by=editor, title=title, summary=summary, body=body, kind=told.kind, department_ko=told.department[0],
        department_en=told.department[1], tags=Tag.objects.filter(slug__in=told.tags),
    )  # fmt: skip
    done = [edition]
    if told.en:
        done.append(_translated(told, edition, translator))
    for one in done:
        if one.item.needs_review:
            newsroom.submit(edition=one)
            newsroom.approve(edition=one, by=translator if one is edition else editor)
        newsroom.publish(edition=one)
    Edition.objects.filter(item=edition.item).update(publish_at=at, first_published_at=at)
    Item.objects.filter(pk=edition.item_id).update(created_at=at)
    if told.kind == "release":
        newsroom.come_from(
            item=edition.item,
            kind="abridgement",
            title="혁신클러스터 운영 현황 조사 보고서(본보기)",
            publisher="가온 클러스터 사무국",
        )
    if told.days == min(one.days for one in NEWS):
        Item.objects.filter(pk=edition.item_id).update(pinned_until=timezone.localdate() + timedelta(days=30))


def _translated(told: Told, edition: Edition, translator: Any) -> Edition:
    assert told.en is not None  # noqa: S101  # asked above
    title, summary, words = told.en
    target = newsroom.begin_translation(item=edition.item, by=translator)
    ids = [one["id"] for one in edition.blocks]
    left = dict.fromkeys(ids[len(words) :], told.left_out) if told.left_out else {}
    said = dict(zip(ids, words, strict=False))
    return newsroom.translate(
        edition=target, by=translator, version=1, title=title, summary=summary, said=said, left_out=left
    )


def _waits(cluster: Cluster, editor: Any) -> None:
    """A release that waits for another person, with something for the checks to say."""
    edition = newsroom.write(
        cluster=cluster, by=editor, kind="release", title="시험동 누적 이용 1만 시간 앞둬", summary="개관 이후 이용이 꾸준히 늘었다.",
        body="시험동의 누적 이용 시간이 1만 시간에 육박했다. 이용 기업은 60여 개사다.\n\n자세한 내용은 붙임 자료에 있다.",
    )  # fmt: skip
    newsroom.submit(edition=edition)


def remove(cluster: Cluster) -> None:
    """Take the sample's news out, with its history."""
    editions = list(Edition.objects.filter(item__cluster=cluster).values_list("pk", flat=True))
    claims = list(Claim.objects.filter(cluster=cluster).values_list("pk", flat=True))
    Item.objects.filter(cluster=cluster).delete()
    for model in (Claim, Term, Memory, Policy):
        model.objects.filter(cluster=cluster).delete()
    with pgtrigger.ignore(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM newsroom_editionevent WHERE pgh_obj_id = ANY(%s)", [editions])
        cursor.execute("DELETE FROM newsroom_claimevent WHERE pgh_obj_id = ANY(%s)", [claims])

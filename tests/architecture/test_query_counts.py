"""A list page asks the database as often for three rows as for one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makers import Makers
from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch, Relation
from pumasi.measure.network.models import Introduction
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.actions import days, runs
from pumasi.publish.portal import policies, remembered, site
from security.reading import read_on

pytestmark = pytest.mark.django_db
# Pages by reader; "one" names the organisation that everything hangs on.
PAGES = {
    "manager": [
        "home", "members:desk", "members:approvals", "members:fields", "members:desk_about one", "ledger:record", "mail:desk",
        "meetups:desk", "meetups:desk_event event", "meetups:door event", "meetups:plan day", "meetups:board day", "network:overview", "network:alone", "network:desk", "network:together one", "intake:start", "notices",
    ],
    "member": [
        "home", "members:directory", "members:export", "members:my_organisation", "members:organisation one", "network:overview",
        "meetups:list", "meetups:month", "meetups:mine", "meetups:event event", "network:connections", "network:map", "network:rows", "network:together one", "search", "suggest",
    ],
    "visitor": ["meetups:list", "meetups:event event", "public_home", "members:directory", "network:overview", "figures", "ledger:thread"],
}  # fmt: skip
# Pages whose rows are few by design (figures, at most two cards), so that three show no more than one.
SHORT = {"figures", "members:desk_about", "members:organisation", "meetups:event"}


def _more(make: Makers, one: SimpleNamespace, rows: int) -> None:
    """Add `rows` of everything that a list can show."""
    _at_events(one, rows)
    for n in range(rows):
        other, further = make.organisation(f"(주)더{n}"), make.organisation(f"(주)또{n}")
        members.change(organisation=other, tags=[members.tag_named(f"태그{n}{other.pk}")])
        person = make.person(f"나다{n}", at=other, named=True)
        make.gathering(one.organisation, other, people=[(person, other)], visibility="public", origin="meeting.0" if one.told else "",
                       source="" if one.told else "meeting.0")  # fmt: skip
        one.told = True
        make.gathering(other, further, visibility="public", days_ago=n + 3)
        make.organisation(f"(주)홀로{n}")
        make.person(f"사람{n}", at=one.organisation, named=True)
        members.list_something(organisation=one.organisation, kind="offer", text_ko=f"보기 장비 {n}")
        members.list_something(organisation=other, kind="need", text_ko=f"보기 필요 {n}")
        _at_the_desk(make, one, n, other)


def _at_events(one: SimpleNamespace, rows: int) -> None:
    """Events, registrations, and a 1:1 day with a plan."""
    start = timezone.now() + timedelta(days=3)
    when = {"cluster": one.cluster, "starts_at": start, "ends_at": start + timedelta(hours=4)}
    if not hasattr(one, "event"):
        one.event = meetups.publish(event=meetups.draft(title_ko="행사", title_en="Event", **when))
        one.day_event = meetups.publish(event=meetups.draft(title_ko="상담회", kind="brokerage", **when))
        one.day = days.set_up(event=one.day_event, first=start, minutes=20, pause=0, slots=6, tables=4)
    for n in range(rows):
        other = meetups.publish(event=meetups.draft(title_ko=f"다른 행사 {n}", **when))
        for event in (one.event, other):
            meetups.register(
                event=event, name=f"참가자 {n}", email=f"r{event.pk}.{n}.{rows}@three.example", proved=True,
                organisation=Makers().organisation(), consents={"attendees": True}, person=one.person if event is other else None,
            )  # fmt: skip
        pair = [
            days.join(day=one.day, organisation=Makers().organisation(), name=f"상담 {n}{rows}{side}")
            for side in "ab"
        ]
        days.wish(by=pair[0], about=pair[1], strength="meet")
    runs.publish(run=runs.run(day=one.day))


def _at_the_desk(make: Makers, one: SimpleNamespace, n: int, other: Any) -> None:
    here = {"cluster": one.cluster, "organisation": one.organisation}
    members.note(**here, author=one.manager, text=f"메모 {n}")
    members.add_task(**here, author=one.manager, text=f"할 일 {n}")
    members.log_contact(
        **here, author=one.manager, text=f"통화 {n}", channel="phone", on=timezone.localdate()
    )
    members.add_custom_field(cluster=one.cluster, label_en=f"Field {other.pk}", label_ko="항목", type="text")
    members.claim(user=make.user(person=make.person()), organisation=other, cluster=one.cluster)
    applicant = make.organisation(f"(주)신청{n}")
    Relation.objects.filter(organisation=applicant).update(state="applied")
    mail.write(
        to="x@one.example",
        topic="membership",
        dedupe=f"q.{other.pk}",
        subject="s",
        text="t",
        cluster=one.cluster,
    )
    mail.notify(user=one.manager, dedupe=f"q.{other.pk}", text_ko="알림", text_en="Notice")
    Batch.objects.create(kind="members", cluster=one.cluster, author=one.manager, files=["a.csv"])
    now = timezone.now()
    for state in ("asked", "mutual"):
        asker = make.organisation()
        Introduction.objects.create(
            cluster=one.cluster,
            asker=asker,
            asked=one.organisation,
            state=state,
            asked_at=now,
            answered_at=now,
        )


def _counts(one: SimpleNamespace) -> dict[tuple[str, str], tuple[int, int, list[str]]]:
    """Number of queries and length of each page."""
    read_on()
    found = {}
    for reader, pages in PAGES.items():
        for page in pages:
            url = _address(one, page)
            with transaction.atomic():
                one.clients[reader].get(url)
                cache.clear()
                with CaptureQueriesContext(
                    connection,
                ) as asked:
                    response = one.clients[reader].get(url)
                transaction.set_rollback(True)
            assert response.status_code == 200, f"{url}: {response.status_code}"
            found[reader, page] = (len(asked), len(response.content), [q["sql"] for q in asked])
    return found


def _address(one: SimpleNamespace, page: str) -> str:
    name, _, thing = page.partition(" ")
    kwargs: dict[str, Any] = {} if name == "notices" else {"cluster": one.cluster.slug}
    if name == "ledger:thread":
        kwargs["source"] = "meeting.0"
    if thing:
        kwargs["pk"] = {"event": one.event, "day": one.day_event}.get(thing, one.organisation).pk
    if name == "meetups:event":
        kwargs["slug"] = one.event.slug
    if name == "members:organisation":
        kwargs["slug"] = one.organisation.slug
    return reverse(name, kwargs=kwargs) + {
        "search": "?q=보기",
        "suggest": "?q=보기",
        "members:organisation": "?tab=people",
    }.get(name, "")


@pytest.fixture(scope="module")
def counted(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[dict[Any, Any], dict[Any, Any]]]:
    """Every page at one row and at three."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # Made before the fixture of each test: whom the hash of two keys holds back would decide what is counted.
        patch.setattr("pumasi.measure.network.queries.holdback.withheld", lambda *_: False)
        # On a busy machine a minute ends between two readings of a page; what is remembered for one is then asked again.
        patch.setattr(remembered, "LASTS", 3600.0)
        policies._links.clear()
        site._sites.clear()
        make = Makers()
        one = SimpleNamespace(cluster=make.cluster(weekly_introductions=1), told=False)
        one.organisation = make.organisation("(주)보기")
        one.manager, one.person = make.user("cluster_manager"), make.person()
        users = {
            "visitor": None,
            "member": make.user("organisation_admin", organisation=one.organisation, person=one.person),
            "manager": one.manager,
        }
        one.clients = {name: Client() for name in users}
        for name, user in users.items():
            if user:
                one.clients[name].force_login(user)
        _more(make, one, 1)
        first = _counts(one)
        _more(make, one, 2)
        yield first, _counts(one)
        transaction.set_rollback(True)


def _pattern(sql: str) -> str:
    return "".join("?" if c.isdigit() else c for c in sql)[:160]


@pytest.mark.parametrize(
    ("reader", "page"), [(reader, page) for reader, pages in PAGES.items() for page in pages]
)
def test_as_many_queries_for_three_rows_as_for_one(counted, reader, page):
    first, third = (found[reader, page] for found in counted)
    asked = [_pattern(sql) for sql in third[2]]
    repeated = sorted({sql for sql in asked if asked.count(sql) > [_pattern(q) for q in first[2]].count(sql)})
    assert first[0] == third[0], (
        f"{first[0]} queries for one row, {third[0]} for three; more often:\n" + "\n".join(repeated)
    )
    if page.partition(" ")[0] not in SHORT:
        assert third[1] > first[1], "the page shows no more rows than before, so it proves nothing"

"""What is confidential stands on the desk of who operates and on no desk of who only reads: hours, visits, papers, tests, incidents."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import qualifying, services
from pumasi.operate.facilities.models import Session
from pumasi.operate.facilities.queries import desk
from rooms.facilities.conftest import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept_quiet(given, bed, book, workday, monkeypatch):
    """A confidential booking in use now, one whose paper will be missing, a confidential test and an incident."""
    other = given.organisation("(주)비밀회사", cluster=bed.cluster)
    person = given.person(at=other)
    for day in (workday, workday + timedelta(days=1)):
        made = book(bed.tunnel, day=day, organisation=other, person=person, confidential=True)
        if day == workday:
            monkeypatch.setattr(timezone, "now", lambda: at(workday, 9, 5))
            facilities.check_in(booking=made)
    qualifying.record_incident(facility=bed.tunnel, text="비밀사고", session=Session.objects.get())
    services.ask(
        cluster=bed.cluster,
        facility=bed.site,
        organisation=other,
        person=person,
        title="비밀시험",
        confidential=True,
    )
    facilities.require(facility=bed.tunnel, kind="induction")
    return bed


def _read(client, bed) -> str:
    pages = [
        client.get(reverse(f"facilities:{name}", kwargs={"cluster": bed.cluster.slug}))
        for name in ("board", "requests")
    ]
    assert [page.status_code for page in pages] == [200, 200]
    return "".join(page.content.decode() for page in pages)


def test_who_operates_reads_it_and_who_only_reads_does_not(kept_quiet, given, client):
    client.force_login(given.user("facility_operator", cluster=kept_quiet.cluster))
    for word in ("비밀회사", "비밀사고", "비밀시험"):
        assert word in _read(client, kept_quiet)
    client.force_login(given.user("auditor", cluster=kept_quiet.cluster))
    for word in ("비밀회사", "비밀사고", "비밀시험"):
        assert word not in _read(client, kept_quiet)


def test_no_count_and_no_lapse_tells_of_it(kept_quiet, given):
    cluster, tree = kept_quiet.cluster, facilities.tree(kept_quiet.cluster)
    told = {}
    for role in ("facility_operator", "auditor"):
        user = given.user(role, cluster=cluster)
        told[role] = (
            desk.inside(user, cluster).count(),
            len(facilities.lapses(facilities.bookings(user, cluster), tree)),
            facilities.waiting_counts(user, cluster)["services"],
            desk.incidents(user, cluster).count(),
        )
    assert told == {"facility_operator": (1, 1, 1, 1), "auditor": (0, 0, 0, 0)}


def test_an_incident_without_a_visit_is_read_by_both(kept_quiet, given):
    qualifying.record_incident(facility=kept_quiet.hall, text="조명 고장")
    auditor = given.user("auditor", cluster=kept_quiet.cluster)
    assert [one.text for one in desk.incidents(auditor, kept_quiet.cluster)] == ["조명 고장"]

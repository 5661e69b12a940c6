"""Lists ask the database as often for three rows as for one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pumasi.commons.members import api as members
from pumasi.measure.network import api as network

LISTS = [
    ("organisations", "member", 8), ("people", "member", 7), ("listings", "member", 7), ("tags", "member", 6), ("record", "manager", 8),
    ("network/ties", "member", 6), ("network/alone", "member", 8), ("applications", "manager", 6), ("entry-claims", "manager", 6),
    ("introductions", "manager", 6), ("imports", "manager", 6), ("search?q=a", "member", 10), ("upcoming", "member", 8),
    ("figures", "member", 5), ("segments", "manager", 5), ("network/organisations/{pk}/partners", "member", 7),
    ("organisations/{pk}/people", "member", 9), ("organisations/{pk}/listings", "member", 9),
]  # fmt: skip


def _fill(given, cluster, first, computed):
    """One more row for every list."""
    one, lone = given.organisation("(주)보기 a"), given.organisation()
    members.change(organisation=one, tags=[members.tag_named(f"tag of {one.pk}")])
    person = given.person(at=first, named=True, email="")
    members.list_something(organisation=first, kind="offer", tags=f"tag{one.pk}", text_en="a offer")
    given.gathering(first, one, people=[(person, one)], title_en="a gathering")
    given.gathering(first, one, days_ago=-5, stage="planned")
    given.organisation(relation="member", state="applied")
    members.claim(user=given.user(), organisation=lone, cluster=cluster)
    network.suggest_by_hand(cluster=cluster, asker=first, asked=one)
    members.save_segment(cluster=cluster, author=None, name=str(one.pk), query="")
    from pumasi.commons.members.models import Batch

    Batch.objects.create(kind="members", cluster=cluster)
    computed()


def _count(call, user, path):
    caller = call(user)
    caller.get(path)
    with CaptureQueriesContext(connection) as asked:
        told = caller.get(path)
    rows = told["items"] if isinstance(told, dict) and "items" in told else told
    return len(asked), len(rows) if isinstance(rows, list) else len(rows["organisations"])


@pytest.mark.parametrize(("path", "who", "most"), LISTS, ids=[path for path, _, _ in LISTS])
def test_a_list_asks_as_often_for_three_rows_as_for_one(db, given, call, computed, path, who, most):
    cluster, first = given.cluster(), given.organisation("(주)처음 a")
    user = (
        given.user("cluster_manager")
        if who == "manager"
        else given.user("organisation_admin", organisation=first)
    )
    path = f"/hangang/{path.format(pk=first.pk)}"
    _fill(given, cluster, first, computed)
    few, before = _count(call, user, path)
    _fill(given, cluster, first, computed)
    _fill(given, cluster, first, computed)
    many, after = _count(call, user, path)
    assert after >= before > 0
    assert many == few
    assert many <= most

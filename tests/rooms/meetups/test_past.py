"""The past of another platform: numbered people, a yes counts as assumed, for managers only; real answers where they are here."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pumasi.commons.ledger.models import Line
from pumasi.measure.network.models import Reading
from pumasi.measure.network.queries import people
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.models import Event, Registration
from security.reading import read_on

pytestmark = pytest.mark.django_db


def past(n: int) -> tuple[list, list]:
    start = timezone.now() - timedelta(days=400)
    events = [
        meetups.PastEvent(f"e{i}", f"Evening {i}", "Coders", start + timedelta(days=i)) for i in range(n)
    ]
    answers = [
        meetups.PastAnswer(f"e{i}", f"p{i + j}", "yes" if j < 3 else "no")
        for i in range(n)
        for j in range(4)
        if i != 1
    ]
    return events, answers


def test_a_yes_counts_as_assumed_and_a_second_time_changes_nothing(given):
    cluster = given.cluster()
    events, answers = past(4)
    told = meetups.bring_in(cluster=cluster, zone="America/Denver", events=events, answers=answers)
    assert told["events"] == {"created": 3, "unchanged": 0, "without_answers": 1}
    assert told["answers"] == {"created": 12, "yes": 9}
    again = meetups.bring_in(cluster=cluster, zone="America/Denver", events=events, answers=answers)
    assert (again["events"]["created"], again["answers"]["created"], again["people"]["created"]) == (0, 0, 0)
    line = Line.objects.filter(kind="meetup").first()
    assert (line.stage, line.basis, line.visibility) == ("happened", "assumed from RSVP", "managers")
    assert (
        Registration.objects.filter(checked_in_at__isnull=False).exclude(basis="assumed from RSVP").count()
        == 0
    )


def test_the_network_between_people_is_for_managers_only_and_says_what_is_assumed(given):
    cluster = given.cluster()
    meetups.bring_in(cluster=cluster, zone="UTC", events=past(4)[0], answers=past(4)[1])
    read_on()
    found = people.among(cluster)
    assert (found.gatherings, found.assumed, found.people) == (3, 3, 6)
    assert found.pairs == 8 and found.again == 1, "0-1-2, 2-3-4, 3-4-5: only 3 and 4 met twice"
    url = reverse("network:people", kwargs={"cluster": cluster.slug})
    manager, member = Client(), Client()
    manager.force_login(given.user("cluster_manager"))
    member.force_login(given.user("member", organisation=given.organisation()))
    assert "#p3" in manager.get(url).content.decode()
    assert member.get(url).status_code == 404
    assert "Evening" not in Client().get(f"/en/{cluster.slug}/events/?when=past").content.decode()


def test_the_answers_of_montana(given, shared_data):
    """13 groups, 873 events with answers, 5,870 of 8,326 answers a yes: counted in the files as prepared."""
    import pyarrow.parquet as pq

    rows = {
        name: pq.read_table(shared_data / "data" / "meetup" / f"{name}.parquet").to_pylist()
        for name in ("events", "rsvps")
    }
    zone = timezone.get_fixed_timezone(0)
    events = [
        meetups.PastEvent(row["event_id"], row["name"], str(row["group_id"]), row["starts_at"].replace(tzinfo=zone))
        for row in rows["events"] if row["dataset"] == "montana"
    ]  # fmt: skip
    answers = [
        meetups.PastAnswer(row["event_id"], str(row["person_id"]), row["response"])
        for row in rows["rsvps"]
        if row["dataset"] == "montana"
    ]
    told = meetups.bring_in(cluster=given.cluster(), zone="America/Denver", events=events, answers=answers)
    assert told["events"]["created"] == 873 == Event.objects.count()
    assert told["answers"] == {"created": 8326, "yes": 5870}
    assert told["people"]["created"] == 909


def test_what_was_recorded_with_organisations_counts_as_come_and_makes_members(given):
    cluster = given.cluster()
    start = timezone.now() - timedelta(days=400)
    events = [
        meetups.PastEvent(f"g{i}", f"Meet-up {i}", "batteries", start + timedelta(days=i)) for i in range(3)
    ]
    answers = [
        meetups.PastAnswer(f"g{i}", f"p{i + j}", "came", f"o{(i + j) % 3}")
        for i in range(3)
        for j in range(2)
    ]
    steps = []
    told = meetups.bring_in(
        cluster=cluster, zone="UTC", events=events, answers=answers, visibility="public", tell=lambda *step: steps.append(step)
    )  # fmt: skip
    assert told["organisations"] == {"created": 3, "unchanged": 0}
    assert steps == [("events", 3, 3)]
    assert set(Line.objects.values_list("stage", "basis", "visibility")) == {("happened", "", "public")}
    read_on()
    assert Reading.objects.get(cluster=cluster, audience="public").ties == 3
    again = meetups.bring_in(cluster=cluster, zone="UTC", events=events, answers=answers)
    assert [again[key]["created"] for key in ("events", "answers", "people", "organisations")] == [0, 0, 0, 0]

"""Events over HTTP: registrations of a hot event, its public page, and lists with the events of a year in the database.

Two web processes, the database and the clients share the machine; peers were measured so on two cores
(2026-11-22): registrations a minute Indico 1,158 (oversold), pretix 161; event page requests a second Wagtail 85,
pretix 48, Indico 26.
"""

import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from benchmarks.serving import Client, House, Taken, house, load, timed
from benchmarks.spent import spent

YEAR = 22_000
CLIENTS = 8
REGISTRATIONS, PAGES, ONE_BY_ONE = 1500, 2000, 200
GOAL_REGISTRATIONS, GOAL_PAGES, GOAL_QUERIES = 3000, 250, 10


def machine() -> str:
    """How busy the machine is with other work."""
    return "load {:.1f} {:.1f} {:.1f}, {} processors".format(*os.getloadavg(), os.cpu_count())


def hot_event(capacity: int):
    """A public event as an office publishes it: host, agenda, topics, consents."""
    from pumasi.commons.members import api as members  # late: after the house has set Django up
    from pumasi.commons.members.models import Cluster  # late: after the house has set Django up
    from pumasi.operate.meetups.actions import events  # late: after the house has set Django up

    cluster, _ = Cluster.objects.get_or_create(
        slug="bench", defaults={"name_ko": "한들 클러스터", "name_en": "Handeul Cluster"}
    )
    host = members.add(
        cluster=cluster, relation="member", name_ko="(주)새벽빛", name_en=f"Saebyeokbit {capacity}"
    )
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=14)
    event = events.draft(
        cluster=cluster, kind="conference", title_ko="배터리 콘퍼런스", title_en="Battery conference", starts_at=start,
        ends_at=start + timedelta(hours=6), host=host, capacity=capacity, place_ko="대강당", place_en="Main hall",
        summary_ko="전고체 전지의 양산", summary_en="Solid-state cells at scale", text_ko="발표와 토론. " * 80,
        text_en="Talks and discussion. " * 80, tags=[members.tag_named("배터리"), members.tag_named("소재")],
    )  # fmt: skip
    events.set_agenda(
        event=event,
        items=[
            {"starts_at": start + timedelta(hours=n), "title_ko": f"{n + 1}부", "title_en": f"Part {n + 1}"}
            for n in range(5)
        ],
    )
    return events.publish(event=event)


def a_year_of_events(cluster) -> None:
    """22,000 events, half of them past, written at once."""
    from pumasi.operate.meetups.actions.events import _index  # late: after the house has set Django up
    from pumasi.operate.meetups.models import Event, Registration  # late: after the house has set Django up

    kinds = list(Event.Kind.values)
    topics = ["배터리", "반도체", "바이오", "로봇", "소재", "수소", "우주", "양자", "센서", "광학"]
    first = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) - timedelta(days=183)
    rows = []
    for n in range(YEAR):
        topic = topics[n % len(topics)]
        start = first + timedelta(minutes=n * 365 * 24 * 60 // YEAR)
        row = Event(
            cluster=cluster, kind=kinds[n % 8], state="published", starts_at=start, ends_at=start + timedelta(hours=2),
            title_ko=f"{topic} 밋업 {n}", title_en=f"Meet-up {n}", capacity=60, place_ko="라운지", place_en="Lounge",
        )  # fmt: skip
        _index(row)
        rows.append(row)
    made = Event.objects.bulk_create(rows, batch_size=2000)
    Registration.objects.bulk_create(
        [
            Registration(event=one, name="신청", email=f"r{k}@bench.example", state="confirmed")
            for one in made[::10]
            for k in range(5)
        ],
        batch_size=5000,
    )


def queries(ask: Callable[[], object]) -> int:
    """How many statements a request needs, transactions not counted; asked of this process, with the same database."""
    from django.db import connection  # late: after the house has set Django up
    from django.test.utils import CaptureQueriesContext  # late: after the house has set Django up

    ask()
    with CaptureQueriesContext(connection) as seen:
        ask()
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for one in seen)


def registrations(here: House) -> None:
    """Complete registrations of visitors: the form, sending it, the page it leads to."""
    event = hot_event(REGISTRATIONS - 500)
    path = f"/ko/bench/events/{event.pk}/register/"
    mine = threading.local()

    def register(number: int, taken: Taken) -> None:
        if not hasattr(mine, "client"):
            mine.client = Client(here.address)
        client = mine.client
        client.cookies = {}
        with timed(taken, "form"):
            status, page, _ = client.ask("GET", path)
        form = {
            "name": f"방문{number}", "email": f"visitor{number}@bench.example", "organisation_name": "", "others": "",
            "c_processing": "on", "csrfmiddlewaretoken": client.token(page),
        }  # fmt: skip
        with timed(taken, "send"):
            sent, _, target = client.ask("POST", path, form)
        if (status, sent) != (200, 302):
            raise ValueError(f"{status} {sent}")
        with timed(taken, "page"):
            status, _, _ = client.ask("GET", target)
        if status != 200:
            raise ValueError(f"page {status}")

    before = machine()
    with spent(here.data, here.web) as cost:
        taken = load(register, REGISTRATIONS, CLIENTS)
    done = REGISTRATIONS - taken.errors.total()
    told = event.registrations.filter(state__in=["reserved", "confirmed", "offered"]).count()
    rate = 60 * done / taken.clock
    p95 = ", ".join(f"{name} {taken.p95(name):.0f}" for name in taken.seconds)
    print(f"  {rate:,.0f} registrations a minute (goal {GOAL_REGISTRATIONS:,}); p95 in ms: {p95}")
    print(f"  {cost.each(done)}")
    print(
        f"  {told:,} promised of {event.capacity:,} places, {taken.errors.total()} errors {dict(taken.errors) or ''}"
    )
    print(f"  queries: {_queries_of_registering(path)}; before: {before}", flush=True)


def _queries_of_registering(path: str) -> str:
    from django.test import Client as Inside  # late: after the house has set Django up

    inside, number = Inside(), iter(range(1000))

    def send() -> None:
        told = {"name": "방문", "email": f"inside{next(number)}@bench.example", "c_processing": "on"}
        nonlocal target
        target = inside.post(path, told)["Location"]

    target = ""
    form, sent = queries(lambda: inside.get(path)), queries(send)
    return f"form {form}, send {sent}, page {queries(lambda: inside.get(target))}"


def event_page(here: House) -> None:
    """The public page of an event, computed anew each time."""
    from django.test import Client as Inside  # late: after the house has set Django up

    event = hot_event(100)
    path = f"/ko/bench/events/{event.pk}-{event.slug}/"
    mine = threading.local()

    def look(_number: int, taken: Taken) -> None:
        if not hasattr(mine, "client"):
            mine.client = Client(here.address)
        with timed(taken, "event"):
            status, _, _ = mine.client.ask("GET", path)
        if status != 200:
            raise ValueError(str(status))

    load(look, 200, CLIENTS)
    before = machine()
    with spent(here.data, here.web) as cost:
        taken = load(look, PAGES, CLIENTS)
    inside = Inside()
    print(
        f"  {PAGES / taken.clock:,.0f} requests/s (goal {GOAL_PAGES}), p95 {taken.p95('event'):.0f} ms, "
        f"{queries(lambda: inside.get(path))} queries (goal {GOAL_QUERIES}), {taken.errors.total()} errors; before: {before}\n"
        f"  {cost.each(PAGES)}",
        flush=True,
    )


def lists(address: str) -> None:
    """List, month and search with the events of a year in the database, one request after the other."""
    from django.test import Client as Inside  # late: after the house has set Django up

    from pumasi.commons.members.models import Cluster  # late: after the house has set Django up

    cluster = Cluster.objects.get(slug="bench")
    a_year_of_events(cluster)
    from django.db import connection  # late: after the house has set Django up

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()
    client, inside, base = Client(address), Inside(), "/ko/bench/events/"
    asked = {
        "list": [f"{base}?page={n % 40 + 1}" for n in range(ONE_BY_ONE)],
        "past": [f"{base}?when=past&page={n % 40 + 1}" for n in range(ONE_BY_ONE)],
        "month": [f"{base}month/" for _ in range(ONE_BY_ONE)],
        "search": [f"{base}?q={word}" for word in ("배터리", "수소", "ㅂㄷㅊ", "meet-up 210") * (ONE_BY_ONE // 4)],
    }  # fmt: skip
    for name, paths in asked.items():
        taken, before = Taken(), machine()
        for path in [*paths[:10], *paths]:
            url = "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode()) for c in path)
            with timed(taken, name):
                status, _, _ = client.ask("GET", url.replace(" ", "+"))
            if status != 200:
                taken.errors[str(status)] += 1
        count = queries(lambda paths=paths: inside.get(paths[0]))
        middle = sorted(taken.seconds[name])[len(taken.seconds[name]) // 2]
        print(
            f"  {name:7} p95 {taken.p95(name):5.0f} ms, median {1000 * middle:5.0f} ms, {count} queries, "
            f"{taken.errors.total()} errors; before: {before}",
            flush=True,
        )


def events() -> None:
    """All three."""
    with house() as here:
        time.sleep(1)
        print("\n8. A hot event: complete registrations of visitors (form, sending, page)")
        registrations(here)
        print("\n9. The public page of an event, 8 connections, nothing cached")
        event_page(here)
        print(f"\n10. {YEAR:,} events in the year: 200 requests one after the other")
        lists(here.address)

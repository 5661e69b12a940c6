"""A busy site over HTTP: its week with ten years of bookings in the database, booking, and the report of a year.

Two web processes, the database and the clients share the machine; peers were measured so on two cores (2026-11-22): NEMO 8.1.5
calendar page 60 requests a second with 36 queries, booking 36 a second (two users at once double-booked), its 14-day feed of
180 reservations 0.7 a second with 1,067 queries.
"""

import shutil
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from benchmarks.events import CLIENTS, machine, queries
from benchmarks.pages import under_wrk
from benchmarks.serving import Client, Taken, house, load, timed

YEARS, BOOKINGS, ZONES, FIRMS = 10, 500_000, 24, 52
PAGES, FEEDS, BOOKED, IN_TURN = 600, 300, 400, 120
# Hours of UTC at which the slots of a day in Seoul begin: 8, 10, 12, 14, 16, 18.
HOURS = (-1, 1, 3, 5, 7, 9)


def busy_site():
    """A site of 24 zones, six slots a day each, and ten years of bookings that were used; the next weeks are half full."""
    from pumasi.commons.members import api as members  # late: after the house has set Django up
    from pumasi.commons.members.models import Cluster  # late: after the house has set Django up
    from pumasi.operate.facilities import api as facilities  # late: after the house has set Django up

    cluster, _ = Cluster.objects.get_or_create(
        slug="track", defaults={"name_ko": "시험 클러스터", "name_en": "Track cluster"}
    )
    site = facilities.add(cluster=cluster, kind="site", name_ko="시험장", name_en="Proving ground")
    zones = [
        facilities.add(
            cluster=cluster, parent=site, kind="zone", name_ko=f"구역 {n}", name_en=f"Zone {n}", position=n
        )
        for n in range(ZONES)
    ]
    facilities.set_hours(facility=site, rows=[(day, clock(8), clock(20)) for day in range(7)])
    firms = [
        members.add(cluster=cluster, relation="member", name_ko=f"(주)시험{n}", name_en=f"Tester {n}")
        for n in range(FIRMS)
    ]
    _past(cluster, zones, firms)
    return cluster, site, zones, firms


def _past(cluster, zones, firms) -> None:
    """Bookings, their items and sessions, by COPY; what lies ahead is held."""
    import pgtrigger  # late: after the house has set Django up
    from django.db import connection, transaction  # late: after the house has set Django up
    from django.db.backends.postgresql.psycopg_any import (
        DateTimeTZRange,
    )  # late: after the house has set Django up

    from pumasi.commons.holds import api as holds  # late: after the house has set Django up
    from pumasi.commons.holds.models import Hold  # late: after the house has set Django up
    from pumasi.kit.copying import analyse, copy_in  # late: after the house has set Django up
    from pumasi.operate.facilities.models import (
        Booking,
        BookingItem,
        Session,
    )  # late: after the house has set Django up

    ahead = timedelta(days=28)
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    first = now.replace(hour=0) - timedelta(days=365 * YEARS)
    slots = [
        (zone, first + timedelta(days=day, hours=hour))
        for day in range(365 * YEARS + ahead.days) for hour in HOURS for zone in zones
    ]  # fmt: skip
    step = len(slots) / BOOKINGS
    chosen = [slots[int(n * step)] for n in range(BOOKINGS)]
    two = timedelta(hours=2)
    things = {one.pk: holds.thing(kind="facility", key=one.key) for one in zones}
    with transaction.atomic(), pgtrigger.ignore():
        for begin in range(0, len(chosen), 50_000):
            part = chosen[begin : begin + 50_000]
            rows = copy_in(
                [
                    Booking(
                        cluster=cluster, organisation=firms[n % FIRMS], starts_at=start, ends_at=start + two,
                        state="used" if start < now else "confirmed", zone="Asia/Seoul",
                    )
                    for n, (_, start) in enumerate(part)
                ]
            )  # fmt: skip
            pairs = list(zip(rows, part, strict=True))
            analyse(Booking, BookingItem, Session, Hold)
            copy_in(
                [
                    BookingItem(booking=row, facility=zone, starts_at=start, ends_at=start + two)
                    for row, (zone, start) in pairs
                ]
            )
            copy_in(
                [
                    Session(
                        cluster=cluster, facility=zone, booking=row, organisation_id=row.organisation_id, started_at=start,
                        ended_at=start + timedelta(minutes=110), how="list",
                    )
                    for row, (zone, start) in pairs if start + two < now
                ]
            )  # fmt: skip
            copy_in(
                [
                    Hold(thing=things[zone.pk], period=DateTimeTZRange(start, start + two), source=row.source)
                    for row, (zone, start) in pairs if row.state == "confirmed"
                ]
            )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def pages(address: str, cluster, site, zones) -> None:
    """The week of the site, the week of a zone, the occupied feed of a zone, each uncached by eight clients."""
    from django.test import Client as Inside  # late: after the house has set Django up

    week = datetime.now(UTC).isocalendar()
    told = f"?week={week.year}-W{week.week:02d}"
    base = f"/ko/{cluster.slug}/facilities"
    for name, path, many, peer in (
        ("week of 24 zones", f"{base}/{site.pk}/calendar/{told}", PAGES, 60),
        ("week of one zone", f"{base}/{zones[0].pk}/calendar/{told}", PAGES, 60),
        ("feed of a zone", f"{base}/{zones[0].pk}/calendar.ics", FEEDS, 0.7),
    ):
        before = machine()
        rate, p95, errors = (
            under_wrk(address, path) if shutil.which("wrk") else _by_clients(address, path, many)
        )
        inside = Inside()
        n = queries(lambda path=path, inside=inside: inside.get(path))
        print(
            f"  {name}: {rate:,.0f} a second ({rate / peer:.1f} times NEMO's {peer:g} of 2026-11-22), p95 {p95:.0f} ms, {n} queries, "
            f"{errors} errors; before: {before}",
            flush=True,
        )


def _by_clients(address: str, path: str, many: int) -> tuple[float, float, int]:
    """Requests a second, p95 in ms and errors by clients of our own, where wrk is not installed."""

    def look(_number: int, taken: Taken) -> None:
        with timed(taken, "page"):
            status, _, _ = Client(address).ask("GET", path)
        if status != 200:
            raise ValueError(status)

    taken = load(look, many, CLIENTS)
    return (many - taken.errors.total()) / taken.clock, taken.p95("page"), taken.errors.total()


def booking(address: str, cluster, zones, firms) -> None:
    """Bookings of signed-in users over HTTP, each at other hours."""
    from django.conf import settings  # late: after the house has set Django up
    from django.test import Client as Inside  # late: after the house has set Django up

    from pumasi.commons.members import api as members  # late: after the house has set Django up
    from pumasi.operate.facilities.models import Booking  # late: after the house has set Django up

    sessions = []
    for n, firm in enumerate(firms[:CLIENTS]):
        user = members.ensure_user(email=f"track{n}@bench.example")
        members.grant(user=user, role="member", cluster=cluster, organisation=firm)
        inside = Inside()
        inside.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        sessions.append(inside.cookies[settings.SESSION_COOKIE_NAME].value)
    path = f"/ko/{cluster.slug}/facilities/book/"
    base = (datetime.now(UTC) + timedelta(days=60)).replace(hour=0, minute=0, second=0, microsecond=0)

    def form_of(number: int) -> dict[str, str]:
        day, slot = divmod(number // ZONES, len(HOURS))
        zone, start = zones[number % ZONES], base + timedelta(days=day, hours=HOURS[slot])
        wall = [f"{at.astimezone():%Y-%m-%dT%H:%M}" for at in (start, start + timedelta(hours=2))]
        return {"item": str(zone.pk), "starts": wall[0], "ends": wall[1], "deed": "book"}

    def visitor(number: int) -> tuple[Client, str]:
        client, form = Client(address), form_of(number)
        client.cookies[settings.SESSION_COOKIE_NAME] = sessions[number % CLIENTS]
        asked = f"{path}?item={form['item']}&start={form['starts']}&end={form['ends']}"
        status, page, _ = client.ask("GET", asked)
        if status != 200:
            raise ValueError(str(status))
        return client, client.token(page)

    def press(number: int, taken: Taken) -> None:
        client, token = visitor(number)
        with timed(taken, "send"):
            sent, _, _ = client.ask("POST", path, {**form_of(number), "csrfmiddlewaretoken": token})
        if sent != 302:
            raise ValueError(str(sent))

    def booked() -> int:
        return Booking.objects.filter(cluster=cluster, starts_at__gte=base - timedelta(days=1)).count()

    before = machine()
    taken = load(press, BOOKED, CLIENTS)
    done = booked()
    print(
        f"  booking, form and button by {CLIENTS}: {done / taken.clock:,.0f} a second, p95 of the button {taken.p95('send'):.0f} ms, "
        f"{done} booked of {BOOKED}, {taken.errors.total()} errors {dict(taken.errors) or ''}; before: {before}",
        flush=True,
    )
    # As NEMO is measured: the form is open, and one after the other presses the button.
    client, token = visitor(BOOKED)
    before, begin = machine(), time.perf_counter()
    for number in range(BOOKED, BOOKED + IN_TURN):
        client.ask("POST", path, {**form_of(number), "csrfmiddlewaretoken": token})
    rate = IN_TURN / (time.perf_counter() - begin)
    print(
        f"  booking, the button alone in turn: {rate:,.0f} a second ({rate / 36:.1f} times NEMO's 36 of 2026-11-22), "
        f"{booked() - done} booked of {IN_TURN}; before: {before}",
        flush=True,
    )


def a_year(cluster, site) -> None:
    """The report of a year, and its sum beside a plain recount."""
    from pumasi.operate.facilities.models import Session  # late: after the house has set Django up
    from pumasi.operate.facilities.queries.report import report  # late: after the house has set Django up
    from pumasi.operate.facilities.queries.tree import tree  # late: after the house has set Django up

    year = datetime.now(UTC).year - 1
    known, spent = tree(cluster), []
    for _ in range(3):
        begin = time.perf_counter()
        made = report(known, cluster, known[site.pk], date(year, 1, 1), date(year, 12, 31))
        spent.append(time.perf_counter() - begin)
    from pumasi.kit.dates import Span  # late: after the house has set Django up

    span = Span.of_year(year, site.zone)
    rows = Session.objects.filter(
        cluster=cluster, started_at__lt=span.end, ended_at__gt=span.start
    ).values_list("started_at", "ended_at")
    plain = sum(
        (min(end, span.end) - max(start, span.start)) / timedelta(hours=1) for start, end in rows.iterator()
    )
    print(
        f"  report of {year}: {sorted(spent)[1]:.2f} s (goal below 1 s), {made.hours:,.1f} h from {made.sessions:,} sessions, "
        f"a plain recount gives {plain:,.1f} h",
        flush=True,
    )


def facilities() -> None:
    """Everything, one after the other."""
    print(f"\nLabs and test beds: {BOOKINGS:,} bookings of {YEARS} years on {ZONES} zones")
    with house() as here:
        begin = time.perf_counter()
        cluster, site, zones, firms = busy_site()
        print(f"  loaded in {time.perf_counter() - begin:.0f} s", flush=True)
        pages(here.address, cluster, site, zones)
        booking(here.address, cluster, zones, firms)
        a_year(cluster, site)

"""A test bed with zones side by side, and makers of bookings."""

from __future__ import annotations

from datetime import date, time, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from pumasi.kit.recurrence import instant
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.models import PriceClass

SEOUL = "Asia/Seoul"


def at(day: date, hour: int, minute: int = 0):
    """An instant of a day in Seoul."""
    return instant(day, time(hour, minute), SEOUL)


@pytest.fixture
def workday() -> date:
    """A Tuesday in one to two weeks: open, and ahead of everything."""
    today = timezone.localdate()
    return today + timedelta(days=7 + (1 - today.weekday()) % 7)


@pytest.fixture
def bed(given):
    """A site with a crossing, a tunnel (side by side) and a hall shared by three, open on weekdays from 8 to 20."""
    cluster = given.cluster()
    site = facilities.add(
        cluster=cluster, kind="site", name_ko="시험장", name_en="Proving ground", area_m2=129_499
    )
    zones = {
        name: facilities.add(cluster=cluster, parent=site, kind="zone", name_ko=ko, name_en=en, position=n, **more)
        for n, (name, ko, en, more) in enumerate([
            ("crossing", "철도 건널목", "Rail crossing", {}),
            ("tunnel", "터널", "Tunnel", {}),
            ("hall", "공동 시험동", "Shared hall", {"mode": "shared", "places": 3}),
        ])
    }  # fmt: skip
    facilities.set_hours(facility=site, rows=[(day, time(8), time(20)) for day in range(5)])
    facilities.set_pair(a=zones["crossing"], b=zones["tunnel"], rule="together")
    return SimpleNamespace(cluster=cluster, site=site, **zones)


@pytest.fixture
def book(given, bed, workday):
    """Books for a new organisation unless one is given: on the workday, from nine to eleven unless said otherwise."""

    def make(*items, start=None, end=None, day=None, organisation=None, person=None, whole=None, **more):
        day = day or workday
        options = {key: more.pop(key) for key in ("by", "by_operator") if key in more}
        chosen = tuple(
            (one, one.mode != "shared" if whole is None else whole) for one in items or (bed.crossing,)
        )
        wish = facilities.Wish(
            organisation=organisation or given.organisation(cluster=bed.cluster), person=person, items=chosen,
            starts_at=start or at(day, 9), ends_at=end or at(day, 11), **more,
        )  # fmt: skip
        return facilities.book(cluster=bed.cluster, wish=wish, **options)

    return make


@pytest.fixture
def classes(bed):
    """Price classes: non-members, small firms, universities."""
    return {
        key: PriceClass.objects.create(
            cluster=bed.cluster, key=key, name_ko=ko, name_en=en, kinds=kinds, is_default=key == "other"
        )
        for key, ko, en, kinds in [
            ("other", "비회원", "Non-member", []),
            ("sme", "중소기업", "SME", ["company"]),
            ("university", "대학", "University", ["university"]),
        ]
    }

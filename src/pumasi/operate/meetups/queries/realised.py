"""What became of 1:1 meetings: agreed, held, and what both sides said of them."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.dates import Span
from pumasi.operate.meetups.models import Meeting

# From so many stars of five a meeting was useful.
USEFUL = 4


class Met(NamedTuple):
    """A meeting whose time is over: who, whether it was held, and the stars of each side (1 to 5, None: not rated)."""

    starts_at: datetime
    event: int
    a: int
    b: int
    state: str
    stars_a: int | None
    stars_b: int | None

    @property
    def held(self) -> bool:
        """Say whether it took place, as those at the table or the office said."""
        return self.state == Meeting.State.HELD

    @property
    def stars(self) -> list[int]:
        """What was rated."""
        return [one for one in (self.stars_a, self.stars_b) if one is not None]


def meetings_of(cluster: Cluster, span: Span) -> list[Met]:
    """Meetings of published timetables in a span that were agreed and not called off, those over by now."""
    found = Meeting.objects.filter(
        day__event__cluster=cluster, slot__starts_at__gte=span.start, slot__starts_at__lt=span.end, slot__ends_at__lte=timezone.now(),
    ).exclude(state=Meeting.State.CANCELLED)  # fmt: skip
    rows = found.order_by("slot__starts_at", "pk").values_list(
        "slot__starts_at", "day__event", "a__organisation", "b__organisation", "state", "stars_a", "stars_b"
    )
    return [Met(*row) for row in rows]

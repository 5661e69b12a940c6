"""What somebody wants to book, whether a form says it, a program, the waiting list, or a booking that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pumasi.commons.members.models import Organisation, Person
from pumasi.operate.facilities.models import Booking, Facility


@dataclass(frozen=True)
class Wish:
    """Facilities for one organisation from a time to a time; `items` are facilities with whether all of each is wanted."""

    organisation: Organisation
    person: Person | None
    items: tuple[tuple[Facility, bool], ...]
    starts_at: datetime
    ends_at: datetime
    purpose: str = ""
    reference: str = ""
    device: str = ""
    scenarios: tuple[str, ...] = ()
    confidential: bool = False
    partners: tuple[Organisation, ...] = ()
    origin: str = ""

    @property
    def facilities(self) -> list[Facility]:
        """The facilities alone."""
        return [facility for facility, _ in self.items]


def wish_of(booking: Booking) -> Wish:
    """What a booking says, to say it again for other hours or somebody else."""
    items = tuple((item.facility, item.whole) for item in booking.items.select_related("facility"))
    return Wish(
        organisation=booking.organisation, person=booking.person, items=items, starts_at=booking.starts_at, ends_at=booking.ends_at,
        purpose=booking.purpose, reference=booking.reference, device=booking.device, scenarios=tuple(booking.scenarios),
        confidential=booking.confidential, partners=tuple(booking.partners.all()), origin=booking.origin,
    )  # fmt: skip

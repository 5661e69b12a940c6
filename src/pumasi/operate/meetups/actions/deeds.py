"""What the desk does to one registration, by the name of the deed; pages and API share it."""

from __future__ import annotations

from typing import Any

from pumasi.kit.refused import Refused
from pumasi.operate.meetups.actions import register
from pumasi.operate.meetups.models import Event, Registration


def on_registration(*, event: Event, row: Registration, deed: str, reason: str = "") -> None:
    """Approve, decline, offer out of turn, take back, check in, or undo the check-in."""
    deeds: dict[str, Any] = {
        "approve": lambda: register.decide(registration=row, accepted=True),
        "decline": lambda: register.decide(registration=row, accepted=False, reason=reason),
        "offer": lambda: register.prefer(registration=row, reason=reason),
        "withdraw": lambda: register.withdraw(registration=row, whole_party=False),
        "check_in": lambda: register.check_in(event=event, codes=[(row.code, None)]),
        "undo": lambda: register.undo_check_in(registration=row),
    }
    if deed not in deeds:
        raise Refused("Choose what to do.", "할 일을 선택해 주십시오.")
    deeds[deed]()

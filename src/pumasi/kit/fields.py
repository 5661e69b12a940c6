"""Form fields of days and times by the clock on the wall."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils import timezone

WALL = "%Y-%m-%dT%H:%M"


class WallField(forms.DateTimeField):
    """A time on the wall, without a zone: the form knows in which zone it is meant."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=WALL)

    def to_python(self, value: Any) -> datetime | None:
        """Read it without asking what zone is current."""
        with timezone.override(UTC):
            found = super().to_python(value)
        return found.replace(tzinfo=None) if found else None


class DayField(forms.DateField):
    """A day, picked in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ClockField(forms.TimeField):
    """A time of the day."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def apart(**forms: Any) -> dict[str, Any]:
    """Forms of one page by name, each with ids of its own: two that ask for the same would otherwise share them, and so their labels."""
    for name, form in forms.items():
        form.auto_id = f"{name}_%s"
    return forms

"""Bookings: hours promised. They are never deleted: cancelled, with a successor where there is one."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime
from typing import TypeVar

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual
from pumasi.kit.worded import stretch
from pumasi.operate.facilities.models.places import Facility

Row = TypeVar("Row", bound=models.Model)


def new_key() -> str:
    """A name of 128 random bits for an address that needs no sign-in."""
    return secrets.token_urlsafe(16)


def lasting(begins: str = "starts_at", ends: str = "ends_at") -> models.Func:
    """The time of a row as a range, of which there is an index."""
    return models.Func(begins, ends, function="tstzrange", output_field=DateTimeRangeField())


def touching(rows: models.QuerySet[Row], start: datetime, end: datetime | None) -> models.QuerySet[Row]:
    """Those bookings, or parts of them, that touch the time; by their two ends apart, the whole past would be read."""
    found: models.QuerySet[Row] = rows.alias(lasts=lasting()).filter(lasts__overlap=stretch(start, end))  # type: ignore[assignment]  # the stubs forget the model
    return found


class BookingSeries(models.Model):
    """Bookings of one rule over wall time."""

    rule = models.CharField(max_length=300)
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)


@pghistory.track()
class Booking(models.Model):
    """One or several facilities for one organisation from a time to a time; a set is had whole or not at all."""

    class State(models.TextChoices):
        REQUESTED = "requested", pgettext_lazy("booking", "Waiting for approval")
        OFFERED = "offered", pgettext_lazy("booking", "Offered to you")
        CONFIRMED = "confirmed", pgettext_lazy("booking", "Confirmed")
        USED = "used", pgettext_lazy("booking", "Used")
        NO_SHOW = "no_show", pgettext_lazy("booking", "No-show")
        DECLINED = "declined", pgettext_lazy("booking", "Declined")
        CANCELLED = "cancelled", pgettext_lazy("booking", "Cancelled")
        EXPIRED = "expired", pgettext_lazy("booking", "Offer expired")

    # States that hold what they name.
    HOLDING = ("requested", "offered", "confirmed")
    # States whose hours somebody has, or had: what was called off before its time is not among them.
    STANDING = (*HOLDING, "used", "no_show")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="bookings")
    organisation = models.ForeignKey(
        "members.Organisation", on_delete=models.PROTECT, related_name="bookings"
    )
    person = models.ForeignKey(
        "members.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="bookings"
    )
    partners = models.ManyToManyField("members.Organisation", blank=True, related_name="joint_bookings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=60, default="Asia/Seoul")
    state = models.CharField(max_length=9, choices=State.choices, default=State.CONFIRMED)
    purpose = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    device = models.CharField(max_length=80, blank=True)
    scenarios = models.JSONField(default=list, blank=True)
    confidential = models.BooleanField(default=False)
    # The price as it was agreed: a sum in won and the lines that it is made of.
    price = models.DecimalField(max_digits=12, decimal_places=0, default=0)
    price_lines = models.JSONField(default=list, blank=True)
    price_class = models.ForeignKey(
        "facilities.PriceClass", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    series = models.ForeignKey(
        BookingSeries, null=True, blank=True, on_delete=models.SET_NULL, related_name="bookings"
    )
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="predecessors"
    )
    reason = Bilingual(max_length=300)
    offered_until = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    origin = models.CharField(max_length=120, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="booking_lasts"
            )
        ]
        indexes = [
            models.Index(fields=["cluster", "starts_at"], name="booking_of_cluster"),
            models.Index(fields=["organisation", "starts_at"], name="booking_of_organisation"),
            GistIndex(lasting(), name="booking_by_time"),
            models.Index(
                fields=["state", "starts_at"], name="booking_ahead", condition=models.Q(state__in=["requested", "offered", "confirmed"])
            ),
        ]  # fmt: skip

    @property
    def source(self) -> str:
        """How the holds, the participation record and other rooms name it."""
        return f"facilities.booking.{self.pk}"


class BookingItem(models.Model):
    """One facility of a booking: a place of it, or the whole of it with all that lies below.

    Times are kept here too, as the calendar of a facility reads them alone.
    """

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="items")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="booked")
    whole = models.BooleanField(default=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["booking", "facility"], name="booking_item_once")]
        indexes = [
            models.Index(fields=["facility", "starts_at"], name="booking_item_of_facility"),
            GistIndex(lasting(), name="booking_item_by_time"),
        ]


class Waiting(models.Model):
    """Somebody who wants hours that are taken; told, and given them to hold for a while, when they become free."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("waiting", "Waiting")
        OFFERED = "offered", pgettext_lazy("waiting", "Offered")
        ENDED = "ended", pgettext_lazy("waiting", "Ended")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("members.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    facilities = models.ManyToManyField(Facility, related_name="waiting")
    whole = models.BooleanField(default=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    booking = models.ForeignKey(Booking, null=True, on_delete=models.SET_NULL, related_name="+")
    # What the booking shall say: purpose, reference, device, partners.
    told = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = _("Waiting list")
        indexes = [
            models.Index(fields=["starts_at"], name="waiting_open", condition=models.Q(state="waiting"))
        ]

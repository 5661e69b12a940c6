"""Dated prices by class, credits, and what is to be invoiced. No payment is taken."""

from __future__ import annotations

import pghistory
from django.db import models

from pumasi.kit.bilingual import Bilingual
from pumasi.operate.facilities.models.bookings import Booking
from pumasi.operate.facilities.models.places import Facility
from pumasi.operate.facilities.models.use import Session


class PriceClass(models.Model):
    """A class of users that pays the same: non-member, member, SME, university ..."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="price_classes")
    key = models.SlugField(max_length=30)
    name = Bilingual(max_length=100)
    # Kinds of organisations that are of this class unless said otherwise.
    kinds = models.JSONField(default=list, blank=True)
    is_default = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "key"], name="price_class_once"),
            models.UniqueConstraint(
                fields=["cluster"], condition=models.Q(is_default=True), name="price_class_default_once"
            ),
        ]

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)


class PriceClassMember(models.Model):
    """An organisation's class from a day to a day, both included."""

    price_class = models.ForeignKey(PriceClass, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)


class Tariff(models.Model):
    """A price in won for an hour, from a day to a day (both included). What is left open fits all; the closest fit is charged."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="tariffs")
    price_class = models.ForeignKey(
        PriceClass, null=True, blank=True, on_delete=models.CASCADE, related_name="tariffs"
    )
    # For exclusive use, for a shared place, or both.
    whole = models.BooleanField(null=True, blank=True)
    # Hours of the day by the clock on the wall; both or none.
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=0)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    # A promotion goes before every other price while it lasts.
    promotion = models.BooleanField(default=False)
    name = Bilingual(max_length=200)

    class Meta:
        ordering = ["facility", "price_class", "-since"]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="tariff_not_negative"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="tariff_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(begins__isnull=True, ends__isnull=True)
                | models.Q(begins__isnull=False, ends__isnull=False),
                name="tariff_hours_both_or_none",
            ),
        ]


@pghistory.track()
class Credit(models.Model):
    """Won that an organisation may use up instead of paying, granted for a reason, until a day."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="facility_credits"
    )
    amount = models.DecimalField(max_digits=12, decimal_places=0)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300)
    origin = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["until", "pk"]


@pghistory.track()
class Charge(models.Model):
    """A line to be invoiced: hours, price, and what was taken off, with the reason."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        EXPORTED = "exported", "exported"

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.PROTECT, related_name="+")
    booking = models.ForeignKey(Booking, null=True, on_delete=models.PROTECT, related_name="charges")
    session = models.ForeignKey(Session, null=True, on_delete=models.PROTECT, related_name="charges")
    day = models.DateField()
    text = Bilingual(max_length=300)
    hours = models.DecimalField(max_digits=9, decimal_places=2)
    amount = models.DecimalField(max_digits=12, decimal_places=0)
    lines = models.JSONField(default=list)
    # What was taken off (below zero) or put on, and why.
    adjustment = models.DecimalField(max_digits=12, decimal_places=0, default=0)
    adjusted_for = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    invoice = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["booking"], condition=models.Q(booking__isnull=False), name="charge_of_booking_once"
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=-models.F("adjustment")), name="charge_not_below_zero"
            ),
        ]
        indexes = [models.Index(fields=["cluster", "day"], name="charge_of_cluster")]

    @property
    def due(self) -> int:
        """Won to be invoiced."""
        used = sum(one.amount for one in self.credit_uses.all())
        return int(self.amount + self.adjustment - used)


class CreditUse(models.Model):
    """Won of a credit that a charge used up."""

    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="uses")
    charge = models.ForeignKey(Charge, on_delete=models.CASCADE, related_name="credit_uses")
    amount = models.DecimalField(max_digits=12, decimal_places=0)

"""Sessions: hours spent. Booked is not used; only sessions count in reports."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.utils.translation import pgettext_lazy

from pumasi.operate.facilities.models.bookings import Booking, lasting
from pumasi.operate.facilities.models.places import Facility


@pghistory.track()
class Session(models.Model):
    """The use of one facility by one organisation, from check-in to check-out. Without an organisation it is not known who."""

    class How(models.TextChoices):
        CODE = "code", pgettext_lazy("session", "QR code")
        LIST = "list", pgettext_lazy("session", "Day board")
        READER = "reader", pgettext_lazy("session", "Badge reader")
        IMPORT = "import", pgettext_lazy("session", "Imported")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="sessions")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="sessions")
    booking = models.ForeignKey(
        Booking, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )
    organisation = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )
    person = models.ForeignKey(
        "members.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    partners = models.ManyToManyField("members.Organisation", blank=True, related_name="joint_sessions")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    whole = models.BooleanField(default=True)
    how = models.CharField(max_length=6, choices=How.choices, default=How.LIST)
    scenarios = models.JSONField(default=list, blank=True)
    price_class = models.ForeignKey(
        "facilities.PriceClass", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    confidential = models.BooleanField(default=False)
    # What makes an imported session the same on a second import.
    external_id = models.CharField(max_length=120, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(ended_at__gte=models.F("started_at")),
                name="session_ends_after_it_starts",
            ),
            # Two devices that check the same booking in open one session.
            models.UniqueConstraint(
                fields=["booking", "facility"],
                condition=models.Q(ended_at__isnull=True),
                name="session_open_once",
            ),
            models.UniqueConstraint(
                fields=["cluster", "external_id"],
                condition=~models.Q(external_id=""),
                name="session_imported_once",
            ),
        ]
        indexes = [
            models.Index(fields=["cluster", "started_at"], name="session_of_cluster"),
            models.Index(fields=["facility", "started_at"], name="session_of_facility"),
            GistIndex(lasting("started_at", "ended_at"), name="session_by_time"),
            models.Index(fields=["cluster"], name="session_open", condition=models.Q(ended_at__isnull=True)),
        ]

    @property
    def source(self) -> str:
        """How the participation record names it."""
        return f"facilities.use.{self.pk}"

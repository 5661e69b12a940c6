"""Who comes: registrations with their places, waiting list and attendance, ratings, and wishes to follow up."""

from __future__ import annotations

import secrets
import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import pgettext_lazy

from pumasi.operate.meetups.models.events import Event


def new_key() -> str:
    """128 bits of chance: whoever holds the link holds the registration."""
    return secrets.token_urlsafe(16)


# The event's history keeps no keys: a link must not be read out of the audit.
@pghistory.track(exclude=["key", "code"])
class Registration(models.Model):
    """One person's place at an event, or their wish for one. Those of a party get their places together or not at all."""

    class State(models.TextChoices):
        RESERVED = "reserved", pgettext_lazy("registration", "Reserved until the mail is confirmed")
        PENDING = "pending", pgettext_lazy("registration", "Waiting for approval")
        CONFIRMED = "confirmed", pgettext_lazy("registration", "Confirmed")
        WAITLISTED = "waitlisted", pgettext_lazy("registration", "On the waiting list")
        OFFERED = "offered", pgettext_lazy("registration", "Place offered")
        DECLINED = "declined", pgettext_lazy("registration", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("registration", "Withdrawn")
        EXPIRED = "expired", pgettext_lazy("registration", "Expired")
        CANCELLED = "cancelled", pgettext_lazy("registration", "Event cancelled")

    # A place is promised in these; never more of them than the event has places.
    TAKING = (State.RESERVED, State.CONFIRMED, State.OFFERED)
    LIVE = (*TAKING, State.PENDING, State.WAITLISTED)

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey("members.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    organisation = models.ForeignKey(
        "members.Organisation", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    organisation_name = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, default="ko")
    state = models.CharField(max_length=10, choices=State.choices)
    party = models.UUIDField(default=uuid.uuid4)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    # What the QR code says; it opens nothing but the check-in.
    code = models.CharField(max_length=32, unique=True, default=new_key)
    answers = models.JSONField(default=dict)
    consents = models.JSONField(default=dict)
    origin = models.CharField(max_length=10, default="web")
    asked_at = models.DateTimeField(auto_now_add=True)
    proved_at = models.DateTimeField(null=True)
    offered_until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    # Why somebody got a place before those who waited longer, or was turned away.
    reason = models.CharField(max_length=300, blank=True)
    checked_in_at = models.DateTimeField(null=True)
    basis = models.CharField(max_length=60, blank=True)
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.F("event"),
                Lower("email"),
                condition=Q(state__in=["reserved", "pending", "confirmed", "waitlisted", "offered"])
                & ~Q(email=""),
                name="registration_live_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["event"],
                name="registration_taking",
                condition=Q(state__in=["reserved", "confirmed", "offered"]),
            ),
            models.Index(fields=["event", "state", "asked_at"], name="registration_of_event"),
            models.Index(fields=["person"], name="registration_of_person", condition=Q(person__isnull=False)),
            models.Index(
                fields=["state", "offered_until"],
                name="registration_due",
                condition=Q(state__in=["offered", "reserved"]),
            ),
        ]

    def __str__(self) -> str:
        """The name as it was given."""
        return self.name

    @property
    def called(self) -> str:
        """The name in the reader's language where it is the one the roll knows the person by; else as it was given."""
        person = self.person
        known = person is not None and self.name in {person.name_ko, person.name_en}  # type: ignore[attr-defined]
        return str(person) if known else self.name

    @property
    def takes_place(self) -> bool:
        """Whether a place is promised."""
        return self.state in self.TAKING


class Rating(models.Model):
    """What somebody who came thought of it: one to five, and a line."""

    registration = models.OneToOneField(Registration, on_delete=models.CASCADE, related_name="rating")
    stars = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(stars__range=(1, 5)), name="rating_one_to_five")]


class FollowUp(models.Model):
    """Somebody who came would like to stay in touch with somebody else who came. Shown to both only when both say so."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="follow_ups")
    by = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="follow_ups")
    about = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    met_again_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "about"], name="follow_up_once"),
            models.CheckConstraint(condition=~Q(by=models.F("about")), name="follow_up_with_another"),
        ]


class PrivateFeed(models.Model):
    """The address of one's own calendar; whoever holds it reads it, until it is revoked."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at__isnull=True), name="private_feed_once"
            )
        ]

"""Events and their series: what takes place when and where, for whom, and what is asked of those who come."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual


class Series(models.Model):
    """A recurring event: a rule (RFC 5545 RRULE with an end) over wall time in its zone."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=300)
    zone = models.CharField(max_length=60, default="Asia/Seoul")
    first_day = models.DateField()
    wall_time = models.TimeField()
    minutes = models.PositiveIntegerField()
    title = Bilingual(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        """Title in the reader's language."""
        return str(self.title)


@pghistory.track(exclude=["search"])
class Event(models.Model):
    """Something that takes place once. Never deleted: cancelled, with a successor where there is one."""

    class Kind(models.TextChoices):
        MEETUP = "meetup", pgettext_lazy("event", "Meet-up")
        TALK = "talk", pgettext_lazy("event", "Talk")
        WORKSHOP = "workshop", pgettext_lazy("event", "Workshop")
        ROUND_TABLE = "round_table", pgettext_lazy("event", "Round table")
        CONFERENCE = "conference", pgettext_lazy("event", "Conference")
        WELCOME = "welcome", pgettext_lazy("event", "Welcome")
        DEMO_DAY = "demo_day", pgettext_lazy("event", "Demo day")
        VISIT = "visit", pgettext_lazy("event", "Visit")
        BROKERAGE = "brokerage", pgettext_lazy("event", "1:1 day")

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("event", "Draft")
        PROPOSED = "proposed", pgettext_lazy("event", "Waiting for the office")
        PUBLISHED = "published", pgettext_lazy("event", "Published")
        CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Everyone")
        MEMBERS = "members", _("Members")
        MANAGERS = "managers", _("Managers only")
        CONFIDENTIAL = "confidential", _("Only those who take part")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="events")
    series = models.ForeignKey(Series, null=True, on_delete=models.SET_NULL, related_name="events")
    # Which date of the series it is; a moved event keeps its number.
    number = models.PositiveSmallIntegerField(null=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.MEETUP)
    title = Bilingual(max_length=200)
    summary = Bilingual(max_length=300)
    text = Bilingual(long=True, max_length=20_000)
    place = Bilingual(max_length=200)
    address = Bilingual(max_length=300)
    # Address and link are shown to everybody, or only to those whose place is confirmed.
    link = models.URLField(blank=True, max_length=500)
    reveals_place = models.BooleanField(default=True)
    zone = models.CharField(max_length=60, default="Asia/Seoul")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    host = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="hosted_events"
    )
    cohosts = models.ManyToManyField("members.Organisation", blank=True, related_name="cohosted_events")
    tags = models.ManyToManyField("members.Tag", blank=True, related_name="events")
    visibility = models.CharField(max_length=12, choices=Visibility.choices, default=Visibility.PUBLIC)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    needs_approval = models.BooleanField(default=False)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    # How long somebody on the waiting list has to take a place that became free.
    offer_hours = models.PositiveSmallIntegerField(default=24)
    promotes = models.BooleanField(default=True)
    picture = models.FileField(upload_to="events/", blank=True)
    picture_text = Bilingual(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    reason = Bilingual(max_length=300)
    successor = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="predecessors")
    origin = models.CharField(max_length=120, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    folded = models.TextField(blank=True)
    search = SearchVectorField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="event_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["series", "number"],
                condition=models.Q(series__isnull=False),
                name="event_of_series_once",
            ),
        ]
        indexes = [
            models.Index(fields=["cluster", "starts_at"], name="event_of_cluster"),
            models.Index(
                fields=["cluster", "starts_at"],
                name="event_public",
                condition=models.Q(state__in=["published", "cancelled"], visibility="public"),
            ),
            GinIndex(fields=["search"], name="event_search"),
        ]

    def __str__(self) -> str:
        """Title in the reader's language."""
        return str(self.title)

    @property
    def slug(self) -> str:
        """ASCII words for the address; the id decides, the slug may change."""
        return slugify(self.title_en)[:60] or "event"  # type: ignore[attr-defined]

    @property
    def source(self) -> str:
        """How the participation record and other rooms name this event."""
        return f"meetups.event.{self.pk}"


class AgendaItem(models.Model):
    """A line of the agenda: when, what, who speaks."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="agenda")
    starts_at = models.DateTimeField()
    title = Bilingual(max_length=200)
    speaker = Bilingual(max_length=200)

    class Meta:
        ordering = ["starts_at", "pk"]


class Material(models.Model):
    """A file of the event: for everybody who sees the event, or only for those who took part."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="materials")
    title = Bilingual(max_length=200)
    file = models.FileField(upload_to="events/")
    size = models.PositiveIntegerField()
    for_participants = models.BooleanField(default=True)

    class Meta:
        ordering = ["pk"]


class Question(models.Model):
    """Something that the registration form asks."""

    class Type(models.TextChoices):
        TEXT = "text", _("Text")
        LONG = "long", _("Several lines")
        CHOICE = "choice", _("Choice")
        TICK = "tick", _("Yes or no")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(default=0)
    label = Bilingual(max_length=200)
    type = models.CharField(max_length=6, choices=Type.choices, default=Type.TEXT)
    choices = models.JSONField(default=list, blank=True)
    required = models.BooleanField(default=False)

    class Meta:
        ordering = ["position", "pk"]


class ConsentBlock(models.Model):
    """What those who register are asked to agree to: purpose, items, period, the right to refuse, recipients."""

    class Purpose(models.TextChoices):
        PROCESSING = "processing", _("Handling the registration")
        ATTENDEES = "attendees", _("Appearing in the list of participants")
        PHOTOS = "photos", _("Photographs and recordings")
        THIRD_PARTY = "third_party", _("Passing data on to others")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="consent_blocks")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    why = Bilingual(max_length=400)
    items = Bilingual(max_length=300)
    period = Bilingual(max_length=200)
    refusal = Bilingual(max_length=300)
    recipients = Bilingual(max_length=300)
    required = models.BooleanField(default=False)
    version = models.CharField(max_length=20, default="2026-01")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "purpose"], name="consent_block_once")]

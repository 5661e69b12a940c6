"""1:1 days: slots, tables and interpreters, who takes part, who wants to meet whom, runs and meetings."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual
from pumasi.operate.meetups.models.events import Event


class Day(models.Model):
    """What an event of kind brokerage has besides being an event."""

    class Mode(models.TextChoices):
        RUN = "run", _("The office makes the timetable")
        SELF = "self", _("Participants book meetings themselves")

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="day")
    mode = models.CharField(max_length=4, choices=Mode.choices, default=Mode.RUN)
    wishes_until = models.DateTimeField(null=True, blank=True)
    most_wishes = models.PositiveSmallIntegerField(default=12)
    # 0: requests only; 100: new ties only.
    dial = models.PositiveSmallIntegerField(default=25)
    fairness = models.PositiveSmallIntegerField(default=2)
    # Participant classes, the first one first: {"key", "ko", "en"}.
    classes = models.JSONField(default=list)
    nudged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(dial__lte=100), name="day_dial_up_to_100"),
        ]


class Slot(models.Model):
    """A time in which meetings take place."""

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="slots")
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["day", "number"], name="slot_numbered_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="slot_lasts"),
        ]


class Table(models.Model):
    """Where a meeting takes place: a numbered table, or a room on the net."""

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    link = models.URLField(blank=True, max_length=500)
    thing = models.OneToOneField("holds.Thing", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["day", "number"], name="table_numbered_once")]


class Interpreter(models.Model):
    """Somebody who interprets between the languages they speak."""

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="interpreters")
    name = models.CharField(max_length=120)
    languages = models.JSONField(default=list)
    thing = models.OneToOneField("holds.Thing", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["pk"]


@pghistory.track()
class Participant(models.Model):
    """An organisation at a 1:1 day, with the person who sits at the table."""

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="participants")
    registration = models.OneToOneField(
        "meetups.Registration", null=True, on_delete=models.SET_NULL, related_name="participant"
    )
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("members.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, default="ko")
    kind = models.CharField(max_length=20, blank=True)
    languages = models.JSONField(default=list)
    offers = Bilingual(max_length=300)
    needs = Bilingual(max_length=300)
    # Numbers of the slots in which they are away.
    away = models.JSONField(default=list)
    key = models.CharField(max_length=32, unique=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    arrived_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    standby = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["day", "organisation", "name"], name="participant_once"),
        ]

    def __str__(self) -> str:
        """The person's name."""
        return self.name


class Bookmark(models.Model):
    """A participant keeps another one of the catalogue in mind."""

    by = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="bookmarks")
    about = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "about"], name="bookmark_once")]


class Wish(models.Model):
    """What a participant says of meeting another: must, would like to, never; and what that one answers."""

    class Strength(models.TextChoices):
        MUST = "must", pgettext_lazy("wish", "Must meet")
        MEET = "meet", pgettext_lazy("wish", "Would like to meet")
        NEVER = "never", pgettext_lazy("wish", "Not this one")

    class Answer(models.TextChoices):
        OPEN = "open", pgettext_lazy("wish", "No answer yet")
        ACCEPTED = "accepted", pgettext_lazy("wish", "Accepted")
        DECLINED = "declined", pgettext_lazy("wish", "Declined")

    by = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="wishes")
    about = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="wished")
    strength = models.CharField(max_length=5, choices=Strength.choices)
    answer = models.CharField(max_length=8, choices=Answer.choices, default=Answer.OPEN)
    message = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "about"], name="wish_once"),
            models.CheckConstraint(condition=~Q(by=F("about")), name="wish_about_another"),
        ]


class Rule(models.Model):
    """What the office decides after looking at a run: these two must meet (in this slot), or must not."""

    class Kind(models.TextChoices):
        PIN = "pin", pgettext_lazy("rule", "Must take place")
        FORBID = "forbid", pgettext_lazy("rule", "Must not take place")

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="rules")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    a = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    b = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    slot = models.ForeignKey(Slot, null=True, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="rule_from_low_to_high"),
            models.UniqueConstraint(fields=["day", "a", "b"], name="rule_once_a_pair"),
        ]


class Run(models.Model):
    """A timetable as it was planned: meetings, bound, and a reason for every request that found no place."""

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="runs")
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    settings = models.JSONField(default=dict)
    placed = models.PositiveIntegerField(default=0)
    score = models.FloatField(default=0)
    bound = models.FloatField(default=0)
    seconds = models.FloatField(default=0)
    # [a, b, slot, table, interpreter or None, score], ids of their tables
    meetings = models.JSONField(default=list)
    # [a, b, score, reason, remedy data]
    unplaced = models.JSONField(default=list)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    @property
    def ratio(self) -> float:
        """Score over bound."""
        return self.score / self.bound if self.bound else 1.0


@pghistory.track()
class Meeting(models.Model):
    """A meeting in the published timetable, or one that two participants booked themselves."""

    class State(models.TextChoices):
        SCHEDULED = "scheduled", pgettext_lazy("meeting", "Scheduled")
        HELD = "held", pgettext_lazy("meeting", "Took place")
        NO_SHOW = "no_show", pgettext_lazy("meeting", "No-show")
        CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")

    class Result(models.TextChoices):
        NOTHING = "nothing", pgettext_lazy("meeting", "Nothing came of it")
        FOLLOW_UP = "follow_up", pgettext_lazy("meeting", "We follow up")
        NDA = "nda", pgettext_lazy("meeting", "Non-disclosure agreement")
        AGREEMENT = "agreement", pgettext_lazy("meeting", "Agreement")

    day = models.ForeignKey(Day, on_delete=models.CASCADE, related_name="meetings")
    run = models.ForeignKey(Run, null=True, on_delete=models.SET_NULL, related_name="+")
    a = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    b = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="meetings")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="+")
    interpreter = models.ForeignKey(Interpreter, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.SCHEDULED)
    score = models.FloatField(default=0)
    absent = models.ForeignKey(Participant, null=True, on_delete=models.SET_NULL, related_name="+")
    moved_reason = models.CharField(max_length=200, blank=True)
    successor = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    result_a = models.CharField(max_length=9, choices=Result.choices, blank=True)
    result_b = models.CharField(max_length=9, choices=Result.choices, blank=True)
    stars_a = models.PositiveSmallIntegerField(null=True)
    stars_b = models.PositiveSmallIntegerField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["slot__number", "table__number"]
        constraints = [
            models.CheckConstraint(condition=~Q(a=F("b")), name="meeting_of_two"),
            models.UniqueConstraint(
                F("day"),
                Least("a", "b"),
                Greatest("a", "b"),
                condition=Q(state__in=["scheduled", "held"]),
                name="meeting_once_a_pair",
            ),
            models.UniqueConstraint(
                fields=["slot", "table"],
                condition=Q(state__in=["scheduled", "held"]),
                name="meeting_alone_at_its_table",
            ),
            models.CheckConstraint(
                condition=Q(stars_a__range=(1, 5)) | Q(stars_a__isnull=True), name="stars_a_one_to_five"
            ),
            models.CheckConstraint(
                condition=Q(stars_b__range=(1, 5)) | Q(stars_b__isnull=True), name="stars_b_one_to_five"
            ),
        ]

    @property
    def source(self) -> str:
        """How the participation record and the holds name this meeting."""
        return f"meetups.meeting.{self.pk}"

"""What is computed (seats, ties: disposable) and what people decided (introductions: fact)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from pumasi.commons.ledger.models import TransactionId


class Bookmark(models.Model):
    """How far the ledger was read: every transaction before `horizon` is in the seats."""

    name = models.CharField(max_length=20, primary_key=True)
    horizon = TransactionId()
    read_at = models.DateTimeField()


class Seat(models.Model):
    """The present state of one part of one fact that happened: all revisions folded together."""

    source = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    cluster = models.ForeignKey("members.Cluster", null=True, on_delete=models.CASCADE, related_name="+")
    series = models.CharField(max_length=120, blank=True)
    starts_at = models.DateTimeField()
    visibility = models.CharField(max_length=12)
    basis = models.CharField(max_length=60, blank=True)
    organisation = models.ForeignKey(
        "members.Organisation", null=True, on_delete=models.CASCADE, related_name="+"
    )
    person = models.ForeignKey("members.Person", null=True, on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=80, blank=True)
    weight = models.FloatField()

    class Meta:
        indexes = [
            models.Index(fields=["source"], name="seat_of_source"),
            models.Index(fields=["organisation", "starts_at"], name="seat_of_organisation"),
            models.Index(fields=["person"], name="seat_of_person", condition=models.Q(person__isnull=False)),
        ]


class Tie(models.Model):
    """Two member organisations of a cluster that met: weight is the sum of 1/(k-1) over their shared gatherings.

    Computed from seats, whose ends the database does check: looking up three more rows for each of ten million ties took
    longer than all the rest.
    """

    cluster = models.ForeignKey(
        "members.Cluster", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    audience = models.CharField(max_length=8)
    a = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    b = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    weight = models.FloatField()
    # The same from gatherings of at most so many members: 0 where the pair shared none of that size.
    weight_10 = models.FloatField(default=0)
    weight_20 = models.FloatField(default=0)
    weight_50 = models.FloatField(default=0)
    gatherings = models.PositiveIntegerField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "audience", "a", "b"], name="tie_once"),
            models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="tie_from_low_to_high"),
        ]
        indexes = [
            models.Index(fields=["cluster", "audience", "b"], name="tie_other_way"),
            models.Index(fields=["cluster", "audience", "-weight", "a", "b"], name="tie_strongest_first"),
        ]


class Spot(models.Model):
    """Where an organisation stands on the map of a cluster; kept between visits so that maps stay familiar."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    audience = models.CharField(max_length=8)
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    x = models.FloatField()
    y = models.FloatField()
    community = models.IntegerField(default=-1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "audience", "organisation"], name="spot_once")
        ]


class Reading(models.Model):
    """When the network of a cluster was computed, for whom, from how many gatherings."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    audience = models.CharField(max_length=8)
    as_of = models.DateTimeField()
    gatherings = models.PositiveIntegerField(default=0)
    members = models.PositiveIntegerField(default=0)
    connected = models.PositiveIntegerField(default=0)
    ties = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    drawn_version = models.PositiveIntegerField(default=0)
    communities = models.JSONField(default=list)
    # Who belongs and who is seen: when it differs, the ties are computed anew though the ledger is silent.
    fingerprint = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cluster", "audience"], name="reading_once")]


class Portrait(models.Model):
    """What the network of a cluster looks like beside chance, for an audience, over all time or one year."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    audience = models.CharField(max_length=8)
    window = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    as_of = models.DateTimeField()
    # What it was measured from: the same rows are not measured twice.
    mark = models.CharField(max_length=32)
    told = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "audience", "window"], name="portrait_once")
        ]


class Introduction(models.Model):
    """A suggested introduction and what both sides made of it. `asker` moved first; `asked` answers."""

    class State(models.TextChoices):
        SUGGESTED = "suggested", _("Suggested")
        ASKED = "asked", _("Waiting for the other side")
        MUTUAL = "mutual", _("Both said yes")
        DECLINED = "declined", _("Not now")
        KNOWN = "known", _("Already know each other")
        EXPIRED = "expired", _("No answer")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="introductions")
    asker = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="introductions_asked"
    )
    asked = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="introductions_received"
    )
    asker_person = models.ForeignKey("members.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    asked_person = models.ForeignKey("members.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUGGESTED)
    score = models.FloatField(default=0)
    reasons = models.JSONField(default=list)
    message = models.CharField(max_length=500, blank=True)
    suggested_at = models.DateTimeField(auto_now_add=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    by_manager = models.BooleanField(default=False)

    class Meta:
        constraints = [
            # One open conversation for a pair, whichever side began it.
            models.UniqueConstraint(
                "cluster",
                models.functions.Least("asker", "asked"),
                models.functions.Greatest("asker", "asked"),
                condition=models.Q(state__in=["asked", "mutual"]),
                name="introduction_open_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(asker=models.F("asked")), name="introduction_between_two"
            ),
        ]
        indexes = [models.Index(fields=["asker", "state"], name="introduction_of_asker")]


class Place(models.Model):
    """One of the few introductions that an organisation is sent in a week. The database keeps the limit."""

    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    week = models.DateField()
    number = models.PositiveSmallIntegerField()
    introduction = models.OneToOneField(Introduction, on_delete=models.CASCADE, related_name="place")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "cluster", "week", "number"], name="place_taken_once"
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1) & models.Q(number__lte=20), name="place_number"
            ),
        ]


class Withheld(models.Model):
    """A suggestion that was due and held back: a random fifth, so that one can tell what suggestions do."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    asker = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    asked = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "asker", "asked"], name="withheld_once"),
        ]


class Aim(models.Model):
    """What an organisation says it is after for a while; its suggestions follow that instead of its past."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    tag = models.ForeignKey("members.Tag", on_delete=models.CASCADE, related_name="+")
    until = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cluster", "organisation", "tag"], name="aim_once")]


class Post(models.Model):
    """A message on the shared page of an introduction that both sides said yes to."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="posts")
    side = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("members.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=4000)
    created_at = models.DateTimeField(auto_now_add=True)


class Proposal(models.Model):
    """A time that one side proposes for a first talk."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="proposals")
    side = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["introduction", "starts_at"], name="proposal_once"),
            models.UniqueConstraint(
                fields=["introduction"],
                condition=models.Q(accepted_at__isnull=False),
                name="proposal_accepted_once",
            ),
        ]


class Outcome(models.Model):
    """What came of it, as one side sees it. A tie is of mutual benefit only when both say so."""

    class Result(models.TextChoices):
        NOTHING = "nothing", _("Nothing came of it")
        TALKED = "talked", _("We talked")
        FOLLOW_UP = "follow_up", _("We keep in touch")
        PROJECT = "project", _("We work on something together")
        CONTRACT = "contract", _("We signed an agreement")

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="outcomes")
    side = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    result = models.CharField(max_length=10, choices=Result.choices)
    useful = models.BooleanField()
    told_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["introduction", "side"], name="outcome_once_a_side")]


class PathRequest(models.Model):
    """Somebody asks a person in between to introduce them. Nothing is passed on before that person agrees."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    seeker = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    seeker_person = models.ForeignKey(
        "members.Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    target = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    via = models.ForeignKey("members.Person", on_delete=models.CASCADE, related_name="+")
    message = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seeker", "target", "via"],
                condition=models.Q(state="waiting"),
                name="path_asked_once",
            )
        ]

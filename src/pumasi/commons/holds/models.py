"""Things that can be taken, and for how long somebody took them."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q


class Thing(models.Model):
    """Somebody or something that can only be in one place: a person, an interpreter, a table, a room, a zone.

    `key` is what it stands for in the room that owns it, such as "members.person.12". `places` says how many may
    share it at once.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=120, unique=True)
    places = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(places__gte=1), name="thing_has_a_place")]


class Hold(models.Model):
    """A place of a thing, taken for a time by what `source` names. Released, it stays as history."""

    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="holds")
    place = models.PositiveSmallIntegerField(default=0)
    period = DateTimeRangeField()
    source = models.CharField(max_length=120)
    taken_at = models.DateTimeField(auto_now_add=True)
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # The promise itself: whatever the code above does, the database keeps nothing twice.
            ExclusionConstraint(
                name="hold_nothing_twice",
                expressions=[
                    (F("thing"), RangeOperators.EQUAL),
                    (F("place"), RangeOperators.EQUAL),
                    (F("period"), RangeOperators.OVERLAPS),
                ],
                condition=Q(released_at__isnull=True),
            ),
            models.CheckConstraint(condition=Q(period__isempty=False), name="hold_lasts"),
        ]
        indexes = [
            models.Index(fields=["source"], name="hold_of_source", condition=Q(released_at__isnull=True))
        ]

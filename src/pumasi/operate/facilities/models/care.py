"""What goes wrong: problems that somebody reports, and incidents that suspend a qualification."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from pumasi.operate.facilities.models.access import Qualification
from pumasi.operate.facilities.models.places import Facility
from pumasi.operate.facilities.models.use import Session


class Problem(models.Model):
    """Something broken, missing or dangerous, told by whoever read the code on the door."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("problem", "Open")
        SEEN = "seen", pgettext_lazy("problem", "Being looked at")
        SOLVED = "solved", pgettext_lazy("problem", "Solved")

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="problems")
    text = models.CharField(max_length=1_000)
    dangerous = models.BooleanField(default=False)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.OPEN)
    answer = models.CharField(max_length=500, blank=True)
    told_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-told_at"]


class Incident(models.Model):
    """Something that happened in use. It may suspend qualifications until the operator clears it."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="incidents")
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.SET_NULL, related_name="incidents"
    )
    organisation = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    person = models.ForeignKey(
        "members.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    happened_at = models.DateTimeField()
    text = models.CharField(max_length=2_000)
    suspends = models.ManyToManyField(Qualification, blank=True, related_name="incidents")
    cleared_at = models.DateTimeField(null=True, blank=True)
    clearance = models.CharField(max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-happened_at"]

"""Who may use what: requirements of a facility, what organisations, people and vehicles hold, trainings, quotas."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual
from pumasi.operate.facilities.models.places import Facility


class Needed(models.TextChoices):
    """What has to be valid on every day of use."""

    AGREEMENT = "agreement", pgettext_lazy("requirement", "Use agreement")
    INSURANCE = "insurance", pgettext_lazy("requirement", "Liability insurance")
    NDA = "nda", pgettext_lazy("requirement", "Non-disclosure agreement")
    INDUCTION = "induction", pgettext_lazy("requirement", "Safety induction")
    VEHICLE = "vehicle", pgettext_lazy("requirement", "Vehicle or device check")


# Whose each is: an organisation's, a person's, or that of a vehicle or device of an organisation.
OF_ORGANISATION = {Needed.AGREEMENT, Needed.INSURANCE, Needed.NDA}
OF_PERSON = {Needed.INDUCTION}
OF_DEVICE = {Needed.VEHICLE}


class Requirement(models.Model):
    """What a facility, and all below it, asks for. A level is met by itself or a higher one."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="requirements")
    kind = models.CharField(max_length=9, choices=Needed.choices)
    level = models.PositiveSmallIntegerField(default=1)
    note = Bilingual(max_length=300)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["facility", "kind"], name="requirement_once")]


@pghistory.track()
class Qualification(models.Model):
    """Something that somebody holds from a day to a day, both included; suspended after an incident until cleared."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="qualifications")
    kind = models.CharField(max_length=9, choices=Needed.choices)
    level = models.PositiveSmallIntegerField(default=1)
    organisation = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.CASCADE, related_name="qualifications"
    )
    person = models.ForeignKey(
        "members.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="qualifications"
    )
    # Number plate or serial number of what was checked.
    device = models.CharField(max_length=80, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    # The event whose attendance granted it, as the participation record names it.
    origin = models.CharField(max_length=120, blank=True)
    suspended_at = models.DateTimeField(null=True, blank=True)
    suspended_for = models.CharField(max_length=300, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["valid_until", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | models.Q(person__isnull=False),
                name="qualification_of_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="qualification_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "level", "origin"],
                condition=~models.Q(origin=""),
                name="qualification_granted_once",
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "kind"], name="qualification_of_org"),
            models.Index(fields=["person", "kind"], name="qualification_of_person"),
        ]


class Training(models.Model):
    """An event, or a series of events, whose attendance grants a safety induction; named as the record names it."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="trainings")
    source = models.CharField(max_length=120)
    level = models.PositiveSmallIntegerField(default=1)
    months = models.PositiveSmallIntegerField(default=12)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cluster", "source"], name="training_once")]


class Quota(models.Model):
    """How much one organisation may book of a facility and all below it; without a class for everybody."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="quotas")
    price_class = models.ForeignKey(
        "facilities.PriceClass", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    hours_a_month = models.PositiveSmallIntegerField(null=True, blank=True)
    bookings_ahead = models.PositiveSmallIntegerField(null=True, blank=True)
    longest_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    days_ahead = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "price_class"], name="quota_once", nulls_distinct=False
            )
        ]

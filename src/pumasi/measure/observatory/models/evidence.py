"""A binder for a cluster's label: what is asked, and the documents that show it, each with the day on which it runs out."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from pumasi.kit.bilingual import Bilingual


class Binder(models.Model):
    """What a label asks of a cluster."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="binders")
    name = Bilingual(max_length=200)
    # Which share of the criteria has to be shown, in per cent.
    asks = models.PositiveSmallIntegerField(
        default=80, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(asks__gte=1, asks__lte=100), name="binder_asks_a_share")
        ]


class Criterion(models.Model):
    """One thing that is asked, in its area."""

    binder = models.ForeignKey(Binder, on_delete=models.CASCADE, related_name="criteria")
    area = models.CharField(max_length=120, blank=True)
    name = Bilingual(max_length=300)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "pk"]


class Evidence(models.Model):
    """A document or an address that shows a criterion; past its last day it shows nothing any more."""

    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=200)
    file = models.FileField(upload_to="evidence/", blank=True)
    link = models.URLField(max_length=1000, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(file="", link=""), name="evidence_shows_something")
        ]

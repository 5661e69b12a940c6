"""How many people work in each industry, in the region of a cluster and in the whole that it is measured against."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from pumasi.kit.bilingual import Bilingual


class EmploymentTable(models.Model):
    """The people at work of one year, by one classification, as an office of statistics published them."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="employment")
    year = models.PositiveSmallIntegerField()
    # A key of `schemes.SCHEMES`.
    scheme = models.CharField(max_length=12)
    region = Bilingual(max_length=120)
    whole = Bilingual(max_length=120)
    source = Bilingual(max_length=200)
    link = models.URLField(max_length=1000, blank=True)
    # Everybody at work, those of industries that the table does not list included.
    all_here = models.PositiveBigIntegerField()
    all_there = models.PositiveBigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-year", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cluster", "year", "scheme"], name="employment_year_once"),
            models.CheckConstraint(
                condition=models.Q(all_here__gt=0, all_there__gte=models.F("all_here")),
                name="employment_region_within_whole",
            ),
        ]


class Employment(models.Model):
    """The people of one industry; none where the source holds the number back."""

    table = models.ForeignKey(EmploymentTable, on_delete=models.CASCADE, related_name="industries")
    code = models.CharField(max_length=8)
    name = Bilingual(max_length=200)
    here = models.PositiveBigIntegerField(null=True)
    there = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["table", "code"], name="employment_industry_once"),
            models.CheckConstraint(
                condition=models.Q(here__isnull=True)
                | models.Q(there__isnull=True)
                | models.Q(there__gte=models.F("here")),
                name="employment_here_within_there",
            ),
        ]

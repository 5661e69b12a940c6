"""Figures: what is counted, out of what, as of when, for whom, and how to see the rows."""

from __future__ import annotations

from django.db import models

from pumasi.kit.bilingual import Bilingual


class Figure(models.Model):
    """The latest statement of a figure by the room that owns it, one for each audience."""

    key = models.CharField(max_length=120)
    cluster = models.ForeignKey(
        "members.Cluster", null=True, on_delete=models.CASCADE, related_name="figures"
    )
    audience = models.CharField(max_length=8)
    numerator = models.FloatField()
    denominator = models.FloatField(null=True)
    unit = models.CharField(max_length=40, blank=True)
    definition = Bilingual(max_length=400)
    coverage = Bilingual(max_length=300)
    comparison = Bilingual(max_length=300)
    window_start = models.DateField(null=True)
    window_end = models.DateField(null=True)
    as_of = models.DateTimeField()
    # Address of the rows (CSV); the room that owns them checks who may read.
    rows = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "cluster", "audience"], nulls_distinct=False, name="figure_stated_once"
            )
        ]

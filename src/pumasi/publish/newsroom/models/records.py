"""What texts are checked against: figures with their approved words, terms, and sentences translated before."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual


@pghistory.track()
class Claim(models.Model):
    """A figure that texts quote by its key: when it changes, every page that quotes it changes.

    `phrase` puts it into words; {n} is the numerator, {m} the denominator, {p} the share in per cent.
    """

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", pgettext_lazy("claim", "Confirmed")
        UNCONFIRMED = "unconfirmed", pgettext_lazy("claim", "Not confirmed")
        CONFLICTING = "conflicting", pgettext_lazy("claim", "Sources conflict")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    key = models.SlugField(max_length=60)
    numerator = models.DecimalField(max_digits=20, decimal_places=4)
    denominator = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    unit = Bilingual(max_length=40)
    phrase = Bilingual(max_length=200)
    as_of = models.DateField()
    source = Bilingual(max_length=300)
    link = models.URLField(blank=True, max_length=1000)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.UNCONFIRMED)
    conflict = Bilingual(max_length=500)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "key"], name="claim_once"),
            models.CheckConstraint(
                condition=models.Q(denominator__isnull=True)
                | models.Q(denominator__gt=0, numerator__lte=models.F("denominator"), numerator__gte=0),
                name="claim_is_a_part_of_its_whole",
            ),
        ]


class Term(models.Model):
    """How a word is rendered in the other language."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    ko = models.CharField(max_length=120)
    en = models.CharField(max_length=120)
    note = models.CharField(max_length=300, blank=True)
    # A person, organisation or title: its spelling is checked as a name.
    is_name = models.BooleanField(default=False)

    class Meta:
        ordering = ["ko"]
        constraints = [models.UniqueConstraint(fields=["cluster", "ko"], name="term_once")]


class Memory(models.Model):
    """A paragraph and its published translation."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    ko = models.TextField()
    en = models.TextField()
    digest = models.CharField(max_length=40)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cluster", "digest"], name="memory_once")]
        indexes = [
            GinIndex(fields=["ko"], opclasses=["gin_trgm_ops"], name="memory_ko"),
            GinIndex(fields=["en"], opclasses=["gin_trgm_ops"], name="memory_en"),
        ]


class Pulse(models.Model):
    """Counts what changed in what the world sees of a cluster: whoever remembers a page knows by it when to forget."""

    cluster = models.OneToOneField("members.Cluster", on_delete=models.CASCADE, related_name="+")
    n = models.BigIntegerField(default=1)

"""Addresses elsewhere that our texts and figures name, and whether they still answer."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import pgettext_lazy


class Link(models.Model):
    """An address, what named it, and what came of asking it.

    `failures` counts how often in a row it did not answer; one failure is bad luck, from `Link.TOLD` on the desk is told. `since` is when
    the first of them came.
    """

    class Verdict(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("link", "Not asked yet")
        ALIVE = "alive", pgettext_lazy("link", "Answers")
        GONE = "gone", pgettext_lazy("link", "Page is gone")
        SILENT = "silent", pgettext_lazy("link", "No answer")
        ILL = "ill", pgettext_lazy("link", "Server reports a fault")
        INSIDE = "inside", pgettext_lazy("link", "Leads into a private network")

    TOLD = 2
    BROKEN = ("gone", "silent", "ill", "inside")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=1000)
    items = ArrayField(models.BigIntegerField(), default=list)
    claims = ArrayField(models.BigIntegerField(), default=list)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, default=Verdict.WAITING)
    status = models.PositiveSmallIntegerField(default=0)
    moved_to = models.CharField(max_length=1000, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["address"]
        constraints = [models.UniqueConstraint(fields=["cluster", "address"], name="link_once")]

    @property
    def broken(self) -> bool:
        """Whether it failed often enough to be told."""
        return self.failures >= self.TOLD

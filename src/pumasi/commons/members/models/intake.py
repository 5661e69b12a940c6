"""Imports: a batch, its rows as they were read, and each change it made, so that it can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    """One import of one or more files. Kept for 30 days with what is needed to undo it."""

    class State(models.TextChoices):
        STAGED = "staged", _("To be checked")
        RUNNING = "running", _("Running")
        APPLIED = "applied", _("Brought in")
        UNDONE = "undone", _("Undone")
        STOPPED = "stopped", _("Stopped")
        FAILED = "failed", _("Failed")

    kind = models.CharField(max_length=12)
    cluster = models.ForeignKey(
        "members.Cluster", null=True, blank=True, on_delete=models.CASCADE, related_name="batches"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    files = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.STAGED)
    progress = models.PositiveSmallIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)


class Staged(models.Model):
    """A row of a staged batch: as read, and what would become of it."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    place = models.CharField(max_length=300)
    values = models.JSONField()
    verdict = models.CharField(max_length=12)
    problem_en = models.TextField(blank=True)
    problem_ko = models.TextField(blank=True)
    target = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["batch", "verdict"], name="staged_by_verdict")]


class Change(models.Model):
    """The values that an applied batch found in a record it changed."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="changes")
    table = models.CharField(max_length=60)
    key = models.BigIntegerField()
    before = models.JSONField()

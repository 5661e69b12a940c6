"""How often an item was opened, once a reader and day, without keeping who; and who wants news by mail."""

from __future__ import annotations

from django.db import models


class Views(models.Model):
    """The count of an item."""

    item = models.OneToOneField("newsroom.Item", on_delete=models.CASCADE, related_name="views")
    count = models.PositiveIntegerField(default=0)


class Reader(models.Model):
    """A reader of an item today: a hash that changes with the day and names nobody; yesterday's are thrown away."""

    item = models.ForeignKey("newsroom.Item", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    mark = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "day", "mark"], name="reader_once_a_day")]
        indexes = [models.Index(fields=["day"], name="reader_by_day")]


class Subscription(models.Model):
    """An address that wants a cluster's news in a language: all boards or some (`kinds`), at once or once a week."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    language = models.CharField(max_length=2)
    # Kinds of items; none of them: all.
    kinds = models.JSONField(default=list, blank=True)
    weekly = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    # Whoever holds the link has said yes; before that nothing is sent but the link.
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # What came out until then was told.
    told_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "email", "language"], name="subscription_once"),
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=True) | models.Q(told_until__isnull=False),
                name="subscription_told_since",
            ),
        ]

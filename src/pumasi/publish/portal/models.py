"""How often an item was opened: once a reader and day, without keeping who."""

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

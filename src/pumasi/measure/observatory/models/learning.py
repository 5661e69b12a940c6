"""What an office set out to do after it saw what others do: who does it, and by when."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class ActionItem(models.Model):
    """Something to be done, with the factor and the case that it was learnt from."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="action_items")
    what = models.CharField(max_length=300)
    factor = models.ForeignKey(
        "observatory.Factor", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    story = models.ForeignKey(
        "observatory.Story", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        # What is still to be done first, the soonest above.
        ordering: ClassVar = [
            models.F("done_at").desc(nulls_first=True),
            models.F("due").asc(nulls_last=True),
            "pk",
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(what=""), name="action_item_says_what")
        ]

"""What a manager keeps about organisations: log, tasks, notes, segments, own fields and merges."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import Bilingual


class OfOrganisation(models.Model):
    """A manager's record about an organisation in a cluster."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(max_length=4000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True
        ordering = ["-created_at", "-id"]


class Note(OfOrganisation):
    """A note for colleagues."""


class ContactLog(OfOrganisation):
    """A conversation, a mail, a visit: when, how, about what."""

    class Channel(models.TextChoices):
        PHONE = "phone", _("Phone")
        MAIL = "mail", _("E-mail")
        VISIT = "visit", _("Visit")
        MEETING = "meeting", _("Meeting")

    channel = models.CharField(max_length=8, choices=Channel.choices)
    on = models.DateField()


class Task(OfOrganisation):
    """Something to do, by whom, until when."""

    due = models.DateField(null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    done_at = models.DateTimeField(null=True, blank=True)


class Segment(models.Model):
    """A saved choice of facets, kept as the query of the list page."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="segments")
    name = models.CharField(max_length=100)
    query = models.CharField(max_length=1000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cluster", "name"], name="segment_name_once")]


class CustomField(models.Model):
    """A field that a cluster adds to its organisations, with a type that is checked."""

    class Type(models.TextChoices):
        TEXT = "text", _("Text")
        NUMBER = "number", _("Number")
        DATE = "date", _("Date")
        YES_NO = "yes_no", _("Yes or no")
        CHOICE = "choice", _("Choice")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="custom_fields")
    key = models.SlugField(max_length=40)
    label = Bilingual(max_length=100)
    type = models.CharField(max_length=8, choices=Type.choices)
    choices = models.JSONField(default=list, blank=True)
    visibility = models.CharField(max_length=8, default="managers")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cluster", "key"], name="custom_field_key_once")]


class Merge(models.Model):
    """Two records that were one organisation, with what is needed to take them apart again."""

    kept = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="merges")
    absorbed = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="absorptions")
    moved = models.JSONField(default=dict)
    filled = models.JSONField(default=dict)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    merged_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)


class Disclosure(models.Model):
    """Somebody looked at or downloaded personal data: who, of whom, what, why."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey(
        "members.Person", null=True, on_delete=models.SET_NULL, related_name="disclosures"
    )
    what = models.CharField(max_length=100)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)

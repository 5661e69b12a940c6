"""The outbox, what people want to receive, links that act with one tap, and notices on the site."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import Bilingual


class Message(models.Model):
    """A mail to one recipient, written in the transaction of what it tells. `dedupe` makes telling it twice harmless."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting to be sent")
        SENT = "sent", _("Sent")
        BOUNCED = "bounced", _("Came back")
        SUPPRESSED = "suppressed", _("Not sent: unsubscribed or unreachable")
        FAILED = "failed", _("Failed")

    dedupe = models.CharField(max_length=160, unique=True)
    topic = models.CharField(max_length=40)
    to = models.EmailField()
    language = models.CharField(max_length=2, default="ko")
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    cluster = models.ForeignKey("members.Cluster", null=True, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(auto_now_add=True)
    last_error = models.CharField(max_length=500, blank=True)
    message_id = models.CharField(max_length=200, blank=True, db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["not_before"], name="message_queue", condition=models.Q(state="queued")),
            models.Index(fields=["to", "topic", "created_at"], name="message_of_recipient"),
        ]


class Preference(models.Model):
    """A recipient's choice for a topic. No row means yes."""

    email = models.EmailField()
    topic = models.CharField(max_length=40)
    wanted = models.BooleanField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["email", "topic"], name="preference_once")]


class Unreachable(models.Model):
    """An address that mail came back from for good."""

    email = models.EmailField(unique=True)
    reason = models.CharField(max_length=300, blank=True)
    since = models.DateTimeField(auto_now_add=True)


class Tap(models.Model):
    """A link that lets its holder do one thing without signing in. The token is kept as its hash."""

    token_hash = models.CharField(max_length=64, unique=True)
    action = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    email = models.EmailField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Notice(models.Model):
    """Something to tell a user on the site."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    dedupe = models.CharField(max_length=160)
    text = Bilingual(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "dedupe"], name="notice_once")]
        indexes = [models.Index(fields=["user", "-created_at"], name="notice_of_user")]

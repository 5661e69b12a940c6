"""How often an item was opened, once a reader and day, without keeping who; and who wants news by mail."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual


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


class Policy(models.Model):
    """A version of a policy page. It stands as it was published; what changes is a version of its own."""

    class Kind(models.TextChoices):
        PRIVACY = "privacy", pgettext_lazy("policy", "Privacy policy")
        TERMS = "terms", pgettext_lazy("policy", "Terms of use")
        COPYRIGHT = "copyright", pgettext_lazy("policy", "Copyright policy")
        ACCESSIBILITY = "accessibility", pgettext_lazy("policy", "Accessibility statement")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    number = models.PositiveSmallIntegerField()
    text = Bilingual(long=True, max_length=100_000)
    # What is new in it, in a sentence.
    change = Bilingual(max_length=300)
    valid_from = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["cluster", "kind", "number"], name="policy_numbered_once"),
            models.UniqueConstraint(fields=["cluster", "kind", "valid_from"], name="policy_one_a_day"),
        ]


class OldAddress(models.Model):
    """An address of the site that stood here before, and where it leads now: to an item, or to a page of this site.

    `query`: what of the address behind "?" names the page there, sorted (`bbs=3&seq=120`); others may stand beside it.
    """

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=500)
    query = models.CharField(max_length=500, blank=True)
    item = models.ForeignKey(
        "newsroom.Item", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    to = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["path", "query"]
        constraints = [
            # Of the whole installation: an address says nothing of clusters.
            models.UniqueConstraint(fields=["path", "query"], name="old_address_once"),
            models.CheckConstraint(
                condition=models.Q(item__isnull=False, to="")
                | models.Q(item__isnull=True, to__startswith="/"),
                name="old_address_leads_somewhere",
            ),
        ]


class Site(models.Model):
    """How a cluster's pages look. What is empty is as usual."""

    class Tone(models.TextChoices):
        BLUE = "blue", pgettext_lazy("colour", "Blue")
        INDIGO = "indigo", pgettext_lazy("colour", "Indigo")
        GREEN = "green", pgettext_lazy("colour", "Green")
        PLUM = "plum", pgettext_lazy("colour", "Plum")
        BRICK = "brick", pgettext_lazy("colour", "Brick red")
        OCHRE = "ochre", pgettext_lazy("colour", "Ochre")
        SLATE = "slate", pgettext_lazy("colour", "Slate")

    cluster = models.OneToOneField(
        "members.Cluster", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    # Each can be read on every ground, in light and dark; a free choice could not.
    tone = models.CharField(max_length=10, blank=True, choices=Tone.choices)
    # The sentence below the name on the first page.
    lead = Bilingual(max_length=200)
    logo = models.FileField(upload_to="site/", blank=True)
    # Changes with the picture, so that browsers fetch the new one.
    logo_mark = models.CharField(max_length=12, blank=True)
    # Names of the entries and parts that are shown, in order.
    menu = models.JSONField(default=list, blank=True)
    blocks = models.JSONField(default=list, blank=True)
    # Entries of its own: label_ko, label_en, url.
    links = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

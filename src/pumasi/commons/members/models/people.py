"""People, where they work from when to when, and what they agreed to."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import Bilingual


@pghistory.track()
class Person(models.Model):
    """Somebody who takes part. `name_en` is the romanised name as the person prefers it."""

    name = Bilingual(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    orcid = models.CharField(max_length=19, blank=True)
    language = models.CharField(max_length=2, default="ko")
    field_visibility = models.JSONField(default=dict, blank=True)
    # Without a name: a number in an imported book of RSVPs.
    external_id = models.CharField(max_length=60, blank=True)
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name_key = models.CharField(max_length=120, blank=True, db_index=True)
    folded = models.TextField(blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            GinIndex(OpClass(models.F("folded"), name="gin_trgm_ops"), name="person_folded"),
            models.Index(fields=["email"], name="person_email"),
        ]

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)

    @property
    def slug(self) -> str:
        """ASCII words for the address."""
        return slugify(self.name_en)[:60] or "person"  # type: ignore[attr-defined]


@pghistory.track()
class Affiliation(models.Model):
    """A person at an organisation, with the title held in that time."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="affiliations"
    )
    title = Bilingual(max_length=120)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    is_contact = models.BooleanField(default=False)
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["organisation", "until"], name="affiliation_of_organisation")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="affiliation_ends_after_it_starts",
            )
        ]


@pghistory.track()
class Consent(models.Model):
    """What a person agreed to, with the version of the text that was read. Withdrawing ends it, nothing deletes it."""

    class Purpose(models.TextChoices):
        NAMED = "named", _("Be named in introductions and paths")
        ATTENDEES = "attendees", _("Appear in lists of participants")
        DIGEST = "digest", _("Receive the weekly mail")
        PHOTOS = "photos", _("Appear in photographs")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    text_version = models.CharField(max_length=20)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="consent_in_force_once",
            )
        ]

"""Clusters, organisations and the dated relation of one to the other."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Upper
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import Bilingual


class Kind(models.TextChoices):
    """What an organisation is."""

    COMPANY = "company", _("Company")
    UNIVERSITY = "university", _("University")
    RESEARCH_INSTITUTE = "research_institute", _("Research institute")
    HOSPITAL = "hospital", _("Hospital")
    INVESTOR = "investor", _("Investor")
    ACCELERATOR = "accelerator", _("Accelerator")
    PUBLIC_BODY = "public_body", _("Public body")
    OTHER = "other", _("Other organisation")


class Visibility(models.TextChoices):
    """Who may see a thing; each level includes those after it in `order`."""

    PUBLIC = "public", _("Everyone")
    MEMBERS = "members", _("Members")
    MANAGERS = "managers", _("Managers only")


class Cluster(models.Model):
    """An innovation cluster: the frame of every count, with its own time zone."""

    slug = models.SlugField(max_length=60, unique=True)
    name = Bilingual(max_length=200)
    aliases = models.JSONField(default=list, blank=True)
    description = Bilingual(long=True)
    country = models.CharField(max_length=2, blank=True)
    zone = models.CharField(max_length=60, default="Asia/Seoul")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    contact = Bilingual(max_length=200)
    contact_email = models.EmailField(blank=True)
    answer_days = models.PositiveSmallIntegerField(default=2)
    weekly_introductions = models.PositiveSmallIntegerField(default=3)
    is_sample = models.BooleanField(default=False)
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)


@pghistory.track()
class Organisation(models.Model):
    """A company, university, institute, hospital, investor, accelerator or public body."""

    name = Bilingual(max_length=300)
    short_name = Bilingual(max_length=100)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.COMPANY)
    registration_number = models.CharField(max_length=20, blank=True)
    lei = models.CharField(max_length=20, blank=True)
    ror = models.CharField(max_length=9, blank=True)
    # Identifier in a source we import from, such as "pic:999999999"; matches a re-import.
    external_id = models.CharField(max_length=60, blank=True)
    sector_scheme = models.CharField(max_length=20, blank=True)
    sector_code = models.CharField(max_length=20, blank=True)
    sector = Bilingual(max_length=200)
    tags = models.ManyToManyField("members.Tag", blank=True, related_name="organisations")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children"
    )
    parent_note = models.CharField(max_length=200, blank=True)
    is_anchor = models.BooleanField(default=False)
    anchor_note = Bilingual(max_length=300)
    country = models.CharField(max_length=2, blank=True)
    city = Bilingual(max_length=100)
    address = Bilingual(max_length=300)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    website = models.URLField(blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    description = Bilingual(long=True)
    founded = models.PositiveSmallIntegerField(null=True, blank=True)
    employees = models.CharField(max_length=20, blank=True)
    custom = models.JSONField(default=dict, blank=True)
    visibility = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.PUBLIC)
    # Visibility of single fields that differ from the defaults of `fields.DEFAULTS`.
    field_visibility = models.JSONField(default=dict, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name_key = models.CharField(max_length=300, blank=True, db_index=True)
    folded = models.TextField(blank=True)
    initials = models.TextField(blank=True)
    search = SearchVectorField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [
            GinIndex(fields=["search"], name="organisation_search"),
            GinIndex(OpClass(models.F("folded"), name="gin_trgm_ops"), name="organisation_folded"),
            GinIndex(OpClass(models.F("initials"), name="gin_trgm_ops"), name="organisation_initials"),
            models.Index(Upper("registration_number"), name="organisation_registration"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["external_id"], condition=~models.Q(external_id=""), name="organisation_external_id"
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="organisation_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)

    @property
    def slug(self) -> str:
        """ASCII words for the address; the id decides, the slug may change."""
        return slugify(self.name_en)[:60] or "organisation"  # type: ignore[attr-defined]

    @property
    def kind_label(self) -> str:
        """The kind in the reader's language."""
        return str(Kind(self.kind).label)


@pghistory.track()
class Relation(models.Model):
    """What an organisation is to a cluster, from when to when. Counters never mix the kinds."""

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("Resident")
        MEMBER = "member", _("Member")
        USER = "user", _("User of facilities")
        PARTNER = "partner", _("Partner")
        ALUMNI = "alumni", _("Alumni")

    class State(models.TextChoices):
        APPLIED = "applied", _("Applied")
        ACTIVE = "active", _("Active")
        GRACE = "grace", _("In grace period")
        LAPSED = "lapsed", _("Lapsed")
        ENDED = "ended", _("Ended")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="relations")
    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.MEMBER)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["cluster", "state", "kind"], name="relation_of_cluster")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True)
                | models.Q(since__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="relation_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["organisation", "cluster", "kind"],
                condition=models.Q(until__isnull=True),
                name="relation_open_once",
            ),
        ]

    # Those who belong today: their counts, their pages and their network include them.
    CURRENT = (State.ACTIVE, State.GRACE)
    BELONGING = (Kind.RESIDENT, Kind.MEMBER)

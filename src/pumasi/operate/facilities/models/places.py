"""What can be booked: sites, their zones and equipment; when it is open; and what is there without booking."""

from __future__ import annotations

import pghistory
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual


@pghistory.track()
class Facility(models.Model):
    """A site, a zone of it, a laboratory or a piece of equipment. What a child leaves open it takes from its parent."""

    class Kind(models.TextChoices):
        SITE = "site", pgettext_lazy("facility", "Site")
        ZONE = "zone", pgettext_lazy("facility", "Zone")
        LAB = "lab", pgettext_lazy("facility", "Laboratory")
        EQUIPMENT = "equipment", pgettext_lazy("facility", "Equipment")

    class Mode(models.TextChoices):
        EXCLUSIVE = "exclusive", pgettext_lazy("facility", "One user at a time")
        SHARED = "shared", pgettext_lazy("facility", "Shared by several")
        CLOSED = "closed", pgettext_lazy("facility", "Not bookable by itself")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Everyone")
        MEMBERS = "members", _("Members")
        MANAGERS = "managers", _("Managers only")

    class Basis(models.TextChoices):
        BOOKED = "booked", pgettext_lazy("facility", "Hours booked")
        USED = "used", pgettext_lazy("facility", "Hours used")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="facilities")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ZONE)
    name = Bilingual(max_length=200)
    summary = Bilingual(max_length=300)
    text = Bilingual(long=True, max_length=20_000)
    specification = Bilingual(long=True, max_length=10_000)
    how_to_apply = Bilingual(long=True, max_length=4_000)
    # Number in the national register of research equipment (ZEUS/NFEC).
    register_number = models.CharField(max_length=40, blank=True)
    owner = models.ForeignKey(
        "members.Organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="facilities_owned",
    )
    contact = Bilingual(max_length=200)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    area_m2 = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    tags = models.ManyToManyField("members.Tag", blank=True, related_name="facilities")
    picture = models.FileField(upload_to="facilities/", blank=True)
    picture_text = Bilingual(max_length=200)
    visibility = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.PUBLIC)
    # Who learns from the participation record that somebody used it; a confidential booking tells its parties alone.
    record_visibility = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.MEMBERS)

    mode = models.CharField(max_length=9, choices=Mode.choices, default=Mode.EXCLUSIVE)
    places = models.PositiveSmallIntegerField(default=1)
    movable = models.BooleanField(default=False)
    setup_minutes = models.PositiveSmallIntegerField(default=0)
    cleanup_minutes = models.PositiveSmallIntegerField(default=0)
    step_minutes = models.PositiveSmallIntegerField(default=30)
    needs_approval = models.BooleanField(default=False)
    asks_reference = models.BooleanField(default=False)
    # A booking without a check-in after so many minutes is a no-show and goes back to those who wait.
    grace_minutes = models.PositiveSmallIntegerField(default=30)
    # Called off later than so many hours before its start, or not come at all: this share of the price is due.
    notice_hours = models.PositiveSmallIntegerField(default=24)
    late_percent = models.PositiveSmallIntegerField(default=0)
    charged_by = models.CharField(max_length=6, choices=Basis.choices, default=Basis.BOOKED)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    zone = models.CharField(max_length=60, default="Asia/Seoul")
    position = models.PositiveSmallIntegerField(default=0)
    # Things that a user may say the test was about: rain, night, dummy pedestrians ...
    scenarios = models.JSONField(default=list, blank=True)
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    folded = models.TextField(blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(places__gte=1), name="facility_has_a_place"),
            models.CheckConstraint(
                condition=models.Q(mode="shared") | models.Q(places=1), name="facility_places_only_if_shared"
            ),
            models.CheckConstraint(
                condition=models.Q(step_minutes__gte=5), name="facility_step_of_five_minutes"
            ),
            models.CheckConstraint(
                condition=models.Q(late_percent__lte=100), name="facility_late_at_most_the_price"
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="facility_not_its_own_parent"
            ),
        ]
        indexes = [models.Index(fields=["cluster", "parent"], name="facility_of_cluster")]

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)

    @property
    def slug(self) -> str:
        """ASCII words for the address; the id decides, the slug may change."""
        return slugify(self.name_en)[:60] or "facility"  # type: ignore[attr-defined]

    @property
    def key(self) -> str:
        """How the holds, and a code on its door, name it."""
        return f"facilities.facility.{self.pk}"


class FacilityPair(models.Model):
    """Two facilities side by side: one may be had together with the other, or the use of one rules out the other's."""

    class Rule(models.TextChoices):
        TOGETHER = "together", pgettext_lazy("facility", "Side by side")
        EXCLUDES = "excludes", pgettext_lazy("facility", "Not at the same time")

    a = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="+")
    b = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=8, choices=Rule.choices, default=Rule.TOGETHER)
    why = Bilingual(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="facility_pair_once"),
            models.CheckConstraint(
                condition=models.Q(a__lt=models.F("b")), name="facility_pair_from_low_to_high"
            ),
        ]

    @property
    def key(self) -> str:
        """What both sides of an excluding pair hold; it names both, so that whoever reads holds needs no other table."""
        return f"facilities.pair.{self.a_id}.{self.b_id}"


class Opening(models.Model):
    """Hours of one weekday (0 is Monday) by the clock on the wall; 24:00 is written as 00:00 of the next day."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="openings")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            models.UniqueConstraint(fields=["facility", "weekday", "opens"], name="opening_once"),
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="opening_of_a_weekday"),
        ]


class Closure(models.Model):
    """A time without use: a holiday, planned maintenance, or a breakdown that nobody planned."""

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", pgettext_lazy("closure", "Holiday")
        PLANNED = "planned", pgettext_lazy("closure", "Planned maintenance")
        BREAKDOWN = "breakdown", pgettext_lazy("closure", "Breakdown")

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="closures")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = Bilingual(max_length=300)
    lifted_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="closure_lasts"
            )
        ]
        indexes = [models.Index(fields=["facility", "starts_at"], name="closure_of_facility")]

    @property
    def source(self) -> str:
        """How the holds name it."""
        return f"facilities.closure.{self.pk}"


class Infrastructure(models.Model):
    """What is there to use without booking: networks, data sets, open laboratories."""

    class Kind(models.TextChoices):
        NETWORK = "network", pgettext_lazy("infrastructure", "Network")
        DATA = "data", pgettext_lazy("infrastructure", "Data set")
        OPEN_LAB = "open_lab", pgettext_lazy("infrastructure", "Open laboratory")
        OTHER = "other", pgettext_lazy("infrastructure", "Other")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="infrastructure")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.OTHER)
    name = Bilingual(max_length=200)
    text = Bilingual(max_length=1_000)
    access = Bilingual(max_length=500)
    owner = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    contact = Bilingual(max_length=200)
    contact_email = models.EmailField(blank=True)
    link = models.URLField(blank=True, max_length=500)
    visibility = models.CharField(
        max_length=8, choices=Facility.Visibility.choices, default=Facility.Visibility.PUBLIC
    )
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)

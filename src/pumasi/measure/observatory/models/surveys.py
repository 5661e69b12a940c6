"""A survey of clusters: who was asked, what they said, the code book, two blind codings of each answer, and what was settled."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual


class Survey(models.Model):
    """A survey that a cluster office carries out among clusters."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="surveys")
    slug = models.SlugField(max_length=60)
    name = Bilingual(max_length=200)
    question = Bilingual(max_length=400)
    # How the clusters were chosen and asked: without it a share says nothing of others.
    selection = Bilingual(max_length=600)
    instrument = Bilingual(max_length=300)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    # What headings of the office's tables mean: a folded heading to a question's key, or to nothing: left out.
    headings = models.JSONField(default=dict, blank=True)
    # Answers of invented clusters, for showing how it works.
    is_example = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    # From then on nothing changes; what is told before is a draft and says so.
    locked_at = models.DateTimeField(null=True, blank=True)
    # Why a final survey was opened again; empty once it is final.
    reopened_for = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cluster", "slug"], name="survey_address_once"),
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True)
                | models.Q(last_day__isnull=True)
                | models.Q(last_day__gte=models.F("first_day")),
                name="survey_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(locked_at__isnull=True) | models.Q(published_at__isnull=False),
                name="survey_locked_is_published",
            ),
        ]


class Surveyed(models.Model):
    """A cluster that was asked, and what it said in its own words."""

    class Source(models.TextChoices):
        RESPONDENT = "respondent", _("The respondent")
        DESK = "desk", _("Desk research")
        ESTIMATE = "estimate", _("Analyst's estimate")

    class Lead(models.TextChoices):
        PUBLIC = "public", _("Led by a public body")
        COMPANIES = "companies", _("Led by companies")
        UNKNOWN = "", _("Not known")

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="surveyed")
    name = Bilingual(max_length=200)
    # ISO 3166-1 alpha-2.
    country = models.CharField(max_length=2)
    lead = models.CharField(max_length=12, choices=Lead.choices, blank=True, default="")
    # Where it runs in this installation too: what is measured there is offered to whoever answers.
    cluster = models.ForeignKey(
        "members.Cluster", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    said = Bilingual(long=True, max_length=4000)
    source = models.CharField(max_length=12, choices=Source.choices, default=Source.RESPONDENT)

    class Meta:
        ordering: ClassVar = ["country", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "name_ko", "name_en"], name="surveyed_once"),
            models.CheckConstraint(
                condition=models.Q(country__regex=r"^[A-Z]{2}$"), name="surveyed_country_code"
            ),
        ]


class Factor(models.Model):
    """An entry of the code book: what makes a cluster succeed. A cluster may name several."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="factors")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    name = Bilingual(max_length=120)
    definition = Bilingual(max_length=600)
    include = Bilingual(max_length=400)
    exclude = Bilingual(max_length=400)
    example = Bilingual(max_length=400)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["survey", "key"], name="factor_key_once")]


class Coder(models.Model):
    """One of the two who read all answers, each without seeing the other's codes."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="coders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "place"], name="coder_place_once"),
            models.UniqueConstraint(fields=["survey", "user"], name="coder_once"),
            models.CheckConstraint(condition=models.Q(place__in=[1, 2]), name="coders_are_two"),
        ]


class Coding(models.Model):
    """What one coder found: whether the cluster names the factor."""

    surveyed = models.ForeignKey(Surveyed, on_delete=models.CASCADE, related_name="codings")
    factor = models.ForeignKey(Factor, on_delete=models.CASCADE, related_name="codings")
    coder = models.ForeignKey(Coder, on_delete=models.CASCADE, related_name="codings")
    named = models.BooleanField()
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["surveyed", "factor", "coder"], name="coded_once_by_each")
        ]


class Ruling(models.Model):
    """A code settled by a third person, with the reason. The last one stands; earlier ones stay as the log."""

    surveyed = models.ForeignKey(Surveyed, on_delete=models.CASCADE, related_name="rulings")
    factor = models.ForeignKey(Factor, on_delete=models.CASCADE, related_name="rulings")
    named = models.BooleanField()
    why = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(why=""), name="ruling_has_a_reason")
        ]


class Story(models.Model):
    """A case: what a cluster did and what came of it. Nothing is shown without evidence and permission."""

    surveyed = models.ForeignKey(Surveyed, on_delete=models.CASCADE, related_name="stories")
    factors = models.ManyToManyField(Factor, related_name="stories", blank=True)
    title = Bilingual(max_length=200)
    situation = Bilingual(max_length=1000)
    action = Bilingual(max_length=1000)
    result = Bilingual(max_length=1000)
    investor = Bilingual(max_length=200)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    amount = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    # ISO 4217, and the year whose money it is.
    currency = models.CharField(max_length=3, blank=True)
    money_of = models.PositiveSmallIntegerField(null=True, blank=True)
    evidence = models.URLField(max_length=1000, blank=True)
    permitted = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True)
                | (models.Q(money_of__isnull=False) & models.Q(currency__regex=r"^[A-Z]{3}$")),
                name="story_amount_has_currency_and_year",
            )
        ]

    @property
    def is_shown(self) -> bool:
        """Say whether the world may read it."""
        return self.permitted and bool(self.evidence)


STATES = {
    "draft": pgettext_lazy("survey", "In preparation"),
    "published": pgettext_lazy("survey", "Published as a draft"),
    "locked": pgettext_lazy("survey", "Final"),
}


def state_of(survey: Survey) -> str:
    """Where a survey stands: `draft` (seen at the desk alone), `published` (may still change), `locked`."""
    if survey.locked_at:
        return "locked"
    return "published" if survey.published_at else "draft"

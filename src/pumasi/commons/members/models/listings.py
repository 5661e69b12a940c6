"""Technology tags, and what organisations offer and look for."""

from __future__ import annotations

from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import Bilingual


class Tag(models.Model):
    """A technology or topic in both languages."""

    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    name = Bilingual(max_length=100)

    def __str__(self) -> str:
        """Name in the reader's language."""
        return str(self.name)


class Listing(models.Model):
    """An offer or a need of an organisation. It expires, and asks to be renewed before it does."""

    class Kind(models.TextChoices):
        OFFER = "offer", _("Offers")
        NEED = "need", _("Looking for")

    kind = models.CharField(max_length=5, choices=Kind.choices)
    organisation = models.ForeignKey(
        "members.Organisation", on_delete=models.CASCADE, related_name="listings"
    )
    text = Bilingual(max_length=300)
    tags = models.ManyToManyField(Tag, blank=True, related_name="listings")
    visibility = models.CharField(max_length=8, default="public")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField()
    batch = models.ForeignKey(
        "members.Batch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    search = SearchVectorField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "kind", "expires_on"], name="listing_of_organisation")
        ]

    def __str__(self) -> str:
        """Text in the reader's language."""
        return str(self.text)

"""Items, their editions in each language, and where they come from."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual

USER = settings.AUTH_USER_MODEL


def words_of(title: str) -> str:
    """Give the ASCII words of a title for an address."""
    return slugify(title)[:60] or "item"


class Item(models.Model):
    """Something published, whatever the language: its board, source, licence and files."""

    class Kind(models.TextChoices):
        NOTICE = "notice", pgettext_lazy("item", "Notice")
        NEWS = "news", pgettext_lazy("item", "News")
        RELEASE = "release", pgettext_lazy("item", "Press release")
        SUCCESS = "success", pgettext_lazy("item", "Success story")
        INVESTMENT = "investment", pgettext_lazy("item", "Investment news")

    class Licence(models.TextChoices):
        OWN = "own", _("Own text, all rights reserved")
        KOGL0 = "kogl0", _("KOGL type 0: free use")
        KOGL1 = "kogl1", _("KOGL type 1: name the source")
        KOGL2 = "kogl2", _("KOGL type 2: name the source, no commercial use")
        KOGL3 = "kogl3", _("KOGL type 3: name the source, no changes")
        KOGL4 = "kogl4", _("KOGL type 4: name the source, no commercial use, no changes")

    # On these somebody else looks before the world does.
    REVIEWED = {"release", "success", "investment"}
    UNCHANGEABLE = {"kogl3", "kogl4"}

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NOTICE)
    # The language it is written in; the other one is a translation.
    language = models.CharField(max_length=2, default="ko")
    number = models.PositiveIntegerField(null=True)
    department = Bilingual(max_length=100)
    contact = Bilingual(max_length=200)
    publisher = Bilingual(max_length=200)
    link = models.URLField(blank=True, max_length=1000)
    licence = models.CharField(max_length=6, choices=Licence.choices, default=Licence.OWN)
    pinned_until = models.DateField(null=True, blank=True)
    # Source of a fact in the participation record: the text tells the thread that it belongs to.
    thread = models.CharField(max_length=120, blank=True)
    tags = models.ManyToManyField("members.Tag", blank=True, related_name="+")
    # How an imported item was called where it came from.
    key = models.CharField(max_length=80, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cluster", "number"], name="item_number_once"),
            models.UniqueConstraint(
                fields=["cluster", "key"], condition=~models.Q(key=""), name="item_of_import_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["cluster", "pinned_until"],
                name="item_pinned",
                condition=models.Q(pinned_until__isnull=False),
            )
        ]

    @property
    def needs_review(self) -> bool:
        """Whether another person approves before it is published, and the checks are a gate."""
        return self.kind in self.REVIEWED


@pghistory.track(exclude=["search", "folded"])
class Edition(models.Model):
    """An item in one language. What is written (`title`, `blocks`) and what the world sees (`shown_*`) are two things.

    `blocks` are dicts: id, kind (paragraph, heading, list, quote, table), text; in a translation also `of` (the id of the block that it
    translates) and `digest` (of that block's text then). `left_out` names blocks of the source that are left out on purpose, with why and who.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("edition", "Draft")
        REVIEW = "review", pgettext_lazy("edition", "Waiting for review")
        APPROVED = "approved", pgettext_lazy("edition", "Approved")
        PUBLISHED = "published", pgettext_lazy("edition", "Published")
        WITHDRAWN = "withdrawn", pgettext_lazy("edition", "Withdrawn")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="editions")
    language = models.CharField(max_length=2)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    title = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=500, blank=True)
    blocks = models.JSONField(default=list)
    left_out = models.JSONField(default=dict)
    shown_title = models.CharField(max_length=300, blank=True)
    shown_summary = models.CharField(max_length=500, blank=True)
    shown_blocks = models.JSONField(default=list)
    # Of how many sections the source has this edition shows how many; both 0 where nothing is left out.
    sections = models.PositiveSmallIntegerField(default=0)
    sections_of = models.PositiveSmallIntegerField(default=0)
    publish_at = models.DateTimeField(null=True)
    first_published_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    approved_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    edited_at = models.DateTimeField(auto_now=True)
    folded = models.TextField(blank=True)
    search = SearchVectorField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "language"], name="edition_once_a_language"),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(publish_at__isnull=False),
                name="published_edition_has_its_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["language", "-publish_at", "-item"],
                name="edition_shown",
                condition=models.Q(state="published"),
            ),
            GinIndex(fields=["search"], name="edition_search"),
        ]

    def __str__(self) -> str:
        """Title as written."""
        return self.title

    @property
    def slug(self) -> str:
        """ASCII words for the address; the id decides."""
        return words_of(self.shown_title or self.title)

    @property
    def translates(self) -> bool:
        """Whether it is the other language of its item."""
        return self.language != self.item.language


class Revision(models.Model):
    """How an edition stood after somebody saved it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=500, blank=True)
    blocks = models.JSONField(default=list)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["edition", "version"], name="revision_once")]


class Origin(models.Model):
    """What an item was made from: a text of another house, or another item of ours."""

    class Kind(models.TextChoices):
        REPUBLICATION = "republication", pgettext_lazy("lineage", "Re-publication of")
        ABRIDGEMENT = "abridgement", pgettext_lazy("lineage", "Abridgement of")
        TRANSLATION = "translation", pgettext_lazy("lineage", "Translation of")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="origins")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    of = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="descendants")
    title = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    link = models.URLField(blank=True, max_length=1000)


class Attachment(models.Model):
    """A file that hangs on an item."""

    SHOWN_BY_BROWSERS = {"pdf", "png", "jpg", "jpeg"}
    READ_HERE = {"docx", "hwpx", "xlsx", "csv", "txt"}
    LOOKED_INTO = 5_000_000  # bytes; a larger one would keep a reader and the house waiting

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="attachments")
    title = Bilingual(max_length=200)
    file = models.FileField(upload_to="news/")
    size = models.PositiveIntegerField()
    language = models.CharField(max_length=2, blank=True)

    class Meta:
        ordering = ["pk"]

    @property
    def name(self) -> str:
        """The name that it had where it came from."""
        return str(self.file.name).rpartition("/")[2]

    @property
    def look(self) -> str:
        """How a reader can look into it before fetching it: by a browser (`file`), by its text (`text`), or not at all."""
        ending = self.ending.lower()
        if ending in self.SHOWN_BY_BROWSERS:
            return "file"
        return "text" if ending in self.READ_HERE and self.size <= self.LOOKED_INTO else ""

    @property
    def ending(self) -> str:
        """Its kind, as readers know it: PDF, HWPX."""
        return str(self.file.name).rpartition(".")[2].upper()


class Picture(models.Model):
    """A picture of an item with what stands in its place for those who do not see it, and how long it may be shown.

    `focus` is the part that stays where the page cuts it to its shape.
    """

    class Focus(models.TextChoices):
        MIDDLE = "middle", pgettext_lazy("picture", "Middle")
        TOP = "top", pgettext_lazy("picture", "Top")
        BOTTOM = "bottom", pgettext_lazy("picture", "Bottom")
        LEFT = "left", pgettext_lazy("picture", "Left")
        RIGHT = "right", pgettext_lazy("picture", "Right")
        TOP_LEFT = "top-left", pgettext_lazy("picture", "Top left")
        TOP_RIGHT = "top-right", pgettext_lazy("picture", "Top right")
        BOTTOM_LEFT = "bottom-left", pgettext_lazy("picture", "Bottom left")
        BOTTOM_RIGHT = "bottom-right", pgettext_lazy("picture", "Bottom right")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="pictures")
    file = models.FileField(upload_to="news/")
    text = Bilingual(max_length=300)
    rights = models.CharField(max_length=200, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    focus = models.CharField(max_length=12, choices=Focus.choices, default=Focus.MIDDLE)

    class Meta:
        ordering = ["pk"]


class Override(models.Model):
    """A finding that somebody let stand, and why."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="overrides")
    mark = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    text = models.CharField(max_length=300)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "mark"], name="override_once")]

"""What the world sees: published editions, their neighbours, and what else one may want to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit import hangul
from pumasi.kit.bilingual import Words, read
from pumasi.kit.worded import Several, Start, Worded
from pumasi.publish.newsroom.models import Attachment, Edition, Item, Picture, Pulse
from pumasi.publish.newsroom.models.items import words_of

# What a list needs; texts are long.
UNREAD = ["blocks", "left_out", "shown_blocks", "search", "folded", "item__uid"]
RECOMMENDED = 3
PER_PAGE, PINNED, FED = 20, 5, 50


_FILES = Exists(Attachment.objects.filter(item=OuterRef("item")))


_ROW = (
    "item_id", "shown_title", "shown_summary", "item__number", "item__kind", "publish_at", "item__department_ko", "item__department_en",
)  # fmt: skip


class Row(NamedTuple):
    """What a board shows of an item."""

    item_id: int
    title: str
    summary: str
    number: int | None
    kind: str
    publish_at: datetime
    department_ko: str
    department_en: str
    has_files: bool

    @property
    def slug(self) -> str:
        """ASCII words for the address."""
        return words_of(self.title)

    @property
    def department(self) -> Words:
        """Who published it, in the reader's language."""
        return read(self, "department")


class Told(NamedTuple):
    """An item of a feed as the world reads it."""

    item_id: int
    uid: UUID
    title: str
    summary: str
    blocks: list[dict[str, Any]]
    publish_at: datetime
    edited_at: datetime

    @property
    def slug(self) -> str:
        """ASCII words for the address."""
        return words_of(self.title)


@dataclass(frozen=True)
class Choice:
    """What a reader asks of a board: words in title, text or department, a kind, an order."""

    text: str = ""
    kind: str = ""
    tag: str = ""

    @classmethod
    def read(cls, query: Any) -> Choice:
        """Take it from the query of an address; unknown values ask for nothing."""
        kind = query.get("kind", "")
        return cls(
            query.get("q", "").strip()[:100],
            kind if kind in Item.Kind.values else "",
            query.get("tag", "")[:80],
        )


def out(cluster: Cluster | int, language: str) -> QuerySet[Edition]:
    """Editions that are out in a language, the latest first. One with a later time is not out yet."""
    return _out(cluster, language, timezone.now())


def _out(cluster: Cluster | int, language: str, now: datetime) -> QuerySet[Edition]:
    found = Edition.objects.filter(
        item__cluster=cluster, language=language, state="published", publish_at__lte=now
    )
    return found.select_related("item").order_by("-publish_at", "-item_id")


def board(cluster: Cluster, language: str, choice: Choice) -> QuerySet[Edition]:
    """A board as chosen."""
    found = out(cluster, language).defer(*UNREAD)
    if choice.kind:
        found = found.filter(item__kind=choice.kind)
    if choice.tag:
        found = found.filter(item__tags__slug=choice.tag)
    return matching(found, choice.text)


def matching(found: QuerySet[Edition], words: str) -> QuerySet[Edition]:
    """Editions that say a word in title, text or department; particles and spacing apart."""
    if not words:
        return found
    condition = Q(folded__contains=hangul.fold(words).replace(" ", ""))
    condition |= Q(item__department_ko__icontains=words) | Q(item__department_en__icontains=words)
    if literal := hangul.query_text(words):
        found = found.annotate(hit=RawSQL('"newsroom_edition"."search" @@ %s::tsquery', (literal,)))
        condition |= Q(hit=True)
    return found.filter(condition)


def _listed(found: QuerySet[Edition]) -> QuerySet[Edition, tuple[Any, ...]]:
    return found.values_list(*_ROW, _FILES)


_PAGE = Worded(
    lambda cluster, language, now, start: _listed(_out(cluster, language, now))[start : start + PER_PAGE],
    cluster=int, language=str, now=datetime, start=Start,
)  # fmt: skip
_PAGE_OF = Worded(
    lambda cluster, language, now, kind, start: _listed(_out(cluster, language, now).filter(item__kind=kind))[start : start + PER_PAGE],
    cluster=int, language=str, now=datetime, kind=str, start=Start,
)  # fmt: skip
# Which items are pinned is asked first: nearly always none, and then the board is not searched for them.
_PINS = Worded(
    lambda cluster, today: Item.objects.filter(cluster=cluster, pinned_until__gte=today).values_list("pk"),
    cluster=int, today=date,
)  # fmt: skip
_PINNED = Worded(
    lambda cluster, language, now, items: _listed(_out(cluster, language, now).filter(item__any=items))[:PINNED],
    cluster=int, language=str, now=datetime, items=Several,
)  # fmt: skip
_COUNTED = Worded(
    lambda cluster, language, now: _out(cluster, language, now).order_by().values_list("item__kind").annotate(n=Count("pk")),
    cluster=int, language=str, now=datetime,
)  # fmt: skip


def listed(cluster: Cluster, language: str, choice: Choice, start: int) -> list[Row]:
    """The rows of a board that stand on the page beginning at `start`."""
    asked: dict[str, Any] = {
        "cluster": cluster.pk,
        "language": language,
        "now": timezone.now(),
        "start": start,
    }
    if choice.text or choice.tag:
        found: Iterable[Any] = _listed(board(cluster, language, choice))[start : start + PER_PAGE]
    else:
        found = _PAGE_OF(**asked, kind=choice.kind) if choice.kind else _PAGE(**asked)
    return [Row(*one) for one in found]


def pinned(cluster: Cluster, language: str) -> list[Row]:
    """What stays on top today."""
    items = [pk for (pk,) in _PINS(cluster=cluster.pk, today=timezone.localdate())]
    if not items:
        return []
    found = _PINNED(cluster=cluster.pk, language=language, now=timezone.now(), items=items)
    return [Row(*one) for one in found]


def counted(cluster: Cluster, language: str) -> dict[str, int]:
    """How many are out on each board that has something, in the order of boards."""
    found = dict(_COUNTED(cluster=cluster.pk, language=language, now=timezone.now()))
    return {kind: found[kind] for kind in Item.Kind.values if kind in found}


_EDITIONS = Worded(
    lambda cluster, pk: Edition.objects.filter(item=pk, item__cluster=cluster, state__in=["published", "withdrawn"])
    .select_related("item")
    .defer("blocks", "left_out", "search", "folded")
    .annotate(
        has_files=_FILES,
        has_picture=Exists(Picture.objects.filter(item=OuterRef("item"))),
        has_topics=Exists(Item.tags.through.objects.filter(item=OuterRef("item"))),
    ),
    cluster=int,
    pk=int,
)  # fmt: skip
_TAGS = Worded(lambda pk: Item.tags.through.objects.filter(item=pk).select_related("tag"), pk=int)
_ATTACHMENTS = Worded(lambda pk: Attachment.objects.filter(item=pk), pk=int)
_PICTURES = Worded(lambda pk: Picture.objects.filter(item=pk), pk=int)


def editions(cluster: Cluster, pk: int) -> dict[str, Edition]:
    """Editions of an item that were ever out and whose time has come, by language.

    Each says whether it `has_files`, `has_picture` and `has_topics`: most have none, and then nothing need be asked.
    """
    now = timezone.now()
    found = _EDITIONS(cluster=cluster.pk, pk=pk)
    for one in found:
        one.item.cluster = cluster
    return {one.language: one for one in found if one.publish_at and one.publish_at <= now}


def files(item: Item) -> list[Attachment]:
    """What hangs on an item."""
    return _ATTACHMENTS(pk=item.pk)


def picture(item: Item) -> Picture | None:
    """The first picture of an item that may still be shown."""
    today = timezone.localdate()
    return next(
        (one for one in _PICTURES(pk=item.pk) if one.expires_on is None or one.expires_on >= today), None
    )


# The first condition is what an index can use; without it all that came between would be read.
_BEFORE = Worded(
    lambda cluster, language, now, kind, at, pk: _out(cluster, language, now).defer(*UNREAD)
    .filter(Q(publish_at__lt=at) | Q(publish_at=at, item__lt=pk), item__kind=kind, publish_at__lte=at)[:1],
    cluster=int, language=str, now=datetime, kind=str, at=datetime, pk=int,
)  # fmt: skip
_AFTER = Worded(
    lambda cluster, language, now, kind, at, pk: _out(cluster, language, now).defer(*UNREAD)
    .filter(Q(publish_at__gt=at) | Q(publish_at=at, item__gt=pk), item__kind=kind, publish_at__gte=at).reverse()[:1],
    cluster=int, language=str, now=datetime, kind=str, at=datetime, pk=int,
)  # fmt: skip


def neighbours(edition: Edition) -> tuple[Edition | None, Edition | None]:
    """The item before and the one after on the same board in the same language."""
    item = edition.item
    asked: dict[str, Any] = {
        "cluster": item.cluster_id, "language": edition.language, "now": timezone.now(), "kind": item.kind,
        "at": edition.publish_at, "pk": item.pk,
    }  # fmt: skip
    return _BEFORE.one(**asked), _AFTER.one(**asked)


def related(edition: Edition) -> list[tuple[Edition, Any]]:
    """Others with a topic in common, the latest first, with that topic as the reason."""
    tags = {row.tag_id: row.tag for row in _TAGS(pk=edition.item_id)}
    if not tags:
        return []
    near = (
        out(edition.item.cluster_id, edition.language)
        .defer(*UNREAD)
        .filter(item__tags__in=list(tags))
        .exclude(item=edition.item_id)
    )
    found: dict[int, tuple[Edition, Any]] = {}
    through = {row.item_id: row.tag_id for row in Item.tags.through.objects.filter(tag__in=list(tags))}
    for one in near.distinct()[:RECOMMENDED]:
        found[one.item_id] = (one, tags[through[one.item_id]])
    return list(found.values())


def latest(cluster: Cluster, language: str, most: int = 3) -> list[Edition]:
    """The latest few."""
    return list(out(cluster, language).defer(*UNREAD)[:most])


# What a feed tells of an item, and nothing more: fifty whole rows took longer to read than the feed to write.
_TOLD = (
    "item_id", "item__uid", "shown_title", "shown_summary", "shown_blocks", "publish_at", "edited_at",
)  # fmt: skip
_FEED = Worded(
    lambda cluster, language, now: _out(cluster, language, now).values_list(*_TOLD)[:FED],
    cluster=int, language=str, now=datetime,
)  # fmt: skip
_FEED_OF = Worded(
    lambda cluster, language, now, kind: _out(cluster, language, now).filter(item__kind=kind).values_list(*_TOLD)[:FED],
    cluster=int, language=str, now=datetime, kind=str,
)  # fmt: skip


def feed(cluster: Cluster, language: str, kind: str = "") -> list[Told]:
    """The latest fifty with their texts, of one board or of all."""
    asked: dict[str, Any] = {"cluster": cluster.pk, "language": language, "now": timezone.now()}
    return [Told(*row) for row in (_FEED_OF(**asked, kind=kind) if kind else _FEED(**asked))]


_PULSE = Worded(
    lambda slug: Cluster.objects.filter(slug=slug).values_list(
        "pk", Coalesce(Subquery(Pulse.objects.filter(cluster=OuterRef("pk")).values("n")), 0)
    ),
    slug=str,
)


def pulse(slug: str) -> tuple[int, int] | None:
    """A cluster by its address, and how often what the world sees of it has changed."""
    return _PULSE.one(slug=slug)

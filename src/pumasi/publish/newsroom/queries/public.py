"""What the world sees: published editions, their neighbours, and what else one may want to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit import hangul
from pumasi.kit.worded import Worded
from pumasi.publish.newsroom.models import Attachment, Edition, Item, Picture, Pulse

# What a list needs; texts are long.
UNREAD = ["blocks", "left_out", "shown_blocks", "search", "folded", "item__uid"]
RECOMMENDED = 3


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
    found = Edition.objects.filter(
        item__cluster=cluster, language=language, state="published", publish_at__lte=timezone.now()
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


def pinned(cluster: Cluster, language: str) -> QuerySet[Edition]:
    """What stays on top today."""
    return out(cluster, language).defer(*UNREAD).filter(item__pinned_until__gte=timezone.localdate())


def kinds(cluster: Cluster, language: str) -> list[str]:
    """Boards that have something in a language."""
    found = set(out(cluster, language).order_by().values_list("item__kind", flat=True).distinct())
    return [kind for kind in Item.Kind.values if kind in found]


_EDITIONS = Worded(
    lambda cluster, pk: Edition.objects.filter(item=pk, item__cluster=cluster, state__in=["published", "withdrawn"])
    .select_related("item")
    .defer("blocks", "left_out", "search", "folded"),
    cluster=int,
    pk=int,
)  # fmt: skip
_ATTACHMENTS = Worded(lambda pk: Attachment.objects.filter(item=pk), pk=int)
_PICTURES = Worded(lambda pk: Picture.objects.filter(item=pk), pk=int)


def editions(cluster: Cluster, pk: int) -> dict[str, Edition]:
    """Editions of an item that were ever out and whose time has come, by language."""
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


def neighbours(edition: Edition) -> tuple[Edition | None, Edition | None]:
    """The item before and the one after on the same board in the same language."""
    same = out(edition.item.cluster_id, edition.language).defer(*UNREAD).filter(item__kind=edition.item.kind)
    at, pk = edition.publish_at, edition.item_id
    before = same.filter(Q(publish_at__lt=at) | Q(publish_at=at, item__lt=pk)).first()
    after = same.filter(Q(publish_at__gt=at) | Q(publish_at=at, item__gt=pk)).reverse().first()
    return before, after


def related(edition: Edition) -> list[tuple[Edition, Any]]:
    """Others with a topic in common, the latest first, with that topic as the reason."""
    tags = {tag.pk: tag for tag in edition.item.tags.all()}
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


def feed(cluster: Cluster, language: str, kind: str = "", most: int = 50) -> list[Edition]:
    """The latest with their texts."""
    found = out(cluster, language).defer("blocks", "left_out", "search", "folded")
    return list((found.filter(item__kind=kind) if kind else found)[:most])


_PULSE = Worded(lambda cluster: Pulse.objects.filter(cluster=cluster).values_list("n"), cluster=int)


def pulse(cluster: Cluster) -> int:
    """How often what the world sees of the cluster has changed."""
    found = _PULSE.one(cluster=cluster.pk)
    return int(found[0]) if found else 0

"""Bringing in what another board published: titles, texts and dates, many at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from pumasi.commons.members.models import Cluster
from pumasi.kit.copying import analyse, copy_in
from pumasi.kit.dates import midnight
from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.actions import pulse
from pumasi.publish.newsroom.actions.writing import fill
from pumasi.publish.newsroom.exchange.boards import Board
from pumasi.publish.newsroom.models import Edition, Item


@dataclass(frozen=True, slots=True)
class PastItem:
    """An item of the other board: its id there, the day it was published, its text in one language."""

    key: str
    day: date
    title: str
    body: str
    summary: str = ""
    kind: str = "news"
    language: str = "en"
    link: str = ""


def past_items(board: Board, *, kind: str, language: str) -> list[PastItem]:
    """What a file of another board holds, as items of a kind and language."""
    return [
        PastItem(one.key, one.day, one.title, one.body, one.summary, kind, language, one.link)
        for one in board.found
    ]


@transaction.atomic
def bring_in(
    *, cluster: Cluster, found: Iterable[PastItem], publisher_ko: str = "", publisher_en: str = ""
) -> dict[str, int]:
    """Write items as published on their day, in order; those that are there already stay as they are."""
    every = sorted((one for one in found if one.title.strip()), key=lambda one: (one.day, one.key))
    known = set(
        Item.objects.filter(cluster=cluster, key__in=[one.key for one in every]).values_list("key", flat=True)
    )
    fresh = [one for one in every if one.key not in known]
    last = Item.objects.filter(cluster=cluster).aggregate(n=Max("number"))["n"] or 0
    rows = copy_in(
        [
            Item(
                cluster=cluster, kind=one.kind, language=one.language, number=last + n, key=one.key[:80], link=one.link,
                publisher_ko=publisher_ko, publisher_en=publisher_en,
            )
            for n, one in enumerate(fresh, 1)
        ]
    )  # fmt: skip
    copy_in([_edition(one, row, cluster) for one, row in zip(fresh, rows, strict=True)])
    analyse(Item, Edition)
    pulse.beat(cluster.pk)
    return {"created": len(fresh), "unchanged": len(every) - len(fresh)}


def _edition(one: PastItem, row: Item, cluster: Cluster) -> Edition:
    at = midnight(one.day, cluster.zone)
    made = Edition(item=row, language=one.language, state="published", publish_at=at, first_published_at=at)
    fill(
        made,
        title=one.title,
        summary=one.summary,
        blocks=text.renewed([], one.body or one.summary or one.title),
    )
    made.shown_title, made.shown_summary, made.shown_blocks = made.title, made.summary, made.blocks
    return made

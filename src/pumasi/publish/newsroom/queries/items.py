"""Items at the desk, and an edition beside its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Prefetch, QuerySet

from pumasi.commons.members.models import Cluster
from pumasi.kit import hangul
from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.models import Edition, Item, Memory

OFFERED = 2
ALIKE = 0.45


def desk(cluster: Cluster, *, words: str = "", state: str = "", kind: str = "") -> QuerySet[Item]:
    """Items with their editions, the latest touched first."""
    found = Item.objects.filter(cluster=cluster).prefetch_related(
        Prefetch("editions", Edition.objects.defer("blocks", "shown_blocks", "search", "folded"))
    )
    if words:
        found = found.filter(editions__folded__contains=hangul.fold(words).replace(" ", ""))
    if state == "untranslated":
        found = _one_language(found)
    elif state:
        found = found.filter(editions__state=state)
    if kind:
        found = found.filter(kind=kind)
    return found.distinct().order_by("-created_at", "-pk")


def _one_language(found: QuerySet[Item]) -> QuerySet[Item]:
    """Published in its own language and not begun in the other."""
    out = Edition.objects.filter(state="published").values("item")
    begun = Edition.objects.exclude(language=F("item__language")).values("item")
    return found.filter(pk__in=out).exclude(pk__in=begun)


def editions_of(item: Item) -> dict[str, Edition]:
    """The editions by language."""
    found = {}
    for one in Edition.objects.filter(item=item).select_related("written_by", "approved_by"):
        one.item = item
        found[one.language] = one
    return found


@dataclass
class Row:
    """A block of the source, its translation, and how they stand: translated, missing, stale, machine (read by nobody), left_out."""

    source: text.Block
    target: text.Block | None
    state: str
    why: str = ""
    who: Any = None
    memory: list[tuple[int, str]] = field(default_factory=list)

    @property
    def machine(self) -> str:
        """Digest of the words, where they are a machine's."""
        return text.digest(self.target["text"]) if self.target and self.target.get("machine") else ""


def beside(source: Edition, target: Edition | None) -> list[Row]:
    """The source block by block, with what translates each."""
    given = {one["of"]: one for one in target.blocks if one.get("of")} if target else {}
    left = target.left_out if target else {}
    rows = []
    for one in source.blocks:
        block = given.get(one["id"])
        why = left.get(one["id"], {})
        rows.append(
            Row(
                one,
                block,
                _standing(one, block, why),
                why.get("why", "") if block is None else "",
                why.get("by"),
            )
        )
    return rows


def waiting(rows: list[Row]) -> int:
    """How many blocks somebody has yet to look at."""
    return sum(row.state in {"missing", "stale", "machine"} for row in rows)


def _standing(source: text.Block, block: text.Block | None, why: object) -> str:
    if block is None:
        return "left_out" if why else "missing"
    if block["digest"] != text.digest(source["text"]):
        return "stale"
    return "machine" if block.get("machine") else "translated"


def with_memory(rows: list[Row], cluster: Cluster, language: str) -> list[Row]:
    """Rows without a translation, with sentences translated before: the likeness in per cent and the words."""
    mine, other = ("ko", "en") if language == "ko" else ("en", "ko")
    for row in rows:
        if row.target is None and len(row.source["text"]) > 5:
            row.memory = remembered(cluster, row.source["text"], mine, other)
    return rows


def remembered(cluster: Cluster, words: str, mine: str, other: str) -> list[tuple[int, str]]:
    """What was translated before and is like these words."""
    near = Memory.objects.filter(cluster=cluster).annotate(near=TrigramSimilarity(mine, words[:1000]))
    rows = near.filter(**{f"{mine}__trigram_similar": words[:1000]}).order_by("-near")[:4]
    found = []
    for one in rows:
        ratio = SequenceMatcher(a=getattr(one, mine), b=words, autojunk=False).ratio()
        if ratio >= ALIKE:
            found.append((round(ratio * 100), getattr(one, other)))
    return sorted(found, reverse=True)[:OFFERED]


def differences(edition: Edition) -> list[tuple[str, str]]:
    """What changed between the two latest saves: (kept, added, gone) and the line."""
    versions = list(edition.revisions.all()[:2])
    if len(versions) < 2:
        return []
    new, old = (text.typed(one.blocks).split("\n") for one in versions)
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += [("gone", line) for line in old[a:b] if line.strip()]
            found += [("added", line) for line in new[c:d] if line.strip()]
    return found

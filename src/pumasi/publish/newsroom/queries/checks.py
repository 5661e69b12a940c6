"""What the checks say of an edition as it is written now, and what of it somebody let stand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from pumasi.engine.translation.alignment import Aligned
from pumasi.engine.translation.check import compare
from pumasi.engine.translation.findings import CATEGORIES, Finding
from pumasi.engine.translation.page import Page
from pumasi.engine.translation.records import Claim as OnRecord
from pumasi.engine.translation.records import Records
from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.models import Attachment, Claim, Edition, Override, Term
from pumasi.publish.newsroom.queries.figures import said, speaker

_MACHINE = (
    "번역 엔진이 쓴 그대로인 문단입니다: “{text}”. 읽고 고치거나, 읽었다고 표시해 주십시오.",
    "This stands as the translation machine wrote it: “{text}”. Read it and correct it, or tick that you have read it.",
)
# What is said of a translation as a text in work, which no check of two texts can know.
WORK = {"stale": "stale", "machine": "unread"}
# Of a source these can be said without its translation.
ALONE = {"repeated_word", "quotation_mark", "doubled_ending", "missing_attachment", "empty_label"}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the desk shows it. `mark` names it while its text stays the same; `block` is the id of the source's block."""

    kind: str
    category: str
    text: str
    mark: str
    block: str
    finding: Finding | None
    override: Override | None = None

    def message(self, language: str) -> str:
        """What is wrong and what to do."""
        if self.finding is not None:
            return self.finding.message(language)
        if self.kind == "machine":
            return _MACHINE[0 if language.startswith("ko") else 1].format(text=self.text)
        ko = f"원문이 바뀌었습니다: “{self.text}”. 번역을 고치거나, 그대로 맞으면 확인해 주십시오."
        en = f"The source changed since this was translated: “{self.text}”. Change the translation, or say that it still holds."
        return ko if language.startswith("ko") else en


def findings(edition: Edition) -> list[Told]:
    """All findings of an edition, in order of harm, with what was let stand."""
    source = _source(edition)
    stood = {one.mark: one for one in edition.overrides.select_related("by")}
    found = _of_pair(source, edition) if edition.translates else _of_source(source)
    return [
        Told(one.kind, one.category, one.text, one.mark, one.block, one.finding, stood.get(one.mark))
        for one in found
    ]


def open_findings(edition: Edition) -> list[Told]:
    """Findings that nobody answered."""
    return [one for one in findings(edition) if one.override is None]


def _source(edition: Edition) -> Edition:
    return (
        edition
        if not edition.translates
        else Edition.objects.get(item=edition.item_id, language=edition.item.language)
    )


def _of_pair(source: Edition, edition: Edition) -> list[Told]:
    now = {one["id"]: text.digest(one["text"]) for one in source.blocks}
    stale = [
        _told(None, "stale", one["text"][:80], one["of"])
        for one in edition.blocks
        if one.get("of") and one["digest"] != now.get(one["of"], one["digest"])
    ]
    unread = [
        _told(None, "machine", one["text"][:80], one["of"]) for one in edition.blocks if one.get("machine")
    ]
    ko, en = (source, edition) if source.language == "ko" else (edition, source)
    pages = _page(ko), _page(en)
    at = {one["id"]: n for n, one in enumerate(source.blocks)}
    if source.language == "ko":
        aligned = [
            Aligned((n,), tuple(m for m, one in enumerate(edition.blocks) if one.get("of") == key))
            for key, n in at.items()
        ]
    else:
        aligned = [
            Aligned((m,), (at[one["of"]],) if one.get("of") in at else ())
            for m, one in enumerate(edition.blocks)
        ]
    rows = compare(*pages, aligned, _beside(edition)).findings
    left = set(edition.left_out)
    kept = [one for one in rows if not _excused(one, source, left)]
    return (
        stale
        + unread
        + [
            _named(one, ko, en)
            for one in kept
            if not (source.language == "en" and one.kind == "missing_block")
        ]
    )


def _of_source(source: Edition) -> list[Told]:
    empty = Page((), ())
    page = _page(source)
    ko, en = (page, empty) if source.language == "ko" else (empty, page)
    rows = compare(ko, en, [], _beside(source)).findings
    return [_named(one, source, source) for one in rows if one.kind in ALONE]


def _excused(finding: Finding, source: Edition, left: set[str]) -> bool:
    """Blocks that are left out on purpose, and figures that stand only in them."""
    if finding.language != source.language or finding.block is None:
        return False
    return finding.kind in {"missing_block", "missing_number"} and source.blocks[finding.block]["id"] in left


def _page(edition: Edition) -> Page:
    figure = speaker(edition.item.cluster, text.quoted(edition.blocks), edition.language)
    return Page(
        tuple(line for line in (edition.title, edition.summary) if line),
        tuple(text.plain(one["text"], figure) for one in edition.blocks),
    )


def _beside(edition: Edition) -> Records:
    cluster = edition.item.cluster_id
    terms = list(Term.objects.filter(cluster=cluster))
    claims = [
        OnRecord(
            one.key,
            Fraction(one.numerator),
            Fraction(one.denominator) if one.denominator else None,
            (said(one, "ko"),),
            (said(one, "en"),),
        )
        for one in Claim.objects.filter(cluster=cluster)
    ]
    return Records(
        [(one.ko, one.en) for one in terms if one.is_name],
        [(one.ko, one.en) for one in terms if not one.is_name],
        claims,
        Attachment.objects.filter(item=edition.item_id).count(),
    )


def _named(finding: Finding, ko: Edition, en: Edition) -> Told:
    rows: Sequence[Any] = (ko if finding.language == "ko" else en).blocks
    block = rows[finding.block] if finding.block is not None and finding.block < len(rows) else {}
    key = str(block.get("of") or block.get("id") or "")
    return _told(finding, finding.kind, finding.source_text or finding.target_text, key)


def _told(finding: Finding | None, kind: str, words: str, block: str) -> Told:
    texts = (
        (kind, finding.source_text, finding.target_text, finding.language)
        if finding
        else (kind, words, block)
    )
    mark = hashlib.sha1("\n".join(texts).encode(), usedforsecurity=False).hexdigest()[:20]
    return Told(kind, CATEGORIES.get(kind) or WORK[kind], words, mark, block, finding)

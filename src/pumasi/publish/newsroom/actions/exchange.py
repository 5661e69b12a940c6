"""What comes back from other tools: a translator's file, a memory, a term base. Each whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pumasi.commons.members.models import Cluster
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.actions import records, writing
from pumasi.publish.newsroom.exchange import xliff
from pumasi.publish.newsroom.exchange.records import read_memory, read_terms
from pumasi.publish.newsroom.models import Edition, Memory

LONGEST_TERM, LONGEST_NOTE = 120, 300


@dataclass(frozen=True)
class Taken:
    """What of a translator's file was taken in: paragraphs, and those left because their source has changed since."""

    paragraphs: int
    changed: int


@transaction.atomic
def take_back(*, edition: Edition, by: Any, body: bytes, filename: str) -> Taken:
    """Put a translator's XLIFF into the translation. A paragraph whose source has changed since the file was made stays as it is."""
    found = xliff.read(body, filename)
    if found.language and found.language != edition.language:
        raise Refused(
            "{name} is a translation into another language.",
            "{name}: 다른 언어로 옮긴 파일입니다.",
            name=filename,
        )
    kept = writing.locked(edition)
    source = writing.source_of(kept.item)
    now = {one["id"]: one["text"] for one in source.blocks}
    if not set(found.blocks) & set(now) and not found.title:
        raise Refused("{name} belongs to another text.", "{name}: 다른 글의 번역 파일입니다.", name=filename)
    fresh = {
        key: words
        for key, (told, words) in found.blocks.items()
        if key in now and text.digest(told) == text.digest(now[key])
    }
    stands = {one["of"]: one["text"] for one in kept.blocks if one.get("of")}
    writing.translate(
        edition=kept, by=by, version=kept.version, title=found.title or kept.title, summary=found.summary or kept.summary,
        said={**stands, **fresh}, left_out={key: one["why"] for key, one in kept.left_out.items() if key not in fresh},
    )  # fmt: skip
    return Taken(len(fresh), len(set(found.blocks) & set(now)) - len(fresh))


@transaction.atomic
def learn_from(*, cluster: Cluster, body: bytes, filename: str) -> int:
    """Put the pairs of a TMX file into the memory; a paragraph that is there already gets the translation of the file. Gives how many."""
    pairs = read_memory(body, filename)
    for ko, en in pairs:
        Memory.objects.update_or_create(
            cluster=cluster, digest=text.digest(ko), defaults={"ko": ko, "en": en}
        )
    return len(pairs)


@transaction.atomic
def name_from(*, cluster: Cluster, body: bytes, filename: str) -> int:
    """Put the terms of a TBX file into the term base. Gives how many; a term that is too long refuses the file."""
    terms = read_terms(body, filename)
    for term in terms:
        if max(len(term.ko), len(term.en)) > LONGEST_TERM:
            raise Refused(
                "“{term}” has more than {most} characters. Nothing was taken in.",
                "{most}자를 넘는 용어가 있어 아무것도 가져오지 않았습니다: ‘{term}’",
                term=term.ko[:40], most=LONGEST_TERM,
            )  # fmt: skip
        records.name(
            cluster=cluster, ko=term.ko, en=term.en, note=term.note[:LONGEST_NOTE], is_name=term.is_name
        )
    return len(terms)

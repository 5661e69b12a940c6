"""All checks over one text in two languages: `check` for two saved pages, `compare` for paragraphs that a desk keeps side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pumasi.engine.translation import english, figures, korean, records, strong, words
from pumasi.engine.translation.alignment import Aligned, align
from pumasi.engine.translation.facts import Fact
from pumasi.engine.translation.figures import Placed
from pumasi.engine.translation.findings import KINDS, Finding
from pumasi.engine.translation.hedges import SAID
from pumasi.engine.translation.page import Page, read
from pumasi.engine.translation.records import Records

OPENING = 60
_ANNOUNCED_KO = re.compile(
    r"(?P<said>붙임|첨부|별첨)(?!\s?(?:하여|해(?!\s?둔)|한\s?(?:뒤|후|다음)|하(?:고|면|는|십시오|시기)|할|된\s?차))"
)
_ANNOUNCED_EN = re.compile(
    r"\b(?P<said>attached|attachments?|enclosed|enclosures?)\b(?!\s(?:to|your|hereto by|importance|with care|at the))",
    re.IGNORECASE,
)
_NO_FILE_EN = re.compile(
    r"\b(?:please attach|must be attached|should be attached|attach (?:a|your|the|all))\b", re.IGNORECASE
)
_NO_FILE_KO = re.compile(r"첨부\s?(?:하여|해|하고|할|하면|바랍|요망)")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found. Counts are of the source: its paragraphs and its distinct figures, and those that are missing."""

    blocks: int
    missing_blocks: int
    numbers: int
    missing_numbers: int
    findings: tuple[Finding, ...]


def check(source: str, target: str, beside: Records | None = None) -> Checked:
    """Check a Korean page against its English one, menus and tables and all."""
    ko, en = read(source), read(target)
    return compare(ko, en, align(ko.blocks, en.blocks), beside or Records())


def compare(ko: Page, en: Page, aligned: Sequence[Aligned], beside: Records) -> Checked:
    """Check two pages whose paragraphs are aligned; a desk aligns them by their ids."""
    source, target = _placed(ko, korean.facts), _placed(en, english.facts)
    partners = {i: one.english for one in aligned for i in one.korean}
    met = figures.compare(source, target, partners)
    missing = [
        one
        for one in met.missing
        if not _said_of_years(one, [en.blocks[j] for j in partners.get(one.block or 0, ())])
        and not _told_as_share(
            one, ko, [other.fact for other in target if other.block in partners.get(one.block or 0, ())]
        )
    ]
    gone = {i for one in aligned if not one.english for i in one.korean}
    findings = [
        *(
            Finding("missing_block", source_text=_opening(ko.blocks[i]), language="ko", block=i)
            for i in sorted(gone)
        ),
        *_figures(missing, met, target, ko, en),
        *_wording(ko, en, source, {j: one.korean for one in aligned for j in one.english}),
        *_recorded(ko, en, gone, beside),
        *_marks(ko, "ko"),
        *_marks(en, "en"),
        *_attachments(ko, en, beside),
        *_chrome(ko, "ko"),
        *_chrome(en, "en"),
    ]
    distinct = {one.fact.key for one in source if one.fact.sure and one.block is not None}
    ordered = sorted(
        findings, key=lambda one: (KINDS.index(one.kind), one.block if one.block is not None else -1)
    )
    return Checked(len(ko.blocks), len(gone), len(distinct), len(missing), tuple(ordered))


def _placed(page: Page, facts: Callable[[str], list[Fact]]) -> list[Placed]:
    return [Placed(fact, at) for at, text in _texts(page) for fact in facts(text)]


def _opening(text: str) -> str:
    return text if len(text) <= OPENING else text[:OPENING].rstrip() + "…"


def _figures(
    missing: Sequence[Placed], met: figures.Compared, target: Sequence[Placed], ko: Page, en: Page
) -> Iterator[Finding]:
    for one in missing:
        yield Finding("missing_number", source_text=one.fact.text, language="ko", block=one.block)
    for one in met.added:
        if not _relative(one, ko) and not _of_records(one, ko):
            yield Finding("added_number", target_text=one.fact.text, block=one.block)
    for one, given in figures.lost_hedges(met.pairs, target):
        hedge = SAID[one.fact.hedge]
        yield Finding(
            "lost_hedge",
            source_text=_around(one, ko),
            target_text=_around(given, en),
            block=given.block,
            details={"hedge": hedge},
        )


_OUT_OF = re.compile(
    r"(?P<m>\d{1,2})\s?(?:곳|명|개|팀|건|개사|사람|대)\s?(?:중|가운데)\s?(?P<n>\d{1,2})\s?(?:곳|명|개|팀|건|개사|사람|대)"
)


def _told_as_share(one: Placed, ko: Page, given: Sequence[Fact]) -> bool:
    """10곳 중 4곳, which the translation tells as four in ten, or as a share."""
    if one.block is None or one.fact.group != "count":
        return False
    text = ko.blocks[one.block]
    for found in _OUT_OF.finditer(text):
        if found.start() <= one.fact.start < found.end() and 0 < int(found["n"]) < int(found["m"]):
            share = Fraction(int(found["n"]), int(found["m"]))
            return any(
                (fact.group == "fraction" and fact.value == share)
                or (fact.group == "percent" and fact.value == share * 100)
                for fact in given
            )
    return False


def _said_of_years(one: Placed, partners: Sequence[str]) -> bool:
    """A year that the translation tells as this year, last year."""
    return one.fact.group == "year" and bool(
        re.search(r"\b(?:this|last|next|previous) year\b", " ".join(partners), re.IGNORECASE)
    )


def _relative(one: Placed, ko: Page) -> bool:
    """A year that the source tells as 올해, 지난해, or that stands in its table."""
    told = re.search(r"올해|금년|지난해|작년|내년|전년|당해|이듬해|후년", " ".join((*ko.title, *ko.blocks)))
    return one.fact.group in {"year", "month_of_year"} and bool(told)


def _of_records(one: Placed, ko: Page) -> bool:
    """A date or number that the source has in its table of labels."""
    return any(
        one.fact.text in value or re.sub(r"\D", "", one.fact.text) in re.findall(r"\d+", value)
        for _, value in ko.labels
    )


def _around(one: Placed, page: Page) -> str:
    text = page.blocks[one.block] if one.block is not None else " ".join(page.title)
    start, end = one.fact.start, one.fact.end
    if one.block is None or text[start:end].strip() != one.fact.text.strip():
        return f"{one.fact.hedge_text} {one.fact.text}".strip()
    if one.fact.hedge_text:
        near = [
            found
            for found in (text.rfind(one.fact.hedge_text, 0, start), text.find(one.fact.hedge_text, start))
            if found >= 0
        ]
        if near:
            at = min(near, key=lambda place: abs(place - start))
            start, end = min(start, at), max(end, at + len(one.fact.hedge_text))
    return text[start:end].strip()


def _wording(
    ko: Page, en: Page, source: Sequence[Placed], partners: dict[int, tuple[int, ...]]
) -> Iterator[Finding]:
    whole = " ".join((*ko.title, *ko.blocks))
    shares = [
        share
        for at, block in enumerate(ko.blocks)
        for share in strong.shares(block, [one.fact for one in source if one.block == at])
    ]
    percents = [
        one.fact.value / 100 for one in source if one.fact.group == "percent" and 0 < one.fact.value < 100
    ]
    known = [*percents, *records.korean_fractions(whole)]
    for place, text in _texts(en):
        told: set[str] = set()
        beside = [ko.blocks[i] for i in partners.get(place, ())] if place is not None else []
        for word in strong.unsupported(" ".join((*ko.title, *beside)) if beside else whole, text):
            if not any(word.casefold() in other.casefold() for other in told):
                told.add(word)
                yield Finding(
                    "strong_word", target_text=word, block=place, details={"why": _why(word, shares)}
                )
        for word in strong.majorities(text):
            weak = next((share for share in shares if share.p > strong.SURE), None)
            if weak and word not in told:
                yield Finding(
                    "strong_word", target_text=word, block=place, details={"why": _why(word, [weak])}
                )
        for said, nearest in records.fractions_off(text, whole, known, shares):
            yield Finding(
                "claim",
                target_text=said,
                source_text=_percent(nearest),
                block=place,
                details={"why": (f"원문 {_percent(nearest)}", f"source: {_percent(nearest)}")},
            )
        for twice in words.repeated(text):
            yield Finding("repeated_word", target_text=twice, block=place)
    for place, text in _texts(ko):
        for twice in words.repeated_korean(text):
            yield Finding("repeated_word", target_text=twice, language="ko", block=place)


def _why(word: str, shares: Sequence[strong.Share]) -> tuple[str, str]:
    weak = next((share for share in shares if share.p > strong.SURE and strong.majorities(word)), None)
    if not weak:
        return "", ""
    said = f"{weak.n}/{weak.m}, p = {weak.p:.2f}"
    return f" ({said}: 우연으로도 나올 수 있는 차이)", f" ({said}: a split that chance may give)"


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.1f}".rstrip("0").rstrip(".") + "%"


def _texts(page: Page) -> Iterator[tuple[int | None, str]]:
    yield from ((None, line) for line in page.title)
    yield from enumerate(page.blocks)


def _recorded(ko: Page, en: Page, gone: set[int], beside: Records) -> Iterator[Finding]:
    """Names and terms of paragraphs that were translated; those of lost paragraphs are lost with them."""
    told = [text for at, text in _texts(ko) if at not in gone]
    whole, target = " ".join(told), " ".join(text for _, text in _texts(en))
    for kind, pairs in (
        ("name", records.unnamed(beside.names, whole, target)),
        ("term", records.unused(beside.terms, whole, target)),
    ):
        for source, wanted in pairs:
            yield Finding(kind, source_text=source, target_text=wanted, block=None)
    for claim, phrase in records.claims_off(beside.claims, target, whole):
        wanted = claim.english[0]
        yield Finding(
            "claim",
            source_text=phrase,
            target_text=phrase,
            block=None,
            details={"why": (f"승인 문구: {wanted}", f"approved: {wanted}")},
        )


def _marks(page: Page, language: str) -> Iterator[Finding]:
    for at, text in _texts(page):
        yield from (
            Finding("doubled_ending", target_text=said, language=language, block=at)
            for said in words.doubled(text)
        )
    closings = [at for at, text in enumerate(page.blocks) if re.search(r"(?:^|\s)끝\.\s*$", text)]
    if language == "ko" and len(closings) > 1:
        yield Finding("doubled_ending", target_text="끝.", language=language, block=closings[0])
    for at, said in words.unclosed(list(page.blocks)):
        yield Finding("quotation_mark", target_text=said, language=language, block=at)
    for line in page.title:
        yield from (
            Finding("quotation_mark", target_text=said, language=language)
            for _, said in words.unclosed([line])
        )


def _attachments(ko: Page, en: Page, beside: Records) -> Iterator[Finding]:
    files = beside.attachments if beside.attachments is not None else ko.files + en.files
    if files:
        return
    for page, language, announced, no_file in (
        (ko, "ko", _ANNOUNCED_KO, _NO_FILE_KO),
        (en, "en", _ANNOUNCED_EN, _NO_FILE_EN),
    ):
        for at, text in enumerate(page.blocks):
            found = announced.search(text)
            if found and not no_file.search(text):
                yield Finding(
                    "missing_attachment",
                    source_text=text[found.start() :][:OPENING],
                    language=language,
                    block=at,
                )
                break


def _chrome(page: Page, language: str) -> Iterator[Finding]:
    for label, value in page.labels:
        if not value:
            yield Finding("empty_label", target_text=re.sub(r"\s+", " ", label).strip(), language=language)
    seen: set[str] = set()
    for name in page.shares:
        if name.casefold() in seen:
            yield Finding("duplicate_link", target_text=name, language=language)
        seen.add(name.casefold())

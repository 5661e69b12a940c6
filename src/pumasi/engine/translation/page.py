"""A saved page taken apart: its title, its labels, its links, and the paragraphs that are its text.

Menus, metadata tables, share buttons, neighbours and footers are chrome: they are looked at for what is wrong with them, and
never counted as paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABELS = (
    r"작성자|작성일자?|등록일자?|게시일|등록자|조회수?|출처|원문|첨부\s?파일|담당\s?부서|담당자|연락처|수정일|분류|공공누리|"
    r"Date|Sort|Views?(?=\s*[::]|\s*\d|\s*$)|Hits|Author|Written by|Writer|Source|Attachments?|Attached files?|Files?|Category|Department|Posted(?: on)?|"
    r"Published(?: on)?|Updated(?: on)?|Original(?: link)?|Registered"
)
_LABEL = re.compile(
    rf"(?<![\w가-힣])(?P<label>{_LABELS})(?![\w가-힣])\s*(?P<colon>[::])?[ \t]*", re.IGNORECASE
)
# A label that may also open a sentence of the text stands in a table only with its colon or as the whole line.
_LINE_IS_LABELS = re.compile(rf"^(?:{_LABELS})\s*(?:[::]|\s|$)", re.IGNORECASE)
_SHARES = re.compile(
    r"^[•·*\-\s|]*(?P<name>facebook|twitter|x|google\+?|linkedin|kakao\s?talk|kakao\s?story|naver(?:\s?blog)?|band|instagram|threads|line|weibo|youtube|"
    r"whatsapp|telegram|reddit|pinterest|페이스북|트위터|엑스|링크드인|카카오톡|카카오\s?스토리|네이버(?:\s?블로그|\s?밴드)?|밴드|인스타그램|스레드|유튜브|라인|"
    r"(?:copy\s)?(?:link|url)(?:\s?copy)?|url\s?복사|주소\s?복사|링크\s?복사|e-?mail|이메일|print|인쇄)(?:\s(?:공유|share|으로 공유하기|에 공유))?\s*$",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"바로가기|건너[띄뛰]|^\s*(?:본문|주메뉴|하위메뉴)|^\s*글자\s?크기|^\s*home\s*[>»/›]|^\s*홈\s*[>»/›]|^\s*[•·]?\s*(?:go\s)?rss\s*$|skip\s(?:to|navigation)|^\s*(?:text|font)\s?size"
    r"|^\s*(?:main\s)?menu\s*$|^\s*메뉴\s*$|^\s*(?:share|공유하기|sns\s?공유|스크랩|인쇄|print|목록|list|back to list|top|맨\s?위로)\s*$|^[^.]{1,40}\s[>»›]\s?[^.]{1,40}(?:\s[>»›]\s?[^.]{1,60})*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"정보\s?제공\s*$|(?:작성자|작성일|조회수|출처|원문|첨부파일)(?:\s?,\s?(?:작성자|작성일|조회수|출처|원문|첨부파일)){2,}"
)
_FOOTER = re.compile(
    r"^\s*(?:이전\s?글|다음\s?글|previous(?:\s|:|$)|next(?:\s|:|$)|prev\b|recommended|related\s|관련\s?(?:글|기사|소식)|추천\s?(?:글|콘텐츠|소식)|copyright|ⓒ|©|\(c\)|all rights reserved"
    r"|개인정보\s?처리방침|privacy policy|이용약관|목록$|\(?우\)?\s?\d{5}|콘텐츠\s?만족도|페이지\s?만족도|공공누리)|all rights reserved|ⓒ|©",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(r"^\s*(?:source|출처)\s*[::]\s*\S", re.IGNORECASE)
_MARKED = re.compile(r"^\s*(?:[○●◦■□◆◇▲△▶▷►※☞❍ㅇo•·*\-–—]|\(?\d{1,2}[.)]|[가-하]\.|[①-⑳])\s*\S")
_ENDS = re.compile(r"(?:[.!?。…][\"'”’」』)\]]*|[\"”’」』]\s*)\s*$")
_TOLD = re.compile(r"[::]\s*\S")
_SUBHEAD = re.compile(r"^\s*[-–—]\s?.+\s?[-–—]\s*$")
HEADING = 60


@dataclass(frozen=True, slots=True)
class Page:
    """A text as it was saved. `blocks`: its paragraphs; `title`: the lines above them; `labels`: (label, value) of its table."""

    title: tuple[str, ...]
    blocks: tuple[str, ...]
    labels: tuple[tuple[str, str], ...] = ()
    shares: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def files(self) -> int:
        """How many attachments its table lists."""
        return sum(
            1
            for label, value in self.labels
            if re.match(r"첨부|attach|files?$", label, re.IGNORECASE) and value
        )


def read(text: str) -> Page:
    """Take a text apart; plain paragraphs without any chrome are read as such."""
    lines = text.replace("\r\n", "\n").replace("﻿", "").split("\n")
    labels, shares = [], []
    kept: list[str] = []
    head = _last_label(lines)
    closed = False
    for at, line in enumerate(lines):
        said = line.strip()
        if names := _shared_by(said):
            shares += names
            kept.append("")
        elif closed or _CAPTION.search(said) or (_MENU.search(said) and not _ENDS.search(said)):
            kept.append("")
        elif _is_labels(said) and at <= head:
            labels += _labels_of(said, lines[at + 1] if at + 1 < len(lines) else "")
            kept.append("")
        elif _is_source(said, at, head) or (
            _FOOTER.search(said)
            and not (_ENDS.search(said) and not re.search(r"reserved|©|ⓒ", said, re.IGNORECASE))
        ):
            closed = True
            kept.append("")
        else:
            kept.append("" if _value_of_label(lines, at, head) else line)
    paragraphs = _paragraphs(kept)
    title, body = _title(paragraphs)
    blocks, headings = _without_headings(body)
    return Page(tuple(title), tuple(blocks), tuple(labels), tuple(shares), tuple(headings))


def _shared_by(said: str) -> list[str]:
    """Names of share links on a line that holds nothing else; addresses where it shows them bare."""
    if len(addresses := re.findall(r"https?://\S+", said)) > 1:
        return addresses
    if one := _SHARES.match(said):
        return [one["name"].strip()]
    rest = re.sub(
        r"^(?:share|공유(?:하기)?|sns\s?공유)\s*(?:this)?\s*(?:on)?\s*[::]?\s*", "", said, flags=re.IGNORECASE
    )
    for parts in (re.split(r"\s*[|,/·•]\s*", rest), rest.split()):
        known = [bool(_SHARES.match(part)) for part in parts if part]
        # Among buttons a name that is not known here is one more of them.
        if sum(known) > 1 and (
            all(known) or ("|" in rest and sum(known) * 2 >= len(known) and len(rest) < 200)
        ):
            return [part.strip() for part in parts if part]
    return []


def _is_labels(said: str) -> bool:
    found = _LABEL.match(said)
    if not found or not _LINE_IS_LABELS.match(said):
        return False
    rest = said[found.end() :].strip()
    return bool(found["colon"]) or not rest or _bare_table(said) or len(_LABEL.findall(said)) > 1


def _bare_table(said: str) -> bool:
    """A label and a short value without a sentence end, as tables are saved: "작성자 관리자", "Date January 8, 2026"."""
    korean = (
        re.match(r"(?:작성|등록|게시|조회|출처|원문|첨부\s?파일|담당|연락처|수정일|분류)", said)
        and len(said) < 400
    )
    english = (
        re.match(
            r"(?:Author|Written by|Date|Views|Hits|Category|Department|Attachments?|Posted|Published)\s[A-Z0-9]",
            said,
        )
        and len(said) < HEADING
    )
    return bool(korean or english) and not _ENDS.search(said)


def _last_label(lines: list[str]) -> int:
    """Where the table of labels ends: labels further down stand in the text."""
    last, seen_text, told = -1, 0, set()
    for at, line in enumerate(lines):
        said = line.strip()
        if _is_labels(said) and not _CAPTION.search(said):
            if seen_text >= 2:
                break
            last = at
            told |= {found["label"].casefold() for found in _LABEL.finditer(said)}
            told |= {"empty"} if not _LABEL.sub("", said).strip() else set()
        elif _ENDS.search(said) and len(said) > HEADING:
            seen_text += 1
    # "Date: ..." alone is an entry of the notice itself.
    return last if len(told) > 1 else -1


def _labels_of(said: str, below: str) -> list[tuple[str, str]]:
    found = list(_LABEL.finditer(said))
    # A label inside the value of another ("원문 http://...Page=1") is none: only those at the start or behind two blanks or a value.
    starts = [one for one in found if one.start() == 0 or said[one.start() - 1] in " \t|•"]
    rows = []
    for turn, one in enumerate(starts):
        end = starts[turn + 1].start() if turn + 1 < len(starts) else len(said)
        value = said[one.end() : end].strip(" \t|")
        shown = said[one.start() : one.end()].strip()
        if not value and len(starts) == 1 and _stands_below(below):
            value = below.strip()
        rows.append((shown, value))
    return rows


def _stands_below(below: str) -> bool:
    said = below.strip()
    return (
        bool(said)
        and not _is_labels(said)
        and not _ENDS.search(said)
        and len(said) < HEADING
        and not _MARKED.match(said)
    )


def _value_of_label(lines: list[str], at: int, head: int) -> bool:
    """The value that stands on the line below its label."""
    if at == 0 or at > head + 1:
        return False
    above = lines[at - 1].strip()
    return (
        _is_labels(above)
        and len(_LABEL.findall(above)) == 1
        and not _LABEL.sub("", above).strip()
        and _stands_below(lines[at])
        and at <= head
    )


def _is_source(said: str, at: int, head: int) -> bool:
    return at > head and bool(_SOURCE_LINE.match(said))


def _paragraphs(lines: list[str]) -> list[str]:
    found: list[str] = []
    fresh = True
    for line in lines:
        said = line.strip()
        if not said:
            fresh = True
            continue
        if (
            fresh
            or _MARKED.match(said)
            or (found and (_MARKED.match(found[-1]) or _TOLD.search(said[:24])))
            or _stands_alone(found)
        ):
            found.append(said)
        else:
            found[-1] += " " + said
        fresh = False
    return found


def _stands_alone(found: list[str]) -> bool:
    """A line that ended like a sentence is not continued by the next line."""
    return bool(found) and bool(_ENDS.search(found[-1]))


def _title(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The lines above the first sentence, list entry or label with a value."""
    title: list[str] = []
    for at, said in enumerate(paragraphs):
        if _SUBHEAD.match(said) or not (_ENDS.search(said) or _MARKED.match(said) or _entry(said)):
            title.append(said)
            continue
        return title, paragraphs[at:]
    # Nothing ends like a sentence: the first line is the title, if there is more than one.
    return (paragraphs[:1], paragraphs[1:]) if len(paragraphs) > 1 else ([], paragraphs)


def _entry(said: str) -> bool:
    return bool(re.match(r"[^.::]{1,24}[::]\s*\S", said)) and len(said) < 400


def _without_headings(body: list[str]) -> tuple[list[str], list[str]]:
    blocks: list[str] = []
    headings: list[str] = []
    for said in body:
        plain = not (
            _ENDS.search(said) or _MARKED.match(said) or _TOLD.search(said) or re.search(r"\d", said)
        )
        (headings if plain and len(said) <= HEADING else blocks).append(said)
    return blocks, headings

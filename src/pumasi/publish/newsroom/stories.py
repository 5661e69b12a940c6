"""A success story as the participation record tells it, in both languages, paragraph by paragraph.

Only stations and parties that everybody may see are told, each with its day; nothing is said that no line says. What people
made of it the author adds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation

from pumasi.kit.bilingual import read
from pumasi.kit.dates import date_text, zone_of
from pumasi.kit.particles import with_particle
from pumasi.publish.newsroom.text import typed_table

LANGUAGES = ("ko", "en")
MOST_NAMED, MOST_IN_A_ROW = 8, 5


@dataclass(frozen=True, slots=True)
class Story:
    """Title, the sentence below it, and paragraphs as somebody would type them."""

    title: str
    summary: str
    paragraphs: list[str]


def drafted(lines: Sequence[Any], parties: Mapping[str, Sequence[Any]], language: str) -> Story:
    """The story of a thread, its first station first. `parties` gives the organisations of each by its source."""
    with translation.override(language):
        return (_Korean if language == "ko" else _English)(lines, parties).story()


class _Teller:
    """What both languages say alike; how they say it is theirs."""

    language = ""
    more = ""

    def __init__(self, lines: Sequence[Any], parties: Mapping[str, Sequence[Any]]) -> None:
        self.lines, self.first, self.last = lines, lines[0], lines[-1]
        self.there = {source: [self.say(one, "name") for one in found] for source, found in parties.items()}
        # Those of most steps first, whoever came once to a large meeting last.
        steps = Counter(name for line in lines for name in self.there.get(line.source, []))
        self.everybody = [name for name, _ in steps.most_common()]

    def say(self, thing: Any, name: str) -> str:
        return str(read(thing, name, self.language)).replace("|", "/")

    def day(self, line: Any) -> date:
        found: date = line.starts_at.astimezone(zone_of(line.zone)).date()
        return found

    def months(self) -> int:
        """Full months between the first station and the last."""
        first, last = self.day(self.first), self.day(self.last)
        return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)

    def named(self, names: Sequence[str], most: int) -> str:
        """Names, and how many more there are."""
        left = len(names) - most
        return ", ".join(names[:most]) + (self.more.format(n=left) if left > 0 else "")

    def table(self, head: Sequence[str]) -> str:
        rows = [
            [
                date_text(self.day(line), self.language, style="numeric"),
                f"{line.kind_label}: {self.say(line, 'title')}",
                self.named(self.there.get(line.source, []), MOST_IN_A_ROW) or "–",
            ]
            for line in self.lines
        ]
        return typed_table([head, *rows])


class _Korean(_Teller):
    language = "ko"
    more = " 외 {n}곳"

    def story(self) -> Story:
        begin, end = self.say(self.first, "title"), self.say(self.last, "title")
        day = date_text(self.day(self.first), "ko", style="long")
        months = self.months()
        after = f"{months}개월 뒤 " if months else ""
        led = with_particle(f"‘{end}’", "로")
        names = self.named(self.everybody, MOST_NAMED)
        return Story(
            f"{self.first.kind_label}에서 {self.last.kind_label}까지: {end}",
            f"{day} ‘{begin}’에서 시작된 만남이 {after}{led} 이어졌습니다.",
            [
                f"{day}에 열린 ‘{begin}’에서 {len(self.lines)}단계의 협력이 시작되었습니다.",
                *([f"함께한 기관은 {names}입니다."] if names else []),
                "# 한 걸음씩",
                self.table(["날짜", "단계", "함께한 기관"]),
                "단계마다 어느 일에서 이어졌는지가 참여 이력에 기록되어 있습니다.",
            ],
        )


class _English(_Teller):
    language = "en"
    more = " and {n} more"

    def story(self) -> Story:
        begin, end = self.say(self.first, "title"), self.say(self.last, "title")
        day = date_text(self.day(self.first), "en", style="long")
        months = self.months()
        after = f", {months} {'month' if months == 1 else 'months'} later," if months else ""
        # “Co., Ltd.” ends the sentence with its own full stop.
        names = self.named(self.everybody, MOST_NAMED).removesuffix(".")
        return Story(
            f"From {_lower(self.first.kind_label)} to {_lower(self.last.kind_label)}: {end}",
            f"What began at “{begin}” on {day} led{after} to “{end}”.",
            [
                f"“{begin}” on {day} was the first of {len(self.lines)} steps taken together.",
                *([f"Who took part: {names}."] if names else []),
                "# Step by step",
                self.table(["Day", "Step", "Who took part"]),
                "The participation record holds for each step which one it grew out of.",
            ],
        )


def _lower(words: str) -> str:
    """A label within a sentence; what begins in capitals or digits (1:1) stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words

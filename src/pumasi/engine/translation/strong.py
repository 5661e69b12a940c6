"""Strong words: what a translation says louder than its source, and majorities that a sample is too small for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import comb

from pumasi.engine.translation.facts import Fact

# An English word beside the Korean ones that support it.
_ENGLISH = (
    (r"overwhelming(?:ly)?", "압도"),
    (r"unprecedented(?:ly)?", "전례|유례|미증유|초유|처음|사상"),
    (r"(?:the\s)?world['’]s\s(?:first|best|largest|leading|biggest|most|only|fastest|highest|top)", "세계"),
    (r"(?:the\s)?(?:first|only|best|largest|biggest|most\s\w+)(?:\s\w+){0,3}\sin\sthe\s(?:world|country|nation|history)", "세계|국내|최초|최대|최고|유일|처음|첫|역대|사상|전국|나라"),
    (r"world[\s-]class", "세계"),
    (r"world[\s-](?:leading|beating)|globally\sunrivall?ed", "세계|선도"),
    (r"undisputed(?:ly)?|unquestionabl[ey]|indisputabl[ey]|undoubtedly|without\sdoubt|beyond\sdoubt", "논란|의심|명실|단연|틀림없|분명|이견"),
    (r"unrivall?ed|unparalleled|unmatched|peerless|second\sto\snone|incomparable", "독보|비할|타의|견줄|유례|추종|최고"),
    (r"revolutionary|revolutioni[sz]\w+|groundbreaking|ground-breaking|game[\s-]chang\w+|breakthrough|disruptive", "혁명|획기|혁신적|돌파|판도|새 장"),
    (r"guarantee(?:s|d|ing)?", "보장|보증|확약"),
    (r"perfect(?:ly)?|flawless(?:ly)?", "완벽|완전|흠|딱"),
    (r"complete(?:ly)?\s(?:safe|free|eliminat\w+|solv\w+|resolv\w+)", "완전|전혀|모두|전면|완벽"),
    (r"dramatic(?:ally)?|drastic(?:ally)?", "극적|급격|대폭|획기|크게|급"),
    (r"skyrocket\w*|soar(?:s|ed|ing)?|explosive(?:ly)?|exploded|exponential(?:ly)?|surg(?:e|es|ed|ing)", "급증|급등|폭발|폭증|치솟|기하급수|급성장|껑충|솟구"),
    (r"massive(?:ly)?|enormous(?:ly)?|tremendous(?:ly)?|huge(?:ly)?|vast(?:ly)?|immense(?:ly)?|staggering", "대규모|막대|엄청|거대|방대|어마|크게|대폭|광범"),
    (r"remarkabl[ey]|extraordinar(?:y|ily)|outstanding|spectacular(?:ly)?|stunning(?:ly)?|astonishing(?:ly)?|phenomenal(?:ly)?|incredibl[ey]|amazing(?:ly)?|brilliant(?:ly)?", "눈부|괄목|주목|놀라|탁월|뛰어|두드|획기|훌륭|비약|우수|이례|대단"),
    (r"resounding|triumphant|landslide", "압도|대성공|크게|쾌거"),
    (r"invaluable|priceless|indispensable|vital(?:ly)?|crucial(?:ly)?", "귀중|소중|필수|중요|핵심|절실|결정|관건|없어서는"),
    (r"entire(?:ly)?", "전체|전부|모두|모든|온|전면|전역|완전|통째|오로지|내내|순"),
    (r"everyone|everybody", "여러분|임직원|모두|누구|모든|전원|다 함께|사람들|다들"),
    (r"(?<!of\s)all\s(?:of\s)?(?:the\s|them|these|those|its|their|our|companies|firms|participants|users|residents|organi[sz]ations|visitors|respondents|start-?ups|members|students|employees|applicants|graduates|countries|clusters|researchers)\w*", "모두|모든|전부|전원|전체|온 |각|누구|일체|전 |매|마다|여러분|빠짐없|일괄|예외 없"),
    (r"(?:absolutely|utterly|undeniabl[ey]|definitely|certainly)", "절대|반드시|확실|틀림|분명|단연|물론"),
    (r"(?:the\s)?(?:vast|great|overwhelming)\smajority", "대다수|절대다수|대부분|압도"),
    (r"ha(?:s|ve)\sproved?n|proven|conclusive(?:ly)?|undeniable", "입증|증명|확인|검증|확증"),
)  # fmt: skip
_STRONG = tuple(
    (re.compile(rf"\b(?:{word})\b", re.IGNORECASE), re.compile(support)) for word, support in _ENGLISH
)
_MAJORITY = re.compile(
    r"\boverwhelming(?:ly)?\b|\bvast majority\b|\bgreat majority\b|압도적?|절대다수|대다수", re.IGNORECASE
)
SURE = 0.05


@dataclass(frozen=True, slots=True)
class Share:
    """n of m, as a text states it."""

    n: int
    m: int

    @property
    def value(self) -> Fraction:
        """As a part of 1."""
        return Fraction(self.n, self.m)

    @property
    def p(self) -> float:
        """How likely a split at least as uneven is by chance, were both answers as common (exact binomial, two-sided)."""
        far = abs(2 * self.n - self.m)
        return min(
            1.0, sum(comb(self.m, k) for k in range(self.m + 1) if abs(2 * k - self.m) >= far) / 2**self.m
        )


def unsupported(source: str, target: str) -> Iterator[str]:
    """Strong words of an English text that its Korean source does not support, in order."""
    for word, support in _STRONG:
        for found in word.finditer(target):
            if not support.search(source):
                yield found.group()


def majorities(text: str) -> list[str]:
    """Words that claim a great majority."""
    return [found.group() for found in _MAJORITY.finditer(text)]


def shares(text: str, facts: list[Fact]) -> list[Share]:
    """Parts of a whole that a Korean text counts: "28곳 중 18곳(64%)", each confirmed by its own percentage or by 중, 가운데."""
    counts = [fact for fact in facts if fact.group == "count" and fact.sure and fact.value.denominator == 1]
    percents = [fact.value for fact in facts if fact.group == "percent"]
    found = []
    for whole in counts:
        for part in counts:
            if not 0 < part.value < whole.value or not 0 < part.start - whole.end < 60:
                continue
            share = Share(int(part.value), int(whole.value))
            between = text[whole.end : part.start]
            if re.search(r"중|가운데", between) or any(abs(share.value * 100 - p) <= 1 for p in percents):
                found.append(share)
    return found

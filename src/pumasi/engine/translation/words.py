"""Words said twice, quotation marks without their partner, endings doubled: what the eye passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Said twice on purpose.
_MEANT = frozenset(
    [
        "that",
        "had",
        "very",
        "more",
        "again",
        "over",
        "on",
        "by",
        "step",
        "year",
        "day",
        "side",
        "hand",
        "far",
        "bye",
        "no",
        "so",
        "long",
        "many",
        "much",
        "blah",
        "and-and",
        "through",
    ]
)
_TWICE = re.compile(r"\b(?P<word>[A-Za-z][\w'’-]*)\s+(?P=word)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?P<word>[A-Za-z][\w'’-]{2,})\s*(?:,\s*)?(?:and|or|&|as well as)\s+(?P=word)\b", re.IGNORECASE
)
_TWICE_KO = re.compile(r"(?<![가-힣])(?P<word>[가-힣]{2,})\s+(?P=word)(?![가-힣])")
_JOINED_KO = re.compile(
    r"(?<![가-힣])(?P<word>[가-힣]{2,})(?:\s?[,·]\s?|\s및\s+)(?P=word)(?=[\s은는이가을를의에도과와으로]|$)"
)
_MEANT_KO = frozenset(
    [
        "하나",
        "서로",
        "점점",
        "차츰",
        "조금",
        "오래",
        "매우",
        "아주",
        "겹겹",
        "차근",
        "너무",
        "정말",
        "다시",
        "자꾸",
        "하루",
        "한걸음",
    ]
)
_DOUBLED = re.compile(
    r"끝\.\s*끝\.?|(?<![.。…])(?:\.\.|。。|\.。|。\.|,,|;;|::)(?![.。…])|\?\?(?!\?)|[.。]\s+[.。](?=\s|$)|(?<=[다요음함임])\.\s?다\.|\b(?:End of document\.?\s*){2}"
)
_CLOSES = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»"}
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])[’'](?=[A-Za-z])|(?<=s)’(?=\s[a-z])|(?<![\w])[‘’](?=\d\d)")
# "Tenants and tenants founded this year": the second has something of its own.
_DESCRIBED = re.compile(r"\s(?:\w+ed|\w+ing|that|who|which|whose|with|than)\b", re.IGNORECASE)
POINT = 24


def repeated(text: str) -> Iterator[str]:
    """English words said twice: "the the", "qualitatively and qualitatively"."""
    for pattern in (_TWICE, _JOINED):
        for found in pattern.finditer(text):
            described = pattern is _JOINED and _DESCRIBED.match(text, found.end())
            if found["word"].casefold() not in _MEANT and not described:
                yield found.group()


def repeated_korean(text: str) -> Iterator[str]:
    """Korean words said twice."""
    for pattern in (_TWICE_KO, _JOINED_KO):
        for found in pattern.finditer(text):
            if found["word"] not in _MEANT_KO:
                yield found.group()


def doubled(text: str) -> Iterator[str]:
    """Endings that stand twice."""
    for found in _DOUBLED.finditer(text):
        yield found.group().strip()


def unclosed(paragraphs: list[str]) -> Iterator[tuple[int, str]]:
    """Paragraph and the words after an opening mark that is not closed by its own partner.

    A quotation that runs over paragraphs opens each anew and is closed in the last, as English has it.
    """
    for at, text in enumerate(paragraphs):
        goes_on = at + 1 < len(paragraphs) and paragraphs[at + 1].lstrip()[:1] in {"“", '"'}
        bare = _APOSTROPHE.sub("\0", text)
        yield from (
            (at, text[begin : begin + POINT].strip()) for begin in _open_quotes(bare, goes_on=goes_on)
        )


def _open_quotes(text: str, *, goes_on: bool) -> Iterator[int]:
    """Where the words after each unclosed mark begin."""
    waiting: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in _CLOSES:
            if waiting and waiting[-1][0] == char:
                yield waiting.pop()[1] + 1
                # “…“ or “…“이라며: this mark was meant to close, it opens nothing.
                if at and not text[at - 1].isspace() and text[at - 1] not in "(‘“":
                    continue
            waiting.append((char, at))
        elif char in _CLOSES.values():
            opened = next(
                (i for i in range(len(waiting) - 1, -1, -1) if _CLOSES[waiting[i][0]] == char), None
            )
            if opened is not None:
                yield from (begin + 1 for mark, begin in waiting[opened + 1 :] if mark != "‘")
                del waiting[opened:]
            elif char == "”":
                yield max(0, at - POINT)
    left = [one for one in waiting if one[0] != "‘" or _quotes(text, one[1])]
    if not (goes_on and left and left[-1][0] == "“"):
        yield from (begin + 1 for _, begin in left)
    marks = [found.start() for found in re.finditer(r'(?<!\d)"', text)]
    if len(marks) % 2 and not goes_on:
        yield (
            marks[-1] + 1
            if marks[-1] + 1 < len(text.rstrip()) and text[marks[-1] - 1 : marks[-1]] in {"", " ", "("}
            else marks[0] + 1
        )


def _quotes(text: str, at: int) -> bool:
    """Whether ‘ opens a quotation and is no apostrophe (rock ‘n’ roll)."""
    return (at == 0 or not text[at - 1].isalnum()) and at + 2 < len(text) and not text[at + 1].isspace()

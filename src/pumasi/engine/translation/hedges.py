"""How a text qualifies a figure: about, nearly, at least, at most."""

from __future__ import annotations

import re

# In which direction the truth may lie from the figure.
ABOUT, NEAR, LEAST, MOST = "about", "near", "at least", "at most"
BOUNDS = {LEAST, MOST}
# What a qualified figure may become: 30여 is about thirty and a little more; nearly is a kind of about.
AGREES = {
    ABOUT: {ABOUT, NEAR, "over"},
    NEAR: {NEAR, ABOUT},
    LEAST: {LEAST, "over"},
    MOST: {MOST},
    "over": {ABOUT, LEAST, "over"},
}
SAID = {
    ABOUT: ("약", "about"),
    NEAR: ("육박·가까이", "close to"),
    LEAST: ("이상", "at least / more than"),
    MOST: ("이하·최대", "at most / up to"),
    "over": ("여", "more than"),
}

_KO_BEFORE = re.compile(
    r"(?P<most>최대|최고|많아야|많게는)|(?P<least>최소|최저|적어도|적게는)|(?P<near>거의)|(?P<about>약|대략|대체로|어림잡아|줄잡아)"
)
_KO_BETWEEN = r"(?:\s|총|모두|한|연|연간|월|하루|누적|시가|KRW|USD|US|[₩$€£¥(])*$"
_KO_AFTER = re.compile(
    r"\s?(?:(?!중|가운데|절반|과반|대부분)[가-힣]{1,5}?\s?){0,2}?"
    r"(?:(?P<least>이상|초과|넘|웃도|웃돌|상회|훌쩍)|(?P<most>이하|미만|이내|밑도|밑돌|못\s?미치|못\s?미친)"
    r"|(?P<near>육박|가까이|가까운|가깝|근접)|(?P<about>(?<!국)내외|안팎|가량|정도|쯤|남짓|전후))"
)
_EN_LEAST = (
    r"no (?:fewer|less|lower|shorter|smaller|younger|earlier) than|not less than|at least|at the least|more than|well over|over|above|upwards? of|in excess of|"
    r"exceed(?:s|ed|ing)?|topp?(?:s|ed|ing)|surpass(?:es|ed|ing)?|pass(?:es|ed|ing)?|a minimum of|minimum of|minimum|greater than|older than|beyond|north of"
)
_EN_MOST = (
    r"no (?:more|higher|larger|longer|later|older|wider|heavier|bigger|greater|taller|deeper|further|farther) than|not more than|at most|up to|less than|fewer than|under|below|within|"
    r"a maximum of|maximum of|maximum|max\.?|as (?:many|much|long|high) as|not (?:to )?exceed(?:ing)?|capped at|younger than|limited to|short of"
)
_EN_OVER = (
    r"just over|just above|a little over|a little more than|slightly over|slightly more than|slightly above"
)
_EN_NEAR = r"close to|shy of|just shy of|on the verge of|nearly|almost|approach(?:es|ed|ing)?|near(?:s|ed|ing)?|just under|just short of|not far (?:off|from|short of)|verging on"
_EN_ABOUT = r"about|around|some|roughly|approximately|approx\.?|an estimated|estimated|in the region of|circa|ca\.|more or less|or so|~"
_EN_BEFORE = re.compile(
    rf"\b(?:(?P<most>{_EN_MOST})|(?P<over>{_EN_OVER})|(?P<near>{_EN_NEAR})|(?P<least>{_EN_LEAST})|(?P<about>{_EN_ABOUT}))"
    r"(?:\s+(?:a|an|the|its|their|total|of|one|another|past|last|first|next|previous|initial|coming)\b|\s*(?:KRW|USD|US\$|EUR|JPY|GBP|CNY|[$€£¥₩]))*[\s(]*$",
    re.IGNORECASE,
)
_EN_AFTER = re.compile(
    r"(?:[\s-]+[\w.²]+){0,3}?[\s,-]*(?:(?P<least>or more|or higher|or later|or over|or above|or older|or longer|and above|and over|plus\b|\+|at least|minimum)"
    r"|(?P<most>or less|or fewer|or under|or below|or younger|or shorter|or lower|or earlier|at most|maximum|at the most)|(?P<about>or so|or thereabouts|give or take))",
    re.IGNORECASE,
)
REACH = 48


def korean(text: str, start: int, end: int) -> tuple[str, str]:
    """The hedge of the figure at `start`:`end` of a Korean text and its words; two empty strings where it stands flat."""
    before = text[max(0, start - 14) : start]
    head = re.sub(_KO_BETWEEN, "", before)
    for said in _KO_BEFORE.finditer(head):
        if said.end() == len(head) and (said.start() == 0 or not _hangul(head[said.start() - 1])):
            return _NAMES[str(said.lastgroup)], said.group()
    after = re.split(r"[.,;:·)”\n]", text[end : end + 16])[0]
    if found := _KO_AFTER.match(after):
        word = re.match(r"[가-힣\s]*?[가-힣]*", after[found.start(str(found.lastgroup)) :])
        if found.lastgroup == "least" and re.match(
            r"[가-힣]*\s?(?:수\s?없|지\s?(?:않|못)|면\s?안)", text[end + found.start("least") : end + 24]
        ):
            return MOST, word.group() if word else ""
        return _NAMES[str(found.lastgroup)], word.group() if word else str(found.group(str(found.lastgroup)))
    if text[start:end].rstrip().endswith("여") or re.search(r"\d여|[백천만십]여", text[start:end]):
        return "over", "여"
    return "", ""


def english(text: str, start: int, end: int) -> tuple[str, str]:
    """The hedge of the figure at `start`:`end` of an English text and its words; two empty strings where it stands flat."""
    before = re.split(r"[;:.!?]\s", text[max(0, start - REACH) : start])[-1]
    if span := _in_span(before, text[end : end + 12]):
        return span
    after = re.split(
        r"[;:,!?)]|\.\s|\.$|\b(?:and|but|which|who|that|while|as|in|from|with)\b", text[end : end + REACH]
    )[0]
    for hit in (_EN_AFTER.match(after), _EN_BEFORE.search(before)):
        if hit:
            name = str(hit.lastgroup)
            return _NAMES[name], hit.group(name)
    return "", ""


def _in_span(before: str, after: str) -> tuple[str, str] | None:
    """What stands between 19 and 39 is at least the one and at most the other."""
    if re.search(r"\b(?:between|aged?|from|ages? of|ages)\s$", before, re.IGNORECASE) and re.match(
        r"(?:\s(?:and|to|through)\s|\s?[–-]\s?)\S?\d", after
    ):
        return LEAST, before.rsplit(maxsplit=1)[-1]
    if re.search(
        r"\b(?:between|aged?|from|of|ages)\s\S?\d[\d,.]*(?:\s(?:and|to|through)\s|\s?[–-]\s?)$",
        before,
        re.IGNORECASE,
    ):
        return MOST, "to"
    return None


def kept(source: str, target: str) -> bool:
    """Whether a figure qualified as `source` may stand as `target`."""
    return not source or target in AGREES[source]


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣"


_NAMES = {"about": ABOUT, "near": NEAR, "least": LEAST, "most": MOST, "over": "over"}

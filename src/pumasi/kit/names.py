"""Names of organisations and people: what is the same name, how alike two names are, which pairs look alike.

Three steps, from sure to doubtful: the same `key` is the same name (only legal form, spaces, width, case and
punctuation differ); the same `broad_key` and a high `similarity` are questions for a person.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pumasi.kit.hangul import fold
from pumasi.kit.name_words import (
    ARMS,
    KOREAN_FORMS,
    LATIN_FORMS,
    LEADING_LATIN_FORMS,
    SHORT_FORMS,
    SURNAMES,
    TITLES_EN,
    TITLES_KO,
)

SHORT_FORM = re.compile(rf"[(\[<]\s*[{SHORT_FORMS}]\s*[)\]>]|^\s*[주株]\s*\)|\(\s*[주株]\s*$")
BRACKETED_FORM = re.compile(rf"[(\[]\s*(?:{'|'.join(KOREAN_FORMS)})\s*[)\]]")
ASIDE = re.compile(r"\s*[(\[（]([^()\[\]（）]+)[)\]）]\s*")
DOTTED = re.compile(r"(?<![^\W\d_])(?:[a-z]\.){1,}[a-z](?![^\W\d_])\.?")
NOT_WORD = re.compile(r"[^\w+#]+|_+")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: the words that distinguish it, its legal forms, and what stood in brackets."""

    core: tuple[str, ...]
    forms: tuple[str, ...]
    asides: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words run together."""
        return "".join(self.core)


@lru_cache(maxsize=131_072)
def split(name: str) -> NameParts:
    """Take an organisation's name apart. What would leave nothing stays: "SA" alone is a name."""
    text = _plain(name)
    short = SHORT_FORM.findall(text) + BRACKETED_FORM.findall(text)
    text = BRACKETED_FORM.sub(" ", SHORT_FORM.sub(" ", text))
    asides = tuple(ASIDE.findall(text))
    words = _words(ASIDE.sub(" ", text) if ASIDE.sub("", text).strip() else text)
    core, forms = _without_forms(words or _words(_plain(name)))
    return NameParts(tuple(core), (*map(_inner, short), *forms), asides)


@lru_cache(maxsize=262_144)
def key(name: str) -> str:
    """Give the canonical key of a name: equal keys are the same name.

    Set aside: legal form ((주), ㈜, 주식회사, Co., Ltd., GmbH ...), spaces, signs, width, case, accents.
    Kept: 산학협력단 and other arms, and what stands in brackets, for they may be another organisation.
    """
    parts = split(name)
    return parts.key + "".join(f"({''.join(_words(aside))})" for aside in parts.asides)


@lru_cache(maxsize=262_144)
def broad_key(name: str) -> str:
    """Give a wider key, which also sets aside bracketed remarks and arms such as 산학협력단.

    Equal broad keys are probably, not surely, the same organisation: ask a person.
    """
    joined = " ".join(split(name).core)
    for arm in ARMS:
        shorter = re.sub(rf"\s*{arm}$", "", joined)
        if shorter and shorter != joined:
            joined = shorter
            break
    return re.sub(r"대학교$", "대", joined.replace(" ", ""))


def _plain(name: str) -> str:
    # NFKC turns ㈜ into (주) and full width into half; accents fall, Hangul stays composed.
    wide = unicodedata.normalize("NFKC", name).casefold()
    text = wide if wide.isascii() else "".join(fold(sign) or sign for sign in wide)
    return DOTTED.sub(lambda found: found.group().replace(".", ""), text).replace("'", "").replace("’", "")


def _words(text: str) -> list[str]:
    return [word for word in NOT_WORD.split(text.replace("&", " and ")) if word]


def _inner(form: str) -> str:
    return re.sub(r"[()\[\]<>\s]", "", form)


def _without_forms(words: list[str]) -> tuple[list[str], list[str]]:
    forms: list[str] = []
    while (found := _form_at_an_end(words)) is not None:
        words, form = found
        forms.append(form)
    return words, forms


def _form_at_an_end(words: list[str]) -> tuple[list[str], str] | None:
    return _latin_form(words) or _korean_form(words)


def _latin_form(words: list[str]) -> tuple[list[str], str] | None:
    for form in LATIN_FORMS:
        if len(words) > len(form) and tuple(words[-len(form) :]) == form:
            return words[: -len(form)], " ".join(form)
    for form in LEADING_LATIN_FORMS:
        if len(words) > len(form) and tuple(words[: len(form)]) == form:
            return words[len(form) :], " ".join(form)
    return None


def _korean_form(words: list[str]) -> tuple[list[str], str] | None:
    for form in KOREAN_FORMS:
        if words and words[0].startswith(form) and words != [form]:
            return [word for word in (words[0].removeprefix(form), *words[1:]) if word], form
        if words and words[-1].endswith(form) and words != [form]:
            return [word for word in (*words[:-1], words[-1].removesuffix(form)) if word], form
    return None


def person_key(name: str) -> str:
    """Give the canonical key of a person's name: titles, spaces, hyphens and case set aside.

    Korean names lose their titles (김하늘 박사님 → 김하늘); romanised ones become "surname given" where the
    surname is a known Korean one (Min-Ji KIM, KIM Min Ji, Kim, Minji → "kim minji").
    """
    text = unicodedata.normalize("NFKC", re.sub(r"[(（].*?[)）]", " ", name)).casefold()
    if re.search("[가-힣]", text):
        return _korean_person(text)
    if text.count(",") == 1 and text.split(",")[1].strip(" .") not in TITLES_EN:
        text = " ".join(reversed(text.split(",")))
    plain = "".join(fold(sign) or sign for sign in text).replace("-", "").replace("'", "")
    words = [word for word in re.split(r"[\s.,/]+", plain) if word and word not in TITLES_EN]
    return _romanised_person(words)


def _korean_person(text: str) -> str:
    words = [word for word in re.split(r"[\s,/·]+", text) if word]
    while len(words) > 1 and _untitled(words[-1]) == "":
        words.pop()
    while len(words) > 1 and _untitled(words[0]) == "" and len(words[0]) > 1:
        words.pop(0)
    joined = "".join(words)
    return _untitled(joined, least=2) or joined


def _untitled(word: str, *, least: int = 0) -> str:
    changed = True
    while changed:
        changed = False
        for title in TITLES_KO:
            if word.endswith(title) and len(word) - len(title) >= least:
                word, changed = word[: -len(title)], True
                break
    return word


def _romanised_person(words: list[str]) -> str:
    at = next((at for at in (0, len(words) - 1) if words and words[at] in SURNAMES), None)
    if at is None:
        return " ".join(sorted(words))
    return " ".join(part for part in (words[at], "".join(words[:at] + words[at + 1 :])) if part)


def same_person_name(a: str, b: str) -> bool:
    """Say whether two person names are the same name (not whether they are the same person)."""
    return person_key(a) == person_key(b) != ""

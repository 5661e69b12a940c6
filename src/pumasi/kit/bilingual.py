"""Bilingual columns: one declaration gives a column for each language of the installation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.translation import get_language


@dataclass(frozen=True)
class Words:
    """A text as it was found: `language` is the language it is really in."""

    text: str
    language: str
    fallback: bool = False

    def __str__(self) -> str:
        """Give the text alone, for places that cannot carry a language mark."""
        return self.text

    def __bool__(self) -> bool:
        """Say whether there is anything to read."""
        return bool(self.text)


def languages() -> list[str]:
    """Codes of the installation's languages, the default first."""
    return [code for code, _ in settings.LANGUAGES]


def read(thing: object, name: str, language: str | None = None) -> Words:
    """Read the bilingual column `name` of `thing` in `language` (default: the reader's).

    A missing text falls back to the first language that has one, and says so.
    """
    wanted = (language or get_language() or languages()[0])[:2]
    for code in [wanted, *(other for other in languages() if other != wanted)]:
        text = getattr(thing, f"{name}_{code}", "") or ""
        if text:
            return Words(text, code, fallback=code != wanted)
    return Words("", wanted)


class Bilingual:
    """Declare `name = Bilingual(max_length=200)`; the model gets name_ko, name_en and a reader `name`."""

    def __init__(self, *, long: bool = False, **options: Any) -> None:
        """Take the options of a CharField, or of a TextField when `long`."""
        self.field = models.TextField if long else models.CharField
        self.options = {"blank": True, "default": "", **options}

    def contribute_to_class(self, model: type[models.Model], name: str, **_: Any) -> None:
        """Add one real column for each language, as Django asks of whatever stands in a model's body."""
        self.name = name
        for code in languages():
            model.add_to_class(f"{name}_{code}", self.field(**self.options))  # type: ignore[attr-defined]
        setattr(model, name, self)

    def __get__(self, thing: object | None, owner: type | None = None) -> Any:
        """Read in the reader's language."""
        return self if thing is None else read(thing, self.name)


def columns(name: str) -> list[str]:
    """Names of the columns that `Bilingual` made for `name`."""
    return [f"{name}_{code}" for code in languages()]


def in_order(name: str) -> Lower:
    """Orders rows by a bilingual column in the reader's language, case aside; a missing text stands by the other one's."""
    wanted = (get_language() or languages()[0])[:2]
    texts = [
        NullIf(F(f"{name}_{code}"), Value(""))
        for code in sorted(languages(), key=lambda code: code != wanted)
    ]
    return Lower(Coalesce(*texts, Value("")))


def both(thing: object, name: str) -> list[str]:
    """The texts of a bilingual column in every language, empty ones too."""
    return [getattr(thing, column) or "" for column in columns(name)]


def in_both(**pairs: tuple[Any, Any]) -> dict[str, Any]:
    """Values of bilingual columns from pairs, Korean and English: `name=("이름", "Name")` gives name_ko and name_en."""
    return {
        f"{name}_{code}": value
        for name, pair in pairs.items()
        for code, value in zip(("ko", "en"), pair, strict=True)
    }

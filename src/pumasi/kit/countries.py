"""Countries by ISO 3166-1 alpha-2 code, named in both languages by CLDR (Babel)."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

# Codes of CLDR that are no country: the EU, the euro area, the UN, unknown, and pseudo-locales.
NONE = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}


@cache
def _names(language: str) -> dict[str, str]:
    names = Locale.parse(language).territories
    return {
        code: str(name)
        for code, name in names.items()
        if re.fullmatch(r"[A-Z]{2}", code) and code not in NONE
    }


def is_country(code: str) -> bool:
    """Say whether there is a country of that code."""
    return code in _names("en")


def country_name(code: str, language: str) -> str:
    """A country's name in a language; the code itself where there is none."""
    return _names(language).get(code, code)


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for language in ("en", "ko") for code, name in _names(language).items()}


def code_of(text: str) -> str:
    """The code of a country by its code or its name in either language; nothing where there is none."""
    plain = text.strip()
    return plain.upper() if is_country(plain.upper()) else _codes().get(plain.casefold(), "")


def choices(language: str) -> list[tuple[str, str]]:
    """All countries by name, for a form."""
    return sorted(_names(language).items(), key=lambda pair: pair[1])

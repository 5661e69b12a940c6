"""One sentence in both languages, for reasons and remedies that travel with a result."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """The same sentence in English and in Korean."""

    en: str
    ko: str

    def text(self, language: str) -> str:
        """Read it in `language`: "ko" gives Korean, anything else English."""
        return self.ko if language.startswith("ko") else self.en

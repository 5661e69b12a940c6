"""Refusals that say what to do, in the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language


class Refused(Exception):  # noqa: N818  # a refusal is an answer, not a failure of ours
    """An answer of no, with the reason and the remedy in both languages."""

    def __init__(self, en: str, ko: str, /, **details: object) -> None:
        """Keep both texts; `details` are filled into both by name."""
        super().__init__(en.format(**details) if details else en)
        self.en, self.ko, self.details = en, ko, details

    def text(self, language: str | None = None) -> str:
        """Give the refusal in `language` (default: the reader's)."""
        wanted = language or get_language() or "ko"
        raw = self.ko if wanted.startswith("ko") else self.en
        return raw.format(**self.details) if self.details else raw

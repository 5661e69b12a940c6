"""What this room says when it cannot go on: the reason and what to do, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """One sentence for the person at the terminal, in English and Korean."""

    en: str
    ko: str

    def text(self, language: str) -> str:
        """Give the sentence in `language` ("ko", otherwise English)."""
        return self.ko if language == "ko" else self.en


class HostRefusal(Exception):  # noqa: N818 - it is a refusal with a remedy, not a fault of the programme
    """Raised when this machine or its settings do not allow what was asked; says what to do about it."""

    def __init__(self, *, en: str, ko: str) -> None:
        super().__init__(en)
        self.en = en
        self.ko = ko

    def text(self, language: str) -> str:
        """Give the refusal in `language` ("ko", otherwise English)."""
        return self.ko if language == "ko" else self.en

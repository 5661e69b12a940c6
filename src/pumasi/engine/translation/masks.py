"""What looks like a figure and is none: addresses, telephone numbers, codes, numbered list entries."""

from __future__ import annotations

import re

_NOT_FIGURES = re.compile(
    r"""
    https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                       # addresses
    | (?<![\d.])(?:\+\d{1,3}[\s-]?)?\(?0?\d{1,4}\)?-\d{3,4}-\d{4}(?!\d)           # telephone
    | (?<![\w.])1[56]\d\d-\d{4}(?!\d)                                            # Korean service numbers
    | (?<!\d)1\s?:\s?1(?![\d:])                                                 # one to one
    | \b\w+\.(?:pdf|hwpx?|docx?|xlsx?|pptx?|zip|jpe?g|png)\b                     # file names
    | \b(?:24/7)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CURRENCY = r"(?!KRW|USD|EUR|JPY|GBP|CNY|RMB|US)"
_CODES = re.compile(
    rf"\b(?:[Tt]ier|COVID|[A-Z]{{1,6}})[-‑]\d+(?!\d)|\b{_CURRENCY}[A-Z]{{1,6}}\d{{1,4}}(?![\d,])|(?<![\w.,])\d[DG](?![\w/²³])"
    r"|\b(?:ISO/IEC|ISO|IEC|KS|IEEE)\s?\d[\d-]*"
)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)](?!\d)\s|[①-⑳]\s?)", re.MULTILINE)


def masked(text: str) -> str:
    """The text with blanks in place of what is no figure; positions stay as they are."""
    for pattern in (_NUMBERED, _NOT_FIGURES, _CODES):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text


def blanked(text: str, start: int, end: int) -> str:
    """The text with blanks from `start` to `end`."""
    return text[:start] + " " * (end - start) + text[end:]

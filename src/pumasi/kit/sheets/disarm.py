"""Texts that a spreadsheet would run as a formula, made harmless in a CSV file and taken back when read."""

from __future__ import annotations

import re

from pumasi.kit.sheets.cells import Value

RISKY = re.compile(r"'*\s*[=+\-@|\t\r＝＋－＠]")
NUMBER = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d+)?%?)?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST = 32_767  # signs that Excel holds in a cell


def clean(text: str) -> str:
    """Take out what no spreadsheet can hold: control signs, and what exceeds a cell."""
    return CONTROL.sub("", text)[:LONGEST]


def safe(value: Value) -> Value:
    """Make a value that no spreadsheet runs as a formula: an apostrophe goes before =, +, -, @ and the like.

    Plain numbers stay as they are; "+82-2-000" does not, for Excel would subtract.
    """
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if RISKY.match(text) and not NUMBER.fullmatch(text) else text


def undone(text: str) -> str:
    """Take the apostrophe of `safe` off again."""
    return text[1:] if text.startswith("'") and RISKY.match(text[1:]) else text

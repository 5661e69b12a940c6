"""Classifications of industries, since when each is in force, and how their divisions correspond.

Only divisions (two digits) are put beside those of another classification. Where a division corresponds to several, all of them are
counted together: nothing is split by an assumption. ISIC Rev. 4 is the common tongue: NACE Rev. 2 has its divisions, KSIC is built on
it with divisions of its own. NACE 2.1 and ISIC Rev. 5 have no table here: they stand beside figures of the same classification alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

COMMON = "ISIC 4"
# The correspondence below was last looked through then.
LOOKED_THROUGH = date(2026, 11, 27)


def _divisions(ranges: str) -> Iterator[str]:
    for one in ranges.split():
        first, _, last = one.partition("-")
        yield from (f"{n:02}" for n in range(int(first), int(last or first) + 1))


ISIC = frozenset(_divisions("1-3 5-33 35-39 41-43 45-47 49-53 55-56 58-66 68-75 77-82 84-88 90-99"))
# Divisions of KSIC that are not the division of ISIC Rev. 4 with the same number.
OTHERWISE = {
    "05": "05 06", "06": "07", "07": "08", "08": "09", "27": "26 32", "28": "27", "29": "28", "30": "29", "31": "30",
    "32": "31", "33": "32", "34": "33", "41": "41 42", "42": "43", "61": "53 61", "70": "72", "71": "69 70 73", "72": "71",
    "73": "74 75", "74": "81", "75": "78 79 80 82", "76": "77", "87": "87 88", "90": "90 91", "91": "92 93", "95": "45 95",
}  # fmt: skip
# The 10th and the 11th revision have the same divisions.
KSIC = {
    one: frozenset(OTHERWISE.get(one, one).split())
    for one in _divisions("1-3 5-8 10-39 41-42 45-47 49-52 55-56 58-66 68 70-76 84-87 90-91 94-99")
}
SAME = {one: frozenset({one}) for one in ISIC}


@dataclass(frozen=True)
class Scheme:
    """A classification: the year `since` which it is in force, and its divisions in those of ISIC Rev. 4, where they are known."""

    key: str
    since: int
    divisions: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def needed(self, group: frozenset[str]) -> set[str]:
        """Its divisions without which people of a group of ISIC divisions would be missing."""
        return {code for code, told in self.divisions.items() if told & group}


SCHEMES = {
    one.key: one
    for one in (
        Scheme("KSIC 11", 2024, KSIC), Scheme("KSIC 10", 2017, KSIC), Scheme("ISIC 4", 2008, SAME),
        Scheme("ISIC 5", 2023), Scheme("NACE 2", 2008, SAME), Scheme("NACE 2.1", 2025),
    )
}  # fmt: skip


def plain_code(text: str) -> str:
    """A code without the letter of its section (C26 is 26); a section alone stays a letter."""
    code = text.strip().upper()
    return code[1:] if code[:1].isalpha() and len(code) > 1 else code


def depth(code: str) -> int:
    """How many digits a code has: none for a section, two for a division."""
    return sum(sign.isdigit() for sign in code)

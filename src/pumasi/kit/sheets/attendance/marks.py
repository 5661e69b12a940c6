"""The marks with which offices note who came: O, ◯, ✓, 1, 참석, and x, 불참."""

from __future__ import annotations

import unicodedata

from pumasi.kit.sheets.cells import Value, blank, shown


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


YES = _listed(
    """o ○ ◯ 〇 ● ◎ ⭕ ⚪ ⚫ ✓ ✔ ✔️ √ ☑ ☑️ ✅ ㅇ v y yes t true ok 참석 출석 참가 참여 완료 확인 예 네 지각
    대리 대리참석 present attended late"""
)
NO = _listed(
    """x × ✕ ✖ ✗ ✘ ❌ ☐ - – — 0 n no f false 불참 결석 미참 미참석 불참석 취소 노쇼 아니오 아니요 no-show
    noshow absent"""
)


def attended(value: Value) -> bool | None:
    """Read a mark: came, did not come (also a blank cell), or None where it is no mark.

    A number of 1 or more is a head count and means that someone came.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value >= 1 if value == int(value) and 0 <= value < 1000 else None
    if blank(value):
        return False
    text = unicodedata.normalize("NFKC", shown(value)).casefold().replace(" ", "").strip(".()")
    if text in YES:
        return True
    if text in NO:
        return False
    return attended(int(text)) if text.isascii() and text.isdigit() and len(text) < 4 else None

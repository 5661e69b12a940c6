"""Who may see figures: each names its audience."""

from __future__ import annotations

from typing import Any

from pumasi.kit import access


def everyone(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let everybody in; a page shows only the figures of the reader's audience."""
    return True


access.rule("claims.see", everyone, public=True)

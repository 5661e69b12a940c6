"""Who may read the public pages: everybody."""

from __future__ import annotations

from typing import Any

from pumasi.kit import access


def everyone(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let everybody in."""
    return True


access.rule("portal.read", everyone, public=True)

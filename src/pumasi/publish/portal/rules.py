"""Who may read the public pages: everybody."""

from __future__ import annotations

from pumasi.kit import access

access.rule("portal.read", access.everyone, public=True)

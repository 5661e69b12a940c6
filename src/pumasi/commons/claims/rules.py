"""Who may see figures: each names its audience."""

from __future__ import annotations

from pumasi.kit import access

# Let everybody in; a page shows only the figures of the reader's audience.
access.rule("claims.see", access.everyone, public=True)

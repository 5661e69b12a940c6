"""Who may read the public pages: everybody; and who says what stands on them."""

from __future__ import annotations

from pumasi.commons.members import api as members
from pumasi.kit import access

access.rule("portal.read", access.everyone, public=True)
access.rule("portal.manage", members.manages)

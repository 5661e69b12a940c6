"""Sessions in the database, as Django keeps them; every page of somebody signed in begins by reading one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from pumasi.kit.worded import Worded

_VALID = Worded(
    lambda key, now: SessionStore.get_model_class().objects.filter(session_key=key, expire_date__gt=now),
    key=str, now=datetime,
)  # fmt: skip


class SessionStore(db.SessionStore):
    """Django's own, but that the question for a session is written once."""

    def load(self) -> dict[str, Any]:
        """What the session holds; one that is unknown or has ended gives nothing and is forgotten."""
        found = _VALID.one(key=self.session_key or "", now=timezone.now())
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found.session_data)

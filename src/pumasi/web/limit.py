"""How many requests a minute the API answers: each account counts for itself, visitors by their address.

ninja's own throttles keep the request they look at on themselves, and web processes serve with several threads; this one
keeps nothing but a number in the cache. With the cache of the house, each web process counts for itself.
"""

from __future__ import annotations

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from pumasi.kit.asked import address_of

MINUTE = 60


def seconds_to_wait(request: HttpRequest) -> int:
    """Count the request; 0 if it may pass, else how many seconds are left of this minute."""
    known = request.user.is_authenticated
    who = f"user.{request.user.pk}" if known else f"address.{address_of(request)}"
    most = settings.API_LIMITS["accounts" if known else "visitors"]
    now = time.time()
    key = f"api.{who}.{int(now // MINUTE)}"
    cache.add(key, 0, timeout=2 * MINUTE)
    try:
        count = cache.incr(key)
    except ValueError:  # thrown out of a full cache in between
        return 0
    return MINUTE - int(now % MINUTE) if most and count > most else 0

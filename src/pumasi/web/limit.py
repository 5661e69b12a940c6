"""How many requests a minute the API answers: each account counts for itself, visitors by their address.

ninja's own throttles keep the request they look at on themselves, and web processes serve with several threads; this one
keeps nothing but a number in the cache. With the cache of the house, each web process counts for itself.
"""

from __future__ import annotations

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MINUTE = 60


def address_of(request: HttpRequest) -> str:
    """Where the request comes from: what the outermost of our own proxies says, never what the caller says of itself."""
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    proxies = settings.PROXIES
    return told[-proxies] if 0 < proxies <= len(told) else request.META.get("REMOTE_ADDR", "")


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

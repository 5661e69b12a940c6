"""Trying a transaction again when the database ended it in favour of another one."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection, transaction

P = ParamSpec("P")
R = TypeVar("R")
# deadlock_detected, serialization_failure, lock_not_available
AGAIN = {"40P01", "40001", "55P03"}


def retried(tries: int = 5) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Run the function in a transaction of its own, again after a deadlock, at most `tries` times.

    Inside another transaction it runs once: what that one has done so far would be lost by trying again here.
    """

    def decorate(work: Callable[P, R]) -> Callable[P, R]:
        @wraps(work)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, tries + 1):
                try:
                    with transaction.atomic():
                        return work(*args, **kwargs)
                except OperationalError as error:
                    code = getattr(error.__cause__, "sqlstate", "")
                    if code not in AGAIN or attempt == tries or connection.in_atomic_block:
                        raise
                    time.sleep(random.uniform(0, 0.02 * 2**attempt))
            raise AssertionError("the last try returns or raises")

        return run

    return decorate

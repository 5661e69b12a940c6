"""Web processes that the races of a file share: with the guards on as everywhere, and with the guards off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from races import servers
from races.tally import REPORTED, Tally

UNGUARDED = {
    "DJANGO_SETTINGS_MODULE": "races.unguarded_settings",
    "PUMASI_PLACES_GUARD": "0",
    "PUMASI_HOLDS_GUARD": "0",
}


@pytest.fixture(scope="module")
def guarded(django_db_setup) -> Iterator[servers.Site]:
    """Two web processes as an installation runs them."""
    with servers.start(processes=2) as site:
        yield site


@pytest.fixture(scope="module")
def unguarded(django_db_setup) -> Iterator[servers.Site]:
    """The same two with the guards of places and holds off, for the negative controls."""
    with servers.start(processes=2, env=UNGUARDED) as site:
        yield site


@pytest.fixture
def report(capfd) -> Callable[..., None]:
    """Say how a race went as a line of JSON, where somebody asked for it (`make races`)."""

    def say(promise: str, tally: Tally, *, guard: bool) -> None:
        if REPORTED:
            with capfd.disabled():
                print("\n" + tally.line(promise, guard=guard), flush=True)

    return say

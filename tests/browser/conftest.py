"""What the browser tests share: the one house, and a browser for each module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.house import House, the_house
from browser.look import browsing, chromium


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """The house under test."""
    chromium()
    yield the_house()
    the_house().close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser, closed with the module: its event loop must not be there when other tests ask the database."""
    with browsing() as found:
        yield found

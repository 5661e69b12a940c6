"""The journeys use the house and the browser of the browser tests."""

from browser.conftest import browser, house

__all__ = ["browser", "house"]

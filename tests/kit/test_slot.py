"""Pages of what other rooms name: by the room's short route, and none where there is no such page."""

from __future__ import annotations

import pytest

from pumasi.kit import slot


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("meetups.event.17", "/ko/hangang/events/17/"),
        ("facilities.facility.3", "/ko/hangang/facilities/3/"),
        ("meetups.series.17", ""),  # a series has no page
        ("facilities.booking.3", ""),  # whose page is its parties' alone
        ("absent.thing.3", ""),
        ("meetups.event.x", ""),
        ("import", ""),
    ],
)
def test_what_a_room_names_leads_to_its_public_page(source, page):
    assert slot.page_of(source, "hangang") == page

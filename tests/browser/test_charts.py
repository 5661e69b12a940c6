"""A chart: drawn from its table, which stands behind it, and taken along as a picture."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import Watch, sign_in, visit

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize(
    ("language", "button"), [("ko", "그림으로 저장(PNG)"), ("en", "Save as a picture (PNG)")]
)
def test_a_chart_is_saved_as_a_picture(
    browser: Browser, house: House, language: str, button: str, tmp_path: Path
) -> None:
    """By keyboard, twice as fine as it stands, with its title above and its address below."""
    watch = Watch()
    with visit(browser, house, language) as context:
        page = watch.over(sign_in(context, language, house.account("cluster_manager")))
        page.goto(f"/{language}/desk/{SAMPLE}/indicators/past/")
        chart = page.locator("[data-chart]").first
        chart.scroll_into_view_if_needed()
        save = chart.get_by_role("button", name=button)
        expect(save).to_be_visible()
        drawn = chart.locator(".chart-canvas canvas").bounding_box()
        assert drawn
        save.focus()
        with page.expect_download() as waiting:
            page.keyboard.press("Enter")
        place = tmp_path / "chart.png"
        waiting.value.save_as(place)
        assert waiting.value.suggested_filename.startswith("chart-")
    picture = place.read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    assert width == pytest.approx(2 * drawn["width"], abs=4)
    assert height > 2 * drawn["height"]
    assert watch.take() == []

"""A member who comes before the worker: the page fills itself, with a script and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.crawl import SAMPLE
from browser.house import House, until
from browser.look import Watch, axe, sign_in, visit

pytestmark = [pytest.mark.browser]


def take_back(house: House) -> None:
    """As if the worker had not handed out the week; it does so when it starts, and again within the hour."""
    until(lambda: house.one("SELECT count(*) FROM network_place") > 0, "the worker's first week")
    house.do("DELETE FROM network_place")
    house.do("DELETE FROM network_introduction WHERE state = 'suggested' AND NOT by_manager")


def test_the_home_page_fills_itself_within_seconds(browser: Browser, house: House) -> None:
    watch = Watch()
    with visit(browser, house, "ko") as context:
        page = watch.over(sign_in(context, "ko", house.account("organisation_admin")))
        take_back(house)
        page.goto(f"/ko/{SAMPLE}/home/")
        expect(page.locator("#week .intro-card")).to_have_count(2)
        assert page.url.endswith("/home/")
        assert axe(page) == []
        assert watch.take() == []
        page.goto(f"/ko/my/{SAMPLE}/connections/")
        expect(page.locator("#week .intro-card")).to_have_count(3)
    assert (
        house.one("SELECT max(n) FROM (SELECT count(*) n FROM network_place GROUP BY organisation_id) t") == 3
    )


def test_without_scripts_a_button_does_it(browser: Browser, house: House) -> None:
    with visit(browser, house, "en") as context:
        sign_in(context, "en", house.account("organisation_admin"))
        state = context.storage_state()
    take_back(house)
    plain = browser.new_context(base_url=house.url, java_script_enabled=False, storage_state=state)
    page = plain.new_page()
    page.goto(f"/en/my/{SAMPLE}/connections/")
    page.get_by_role("button", name="Show them").click()
    expect(page.locator("#week .intro-card")).to_have_count(3)
    plain.close()

"""A user's way to a test bed, as they go it: refused for a missing induction, trained, booked, let in, counted; and a test from drop-off to result."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import Watch, axe, sign_in, visit

pytestmark = [pytest.mark.browser]
WAYS = [(language, phone) for language in ("ko", "en") for phone in (False, True)]
SAID = {
    "ko": {"refused": "안전교육", "confirmed": "확정", "inside": "이용 중", "result": "시험성적서.txt"},
    "en": {
        "refused": "safety induction",
        "confirmed": "Confirmed",
        "inside": "inside",
        "result": "result.txt",
    },
}


@pytest.fixture
def yard(house: House) -> SimpleNamespace:
    """A proving ground of its own for each journey."""
    return SimpleNamespace(**json.loads(house.fill("yard").splitlines()[-1]))


def find_time(page: Page, language: str, yard: SimpleNamespace) -> None:
    """Two hours tomorrow on both zones, with the crossing: the first offer leads to the booking form."""
    tomorrow = f"{timezone.localdate() + timedelta(days=1)}"
    page.goto(f"/{language}/{SAMPLE}/facilities/find/?site={yard.site}")
    page.fill("[name=hours]", "2")
    page.fill("[name=zones]", "2")
    page.check(f"[name=must][value='{yard.crossing}']")
    page.fill("[name=first]", tomorrow)
    page.fill("[name=last]", tomorrow)
    page.click("main form [type=submit]")
    page.locator(".offer a").first.click()
    page.wait_for_url("**/facilities/book/**")
    expect(page.locator("main input[name=item]")).to_have_count(2)


def take_part(page: Page, host: Page, language: str, yard: SimpleNamespace) -> None:
    """Register for the induction that the refusal names, and be checked in at its door."""
    page.locator("aside a[href*='/events/']").first.click()
    page.wait_for_url(f"**/events/{yard.event}-**")
    page.click("a[href$='/register/']")
    page.check("#id_c_processing")
    page.click("main form [type=submit]")
    page.wait_for_url("**/events/registration/**")
    host.goto(f"/{language}/desk/{SAMPLE}/events/{yard.event}/door/")
    host.locator("[data-door-check]").first.click()
    expect(host.locator("[data-door-list] [data-here]")).to_have_count(1)
    host.wait_for_function(
        "key => !JSON.parse(localStorage.getItem(key) || '[]').length", arg=f"door-{yard.event}"
    )


def the_hour_comes(house: House, booking: int) -> None:
    """Tomorrow becomes now: the booking began five minutes ago."""
    house.do(
        "WITH moved AS (SELECT id, now() - interval '5 minutes' - starts_at AS by FROM facilities_booking WHERE id = %s), "
        "items AS (UPDATE facilities_bookingitem i SET starts_at = i.starts_at + m.by, ends_at = i.ends_at + m.by FROM moved m WHERE i.booking_id = m.id) "
        "UPDATE facilities_booking b SET starts_at = b.starts_at + m.by, ends_at = b.ends_at + m.by FROM moved m WHERE b.id = m.id",
        booking,
    )


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{'phone' if way[1] else 'desktop'}")
def test_from_a_missing_induction_to_the_report(
    browser: Browser, house: House, yard: SimpleNamespace, way: tuple[str, bool]
) -> None:
    language, phone = way
    watch, said = Watch(), SAID[language]
    with (
        visit(browser, house, language, phone=phone) as user,
        visit(browser, house, language, phone=phone) as office,
    ):
        page = watch.over(sign_in(user, language, house.account("organisation_admin")))
        host = watch.over(sign_in(office, language, house.account("cluster_manager")))
        find_time(page, language, yard)
        page.click("button[name=deed][value=book]")
        expect(page.locator(".error-summary")).to_contain_text(said["refused"])
        assert [("422" in one) for one in watch.take()] == [True]  # the browser's word for a refusal
        assert (
            house.one("SELECT count(*) FROM facilities_bookingitem WHERE facility_id = %s", yard.crossing)
            == 0
        )
        take_part(page, host, language, yard)
        find_time(page, language, yard)
        page.click("button[name=deed][value=book]")
        page.wait_for_url(re.compile(r"/facilities/bookings/\d+/"))
        expect(page.locator(".page-header, main").first).to_contain_text(said["confirmed"])
        booking = int(re.search(r"/bookings/(\d+)/", page.url)[1])  # type: ignore[index]
        the_hour_comes(house, booking)
        host.goto(f"/{language}/desk/{SAMPLE}/facilities/")
        row = host.locator(".board-row", has=host.locator(f"a[href$='/bookings/{booking}/']"))
        row.locator("button[value=check_in]").click()
        expect(row).to_contain_text(said["inside"])
        assert axe(host) == []
        house.do(
            "UPDATE facilities_session SET started_at = started_at - interval '90 minutes' WHERE booking_id = %s",
            booking,
        )
        row.locator("button[value=check_out]").click()
        expect(row.locator("button[value=check_out]")).to_have_count(0)
        host.goto(f"/{language}/desk/{SAMPLE}/facilities/report/?facility={yard.site}")
        # Two zones for an hour and a half.
        expect(host.locator("main")).to_contain_text("3.0")
        assert host.request.get(f"{host.url}&format=csv").ok
        assert axe(host) == []
    assert watch.take() == []


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{'phone' if way[1] else 'desktop'}")
def test_a_test_from_drop_off_to_result(
    browser: Browser, house: House, yard: SimpleNamespace, way: tuple[str, bool]
) -> None:
    language, phone = way
    said = SAID[language]
    with (
        visit(browser, house, language, phone=phone) as user,
        visit(browser, house, language, phone=phone) as office,
    ):
        page = sign_in(user, language, house.account("organisation_admin"))
        host = sign_in(office, language, house.account("cluster_manager"))
        page.goto(f"/{language}/{SAMPLE}/facilities/{yard.tunnel}/ask/")
        page.fill("[name=title]", f"Braking {yard.tunnel}")
        page.click("main form [type=submit]")
        page.wait_for_url("**/facilities/services/**")
        asked = page.url

        def step(to: str, **fields: str) -> None:
            host.goto(asked)
            for name, text in fields.items():
                host.fill(f"[name={name}]", text)
            host.click(f"button[name=to][value={to}]")
            host.wait_for_url("**/facilities/services/**")

        step("quoted", quote="120000")
        page.goto(asked)
        page.click("button[name=to][value=accepted]")
        step("received")
        step("running")
        host.goto(asked)
        host.set_input_files(
            "[name=result]", {"name": said["result"], "mimeType": "text/plain", "buffer": b"41.3 m"}
        )
        host.click("button[name=to][value=reported]")
        page.goto(asked)
        with page.expect_download() as got:
            page.click("a[href$='/result/']")
        assert got.value.suggested_filename == said["result"]
        assert axe(page) == []


def free_cells(page: Page, language: str, yard: SimpleNamespace):
    """The free cells of the crossing's second day, which follow each other in time."""
    day = timezone.localdate() + timedelta(days=2)
    iso = day.isocalendar()
    page.goto(f"/{language}/{SAMPLE}/facilities/{yard.crossing}/calendar/?week={iso.year}-W{iso.week:02d}")
    return page.locator(f"td[data-start^='{day}']")


def hours_of(url: str) -> tuple[str, str]:
    """Where the booking form begins and ends, as its address says."""
    found = re.search(r"start=(\S{13})\S*?&end=(\S{13})", url.replace("%3A", ":"))
    assert found, url
    return found[1][-2:], found[2][-2:]


def test_hours_are_drawn_in_the_calendar(browser: Browser, house: House, yard: SimpleNamespace) -> None:
    """With the pointer over three hours, and with the keyboard over as many; Escape lets go."""
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("organisation_admin"))
        cells = free_cells(page, "ko", yard)
        step = page.evaluate(
            "one => (Date.parse(one.dataset.end) - Date.parse(one.dataset.start)) / 6e4",
            cells.nth(0).element_handle(),
        )
        last = int(180 / step) - 1 + int(9 * 60 / step)
        first = int(9 * 60 / step)
        cells.nth(first).hover()
        page.mouse.down()
        cells.nth(last).hover()
        expect(page.locator("td.chosen")).to_have_count(last - first + 1)
        page.mouse.up()
        page.wait_for_url("**/facilities/book/**")
        assert hours_of(page.url) == ("09", "12")
        cells = free_cells(page, "ko", yard)
        cells.nth(first).locator("a").focus()
        for _ in range(last - first):
            page.keyboard.press("Shift+ArrowDown")
        expect(page.locator("td.chosen")).to_have_count(last - first + 1)
        page.keyboard.press("Escape")
        expect(page.locator("td.chosen")).to_have_count(0)
        cells.nth(first).locator("a").focus()
        for _ in range(last - first):
            page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/facilities/book/**")
        assert hours_of(page.url) == ("09", "12")

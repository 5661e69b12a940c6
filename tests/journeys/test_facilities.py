"""Hours on a test bed in a real browser: find time, be refused for a missing induction, attend it, book, check in, and be counted;
and a test from the request to its result. Both languages, wide and on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import sign_in
from journeys.test_events import SEOUL, WAYS, Walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]


class Bed(Walk):
    """A walk with an operator and a member who have browsers of their own, and a laboratory made for it."""

    def __init__(self, browser: Browser, house: House, language: str, *, phone: bool) -> None:
        super().__init__(browser, house, language, phone=phone)
        self.operator, self.member = (
            self.watch.over(sign_in(self.somebody(), language, house.account(role)))
            for role in ("facility_operator", "member")
        )
        self.at, self.room = f"/{language}/{SAMPLE}/facilities", f"/{language}/desk/{SAMPLE}/facilities"
        self.name = f"Walk {language} {'phone' if phone else 'wide'}"

    def send(self, page: Page, selector: str) -> None:
        """Press a button, and wait for the page that answers."""
        with page.expect_navigation():
            page.click(selector)

    def laboratory(self) -> int:
        """The operator adds a laboratory that is open around the clock and asks for a safety induction."""
        page = self.operator
        page.goto(f"{self.room}/places/new/")
        page.select_option("#id_kind", "lab")
        page.fill("#id_name_ko", self.name)
        page.fill("#id_name_en", self.name)
        self.fits(page)
        self.send(page, ".form-actions button[type=submit]")
        place = int(page.url.rstrip("/").rpartition("/")[2])
        page.click("details:has(input[value=requirement]) summary")
        page.select_option("select[name=kind]:has(option[value=induction])", "induction")
        self.send(page, "details:has(input[value=requirement]) button[type=submit]")
        self.fits(page)
        return place

    def find(self, place: int) -> None:
        """The member looks for two hours today or tomorrow, and takes the first offer to the booking form."""
        page, now = self.member, datetime.now(SEOUL)
        page.goto(f"{self.at}/find/")
        page.select_option("#id_site", str(place))
        told = {
            "hours": "2",
            "first": f"{now:%Y-%m-%d}",
            "last": f"{now + timedelta(days=1):%Y-%m-%d}",
            "earliest": "00:00",
            "latest": "00:00",
        }
        for name, value in told.items():
            page.fill(f"#id_{name}", value)
        self.send(page, "aside .form-actions button")
        self.fits(page)
        self.send(page, ".offer a")
        self.fits(page)


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}-{'phone' if way[1] else 'wide'}")
def bed(request: pytest.FixtureRequest, browser: Browser, house: House) -> Iterator[Bed]:
    walk = Bed(browser, house, request.param[0], phone=request.param[1])
    yield walk
    walk.close()


def test_from_finding_time_to_the_report(bed: Bed) -> None:
    place, mine = bed.laboratory(), bed.member
    person = bed.house.one("SELECT person_id FROM members_user WHERE email = %s", bed.house.account("member"))
    name = bed.house.one(f"SELECT name_{bed.language} FROM members_person WHERE id = %s", person)

    # What the member holds ends today at the latest; a use tomorrow lacks it, and so does one today once it is suspended.
    page = bed.operator
    while True:
        page.goto(f"{bed.room}/qualifications/?kind=induction&q={name}")
        ending = page.locator("form:has(input[value=end]) button")
        if not ending.count():
            break
        with page.expect_navigation():
            ending.first.click()
    bed.fits(page)

    # The induction is an event like any other; who is checked in has it.
    event = bed.publish(bed.name, datetime.now(SEOUL) + timedelta(minutes=20), 1, kind="workshop")
    page.goto(f"{bed.room}/qualifications/")
    page.locator("details:has(input[value=training]) summary").click()
    page.select_option("select[name=source]", f"meetups.event.{event}")
    bed.send(page, "form:has(input[value=training]) button[type=submit]")
    bed.fits(page)

    # Refused, with what is missing and where it is to be had, and what was written is kept.
    bed.find(place)
    mine.fill("#id_purpose", bed.name)
    tomorrow = datetime.now(SEOUL) + timedelta(days=1)
    mine.fill("#id_starts", f"{tomorrow:%Y-%m-%d}T10:00")
    mine.fill("#id_ends", f"{tomorrow:%Y-%m-%d}T12:00")
    bed.send(mine, "button[value=book]")
    expect(mine.locator(".error-summary")).to_contain_text(
        "안전교육" if bed.language == "ko" else "safety induction"
    )
    expect(mine.locator("#id_purpose")).to_have_value(bed.name)
    bed.watch.take()
    bed.send(mine, f"aside a[href*='/events/{event}/']")
    bed.send(mine, "a[href$='/register/']")
    mine.check("#id_c_processing")
    bed.send(mine, ".form-actions button")
    bed.page.goto(f"{bed.desk}{event}/")
    bed.page.check("input[name=chosen]")
    bed.page.select_option("#deed", "check_in")
    bed.send(bed.page, ".panel button.btn-primary")

    # Booked, checked in by the code, checked out, counted.
    bed.find(place)
    mine.fill("#id_purpose", bed.name)
    bed.send(mine, "button[value=book]")
    expect(mine.locator(".qr svg")).to_be_visible()
    bed.fits(mine)
    code = mine.locator(".code-text").inner_text().strip()
    for _ in range(2):
        page.goto(f"{bed.room}/")
        page.fill("#code", code)
        bed.send(page, "form:has(#code) button")
        bed.fits(page)
    mine.reload()
    bed.fits(mine)
    page.goto(f"{bed.room}/report/?facility={place}")
    expect(page.locator("main")).to_contain_text(bed.name)
    bed.fits(page)
    told = bed.house.one(
        "SELECT stage FROM ledger_line WHERE source LIKE 'facilities.use.%%' AND title_en = %s", bed.name
    )
    assert told == "happened"


def test_a_test_from_the_request_to_the_result(bed: Bed) -> None:
    place, mine, page = bed.laboratory(), bed.member, bed.operator
    mine.goto(f"{bed.at}/{place}/ask/")
    mine.fill("#id_title", bed.name)
    bed.fits(mine)
    bed.send(mine, ".form-actions button")
    bed.fits(mine)
    request = mine.url

    def step(value: str, **told: str) -> None:
        page.goto(request)
        for field, text in told.items():
            page.fill(f"#{field}", text)
        bed.send(page, f"button[value={value}]")
        bed.fits(page)

    step("quoted", quote="1200000")
    mine.goto(request)
    bed.send(mine, "button[value=accepted]")
    for value in ("received", "running"):
        step(value)
    step("reported", note="OK")
    mine.goto(request)
    expect(mine.locator("main")).to_contain_text("OK")
    expect(mine.locator("main")).to_contain_text("1,200,000")
    bed.fits(mine)


def cells_of(bed: Bed, place: int, day: datetime) -> Locator:
    """The cells of a day in the calendar of a facility, in order of time; all of them free."""
    iso = day.isocalendar()
    bed.member.goto(f"{bed.at}/{place}/calendar/?week={iso.year}-W{iso.week:02d}")
    return bed.member.locator(f"td[data-start^='{day:%Y-%m-%d}']")


def test_hours_are_drawn_in_the_calendar(bed: Bed) -> None:
    """Wide: with the pointer over three hours, and with the keyboard over as many. A phone has the list of free hours."""
    place, mine, day = bed.laboratory(), bed.member, datetime.now(SEOUL) + timedelta(days=2)
    cells = cells_of(bed, place, day)
    if bed.phone:
        expect(cells.first).to_be_hidden()
        bed.send(mine, ".free-list a")
        return
    minutes = mine.evaluate(
        "one => (Date.parse(one.dataset.end) - Date.parse(one.dataset.start)) / 6e4",
        cells.first.element_handle(),
    )
    first, last = 9 * 60 // int(minutes), 12 * 60 // int(minutes) - 1

    def stretch() -> None:
        cells.nth(first).locator("a").focus()
        for _ in range(last - first):
            mine.keyboard.press("Shift+ArrowDown")

    def chosen() -> list[str]:
        return [mine.locator(f"#id_{name}").input_value()[-5:] for name in ("starts", "ends")]

    cells.nth(first).hover()
    mine.mouse.down()
    cells.nth(last).hover()
    expect(mine.locator("td.chosen")).to_have_count(last - first + 1)
    with mine.expect_navigation():
        mine.mouse.up()
    assert chosen() == ["09:00", "12:00"]
    cells = cells_of(bed, place, day)
    stretch()
    expect(mine.locator("td.chosen")).to_have_count(last - first + 1)
    mine.keyboard.press("Escape")
    expect(mine.locator("td.chosen")).to_have_count(0)
    stretch()
    with mine.expect_navigation():
        mine.keyboard.press("Enter")
    assert chosen() == ["09:00", "12:00"]

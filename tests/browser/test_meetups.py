"""The room where ties begin, as people go through it: from publishing an event to two who stay in touch, and a 1:1 day up to its live board."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.crawl import SAMPLE
from browser.house import House, until
from browser.look import Watch, axe, sign_in, visit

pytestmark = [pytest.mark.browser]
WAYS = [(language, phone) for language in ("ko", "en") for phone in (False, True)]
WALL = "%Y-%m-%dT%H:%M"
number = count(1)


def named(way: tuple[str, bool]) -> str:
    """The way in the test's name."""
    return f"{way[0]}-{'phone' if way[1] else 'desktop'}"


def publish(host: Page, language: str, title: str) -> int:
    """A meet-up of two places, in an hour."""
    start = timezone.localtime() + timedelta(hours=1)
    host.goto(f"/{language}/desk/{SAMPLE}/events/new/")
    told = {
        "title_ko": title, "title_en": title, "place_ko": "라운지", "place_en": "Lounge", "capacity": "2",
        "starts": start.strftime(WALL), "ends": (start + timedelta(hours=2)).strftime(WALL),
    }  # fmt: skip
    for name, text in told.items():
        host.fill(f"main [name={name}]", text)
    host.click("button[name=deed][value=publish]")
    host.wait_for_url(re.compile(r"/events/\d+/"))
    return int(re.search(r"/events/(\d+)/", host.url)[1])  # type: ignore[index]


def link_of(house: House, email: str) -> str:
    """What the last letter to somebody leads to."""
    text = until(
        lambda: (
            house.rows('SELECT text FROM mail_message WHERE "to" = %s ORDER BY id DESC LIMIT 1', email)
            or [[""]]
        )[0][0],
        f"a letter to {email}",
    )
    return str(re.search(r"https?://[^/\s]+(/\S*/events/registration/\S+?/)(?=\s|$)", text)[1])  # type: ignore[index]


def register(page: Page, house: House, language: str, event: int, email: str, *, company: str) -> str:
    """Without an account: the form, the letter, its link, the button. Gives where the registration is."""
    page.goto(f"/{language}/{SAMPLE}/events/{event}/")
    page.click("a[href$='/register/']")
    page.fill("[name=name]", email.partition("@")[0])
    page.fill("[name=email]", email)
    page.fill("[name=organisation_name]", company)
    page.check("#id_c_processing")
    page.check("#id_c_attendees")
    page.click("main form [type=submit]")
    page.wait_for_url("**/register/?sent=1")
    mine = link_of(house, email)
    page.goto(mine)
    page.click("button[name=deed][value=prove]")
    return mine


def state_of(house: House, email: str) -> str:
    """How a registration stands, asked of the database as a witness."""
    return str(
        house.one("SELECT state FROM meetups_registration WHERE email = %s ORDER BY id DESC LIMIT 1", email)
    )


def at_the_door(host: Page, office: BrowserContext, language: str, event: int) -> None:
    """Two are checked in while the network is away; what the device kept is sent when it is back."""
    # The page needs the network until its parts are there.
    host.goto(f"/{language}/desk/{SAMPLE}/events/{event}/door/", wait_until="networkidle")
    office.set_offline(True)
    for button in host.locator("[data-door-check]").all():
        button.click()
    expect(host.locator("[data-door-came]")).to_have_text("2")
    expect(host.locator("[data-door-net]")).to_contain_text("2")
    office.set_offline(False)
    host.wait_for_function(
        "key => !JSON.parse(localStorage.getItem(key) || '[]').length", arg=f"door-{event}"
    )


def choose(page: Page, mine: str, other: str) -> None:
    """Whom one would like to meet again."""
    page.goto(mine)
    page.locator("label", has_text=other).locator("[name=about]").check()
    page.click("button[name=deed][value=follow]")


@pytest.mark.parametrize("way", WAYS, ids=named)
def test_from_publishing_to_two_who_stay_in_touch(
    browser: Browser, house: House, way: tuple[str, bool]
) -> None:
    language, phone = way
    n = next(number)
    names = [f"{word}{n}" for word in ("gana", "dara", "maba")]
    mails = [f"{name}@journey.example" for name in names]
    companies = [
        row[0]
        for row in house.rows(
            "SELECT name_ko FROM members_organisation WHERE kind = 'company' ORDER BY id LIMIT 3"
        )
    ]
    watch = Watch()
    with (
        visit(browser, house, language, phone=phone) as office,
        visit(browser, house, language, phone=phone) as outside,
    ):
        host, page = (
            sign_in(office, language, house.account("cluster_manager")),
            watch.over(outside.new_page()),
        )
        event = publish(host, language, f"Journey {n}")
        # Two take the places, the third waits.
        ways = [
            register(page, house, language, event, mail, company=firm)
            for mail, firm in zip(mails, companies, strict=True)
        ]
        assert [state_of(house, mail) for mail in mails] == ["confirmed", "confirmed", "waitlisted"]
        assert axe(page) == []
        # The first gives the place back, the third is offered it and takes it.
        page.goto(ways[0])
        page.locator("details", has=page.locator("[value=withdraw]")).locator("summary").click()
        page.click("button[name=deed][value=withdraw]")
        until(lambda: state_of(house, mails[2]) == "offered", "the offer")
        page.goto(link_of(house, mails[2]))
        page.click("button[name=deed][value=accept]")
        assert state_of(house, mails[2]) == "confirmed"
        at_the_door(host, office, language, event)
        assert (
            house.one(
                "SELECT count(*) FROM meetups_registration WHERE event_id = %s AND checked_in_at IS NOT NULL",
                event,
            )
            == 2
        )
        # Each chooses the other; only then do they get the other's address.
        choose(page, ways[1], names[2])
        expect(page.locator("main")).not_to_contain_text(mails[2])
        choose(page, ways[2], names[1])
        expect(page.locator("main")).to_contain_text(mails[1])
        page.goto(ways[1])
        expect(page.locator("main")).to_contain_text(mails[2])
        assert axe(page) == []
        until(
            lambda: house.one(
                "SELECT count(*) FROM ledger_line WHERE kind = 'follow_up' AND origin = %s",
                f"meetups.event.{event}",
            ),
            "the record of the follow-up",
        )
    assert watch.take() == []


@pytest.mark.parametrize("way", WAYS, ids=named)
def test_a_day_of_meetings_up_to_the_live_board(
    browser: Browser, house: House, way: tuple[str, bool]
) -> None:
    language, phone = way
    event = house.one("SELECT id FROM meetups_event WHERE title_en = 'Bio and data 1:1 day'")
    watch = Watch()
    with (
        visit(browser, house, language, phone=phone) as user,
        visit(browser, house, language, phone=phone) as office,
    ):
        page = watch.over(sign_in(user, language, house.account("organisation_admin")))
        host = watch.over(sign_in(office, language, house.account("cluster_manager")))
        page.goto(f"/{language}/{SAMPLE}/events/{event}/")
        page.click("a[href*='/events/registration/']")
        page.click("a[href*='/meetings/']")
        wish = page.locator(".wish-row", has=page.locator("select[name=strength]")).last
        who = wish.get_attribute("id")
        wish.locator("select[name=strength]").select_option("must")
        wish.locator("button[value=wish]").click()
        expect(page.locator(f"#{who} button[value=take_back]")).to_be_visible()
        assert axe(page) == []
        host.goto(f"/{language}/desk/{SAMPLE}/events/{event}/meetings/")
        host.click("button[name=deed][value=run]")
        host.locator("button[name=deed][value=publish]").first.click()
        expect(host.locator("main")).to_be_visible()
        placed = house.one(
            "SELECT count(*) FROM meetups_meeting m JOIN meetups_slot s ON s.id = m.slot_id JOIN meetups_day d ON d.id = s.day_id "
            "WHERE d.event_id = %s AND m.state = 'scheduled'",
            event,
        )
        assert placed > 0
        host.goto(f"/{language}/desk/{SAMPLE}/events/{event}/meetings/board/")
        expect(host.locator(".table-number").first).to_be_visible()
        assert axe(host) == []
        page.reload()
        expect(page.locator(".meeting-row").first).to_be_visible()
    assert watch.take() == []

"""An event from its first line to a tie in the network, and a 1:1 day from its settings to a changed afternoon: visitors
by the link of a mail, the manager at the desk and at the door, in both languages, wide and on a phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.crawl import SAMPLE
from browser.house import House, until
from browser.look import PHONE, WIDER, Watch, axe, sign_in, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LINK = re.compile(r"http\S+/events/registration/\S+/")
SEOUL = ZoneInfo("Asia/Seoul")
WAYS = [(language, phone) for language in ("ko", "en") for phone in (False, True)]
NAMES = {
    False: ["박은호", "오세린", "나도현", "류가을"],
    True: ["Ines Moreau", "Jonas Weber", "Priya Nair", "Mark O’Neill"],
}
number = iter(range(1, 1000))


class Walk:
    """One run of a journey: its language, its width, the manager, and people with a browser of their own each."""

    def __init__(self, browser: Browser, house: House, language: str, *, phone: bool) -> None:
        self.browser, self.house, self.language, self.phone = browser, house, language, phone
        self.watch, self.opened = Watch(), list[BrowserContext]()
        self.desk = f"/{language}/desk/{SAMPLE}/events/"
        self.manager = self.somebody()
        self.page = self.watch.over(sign_in(self.manager, language, house.account("cluster_manager")))

    def somebody(self) -> BrowserContext:
        """A browser that knows nothing of the site."""
        self.opened.append(visit(self.browser, self.house, self.language, phone=self.phone))
        return self.opened[-1]

    def close(self) -> None:
        for context in self.opened:
            context.close()

    def say(self, text: str) -> str:
        """What the page says, in the language of the walk."""
        with translation.override(self.language):
            return gettext(text)

    def fits(self, page: Page) -> None:
        """The page is no wider than its window, passes axe, and complains of nothing."""
        expect(page.locator("main")).to_be_visible()
        assert page.evaluate(WIDER) <= 0, page.url
        assert axe(page) == [], page.url
        assert self.watch.take() == []

    def press(self, page: Page, value: str) -> None:
        """Press the button of a deed, and wait for the page that answers."""
        with page.expect_navigation():
            page.click(f"button[value={value}]")

    def publish(self, title: str, start: datetime, hours: int, **more: str) -> int:
        """The manager writes an event and publishes it; give its id."""
        self.page.goto(f"{self.desk}new/")
        values = {
            "title_ko": title, "title_en": title, "place_ko": "라운지", "place_en": "Lounge",
            "starts": start.strftime("%Y-%m-%dT%H:%M"), "ends": (start + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M"),
        }  # fmt: skip
        for name, value in {**values, **more}.items():
            field = self.page.locator(f"#id_{name}")
            field.select_option(value) if name == "kind" else field.fill(value)
        self.fits(self.page)
        self.press(self.page, "publish")
        self.fits(self.page)
        return int(self.page.url.rstrip("/").rpartition("/")[2])

    def register(self, event: int, name: str, organisation: str) -> tuple[Page, str]:
        """A visitor without an account fills the form in; give their page and the address they wrote."""
        email = f"walk{next(number)}@journeys.example"
        page = self.watch.over(self.somebody().new_page())
        page.goto(f"/{self.language}/{SAMPLE}/events/{event}/")
        page.click("a[href$='/register/']")
        page.fill("#id_name", name)
        page.fill("#id_email", email)
        page.fill("#id_organisation_name", organisation)
        page.check("#id_c_processing")
        page.check("#id_c_attendees")
        page.click(".form-actions button")
        page.wait_for_url(re.compile(r"sent=1"))
        # Nothing here leads to the registration: its link is in the mail alone.
        assert page.locator("main a[href*='/registration/']").count() == 0
        return page, email

    def link(self, email: str, what: str) -> str:
        """The link of the newest mail of a kind to somebody."""
        asked = f"meetups.{what}.%"

        def found() -> list[tuple[str, str]]:
            return self.house.rows(
                'SELECT text, language FROM mail_message WHERE "to" = %s AND dedupe LIKE %s ORDER BY id DESC LIMIT 1',
                email,
                asked,
            )

        [(text, language)] = until(found, f"a mail {what} to {email}")
        assert language == self.language
        return LINK.findall(text)[0]

    def confirm(self, page: Page, email: str) -> str:
        """Follow the link of the mail and press the button; give the link."""
        link = self.link(email, "registered")
        page.goto(link)
        self.press(page, "prove")
        expect(page.locator(".qr svg")).to_be_visible()
        return link

    def state(self, event: int, email: str) -> str:
        """Where a registration stands, as the database has it."""
        return str(
            self.house.one(
                "SELECT state FROM meetups_registration WHERE event_id = %s AND email = %s", event, email
            )
        )

    def companies(self, count: int) -> list[tuple[int, str]]:
        """Member companies that have not met the sample member's organisation, by id and the name that this language shows."""
        return self.house.rows(
            f"SELECT o.id, o.name_{self.language} FROM members_organisation o JOIN members_relation r ON r.organisation_id = o.id "
            "JOIN members_batch b ON b.id = o.batch_id AND b.kind = 'sample' WHERE o.visibility = 'public' AND r.kind IN ('resident', 'member') AND r.state = 'active' AND o.kind = 'company' AND o.id <> %s "
            "AND NOT EXISTS (SELECT 1 FROM network_tie t WHERE %s IN (t.a_id, t.b_id) AND o.id IN (t.a_id, t.b_id)) "
            f"GROUP BY o.id ORDER BY o.id DESC LIMIT {count}",
            self.own()[0],
            self.own()[0],
        )

    def own(self) -> tuple[int, str]:
        """The organisation of the sample's member."""
        [found] = self.house.rows(
            f"SELECT o.id, o.name_{self.language} FROM members_organisation o JOIN members_rolegrant g ON g.organisation_id = o.id "
            "JOIN members_user u ON u.id = g.user_id WHERE u.email = %s LIMIT 1",
            self.house.account("organisation_admin"),
        )
        return found


@pytest.fixture(params=WAYS, ids=[f"{language}-{390 if phone else 1280}" for language, phone in WAYS])
def walk(request: pytest.FixtureRequest, browser: Browser, house: House) -> Iterator[Walk]:
    """The journey in one language and one width."""
    language, phone = request.param
    made = Walk(browser, house, language, phone=phone)
    yield made
    made.close()


def test_from_an_event_to_a_tie(walk: Walk) -> None:
    """Two places, three who want one; a door without a network; two who want to meet again, and the network knows."""
    house, names = walk.house, NAMES[walk.language == "en"]
    title = f"Walk {next(number)}"
    event = walk.publish(title, datetime.now(SEOUL) + timedelta(hours=2), 4, capacity="2")
    own, [other] = walk.own(), walk.companies(1)

    first, first_mail = walk.register(event, names[0], "")
    walk.fits(first)
    assert walk.state(event, first_mail) == "reserved"
    first_link = walk.confirm(first, first_mail)
    walk.fits(first)
    second, second_mail = walk.register(event, names[1], own[1])
    second_link = walk.confirm(second, second_mail)
    assert [walk.state(event, one) for one in (first_mail, second_mail)] == ["confirmed", "confirmed"]

    third, third_mail = walk.register(event, names[2], other[1])
    assert walk.state(event, third_mail) == "waitlisted"
    third.goto(walk.link(third_mail, "registered"))
    expect(third.locator("main")).to_contain_text("1")
    walk.fits(third)

    first.goto(first_link)
    first.locator("details > summary").last.click()
    walk.press(first, "withdraw")
    assert walk.state(event, third_mail) == "offered"
    third_link = walk.link(third_mail, "offered")
    third.goto(third_link)
    walk.fits(third)
    walk.press(third, "accept")
    expect(third.locator(".qr svg")).to_be_visible()
    assert walk.state(event, third_mail) == "confirmed"

    at_the_door_without_a_network(walk, event, names[1:3])
    both_choose_each_other(walk, (second, second_link, names[1], second_mail), (third, third_link, names[2], third_mail))  # fmt: skip

    house.fill("read")
    pair = sorted([own[0], other[0]])
    assert (
        house.one("SELECT count(*) FROM network_tie WHERE a_id = %s AND b_id = %s AND gatherings >= 1", *pair)
        > 0
    )
    member = sign_in(walk.somebody(), walk.language, house.account("organisation_admin"))
    member.goto(f"/{walk.language}/my/{SAMPLE}/connections/")
    expect(member.locator("#week .intro-card").first).to_be_visible()


def at_the_door_without_a_network(walk: Walk, event: int, names: list[str]) -> None:
    """One is checked in by a press, one by typing the name; both wait on the device until the network is back."""
    house, page = walk.house, walk.page
    came = "SELECT count(*) FROM meetups_registration WHERE event_id = %s AND checked_in_at IS NOT NULL"
    # The hour has come.
    house.do("UPDATE meetups_event SET starts_at = now() - interval '1 hour' WHERE id = %s", event)
    page.goto(f"{walk.desk}{event}/door/")
    walk.fits(page)
    walk.manager.set_offline(True)
    page.locator("[data-code]", has_text=names[0]).locator("button").click()
    page.fill("#door-q", names[1])
    page.keyboard.press("Enter")
    expect(page.locator("[data-door-came]")).to_have_text("2")
    expect(page.locator("[data-door-net]")).to_contain_text("2")
    assert house.one(came, event) == 0
    walk.manager.set_offline(False)
    until(lambda: house.one(came, event) == 2, "the check-ins that waited on the device")
    expect(page.locator("[data-door-net]")).to_have_text(walk.say("Everything is sent."))
    # The browser says of a request without a network that there was none.
    assert [said for said in walk.watch.take() if "ERR_INTERNET_DISCONNECTED" not in said] == []
    page.reload()
    expect(page.locator("[data-code][data-here]")).to_have_count(2)


def both_choose_each_other(walk: Walk, one: tuple[Page, str, str, str], other: tuple[Page, str, str, str]) -> None:  # fmt: skip
    """The first who chooses learns nothing yet; when both have chosen, each sees the other's address."""
    for (page, link, _name, _mail), (_page, _link, theirs, their_mail) in ((one, other), (other, one)):
        page.goto(link)
        page.locator("label", has_text=theirs).locator("input[name=about]").check()
        walk.fits(page)
        walk.press(page, "follow")
        expect(page.locator(".messages")).to_be_visible()
        assert page.locator(f"a[href='mailto:{their_mail}']").count() == (page is other[0])
    one[0].reload()
    for (page, _link, _name, _mail), (_page, _their_link, _theirs, their_mail) in ((one, other), (other, one)):  # fmt: skip
        expect(page.locator(f"a[href='mailto:{their_mail}']")).to_be_visible()
        walk.fits(page)


def test_a_day_of_meetings(walk: Walk) -> None:
    """Four join by their links and wish; the plan warns and shows its bound; on the day somebody does not come."""
    names, companies = NAMES[walk.language == "en"], walk.companies(4)
    start = (datetime.now(SEOUL) + timedelta(days=1)).replace(hour=13, minute=0)
    event = walk.publish(f"Day {next(number)}", start, 4, kind="brokerage")
    page, plan = walk.page, f"{walk.desk}{event}/meetings/"
    page.goto(plan)
    for name, value in {"slots": 4, "tables": 2, "minutes": 25, "pause": 5, "fairness": 1}.items():
        page.fill(f"#id_{name}", str(value))
    walk.press(page, "set_up")
    walk.fits(page)

    people = [
        a_participant(walk, event, name, company)
        for name, (_pk, company) in zip(names, companies, strict=True)
    ]
    for by, wanted in ((0, [1, 2]), (1, [2]), (3, [0])):
        for about in wanted:
            wish(walk, people[by], companies[about][1])
    walk.fits(people[0])

    page.goto(plan)
    walk.press(page, "run")
    expect(page.locator("main .note")).to_contain_text(companies[3][1])
    walk.fits(page)
    placed, bound = walk.house.rows(
        "SELECT placed, bound FROM meetups_run r JOIN meetups_day d ON d.id = r.day_id WHERE d.event_id = %s",
        event,
    )[0]
    assert placed == 4
    expect(page.locator("main")).to_contain_text(f"{bound:.1f}")
    walk.press(page, "publish")

    people[0].reload()
    expect(people[0].locator(".meeting-row")).to_have_count(3)
    people[0].set_viewport_size(PHONE)  # type: ignore[arg-type]
    walk.fits(people[0])
    on_the_day(walk, event, companies)
    people[1].reload()
    # The meeting with those who left is gone; the one that was missed may have found another slot.
    expect(people[1].locator(".meeting-row", has_text=companies[0][1]).first).to_be_visible()
    expect(people[1].locator(".meeting-row", has_text=companies[2][1])).to_have_count(0)


def a_participant(walk: Walk, event: int, name: str, company: str) -> Page:
    """Register, confirm, join the 1:1 meetings: all by the link of the mail."""
    page, email = walk.register(event, name, company)
    walk.confirm(page, email)
    page.click("a[href$='/join/']")
    page.fill("#id_offers_ko", "영상 분석")
    page.fill("#id_offers_en", "Image analysis")
    page.locator("input[name=languages][value=en]").check()
    page.click(".form-actions button")
    page.wait_for_url(re.compile(r"/meetings/\S+/$"))
    return page


def wish(walk: Walk, page: Page, company: str) -> None:
    """Say that one must meet somebody; the page says so afterwards."""
    page.reload()
    row = page.locator(".wish-row", has_text=company)
    row.locator("select[name=strength]").select_option("must")
    with page.expect_navigation():
        row.locator("button[value=wish]").click()
    expect(page.locator(".wish-row", has_text=company).locator("button[value=take_back]")).to_be_visible()


def on_the_day(walk: Walk, event: int, companies: list[tuple[int, str]]) -> None:
    """One meeting took place, in one somebody was missing; the third company has left, and the day goes on without it."""
    page, house = walk.page, walk.house
    board = f"{walk.desk}{event}/meetings/board/"
    slots = (
        "SELECT s.number FROM meetups_meeting m JOIN meetups_slot s ON s.id = m.slot_id JOIN meetups_day d ON d.id = m.day_id "
        "JOIN meetups_participant a ON a.id = m.a_id JOIN meetups_participant b ON b.id = m.b_id "
        "WHERE d.event_id = %s AND m.state = 'scheduled' AND a.organisation_id = ANY(%s) AND b.organisation_id = ANY(%s)"
    )
    for partner, deed in ((3, "held"), (1, "missed")):
        (one, name), (other, theirs) = companies[0], companies[partner]
        page.goto(f"{board}?slot={house.one(slots, event, [one, other], [one, other])}")
        row = page.locator("#board .list-row").filter(has_text=name).filter(has_text=theirs)
        with page.expect_navigation():
            row.locator(f"button[value={deed}]").click()
        expect(row.locator("button")).to_have_count(0)
    walk.fits(page)

    page.locator("label", has_text=companies[2][1]).locator("input[name=gone]").check()
    walk.press(page, "preview")
    ended = "SELECT count(*) FROM meetups_meeting m JOIN meetups_day d ON d.id = m.day_id WHERE d.event_id = %s AND m.state = 'cancelled'"
    expect(page.locator("button[value=plan_on]")).to_be_visible()
    expect(page.locator("aside")).to_contain_text("2")
    walk.fits(page)
    assert house.one(ended, event) == 0
    walk.press(page, "plan_on")
    assert house.one(ended, event) == 2
    left = "SELECT count(*) FROM meetups_participant p JOIN meetups_day d ON d.id = p.day_id WHERE d.event_id = %s AND p.left_at IS NOT NULL"
    assert house.one(left, event) == 1

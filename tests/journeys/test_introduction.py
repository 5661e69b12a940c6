"""Two contacts on their phones: from the weekly letter to "both sides call it useful", without a password."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.crawl import SAMPLE
from browser.house import House, until
from browser.look import WIDER, Watch, axe, sign_in, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = {
    "ko": {
        "ask": "소개 신청", "yes": "소개에 동의", "open": "공동 화면 열기", "propose": "제안", "this": "이 시간으로 결정", "send": "보내기",
        "keep": "저장", "well": "예", "both": "양쪽 모두 도움이 되었다고 답했습니다.", "line": "다음 주에 시험동을 함께 보시겠습니까?",
    },
    "en": {
        "ask": "Introduce us", "yes": "Yes, introduce us", "open": "Open the shared page", "propose": "Propose", "this": "This one",
        "send": "Send", "keep": "Keep it", "well": "Yes", "both": "Both sides call it useful.", "line": "Shall we look at the test hall next week?",
    },
}  # fmt: skip
KEPT = [
    "network_introduction",
    "network_place",
    "network_post",
    "network_proposal",
    "network_outcome",
    "mail_tap",
    "mail_message",
    "mail_notice",
    "django_session",
]
LINK = re.compile(r"http\S+/link/\S+/")


def written(house: House) -> dict[str, str]:
    """What stands in every table that an introduction may touch, in short."""
    return {
        name: house.one(
            f"SELECT coalesce(md5(string_agg(one::text, '|' ORDER BY one::text)), '') FROM {name} one"
        )
        for name in KEPT
    }


@pytest.fixture(scope="module")
def letters(browser: Browser, house: House) -> None:
    """The manager writes the week's letters; half of the contacts read English."""
    house.do("UPDATE members_person SET language = CASE WHEN id %% 2 = 0 THEN 'ko' ELSE 'en' END")
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("cluster_manager"))
        page.goto(f"/ko/desk/{SAMPLE}/introductions/")
        page.get_by_role("button", name="이번 주 메일 보내기").click(timeout=120_000)
        expect(page.locator(".messages")).to_be_visible(timeout=120_000)
    assert house.one("SELECT count(*) FROM mail_message WHERE dedupe LIKE 'network.weekly.%%'") > 100


def letter(house: House, language: str) -> str:
    """A weekly letter in the language whose first suggestion leads to somebody who reads it as well."""
    rows = house.rows(
        "SELECT m.text FROM mail_message m JOIN members_affiliation a ON true JOIN members_person p ON p.id = a.person_id AND p.email = m.to "
        "JOIN network_place s ON s.organisation_id = a.organisation_id AND s.number = 1 JOIN network_introduction i ON i.id = s.introduction_id "
        "JOIN members_affiliation b ON b.organisation_id = i.asked_id AND b.is_contact JOIN members_person q ON q.id = b.person_id "
        "WHERE m.dedupe LIKE 'network.weekly.%%' AND m.language = %s AND q.language = %s AND q.email <> '' AND i.state = 'suggested' "
        "AND p.id NOT IN (SELECT person_id FROM members_user WHERE person_id IS NOT NULL) ORDER BY m.id LIMIT 1",
        language, language,
    )  # fmt: skip
    return str(rows[0][0])


def fits(page: Page, watch: Watch) -> None:
    """The page fits the phone, passes axe, and complains of nothing."""
    assert page.evaluate(WIDER) <= 0, page.url
    assert axe(page) == []
    assert watch.take() == []


def phone(
    browser: Browser, house: House, language: str, address: str, watch: Watch
) -> tuple[BrowserContext, Page]:
    """Somebody opens a link from a mail on a phone that knows nothing of the site."""
    context = visit(browser, house, language, phone=True)
    page = watch.over(context.new_page())
    page.goto(address)
    return context, page


def mail_of(house: House, what: str, introduction: int) -> list[str]:
    """The mails of a kind about an introduction, oldest first."""
    return [
        text
        for (text,) in house.rows(
            "SELECT text FROM mail_message WHERE dedupe LIKE %s ORDER BY id",
            f"network.{what}.{introduction}.%",
        )
    ]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_from_a_letter_to_both_call_it_useful(
    browser: Browser, house: House, letters: None, language: str
) -> None:
    """One tap each, no password; opening links and pressing twice change nothing."""
    say, watch = WORDS[language], Watch()
    links = LINK.findall(letter(house, language))
    a_scanner_opens_every_link(browser, house, links)

    asker, page = phone(browser, house, language, links[0], watch)
    assert page.get_attribute("html", "lang") == language
    fits(page, watch)
    other_tab = asker.new_page()
    other_tab.goto(links[0])
    page.fill("#message", say["line"])
    page.get_by_role("button", name=say["ask"]).dblclick()
    page.wait_for_url(re.compile(r"/introductions/\d+/"))
    introduction = int(re.findall(r"/introductions/(\d+)/", page.url)[0])
    fits(page, watch)
    once = written(house)
    other_tab.get_by_role("button", name=say["ask"]).click()
    other_tab.wait_for_url(re.compile(r"/introductions/\d+/"))
    assert {**written(house), "django_session": ""} == {**once, "django_session": ""}
    assert house.one("SELECT state FROM network_introduction WHERE id = %s", introduction) == "asked"

    [asked_mail] = mail_of(house, "asked", introduction)
    assert say["line"] in asked_mail
    [answer_link] = LINK.findall(asked_mail)
    a_scanner_opens_every_link(browser, house, [answer_link])
    asked, their_page = phone(browser, house, language, answer_link, watch)
    expect(their_page.locator("main")).to_contain_text(say["line"])
    fits(their_page, watch)
    their_page.get_by_role("button", name=say["yes"]).dblclick()
    their_page.wait_for_url(re.compile(rf"/introductions/{introduction}/"))
    assert house.one("SELECT state FROM network_introduction WHERE id = %s", introduction) == "mutual"

    both = mail_of(house, "mutual", introduction)
    assert len(both) == 2
    a_scanner_opens_every_link(browser, house, [one for text in both for one in LINK.findall(text)])
    on_the_shared_page(browser, house, language, introduction, their_page, watch)
    asker.close()
    asked.close()


def on_the_shared_page(
    browser: Browser, house: House, language: str, introduction: int, theirs: Page, watch: Watch
) -> None:
    """The asker comes back by the link of the second mail, on another phone; both agree on a time and tell the outcome."""
    say = WORDS[language]
    person = house.one(
        "SELECT p.email FROM network_introduction i JOIN members_person p ON p.id = i.asker_person_id WHERE i.id = %s",
        introduction,
    )
    text = house.one(
        'SELECT text FROM mail_message WHERE dedupe LIKE %s AND "to" = %s',
        f"network.mutual.{introduction}.%",
        person,
    )
    context, mine = phone(browser, house, language, LINK.findall(text)[0], watch)
    mine.get_by_role("button", name=say["open"]).click()
    mine.wait_for_url(re.compile(rf"/introductions/{introduction}/"))

    theirs.fill(
        "#time-1",
        datetime.combine(datetime.now(UTC).date() + timedelta(days=9), time(14, 30)).isoformat(
            timespec="minutes"
        ),
    )
    theirs.get_by_role("button", name=say["propose"], exact=True).click()
    expect(theirs.locator(".list-row")).to_have_count(1)
    fits(theirs, watch)
    mine.reload()
    mine.get_by_role("button", name=say["this"]).click()
    expect(mine.get_by_role("button", name=say["this"])).to_have_count(0)
    assert (
        house.one(
            "SELECT count(*) FROM network_proposal WHERE introduction_id = %s AND accepted_at IS NOT NULL",
            introduction,
        )
        == 1
    )

    mine.fill("textarea#text", say["line"])
    mine.get_by_role("button", name=say["send"], exact=True).click()
    expect(mine.locator("main")).to_contain_text(say["line"])
    for page in (mine, theirs):
        page.reload()
        expect(page.locator("main")).to_contain_text(say["line"])
        page.get_by_role("radio", name=say["well"], exact=True).check()
        page.get_by_role("button", name=say["keep"], exact=True).click()
        until(
            lambda: (
                house.one("SELECT count(*) FROM network_outcome WHERE introduction_id = %s", introduction)
                >= 1
            ),
            "the outcome",
        )
    for page in (mine, theirs):
        page.reload()
        expect(page.locator("main")).to_contain_text(say["both"])
        fits(page, watch)
    context.close()


def a_scanner_opens_every_link(browser: Browser, house: House, links: list[str]) -> None:
    """What a mail scanner does: it opens links, twice, without a cookie. Nothing may change."""
    before = written(house)
    assert links
    with visit(browser, house, "en") as context:
        for one in links * 2:
            assert context.request.get(one).status == 200
            assert context.request.head(one).status in {200, 405}
    assert written(house) == before

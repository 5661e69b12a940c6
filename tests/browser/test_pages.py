"""Every page that a visitor, a member and a manager can reach, in both languages: whole, readable and sourced."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browser.crawl import crawl
from browser.house import House
from browser.look import axe, examine, sign_in, too_wide, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# The manager comes first, whose pages hold the most: axe is asked once of each page and language.
ROLES = {"manager": "cluster_manager", "member": "organisation_admin", "visitor": None}
LOOKED_AT: dict[str, set[str]] = {"ko": set(), "en": set()}
# Pages that every reader must be able to reach by links alone; a crawler that finds nothing finds no fault.
MUST = {
    "visitor": {"public_home", "about", "abroad", "observatory:specialisation", "observatory:services", "figures", "members:directory", "members:organisation", "network:overview", "ledger:thread",
                "meetups:list", "meetups:month", "meetups:event", "meetups:register", "facilities:catalogue", "facilities:facility"},
    "member": {"home", "network:connections", "members:my_organisation", "network:overview", "profile", "notices",
               "meetups:mine", "meetups:propose", "meetups:registration", "meetups:participant", "network:meet_at",
               "facilities:calendar", "facilities:book", "facilities:booking", "facilities:mine", "facilities:service"},
    "manager": {"home", "site", "newsroom:links", "newsroom:past", "newsroom:new", "members:desk", "members:edit", "network:desk", "intake:start", "mail:desk", "ledger:record", "network:together",
                "meetups:desk", "meetups:new", "meetups:year", "meetups:desk_event", "meetups:edit", "meetups:door", "meetups:plan",
                "meetups:board", "facilities:board", "facilities:bookings", "facilities:charges", "facilities:edit", "facilities:report",
                "facilities:requests", "facilities:qualifications", "facilities:register"},
}  # fmt: skip
DARK = [
    "/{l}/gaon/events/",
    "/{l}/gaon/",
    "/{l}/gaon/network/",
    "/{l}/gaon/organisations/",
    "/{l}/gaon/figures/",
    "/{l}/account/login/",
]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("role", list(ROLES))
def test_every_page_is_whole(browser: Browser, house: House, role: str, language: str) -> None:
    """Answers, passes axe, complains of nothing, fits a phone, has one heading, and no number without its source."""
    with visit(browser, house, language) as context:
        if account := ROLES[role]:
            sign_in(context, language, house.account(account)).close()
        seen = list(crawl(context, house, language, role, known=LOOKED_AT[language]))
    assert {one.route for one in seen} >= MUST[role]
    assert {one.url: one.wrong for one in seen if one.wrong} == {}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_state_of_an_event(browser: Browser, house: House, language: str) -> None:
    """A registration in each state; events that are full, cancelled, over or abroad; their desks with all parts open."""
    states = (
        "SELECT DISTINCT ON (state, checked_in_at IS NULL) key FROM meetups_registration WHERE email <> '' "
        "ORDER BY state, checked_in_at IS NULL, id"
    )
    events = house.rows("SELECT id, state FROM meetups_event ORDER BY id LIMIT 9")
    shown = [f"events/registration/{key}/" for (key,) in house.rows(states)]
    shown += [f"events/{pk}/" for pk, state in events if state in {"published", "cancelled"}]
    wrong = {}
    with visit(browser, house, language) as context:
        page = context.new_page()
        for address in shown:
            page.goto(f"/{language}/gaon/{address}")
            wrong[address] = [*examine(page, language), *axe(page), *too_wide(page)]
        sign_in(context, language, house.account("cluster_manager")).close()
        for pk, _state in events:
            page.goto(f"/{language}/desk/gaon/events/{pk}/")
            page.evaluate("() => document.querySelectorAll('main details').forEach(one => (one.open = true))")
            wrong[f"desk {pk}"] = [*examine(page, language), *axe(page), *too_wide(page)]
    assert len(shown) >= 14
    assert {address: said for address, said in wrong.items() if said} == {}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_dark_pages_can_be_read(browser: Browser, house: House, language: str) -> None:
    """Contrast in the dark; the rest of axe does not depend on the light."""
    with visit(browser, house, language, color_scheme="dark") as context:
        page = context.new_page()
        for address in DARK:
            page.goto(address.format(l=language))
            assert axe(page, rules=["color-contrast"]) == [], address


def test_a_bare_number_is_found(browser: Browser, house: House) -> None:
    """The guard itself: a large number without a source, a figure without a definition, an empty button."""
    with visit(browser, house, "en") as context:
        page = context.new_page()
        page.goto("/en/gaon/figures/")
        assert examine(page, "en") == []
        page.evaluate(
            """() => {
              const one = document.createElement("strong");
              one.textContent = "1,234";
              one.style.fontSize = "40px";
              document.querySelector("main").append(one, document.createElement("button"));
              document.querySelector(".definition").textContent = "";
            }"""
        )
        found = " ".join(examine(page, "en"))
        for word in ("bare figure: 1,234", "no definition", "says nothing"):
            assert word in found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_figure_gives_its_rows(browser: Browser, house: House, language: str) -> None:
    """Where a number comes from can be pressed open, and its rows are a file that answers."""
    with visit(browser, house, language) as context:
        page = context.new_page()
        page.goto(f"/{language}/gaon/figures/")
        buttons = page.locator("main [data-figure]")
        assert buttons.count() >= 3
        for one in buttons.all():
            one.click()
            note = page.locator(f"#{one.get_attribute('popovertarget')}")
            assert note.is_visible()
            assert note.locator(".definition").inner_text()
            for address in note.locator("a[href]").evaluate_all("found => found.map(one => one.href)"):
                answer = context.request.get(address)
                assert answer.status == 200
                assert len(answer.text().splitlines()) > 1
            page.keyboard.press("Escape")
            assert not note.is_visible()

"""With the keyboard alone: skip links, menus, suggestions, where a number comes from, dialogs and the sign-in by passkey."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.house import House
from browser.look import sign_in, visit

pytestmark = [pytest.mark.browser]
AT = "() => document.activeElement"


def focused(page: Page, script: str = "one => one.textContent.trim()") -> str:
    """Something of the element that has the focus."""
    return str(page.evaluate(f"() => ({script})(document.activeElement)"))


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {selector}")


def test_the_first_tab_skips_to_the_content(browser: Browser, house: House) -> None:
    """The skip link is first, can be seen when it has the focus, and leads past the menus."""
    with visit(browser, house, "en") as context:
        page = context.new_page()
        page.goto("/en/gaon/organisations/")
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to the content"
        box = page.evaluate("() => document.activeElement.getBoundingClientRect().toJSON()")
        assert box["top"] >= 0
        assert box["width"] > 50
        page.keyboard.press("Enter")
        assert focused(page, "one => one.id") == "main"
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_the_account_menu_opens_and_closes(browser: Browser, house: House) -> None:
    """Enter opens it, Tab walks through it, Escape closes it and gives the focus back."""
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("organisation_admin"))
        page.goto("/ko/gaon/")
        tab_to(page, "details.drop > summary")
        page.keyboard.press("Enter")
        expect(page.locator("details.drop .drop-body")).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("() => !!document.activeElement.closest('.drop-body')")
        page.keyboard.press("Escape")
        expect(page.locator("details.drop .drop-body")).to_be_hidden()
        assert page.evaluate("() => document.activeElement.matches('details.drop > summary')")


def test_suggestions_can_be_reached(browser: Browser, house: House) -> None:
    """What is typed brings suggestions; Tab or the arrow leads into them; Enter opens one."""
    with visit(browser, house, "ko") as context:
        page = context.new_page()
        page.goto("/ko/gaon/")
        tab_to(page, "#site-search")
        page.keyboard.type("대학")
        first = page.locator("#suggestions a").first
        expect(first).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("() => !!document.activeElement.closest('#suggestions')")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/(organisations|people)/\d+"))


def test_where_a_number_comes_from(browser: Browser, house: House) -> None:
    """Enter on a number opens its source, Escape closes it and gives the focus back."""
    with visit(browser, house, "en") as context:
        page = context.new_page()
        page.goto("/en/gaon/figures/")
        tab_to(page, "[data-figure]")
        page.keyboard.press("Enter")
        note = page.locator("[popover]:popover-open")
        expect(note).to_be_visible()
        page.keyboard.press("Escape")
        expect(note).to_have_count(0)
        assert page.evaluate("() => document.activeElement.matches('[data-figure]')")


def test_a_passkey_signs_in(browser: Browser, house: House) -> None:
    """A passkey is added on the account's page and signs in afterwards, under our own content policy."""
    with visit(browser, house, "en") as context:
        page = sign_in(context, "en", house.account("analyst"))
        line = context.new_cdp_session(page)
        line.send("WebAuthn.enable")
        line.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
                    "isUserVerified": True, "automaticPresenceSimulation": True,
                }
            },
        )  # fmt: skip
        at = house.url.replace("127.0.0.1", "localhost")
        page.goto(f"{at}/en/account/login/")
        page.fill("input[name=login]", house.account("analyst"))
        page.fill("input[name=password]", "pumasi-sample")
        page.click("main form button[type=submit]")
        page.wait_for_url(lambda url: "/account/" not in url)
        page.goto(f"{at}/en/account/2fa/webauthn/add/")
        if "reauthenticate" in page.url:
            page.fill("input[name=password]", "pumasi-sample")
            page.click("main form button[type=submit]")
            page.wait_for_url(re.compile("webauthn/add"))
        page.check("input[name=passwordless]")
        page.click("main form button")
        page.wait_for_url(lambda url: "webauthn/add" not in url)
        context.clear_cookies()
        page.goto(f"{at}/en/account/login/")
        page.click("#passkey_login")
        page.wait_for_url(lambda url: "/account/" not in url)
        expect(page.locator("details.drop > summary")).to_be_visible()


def test_registering_for_an_event(browser: Browser, house: House) -> None:
    """From the event to the word that a mail is on its way; a consent that is missing is said where the focus goes."""
    pk = house.one("SELECT id FROM meetups_event WHERE title_en = 'Joint seminar in London'")
    with visit(browser, house, "en") as context:
        page = context.new_page()
        page.goto(f"/en/gaon/events/{pk}/")
        tab_to(page, "a[href$='/register/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/register/")
        for field, text in (("#id_name", "Mira Sol"), ("#id_email", "mira@keyboard.example")):
            tab_to(page, field)
            page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(page.locator(".error-summary")).to_be_focused()
        tab_to(page, "#id_c_processing")
        page.keyboard.press("Space")
        tab_to(page, "main .form-actions button")
        page.keyboard.press("Enter")
        page.wait_for_url("**/register/?sent=1")

"""On paper: the text alone, black on white whatever the screen, with the addresses of its links and where it was printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import axe, visit

pytestmark = [pytest.mark.browser]
# A4 between the margins of print.css, at 96 dots an inch.
A4 = {"width": 673, "height": 980}
SHOWN = "selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).map(one => one.className || one.tagName)"
SCREEN_ONLY = ".site-header, .site-footer, .bottom-bar, .skip, main .btn, .pagination, .tabs-row, .side-steps"


def printed(page: Page, address: str) -> list[str]:
    """What is wrong with the page on paper."""
    page.set_viewport_size(A4)
    page.goto(address)
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    wrong = [f"stands on paper: {one}" for one in page.evaluate(SHOWN, SCREEN_ONLY)]
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    wrong += [f"{wide} px wider than the paper"] if wide > 0 else []
    if "127.0.0.1" not in page.locator(".printed-from").inner_text():
        wrong.append("does not say where it was printed")
    wrong += axe(page, rules=["color-contrast"])
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    return wrong


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("theme", ["pumasi", "pumasi-dark"])
def test_pages_on_paper(browser: Browser, house: House, language: str, theme: str) -> None:
    """A list, a text, an event, figures, the network: no menus, nothing cut off, readable after a dark screen."""
    with visit(
        browser, house, language, color_scheme="dark" if theme == "pumasi-dark" else "light"
    ) as context:
        page = context.new_page()
        page.goto(f"/{language}/{SAMPLE}/news/")
        page.evaluate("theme => localStorage.setItem('pumasi-theme', theme)", theme)
        article = page.locator("main .list a, main table a").first.get_attribute("href")
        assert article
        places = [
            article,
            *(
                f"/{language}/{SAMPLE}/{rest}"
                for rest in ("news/", "events/", "figures/", "network/", "abroad/")
            ),
        ]
        assert {place: wrong for place in places if (wrong := printed(page, place))} == {}
        assert page.evaluate("() => document.documentElement.dataset.theme") == theme, (
            "the screen is as it was"
        )


def test_nothing_changes_over_time_for_who_asked_for_less_motion(browser: Browser, house: House) -> None:
    """A colour on its way from dark to light would be printed as it stands at that moment."""
    with visit(browser, house, "en", color_scheme="dark") as context:
        page = context.new_page()
        page.goto(f"/en/{SAMPLE}/network/")
        moving = page.evaluate(
            """() => {
              getComputedStyle(document.body).color;
              dispatchEvent(new Event("beforeprint"));
              getComputedStyle(document.body).color;
              return document.getAnimations().length;
            }"""
        )
        assert moving == 0


def test_addresses_stand_behind_the_links_of_a_text(browser: Browser, house: House) -> None:
    """Paper cannot be pressed."""
    with visit(browser, house, "en") as context:
        page = context.new_page()
        page.goto(f"/en/{SAMPLE}/news/")
        page.locator("main .list a, main table a").first.click()
        page.evaluate(
            """() => {
              const link = document.createElement("a");
              link.href = "https://example.org/report";
              link.textContent = "report";
              document.querySelector(".article-body").append(link);
            }"""
        )
        said = "() => getComputedStyle(document.querySelector('.article-body a[href$=report]'), '::after').content"
        assert "example.org" not in page.evaluate(said)
        page.emulate_media(media="print")
        assert "https://example.org/report" in page.evaluate(said).replace('" "', "").replace(
            "attr(href)", ""
        )

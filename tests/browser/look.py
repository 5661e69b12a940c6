"""Looking at pages as a person's browser does: sizes, errors, axe, and what a page must have."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import axe_playwright_python
import pytest
from django.urls import Resolver404, resolve
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser.house import PASSWORD, House

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RUN_AXE = """async ([tags, rules]) => {
  const options = {resultTypes: ["violations"], runOnly: rules ? {type: "rule", values: rules} : {type: "tag", values: tags}};
  const found = await axe.run(document, options);
  return found.violations.map(one => one.id + ": " + one.nodes.slice(0, 3)
    .map(node => node.target.join(" ") + " (" + node.failureSummary.split("\\n").pop().trim() + ")").join("; "));
}"""
# A machine with two busy cores answers late; that is no failure of a page.
expect.set_options(timeout=30_000)
# Not ours: what the software renderer of a browser without a screen complains of, and the icon that a browser
# seeks for a file that is no page.
DRIVER = ("GPU stall", "GL Driver Message", "/favicon.ico")


def chromium() -> str:
    """The browser of this machine; without one, the test is skipped and says why."""
    named = os.environ.get("PUMASI_CHROMIUM")
    found = (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if not found:
        pytest.skip(
            "no Chromium was found on this machine: install it (Debian: apt-get install chromium) or name it in PUMASI_CHROMIUM"
        )
    return found


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser without a screen."""
    place = chromium()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=place, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Watch:
    """Collects what a page complains of: script errors, refused resources, broken answers."""

    wrong: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        """Listen to a page."""
        page.on(
            "console", lambda said: self._console(said.type, f"{said.text} {said.location.get('url', '')}")
        )
        page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        page.on(
            "response",
            lambda answer: (
                self.wrong.append(f"{answer.status}: {answer.url}") if answer.status >= 500 else None
            ),
        )
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not any(one in text for one in DRIVER):
            self.wrong.append(f"console: {text}")

    def take(self) -> list[str]:
        """What has been said since the last time."""
        said, self.wrong = self.wrong, []
        return said


def visit(
    browser: Browser, house: House, language: str, *, phone: bool = False, **more: Any
) -> BrowserContext:
    """A new visitor who reads the language."""
    return browser.new_context(
        base_url=house.url, locale={"ko": "ko-KR", "en": "en-GB"}[language], viewport=PHONE if phone else WIDE,
        has_touch=phone, reduced_motion="reduce", timezone_id="Asia/Seoul", **more,
    )  # fmt: skip


def sign_in(context: BrowserContext, language: str, email: str) -> Page:
    """Sign in through the page, as a person does."""
    page = context.new_page()
    page.goto(f"/{language}/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url(lambda url: "/account/" not in url)
    return page


def axe(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What WCAG 2.2 A and AA say against the page. Asked over the debugging connection, so no policy is bent for it."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE, [RULES, rules])
    return [f"axe {one}" for one in found]


FIGURES = """() => {
  const wrong = [];
  for (const button of document.querySelectorAll(".figure-value")) {
    const note = document.getElementById(button.getAttribute("popovertarget") ?? "");
    const key = button.dataset.figure;
    if (!key) wrong.push("a figure without a key: " + button.textContent.trim());
    if (!note?.querySelector(".definition")?.textContent.trim()) wrong.push(`figure ${key}: no definition`);
    const terms = [...(note?.querySelectorAll(".term") ?? [])].map(one => one.textContent.trim());
    if (!terms.some(one => ["As of", "기준일"].includes(one))) wrong.push(`figure ${key}: no as-of among ${terms}`);
  }
  // A number that stands alone in large type, or alone as the answer of a list of facts, is read as a figure.
  for (const one of document.querySelectorAll("main *")) {
    const own = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent).join("").trim();
    if (!/^[≈~약<>]?\\s?[0-9][0-9,.]*\\s?(%|개|곳|명|건|회)?$/.test(own) || one.closest("[data-figure], [popover], script, option")) continue;
    if (!one.checkVisibility()) continue;
    const large = parseFloat(getComputedStyle(one).fontSize) >= 24;
    if (large || one.matches("dl.facts:not([data-entry]) dd")) wrong.push("bare figure: " + own + " in " + one.tagName + "." + one.className);
  }
  return wrong;
}"""
FRAME = """() => {
  const wrong = [], main = document.querySelector("main");
  const heads = document.querySelectorAll("h1").length;
  if (heads !== 1) wrong.push(`${heads} main headings`);
  if (!document.title.trim()) wrong.push("no title");
  for (const one of document.querySelectorAll("label, legend, button, a[href], h1, h2, h3, th, summary, option")) {
    if (!one.checkVisibility()) continue;
    const said = (one.textContent + (one.getAttribute("aria-label") ?? "") + (one.title ?? "")).trim();
    if (!said && !(one.tagName === "OPTION") && !one.querySelector("img[alt], svg[aria-label], input")) wrong.push("says nothing: " + one.outerHTML.slice(0, 120));
  }
  if (/\\{\\{|\\}\\}|\\{%|%\\(\\w+\\)s|\\bNone\\b|\\bNaN\\b|\\bundefined\\b/.test(main?.innerText ?? "")) wrong.push("unfinished text: " + main.innerText.match(/.{0,30}(\\{\\{|\\}\\}|\\{%|%\\(\\w+\\)s|\\bNone\\b|\\bNaN\\b|\\bundefined\\b).{0,30}/)?.[0]);
  return wrong;
}"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def examine(page: Page, language: str) -> list[str]:
    """What is wrong with the frame and the figures of the page that is open."""
    wrong: list[str] = page.evaluate(FRAME) + page.evaluate(FIGURES)
    spoken = page.get_attribute("html", "lang")
    if spoken != language:
        wrong.append(f"says it is in {spoken}")
    return wrong


def too_wide(page: Page) -> list[str]:
    """On a phone nothing may stick out sideways."""
    page.set_viewport_size(PHONE)
    wide = page.evaluate(WIDER)
    page.set_viewport_size(WIDE)
    return [f"{wide} px wider than a phone"] if wide > 0 else []


CLIPPED = """(reflows) => {
  const wrong = [], wide = document.documentElement.scrollWidth - innerWidth;
  if (reflows && wide > 0) wrong.push(`${wide} px too wide`);
  let held = 0;
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const stays = /fixed|sticky/.test(style.position) && box.width > innerWidth / 2 && box.top < innerHeight && box.bottom > 0;
    if (stays && one.checkVisibility()) held += box.height;
    const across = /hidden|clip/.test(style.overflowX) && one.scrollWidth - one.clientWidth > 2;
    const down = /hidden|clip/.test(style.overflowY) && one.scrollHeight - one.clientHeight > 2;
    // A box of a pixel is for those who listen; what a map or a chart holds is drawn, not set.
    if (!(across || down) || one.clientWidth <= 2 || one.clientHeight <= 2 || !one.textContent.trim() || !one.checkVisibility()) continue;
    if (!one.closest("svg, canvas, select, [popover], .map-stage")) wrong.push(`cut off: ${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 40)}`);
  }
  if (held > innerHeight / 2) wrong.push(`${held} of ${innerHeight} px stay in front`);
  return wrong;
}"""


def enlarged(page: Page) -> list[str]:
    """What is lost at 200 %: of the whole page (half the width and height), and of its text alone (WCAG 1.4.4, 1.4.10).

    The page has to reflow; where the text alone is twice as large, a reader may have to go sideways, and nothing may be cut off.
    """
    page.set_viewport_size({name: side // 2 for name, side in WIDE.items()})
    wrong = [f"page at 200 %: {one}" for one in page.evaluate(CLIPPED, True)]
    page.set_viewport_size(WIDE)
    page.evaluate("() => (document.documentElement.style.fontSize = '200%')")
    wrong += [f"text at 200 %: {one}" for one in page.evaluate(CLIPPED, False)]
    page.evaluate("() => (document.documentElement.style.fontSize = '')")
    return wrong


def route(url: str) -> str | None:
    """The name of the route of an address, with what makes it another page. None for what is no page of ours."""
    parts = urlsplit(url)
    try:
        # The addresses of a language are known only while it is spoken.
        with translation.override(parts.path[1:3]):
            found = resolve(parts.path)
    except Resolver404:
        return None
    shown = [f"{key}={value}" for key, value in parse_qsl(parts.query) if key in {"tab", "format"}]
    searched = ["q"] if any(key == "q" for key, _value in parse_qsl(parts.query)) else []
    return " ".join([found.view_name, *shown, *searched])


def press(page: Page, name: str, within: str = "main") -> None:
    """Press the first button of that name, and wait for what comes of it."""
    page.locator(within).get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def follow(page: Page, name: str) -> None:
    """Follow the first link of that name."""
    page.locator("main").get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_load_state()


def looked_at(page: Page, watch: Watch) -> None:
    """Nothing is wrong for readers with aids, nothing is too wide, nothing failed."""
    assert axe(page) + too_wide(page) + watch.take() == []

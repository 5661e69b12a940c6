"""Photographs the style pages in both languages, light and dark, wide and on a phone, and runs axe on each."""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

OUT = Path(__file__).resolve().parent / "out"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
)
# What the software renderer of a browser without a screen complains of is not ours.
DRIVER = ("GPU stall",)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Handler(SimpleHTTPRequestHandler):
    """Serves the style pages under the same policy as the site."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *words: object) -> None:
        """Keep quiet."""


def look(browser: Browser, url: str, name: str, *, dark: bool, width: int) -> list[str]:
    """Photograph one page and give what is wrong with it."""
    wrong: list[str] = []
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
        device_scale_factor=1 if width > 500 else 2,
    )
    page = context.new_page()
    page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type in {"error", "warning"} and not any(one in said.text for one in DRIVER) else None)
    page.on("pageerror", lambda said: wrong.append(f"error: {said}"))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    page.screenshot(path=OUT / "shots" / f"{name}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        wrong.append(f"{wide} px wider than the screen")
    found: dict[str, Any] = Axe().run(page, options={"runOnly": RULES}).response
    for one in found["violations"]:
        where = "; ".join(str(node["target"]) for node in one["nodes"][:4])
        why = one["nodes"][0]["failureSummary"].splitlines()[-1].strip()
        wrong.append(f"axe {one['id']}: {where}: {why}")
    context.close()
    return wrong


def main() -> None:
    """Look at all pages, or at those named as arguments."""
    wanted = sys.argv[1:]
    (OUT / "shots").mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(OUT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pages = sorted(path for path in OUT.glob("*-*.html") if not wanted or path.stem.split("-", 1)[1] in wanted)
    bad = 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for path in pages:
            for dark in (False, True):
                for width in (1280, 390):
                    name = f"{path.stem}-{'dark' if dark else 'light'}-{width}"
                    url = f"http://127.0.0.1:{server.server_port}/{path.name}"
                    for line in look(browser, url, name, dark=dark, width=width):
                        bad += 1
                        print(f"{name}: {line}")
        browser.close()
    print(f"{len(pages) * 4} pictures, {bad} remarks.")


if __name__ == "__main__":
    main()

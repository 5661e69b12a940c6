"""Photographs every page in both languages, light and dark, wide and on a phone, into ./screenshots.

    .venv/bin/python tests/browser/screenshots.py [role ...] [--only=ko-light-1280]

Roles: visitor, member, manager. The pictures are for looking at; nothing is compared.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pumasi.web.settings_test")

import django  # the settings come first

django.setup()

from playwright.sync_api import Browser, Page  # noqa: E402

from browser.crawl import crawl  # noqa: E402
from browser.house import the_house  # noqa: E402
from browser.look import PHONE, WIDE, browsing, sign_in, visit  # noqa: E402

OUT = Path("screenshots")
ROLES = {"visitor": None, "member": "organisation_admin", "manager": "cluster_manager"}
FILES = (".csv", ".json", "/export/", "/errors/", "/suggest/", "/api/")


def shots(page: Page, name: str, language: str, only: str) -> Iterator[Path]:
    """The open page in both widths and both lights."""
    for light in ("light", "dark"):
        for size in (WIDE, PHONE):
            file = OUT / f"{language}-{light}-{size['width']}" / f"{name}.png"
            if only and only not in str(file):
                continue
            page.emulate_media(color_scheme=light, reduced_motion="reduce")  # type: ignore[arg-type]
            page.set_viewport_size(size)  # type: ignore[arg-type]
            page.wait_for_timeout(250)
            file.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=file, full_page=True)
            yield file


def photograph(browser: Browser, role: str, language: str, only: str) -> int:
    """All pages of a role; gives the number of pictures."""
    house = the_house()
    count = 0
    with visit(browser, house, language) as context:
        if account := ROLES[role]:
            sign_in(context, language, house.account(account)).close()
        page = context.new_page()
        for one in crawl(context, house, language, role, look=False):
            if any(part in one.url for part in FILES):
                continue
            page.goto(one.url)
            page.wait_for_function("() => !document.querySelector('.htmx-request')")
            name = re.sub(r"[^a-z_=]+", "-", f"{role}-{one.route}".lower())
            count += len(list(shots(page, name, language, only)))
    return count


def main() -> None:
    """Open a house, walk through it with a camera, and close it."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    only = next((word.partition("=")[2] for word in sys.argv[1:] if word.startswith("--only=")), "")
    try:
        with browsing() as browser:
            for role in words or list(ROLES):
                for language in ("ko", "en"):
                    if only and not only.startswith(language):
                        continue
                    print(
                        role,
                        language,
                        photograph(browser, role, language, only),
                        "pictures in",
                        OUT.resolve(),
                    )
    finally:
        the_house().close()


if __name__ == "__main__":
    main()

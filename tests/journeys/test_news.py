"""A release from hand to hand in a real browser: editor, second reader, translator, reviewer, the world; and a figure that changes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import Watch, looked_at, press, sign_in, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BODY = (
    "해외 20개국 혁신클러스터 28곳을 조사한 보고서가 8일 나왔다.\n\n{figure:release-network}이 협업 네트워크를 성공 요인으로 들었다.\n\n"
    "어느 도시에서는 한 해에 22,000건에 육박하는 밋업이 열렸다."
)
ENGLISH = [
    "A report on 28 innovation clusters in 20 countries came out on the 8th.",
    "Of them, {figure:release-network} named a collaboration network as what made them succeed.",
    "In one city there were 22,000 meet-ups in a single year.",
]


def desk(page: Page, rest: str = "", language: str = "ko") -> None:
    page.goto(f"/{language}/desk/{SAMPLE}/news/{rest}")


def changed(browser: Browser, house: House, key: str) -> None:
    """The editor corrects the figure: 17 of 28."""
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("editor"))
        desk(page, "figures/")
        page.get_by_role("link", name=key).click()
        page.locator("#id_numerator").fill("17")
        press(page, "저장")


@pytest.mark.parametrize(("language", "phone"), [("ko", False), ("en", True)])
def test_a_release_goes_round(browser: Browser, house: House, language: str, phone: bool) -> None:  # noqa: FBT001
    key = f"release-network-{language}"
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("editor"))
        desk(page, "figures/")
        page.locator("#id_key").fill(key)
        page.locator("#id_numerator").fill("18")
        page.locator("#id_denominator").fill("28")
        page.locator("#id_as_of").fill("2026-07-08")
        press(page, "저장")
        desk(page, "new/")
        page.locator("#id_kind").select_option("release")
        page.locator("#id_title").fill(f"협업 네트워크에 답 있다 {language}")
        page.locator("#id_body").fill(BODY.replace("release-network", key))
        press(page, "초안으로 저장")
        address = page.url
        press(page, "검토 요청")
    item = re.search(r"/news/(\d+)/", address)
    assert item is not None
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("reviewer"))
        desk(page, f"{item[1]}/")
        press(page, "승인")
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("translator"))
        desk(page, f"{item[1]}/")
        press(page, "번역 시작")
        page.locator("#desk-title").fill("The answer lies in working together")
        for area, words in zip(page.locator("textarea").all(), ENGLISH, strict=True):
            area.fill(words.replace("release-network", key))
        expect(page.locator("#findings")).to_contain_text("육박", timeout=15_000)
        page.locator("textarea").nth(2).fill(ENGLISH[2].replace("22,000", "close to 22,000"))
        expect(page.locator("#findings")).not_to_contain_text("육박", timeout=15_000)
        press(page, "저장")
        desk(page, f"{item[1]}/")
        press(page, "검토 요청")
    with visit(browser, house, "ko") as context:
        page = sign_in(context, "ko", house.account("editor"))
        desk(page, f"{item[1]}/")
        press(page, "게시")
        press(page, "승인")
        press(page, "게시", "#side-en >> xpath=..")
        expect(page.locator(".lineage")).to_contain_text("The answer lies in working together")
    with visit(browser, house, language, phone=phone) as context:
        page = context.new_page()
        watch = Watch()
        watch.over(page)
        page.goto(f"/{language}/{SAMPLE}/news/{item[1]}/")
        expect(page.locator("article")).to_contain_text(
            "28곳 중 18곳(64%)" if language == "ko" else "18 of 28 (64%)"
        )
        looked_at(page, watch)
        changed(browser, house, key)
        page.reload()
        expect(page.locator("article")).to_contain_text(
            "28곳 중 17곳(61%)" if language == "ko" else "17 of 28 (61%)"
        )

"""A wave from hand to hand in a real browser: office, two coders who do not see each other, the one who settles, the world."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import Watch, follow, looked_at, press, sign_in, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ASKED = [("KR", "다온밸리", "Daon Valley"), ("FI", "카리사리", "Karisaari"), ("FI", "라흐티누", "Lahtinu")]
WORDS = {
    "ko": {"new": "새 조사", "ask": "클러스터 입력", "factor": "새 요인", "code": "응답 부호화", "go": "계속하기", "publish": "초안으로 공개", "final": "확정",
           "settle": "판정", "named": "3곳 중 2곳", "where": "2개국 클러스터 3곳", "differ": "부호가 엇갈린 응답", "draft": "초안입니다"},
    "en": {"new": "New survey", "ask": "Enter a cluster", "factor": "New factor", "code": "Code the answers", "go": "Go on", "publish": "Publish as a draft",
           "final": "Make it final", "settle": "Settle", "named": "2 of 3", "where": "3 clusters, 2 countries", "differ": "Where the coders disagree",
           "draft": "A draft"},
}  # fmt: skip


def fill(page: Page, **values: str) -> None:
    """Type into the fields of the form, choose where there is a list, and send it."""
    for name, value in values.items():
        field = page.locator(f"#id_{name}")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.locator("main form.form button[type=submit]").first.click()
    page.wait_for_load_state()


def code_all(
    browser: Browser, house: House, role: str, survey: str, answers: list[str], *, language: str, phone: bool
) -> None:
    """A coder answers one after the other, and is led on to the next."""
    said, watch = WORDS[language], Watch()
    with visit(browser, house, language, phone=phone) as context:
        page = watch.over(sign_in(context, language, house.account(role)))
        page.goto(f"/{language}/my/{SAMPLE}/surveys/{survey}/code/")
        expect(page.locator("h1")).to_have_text(said["code"])
        follow(page, said["go"])
        for answer in answers:
            expect(page.locator("input[type=radio]:checked")).to_have_count(0)
            looked_at(page, watch)
            page.locator(f"input[type=radio][value={answer}]").check()
            page.locator("main form.form button[type=submit]").click()
            page.wait_for_load_state()
        expect(page.locator("h1")).to_have_text(said["code"])
        looked_at(page, watch)


@pytest.mark.parametrize(("language", "phone"), [("ko", False), ("en", True)])
def test_a_wave_from_the_answers_to_the_report(
    browser: Browser, house: House, language: str, *, phone: bool
) -> None:
    said, watch, slug = WORDS[language], Watch(), f"wave-{language}"
    with visit(browser, house, language, phone=phone) as context:
        page = watch.over(sign_in(context, language, house.account("cluster_manager")))
        page.goto(f"/{language}/desk/{SAMPLE}/surveys/")
        follow(page, said["new"])
        fill(
            page,
            name_ko=f"봄 조사 {language}",
            name_en=f"Spring wave {language}",
            slug=slug,
            selection_ko="전수",
            selection_en="All of them",
        )
        survey = page.url.rstrip("/").rpartition("/")[2]
        for country, ko, en in ASKED:
            follow(page, said["ask"])
            fill(
                page,
                name_ko=ko,
                name_en=en,
                country=country,
                said_ko="자주 만납니다.",
                said_en="We meet often.",
            )
        follow(page, said["factor"])
        fill(
            page,
            key="network",
            name_ko="협업 네트워크",
            name_en="Collaboration network",
            definition_ko="만남을 꼽음",
            definition_en="Names meeting",
        )
        for place, role in ((1, "mentor"), (2, "reviewer")):
            page.locator(f"#coder-{place} option", has_text=house.account(role)).evaluate(
                "one => { one.selected = true; }"
            )
        page.locator("form[action$='/coders/'] button").click()
        page.wait_for_load_state()
        looked_at(page, watch)

        # In the order of the countries: both Finnish ones, then the Korean one.
        code_all(browser, house, "mentor", survey, ["yes", "no", "yes"], language=language, phone=phone)
        code_all(browser, house, "reviewer", survey, ["yes", "no", "no"], language=language, phone=phone)

        page.reload()
        expect(page.locator("main")).to_contain_text(said["differ"])
        page.locator("main section", has_text=said["differ"]).get_by_role("link").first.click()
        page.locator("input[name=named][value=yes]").check()
        page.locator("#settle-why").fill("만난다고 답함")
        press(page, said["settle"])
        looked_at(page, watch)
        page.goto(f"/{language}/desk/{SAMPLE}/surveys/{survey}/")
        press(page, said["publish"])
        looked_at(page, watch)

        with visit(browser, house, language, phone=phone) as outside:
            reader = watch.over(outside.new_page())
            reader.goto(f"/{language}/{SAMPLE}/surveys/{survey}/")
            expect(reader).to_have_url(re.compile(f"{survey}-{slug}/$"))
            expect(reader.locator("main")).to_contain_text(said["named"])
            expect(reader.locator("main")).to_contain_text(said["draft"])
            looked_at(reader, watch)
            for form in ("pdf", "docx", "hwpx"):
                with reader.expect_download() as took:
                    reader.locator(f"main a[href$='report.{form}']").last.click()
                assert took.value.suggested_filename == f"{slug}-{language}.{form}"
            press(page, said["final"])
            reader.reload()
            expect(reader.locator("main")).not_to_contain_text(said["draft"])
            reader.goto(f"/{language}/{SAMPLE}/surveys/")
            expect(reader.locator("main")).to_contain_text(said["where"])
            looked_at(reader, watch)

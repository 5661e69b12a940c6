"""Asking from hand to hand in a real browser: the office issues questions and invites, a respondent answers by a link, the office asks back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import Watch, follow, looked_at, press, sign_in, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]
QUESTIONS = """Key\tType\tSection_ko\tSection_en\ttext_ko\ttext_en\tChoices\tunit_en\tunit_ko\tRequired\tonly_if\tonly_when
members\tnumber\t클러스터\tCluster\t소속 기관은 몇 곳입니까?\tHow many members?\t\tmembers\t곳\tyes\t\t
visa\tone\t사무국\tOffice\t비자를 돕습니까?\tVisa help?\tyes | 예 | Yes; no | 아니요 | No\t\t\tyes\t\t
helped\tnumber\t사무국\tOffice\t몇 명을 도왔습니까?\tHow many people?\t\tpeople\t명\tyes\tvisa\tyes
"""
WORDS = {
    "ko": {"new": "새 조사", "ask": "클러스터 입력", "bring": "문항 목록 불러오기", "in": "가져오기", "issue": "이 판 배포", "open": "새 차수 시작",
           "invite": "초대 메일 보내기", "link": "개인 링크", "next": "저장하고 다음", "send": "제출하기", "meanwhile": "그사이 다른 분의 답변",
           "back": "질의 보내기", "reply": "답변 보내기", "close": "질의 마무리", "approve": "응답 승인", "fixed": "승인한 응답", "cluster": "다온밸리"},

    "en": {"new": "New survey", "ask": "Enter a cluster", "bring": "Bring in a list of questions", "in": "Bring it in", "issue": "Issue this version",
           "open": "Open a wave", "invite": "Send the invitation", "link": "Personal link", "next": "Save and go on", "send": "Send my answers",
           "meanwhile": "Somebody else answered meanwhile", "back": "Ask the respondent", "reply": "Send the answer", "close": "Close the question",
           "approve": "Approve these answers", "fixed": "has approved these answers", "cluster": "Daon Valley"},
}  # fmt: skip


def opened(page: Page, said: dict[str, str], language: str, watch: Watch) -> str:
    """The office: a survey with one cluster, questions from a pasted table, a version issued, a wave opened. Gives the response's address."""
    page.goto(f"/{language}/desk/{SAMPLE}/surveys/new/")
    page.locator("#id_name_ko").fill(f"설문 {language}")
    page.locator("#id_name_en").fill(f"Questions {language}")
    page.locator("#id_slug").fill(f"asked-{language}")
    page.locator("main form.form button[type=submit]").first.click()
    survey = page.url.rstrip("/").rpartition("/")[2]
    follow(page, said["ask"])
    page.locator("#id_name_ko").fill("다온밸리")
    page.locator("#id_name_en").fill("Daon Valley")
    page.locator("#id_country").select_option("KR")
    page.locator("main form.form button[type=submit]").first.click()
    page.goto(f"/{language}/desk/{SAMPLE}/surveys/{survey}/questions/")
    looked_at(page, watch)
    follow(page, said["bring"])
    page.locator("#questions-pasted").fill(QUESTIONS)
    looked_at(page, watch)
    press(page, said["in"])
    looked_at(page, watch)
    press(page, said["issue"])
    page.goto(f"/{language}/desk/{SAMPLE}/surveys/{survey}/waves/")
    looked_at(page, watch)
    follow(page, said["open"])
    today = page.evaluate("new Date().toLocaleDateString('en-CA', {timeZone: 'Asia/Seoul'})")
    page.locator("#id_opens").fill(today)
    page.locator("#id_closes").fill(f"{int(today[:4]) + 1}{today[4:].replace('02-29', '02-28')}")
    page.locator("main form.form button[type=submit]").first.click()
    page.wait_for_load_state()
    looked_at(page, watch)
    follow(page, said["cluster"])
    looked_at(page, watch)
    return page.url


def invited(page: Page, said: dict[str, str], language: str) -> str:
    """Invite somebody; give the link that stands in the letter and at the desk."""
    page.locator("#invite-email").fill(f"dana-{language}@example.org")
    page.locator("#invite-language").select_option(language)
    press(page, said["invite"])
    return page.get_by_role("link", name=said["link"]).get_attribute("href") or ""


@pytest.mark.parametrize(("language", "phone"), [("ko", False), ("en", True)])
def test_a_response_from_the_invitation_to_its_approval(
    browser: Browser, house: House, language: str, *, phone: bool
) -> None:
    said, watch = WORDS[language], Watch()
    with visit(browser, house, language) as office, visit(browser, house, language, phone=phone) as outside:
        page = watch.over(sign_in(office, language, house.account("cluster_manager")))
        desk = opened(page, said, language, watch)
        link = re.sub(r"^https?://[^/]+", "", invited(page, said, language))
        mine, theirs = (watch.over(outside.new_page()) for _ in range(2))
        for one in (mine, theirs):
            one.goto(link)
        looked_at(mine, watch)
        mine.locator("[name=q-members]").fill("140 %")
        press(mine, said["next"])
        expect(mine.locator(".errors")).to_be_visible()
        expect(mine.locator("[name=q-members]")).to_have_value("140 %")
        mine.locator("[name=q-members]").fill("1,200")
        watch.take()
        press(mine, said["next"])

        # A question that depends on another comes and goes as that one is answered, without a reload.
        helped = mine.locator("#f-helped")
        expect(helped).to_be_hidden()
        mine.locator("#q-visa-yes").check()
        expect(helped).to_be_visible()
        looked_at(mine, watch)
        mine.locator("#q-visa-no").check()
        expect(helped).to_be_hidden()
        press(mine, said["next"])
        looked_at(mine, watch)

        theirs.locator("[name=q-members]").fill("1,300")
        press(theirs, said["next"])
        expect(theirs.locator("main")).to_contain_text(said["meanwhile"])
        expect(theirs.locator("main")).to_contain_text("1,200")
        expect(theirs.locator("[name=q-members]")).to_have_value("1,300")
        watch.take()
        press(mine, said["send"])
        looked_at(mine, watch)

        page.goto(desk)
        page.locator("#ask-text").fill("지점도 세었습니까? / With branches?")
        press(page, said["back"])
        looked_at(page, watch)
        mine.goto(f"{link}?section=check")
        mine.locator("textarea[name=answer]").fill("본사만 / Seats alone")
        looked_at(mine, watch)
        press(mine, said["reply"])
        page.goto(desk)
        expect(page.locator("main")).to_contain_text("Seats alone")
        press(page, said["close"])
        press(page, said["approve"])
        looked_at(page, watch)
        mine.goto(link)
        expect(mine.locator("main")).to_contain_text(said["fixed"])
        expect(mine.locator("[name=q-members]")).to_be_disabled()
        looked_at(mine, watch)

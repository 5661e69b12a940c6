"""The first ten minutes: a member list and a year of sign-in sheets go in by the pages alone, and come out again."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.house import EMPTY, EMPTY_MANAGER, House, until
from browser.look import Watch, sign_in, visit
from fixtures.workbooks import attendance_workbooks, expected, member_workbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What is not the office's data: sessions, the audit, the queue, and the list of imports itself with its answers;
# the portraits and the map, which the worker measures and draws in its own time; and the suggestions of the week, which
# it hands out to the sample's members when the record has settled or the clock strikes twenty past, and letters due meanwhile.
ASIDE = r"^(django_session|django_migrations|.*event|pghistory_context|procrastinate_.*|members_batch|mail_message|network_(bookmark|portrait|spot|introduction|withheld|place)|account_.*|mfa_.*)$"
DROP = """([zone, files]) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  for (const kind of ["dragenter", "dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: carried}));
  }
}"""


def counts(house: House) -> dict[str, int]:
    """The number of rows of every table that holds the office's data."""
    tables = house.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    return {
        name: house.one(f"SELECT count(*) FROM {name}") for (name,) in tables if not re.match(ASIDE, name)
    }


def drop(page: Page, number: int, files: dict[str, bytes]) -> None:
    """Drop files on the first or second zone of the import page."""
    page.goto(f"/ko/desk/{EMPTY}/import/")
    zone = page.locator("[data-dropzone]").nth(number)
    expect(zone).to_have_attribute("data-ready", "")
    carried = [[name, base64.b64encode(body).decode()] for name, body in files.items()]
    page.evaluate(DROP, [zone.element_handle(), carried])
    expect(zone.locator(".files li")).to_have_count(len(files))


def bring_in(page: Page) -> int:
    """Press the last button of the check page, wait until the worker is done, and give the number of the import."""
    page.locator("button[name=then][value=bring_in]").click()
    page.wait_for_url(re.compile(r"/import/\d+/$"))
    # The page asks once a second by itself; nobody has to reload it.
    expect(page.locator(".note-good, .message-success, #status .note").first).to_contain_text(
        "불러오기를 마쳤습니다", timeout=120_000
    )
    return int(page.url.rstrip("/").rpartition("/")[2])


def undo(page: Page, batch: int) -> None:
    """Take an import out again."""
    page.goto(f"/ko/desk/{EMPTY}/import/{batch}/")
    page.get_by_role("button", name="불러오기 되돌리기").click()
    expect(page.locator(".messages")).to_contain_text("되돌렸습니다", timeout=60_000)


def teaches(page: Page) -> None:
    """An empty cluster says what to do first, on each of its pages."""
    page.goto(f"/ko/{EMPTY}/home/")
    expect(page.get_by_role("link", name="기업·기관 목록 불러오기")).to_be_visible()
    page.goto(f"/ko/desk/{EMPTY}/organisations/")
    expect(page.locator(".empty")).to_contain_text("등록된 기업·기관이 없습니다")
    page.goto(f"/ko/desk/{EMPTY}/record/")
    expect(page.locator(".empty")).to_contain_text("아직 기록이 없습니다")
    page.goto(f"/ko/{EMPTY}/network/")
    expect(page.locator(".empty")).to_contain_text("참석 명단")


def test_a_member_list_and_a_year_of_gatherings_go_in_and_come_out(browser: Browser, house: House) -> None:
    """412 rows give 400 organisations, 58 gatherings give the network, and undoing gives the empty cluster back."""
    told, watch = expected(), Watch()
    with visit(browser, house, "ko") as context:
        page = watch.over(sign_in(context, "ko", EMPTY_MANAGER))
        teaches(page)
        before = counts(house)

        page.get_by_role("link", name="불러오기").first.click()
        drop(page, 0, {"members.xlsx": member_workbook()})
        page.get_by_role("button", name="목록 확인").click()
        alike = page.get_by_role("radio", name="같은 곳입니다", exact=True)
        expect(alike).to_have_count(len(told.lookalikes))
        for one in alike.all():
            one.check()
        members = bring_in(page)
        page.get_by_role("link", name="기업·기관 보기").click()
        expect(page.locator("#results")).to_contain_text("400건")
        after_members = counts(house)

        # The very same file again: what was answered need not be answered twice, and nothing changes.
        drop(page, 0, {"members.xlsx": member_workbook()})
        page.get_by_role("button", name="목록 확인").click()
        again = bring_in(page)
        assert counts(house) == after_members
        assert house.one("SELECT report->>'created' FROM members_batch WHERE id = %s", again) == "0"
        assert house.one("SELECT report->>'changed' FROM members_batch WHERE id = %s", again) == "0"

        drop(page, 1, attendance_workbooks())
        page.get_by_role("button", name="명단 확인").click()
        expect(page.get_by_role("button", name="행사 58건 불러오기")).to_be_visible()
        for group in page.locator("fieldset", has=page.locator("input[type=radio]")).all():
            group.locator("input[type=radio]").first.check()
        sheets = bring_in(page)
        every_gathering_is_in_the_record(page, told.gatherings)
        the_network_is_filled(page, house)

        after_sheets = counts(house)
        drop(page, 1, attendance_workbooks())
        page.get_by_role("button", name="명단 확인").click()
        sheets_again = bring_in(page)
        assert counts(house) == after_sheets

        for batch in (sheets_again, sheets, again, members):
            undo(page, batch)
        until(
            lambda: counts(house) == before,
            lambda: f"the tables as they were: {set(counts(house).items()) ^ set(before.items())}",
            seconds=30,
        )
        teaches(page)
        assert watch.take() == []


def every_gathering_is_in_the_record(page: Page, gatherings: list[tuple[str, object, int]]) -> None:
    """Title and day of each gathering stand in the participation record."""
    page.goto(f"/ko/desk/{EMPTY}/record/")
    found: list[str] = []
    while True:
        found += page.locator("table.data-table tbody tr").all_inner_texts()
        after = page.locator("a[rel=next]")
        if not after.count():
            break
        after.first.click()
    assert len(found) == len(gatherings)
    for title, _day, _n in gatherings:
        assert any(title in row for row in found), title


def what_holds_it_up(house: House) -> str:
    """Open transactions (each holds back the reading of the record), how far it was read, and what the worker said."""
    open_ones = house.rows(
        "SELECT pid, state, now() - xact_start, left(query, 200) FROM pg_stat_activity "
        "WHERE backend_xid IS NOT NULL AND datname = current_database()"
    )
    read = house.rows(
        "SELECT horizon, read_at, pg_snapshot_xmin(pg_current_snapshot())::text FROM network_bookmark"
    )
    return f"open: {open_ones}; read: {read}; said: {house.told()}"


def the_network_is_filled(page: Page, house: House) -> None:
    """Figures and table within seconds, the map after the next drawing."""

    def filled() -> bool:
        page.goto(f"/ko/{EMPTY}/network/")
        return page.locator("#ties tbody tr").count() > 20

    until(filled, lambda: f"the table of the network; {what_holds_it_up(house)}")
    assert page.locator("main [data-figure]").count() >= 3
    house.fill("draw")
    page.reload()
    expect(page.locator(".network-map canvas").first).to_be_visible(timeout=20_000)

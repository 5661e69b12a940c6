"""A page taken apart, and its paragraphs set beside those of the other language."""

from pumasi.engine.translation.alignment import align
from pumasi.engine.translation.page import read

BOARD = """
본문 바로가기
home > 소식 > 공지사항
단수 안내
작성자 시설팀
작성일 2026-03-02 조회수 88
첨부파일

3월 5일 22시부터 물이 나오지 않습니다.

냉각수를 미리 받아 두시기 바랍니다.

페이스북 엑스 페이스북
이전글 주차 안내
COPYRIGHT © 2026
"""


def test_menus_tables_and_footers_are_no_paragraphs():
    page = read(BOARD)
    assert page.title == ("단수 안내",)
    assert page.blocks == ("3월 5일 22시부터 물이 나오지 않습니다.", "냉각수를 미리 받아 두시기 바랍니다.")
    assert page.labels == (("작성자", "시설팀"), ("작성일", "2026-03-02"), ("조회수", "88"), ("첨부파일", ""))
    assert page.shares == ("페이스북", "엑스", "페이스북")


def test_entries_of_a_notice_are_paragraphs_and_no_labels():
    page = read("Meet-up\n\n○ Date: May 14\n○ Venue: Nuri Hall\n")
    assert page.blocks == ("○ Date: May 14", "○ Venue: Nuri Hall")
    assert page.labels == ()


def test_a_lost_paragraph_two_merged_and_two_that_changed_places():
    ko = [
        "병원 12곳이 시험에 참여했다.",
        "장비는 드론 30대다.",
        "해솔로봇이 특허 5건을 냈다.",
        "부산에서 6월 3일에 발표회를 연다.",
    ]
    en = [
        "Twelve hospitals took part in the trial. The equipment is 30 drones.",
        "A presentation will be held in Busan on June 3.",
    ]
    found = {(one.korean, one.english) for one in align(ko, en)}
    assert ((2,), ()) in found
    assert ((3,), (1,)) in found
    swapped = {
        (one.korean, one.english)
        for one in align(
            ko[2:], ["The presentation is on June 3 in Busan.", "Haesol Robot has filed five patents."]
        )
    }
    assert swapped == {((0,), (1,)), ((1,), (0,))}


def test_nothing_beside_something():
    assert align([], []) == []
    assert [one.korean for one in align(["하나뿐이다."], [])] == [(0,)]

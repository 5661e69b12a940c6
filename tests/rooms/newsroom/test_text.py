"""Text as it is typed, kept and shown: ids last, marks are known, nothing else becomes HTML."""

from __future__ import annotations

import pytest
from django.utils.html import format_html
from hypothesis import given as tried
from hypothesis import strategies as st

from pumasi.publish.newsroom import text

ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[<b onclick=alert(1)>](https://a.example)",
    "**<svg onload=alert(1)>**",
    "# <iframe src=//a.example>",
    "- </ul><script>alert(1)</script>",
    "> <style>*{display:none}</style>",
    "| <td onclick=alert(1)> | b |\n| c | d |",
    "{figure:<script>}",
    "&lt;script&gt;",
    "\u202e<a href=//a.example>",
]


def shown(typed, figure=lambda key: format_html("<data>{}</data>", key)):
    return str(text.html(text.renewed([], typed), figure))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_no_mark_is_shown_as_text(attack):
    made = shown(attack)
    for opening in (
        "<script",
        "<img",
        "<svg",
        "<iframe",
        "<style",
        "<b ",
        "<td ",
        "<a href=//",
        'href="javascript',
    ):
        assert opening not in made.replace("<td>", ""), made
    assert "onerror=" not in made.replace("&quot;", '"') or "&lt;img" in made


@tried(st.text(max_size=200))
def test_no_text_brings_a_tag_of_its_own(typed):
    made = shown(typed)
    known = (
        "p",
        "br",
        "h2",
        "ul",
        "li",
        "blockquote",
        "strong",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "data",
    )
    for piece in made.split("<")[1:]:
        assert piece.lstrip("/").split(">")[0].split(" ")[0] in known


def test_blocks_by_their_marks():
    made = shown(
        "# 제목\n\n첫 문단 **굵게** [누리집](https://a.example/x?y=1)\n둘째 줄\n\n- 하나\n- 둘\n\n> 인용\n\n| 가 | 나 |\n| 1 | 2 |"
    )
    assert "<h2>제목</h2>" in made
    assert (
        '<strong>굵게</strong> <a rel="noopener" href="https://a.example/x?y=1">누리집</a><br>둘째 줄' in made
    )
    assert "<ul><li>하나</li><li>둘</li></ul>" in made
    assert "<blockquote><p>인용</p></blockquote>" in made
    assert '<th scope="col">가</th>' in made and "<td>2</td>" in made


def test_what_was_typed_comes_back():
    typed = "# 제목\n\n첫 문단\n둘째 줄\n\n- 하나\n- 둘\n\n> 인용"
    assert text.typed(text.renewed([], typed)) == typed


def test_blocks_that_stay_or_are_reworded_keep_their_ids():
    first = text.renewed([], "하나는 그대로 둔다.\n\n둘은 조금 고친다.\n\n셋은 지운다.")
    second = text.renewed(first, "새 문단을 앞에 둔다.\n\n하나는 그대로 둔다.\n\n둘은 조금만 고친다.")
    assert [one["id"] for one in second][1:] == [first[0]["id"], first[1]["id"]]
    assert second[0]["id"] not in {one["id"] for one in first}


def test_figures_are_put_in_where_they_are_quoted():
    assert shown("{figure:survey}이 답했다.") == "<p><data>survey</data>이 답했다.</p>"
    assert text.quoted(text.renewed([], "{figure:a} {figure:b-1} {figure:A}")) == {"a", "b-1"}
    assert text.plain("**{figure:a}** [누리집](https://a.example)", lambda key: "18곳") == "18곳 누리집"

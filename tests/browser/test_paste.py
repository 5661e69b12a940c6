"""Formatted text pasted into a text: what it means stays, how it looked is left behind, and nothing of it runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.crawl import SAMPLE
from browser.house import House
from browser.look import Watch, sign_in, visit

pytestmark = [pytest.mark.browser]
PASTE = """([html, plain]) => {
  const field = document.querySelector("#id_body");
  field.focus();
  const carried = new DataTransfer();
  if (html) carried.setData("text/html", html);
  carried.setData("text/plain", plain);
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: carried, bubbles: true, cancelable: true}));
  return field.value;
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><p class="MsoTitle"><span lang="KO">조사 결과<o:p></o:p></span></p>
<p class="MsoNormal">전체 <b style="mso-bidi-font-weight:normal">28곳</b> 가운데
18곳이다.<o:p>&nbsp;</o:p></p>
<p class="MsoListParagraphCxSpFirst" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>첫째</p>
<p class="MsoListParagraphCxSpLast" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>둘째</p>
<table class="MsoTableGrid"><tr><td><p class="MsoNormal"><b>해</b></p></td><td><p class="MsoNormal">건수</p></td></tr>
<tr><td><p class="MsoNormal">2018</p></td><td><p class="MsoNormal">22,000</p></td></tr></table><!--EndFragment--></body></html>"""
PAGE = """<div style="color:red"><h2>Meet-ups</h2><div><p>See <a href="https://example.org/a?b=1">the <em>report</em></a>,<br>page 3.</p>
<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul><ol><li>first</li></ol><blockquote><p>They said so.</p></blockquote>
<img src="x" onerror="window.ran = 1"><script>window.ran = 1</script><p onclick="window.ran = 1" style="display:none">hidden</p>
<a href="javascript:window.ran = 1">press</a></div></div>"""
KEPT = {
    "word": (WORD, "# 조사 결과\n\n전체 **28곳** 가운데 18곳이다.\n\n- 첫째\n- 둘째\n\n| 해 | 건수 |\n| 2018 | 22,000 |"),
    "web page": (
        PAGE,
        "# Meet-ups\n\nSee [the report](https://example.org/a?b=1),\npage 3.\n\n- one\n- inner\n- two\n\n- first\n\n> They said so.\n\npress",
    ),
    "web editor": ('<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Bold</span><span> and plain</span></p></b>', "**Bold** and plain"),
    "bullets of a word processor": ("<p>○ 첫째</p><p>○ 둘째</p><p>- 셋째</p><p>끝</p>", "- 첫째\n- 둘째\n- 셋째\n\n끝"),
    "layout in a table": ("<table><tr><td><h3>Title</h3><p>Text</p></td></tr></table>", "# Title\n\nText"),
    "a stroke in a cell": ("<table><tr><th>a|b</th><th>c</th></tr><tr><td>1</td><td></td></tr></table>", "| a/b | c |\n| 1 |  |"),
    "one line": ("<span style='color:#123'>words from a page</span>", "words from a page"),
    "two marks": ("<p><strong><a href='https://example.org/'>bold link</a></strong></p>", "[bold link](https://example.org/)"),
    "brackets in a link": ("<a href='https://example.org/x'>[1] note</a>", "[1 note](https://example.org/x)"),
    "an address with a bracket": ("<a href='https://example.org/(x)'>note</a>", "note"),
}  # fmt: skip
ATTACKS = [
    "<svg><script>window.ran = 1</script></svg>x",
    "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>x",
    "<a href='https://example.org/\"onmouseover=window.ran=1//'>x</a>",
    "<a href=' javascript:window.ran=1'>x</a>",
    "<p>&lt;img src=x onerror=window.ran=1&gt;</p>",
    "<math><mtext><img src=x onerror=window.ran=1></mtext></math>x",
    "<template><img src=x onerror=window.ran=1></template>x",
    "<b>**x**</b><p>[x](javascript:window.ran=1)</p>",
]


@pytest.fixture
def desk(browser: Browser, house: House) -> Iterator[Page]:
    """An editor before an empty text."""
    with visit(browser, house, "en") as context:
        page = sign_in(context, "en", house.account("editor"))
        page.goto(f"/en/desk/{SAMPLE}/news/new/")
        yield page


def test_what_it_means_stays(desk: Page) -> None:
    """From a word processor, a web page, a web editor."""
    found = {}
    for name, (html, _) in KEPT.items():
        desk.fill("#id_body", "")
        found[name] = desk.evaluate(PASTE, [html, "plain"])
    assert found == {name: wanted for name, (_, wanted) in KEPT.items()}
    expect(desk.locator("#live")).to_have_text(
        "Pasted with its headings, lists, tables and links; other formatting was left behind."
    )


def test_plain_text_is_left_to_the_browser_and_a_paste_can_be_taken_back(desk: Page) -> None:
    """Ctrl+Z takes the whole paste back."""
    assert desk.evaluate(PASTE, ["", "plain"]) == "", (
        "the browser itself puts it in; an event of a script does not"
    )
    desk.fill("#id_body", "before ")
    assert desk.evaluate(PASTE, ["<h2>Title</h2><p>Text</p>", "plain"]) == "before # Title\n\nText"
    desk.keyboard.press("Control+z")
    assert desk.input_value("#id_body") == "before "


def test_nothing_of_it_runs(desk: Page) -> None:
    """Neither when it is pasted nor when what was saved is read."""
    watch = Watch()
    watch.over(desk)
    for attack in ATTACKS:
        desk.evaluate(PASTE, [attack + "<p>end</p>", "plain"])
    desk.fill("#id_title", "Pasted")
    desk.locator("main").get_by_role("button", name="Save as draft").click()
    desk.wait_for_load_state()
    desk.get_by_role("link", name="As readers will see it").click()
    desk.wait_for_load_state("networkidle")
    assert (
        desk.locator(
            "main [onerror], main [onmouseover], main iframe, main script, main a[href^=javascript]"
        ).count()
        == 0
    )
    assert desk.evaluate("() => window.ran") is None
    assert watch.take() == []

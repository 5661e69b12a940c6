"""`pumasi import news`: tables and feeds of other boards, the same once, nothing half-written."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.models import Edition
from pumasi.web.command import board

pytestmark = pytest.mark.django_db
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><item><guid>1</guid><title>A &amp; B</title><pubDate>Wed, 08 Jul 2026 09:00:00 +0900</pubDate>
<description>Text &lt;script&gt;alert(1)&lt;/script&gt;</description></item></channel></rss>"""


@pytest.fixture
def bring_in(given, monkeypatch):
    monkeypatch.setattr(board, "open_house", lambda: None)
    cluster = given.cluster()

    def run(path, *more):
        return CliRunner().invoke(
            board.news, [str(path), "--cluster", cluster.slug, *more], catch_exceptions=False
        )

    return run


def test_a_table_in_the_encoding_of_windows(bring_in, tmp_path):
    path = tmp_path / "board.csv"
    path.write_bytes(
        "번호,작성일,제목,본문\n1,2026.07.08,첫 글,본문이다.\n2,,날짜 없는 글,본문\n".encode("cp949")
    )
    assert bring_in(path).exit_code == 0
    assert bring_in(path).stdout.startswith("0 brought in, 1 were there")
    assert [one.shown_title for one in Edition.objects.all()] == ["첫 글"]


def test_a_feed_and_a_parquet_file(bring_in, tmp_path):
    (tmp_path / "feed.xml").write_text(RSS)
    pq.write_table(
        pa.table({"brief_rcn": [7], "date": ["2015-03-02"], "title": ["Result"], "teaser": ["Short."]}),
        tmp_path / "old.parquet",
    )
    for name in ("feed.xml", "old.parquet"):
        bring_in(tmp_path / name, "--lang", "en", "--kind", "success")
    assert {one.shown_title for one in Edition.objects.filter(language="en", item__kind="success")} == {
        "A & B",
        "Result",
    }


def test_a_feed_with_entities_is_refused(bring_in, tmp_path):
    (tmp_path / "bomb.xml").write_text('<!DOCTYPE x [<!ENTITY a "aaaa">]><rss/>')
    with pytest.raises(Refused, match="entities"):
        bring_in(tmp_path / "bomb.xml")
    assert not Edition.objects.exists()

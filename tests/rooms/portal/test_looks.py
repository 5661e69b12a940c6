"""A look into an attached file: its text, its first rows, or the browser's own view; never of what is not out."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from pumasi.kit.documents import Document, Heading, Table, Text, docx, hwpx
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.actions import records
from pumasi.publish.newsroom.models import Attachment

pytestmark = pytest.mark.django_db
TOLD = Document(
    title="조사 결과", language="ko", header="", footer="",
    blocks=[Heading("개요", 1), Text("28곳을 조사했다. <script>alert(1)</script>"), Table(("해", "건수"), (("2018", "22,000"),))],
)  # fmt: skip


def workbook():
    book = Workbook()
    sheet = book.active
    sheet.title = "이용"
    sheet.append(["달", "시간"])
    for n in range(70):
        sheet.append([f"2026-{n:02d}", n])
    sheet.append(["합계", 1])
    book.create_sheet("숨김").append(["비밀"])
    book["숨김"].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def hung(given, client):
    """Hang a file on a published item; give the page that looks into it."""
    edition = newsroom.write(cluster=given.cluster(), by=None, title="알림", body="본문", kind="notice")

    def hang(name, body, *, out=True):
        file = records.attach(item=edition.item, upload=SimpleUploadedFile(name, body), title_ko="자료")
        if out:
            newsroom.publish(edition=edition)
        base = f"/ko/{given.cluster().slug}/news/{edition.item_id}"
        return client.get(f"{base}/file/{file.pk}/look/"), client.get(
            f"{base}/", follow=True
        ).content.decode()

    return hang


@pytest.mark.parametrize(("name", "make"), [("a.docx", docx), ("a.hwpx", hwpx)])
def test_the_text_of_a_document(hung, name, make):
    answer, article = hung(name, make(TOLD))
    page = answer.content.decode()
    assert "미리보기" in article
    assert "28곳을 조사했다." in page
    assert "<script>alert" not in page
    assert "<td>22,000</td>" in page
    assert "noindex" in page


def test_the_first_rows_of_a_table(hung):
    page = hung("a.xlsx", workbook())[0].content.decode()
    assert "<h2>이용</h2>" in page
    assert "2026-58" in page
    assert "2026-60" not in page
    assert "…" in page
    assert "비밀" not in page
    page = hung("b.csv", "달,시간\n1월,3\n합계,3\n".encode("cp949"))[0].content.decode()
    assert "합계" in page, "a look leaves nothing out"


def test_a_plain_text(hung):
    assert "<p>첫째<br>둘째</p>" in hung("a.txt", "첫째\n둘째\n\n셋째".encode())[0].content.decode()


def test_what_browsers_show_is_theirs(hung):
    answer, _ = hung("a.pdf", b"%PDF-1.4")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_cannot_be_looked_into(hung):
    answer, article = hung("a.zip", b"PK")
    assert answer.status_code == 404
    assert "미리보기" not in article
    Attachment.objects.all().delete()
    assert hung("large.csv", b"a,b\n" * 1_300_000)[0].status_code == 404


def test_a_damaged_file_is_told(hung):
    answer, _ = hung("a.docx", b"PK\x03\x04broken")
    assert "손상된 파일" in answer.content.decode()


def test_nothing_of_what_is_not_out(hung):
    assert hung("a.csv", b"a,b\n1,2\n", out=False)[0].status_code == 404

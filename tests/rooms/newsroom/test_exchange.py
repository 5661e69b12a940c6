"""Texts, memory and terms to other tools and back: XLIFF, TMX, TBX, DOCX, HWPX."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from docx import Document
from lxml import etree

from pumasi.kit.documents import Document as Told
from pumasi.kit.documents import Heading, Table, Text, hwpx
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.actions import exchange, records, writing
from pumasi.publish.newsroom.exchange import documents, xliff
from pumasi.publish.newsroom.exchange.records import (
    Term,
    read_memory,
    read_terms,
    written_memory,
    written_terms,
)
from pumasi.publish.newsroom.models import Edition, Memory
from pumasi.publish.newsroom.models import Term as Kept
from pumasi.publish.newsroom.queries import items

pytestmark = pytest.mark.django_db
BODY = "# 협업\n\n기업 **28곳**이 만났다.\n두 줄째 <b>글</b> & 기호\n\n- 하나\n- 둘"


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(f"newsroom:{name}", kwargs={"cluster": "hangang", **values})


@pytest.fixture
def begun(given):
    """A Korean text whose translation is begun, and the editor."""
    editor = given.user("editor", cluster=given.cluster())
    source = newsroom.write(
        cluster=given.cluster(), by=editor, title="클러스터 소식", body=BODY, kind="news", summary="한 줄"
    )
    return source, newsroom.begin_translation(item=source.item, by=editor), editor


def handed_out(source, target):
    rows = items.beside(source, target)
    blocks = [(row.source, row.target["text"] if row.target else "") for row in rows]
    return xliff.written(source.item_id, ("ko", "en"), source, target, blocks)


def translated(body, words):
    """What a translator's tool sends back: a target behind each source, in order."""
    root = etree.fromstring(body)
    for segment, said in zip(root.iterfind(".//{*}segment"), words, strict=True):
        for old in segment.findall("{*}target"):
            segment.remove(old)
        if said:
            etree.SubElement(segment, f"{{{xliff.SPACE}}}target").text = said
    return etree.tostring(root)


def test_a_text_goes_out_as_xliff_and_comes_back_translated(begun):
    source, target, editor = begun
    body = handed_out(source, target)
    root = etree.fromstring(body)
    assert (root.get("srcLang"), root.get("trgLang"), root.get("version")) == ("ko", "en", "2.1")
    assert [one.text for one in root.iterfind(".//{*}source")] == [
        "클러스터 소식",
        "한 줄",
        *(one["text"] for one in source.blocks),
    ]
    back = translated(body, ["Cluster news", "One line", "Network", "**28** met.\nSecond <i>line</i>", ""])
    taken = exchange.take_back(edition=target, by=editor, body=back, filename="item.xlf")
    assert (taken.paragraphs, taken.changed) == (2, 0)
    kept = Edition.objects.get(pk=target.pk)
    assert (kept.title, kept.summary) == ("Cluster news", "One line")
    assert [(one["kind"], one["text"]) for one in kept.blocks] == [
        ("heading", "Network"),
        ("paragraph", "**28** met.\nSecond <i>line</i>"),
    ]
    assert [row.state for row in items.beside(source, kept)] == ["translated", "translated", "missing"]
    again = xliff.read(handed_out(source, kept), "x.xlf")
    assert {words for _told, words in again.blocks.values()} == {"Network", "**28** met.\nSecond <i>line</i>"}


def test_a_paragraph_whose_source_changed_meanwhile_stays_and_is_counted(begun):
    source, target, editor = begun
    body = handed_out(source, target)
    changed = BODY.replace("**28곳**", "**27곳**")
    writing.rewrite(edition=source, by=editor, version=source.version, title=source.title, body=changed)
    taken = exchange.take_back(
        edition=target,
        by=editor,
        body=translated(body, ["News", "Line", "Network", "28 met.", "- one"]),
        filename="a.xlf",
    )
    assert (taken.paragraphs, taken.changed) == (2, 1)
    assert "28 met." not in text.typed(Edition.objects.get(pk=target.pk).blocks)


def test_what_is_left_out_on_purpose_stays_left_out_and_what_stands_stays(begun):
    source, target, editor = begun
    first, second, third = (one["id"] for one in source.blocks)
    writing.translate(
        edition=target,
        by=editor,
        version=1,
        title="T",
        summary="",
        said={first: "By hand"},
        left_out={third: "names only"},
    )
    body = handed_out(source, Edition.objects.get(pk=target.pk))
    back = translated(body, ["T", "", "By hand", "28 met.", ""])
    exchange.take_back(edition=target, by=editor, body=back, filename="a.xlf")
    kept = Edition.objects.get(pk=target.pk)
    assert [one["text"] for one in kept.blocks] == ["By hand", "28 met."]
    assert kept.left_out[third]["why"] == "names only"
    assert second in {one["of"] for one in kept.blocks}


def test_the_older_form_of_a_tool_is_read_too(begun):
    source, _target, _editor = begun
    one = source.blocks[0]
    old = f"""<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="ko" target-language="en-GB" original="x"><body>
<trans-unit id="title"><source>{source.title}</source><target>News</target></trans-unit>
<trans-unit id="b-{one["id"]}"><source>{one["text"]}</source><target>Network</target></trans-unit></body></file></xliff>"""
    found = xliff.read(old.encode(), "old.xlf")
    assert (found.language, found.title, found.blocks) == (
        "en",
        "News",
        {one["id"]: (one["text"], "Network")},
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"nothing", "no XML file"),
        (b"<tmx/>", "no XLIFF"),
        (b'<xliff version="2.1" srcLang="ko" trgLang="ja"><file/></xliff>', "another language"),
        (b'<xliff version="2.1" srcLang="ko" trgLang="en"><file/></xliff>', "belongs to another text"),
        (b'<!DOCTYPE xliff [<!ENTITY a "aaaa">]><xliff>&a;</xliff>', "declares entities"),
    ],
)
def test_a_file_that_is_none_changes_nothing(begun, body, told):
    _source, target, editor = begun
    with pytest.raises(Refused) as why:
        exchange.take_back(edition=target, by=editor, body=body, filename="a.xlf")
    assert told in why.value.text("en")
    assert Edition.objects.get(pk=target.pk).version == 1


def test_memory_and_terms_read_back_what_they_wrote():
    pairs = [("기업 28곳 & <b>", "28 companies & <b>"), ("둘째\n줄", "second\nline")]
    assert read_memory(written_memory(pairs), "m.tmx") == pairs
    terms = [
        Term("협업 네트워크", "collaboration network", "not: cooperation"),
        Term("김다나", "Kim Dana", "", True),
    ]
    assert read_terms(written_terms(terms), "t.tbx") == terms
    doctype = b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    assert read_memory(written_memory(pairs).replace(b"<tmx", doctype + b"<tmx", 1), "m.tmx") == pairs, (
        "as other tools write it"
    )
    old = b'<martif><text><body><termEntry><langSet xml:lang="en-US"><tig><term>hub</term></tig></langSet><langSet xml:lang="ko"><tig><term>\xea\xb1\xb0\xec\xa0\x90</term></tig></langSet></termEntry></body></text></martif>'
    assert read_terms(old, "old.tbx") == [Term("거점", "hub")]


def test_a_memory_and_terms_from_elsewhere_are_taken_whole(given):
    cluster = given.cluster()
    assert (
        exchange.learn_from(
            cluster=cluster, body=written_memory([("하나", "one"), ("둘", "two")]), filename="m.tmx"
        )
        == 2
    )
    assert exchange.learn_from(cluster=cluster, body=written_memory([("하나", "One")]), filename="m.tmx") == 1
    assert sorted(Memory.objects.filter(cluster=cluster).values_list("en", flat=True)) == ["One", "two"]
    long = [Term("가", "a"), Term("나" * 121, "b")]
    with pytest.raises(Refused):
        exchange.name_from(cluster=cluster, body=written_terms(long), filename="t.tbx")
    assert not Kept.objects.exists()
    records.name(cluster=cluster, ko="가", en="old")
    assert exchange.name_from(cluster=cluster, body=written_terms(long[:1]), filename="t.tbx") == 1
    assert Kept.objects.get().en == "a"


def word(*, title="협업 소식"):
    paper = Document()
    paper.add_heading(title, 0)
    paper.add_paragraph("첫 문단입니다.")
    paper.add_heading("둘째", 1)
    paper.add_paragraph("하나", style="List Bullet")
    paper.add_paragraph("말했다", style="Quote")
    table = paper.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, [("이름", "수 | 량"), ("가", "28")], strict=True):
        for cell, said in zip(row.cells, cells, strict=True):
            cell.text = said
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def test_a_word_document_as_somebody_would_type_it():
    title, typed = documents.typed_from(word(), "release.docx")
    assert title == "협업 소식"
    assert typed == "첫 문단입니다.\n\n# 둘째\n\n- 하나\n\n> 말했다\n\n| 이름 | 수 / 량 |\n| 가 | 28 |"
    assert [kind for kind, _text in text.split(typed)] == ["paragraph", "heading", "list", "quote", "table"]


def test_a_hangul_document_with_its_tables():
    told = Told(
        title="협업 소식", language="ko", header="머리글", footer="바닥글",
        blocks=[Heading("둘째", 1), Text("기업 28곳이 만났다.", note="각주 하나"), Table(("이름", "수"), (("가", "28"),))],
    )  # fmt: skip
    title, typed = documents.typed_from(hwpx(told), "release.hwpx")
    assert title == "협업 소식"
    assert "기업 28곳이 만났다." in typed
    assert "| 이름 | 수 |\n| 가 | 28 |" in typed
    assert "바닥글" not in typed


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("a.doc", b"x", "choose a DOCX or HWPX file"),
        ("a.docx", b"no zip", "is damaged"),
        ("a.hwpx", b"PK\x03\x04broken", "is damaged"),
    ],
)
def test_a_document_that_cannot_be_read_says_what_to_do(name, body, told):
    with pytest.raises(Refused) as why:
        documents.typed_from(body, name)
    assert told in why.value.text("en")


def test_a_zip_that_is_no_document_is_refused():
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("hello.txt", "x")
    for name in ("a.docx", "a.hwpx"):
        with pytest.raises(Refused):
            documents.typed_from(kept.getvalue(), name)


def test_the_pages_hand_out_and_take_in(begun):
    source, target, editor = begun
    client = Client()
    client.force_login(editor)
    file = client.get(at("translation_file", pk=source.item_id))
    assert file["Content-Disposition"].endswith(f'item-{source.item_id}-ko-en.xlf"')
    back = translated(file.content, ["News", "", "Network", "28 met.", "- one"])
    page = client.post(
        at("take_back", pk=source.item_id), {"file": SimpleUploadedFile("a.xlf", back)}, follow=True
    )
    assert "Paragraphs taken in: 3." in page.content.decode()
    assert Edition.objects.get(pk=target.pk).title == "News"
    assert client.post(at("take_back", pk=source.item_id), {}).status_code == 422
    client.post(
        at("bring_in_records"),
        {"file": SimpleUploadedFile("t.tbx", written_terms([Term("가", "<script>a</script>")]))},
    )
    assert "&lt;script&gt;a&lt;/script&gt;" in client.get(at("terms")).content.decode()
    assert read_terms(client.get(at("terms_file")).content, "t.tbx") == [Term("가", "<script>a</script>")]
    client.post(
        at("bring_in_records"), {"file": SimpleUploadedFile("m.tmx", written_memory([("하나", "one")]))}
    )
    assert read_memory(client.get(at("memory_file")).content, "m.tmx") == [("하나", "one")]
    read = client.post(
        at("new"), {"document": SimpleUploadedFile("r.docx", word(title="<b>제목</b>")), "deed": "read"}
    )
    shown = read.content.decode()
    assert "&lt;b&gt;제목&lt;/b&gt;" in shown
    assert "# 둘째" in shown
    assert Edition.objects.count() == 2, "nothing is saved yet"

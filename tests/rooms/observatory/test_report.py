"""`pumasi observatory report`: the report of a survey, or its rows, into a file."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest
from click.testing import CliRunner
from pptx import Presentation

from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory import words
from pumasi.measure.observatory.words import told
from pumasi.web.command import observatory as command

pytestmark = pytest.mark.django_db
HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


@pytest.fixture
def run(monkeypatch):
    # The database is the test's own.
    monkeypatch.setattr(command, "open_house", lambda: None)

    def run(*words):
        return CliRunner().invoke(command.observatory, ["report", *map(str, words)])

    return run


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("html", b"<!DOCTYPE"),
        ("pdf", b"%PDF-"),
        ("docx", b"PK"),
        ("hwpx", b"PK"),
        ("pptx", b"PK"),
        ("csv", b"\xef\xbb\xbf"),
        ("xlsx", b"PK"),
        ("parquet", b"PAR1"),
    ],
)
def test_every_form_is_written(wave, run, tmp_path, form, start):
    place = tmp_path / f"report.{form}"
    done = run("hangang", "wave", "--lang", "en", "--format", form, "--out", place)
    assert done.exit_code == 0, done.output
    assert place.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("language", "share"),
    [("ko", "12곳 중 6곳(50%, 95% 신뢰구간 25~75%)"), ("en", "6 of 12 (50 %; 95 % CI 25–75 %)")],
)
def test_both_languages_say_the_same_numbers(wave, run, tmp_path, language, share):
    place = tmp_path / "report.html"
    run("hangang", "wave", "--lang", language, "--format", "html", "--out", place)
    assert share in place.read_text()


def test_a_survey_that_is_not_there_is_refused(wave, run, tmp_path):
    done = run("hangang", "nothing", "--out", tmp_path / "x.pdf")
    assert isinstance(done.exception, Refused)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_docx_and_hwpx_say_what_the_page_says(wave, language):
    """The HWPX is read as what it is, zipped XML: its tables, footnotes, header and footer."""
    observatory.tell(
        surveyed=wave.asked[1], factors=[wave.network], title_ko="공동 특허", title_en="A joint patent", situation_ko="상황",
        situation_en="Situation", evidence="https://example.org/patent", permitted=True,
    )  # fmt: skip
    share = told(observatory.results_of(wave.survey).finding("network"), language)
    name = {"ko": "협업 네트워크", "en": "Collaboration network"}[language]
    draft = {"ko": "초안", "en": "Draft"}[language]

    book = docx.Document(io.BytesIO(observatory.report(wave.survey, language, "docx")))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in book.tables]
    assert [name, share] in tables[0]
    assert any("https://example.org/patent" in one.text for one in book.paragraphs)
    assert draft in book.sections[0].footer.paragraphs[0].text

    with zipfile.ZipFile(io.BytesIO(observatory.report(wave.survey, language, "hwpx"))) as parts:
        assert parts.testzip() is None
        assert parts.infolist()[0].filename == "mimetype"
        page = ET.fromstring(parts.read("Contents/section0.xml"))  # noqa: S314  # written here
    grids = [
        [["".join(cell.itertext()).strip() for cell in row.iter(f"{HP}tc")] for row in grid.iter(f"{HP}tr")]
        for grid in page.iter(f"{HP}tbl")
    ]
    assert grids == tables
    notes = ["".join(note.itertext()) for note in page.iter(f"{HP}footNote")]
    assert any("https://example.org/patent" in note for note in notes)
    heads, feet = (
        {"".join(one.itertext()) for one in page.iter(f"{HP}{what}")} for what in ("header", "footer")
    )
    assert len(heads) == 1
    assert draft in feet.pop()
    # A paragraph below a heading is no heading itself.
    styles = {"".join(p.itertext()): p.get("styleIDRef") for p in page.findall(f"{HP}p")}
    assert (
        styles[f"{name}: {share}"]
        != styles[words.otherwise(observatory.results_of(wave.survey).finding("network"), language)]
    )


def _said(slide):
    """Texts of a slide, cells of its table, and the numbers of its chart."""
    texts, numbers = [], {}
    for shape in slide.shapes:
        if shape.has_text_frame:
            texts += shape.text_frame.text.split("\n")
        if shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
        if shape.has_chart:
            plot = shape.chart.plots[0]
            numbers = dict(zip(plot.categories, plot.series[0].values, strict=True))
    return texts, numbers


@pytest.mark.parametrize(
    ("language", "share", "factor"),
    [
        ("ko", "12곳 중 6곳(50%, 95% 신뢰구간 25~75%)", "협업 네트워크"),
        ("en", "6 of 12 (50 %; 95 % CI 25–75 %)", "Collaboration network"),
    ],
)
def test_slides_say_what_the_page_says_and_their_charts_hold_the_numbers(wave, language, share, factor):
    deck = Presentation(io.BytesIO(observatory.report(wave.survey, language, "pptx")))
    said = [_said(slide) for slide in deck.slides]
    (numbers,) = [numbers for _texts, numbers in said if numbers]
    assert numbers[factor] == 6
    assert sum(share in texts for texts, _numbers in said) == 1, (
        "in the table; a factor's own slide says it in its title"
    )
    assert any(text == f"{factor}: {share}" for texts, _numbers in said for text in texts)
    draft = "초안" if language == "ko" else "draft"
    assert draft in " ".join(said[0][0]).lower()
    assert all(any("조사" in text or "Survey" in text for text in texts) for texts, _numbers in said), (
        "how to cite it stands on each"
    )


def test_the_heading_of_a_case_cannot_lie_over_its_text(wave):
    title = "A heading that is so long that it takes two lines on a slide, whoever reads it and wherever"
    observatory.tell(
        surveyed=wave.asked[1], factors=[wave.network], title_en=title, situation_en="There was nowhere to test.",
        evidence="https://one.example/case", permitted=True,
    )  # fmt: skip
    deck = Presentation(io.BytesIO(observatory.report(wave.survey, "en", "pptx")))
    boxes = [shape.text_frame for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    (box,) = [one for one in boxes if title in one.text]
    assert [
        one.text.startswith(said) for one, said in zip(box.paragraphs, (title, "There was"), strict=True)
    ] == [True, True]


def test_a_long_table_goes_on_over_the_next_slides(wave):
    for n in range(12):
        observatory.define(survey=wave.survey, key=f"more-{n}", name_en=f"Factor {n}")
    deck = Presentation(io.BytesIO(observatory.report(wave.survey, "en", "pptx")))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    rows = [row.cells[0].text for table in tables for row in table.rows]
    assert all(f"Factor {n}" in rows for n in range(12))
    assert max(len(table.rows) for table in tables) <= 11


def test_what_programs_take_for_a_formula_or_a_tag_stays_text(wave):
    observatory.ask(survey=wave.survey, country="KR", name_ko="<b>=1+1</b> & 나", name_en="<b>=1+1</b> & me")
    surveyed = wave.survey.surveyed.get(country="KR")
    observatory.settle(surveyed=surveyed, factor=wave.network, named=True, why="분명함", by=wave.third)
    for form in ("docx", "hwpx"):
        with zipfile.ZipFile(io.BytesIO(observatory.report(wave.survey, "en", form))) as parts:
            name = "word/document.xml" if form == "docx" else "Contents/section0.xml"
            assert "<b>=1+1</b> & me" in "".join(ET.fromstring(parts.read(name)).itertext())  # noqa: S314  # written here

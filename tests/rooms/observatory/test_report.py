"""`pumasi observatory report`: the report of a survey, or its rows, into a file."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from pumasi.kit.refused import Refused
from pumasi.web.command import observatory as command

pytestmark = pytest.mark.django_db


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
        ("csv", b"\xef\xbb\xbf"),
        ("xlsx", b"PK"),
        ("parquet", b"PAR1"),
    ],
)
def test_every_form_is_written(wave, run, tmp_path, form, start):
    place = tmp_path / f"report.{form}"
    told = run("hangang", "wave", "--lang", "en", "--format", form, "--out", place)
    assert told.exit_code == 0, told.output
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
    told = run("hangang", "nothing", "--out", tmp_path / "x.pdf")
    assert isinstance(told.exception, Refused)
    assert not (tmp_path / "x.pdf").exists()

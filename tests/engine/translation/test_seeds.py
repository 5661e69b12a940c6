"""The release in its two editions: what the English one is known to have lost."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from pumasi.engine.commands import InputError, translation
from pumasi.web.command.newsroom import newsroom

SEEDS = Path(os.environ.get("PUMASI_TEST_DATA", "../shared")) / "seeds"
FILES = [SEEDS / f"press-release.{language}.txt" for language in ("ko", "en")]
needs_seeds = pytest.mark.skipif(
    not FILES[0].exists(), reason="the release stands in PUMASI_TEST_DATA/seeds, which is not here"
)


def texts(found, kind):
    return {one["source_text"] or one["target_text"] for one in found["findings"] if one["kind"] == kind}


@needs_seeds
def test_blocks_and_numbers():
    found = translation(*FILES)
    assert found["blocks"] == {"source": 9, "missing": 4}
    assert found["numbers"] == {"source": 19, "missing": 11}
    lost = {
        "백여",
        "1천",
        "250",
        "19",
        "32에이커",
        "13만㎡",
        "2015년",
        "52",
        "2017년 1월",
        "2018년 12월",
        "4,400시간",
    }
    assert texts(found, "missing_number") == lost


@needs_seeds
def test_what_was_written_badly():
    found = translation(*FILES)
    assert texts(found, "repeated_word") == {"qualitatively and qualitatively"}
    assert texts(found, "lost_hedge") == {"22,000건에 육박할"}
    assert texts(found, "strong_word") == {"Overwhelming"}
    assert "18/28, p = 0.18" in next(
        one["message"] for one in found["findings"] if one["kind"] == "strong_word"
    )
    assert texts(found, "empty_label") == {"첨부파일", "Date :", "Sort :", "Views :"}
    assert texts(found, "duplicate_link") == {"Twitter"}
    assert texts(found, "doubled_ending") == {"끝."}
    assert len(texts(found, "missing_attachment")) == 1
    assert any(one["kind"] == "claim" and one["target_text"] == "two thirds" for one in found["findings"])


@needs_seeds
def test_the_command_gives_json_and_ends_well():
    result = CliRunner().invoke(newsroom, ["check", *map(str, FILES), "--json", "--lang", "ko"])
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert {"kind", "category", "source_text", "target_text", "place", "message"} == set(told["findings"][0])
    assert "번역에 없는 문단" in told["findings"][0]["message"]


def test_bad_files_are_refused_with_a_remedy(tmp_path):
    good, empty, binary, odd = (
        tmp_path / name for name in ("good.txt", "empty.txt", "binary.txt", "odd.txt")
    )
    good.write_text("한 문단이다.", encoding="utf-8")
    empty.write_text(" \n")
    binary.write_bytes(b"PK\x03\x04\x00\x00")
    odd.write_bytes(b"\xff\xff\xff\x81")
    for wrong, words in (
        (empty, "no text"),
        (binary, "not a text file"),
        (odd, "Save it as UTF-8"),
        (tmp_path / "none.txt", "cannot be read"),
    ):
        with pytest.raises(InputError, match=words):
            translation(good, wrong)
    result = CliRunner().invoke(newsroom, ["check", str(good), str(binary)])
    assert result.exit_code == 2


def test_korean_of_windows_is_read(tmp_path):
    ko, en = tmp_path / "ko.txt", tmp_path / "en.txt"
    ko.write_bytes("지난해 250건을 등록했다.".encode("cp949"))
    en.write_text("﻿Last year 205 were registered.", encoding="utf-8")
    found = translation(ko, en)
    assert texts(found, "missing_number") == {"250"}

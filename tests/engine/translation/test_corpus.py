"""The checks over pairs of texts with planted faults and without: how many faults are found, how often a good text is blamed.

`seen.toml` shaped the checks, `aside.toml` was written by another hand and first read when they stood; `fresh.toml` after that.
"""

import tomllib
from pathlib import Path

import pytest

from pumasi.engine.translation.check import check
from pumasi.engine.translation.records import Records

HERE = Path(__file__).parent
CORPORA = ("seen", "aside", "fresh", "last", "unread")


def pairs(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["pair"]


def found_in(pair):
    beside = Records(pair.get("names", ()), pair.get("terms", ()), attachments=pair.get("attachments"))
    return check(pair["ko"], pair["en"], beside).findings


def points_at(finding, fault):
    """The finding is of the fault's kind, and its text holds the planted piece, or is held by it."""
    texts = [text for text in (finding.source_text, finding.target_text) if text]
    return finding.kind == fault["kind"] and any(
        fault["text"] in text or text in fault["text"] for text in texts
    )


@pytest.mark.parametrize("name", CORPORA)
def test_planted_faults_are_found(name):
    planted = [(pair, fault) for pair in pairs(name) for fault in pair.get("fault", ())]
    missed = [
        (pair["id"], fault["kind"], fault["text"])
        for pair, fault in planted
        if not any(points_at(one, fault) for one in found_in(pair))
    ]
    assert len(missed) <= 0.05 * len(planted), missed


@pytest.mark.parametrize("name", CORPORA)
def test_good_translations_are_left_in_peace(name):
    clean = [pair for pair in pairs(name) if pair["clean"]]
    alarms = [
        (pair["id"], one.kind, one.source_text, one.target_text) for pair in clean for one in found_in(pair)
    ]
    assert len(alarms) <= len(clean) / 5, alarms


def test_every_kind_is_planted_and_every_plant_stands_in_its_text():
    every = [(pair, fault) for name in CORPORA for pair in pairs(name) for fault in pair.get("fault", ())]
    assert len([pair for name in CORPORA for pair in pairs(name)]) >= 40
    for pair, fault in every:
        assert fault["text"] in pair["ko"] + pair["en"], (pair["id"], fault)
        assert not pair["clean"]

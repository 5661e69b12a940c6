"""A CORDIS download comes in whole or not at all, and a second time changes nothing."""

from __future__ import annotations

import zipfile

import pytest

from pumasi.commons.intake.cordis.bring_in import bring_in
from pumasi.commons.intake.cordis.read import Circle, circles, distance_km, place_in_clusters, read
from pumasi.commons.intake.undo import undo
from pumasi.commons.ledger.models import Line
from pumasi.commons.members.models import Batch, Cluster, Organisation, Relation
from pumasi.kit.refused import Refused

PROJECTS = '"id";"acronym";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"legalBasis"\n'
BODIES = '"projectID";"organisationID";"name";"shortName";"activityType";"city";"country";"geolocation";"organizationURL";"role";"ecContribution"\n'
PROJECT_ROWS = '"1";"A";"First";"2014-01-01";"2016-03-31";"230000,5";"230000.5";"LEIT"\n"2";"B";"Second";"2015-01-01";"2015-12-31";"";"";"SC1"\n'
BODY_ROWS = (
    '"1";"11";"ALPHA BV";"ALPHA";"PRC";"EINDHOVEN";"NL";"51,45;"\n'.replace(
        "51,45;", '51.4408,5.4778";"";"coordinator";"100,5'
    )
    + '"1";"12";"BETA UNI";"";"HES";"EINDHOVEN";"NL";"51.4500,5.4800";"";"participant";""\n'
    + '"2";"12";"BETA UNI";"";"HES";"EINDHOVEN";"NL";"51.4500,5.4800";"";"coordinator";""\n'
    + '"2";"13";"";"";"REC";"ATHENS";"EL";"37.98,23.72";"";"participant";""\n'
)


def quiet(*_):
    """Tell nobody."""


@pytest.fixture
def place(tmp_path):
    (tmp_path / "project.csv").write_text(PROJECTS + PROJECT_ROWS, encoding="utf-8")
    (tmp_path / "organization.csv").write_text(BODIES + BODY_ROWS, encoding="utf-8")
    return tmp_path


def test_numbers_with_commas_or_points_and_country_codes_are_read(place):
    found = read(place, quiet)
    assert len(found.projects) == 2
    assert found.bodies["13"].country == "GR"
    assert found.bodies["13"].name == "Organisation 13 (research body, GR)"


@pytest.mark.django_db
def test_twice_changes_nothing_and_undo_takes_all_out(place):
    clusters = [Circle("Brainport", "NL", 51.4408, 5.4778, 22)]

    def once(**values):
        found = read(place, quiet)
        place_in_clusters(found, clusters)
        return bring_in(found, clusters, tell=quiet, dry_run=values.get("dry_run", False))

    dry = once(dry_run=True)
    assert dry["organisations"]["created"] == 3
    assert not Organisation.objects.exists()
    first, second = once(), once()
    assert {key: first[key]["created"] for key in ("organisations", "projects", "participations", "clusters", "members")} == {
        "organisations": 3, "projects": 2, "participations": 4, "clusters": 1, "members": 2,
    }  # fmt: skip
    assert all(
        second[key]["created"] == second[key]["changed"] == 0 for key in first if isinstance(first[key], dict)
    )
    assert second["batch"] is None
    undo(batch=Batch.objects.get(pk=first["batch"]))
    assert not any(model.objects.exists() for model in (Organisation, Relation, Line, Cluster))


def spoilt(place, name, text, encoding="utf-8"):
    (place / name).write_bytes(text.encode(encoding))
    with pytest.raises(Refused) as refusal:
        read(place, quiet)
    return refusal.value.text("en"), refusal.value.text("ko")


def test_a_wrong_delimiter_is_named(place):
    english, korean = spoilt(
        place, "project.csv", PROJECTS.replace(";", ",") + PROJECT_ROWS.replace(";", ",")
    )
    assert "project.csv, row 1" in english and "semicolons" in english and "쌍반점" in korean


def test_cp949_is_refused_with_a_way_out(place):
    english, _ = spoilt(
        place, "organization.csv", BODIES + BODY_ROWS.replace("ALPHA BV", "한국회사"), "cp949"
    )
    assert "organization.csv" in english and "UTF-8" in english and "Import members" in english


@pytest.mark.parametrize("cell", ["23x", "1.2.3"])
def test_a_broken_number_is_named_with_file_and_row(place, cell):
    english, _ = spoilt(place, "project.csv", PROJECTS + PROJECT_ROWS.replace("230000.5", cell))
    assert english.startswith("project.csv, row 2") and cell in english and "not a number" in english


def test_a_truncated_zip_is_refused(place, tmp_path):
    whole = tmp_path / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("project.csv", "organization.csv"):
            archive.writestr(name, (place / name).read_text() * 200)
    cut = tmp_path / "cut.zip"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with pytest.raises(Refused, match="cut off"):
        read(cut, quiet)


def test_a_folder_without_the_files_says_what_is_needed(tmp_path):
    with pytest.raises(Refused, match=r"holds no project\.csv"):
        read(tmp_path, quiet)


def test_a_great_circle(shared_data):
    assert distance_km((0, 0), (0, 90)) == pytest.approx(6371 * 3.141592653589793 / 2)
    assert len(circles(shared_data / "data/clusters28.csv")) == 28

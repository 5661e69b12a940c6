"""The commands without a database: small files, bad files, and the real data where it is at hand."""

import os
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engine import twins
from pumasi.engine.commands import introductions, project
from pumasi.engine.commands.introductions import read
from pumasi.engine.commands.project import InputError
from pumasi.engine.warm import warm

DATA = Path(os.environ.get("PUMASI_TEST_DATA", "../shared")) / "data" / "cordis"


@pytest.fixture
def attendance(tmp_path):
    lines = np.random.default_rng(0).integers(0, 30, (300, 3))
    path = tmp_path / "attendance.parquet"
    pq.write_table(
        pa.table({name: lines[:, i] for i, name in enumerate(("gathering", "person", "organisation"))}), path
    )
    return path, lines


@pytest.mark.parametrize(("by", "column"), [("person", 1), ("organisation", 2)])
@pytest.mark.parametrize("cap", [None, 8])
def test_projection_of_a_file(attendance, by, column, cap):
    path, lines = attendance
    found = project(path, by=by, cap=cap)
    ties = twins.ties([(row[0], row[column]) for row in lines.tolist()], cap)
    assert found["pairs"] == len(ties)
    assert found["weight_sum"] == pytest.approx(sum(weight for weight, _ in ties.values()), abs=1e-5)
    assert set(found) == {"pairs", "weight_sum", "seconds", "cpu_seconds", "peak_mb"}


def test_bad_files_are_named_with_a_remedy(tmp_path, attendance):
    path, _ = attendance
    text = tmp_path / "attendance.csv"
    text.write_text("gathering,person,organisation\n1,2,3\n")
    holes = tmp_path / "holes.parquet"
    pq.write_table(pa.table({"gathering": [1, None], "organisation": [1, 2]}), holes)
    narrow = tmp_path / "narrow.parquet"
    pq.write_table(pa.table({"gathering": [1, 2]}), narrow)
    for wrong, words in (
        ({"path": tmp_path / "none.parquet"}, "no such file"),
        ({"path": text}, "not a Parquet file"),
        ({"path": holes}, "1 rows have no gathering"),
        ({"path": narrow, "by": "person"}, "no column 'person'"),
        ({"path": path, "by": "city"}, "organisation or person"),
        ({"path": path, "cap": 1}, "2 or more"),
    ):
        with pytest.raises(InputError, match=words):
            project(**wrong)


@pytest.fixture
def projects(tmp_path):
    lines = {"project_id": [1, 1, 2, 2, 3], "org_id": [10, 20, 20, 30, 40]}
    days = pa.array([date(2018, 1, day) for day in (1, 1, 6, 6, 10)], pa.date32())
    pq.write_table(pa.table({**lines, "start_date": days}), tmp_path / "participations.parquet")
    people = {
        "org_id": [50, 40, 30, 20, 10],
        "country": ["DE", None, "FR", "DE", "DE"],
        "activity_type": ["PRC"] * 5,
    }
    pq.write_table(pa.table(people), tmp_path / "organisations.parquet")
    pq.write_table(
        pa.table({"project_id": [1, 2, 3], "programme_parts": [["A"], ["A", "B"], ["B"]]}),
        tmp_path / "projects.parquet",
    )
    return tmp_path


def test_introductions_from_files(projects):
    out = projects / "out.parquet"
    told = introductions(projects, 20, out)
    # Five organisations teach nothing: the formula stays alone, and nothing is said of an examination.
    assert (told["organisations"], told["learnt"], "gain_low" in told) == (5, 0, False)
    rows = pq.read_table(out).to_pylist()
    by_query = {query: [r for r in rows if r["query"] == query] for query in (10, 20, 30, 40, 50)}
    assert by_query[10][0]["candidate"] == 30
    assert {q: len(found) for q, found in by_query.items()} == {10: 3, 20: 2, 30: 3, 40: 4, 50: 4}
    for query, found in by_query.items():
        assert [r["rank"] for r in found] == list(range(1, len(found) + 1))
        assert sorted(-r["score"] for r in found) == [-r["score"] for r in found]
        assert query not in {r["candidate"] for r in found}


def test_places_are_read_where_the_file_tells_them(projects):
    assert read(projects).place.shape == (0, 2)
    people = pq.read_table(projects / "organisations.parquet")
    for name, values in (("lat", [None, 90.0, 0.0, 0.0, 0.0]), ("lon", [None, 180.0, 0.0, 0.0, 0.0])):
        people = people.append_column(name, pa.array(values, pa.float64()))
    pq.write_table(people, projects / "organisations.parquet")
    place = read(projects).place
    assert np.isnan(place).tolist() == [[False, False]] * 4 + [[True, True]]
    assert place[3] == pytest.approx([np.pi / 2, np.pi])


def test_a_folder_without_its_files_is_refused(tmp_path, projects):
    (projects / "projects.parquet").unlink()
    with pytest.raises(InputError, match="holds all three"):
        introductions(projects, 20, projects / "out.parquet")
    with pytest.raises(InputError, match="1 or more"):
        introductions(projects, 0, projects / "out.parquet")


@pytest.mark.slow
@pytest.mark.skipif(not DATA.is_dir(), reason="needs the CORDIS data of PUMASI_TEST_DATA, which is not there")
def test_everyone_of_cordis_gets_twenty(tmp_path):
    out = tmp_path / "out.parquet"
    introductions(DATA, 20, out, formula=True)
    found = pq.read_table(out)
    assert found.num_rows == 27_411 * 20
    pairs = np.stack([found["query"].to_numpy(), found["candidate"].to_numpy()], axis=1)
    assert np.unique(pairs, axis=0).shape[0] == found.num_rows
    assert np.array_equal(np.bincount(found["rank"].to_numpy())[1:], np.full(20, 27_411))


def test_every_kernel_compiles():
    warm()

"""The command line as others script it: one JSON document, exit codes, and a backup that restores a living network."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from fixtures import workbooks

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home():
    """A home that the database's user can reach, with nothing in it."""
    place = Path(tempfile.mkdtemp(prefix="pumasi-commands-"))
    place.chmod(0o711)
    yield place / "home"
    pumasi(place / "home", "down")
    shutil.rmtree(place, ignore_errors=True)


def environment(home: Path) -> dict[str, str]:
    ours = ("PUMASI_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PORT")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {**kept, "PUMASI_HOME": str(home), "LANG": "C.UTF-8"}


def start(home: Path, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pumasi.web.command.main", *words]
    return subprocess.Popen(
        command, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def pumasi(home: Path, *words: str, code: int = 0):
    """Run a command, check its exit code, and give (its JSON document or text, what it told on standard error)."""
    process = start(home, *words)
    out, err = process.communicate(timeout=240)
    assert process.returncode == code, f"{words}: exit {process.returncode}\n{out}\n{err[-3000:]}"
    return (json.loads(out) if "--json" in words else out), err


def sql(home: Path, query: str):
    import psycopg

    from pumasi.host import api as host

    with psycopg.connect(host.ensure(host.Home(home), environ={})) as connection:
        return connection.execute(query).fetchall()


NETWORK = """
SELECT a.external_id || a.name_ko, b.external_id || b.name_ko, t.audience, t.weight, t.gatherings
FROM network_tie t JOIN members_organisation a ON a.id = t.a_id JOIN members_organisation b ON b.id = t.b_id ORDER BY 1, 2, 3
"""


# Organisations of the network that have met a few others, not nearly everybody.
ASKING = """
SELECT o FROM (SELECT a_id AS o FROM network_tie WHERE audience = 'members' UNION ALL
               SELECT b_id FROM network_tie WHERE audience = 'members') t
GROUP BY o HAVING count(*) BETWEEN 10 AND 60 ORDER BY 1 LIMIT 2
"""


def test_the_sample_asks_and_answers(home):
    counts, _ = pumasi(home, "sample", "load", "--json")
    assert counts["organisations"] == 400
    again, _ = pumasi(home, "sample", "load", "--json")
    assert again == {}
    pk, other = (row[0] for row in sql(home, ASKING))
    found, _ = pumasi(home, "network", "introductions", "gaon", str(pk), "--top", "5", "--json")
    assert [row["rank"] for row in found["introductions"]] == [1, 2, 3, 4, 5]
    assert all(abs(sum(r["share"] for r in row["reasons"]) - 1) < 0.01 for row in found["introductions"])
    path, _ = pumasi(home, "network", "path", "gaon", str(pk), str(other), "--json")
    assert path["paths"][0][0]["id"] == pk
    assert path["paths"][0][-1]["id"] == other


def test_refusals_and_bad_input_have_their_exit_codes(home):
    _, err = pumasi(home, "network", "introductions", "nowhere", "1", code=1)
    assert "gaon" in err
    pumasi(home, "import", "members", "no-such-file.csv", "--cluster", "gaon", code=2)
    pumasi(home, "no-such-command", code=2)


def test_a_restore_on_a_fresh_server_does_not_empty_the_network(home, tmp_path):
    before = sql(home, NETWORK)
    assert before
    pumasi(home, "backup", str(tmp_path / "house.tar.gz"))
    fresh = home.parent / "fresh"
    try:
        pumasi(fresh, "restore", str(tmp_path / "house.tar.gz"), "--replace")
        assert sql(fresh, NETWORK) == before
        sql_before = sql(fresh, "SELECT count(*) FROM ledger_line")
        assert sql_before[0][0] > 200
        found, _ = pumasi(fresh, "network", "rebuild", "--json")
        assert found["facts"] > 200
        assert sql(fresh, NETWORK) == before
    finally:
        pumasi(fresh, "down")


@pytest.fixture
def own_cluster(home):
    import psycopg

    from pumasi.host import api as host

    with psycopg.connect(host.ensure(host.Home(home), environ={})) as connection:
        connection.execute(
            "INSERT INTO members_cluster (slug, name_ko, name_en, description_ko, description_en, contact_ko, contact_en, aliases,"
            " country, zone, contact_email, answer_days, weekly_introductions, is_sample)"
            " VALUES ('own', '우리', 'Own', '', '', '', '', '[]', 'KR', 'Asia/Seoul', '', 2, 3, false) ON CONFLICT DO NOTHING"
        )


def _kill_hard(process: subprocess.Popen[str], after: float) -> None:
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_an_import_killed_half_way_leaves_nothing_and_is_done_on_the_next_try(home, own_cluster, tmp_path):
    file = tmp_path / "members.xlsx"
    file.write_bytes(workbooks.member_workbook())
    counts = "SELECT count(*) FROM members_relation r JOIN members_cluster c ON c.id = r.cluster_id WHERE c.slug = 'own'"
    _kill_hard(start(home, "import", "members", str(file), "--cluster", "own", "--look-alikes", "same"), 2.5)
    assert sql(home, counts)[0][0] in (0, 400)
    done, _ = pumasi(
        home, "import", "members", str(file), "--cluster", "own", "--look-alikes", "same", "--json"
    )
    assert sql(home, counts)[0][0] == 400
    pumasi(home, "import", "undo", str(done["batch"]))
    assert sql(home, counts)[0][0] in (0, 400)

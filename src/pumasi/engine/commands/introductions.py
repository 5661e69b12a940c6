"""From files of joint projects to the best introductions of every organisation."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pumasi.engine.arrays import Reals, Small
from pumasi.engine.commands.project import InputError, peak_mb
from pumasi.engine.introductions.everyone import spread_out
from pumasi.engine.introductions.evidence import Evidence, one_hot
from pumasi.engine.introductions.formula import introducer
from pumasi.engine.introductions.learnt.factors import scene
from pumasi.engine.introductions.learnt.ranker import Examination, examine, learn
from pumasi.engine.network.incidence import incidence

DAYS = 365.25
# A call says more of what a project is about than its programme does; the rare ones say nothing yet.
CALL_WEIGHT = 1.5
COMMON_CALL = 5


@dataclass(frozen=True)
class Projects:
    """Joint projects as columns: one line per project and organisation, dates as days since 1970.

    ``part_project`` and ``part`` name the programmes and calls of projects, ``part_weight`` how much they say by
    part; ``country`` and ``kind`` are codes per organisation of ``organisations`` (ids, ascending), -1 unknown;
    ``place`` its latitude and longitude in radians, NaN unknown, or (0, 2) where the file tells none.
    """

    project: NDArray[Any]
    organisation: NDArray[Any]
    day: Reals
    part_project: NDArray[Any]
    part: Small
    parts: tuple[str, ...]
    part_weight: Reals
    organisations: NDArray[Any]
    country: Small
    kind: Small
    place: Reals


def introductions(
    directory: str | Path, top: int, out: str | Path, *, formula: bool = False
) -> dict[str, int | float]:
    """Writes the ``top`` best introductions of every organisation: query, candidate, rank, score.

    ``directory`` holds participations, organisations and projects .parquet; the reference day is that of the
    newest project. A ranking learnt from earlier days orders the lists anew if it passes an examination on the last
    year and a half (``learnt`` 1), unless the ``formula`` alone is asked for. Returns counts, what the examination
    showed where there was enough for one, seconds, cpu_seconds and peak_mb.
    """
    if top < 1:
        raise InputError(f"--top takes a number of 1 or more, not {top}.")
    wall, cpu = time.perf_counter(), time.process_time()
    book = read(Path(directory))
    told = evidence(book, now=float(book.day.max(initial=0.0)))
    examined = None if formula else examine(told)
    ranker = learn(told) if examined and examined.passed else None
    candidates, scores = ranker(scene(told), top=top) if ranker else spread_out(introducer(told), top=top)
    rows = _written(book.organisations, candidates, scores, Path(out))
    return {
        "organisations": int(book.organisations.size),
        "rows": rows,
        "learnt": int(ranker is not None),
        **(_told(examined) if examined else {}),
        "seconds": round(time.perf_counter() - wall, 3),
        "cpu_seconds": round(time.process_time() - cpu, 3),
        "peak_mb": round(peak_mb(), 1),
    }


def _told(examined: Examination) -> dict[str, float]:
    return {
        "examined_organisations": examined.organisations,
        "hits_at_10_formula": round(examined.formula, 4),
        "hits_at_10_learnt": round(examined.learnt, 4),
        "gain_low": round(examined.low, 4),
        "gain_high": round(examined.high, 4),
    }


def read(directory: Path) -> Projects:
    """The three files of a directory as `Projects`."""
    import duckdb  # late: slow import

    files = {name: directory / f"{name}.parquet" for name in ("participations", "organisations", "projects")}
    for path in files.values():
        if not path.is_file():
            raise InputError(f"{path}: there is no such file. Point to a directory that holds all three.")
    try:
        with duckdb.connect() as db:
            lines = db.execute(_LINES, [str(files["participations"])]).fetchnumpy()
            parts = _parts(db, str(files["projects"]))
            known = db.execute(_KNOWN, [str(files["organisations"])]).fetchnumpy()
            place = _places(db, str(files["organisations"]))
    except duckdb.Error as error:
        raise InputError(f"{directory}: the files are not laid out as expected ({error}).") from error
    names, part = np.unique(np.asarray(parts["part"]).astype(str), return_inverse=True)
    weight = np.where(np.char.startswith(names, "call:"), CALL_WEIGHT, 1.0)
    return Projects(
        np.asarray(lines["project_id"]),
        np.asarray(lines["org_id"]),
        np.asarray(lines["day"], dtype=np.float64),
        np.asarray(parts["project_id"]),
        part.astype(np.int32),
        tuple(names.tolist()),
        weight,
        np.asarray(known["org_id"]),
        _codes(known["country"]),
        _codes(known["activity_type"]),
        place,
    )


_LINES = (
    "SELECT project_id, org_id, date_diff('day', DATE '1970-01-01', start_date) AS day FROM read_parquet(?)"
)
_PARTS = "SELECT project_id, unnest(programme_parts) AS part FROM read_parquet($file)"
# Of a topic code the letters up to the first digit name the call; four programmes need the next piece as well.
_CALLS = r"""
WITH named AS (
    SELECT project_id, upper(CASE WHEN upper(head) IN ('MSCA', 'CS2', 'JTI', 'H2020')
        THEN array_to_string(string_split(topic_code, '-')[1:2], '-') ELSE head END) AS call
    FROM (SELECT *, regexp_extract(topic_code, '^[A-Za-z0-9]*[A-Za-z]+') AS head FROM read_parquet($file))
)
SELECT project_id, 'call:' || call AS part FROM named
WHERE call <> '' AND call IN (SELECT call FROM named GROUP BY call HAVING count(*) >= $common)
"""
_KNOWN = """SELECT org_id, coalesce(country, '') AS country, coalesce(activity_type, '') AS activity_type
FROM read_parquet(?) ORDER BY org_id"""


def _parts(db: Any, file: str) -> dict[str, NDArray[Any]]:
    """Programmes and calls of projects; files without topic codes have programmes alone."""
    found = [db.execute(_PARTS, {"file": file}).fetchnumpy()]
    if "topic_code" in _columns(db, file):
        found.append(db.execute(_CALLS, {"file": file, "common": COMMON_CALL}).fetchnumpy())
    return {name: np.concatenate([one[name] for one in found]) for name in ("project_id", "part")}


def _places(db: Any, file: str) -> Reals:
    """Latitude and longitude of every organisation in radians."""
    if not {"lat", "lon"} <= _columns(db, file):
        return np.empty((0, 2))
    found = db.execute("SELECT lat, lon FROM read_parquet($file) ORDER BY org_id", {"file": file})
    values = [np.ma.filled(column.astype(np.float64), np.nan) for column in found.fetchnumpy().values()]
    return np.radians(np.stack(values, axis=1))


def _columns(db: Any, file: str) -> set[str]:
    return {
        row[0] for row in db.execute("DESCRIBE SELECT * FROM read_parquet($file)", {"file": file}).fetchall()
    }


def evidence(book: Projects, *, now: float, known: NDArray[Any] | None = None) -> Evidence:
    """What was known before the day ``now``, over the ``known`` organisations (default: all of the book)."""
    past = book.day <= now
    people = book.organisations if known is None else known
    inc = incidence(book.project[past], book.organisation[past], participants=people)
    age = np.zeros(inc.gatherings.size)
    age[np.searchsorted(inc.gatherings, book.project[past])] = (now - book.day[past]) / DAYS
    told = np.isin(book.part_project, inc.gatherings)
    gathering = np.searchsorted(inc.gatherings, book.part_project[told]).astype(np.int32)
    size = inc.gatherings.size
    topics = one_hot(gathering, book.part[told], gatherings=size, topics=len(book.parts)) * book.part_weight
    rows = np.searchsorted(book.organisations, people)
    place = book.place[rows] if book.place.size else book.place
    return Evidence(inc, age, topics, (book.country[rows], book.kind[rows]), place)


def _codes(values: Any) -> Small:
    names, code = np.unique(np.asarray(values).astype(str), return_inverse=True)
    empty = names.size > 0 and names[0] == ""
    return (code - 1 if empty else code).astype(np.int32)


def _written(ids: NDArray[Any], candidates: Small, scores: Reals, out: Path) -> int:
    import pyarrow as pa  # late: slow import
    import pyarrow.parquet as pq  # late: slow import

    held = candidates >= 0
    asker, rank = np.nonzero(held)
    columns = {
        "query": ids[asker],
        "candidate": ids[candidates[held]],
        "rank": (rank + 1).astype(np.int32),
        "score": scores[held],
    }
    pq.write_table(pa.table(columns), out, compression="zstd")
    return int(asker.size)

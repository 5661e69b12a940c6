"""From files of joint projects to the best introductions of every organisation."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pumasi.engine.arrays import Reals, Small
from pumasi.engine.commands.project import InputError, peak_mb
from pumasi.engine.introductions.everyone import for_everyone
from pumasi.engine.introductions.evidence import Evidence, one_hot
from pumasi.engine.introductions.formula import introducer
from pumasi.engine.network.incidence import incidence

DAYS = 365.25


@dataclass(frozen=True)
class Projects:
    """Joint projects as columns: one line per project and organisation, dates as days since 1970.

    ``part_project`` and ``part`` name the programmes of projects; ``country`` and ``kind`` are codes per
    organisation of ``organisations`` (ids, ascending), -1 unknown.
    """

    project: NDArray[Any]
    organisation: NDArray[Any]
    day: Reals
    part_project: NDArray[Any]
    part: Small
    parts: tuple[str, ...]
    organisations: NDArray[Any]
    country: Small
    kind: Small


def introductions(directory: str | Path, top: int, out: str | Path) -> dict[str, int | float]:
    """Writes the ``top`` best introductions of every organisation: query, candidate, rank, score.

    ``directory`` holds participations, organisations and projects .parquet; the reference day is that of the
    newest project. Returns counts, seconds, cpu_seconds and peak_mb.
    """
    if top < 1:
        raise InputError(f"--top takes a number of 1 or more, not {top}.")
    wall, cpu = time.perf_counter(), time.process_time()
    book = read(Path(directory))
    who = introducer(evidence(book, now=float(book.day.max(initial=0.0))))
    candidates, scores = for_everyone(who, top=top)
    rows = _written(book.organisations, candidates, scores, Path(out))
    return {
        "organisations": int(book.organisations.size),
        "rows": rows,
        "seconds": round(time.perf_counter() - wall, 3),
        "cpu_seconds": round(time.process_time() - cpu, 3),
        "peak_mb": round(peak_mb(), 1),
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
            parts = db.execute(_PARTS, [str(files["projects"])]).fetchnumpy()
            known = db.execute(_KNOWN, [str(files["organisations"])]).fetchnumpy()
    except duckdb.Error as error:
        raise InputError(f"{directory}: the files are not laid out as expected ({error}).") from error
    names, part = np.unique(np.asarray(parts["part"]).astype(str), return_inverse=True)
    return Projects(
        np.asarray(lines["project_id"]),
        np.asarray(lines["org_id"]),
        np.asarray(lines["day"], dtype=np.float64),
        np.asarray(parts["project_id"]),
        part.astype(np.int32),
        tuple(names.tolist()),
        np.asarray(known["org_id"]),
        _codes(known["country"]),
        _codes(known["activity_type"]),
    )


_LINES = (
    "SELECT project_id, org_id, date_diff('day', DATE '1970-01-01', start_date) AS day FROM read_parquet(?)"
)
_PARTS = "SELECT project_id, unnest(programme_parts) AS part FROM read_parquet(?)"
_KNOWN = """SELECT org_id, coalesce(country, '') AS country, coalesce(activity_type, '') AS activity_type
FROM read_parquet(?) ORDER BY org_id"""


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
    topics = one_hot(gathering, book.part[told], gatherings=size, topics=len(book.parts))
    rows = np.searchsorted(book.organisations, people)
    return Evidence(inc, age, topics, (book.country[rows], book.kind[rows]))


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

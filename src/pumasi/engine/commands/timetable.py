"""From a file of meeting requests to the timetable of a 1:1 day."""

import csv
import time
from pathlib import Path

import numpy as np

from pumasi.engine.arrays import Ints
from pumasi.engine.brokerage.requests import Requests, requests
from pumasi.engine.brokerage.timetable import Timetable, plan
from pumasi.engine.commands.project import InputError

COLUMNS = ("a", "b", "score")
AWAY = ("participant", "slot")


def timetable(
    path: str | Path, *, slots: int, tables: int, out: str | Path, blocked: str | Path | None = None
) -> dict[str, int | float]:
    """Plans the meetings of a CSV file (columns a, b, score) and writes a, b, slot, table, all from 0.

    ``blocked``: a CSV file of who is away when (columns participant, slot). Returns ``placed`` meetings, their
    total ``score``, the ``bound`` that no timetable exceeds, their ``ratio``, and ``seconds`` of planning
    (without reading, writing and compiling).
    """
    asked = read(Path(path), slots, tables, Path(blocked) if blocked else None)
    warm()
    begin = time.perf_counter()
    found = plan(asked)
    spent = time.perf_counter() - begin
    _written(found, Path(out))
    return {
        "placed": found.placed,
        "score": round(found.score, 6),
        "bound": round(found.bound, 6),
        "ratio": round(found.ratio, 6),
        "seconds": round(spent, 4),
    }


def read(path: Path, slots: int, tables: int, blocked: Path | None) -> Requests:
    """The two files as `Requests`."""
    told = _columns(path, COLUMNS)
    away = _columns(blocked, AWAY) if blocked else None
    try:
        a, b = (_numbers(told[name], path, name) for name in ("a", "b"))
        gone = np.stack([_numbers(away[name], path, name) for name in AWAY], axis=1) if away else None
        return requests(
            a, b, np.array(told["score"], dtype=np.float64), slots=slots, tables=tables, blocked=gone
        )
    except ValueError as error:
        raise InputError(f"{path}: {error}. Correct the file and try again.") from error


def _columns(path: Path, wanted: tuple[str, ...]) -> dict[str, list[str]]:
    """The wanted columns of a CSV file, as text."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            table = csv.DictReader(file)
            missing = [name for name in wanted if name not in (table.fieldnames or [])]
            if missing:
                raise InputError(
                    f"{path}: has no column {missing[0]!r}. Its columns must be {', '.join(wanted)}."
                )
            rows = list(table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read as CSV in UTF-8 ({error}). Save it so.") from error
    return {name: [row[name] or "" for row in rows] for name in wanted}


def _numbers(values: list[str], path: Path, name: str) -> Ints:
    for line, value in enumerate(values, start=2):
        if not (value.strip().isascii() and value.strip().isdigit()):
            raise InputError(f"{path}: line {line}: {name} must be a whole number from 0, not {value!r}.")
    return np.array(values, dtype=np.int64)


def warm() -> None:
    """Compiles the kernels, or loads them: three people of whom two meet, one of them later."""
    plan(requests(np.array([0, 0, 1]), np.array([1, 2, 2]), np.ones(3), slots=2, tables=1))


def _written(found: Timetable, out: Path) -> None:
    """The meetings by slot and table."""
    held = np.flatnonzero(found.slot >= 0)
    held = held[np.lexsort((found.table[held], found.slot[held]))]
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["a", "b", "slot", "table"])
        columns = (found.asked.a, found.asked.b, found.slot, found.table)
        writer.writerows(zip(*(column[held].tolist() for column in columns), strict=True))

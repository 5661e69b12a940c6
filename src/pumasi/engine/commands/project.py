"""From a file of attendances to its pairs, with what that cost."""

import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pumasi.engine.network import projection
from pumasi.engine.network.incidence import incidence

COLUMNS = ("organisation", "person")


class InputError(ValueError):
    """A file that is missing or not laid out as it should be; the message says which and what to do."""


def project(path: str | Path, by: str = "organisation", cap: int | None = None) -> dict[str, int | float]:
    """Pairs of organisations or persons in a Parquet file with columns gathering, person, organisation.

    Returns ``pairs``, ``weight_sum`` (pairs weigh 1/(k - 1) per gathering of k), ``seconds``, ``cpu_seconds``
    (user and system, all threads, from opening the file to finished pairs; compilation is not in it) and
    ``peak_mb`` of this process. Gatherings above ``cap`` are left out only when a cap is given.
    """
    if by not in COLUMNS:
        raise InputError(f"--by takes organisation or person, not {by!r}.")
    if cap is not None and cap < 2:
        raise InputError(f"--cap takes a size of 2 or more, not {cap}.")
    warm()
    wall, cpu = time.perf_counter(), time.process_time()
    gathering, participant = (column(path, name) for name in ("gathering", by))
    ties = projection.project(incidence(gathering, participant), cap=cap)
    spent, used = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "pairs": len(ties),
        "weight_sum": round(ties.weight_sum, 6),
        "seconds": round(spent, 3),
        "cpu_seconds": round(used, 3),
        "peak_mb": round(peak_mb(), 1),
    }


def warm() -> None:
    """Loads the compiled projection, compiling it on the first run on a machine."""
    import pyarrow.parquet  # noqa: F401  # late: slow import

    projection.warm()


def peak_mb() -> float:
    """The most memory this process has held, in MB of 1,000,000 bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def column(path: str | Path, name: str) -> NDArray[Any]:
    """One column of a Parquet file; integers stay as they are, anything else becomes text."""
    import pyarrow as pa  # late: slow import
    import pyarrow.parquet as pq  # late: slow import

    if not Path(path).is_file():
        raise InputError(f"{path}: there is no such file. Check the path.")
    try:
        file = pq.ParquetFile(path)
        if name not in file.schema_arrow.names:
            raise InputError(f"{path}: has no column {name!r}. Rename or add it.")
        values = file.read(columns=[name])[name]
    except pa.ArrowInvalid as error:
        raise InputError(f"{path}: not a Parquet file ({error}). Export it as Parquet.") from error
    if values.null_count:
        raise InputError(f"{path}: {values.null_count} rows have no {name}. Fill them or take them out.")
    if pa.types.is_integer(values.type):
        return np.asarray(values.to_numpy())
    return np.asarray(values.cast(pa.string()).to_numpy(zero_copy_only=False)).astype(str)

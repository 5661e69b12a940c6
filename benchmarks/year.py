"""The reference workload: a year of 22,000 meet-ups, and one ten times as large."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

MEETUPS = 22_000


def home() -> Path:
    """Where the generator and the data for measuring lie."""
    return Path(os.environ.get("PUMASI_TEST_DATA", "../shared"))


def year(times: int = 1) -> Path:
    """The attendance file of a year (``times`` as many meet-ups), written on first use."""
    folder = Path(tempfile.gettempdir()) / f"pumasi-bench-{times}"
    path = folder / "attendance.parquet"
    if not path.is_file():
        generator = home() / "tools" / "tech_city_year.py"
        if not generator.is_file():
            raise SystemExit(
                f"{generator} is not there: set PUMASI_TEST_DATA to the folder that holds tools/."
            )
        print(f"writing the year x {times} ...", file=sys.stderr, flush=True)
        command = [sys.executable, str(generator), str(folder), "--meetups", str(MEETUPS * times)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path

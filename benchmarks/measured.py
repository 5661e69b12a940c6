"""Runs one candidate in a process of its own and reads off its time, processor time and memory."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, processor seconds of all threads, peak memory in MB, and what came out."""

    seconds: float
    cpu: float
    peak_mb: float
    result: str


def measured(module: str, function: str, *words: str, runs: int = 3) -> Cost | None:
    """The run of median processor time; None where the package is not installed."""
    found = [_once(module, function, words) for _ in range(runs)]
    if any(cost is None for cost in found):
        return None
    costs = sorted((cost for cost in found if cost), key=lambda cost: cost.cpu)
    return costs[len(costs) // 2]


def needed(module: str, function: str, *words: str, runs: int = 3) -> Cost:
    """Our own run, which must be there."""
    cost = measured(module, function, *words, runs=runs)
    if cost is None:
        raise SystemExit(f"{module}.{function} cannot be imported: install Pumasi first (make setup)")
    return cost


def _once(module: str, function: str, words: tuple[str, ...]) -> Cost | None:
    code = f"from benchmarks.measured import report; report({module!r}, {function!r}, {list(words)!r})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    if done.returncode == 3:
        return None
    if done.returncode:
        raise SystemExit(f"{module}.{function} failed:\n{done.stderr}")
    # A candidate may write around its cost: DuckDB draws how far it is, sometimes after it is done.
    told = done.stdout[done.stdout.rindex('{"seconds"') :]
    return Cost(**json.JSONDecoder().raw_decode(told)[0])


def report(module: str, function: str, words: list[str]) -> None:
    """In the candidate's process: prepares (imports, compilation: not counted), runs, prints the cost."""
    import importlib  # late: only here
    import time  # late: only here

    from pumasi.engine.commands.project import peak_mb  # late: only here

    try:
        run = getattr(importlib.import_module(module), function)(*words)
    except ImportError:
        sys.exit(3)
    wall, cpu = time.perf_counter(), time.process_time()
    result = run()
    cost = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "peak_mb": peak_mb()}
    print(json.dumps({**cost, "result": str(result)}))

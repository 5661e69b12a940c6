"""Prints each target with its goal, its floor and what was measured, beside the other tools in the same run.

    python -m benchmarks [--runs 3] [--peers DIRECTORY]
        [--only projection people best holes rest meetings tenfold news events facilities translations boards surveys pages]

Compare ratios, not seconds. A tool that is not installed is said to be so (benchmarks/requirements.txt).
"""

import argparse
from pathlib import Path

from benchmarks.boards import boards
from benchmarks.events import events
from benchmarks.facilities import facilities
from benchmarks.measured import Cost, measured, needed
from benchmarks.meetings import meetings
from benchmarks.news import news
from benchmarks.pages import pages
from benchmarks.surveys import surveys
from benchmarks.translations import translations
from benchmarks.year import home, year

PEERS = ("graphblas", "scipy", "duckdb")


def ratio(other: Cost | None, ours: Cost, goal: float, floor: float, *, by: str = "cpu") -> str:
    """How many times our processor time (or time on the clock) the other took, and where that stands."""
    if other is None:
        return "not installed"
    times = getattr(other, by) / getattr(ours, by)
    state = "goal reached" if times >= goal else "floor held" if times >= floor else "BELOW THE FLOOR"
    return f"{times:5.1f} times ours   goal {goal:g}, floor {floor:g}: {state}"


def row(name: str, cost: Cost | None, note: str = "") -> None:
    """One line of a table."""
    if cost is None:
        print(f"  {name:12} not installed")
        return
    spent = f"{cost.cpu:7.2f} CPU s {cost.seconds:7.2f} s {cost.peak_mb:6.0f} MB"
    print(f"  {name:12} {spent}  {cost.result}  {note}", flush=True)


def projection(runs: int, by: str) -> None:
    """Target 1."""
    path = str(year())
    print(f"\n1. Projection of the year by {by} (peak memory not above theirs)")
    ours = needed("benchmarks.projecting", "pumasi", path, by, runs=runs)
    row("pumasi", ours)
    goals = {"graphblas": (4, 2), "duckdb": (10, 5), "scipy": (4, 2)}
    for name in PEERS:
        other = measured("benchmarks.projecting", name, path, by, runs=min(runs, 2))
        row(name, other, ratio(other, ours, *goals[name]))


def beside(
    title: str, ours_name: str, others: dict[str, tuple[float, float]], runs: int, *, by: str = "cpu"
) -> None:
    """One measure of the year's ties beside its peers."""
    print("\n" + title)
    path = str(year())
    ours = needed("benchmarks.measuring", f"{ours_name}_pumasi", path, runs=runs)
    row("pumasi", ours)
    for name, (goal, floor) in others.items():
        other = measured("benchmarks.measuring", f"{ours_name}_{name}", path, runs=1)
        row(name, other, ratio(other, ours, goal, floor, by=by))


def tenfold(runs: int) -> None:
    """Target 6."""
    print("\n6. Ten times the year: goal 10 times the year's time, floor 13, at most 2 GB")
    one = needed("benchmarks.projecting", "pumasi", str(year()), "organisation", runs=runs)
    ten = needed("benchmarks.projecting", "pumasi", str(year(10)), "organisation", runs=1)
    row("year", one)
    times, state = ten.cpu / one.cpu, "within 2 GB" if ten.peak_mb <= 2000 else "ABOVE 2 GB"
    verdict = "goal reached" if times <= 10 else "floor held" if times <= 13 else "BELOW THE FLOOR"
    row("x 10", ten, f"{times:.1f} times: {verdict}, {state}")


def main() -> None:
    """Runs what is asked for."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--runs", type=int, default=3)
    every = [
        "projection",
        "people",
        "best",
        "holes",
        "rest",
        "meetings",
        "tenfold",
        "news",
        "events",
        "facilities",
        "translations",
        "boards",
        "surveys",
        "pages",
    ]
    words.add_argument("--only", nargs="*", choices=every, default=every)
    words.add_argument("--peers", type=Path, help="files of JSON lines with what peers gave in the same run")
    asked = words.parse_args()
    runs = asked.runs
    parts = {
        "projection": lambda: projection(runs, "organisation"),
        "people": lambda: projection(runs, "person"),
        "best": lambda: beside(
            "2. Top-20 for all, on the clock: goal 1.0 s", "best", {"scipy": (27, 20)}, runs, by="seconds"
        ),
        "holes": lambda: beside(
            "3. Burt's measures", "holes", {"igraph": (10, 5), "graphblas": (4, 2)}, runs
        ),
        "rest": lambda: rest(runs),
        "meetings": meetings,
        "tenfold": lambda: tenfold(runs),
        "news": lambda: print(
            "\n7. A new line to new introductions, within 1 s:", news(home() / "data" / "cordis")
        ),
        "events": events,
        "facilities": facilities,
        "translations": translations,
        "boards": boards,
        "surveys": surveys,
        "pages": lambda: pages(asked.peers),
    }
    for name in every:
        if name in asked.only:
            parts[name]()


def rest(runs: int) -> None:
    """Measures without a target of their own."""
    beside("PageRank", "rank", {"networkit": (1, 0), "igraph": (1, 0)}, runs)
    beside("Communities, one run", "groups", {"igraph": (1, 0)}, runs)


if __name__ == "__main__":
    main()

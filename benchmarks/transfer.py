"""Does the formula transfer? The same constants on people who met at meet-ups, without being tuned to them.

    python -m benchmarks.transfer [--data DIR]

People stand for organisations, events for joint projects, topics of the group for programmes; there are no
countries and types. Known is what happened before the day by which 60 % of the answers were for, asked for are
the people who first met in what came after. Attendance is assumed from a yes.
"""

import argparse
import os
from pathlib import Path

import numpy as np

from benchmarks.introductions import by_formula, by_scores, case, gain, show
from pumasi.engine.commands.introductions import Projects
from pumasi.engine.introductions.baselines import BASELINES

KNOWN = 0.6
_LINES = """
SELECT e.code AS event, r.person_id AS person, epoch(e.starts_at) / 86400.0 AS day
FROM read_parquet($rsvps) r JOIN (
    SELECT *, row_number() OVER (ORDER BY event_id) AS code FROM read_parquet($events) WHERE dataset = $dataset
) e ON e.event_id = r.event_id
WHERE r.dataset = $dataset AND r.response = 'yes' AND e.starts_at IS NOT NULL
"""
_TOPICS = """
SELECT e.code AS event, t.topic FROM (
    SELECT *, row_number() OVER (ORDER BY event_id) AS code FROM read_parquet($events) WHERE dataset = $dataset
) e JOIN read_parquet($topics) t ON t.group_id = e.group_id AND t.dataset = $dataset
"""


def meetups(data: Path, dataset: str) -> Projects:
    """The answers of one town in the shape of a book of projects."""
    import duckdb  # late: slow import

    files = {name: str(data / f"{name}.parquet") for name in ("rsvps", "events")}
    with duckdb.connect() as db:
        lines = db.execute(_LINES, {**files, "dataset": dataset}).fetchnumpy()
        told = db.execute(
            _TOPICS,
            {"events": files["events"], "topics": str(data / "group_topics.parquet"), "dataset": dataset},
        ).fetchnumpy()
    names, part = np.unique(np.asarray(told["topic"]).astype(str), return_inverse=True)
    people = np.unique(lines["person"])
    unknown = np.full(people.size, -1, dtype=np.int32)
    return Projects(
        project=np.asarray(lines["event"]),
        organisation=np.asarray(lines["person"]),
        day=np.asarray(lines["day"], dtype=np.float64),
        part_project=np.asarray(told["event"]),
        part=part.astype(np.int32),
        parts=tuple(names.tolist()),
        part_weight=np.ones(names.size),
        organisations=people,
        country=unknown,
        kind=unknown,
        place=np.empty((0, 2)),
    )


def main() -> None:
    """Prints a table for each town."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    home = Path(os.environ.get("PUMASI_TEST_DATA", "../shared"))
    words.add_argument("--data", type=Path, default=home / "data" / "meetup")
    data = words.parse_args().data
    for dataset in ("montana", "losangeles"):
        book = meetups(data, dataset)
        cut, until = float(np.quantile(book.day, KNOWN)), float(book.day.max()) + 1
        asked = case(book, cut, until)
        print(
            f"{dataset}: {asked.askers.size} people gain {asked.truth.size // 2} new acquaintances; {asked.who.size} candidates"
        )
        print(
            f"{'Hits@10 recall@20 MRR of':26} all                <= 5 events        events <= 20       ms/query"
        )
        usual = {name: show(name, asked, by_scores(scores)) for name, scores in BASELINES.items()}
        default = show("default formula", asked, by_formula)
        for name in ("popularity", "Adamic-Adar"):
            print(
                "Hits@10 over {}: {:+.3f} (95 % {:+.3f} to {:+.3f})".format(name, *gain(default, usual[name]))
            )


if __name__ == "__main__":
    main()

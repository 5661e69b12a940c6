"""How much the checks over two languages find, and how often they blame a good text.

    python -m benchmarks --only translations

Three corpora stand in tests/engine/translation: `seen` shaped the checks; `aside`, `fresh` and `last` were written by other hands, each first
read when the checks stood. docs/numbers.md tells what they found on that first reading.
"""

import time
import tomllib
from pathlib import Path

from pumasi.engine.translation.check import check
from pumasi.engine.translation.records import Records

HERE = Path(__file__).resolve().parents[1] / "tests" / "engine" / "translation"
CORPORA = ("seen", "aside", "fresh", "last", "unread")


def translations() -> None:
    """Prints recall, false alarms and time a pair, for each corpus and kind of fault."""
    print("\nTranslation checks (goal: recall .95, at most one false alarm per five clean pairs)")
    for name in CORPORA:
        pairs = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
        began = time.process_time()
        found = [(pair, _findings(pair)) for pair in pairs]
        spent = (time.process_time() - began) / len(pairs)
        planted = [(fault, rows) for pair, rows in found for fault in pair.get("fault", ())]
        hits = sum(any(_points_at(one, fault) for one in rows) for fault, rows in planted)
        clean = [rows for pair, rows in found if pair["clean"]]
        alarms = sum(map(len, clean))
        state = (
            "goal reached" if hits >= 0.95 * len(planted) and alarms <= len(clean) / 5 else "BELOW THE GOAL"
        )
        print(
            f"  {name:6} {len(pairs):3} pairs  recall {hits}/{len(planted)} = {hits / len(planted):.3f}"
            f"  false alarms {alarms} on {len(clean)} clean  {spent * 1000:.1f} CPU ms a pair  {state}"
        )


def _findings(pair):
    beside = Records(pair.get("names", ()), pair.get("terms", ()), attachments=pair.get("attachments"))
    return check(pair["ko"], pair["en"], beside).findings


def _points_at(finding, fault):
    texts = [text for text in (finding.source_text, finding.target_text) if text]
    return finding.kind == fault["kind"] and any(
        fault["text"] in text or text in fault["text"] for text in texts
    )

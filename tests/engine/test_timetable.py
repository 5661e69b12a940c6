"""The timetable of a 1:1 day: checked by independent means, held against its bound and against trying everything."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pumasi.engine.brokerage.bound import bound
from pumasi.engine.brokerage.requests import requests
from pumasi.engine.brokerage.timetable import bounded, plan, replan
from pumasi.engine.commands import InputError, timetable


def day(people, slots, tables, *, each=16, away=0.0, seed=0, scores=None):
    """Requests as a day brings them: a few whom many want to meet."""
    rng = np.random.default_rng(seed)
    wanted = rng.gamma(1.0, 1.0, people)
    a = rng.choice(people, people * each, p=wanted / wanted.sum())
    b = rng.choice(people, people * each)
    keep = np.flatnonzero(a != b)[: people * each // 2]
    score = rng.random(keep.size) + 0.1 if scores is None else rng.choice(scores, keep.size)
    gone = np.argwhere(rng.random((people, slots)) < away)
    return requests(a[keep], b[keep], score, slots=slots, tables=tables, blocked=gone)


def conflicts(found):
    """Everything that must not be in a timetable, counted from the lines themselves."""
    asked, wrong, busy, taken = found.asked, 0, set(), set()
    lines = zip(asked.a.tolist(), asked.b.tolist(), found.slot.tolist(), found.table.tolist(), strict=True)
    for a, b, slot, table in lines:
        if slot < 0:
            wrong += table >= 0
            continue
        wrong += not (asked.free[a, slot] and asked.free[b, slot])
        wrong += not 0 <= table < asked.tables
        wrong += len({(a, slot), (b, slot)} & busy) + ((slot, table) in taken)
        busy |= {(a, slot), (b, slot)}
        taken.add((slot, table))
    return wrong


@pytest.mark.parametrize("away", [0.0, 0.15])
@pytest.mark.parametrize(("people", "tables"), [(100, 33), (100, 16), (400, 133), (1000, 333), (1000, 166)])
def test_a_day_comes_close_to_its_bound(people, tables, away):
    found = plan(day(people, 24, tables, away=away, seed=people))
    assert conflicts(found) == 0
    assert found.score <= found.bound * (1 + 1e-9)
    assert found.ratio >= (0.999 if not away else 0.995)


def test_everybody_wants_more_than_there_are_slots():
    found = plan(day(60, 8, 30, each=30, scores=[1.0, 2.0, 3.0]))
    assert conflicts(found) == 0
    assert found.ratio >= 0.995


SMALL = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from([1.0, 2.0, 2.5])).filter(
        lambda one: one[0] != one[1]
    ),
    min_size=1,
    max_size=6,
)


def best_by_trying(asked):
    """The highest score of all timetables without a conflict."""
    best = 0.0
    for slots in product(range(-1, asked.slots), repeat=asked.score.size):
        held = [(e, s) for e, s in enumerate(slots) if s >= 0]
        if any(not (asked.free[asked.a[e], s] and asked.free[asked.b[e], s]) for e, s in held):
            continue
        if any(slots.count(s) > asked.tables for s in range(asked.slots)):
            continue
        if any(
            s == t and {asked.a[e], asked.b[e]} & {asked.a[f], asked.b[f]}
            for (e, s), (f, t) in combinations(held, 2)
        ):
            continue
        best = max(best, sum(asked.score[e] for e, _ in held))
    return best


@settings(deadline=None, max_examples=60)
@given(SMALL, st.integers(1, 2), st.sets(st.tuples(st.integers(0, 4), st.integers(0, 1)), max_size=3))
def test_small_days_against_trying_everything(lines, tables, away):
    a, b, score = (np.asarray(column) for column in zip(*lines, strict=True))
    gone = np.asarray(sorted(away)).reshape(-1, 2)
    asked = requests(a, b, score.astype(float), slots=2, tables=tables, blocked=gone)
    found, best = plan(asked), best_by_trying(asked)
    assert conflicts(found) == 0
    assert found.score <= best + 1e-9 <= found.bound + 1e-6
    assert found.score >= 0.6 * best


def test_the_same_requests_give_the_same_day():
    one, other = plan(day(80, 12, 20)), plan(day(80, 12, 20))
    assert (one.slot == other.slot).all()
    assert (one.table == other.table).all()


def test_cancelling_moves_nobody_else():
    before = plan(day(400, 24, 100, away=0.1))
    gone = np.random.default_rng(2).random(400) < 0.05
    after = replan(before, gone)
    assert conflicts(after) == 0
    stays = (before.slot >= 0) & ~(gone[before.asked.a] | gone[before.asked.b])
    assert (after.slot[stays] == before.slot[stays]).all()
    assert (after.table[stays] == before.table[stays]).all()
    assert not (after.slot >= 0)[gone[before.asked.a] | gone[before.asked.b]].any()
    assert bounded(after, gone).ratio >= 0.99


def test_scarce_places_go_to_the_most_wanted():
    asked = requests(np.array([0, 2, 4]), np.array([1, 3, 5]), np.array([1.0, 3.0, 2.0]), slots=1, tables=2)
    share, most = bound(asked)
    assert most == pytest.approx(5.0, rel=1e-3)
    assert plan(asked).score == 5.0
    assert share[0] < 1e-6


def test_of_the_same_pair_the_higher_score_counts():
    asked = requests(np.array([3, 1]), np.array([1, 3]), np.array([1.0, 4.0]), slots=2, tables=1)
    assert (asked.a.tolist(), asked.b.tolist(), asked.score.tolist()) == ([1], [3], [4.0])


def test_a_file_becomes_a_day(tmp_path):
    asked, away, out = tmp_path / "asked.csv", tmp_path / "away.csv", tmp_path / "out.csv"
    asked.write_text("a,b,score\n0,1,2\n1,2,1.5\n0,2,1\n")
    away.write_text("participant,slot\n0,0\n")
    told = timetable(asked, slots=3, tables=1, blocked=away, out=out)
    assert set(told) == {"placed", "score", "bound", "ratio", "seconds"}
    lines = out.read_text().splitlines()
    assert lines[0] == "a,b,slot,table"
    assert lines[1] == "1,2,0,0"
    assert told["placed"] == len(lines) - 1 == 3
    assert told["ratio"] == 1.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n0,1\n", "no column 'score'"),
        ("a,b,score\n0,x,1\n", "line 2: b must be a whole number"),
        ("a,b,score\n0,0,1\n", "nobody meets themselves"),
        ("a,b,score\n0,1,-1\n", "above 0"),
        ("a,b,score\n0,1,much\n", "Correct the file"),
    ],
)
def test_a_bad_file_is_refused_with_a_remedy(tmp_path, text, words):
    asked, out = tmp_path / "asked.csv", tmp_path / "out.csv"
    asked.write_text(text)
    with pytest.raises(InputError, match=words):
        timetable(asked, slots=3, tables=1, out=out)
    assert not out.exists()


def test_a_blocked_slot_that_does_not_exist_is_refused(tmp_path):
    asked, away = tmp_path / "asked.csv", tmp_path / "away.csv"
    asked.write_text("a,b,score\n0,1,1\n")
    away.write_text("participant,slot\n0,7\n")
    with pytest.raises(InputError, match="must be 0 to 2"):
        timetable(asked, slots=3, tables=1, blocked=away, out=tmp_path / "out.csv")

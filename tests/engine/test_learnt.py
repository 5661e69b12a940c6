"""The learnt ranking: loops equal to plain twins, and used where something is to be learnt, not where nothing is."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pumasi.engine.introductions.everyone import for_everyone
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.learnt import ranker as learning
from pumasi.engine.introductions.learnt.factors import FACTORS, FRESH, lists, scene
from pumasi.engine.introductions.learnt.ranker import asked_on, examine, learn
from pumasi.engine.introductions.learnt.trees import Growth, binned, grow
from pumasi.engine.kernels.boosting import pulls
from pumasi.engine.network.incidence import incidence

LISTS = st.lists(
    st.lists(st.tuples(st.integers(0, 1), st.floats(-3, 3, width=32)), min_size=1, max_size=7),
    min_size=1,
    max_size=4,
)


def pulls_by_hand(label, score, depth):
    """LambdaRank of one list as it is written down, pair by pair."""
    order = sorted(range(len(label)), key=lambda i: (-score[i], i))
    rank = {line: place for place, line in enumerate(order)}
    true = sum(label)
    pull, bend, total = [0.0] * len(label), [0.0] * len(label), 0.0
    if true in (0, len(label)):
        return pull, bend
    best = sum(1 / math.log2(place + 2) for place in range(min(true, depth)))
    for high in (i for i, one in enumerate(label) if one):
        for low in (i for i, one in enumerate(label) if not one):
            if min(rank[high], rank[low]) >= depth:
                continue
            worth = abs(1 / math.log2(rank[high] + 2) - 1 / math.log2(rank[low] + 2)) / best
            apart = score[high] - score[low]
            if max(score) != min(score):
                worth /= 0.01 + abs(apart)
            wrong = 1 / (1 + math.exp(apart))
            pull[high] -= worth * wrong
            pull[low] += worth * wrong
            bend[high] += worth * wrong * (1 - wrong)
            bend[low] += worth * wrong * (1 - wrong)
            total += 2 * worth * wrong
    scale = math.log2(1 + total) / total if total else 1.0
    return [one * scale for one in pull], [one * scale for one in bend]


@settings(deadline=None, max_examples=60)
@given(LISTS, st.integers(1, 5))
def test_every_line_is_pulled_as_written_down(told, depth):
    label = np.asarray([a for one in told for a, _ in one], dtype=np.uint8)
    score = np.asarray([b for one in told for _, b in one], dtype=np.float64)
    start = np.concatenate([[0], np.cumsum([len(one) for one in told])]).astype(np.int64)
    pull, bend = np.full(score.size, 9.0), np.full(score.size, 9.0)
    pulls(label, score, start, depth, pull, bend)
    for i, _ in enumerate(told):
        row = slice(start[i], start[i + 1])
        hand = pulls_by_hand(label[row].tolist(), score[row].tolist(), depth)
        np.testing.assert_allclose(np.stack([pull[row], bend[row]]), hand, atol=1e-12)


@pytest.fixture
def planted():
    """300 lists of 20: what came true has a high first factor, or a low one where the second is high; two say nothing."""
    rng = np.random.default_rng(7)
    x = rng.random((6000, 4))
    wanted = np.where(x[:, 1] > 0.5, -x[:, 0], x[:, 0])
    label = np.zeros(6000, dtype=np.uint8)
    start = np.arange(0, 6001, 20)
    for at in start[:-1]:
        label[at + np.argsort(-wanted[at : at + 20])[:3]] = 1
    return x, label, start


def first_is_true(score, label, start):
    return np.mean([label[a + score[a:b].argmax()] for a, b in itertools.pairwise(start)])


def test_trees_learn_what_two_factors_say_together(planted):
    x, label, start = planted
    trees = grow(x[:4000], label[:4000], start[:201], Growth(trees=60, least=50))
    later = start[200:] - 4000
    assert first_is_true(trees(x[4000:]), label[4000:], later) > 0.9
    # By the first factor alone, which is right in half of the cases, the first is true much less often.
    assert first_is_true(x[4000:, 0], label[4000:], later) < 0.7


def test_trees_are_the_same_on_any_number_of_processors(planted, monkeypatch):
    x, label, start = planted
    found = []
    for processors in (1, 3):
        monkeypatch.setattr("os.cpu_count", lambda n=processors: n)
        found.append(grow(x, label, start, Growth(trees=5))(x))
    assert np.array_equal(*found)


def test_a_line_walks_down_every_tree(planted):
    x, label, start = planted
    trees = grow(x, label, start, Growth(trees=4, leaves=5))
    small = binned(x[:50], trees.edges)
    for line, value in zip(small, trees(x[:50]), strict=True):
        total = 0.0
        for t in range(4):
            at = 0
            while at >= 0:
                turn = trees.low if line[trees.factor[t, at]] <= trees.limit[t, at] else trees.high
                at = turn[t, at]
            total += trees.leaf[t, -1 - at]
        assert value == pytest.approx(total)
    assert small[3, 1] == sum(edge < x[3, 1] for edge in trees.edges[1])


def test_lists_without_anything_true_teach_nothing():
    trees = grow(np.random.default_rng(1).random((500, 2)), np.zeros(500, np.uint8), np.arange(0, 501, 50))
    assert not trees(np.ones((3, 2))).any()


def world(pick, *, organisations=300, gatherings=1500, seed=3):
    """Five years of gatherings of three: a third by lot, the first two as ``pick`` has it, over places on a line."""
    rng = np.random.default_rng(seed)
    place = np.stack([np.full(organisations, 0.6), rng.random(organisations) * 0.2], axis=1)
    lines = []
    for g in range(gatherings):
        first, third = rng.choice(organisations, 2, replace=False)
        lines += [(g, first), (g, pick(rng, first, place)), (g, third)]
    age = np.sort(rng.random(gatherings) * 5)[::-1]
    inc = incidence(*np.asarray(lines).T, participants=np.arange(organisations))
    kind = rng.integers(0, 3, organisations).astype(np.int32)
    topics = rng.integers(0, 2, (gatherings, 4)).astype(np.float64)
    return Evidence(inc, age.copy(), topics, (kind, kind), place)


def neighbour(rng, first, place):
    far = np.abs(place[:, 1] - place[first, 1])
    return int(rng.choice(np.argsort(far)[1:25]))


def anyone(rng, first, place):
    return int(rng.integers(place.shape[0]))


def test_what_the_formula_does_not_see_is_learnt_and_passes():
    # The formula knows nothing of places; whoever meets neighbours is found by the trees.
    found = examine(world(neighbour), Growth(trees=60))
    assert found.passed
    assert found.learnt > found.formula + 0.1


def test_where_nothing_is_to_be_learnt_the_formula_stays():
    found = examine(world(anyone), Growth(trees=60))
    assert not found.passed
    assert found.low <= 0 <= found.high


def test_too_little_for_an_examination():
    told = world(neighbour, organisations=60, gatherings=80)
    assert examine(told) is None
    assert learn(told) is None


def test_learnt_lists_leave_out_the_asker_and_partners_and_are_the_same_one_by_one():
    told = world(neighbour)
    ranker, seen = learn(told, growth=Growth(trees=20)), scene(told)
    candidates, scores = ranker(seen, top=15)
    for asker in (0, 7, 150):
        held = candidates[asker][candidates[asker] >= 0]
        assert asker not in held
        assert not np.isin(held, seen.who.row(asker).to).any()
        assert (np.diff(scores[asker]) <= 0).all()
        alone = ranker(seen, np.asarray([asker]), top=15)
        assert np.array_equal(alone[0][0], candidates[asker])
        np.testing.assert_allclose(alone[1][0], scores[asker])


def test_a_day_knows_nothing_of_what_came_later(monkeypatch):
    monkeypatch.setattr(learning, "FEWEST", 1)
    told = world(neighbour, organisations=40, gatherings=60)
    day = asked_on(told, 2.0, 0.5)
    partners, later = set(), set()
    for g in range(60):
        row = told.incidence.member[told.incidence.start[g] : told.incidence.start[g + 1]].tolist()
        pairs = {(a, b) for a in row for b in row if a < b}
        if told.age[g] > 2.0:
            partners |= pairs
        elif told.age[g] > 0.5:
            later |= pairs
    known = sorted({one for pair in partners for one in pair})
    new = {(known.index(a), known.index(b)) for a, b in later - partners if {a, b} <= set(known)}
    found = {(a, b) for a, b in zip(day.new.source.tolist(), day.new.to.tolist(), strict=True) if a < b}
    assert found == new
    assert day.seen.who.base.to.size == 2 * len(partners)
    assert day.askers.tolist() == sorted({one for pair in new for one in pair})


def test_what_was_known_equals_evidence_of_the_older_lines_alone():
    told = world(anyone, organisations=30, gatherings=25)
    then, known = told.at(2.0)
    old = np.flatnonzero(told.age > 2.0)
    lines = [
        (g, p)
        for g in old
        for p in told.incidence.member[told.incidence.start[g] : told.incidence.start[g + 1]]
    ]
    anew = incidence(*np.asarray(lines).T)
    assert np.array_equal(anew.participants, known)
    assert np.array_equal(anew.start, then.incidence.start)
    assert np.array_equal(anew.member, then.incidence.member)
    np.testing.assert_allclose(then.age, told.age[old] - 2.0)
    assert np.array_equal(then.place, told.place[known])


def test_factors_over_contacts_equal_their_definition():
    told = world(neighbour, organisations=40, gatherings=50)
    seen = scene(told)
    who, fresh = seen.who, seen.fresh
    assert fresh.formula == FRESH
    candidates, scores = for_everyone(who, top=12)
    x = lists(seen, np.arange(40), candidates, scores)
    for asker in (3, 21):
        held = candidates[asker] >= 0
        routes, late = who.routes(asker)[candidates[asker]], fresh.routes(asker)[candidates[asker]]
        common = [np.intersect1d(who.row(asker).to, who.row(c).to) for c in candidates[asker][held]]
        rare = [sum(1 / math.log(max(who.row(int(z)).to.size, 2)) for z in some) for some in common]
        topics = who.topics(asker)[candidates[asker]][held]
        by_hand = {
            "routes": routes[held],
            "fresh routes": late[held],
            "rare contacts": np.asarray(rare),
            "topics": topics,
        }
        for name, values in by_hand.items():
            column = x[asker, held, FACTORS.index(name)]
            np.testing.assert_allclose(column, values / max(values.max(), 1e-300), atol=1e-12)
        assert x[asker, held, FACTORS.index("common contacts")].tolist() == [some.size for some in common]


def test_distance_is_that_of_the_great_circle():
    told = world(neighbour, organisations=40, gatherings=50)
    unknown = told.place.copy()
    unknown[5] = np.nan
    seen = scene(Evidence(told.incidence, told.age, told.topics, told.traits, unknown))
    askers, candidates = np.asarray([0]), np.asarray([[1, 5]], dtype=np.int32)
    km = lists(seen, askers, candidates, np.ones((1, 2)))[0, :, FACTORS.index("distance")]
    apart = math.cos(0.6) * abs(told.place[1, 1] - told.place[0, 1])
    assert km[0] == pytest.approx(6371 * apart, rel=1e-2)
    assert km[1] == -1
    plain = scene(Evidence(told.incidence, told.age, told.topics, told.traits))
    assert (lists(plain, askers, candidates, np.ones((1, 2)))[0, :, FACTORS.index("distance")] == -1).all()

"""The default introductions: equal to a plain twin, exact in their reasons, and told of news without a rebuild."""

from itertools import combinations
from math import log, prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pumasi.engine.introductions.everyone import for_everyone, spread, two_sided, within_capacity
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.formula import Formula, introducer
from pumasi.engine.introductions.suggest import Wish, reasons, suggest
from pumasi.engine.network.incidence import incidence

PEOPLE, TOPICS = 9, 3
GATHERING = st.tuples(
    st.sets(st.integers(0, PEOPLE - 1), min_size=1, max_size=5),
    st.sampled_from([0.0, 0.5, 1.0, 4.0]),
    st.lists(st.sampled_from([0.0, 1.0]), min_size=TOPICS, max_size=TOPICS),
)
BOOK = st.lists(GATHERING, min_size=1, max_size=8)
TRAITS = (np.asarray([0, 0, 0, 1, 1, 1, 2, 2, -1], np.int32), np.asarray([0, 1] * 4 + [0], np.int32))


def evidence(book, traits=TRAITS):
    lines = [(g, p) for g, (people, _, _) in enumerate(book) for p in people]
    inc = incidence(*np.asarray(lines).T, participants=np.arange(PEOPLE))
    return Evidence(inc, np.asarray([age for _, age, _ in book]), np.asarray([t for _, _, t in book]), traits)


def scores_by_hand(book, asker, traits=TRAITS, f=None):
    """Score of every candidate by the formula as it is written, in plain loops."""
    f = f or Formula()
    weight, partners = {}, {p: set() for p in range(PEOPLE)}
    mix, act = np.zeros((PEOPLE, TOPICS)), np.zeros((PEOPLE, TOPICS))
    for people, age, topics in book:
        others = max(len(people) - 1, 1)
        for a in people:
            mix[a] += 0.5 ** (age / f.mix_half_life) * np.asarray(topics)
            act[a] += others**f.reach * 0.5 ** (age / f.activity_half_life) * np.asarray(topics)
            for b in people - {a}:
                weight[a, b] = weight.get((a, b), 0) + others**-f.tie_size * 0.5 ** (age / f.tie_half_life)
                partners[a].add(b)
    strength = [sum(weight[a, b] for b in partners[a]) for a in range(PEOPLE)]
    open_to = [c for c in range(PEOPLE) if c != asker and c not in partners[asker]]
    route = {
        c: sum(weight[asker, z] * weight[z, c] / strength[z] ** f.hub for z in partners[asker] & partners[c])
        for c in open_to
    }
    wanted = mix[asker] if mix[asker].any() else mix.sum(axis=0)
    wanted = wanted / max(wanted.sum(), 1e-300)
    topic = {c: float(act[c] @ wanted) for c in open_to}

    def kinds(c):
        return prod(
            lift_by_hand(code, partners, asker, c, f) ** power
            for code, power in zip(traits, f.lift_powers, strict=False)
        )

    most_r, most_p = max(route.values(), default=0) or 1, max(topic.values(), default=0) or 1
    return {
        c: (route[c] / most_r + f.routes_floor)
        * (topic[c] / most_p + f.topics_floor) ** f.topics_power
        * kinds(c)
        for c in open_to
    }


def lift_by_hand(code, partners, a, b, f):
    if code[a] < 0 or code[b] < 0:
        return 1.0
    ends = [(code[x], code[y]) for x in partners for y in partners[x]]
    seen = sum(pair == (code[a], code[b]) for pair in ends)
    expected = sum(x == code[a] for x, _ in ends) * sum(x == code[b] for x, _ in ends) / max(len(ends), 1)
    return (seen + f.lift_prior) / (expected + f.lift_prior)


@settings(deadline=None)
@given(BOOK, st.integers(0, PEOPLE - 1))
def test_suggestions_are_the_formula_by_hand(book, asker):
    found = suggest(introducer(evidence(book)), asker, top=PEOPLE)
    expected = scores_by_hand(book, asker)
    assert set(found.candidate.tolist()) == set(expected)
    assert found.score == pytest.approx([expected[c] for c in found.candidate.tolist()])
    assert (np.diff(found.score) <= 0).all()


@settings(deadline=None)
@given(BOOK)
def test_everyone_at_once_equals_one_by_one(book):
    who = introducer(evidence(book))
    candidates, scores = for_everyone(who, top=4)
    for node in range(PEOPLE):
        alone = suggest(who, node, top=4)
        count = alone.candidate.size
        assert scores[node, :count] == pytest.approx(alone.score)
        assert (candidates[node, count:] == -1).all()
        everyone = suggest(who, node, top=PEOPLE)
        by_candidate = dict(zip(everyone.candidate.tolist(), everyone.score, strict=True))
        assert [by_candidate[c] for c in candidates[node, :count].tolist()] == pytest.approx(alone.score)


def level(one, other):
    for node in range(PEOPLE):
        a, b = suggest(one, node, top=PEOPLE), suggest(other, node, top=PEOPLE)
        assert dict(zip(a.candidate.tolist(), a.score, strict=True)) == pytest.approx(
            dict(zip(b.candidate.tolist(), b.score, strict=True))
        )


@settings(deadline=None)
@given(BOOK, GATHERING)
def test_a_new_line_laid_over_equals_a_new_start(book, news):
    people, age, topics = news
    told = introducer(evidence(book)).told(np.asarray(sorted(people)), age=age, topics=np.asarray(topics))
    level(told, introducer(evidence([*book, news])))


@settings(deadline=None)
@given(BOOK, GATHERING)
def test_telling_then_taking_back_undoes(book, news):
    people, age, topics = news
    start = introducer(evidence(book))
    words = {"age": age, "topics": np.asarray(topics)}
    present = np.asarray(sorted(people))
    level(start, start.told(present, **words).told(present, **words, taken_back=True))


@settings(deadline=None)
@given(BOOK, st.integers(0, PEOPLE - 1))
def test_reasons_split_the_score_exactly(book, asker):
    who = introducer(evidence(book))
    for candidate, score in zip(*vars(suggest(who, asker, top=PEOPLE)).values(), strict=True):
        why = reasons(who, asker, int(candidate))
        assert why.score == pytest.approx(score)
        parts = (why.routes, why.topics, *why.kinds)
        assert min(parts) >= 0
        assert sum(parts) == pytest.approx(1.0) or sum(parts) == 0
        assert sum(share for _, share in why.contacts) == pytest.approx(why.routes)
        assert sum(share for _, share in why.by_topic) == pytest.approx(why.topics)
        f = who.formula
        lowest = f.routes_floor * f.topics_floor**f.topics_power
        for trait, power in zip(who.lifts, f.lift_powers, strict=False):
            lowest *= trait.table()[trait.code[asker]].min() ** power
        assert (sum(parts) == 0) == (abs(log(score / lowest)) < 1e-12)


def test_every_factor_is_optional():
    lines = incidence([0, 0, 1, 1, 2], [0, 1, 1, 2, 3])
    bare = introducer(Evidence(lines, np.zeros(3), np.zeros((3, 0))))
    assert suggest(bare, 0, top=1).candidate.tolist() == [2]
    why = reasons(bare, 0, 2)
    assert why.routes == pytest.approx(1.0)
    assert why.contacts == ((1, pytest.approx(1.0)),)


def test_aims_take_the_place_of_the_past():
    book = [({0, 1}, 0.0, [1, 0, 0]), ({2, 3}, 0.0, [1, 0, 0]), ({4, 5}, 0.0, [0, 1, 0])]
    who = introducer(evidence(book, traits=()))
    assert suggest(who, 0, top=1).candidate.tolist() == [2]
    assert suggest(who, 0, top=1, wish=Wish(aims=np.asarray([0.0, 1.0, 0.0]))).candidate.tolist() == [4]


def test_the_closed_are_never_suggested():
    who = introducer(evidence([({0, 1}, 0.0, [1, 0, 0])]))
    closed = np.arange(PEOPLE) != 5
    assert suggest(who, 0, wish=Wish(closed=closed)).candidate.tolist() == [5]


def test_newcomers_call_for_a_new_start():
    who = introducer(evidence([({0, 1}, 0.0, [1, 0, 0])]))
    with pytest.raises(ValueError, match="build the Introducer anew"):
        who.told(np.asarray([0, PEOPLE]), age=0.0, topics=np.zeros(TOPICS))


def test_two_sided_prefers_a_mutual_wish():
    candidates = np.asarray([[1, 2], [2, 0], [0, 1]], np.int32)
    scores = np.asarray([[1.0, 0.9], [1.0, 0.1], [1.0, 0.9]])
    ranked, mean = two_sided(candidates, scores)
    assert ranked[0].tolist() == [2, 1]
    assert mean[0, 0] == pytest.approx(2 * 0.9 * 1.0 / 1.9)


@given(st.integers(0, 2**32 - 1), st.integers(1, 3), st.integers(1, 3))
@settings(deadline=None, max_examples=25)
def test_capacity_is_kept_and_the_total_is_the_largest(seed, each, capacity):
    rng = np.random.default_rng(seed)
    candidates = np.stack([rng.permutation([c for c in range(5) if c != a])[:3] for a in range(5)]).astype(
        np.int32
    )
    scores = np.sort(rng.random((5, 3)))[:, ::-1]
    chosen, points = within_capacity(candidates, scores, each=each, capacity=capacity)
    assert np.bincount(chosen[chosen >= 0], minlength=5).max() <= capacity
    assert (np.diff(points, axis=1) <= 0).all()
    assert points.sum() == pytest.approx(largest_total(candidates, scores, each, capacity))


def largest_total(candidates, scores, each, capacity):
    """The best total by trying every set of suggestions, asker by asker."""
    totals = {(0,) * 5: 0.0}
    for row, points in zip(candidates.tolist(), scores.tolist(), strict=True):
        onward = {}
        picks = [pick for count in range(each + 1) for pick in combinations(range(3), count)]
        for used, total in totals.items():
            for pick in picks:
                now = tuple(u + sum(row[i] == c for i in pick) for c, u in enumerate(used))
                if max(now) <= capacity:
                    onward[now] = max(onward.get(now, -1.0), total + sum(points[i] for i in pick))
        totals = onward
    return max(totals.values())


def spread_by_hand(who, candidates, scores):
    """The same list, worked out slowly."""
    left = {c: s for c, s in zip(candidates.tolist(), scores.tolist(), strict=True) if c >= 0}
    order = []
    for turn in range(len(left)):
        pick = max(left, key=lambda c: (left[c], -candidates.tolist().index(c)))
        order.append((pick, left.pop(pick)))
        row = who.row(pick)
        for other, weight in zip(row.to.tolist(), row.weight.tolist(), strict=True):
            if other in left and turn < 25:
                near = weight / (who.strength[pick] * who.strength[other]) ** 0.5
                left[other] *= 1 - 0.9 * min(1.0, who.formula.spread * near)
    return order


@settings(deadline=None)
@given(BOOK, st.integers(0, PEOPLE - 1))
def test_a_spread_list_is_that_by_hand(book, asker):
    who = introducer(evidence(book))
    candidates, scores = for_everyone(who, top=PEOPLE)
    order, value = spread(who, candidates, scores)
    expected = spread_by_hand(who, candidates[asker], scores[asker])
    count = len(expected)
    assert value[asker, :count] == pytest.approx([score for _, score in expected])
    assert sorted(order[asker].tolist()) == sorted(candidates[asker].tolist())
    # One list alone takes another way to the same end.
    alone = spread(who, candidates[asker][None], scores[asker][None])
    assert alone[1][0, :count] == pytest.approx(value[asker, :count])
    assert (np.diff(value[asker, :count]) <= 1e-12).all()


def test_a_list_does_not_name_one_circle_over_and_over():
    """Two circles around the asker's contact: without spread the closer one fills the head of the list."""
    book = [
        ({0, 1}, 0.0, [0, 0, 0]),
        ({1, 2, 3}, 0.0, [0, 0, 0]),
        ({2, 3}, 0.0, [0, 0, 0]),
        ({1, 4}, 2.0, [0, 0, 0]),
    ]
    who = introducer(evidence(book, traits=()))
    plain = for_everyone(who, top=3)
    order, _ = spread(who, *plain)
    assert plain[0][0].tolist()[:2] == [2, 3]
    assert order[0].tolist()[:2] == [2, 4]

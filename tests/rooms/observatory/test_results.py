"""What a survey says, and that every place says the same when one code or one cluster changes."""

from __future__ import annotations

import csv
import io
from collections import Counter

import pyarrow.parquet as pq
import pytest

from pumasi.commons.claims import api as claims
from pumasi.engine.statistics.intervals import wilson
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions import surveys
from pumasi.measure.observatory.models import Coding, Ruling
from pumasi.measure.observatory.queries import files
from pumasi.measure.observatory.words import groups, otherwise, told
from pumasi.web import load_binder, load_survey

pytestmark = pytest.mark.django_db


def finding(survey, key="network"):
    return observatory.results_of(survey).finding(key)


def test_an_open_code_counts_in_n_and_not_among_those_who_name_it(wave):
    found = finding(wave.survey)
    assert (found.named, found.n, found.open) == (6, 12, 1)
    observatory.settle(
        surveyed=wave.asked[0], factor=wave.network, named=True, why="말뜻이 분명함", by=wave.third
    )
    found = finding(wave.survey)
    assert (found.named, found.open) == (7, 0)
    assert told(found, "en") == "7 of 12 (58 %; 95 % CI 32–81 %)"
    assert told(found, "ko") == "12곳 중 7곳(58%, 95% 신뢰구간 32~81%)"


def test_below_ten_cases_no_percentage_is_told(wave):
    for one in wave.asked[9:]:
        observatory.remove(surveyed=one)
    found = finding(wave.survey)
    assert (found.n, found.share, otherwise(found, "en")) == (9, None, "")
    assert told(found, "en") == "6 of 9"
    assert told(found, "ko") == "9곳 중 6곳"


def test_agreement_is_that_of_the_coders_before_anything_was_settled(wave):
    before = observatory.results_of(wave.survey).agreement
    assert before is not None
    assert (before.units, round(before.share, 4)) == (24, round(23 / 24, 4))
    observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why="분명함", by=wave.third)
    assert observatory.results_of(wave.survey).agreement == before


def test_the_last_ruling_stands_and_the_log_keeps_all(wave):
    for named in (True, False):
        observatory.settle(
            surveyed=wave.asked[3], factor=wave.network, named=named, why="다시 읽음", by=wave.third
        )
    assert finding(wave.survey).named == 5
    assert Ruling.objects.filter(surveyed=wave.asked[3]).count() == 2


def test_the_example_says_what_the_release_says(given):
    """28 clusters, 20 countries, 18 of 28; one code otherwise gives 61 or 68 %; one cluster less changes both counts."""
    cluster = given.cluster()
    users = {name: given.user(name, cluster=cluster) for name in ("analyst", "reviewer")}
    assert load_survey.load(cluster, users) == 28
    survey = cluster.surveys.get()
    results = observatory.results_of(survey)
    assert (results.n, results.countries, results.open) == (28, 20, 0)
    found = results.finding("collaboration")
    assert told(found, "en") == "18 of 28 (64 %; 95 % CI 46–79 %)"
    assert otherwise(found, "en") == "One case coded otherwise makes it 61 % or 68 %."
    assert "no clear difference (Fisher's exact test, p = .11)" in groups(found, "en")
    assert [(one.named, one.n) for one in found.groups] == [(10, 12), (8, 16)]
    assert results.several
    for named, percent in ((False, "61 %"), (True, "64 %")):
        observatory.settle(surveyed=found.who[0], factor=found.factor, named=named, why="다시 읽음", by=None)
        assert percent in told(finding(survey, "collaboration"), "en")
    other = next(one for one in results.asked if one not in found.who)
    observatory.settle(surveyed=other, factor=found.factor, named=True, why="다시 읽음", by=None)
    assert told(finding(survey, "collaboration"), "en").startswith("19 of 28 (68 %")
    alone = next(one for one in results.asked if Counter(a.country for a in results.asked)[one.country] == 1)
    observatory.remove(surveyed=alone)
    results = observatory.results_of(survey)
    assert (results.n, results.countries) == (27, 19)
    stated = {one.key: one for one in claims.figures(cluster, "public")}
    assert stated["survey.example.clusters"].numerator == 27
    assert stated["survey.example.countries"].numerator == 19
    assert stated["survey.example.collaboration"].denominator == 27


def test_figures_are_stated_while_it_is_public_and_follow_every_change(wave):
    assert not claims.figures(wave.cluster, "public").exists()
    observatory.publish(survey=wave.survey)
    key = "survey.wave.network"
    for audience in ("public", "members", "managers"):
        assert claims.figure(wave.cluster, audience, key).numerator == 6
    observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why="분명함", by=wave.third)
    assert claims.figure(wave.cluster, "public", key).numerator == 7
    surveys.withdraw(survey=wave.survey)
    assert not claims.figures(wave.cluster, "public").exists()


def test_every_share_can_be_computed_from_the_rows(wave):
    observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why="분명함", by=wave.third)
    rows = list(csv.DictReader(io.StringIO(observatory.written(wave.survey, "csv").decode("utf-8-sig"))))
    for one in observatory.results_of(wave.survey).findings:
        mine = [row for row in rows if row["factor"] == one.factor.key]
        assert (len(mine), sum(row["named"] == "1" for row in mine)) == (one.n, one.named)
        again = wilson(sum(row["named"] == "1" for row in mine), len(mine))
        assert again == one.share
    assert Counter(row["how"] for row in rows) == {"agreed": 23, "settled": 1}
    table = pq.read_table(io.BytesIO(observatory.written(wave.survey, "parquet")))
    assert table.column_names == files.COLUMNS
    assert [str(row["named"]) for row in table.to_pylist()] == [row["named"] for row in rows]
    # What they said in their own words is nobody's to publish.
    assert "자주 만납니다" not in observatory.written(wave.survey, "csv").decode()


def test_a_final_survey_changes_no_more_until_it_is_opened_with_a_reason(wave):
    with pytest.raises(Refused, match="1 codes are not settled"):
        observatory.lock(survey=wave.survey)
    observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why="분명함", by=wave.third)
    observatory.lock(survey=wave.survey)
    for act in (
        lambda: observatory.remove(surveyed=wave.asked[0]),
        lambda: observatory.settle(
            surveyed=wave.asked[0], factor=wave.network, named=False, why="x", by=wave.third
        ),
        lambda: observatory.code(surveyed=wave.asked[0], coder=wave.coders[0], named={wave.network: False}),
        lambda: observatory.ask(survey=wave.survey, country="KR", name_ko="새 곳"),
        lambda: surveys.withdraw(survey=wave.survey),
    ):
        with pytest.raises(Refused, match="final"):
            act()
    assert finding(wave.survey).named == 7
    with pytest.raises(Refused, match="why"):
        surveys.reopen(survey=wave.survey, why=" ")
    surveys.reopen(survey=wave.survey, why="한 곳의 응답 정정")
    observatory.remove(surveyed=wave.asked[0])
    assert finding(wave.survey).n == 11


def test_coders_are_two_people_and_neither_settles(wave, given):
    with pytest.raises(Refused, match="two people"):
        observatory.appoint(
            survey=observatory.begin(cluster=wave.cluster, slug="b", name_ko="둘"),
            user=wave.users[0],
            place=1,
        ) and (observatory.appoint(survey=wave.cluster.surveys.get(slug="b"), user=wave.users[0], place=2))
    with pytest.raises(Refused, match="coded already"):
        observatory.appoint(survey=wave.survey, user=given.user("analyst", cluster=wave.cluster), place=1)
    with pytest.raises(Refused, match="cannot settle"):
        observatory.settle(
            surveyed=wave.asked[0], factor=wave.network, named=True, why="나", by=wave.users[0]
        )
    with pytest.raises(Refused, match="Say why"):
        observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why=" ", by=wave.third)


def test_a_settled_code_is_not_coded_again(wave):
    observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why="분명함", by=wave.third)
    observatory.code(
        surveyed=wave.asked[0], coder=wave.coders[0], named={wave.network: False, wave.talent: True}
    )
    mine = Coding.objects.filter(surveyed=wave.asked[0], coder=wave.coders[0])
    assert dict(mine.values_list("factor__key", "named")) == {"network": True, "talent": True}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"country": "XX", "name_ko": "어디"}, "no country code"),
        ({"country": "", "name_ko": "어디"}, "no country code"),
        ({"country": "KR"}, "a name"),
        ({"country": "AT", "name_ko": "클러스터 0", "name_en": "Cluster 0"}, "already"),
    ],
)
def test_what_cannot_be_entered_is_refused_and_changes_nothing(wave, values, said):
    with pytest.raises(Refused, match=said):
        observatory.ask(survey=wave.survey, **values)
    assert observatory.results_of(wave.survey).n == 12


def test_an_amount_needs_currency_and_year(wave):
    with pytest.raises(Refused, match="currency and the year"):
        observatory.tell(surveyed=wave.asked[0], factors=[], title_ko="사례", amount=5, currency="KRW")
    told_one = observatory.tell(
        surveyed=wave.asked[0],
        factors=[wave.network],
        title_ko="사례",
        amount=5,
        currency="KRW",
        money_of=2026,
    )
    assert not told_one.is_shown


def test_the_example_has_a_wave_that_is_over_and_all_of_it_can_be_taken_out_again(given):
    cluster = given.cluster()
    users = {name: given.user(name, cluster=cluster) for name in ("analyst", "reviewer", "cluster_manager")}
    load_survey.load(cluster, users)
    load_binder.load(cluster, users["analyst"])
    survey = cluster.surveys.get()
    now, last = survey.waves.all()
    told = {one.question.key: one for one in observatory.summaries(last, world=True)}
    assert (last.responses.filter(approved_at__isnull=False).count(), told["members"].n) == (27, 27)
    assert told["visa-cases"].asked == told["visa"].shares[0].count == 17
    assert not now.responses.filter(sent_at__isnull=False).exists()
    assert now.responses.filter(invitations__isnull=False).count() == 5
    standing = observatory.standing(cluster.binders.get())
    assert (standing.n, standing.shown, standing.needed) == (12, 8, 10)
    load_survey.remove(cluster)
    load_binder.remove(cluster)
    assert not cluster.surveys.exists()
    assert not cluster.binders.exists()

"""Whom to meet: newcomers by what they write, aims before the past, both ways, room for everybody, a fifth held back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pumasi.commons.members.models import Listing, Tag
from pumasi.kit.refused import Refused
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Aim, Introduction, Withheld
from pumasi.measure.network.queries import holdback, suggest
from security.reading import read_on

pytestmark = pytest.mark.django_db


def tag(slug):
    return Tag.objects.create(slug=slug, name_ko=f"{slug} 분야", name_en=slug.title())


def lists(organisation, kind, ko, en, *tags):
    one = Listing.objects.create(
        organisation=organisation, kind=kind, text_ko=ko, text_en=en, expires_on=timezone.localdate() + timedelta(days=30)
    )  # fmt: skip
    one.tags.set(tags)


def kinds(found):
    return [{reason.kind for reason in one.reasons} for one in found]


def test_routes_over_a_common_contact_come_with_their_name(given):
    a, hub, b = given.organisation(), given.organisation("(주)가교"), given.organisation()
    given.gathering(a, hub)
    given.gathering(hub, b)
    read_on()
    (found,) = network.suggest(given.cluster(), "members", a.pk)
    assert found.organisation == b
    assert found.reasons[0].organisation == hub
    assert sum(reason.share for reason in found.reasons) == pytest.approx(1)


def test_a_newcomer_meets_who_offers_what_they_look_for(given):
    newcomer, fits, other = (given.organisation() for _ in range(3))
    lists(newcomer, "need", "저소음 소형 모터 시제품 제작", "Prototype of a quiet small motor")
    lists(fits, "offer", "소형 모터 시제품 제작 지원", "Prototyping of small motors")
    lists(other, "offer", "임상시험 설계 자문", "Advice on the design of clinical trials")
    given.gathering(fits, other)
    read_on()
    found = network.suggest(given.cluster(), "members", newcomer.pk)
    assert found[0].organisation == fits
    assert found[0].reasons[0].kind == "offer"
    assert "모터" in found[0].reasons[0].label_ko


def test_nobody_is_suggested_for_their_type_alone(given):
    newcomer = given.organisation(kind="company", city_ko="서울")
    given.gathering(*(given.organisation(kind="company", city_ko="서울") for _ in range(3)))
    read_on()
    assert network.suggest(given.cluster(), "members", newcomer.pk) == []


def test_what_one_is_after_comes_before_what_one_did(given):
    robots, bio = tag("robots"), tag("bio")
    a, first, second = given.organisation(), given.organisation(), given.organisation()
    for one, topic in ((a, robots), (first, robots), (second, bio)):
        one.tags.add(topic)
    extra = [given.organisation() for _ in range(2)]
    for one in extra:
        one.tags.add(bio)
    given.gathering(a, given.organisation())
    given.gathering(first, given.organisation())
    given.gathering(second, extra[0])
    read_on()
    assert network.suggest(given.cluster(), "members", a.pk)[0].organisation == first
    network.aim_at(cluster=given.cluster(), organisation=a, tags=[bio])
    assert network.suggest(given.cluster(), "members", a.pk)[0].organisation != first
    Aim.objects.update(until=timezone.localdate() - timedelta(days=1))
    assert network.suggest(given.cluster(), "members", a.pk)[0].organisation == first


def test_at_most_three_aims(given):
    with pytest.raises(Refused):
        network.aim_at(
            cluster=given.cluster(), organisation=given.organisation(), tags=[tag(str(n)) for n in range(4)]
        )
    assert not Aim.objects.exists()


def test_a_member_names_an_aim_on_the_page(given):
    mine, topic = given.organisation(), tag("energy")
    mine.tags.add(topic)
    browser = Client()
    browser.force_login(given.user("organisation_admin", organisation=mine, person=given.person(at=mine)))
    place = {"cluster": given.cluster().slug}
    browser.post(reverse("network:aims", kwargs=place), {"tag": [topic.pk, "x", "99999999999999999999"]})
    assert suggest.aims(given.cluster(), mine.pk) == [topic.pk]
    page = browser.get(reverse("network:connections", kwargs=place)).content.decode()
    assert f'value="{topic.pk}" checked' in page
    browser.post(reverse("network:aims", kwargs=place), {})
    assert suggest.aims(given.cluster(), mine.pk) == []


def star(given, leaves=12):
    """Everybody met the hub, and the star is what everybody would be told to meet."""
    hub, wanted = given.organisation(), given.organisation("(주)모두의별")
    given.gathering(hub, wanted)
    others = [given.organisation() for _ in range(leaves)]
    for one in others:
        given.gathering(hub, one, days_ago=900)
    read_on()
    return wanted, others


def test_nobody_is_handed_to_everybody(given):
    wanted, others = star(given)
    for one in others:
        network.hand_out(cluster=given.cluster(), organisation=one)
    limit = 2 * given.cluster().weekly_introductions
    assert Introduction.objects.filter(asked=wanted).count() <= limit
    assert Introduction.objects.count() == len(others) * given.cluster().weekly_introductions


def test_a_fifth_is_held_back_and_followed(given):
    _, others = star(given)
    for one in others:
        network.hand_out(cluster=given.cluster(), organisation=one)
    pairs = set(Withheld.objects.values_list("asker", "asked"))
    assert pairs
    assert not pairs & set(Introduction.objects.values_list("asker", "asked"))
    # Managers see everything: the hold-back only touches what members are handed.
    asker, asked = min(pairs)
    assert asked in {one.organisation.pk for one in network.suggest(given.cluster(), "managers", asker)}
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(90)]
    assert len({holdback.withheld(asker, asked, day) for day in days}) == 1
    share = sum(holdback.withheld(a, b, days[0]) for a in range(100) for b in range(100)) / 10_000
    assert 0.17 < share < 0.23


def test_held_back_pairs_are_compared_with_suggested_ones(given):
    cluster, long_ago = given.cluster(), timezone.now() - timedelta(days=100)
    pairs = [(given.organisation(), given.organisation()) for _ in range(24)]
    for n, (a, b) in enumerate(pairs):
        model = Introduction if n < 12 else Withheld
        one = model.objects.create(cluster=cluster, asker=a, asked=b)
        moment = "suggested_at" if n < 12 else "at"
        model.objects.filter(pk=one.pk).update(**{moment: long_ago})
        if n < 9 or n == 12:
            given.gathering(a, b, days_ago=60)
    read_on()
    told = holdback.report(cluster)
    assert (told.suggested, told.suggested_met, told.held_back, told.held_back_met) == (12, 9, 12, 1)
    assert told.difference.value == pytest.approx(8 / 12)
    assert told.difference.low > 0


def test_the_difference_of_two_shares_is_newcombes():
    """56 of 70 beside 48 of 80: 0.20 (0.0524 to 0.3339), Newcombe 1998, table II, method 10."""
    told = holdback.difference(70, 56, 80, 48)
    assert (told.value, told.low, told.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)
    assert holdback.difference(9, 3, 80, 48) is None

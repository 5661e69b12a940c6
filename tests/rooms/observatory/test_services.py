"""The catalogue of an office: uses counted once a day, ratings by those who used it alone, and nobody named to the world."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.observatory.pages import at

from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions import services as acts
from pumasi.measure.observatory.models import Service, ServiceUse

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def service(given):
    return observatory.offer(cluster=given.cluster(), name_ko="파트너 찾기", name_en="Finding partners")


def colleague(given, organisation):
    """Somebody who works there, with an account."""
    return given.user("member", organisation=organisation, person=given.person(at=organisation))


def use(service, organisation, days_ago=3):
    day = timezone.localdate() - timedelta(days=days_ago)
    return observatory.note_use(service=service, organisation=organisation, day=day, by=None)


def rated(given, service, stars):
    """Uses of as many organisations, rated so."""
    for n, found in enumerate(stars):
        row = use(service, given.organisation(f"(주)이용{n}"))
        ServiceUse.objects.filter(pk=row.pk).update(stars=found, rated_at=timezone.now())


def test_a_use_of_a_day_counts_once_and_none_lies_ahead(given, service):
    one = given.organisation()
    use(service, one)
    with pytest.raises(Refused, match="already"):
        use(service, one)
    with pytest.raises(Refused, match="ahead"):
        use(service, one, days_ago=-1)
    use(service, one, days_ago=4)
    use(service, given.organisation("(주)둘"), days_ago=400)
    (found,) = observatory.offered(given.cluster())
    assert (found.uses, found.organisations, found.rated) == (2, 1, 0)


def test_a_service_that_was_given_up_stands_no_more_but_its_uses_stay(given, service):
    use(service, given.organisation())
    acts.give_up(service=service)
    assert observatory.offered(given.cluster()) == []
    (gone,) = observatory.offered(given.cluster(), ended=True)
    assert gone.uses == 1


def test_only_people_of_the_organisation_rate_and_they_may_change_their_mind(given, service):
    mine = given.organisation("(주)나")
    row = use(service, mine)
    person = colleague(given, mine)
    observatory.rate(use=row, user=person, stars=2)
    observatory.rate(use=row, user=person, stars=5, remark="도움이 되었습니다")
    row.refresh_from_db()
    assert (row.stars, row.remark) == (5, "도움이 되었습니다")
    with pytest.raises(Refused):
        observatory.rate(use=row, user=colleague(given, given.organisation("(주)남")), stars=1)
    with pytest.raises(Refused):
        observatory.rate(use=row, user=person, stars=6)
    with pytest.raises(Refused, match="stays"):
        acts.take_back(use=row)
    row.refresh_from_db()
    assert row.stars == 5


@pytest.mark.parametrize(
    ("stars", "told"),
    [
        ([5, 5, 1, 4], "too few ratings"),
        ([5, 4, 3, 4, 1], "3 of 5 "),
        ([5] * 13 + [1, 2], "13 of 15 (87 %; 95 % CI 62–96 %)"),
    ],
)
def test_what_the_world_reads_of_the_ratings(given, service, stars, told):
    rated(given, service, stars)
    page = Client().get(at("services")).content.decode()
    assert told in page
    assert "이용0" not in page, "an organisation is named"


def test_from_the_catalogue_to_a_rating(given):
    manager = signed_in(given.user("cluster_manager"))
    mine = given.organisation("(주)나")
    assert manager.post(at("new_service"), {"name_en": ""}).status_code == 422
    made = manager.post(at("new_service"), {"name_ko": "상담", "name_en": "Advice", "what_en": "We listen."})
    assert made.status_code == 302
    service = Service.objects.get()
    told = {"then": "note", "service": service.pk, "organisation": mine.pk, "day": "2026-01-09"}
    assert manager.post(at("act_on_services"), {**told, "day": "9th"}).status_code == 422
    assert manager.post(at("act_on_services"), told).status_code == 302
    assert manager.post(at("act_on_services"), {"then": "x"}, headers={"referer": "/"}).status_code != 500
    row = ServiceUse.objects.get()
    ServiceUse.objects.update(day=timezone.localdate())
    member = signed_in(colleague(given, mine))
    assert "Advice" in member.get(at("my_services")).content.decode()
    assert member.post(at("my_services"), {"use": row.pk, "stars": 4, "remark": "Good"}).status_code == 302
    desk = manager.get(at("desk_services")).content.decode()
    assert "Good" in desk
    assert "rated 4 of 5" in desk
    assert "Good" in manager.get(at("service_rows")).content.decode("utf-8-sig")
    assert "Good" not in Client().get(at("services")).content.decode()
    assert manager.post(at("act_on_services"), {"then": "give_up", "service": service.pk}).status_code == 302
    assert "No service is listed yet" in Client().get(at("services")).content.decode()


def test_somebody_of_another_organisation_cannot_rate_over_the_page(given, service):
    row = use(service, given.organisation("(주)나"))
    other = signed_in(colleague(given, given.organisation("(주)남")))
    other.post(at("my_services"), {"use": row.pk, "stars": 1})
    row.refresh_from_db()
    assert row.stars is None
    assert "Nothing to rate" in other.get(at("my_services")).content.decode()

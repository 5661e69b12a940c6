"""Questions written once give what Django's queries give."""

from datetime import date, datetime, timedelta

import pytest
from django.db.models import Count, Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation, Relation, Tag
from pumasi.kit.worded import Several, Start, Worded

pytestmark = pytest.mark.django_db


def test_it_gives_what_the_query_gives(given):
    cluster = given.cluster()
    cluster.aliases = ["가온", "Gaon"]
    cluster.save()
    by_slug = Worded(lambda slug: Cluster.objects.filter(slug=slug), slug=str)
    for _ in range(2):
        found = by_slug.one(slug=cluster.slug)
        assert found == cluster
        assert found.aliases == ["가온", "Gaon"]
        assert by_slug.one(slug="nowhere") is None


def test_what_is_fetched_along_costs_no_further_query(given, django_assert_num_queries):
    organisation = given.organisation(cluster=given.cluster())
    asked = Worded(
        lambda cluster: Relation.objects.filter(cluster=cluster).select_related("organisation"), cluster=int
    )
    home = Relation.objects.get().cluster_id
    with django_assert_num_queries(1):
        (relation,) = asked(cluster=home)
        assert relation.organisation == organisation
        assert relation.organisation.custom == {}


def test_a_foreign_key_that_names_nothing_stays_empty(given):
    organisation = given.organisation()
    asked = Worded(lambda pk: Organisation.objects.filter(pk=pk).select_related("parent"), pk=int)
    assert asked.one(pk=organisation.pk).parent is None


def test_tuples_in_the_order_asked_for(given):
    Tag.objects.create(slug="one", name_ko="하나")
    asked = Worded(
        lambda slug: Tag.objects.filter(slug=slug).order_by().values_list("slug", "name_ko").annotate(n=Count("pk")),
        slug=str,
    )  # fmt: skip
    assert asked(slug="one") == [("one", "하나", 1)]


def test_its_words_are_the_same_each_time(given):
    from django.db import connection

    asked = Worded(lambda slug: Tag.objects.filter(slug=slug), slug=str)
    with CaptureQueriesContext(connection) as seen:
        asked(slug="x%s'")
        asked(slug="y")
    said = [one["sql"] for one in seen]
    assert said[0].replace("x%s''", "y") == said[1]


def test_a_value_that_the_question_does_not_use_is_refused():
    asked = Worded(lambda slug: Tag.objects.all(), slug=str)
    with pytest.raises(LookupError, match="slug"):
        asked(slug="x")


def test_added_columns_come_along(given):
    organisation = given.organisation(cluster=given.cluster())
    asked = Worded(
        lambda pk: Organisation.objects.filter(pk=pk).select_related("parent").annotate(n=Count("relations")),
        pk=int,
    )
    assert asked.one(pk=organisation.pk).n == 1


def test_instants_days_and_where_a_slice_begins_are_values_too(given):
    organisations = [given.organisation(f"곳 {n}") for n in range(5)]
    asked = Worded(
        lambda before, day, start: Relation.objects.filter(
            Q(since__isnull=True) | Q(since__lte=day), organisation__created_at__lt=before
        ).order_by("pk")[start : start + 2],
        before=datetime, day=date, start=Start,
    )  # fmt: skip
    later, today = timezone.now() + timedelta(hours=1), timezone.localdate()
    for start, names in ((0, organisations[:2]), (2, organisations[2:4]), (4, organisations[4:]), (6, [])):
        found = asked(before=later, day=today, start=start)
        assert [one.organisation_id for one in found] == [one.pk for one in names]
    assert asked(before=later - timedelta(days=1), day=today, start=0) == []


def test_several_values_are_one_value(given):
    for slug in ("one", "two", "three"):
        Tag.objects.create(slug=slug, name_ko=slug)
    asked = Worded(lambda slugs: Tag.objects.filter(slug__any=slugs).order_by("slug"), slugs=Several)
    assert [tag.slug for tag in asked(slugs=["two", "one", "none'"])] == ["one", "two"]
    assert [tag.slug for tag in asked(slugs=["three"])] == ["three"]
    assert asked(slugs=[]) == []


def test_several_keys_of_another_table(given):
    cluster = given.cluster()
    first, second, _ = (given.organisation(cluster=cluster) for _ in range(3))
    asked = Worded(
        lambda wanted, home: Relation.objects.filter(organisation__any=wanted, cluster=home).order_by("pk"),
        wanted=Several, home=int,
    )  # fmt: skip
    found = asked(wanted=[second.pk, first.pk], home=cluster.pk)
    assert {one.organisation_id for one in found} == {first.pk, second.pk}
    assert asked(wanted=[second.pk], home=cluster.pk + 1) == []


def test_any_is_a_filter_of_its_own(given):
    Tag.objects.create(slug="one", name_ko="하나")
    assert Tag.objects.filter(slug__any=["one", "two"]).count() == 1
    assert not Tag.objects.filter(slug__any=[]).exists()


def test_what_never_changes_is_written_into_the_words(given):
    for slug, name in (("one", "50%s"), ("two", "50%"), ("three", "'); --")):
        Tag.objects.create(slug=slug, name_ko=name)
    for name in ("50%s", "50%", "'); --"):
        asked = Worded(
            lambda slugs, name=name: Tag.objects.filter(slug__any=slugs, name_ko=name), slugs=Several
        )
        wanted = list(Tag.objects.filter(name_ko=name))
        assert asked(slugs=["one", "two", "three"]) == wanted
    starts = Worded(lambda slug: Tag.objects.filter(slug=slug, name_ko__startswith="50%"), slug=str)
    assert [tag.slug for tag in starts(slug="two")] == ["two"]


def test_it_is_prepared_by_the_database_after_some_times(given):
    from django.db import connection

    cluster = given.cluster()
    asked = Worded(lambda slug: Cluster.objects.filter(slug=slug).order_by("-pk"), slug=str)
    for _ in range(7):
        assert asked.one(slug=cluster.slug) == cluster
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        words = [row[0] for row in cursor.fetchall()]
    assert any('FROM "members_cluster"' in one and "DESC" in one and "$1" in one for one in words)


def test_it_can_be_asked_where_triggers_are_ignored(given):
    import pgtrigger

    cluster = given.cluster()
    asked = Worded(lambda slug: Cluster.objects.filter(slug=slug).order_by("slug"), slug=str)
    with pgtrigger.ignore():
        for _ in range(7):
            assert asked.one(slug=cluster.slug) == cluster


def test_an_error_of_the_database_is_djangos(given):
    from django.db import DataError, transaction

    asked = Worded(lambda slug: Tag.objects.filter(slug=slug).order_by("-slug"), slug=str)
    with pytest.raises(DataError), transaction.atomic():
        asked(slug="a\x00b")
    assert asked(slug="nowhere") == []

"""Lists stand in the order of the names that their reader sees."""

import pytest
from django.utils import translation

from pumasi.commons.members.api import Choice, directory

pytestmark = pytest.mark.django_db
# Korean order turns the English one around; one has a name in Korean alone, one writes small letters.
NAMES = [("가람", "Zelkova"), ("나래", "apple"), ("다온", "Maple"), ("라온", "")]


@pytest.fixture
def cluster(given):
    for korean, english in NAMES:
        given.organisation(korean, name_en=english)
    return given.cluster()


@pytest.mark.parametrize(
    ("language", "names"),
    [("ko", ["가람", "나래", "다온", "라온"]), ("en", ["apple", "Maple", "Zelkova", "라온"])],
)
@pytest.mark.parametrize("sort", ["", "name", "-name"])
def test_organisations_by_the_name_in_the_readers_language(cluster, language, names, sort):
    with translation.override(language):
        found = [str(one.name) for one in directory(cluster, "managers", Choice(sort=sort))]
    assert found == (names[::-1] if sort == "-name" else names)

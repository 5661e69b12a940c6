"""Location quotients: known answers, what is held back, other classifications, and tables that are refused whole."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from tests.rooms.observatory.pages import at

from pumasi.engine.statistics.specialisation import common_groups, location_quotient
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.employment import listed
from pumasi.measure.observatory.models import Employment, EmploymentTable
from pumasi.measure.observatory.queries.specialisation import beside
from pumasi.measure.observatory.schemes import ISIC, KSIC, SAME

pytestmark = pytest.mark.django_db
SAID = {"region_en": "Hangang", "whole_en": "Korea", "source_en": "Office of statistics"}
KSIC_TABLE = """Code,Industry,Region,Country
26,Electronics,300,1000
27,Instruments,100,500
28,Electrical,x,800
33,Other goods,5,100
Total,,1000,10000"""


def enter(given, text, *, year=2024, scheme="KSIC 11", cluster="hangang"):
    table = listed(text.encode())
    assert table.problems == []
    return observatory.enter(
        cluster=given.cluster(cluster), year=year, scheme=scheme, listed=table, by=None, **SAID
    )


def signed_in(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_quotient_is_one_share_beside_the_other():
    assert location_quotient(300, 1000, 1000, 10000) == pytest.approx(3)
    assert location_quotient(0, 1000, 1000, 10000) == 0
    assert location_quotient(5, 1000, 0, 10000) is None
    assert location_quotient(5, 0, 10, 100) is None


def test_an_industry_everywhere_alike_has_one():
    """All shares alike: every quotient is 1, whatever the sizes."""
    for size in (1, 7, 1000):
        assert location_quotient(size * 3, size * 10, 3000, 10000) == pytest.approx(1)


def test_classifications_meet_in_groups_that_each_can_count():
    assert len(KSIC) == 77
    assert len(ISIC) == 88
    assert frozenset().union(*KSIC.values()) == ISIC
    groups = common_groups([KSIC, SAME])
    assert groups["26"] == groups["32"] == {"26", "32"}
    assert groups["62"] == {"62"}
    for told in KSIC.values():
        assert len({groups[code] for code in told}) == 1


def test_what_is_held_back_or_few_has_no_quotient(given):
    rows = {one.code: one for one in observatory.industries(enter(given, KSIC_TABLE))}
    assert rows["26"].quotient == pytest.approx(3)
    assert rows["27"].quotient == pytest.approx(2)
    assert rows["28"].held_back
    assert rows["28"].quotient is None
    assert rows["33"].few
    assert rows["33"].quotient is None
    assert rows["26"].share_here == pytest.approx(0.3)


def test_other_classifications_are_counted_together_where_they_cannot_be_told_apart(given):
    """KSIC 27 lies in ISIC 26 and 32, so both are one group: (300 + 100 + 5) / 1,000 beside (1,000 + 500 + 100) / 10,000."""
    korean = enter(given, KSIC_TABLE)
    isic = enter(
        given,
        "code,name,here,there\n26,Computers,60,200\n27,Electrical,20,100\n32,Other,40,100\ntotal,,1000,4000",
        scheme="ISIC 4",
        cluster="two",
    )
    grid = beside([korean, isic])
    cells = {row.code: row.cells for row in grid.rows}
    assert grid.scheme == "ISIC 4"
    assert cells["26 32"] == [pytest.approx(0.405 / 0.16), pytest.approx(0.1 / 0.075)]
    assert cells["27"][0] is None, "KSIC 28 is held back"
    assert cells["27"][1] == pytest.approx(0.02 / 0.025)


def test_a_group_of_which_a_part_is_not_listed_has_no_quotient(given):
    part = enter(given, "code,name,here,there\n26,Electronics,300,1000\ntotal,,1000,10000")
    isic = enter(
        given,
        "code,name,here,there\n26,A,60,200\n32,B,40,100\ntotal,,1000,4000",
        scheme="ISIC 4",
        cluster="two",
    )
    assert [row.cells for row in beside([part, isic]).rows if row.code == "26 32"] == [
        [None, pytest.approx(0.1 / 0.075)]
    ]


def test_years_of_one_classification_keep_their_own_codes(given):
    first = enter(given, KSIC_TABLE.replace("300", "200"), year=2023)
    grid = beside([first, enter(given, KSIC_TABLE)])
    assert grid.scheme == "KSIC 11"
    assert grid.rows[0].cells == [pytest.approx(2), pytest.approx(3)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code,here,there\n26,300,100", "more people in the region"),
        ("code,here,there\n26,many,1000", "cannot be read"),
        ("code,here,there\n26,30,100\n26,30,100", "further up"),
        ("code,here,there\n26,30,100\n262,30,100", "different depth"),
        ("code,here,there\n?!,30,100", "none of a classification"),
        ("a,b\n1,2", "no columns"),
    ],
)
def test_a_wrong_table_says_where_and_what_to_do(text, said):
    assert said in " ".join(one.text("en") for one in listed(text.encode()).problems)


@pytest.mark.parametrize(
    "text",
    [
        "code,here,there\n26,x,1000\n27,5,10",
        "code,here,there\n26,300,1000\ntotal,200,2000",
        "code,here,there\n26,0,1000",
    ],
)
def test_shares_of_nothing_known_are_refused_and_nothing_is_entered(given, text):
    with pytest.raises(Refused):
        enter(given, text)
    assert not EmploymentTable.objects.exists()


def test_the_same_year_twice_is_refused(given):
    enter(given, KSIC_TABLE)
    with pytest.raises(Refused, match="already"):
        enter(given, KSIC_TABLE)
    assert Employment.objects.count() == 4


@pytest.mark.parametrize("language", ["ko", "en"])
def test_from_the_desk_to_the_page_and_its_rows(given, language):
    client = signed_in(given.user("cluster_manager"))
    told = {
        "year": "2024",
        "scheme": "KSIC 11",
        "region_ko": "한강시",
        "whole_ko": "전국",
        "source_ko": "통계청",
    }
    refused = client.post(at("employment", language), {**told, "pasted": "code,here,there\n26,9,1"})
    assert refused.status_code == 422
    assert "26,9,1" in refused.content.decode(), "what was pasted is lost"
    made = client.post(at("employment", language), {**told, "pasted": KSIC_TABLE})
    assert made.status_code == 302
    page = Client().get(at("specialisation", language))
    assert "3.00" in page.content.decode()
    file = Client().get(f"{at('specialisation', language)}?format=csv").content.decode("utf-8-sig")
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(file))}
    assert float(rows["26"]["location_quotient"]) == pytest.approx(
        int(rows["26"]["people_region"]) / 1000 / (int(rows["26"]["people_country"]) / 10000)
    )
    assert rows["28"]["people_region"] == ""
    table = EmploymentTable.objects.get()
    assert Client().post(at("drop_employment"), {"table": table.pk}).status_code == 404
    assert EmploymentTable.objects.exists()
    assert client.post(at("drop_employment", language), {"table": table.pk}).status_code == 302
    assert not EmploymentTable.objects.exists()


def test_a_form_without_region_or_source_says_so(given):
    client = signed_in(given.user("cluster_manager"))
    answer = client.post(at("employment"), {"year": "1890", "scheme": "KSIC 11", "pasted": KSIC_TABLE})
    page = answer.content.decode()
    assert answer.status_code == 422
    for said in ("Say which region it is", "Say where the numbers come from", "such as 2024"):
        assert said in page


def test_clusters_stand_side_by_side_and_an_empty_page_says_what_is_needed(given):
    given.cluster()
    assert "No table of people at work yet" in Client().get(at("specialisation")).content.decode()
    enter(given, KSIC_TABLE)
    enter(given, KSIC_TABLE.replace("300", "100"), cluster="two")
    page = Client().get(f"{at('specialisation')}?with=two").content.decode()
    assert "Location quotients side by side" in page
    assert "Location quotients side by side" not in Client().get(at("specialisation")).content.decode()

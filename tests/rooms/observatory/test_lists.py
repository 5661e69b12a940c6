"""Lists of clusters: files and pasted rows, in either language, all of it or nothing."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from pumasi.kit.refused import Refused
from pumasi.kit.sheets.writer import write_xlsx
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions import surveys
from pumasi.measure.observatory.lists import listed

PASTED = "클러스터\t영문 이름\t국가\t운영 주체\t응답\n다온밸리\tDaon Valley\t대한민국\t기업\t자주 만납니다.\n카리사리\tKarisaari\tFinland\t\t\n"


def test_rows_copied_from_a_spreadsheet_in_either_language():
    found = listed(PASTED.encode())
    assert found.problems == []
    assert [(row["name_en"], row["country"], row["lead"]) for row in found.rows] == [
        ("Daon Valley", "KR", "companies"),
        ("Karisaari", "FI", ""),
    ]


def test_a_workbook_with_a_title_above_its_headings():
    book = write_xlsx(
        ["2026 survey", "", ""],
        [
            ["", "", ""],
            ["Cluster", "Country", "Led by"],
            ["Daon Valley", "kr", "Public body"],
            ["Total", "", ""],
        ],
    )
    found = listed(book, "list.xlsx")
    assert [(row["name_en"], row["country"], row["lead"]) for row in found.rows] == [
        ("Daon Valley", "KR", "public")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cluster,Nothing\nDaon,KR\n", "no column for the cluster's name and country"),
        ("Cluster,Country\n,KR\n", "has no name"),
        ("Cluster,Country\nDaon,Atlantis\n", "There is no country Atlantis"),
        ("Cluster,Country\nDaon,\n", "There is no country –"),
        ("Cluster,Country,Led by\nDaon,KR,the moon\n", "not known who is meant by the moon"),
        ("Cluster,Country\nDaon,KR\nDaon,FI\n", "stands further up"),
        (f"Cluster,Country\n{'x' * 201},KR\n", "more than 200 characters"),
    ],
)
def test_what_is_wrong_is_told_at_its_row(text, said):
    found = listed(text.encode(), "list.csv")
    assert any(said in one.text("en") for one in found.problems), [one.text("en") for one in found.problems]
    assert all(one.text("ko") for one in found.problems)


def test_what_is_no_table_is_refused():
    with pytest.raises(Refused):
        listed(b"%PDF-1.4 a report", "report.pdf")


@pytest.mark.django_db
def test_the_same_list_twice_changes_nothing_and_a_changed_row_is_changed(wave):
    rows = listed(PASTED.encode()).rows
    assert surveys.ask_all(survey=wave.survey, rows=rows) == (2, 0)
    assert surveys.ask_all(survey=wave.survey, rows=rows) == (0, 0)
    rows[1] = {**rows[1], "lead": "public"}
    assert surveys.ask_all(survey=wave.survey, rows=rows) == (0, 1)
    one = wave.survey.surveyed.get(name_en="Daon Valley")
    assert (one.country, one.said_ko) == ("KR", "자주 만납니다.")
    assert observatory.results_of(wave.survey).n == 14


@pytest.mark.django_db
def test_the_page_enters_all_or_nothing_and_keeps_what_was_pasted(wave):
    manager = Client()
    manager.force_login(wave.third)
    address = reverse("observatory:bring_in", kwargs={"cluster": "hangang", "pk": wave.survey.pk}).replace(
        "/ko/", "/en/"
    )
    assert manager.get(address).status_code == 200
    assert manager.post(address, {}).status_code == 422
    wrong = manager.post(address, {"pasted": PASTED + "어디\tWhere\tNowhere\t\t\n"})
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "There is no country Nowhere" in page
    assert "Daon Valley" in page
    assert observatory.results_of(wave.survey).n == 12
    file = SimpleUploadedFile("list.tsv", PASTED.encode())
    assert manager.post(address, {"file": file}).status_code == 302
    assert observatory.results_of(wave.survey).n == 14
    assert (
        "no row below the headings" in manager.post(address, {"pasted": "Cluster,Country\n"}).content.decode()
    )

"""The first page of a cluster: a thread is told from where it began to what came of it."""

from __future__ import annotations

import pytest
from django.test import Client

from pumasi.web.views.front import BEGUN, ENDED, begun_and_ended

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("n", range(12))
def test_a_thread_loses_nothing_but_its_middle(n):
    stations = list(range(n))
    begun, between, ended = begun_and_ended(stations)
    assert len(begun) + between + len(ended) == n
    assert begun + stations[len(begun) : n - len(ended)] + ended == stations
    assert between == max(0, n - BEGUN - ENDED)


def test_the_first_page_shows_the_result_of_a_long_thread(given):
    cluster, firms = given.cluster(), [given.organisation() for _ in range(2)]
    before = ""
    for n in range(9):
        kind = "contract" if n == 8 else "meetup"
        source = f"step.{n}"
        given.gathering(
            *firms, cluster=cluster, days_ago=90 - n, visibility="public", kind=kind, source=source, origin=before,
            title_ko=f"걸음 {n}", title_en=f"Step {n}",
        )  # fmt: skip
        before = source
    page = Client().get("/en/hangang/").content.decode()
    for n in (0, 1, 6, 7, 8):
        assert f"Step {n}<" in page
    assert "Step 4<" not in page
    assert "4 steps between" in page

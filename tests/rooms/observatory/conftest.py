"""A survey of twelve clusters in ten countries with two factors, coded by two people."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from pumasi.measure.observatory import api as observatory

COUNTRIES = ["AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IE", "IE", "GB"]


@pytest.fixture
def wave(given):
    """Clusters 0 to 6 name the network; both coders say so, but of the first the second coder says no."""
    cluster = given.cluster()
    survey = observatory.begin(
        cluster=cluster,
        slug="wave",
        name_ko="조사",
        name_en="Survey",
        selection_ko="전수",
        selection_en="All of them",
    )
    network = observatory.define(
        survey=survey, key="network", name_ko="협업 네트워크", name_en="Collaboration network"
    )
    talent = observatory.define(survey=survey, key="talent", name_ko="인재", name_en="Talent")
    asked = [
        observatory.ask(
            survey=survey, country=country, name_ko=f"클러스터 {n}", name_en=f"Cluster {n}", said_ko="자주 만납니다.",
            lead="companies" if n < 6 else "public",
        )
        for n, country in enumerate(COUNTRIES)
    ]  # fmt: skip
    users = [given.user("analyst", cluster=cluster), given.user("reviewer", cluster=cluster)]
    coders = [observatory.appoint(survey=survey, user=user, place=n) for n, user in enumerate(users, start=1)]
    for n, one in enumerate(asked):
        for coder in coders:
            named = n < 7 and not (n == 0 and coder.place == 2)
            observatory.code(surveyed=one, coder=coder, named={network: named, talent: False})
    return SimpleNamespace(
        cluster=cluster, survey=survey, network=network, talent=talent, asked=asked, coders=coders, users=users,
        third=given.user("cluster_manager", cluster=cluster),
    )  # fmt: skip


@pytest.fixture
def manager(wave):
    """A browser in which the cluster's manager is signed in."""
    client = Client()
    client.force_login(wave.third)
    return client

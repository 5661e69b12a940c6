"""Binders: what is shown today, what runs out, what is missing, and documents that only the desk fetches."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.rooms.observatory.pages import at

from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.models import Evidence

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 8)
CRITERIA = "Structure | 구성 | Structure of the cluster\nStructure | 대표성 | Committed members\nStrategy | 전략 | Strategy\n전담 인력"


@pytest.fixture
def binder(given):
    found = observatory.bind(cluster=given.cluster(), name_ko="골드 라벨", name_en="Gold label", asks=60)
    assert observatory.ask_for(binder=found, text=CRITERIA) == 4
    return found


def show(criterion, days=None, **values):
    expires = None if days is None else TODAY + timedelta(days=days)
    return observatory.show(
        criterion=criterion,
        title="Paper",
        by=None,
        link="https://one.example/paper",
        expires_on=expires,
        **values,
    )


def states(binder):
    return [row.state for row in observatory.standing(binder, TODAY).rows]


def test_the_same_criteria_twice_are_entered_once(binder):
    assert observatory.ask_for(binder=binder, text=CRITERIA) == 0
    assert [(one.area, one.name_ko, one.name_en) for one in binder.criteria.all()][-1] == (
        "",
        "전담 인력",
        "",
    )


def test_what_is_shown_runs_out_and_is_missing(binder):
    first, second, third, _fourth = binder.criteria.all()
    show(first)
    show(second, 59)
    show(third, -1)
    assert states(binder) == ["shown", "soon", "expired", "missing"]
    found = observatory.standing(binder, TODAY)
    assert (found.shown, found.n, found.needed, found.lacks) == (2, 4, 3, 1)
    show(third, 60)
    assert states(binder)[2] == "shown", "one valid document is enough"
    assert observatory.standing(binder, TODAY).lacks == 0
    assert observatory.standing(binder, TODAY + timedelta(days=60)).shown == 2


def test_what_shows_nothing_is_refused(binder):
    first = binder.criteria.first()
    for values in ({}, {"link": "javascript:alert(1)"}, {"upload": SimpleUploadedFile("run.exe", b"x")}):
        with pytest.raises(Refused):
            observatory.show(criterion=first, title="x", by=None, **values)
    assert not Evidence.objects.exists()


def test_the_desk_fills_a_binder_and_the_world_sees_nothing_of_it(binder, given, client):
    manager = Client()
    manager.force_login(given.user("cluster_manager", cluster=given.cluster()))
    first = binder.criteria.first()
    act = at("act_on_binder", pk=binder.pk)
    day = timezone.localdate() + timedelta(days=9)
    manager.post(
        act,
        {
            "then": "evidence",
            "criterion": first.pk,
            "file": SimpleUploadedFile("statutes.pdf", b"PDF"),
            "expires_on": day,
        },
    )
    page = manager.get(at("binder", pk=binder.pk)).content.decode()
    for told in (
        "1 of 4 criteria are shown; the label asks for 3 (60 %).",
        "2 more are needed.",
        "statutes.pdf",
        "Runs out soon",
        "No document",
    ):
        assert told in page
    document = Evidence.objects.get()
    fetched = manager.get(at("evidence_file", pk=document.pk))
    assert b"".join(fetched.streaming_content) == b"PDF"
    assert "statutes.pdf" in fetched["Content-Disposition"]
    for who in (client, _signed_in(given)):
        assert who.get(at("evidence_file", pk=document.pk)).status_code in (302, 404)
        assert who.get(at("binder", pk=binder.pk)).status_code in (302, 404)
    table = manager.get(at("binder_table", pk=binder.pk)).content.decode("utf-8-sig").splitlines()
    assert table[0] == "Area of criteria,Criterion,State,Document,Valid until"
    assert f"Structure,Structure of the cluster,Runs out soon,statutes.pdf,{day}" in table
    assert (
        manager.post(
            act,
            {"then": "evidence", "criterion": first.pk, "link": "https://x.example", "expires_on": "soon"},
        ).status_code
        == 422
    )
    assert manager.post(act, {"then": "sing"}).status_code == 422
    manager.post(act, {"then": "drop_evidence", "evidence": document.pk})
    assert not Evidence.objects.exists()


def _signed_in(given):
    client = Client()
    client.force_login(given.user("member", cluster=given.cluster(), organisation=given.organisation()))
    return client

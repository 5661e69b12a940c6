"""The room's pages: what a user and an operator do, refusals in words, who sees what, and the same number of queries however many rows."""

from __future__ import annotations

import re
from datetime import timedelta

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import bookings, places, services
from pumasi.operate.facilities.models import (
    Booking,
    Charge,
    Closure,
    Facility,
    Loan,
    Problem,
    Qualification,
    ServiceRequest,
    Session,
    Tariff,
    Waiting,
)
from rooms.facilities.conftest import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm(given, bed):
    return given.organisation("(주)한들모빌리티", cluster=bed.cluster)


@pytest.fixture
def member(given, bed, firm, client):
    client.force_login(
        given.user("member", cluster=bed.cluster, organisation=firm, person=given.person("이용자", at=firm))
    )
    return client


@pytest.fixture
def operator(given, bed):
    from django.test import Client

    found = Client()
    found.force_login(given.user("facility_operator", cluster=bed.cluster))
    return found


def to(bed, name, **parts):
    return reverse(f"facilities:{name}", kwargs={"cluster": bed.cluster.slug, **parts})


def wall(day, hour):
    return f"{day}T{hour:02d}:00"


def test_a_member_books_from_the_calendar_and_sees_the_price_first(member, bed, firm, classes, workday):
    facilities.set_price(facility=bed.site, amount=100_000, since=workday - timedelta(days=30))
    page = member.get(
        to(bed, "calendar", pk=bed.tunnel.pk),
        {"week": f"{workday.isocalendar().year}-W{workday.isocalendar().week:02d}"},
    )
    assert f"item={bed.tunnel.pk}" in page.content.decode()
    asked = {"item": bed.tunnel.pk, "start": wall(workday, 9), "end": wall(workday, 11)}
    assert "200,000원" in member.get(to(bed, "book"), asked).content.decode()
    answer = member.post(
        to(bed, "book"),
        {
            "item": bed.tunnel.pk,
            "starts": wall(workday, 9),
            "ends": wall(workday, 11),
            "purpose": "제동 시험",
            "deed": "book",
        },
    )
    made = Booking.objects.get()
    assert answer.url == to(bed, "booking", pk=made.pk)
    assert (made.organisation, made.price, made.starts_at) == (firm, 200_000, at(workday, 9))
    page = member.get(answer.url).content.decode()
    assert "제동 시험" in page
    assert "<svg" in page


def test_a_refusal_keeps_what_was_written_and_offers_to_wait(member, bed, book, workday):
    book(bed.tunnel)
    told = {
        "item": bed.tunnel.pk,
        "starts": wall(workday, 9),
        "ends": wall(workday, 11),
        "purpose": "적어 둔 목적",
    }
    answer = member.post(to(bed, "book"), {**told, "deed": "book"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "적어 둔 목적" in page
    assert 'value="wait"' in page
    member.post(to(bed, "book"), {**told, "deed": "wait"})
    assert Waiting.objects.get().told["purpose"] == "적어 둔 목적"


def test_what_is_missing_is_readable_before_a_refusal(member, bed, firm, workday):
    facilities.require(facility=bed.site, kind="insurance")
    page = member.get(to(bed, "facility", pk=bed.tunnel.pk, slug=bed.tunnel.slug)).content.decode()
    assert "배상책임보험" in page
    assert "미보유" in page
    asked = {"item": bed.tunnel.pk, "start": wall(workday, 9), "end": wall(workday, 11)}
    assert "배상책임보험" in member.get(to(bed, "book"), asked).content.decode()


def test_a_booking_is_moved_extended_handed_on_and_cancelled(member, bed, firm, given, book, workday):
    made = book(bed.tunnel, organisation=firm)
    page = to(bed, "booking", pk=made.pk)
    moved = member.post(page, {"deed": "move", "starts": wall(workday, 13), "ends": wall(workday, 14)})
    second = Booking.objects.get(state="confirmed")
    assert moved.url == to(bed, "booking", pk=second.pk)
    member.post(moved.url, {"deed": "extend", "ends": wall(workday, 15)})
    colleague = given.person("동료", at=firm)
    member.post(moved.url, {"deed": "transfer", "person": colleague.pk})
    second.refresh_from_db()
    assert (second.ends_at, second.person) == (at(workday, 15), colleague)
    member.post(moved.url, {"deed": "cancel"})
    second.refresh_from_db()
    assert second.state == "cancelled"


def test_a_booking_of_others_does_not_exist(member, bed, book):
    made = book(bed.tunnel)
    assert member.get(to(bed, "booking", pk=made.pk)).status_code == 404
    assert member.get(to(bed, "booking_file", pk=made.pk)).status_code == 404


def test_who_has_the_hours_is_told_to_nobody_else(member, client, bed, given, book, workday, operator):
    other = given.organisation("(주)비밀회사", cluster=bed.cluster)
    book(bed.tunnel, organisation=other, confidential=True, purpose="비밀목적")
    week = f"{workday.isocalendar().year}-W{workday.isocalendar().week:02d}"
    shown = [
        to(bed, "calendar", pk=bed.site.pk) + f"?week={week}", to(bed, "calendar", pk=bed.site.pk) + f"?view=day&day={workday}",
        to(bed, "calendar", pk=bed.tunnel.pk) + f"?week={week}", to(bed, "facility", pk=bed.tunnel.pk, slug=bed.tunnel.slug),
        to(bed, "feed", pk=bed.tunnel.pk), to(bed, "mine"),
    ]  # fmt: skip
    for url in shown:
        page = member.get(url).content.decode()
        assert "비밀회사" not in page, url
        assert "비밀목적" not in page, url
    assert "예약됨" in member.get(shown[2]).content.decode()
    assert "비밀회사" in operator.get(to(bed, "board") + f"?day={workday}").content.decode()
    auditor = given.user("auditor", cluster=bed.cluster)
    client.force_login(auditor)
    for url in (to(bed, "board") + f"?day={workday}", to(bed, "bookings"), shown[2]):
        assert "비밀회사" not in client.get(url).content.decode(), url


def test_the_feed_is_a_calendar_and_says_only_occupied(client, bed, book):
    made = book(bed.tunnel)
    body = client.get(to(bed, "feed", pk=bed.tunnel.pk)).content
    assert b"\r\n" in body
    entries = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert [entry["dtstart"].dt for entry in entries] == [made.starts_at]
    assert "예약됨" in str(entries[0]["summary"])


def test_find_time_leads_to_a_booking(member, bed, workday):
    told = {
        "hours": "2", "zones": "2", "must": str(bed.crossing.pk), "first": str(workday), "last": str(workday), "earliest": "08:00", "latest": "20:00",
        "site": str(bed.site.pk),
    }  # fmt: skip
    page = member.get(to(bed, "find"), told).content.decode()
    link = re.search(r'href="([^"]*/facilities/book/\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert f"item={bed.crossing.pk}" in link
    assert f"item={bed.tunnel.pk}" in link
    assert member.get(link).status_code == 200
    wrong = member.get(to(bed, "find"), {**told, "last": str(workday - timedelta(days=3))})
    assert wrong.status_code == 422


def test_the_day_board_checks_in_and_out_by_list_and_by_code(operator, bed, book, workday, monkeypatch):
    made = book(bed.tunnel)
    monkeypatch.setattr(timezone, "now", lambda: at(workday, 9))
    assert "체크인" in operator.get(to(bed, "board")).content.decode()
    operator.post(to(bed, "act", pk=made.pk), {"deed": "check_in"})
    assert Session.objects.get().ended_at is None
    operator.post(to(bed, "check_in"), {"code": made.key})
    assert Session.objects.get().ended_at is not None
    assert operator.post(to(bed, "check_in"), {"code": "none"}).status_code == 422


def test_approval_and_refusal_with_a_reason(operator, bed, book):
    places.change(facility=bed.tunnel, needs_approval=True)
    first, second = book(Facility.objects.get(pk=bed.tunnel.pk)), book(bed.crossing)
    assert operator.post(to(bed, "act", pk=first.pk), {"deed": "decline"}).status_code == 422
    operator.post(to(bed, "act", pk=first.pk), {"deed": "decline", "reason": "점검"})
    operator.post(to(bed, "act", pk=second.pk), {"deed": "cancel", "reason": "대회"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, first.reason_ko, second.state) == ("declined", "점검", "cancelled")


def test_a_facility_is_added_set_up_and_signed(operator, bed):
    told = {
        "kind": "zone", "parent": bed.site.pk, "name_ko": "자갈길", "name_en": "Gravel road", "visibility": "public", "record_visibility": "members",
        "mode": "exclusive", "places": 1, "setup_minutes": 0, "cleanup_minutes": 0, "step_minutes": 30, "grace_minutes": 30, "notice_hours": 24,
        "late_percent": 0, "charged_by": "booked", "zone": "Asia/Seoul", "position": 5, "scenario_names": "우천, 야간",
    }  # fmt: skip
    answer = operator.post(to(bed, "new"), told)
    made = Facility.objects.get(name_en="Gravel road")
    assert answer.url == to(bed, "place", pk=made.pk)
    assert made.scenarios == ["우천", "야간"]
    parts = to(bed, "set", pk=made.pk)
    operator.post(parts, {"part": "hours", "opens_0": "09:00", "closes_0": "18:00"})
    operator.post(parts, {"part": "requirement", "kind": "induction", "level": 2})
    operator.post(parts, {"part": "quota", "hours_a_month": 10})
    operator.post(parts, {"part": "price", "amount": "50000", "since": "2026-01-01"})
    operator.post(parts, {"part": "price", "amount": "60000", "since": "2026-07-01"})
    operator.post(parts, {"part": "pair", "other": bed.tunnel.pk, "rule": "excludes"})
    operator.post(
        parts,
        {
            "part": "closure",
            "kind": "planned",
            "starts": "2027-01-04T09:00",
            "ends": "2027-01-04T12:00",
            "reason_ko": "점검",
        },
    )
    assert (
        made.openings.count()
        == made.requirements.count()
        == made.quotas.count()
        == Closure.objects.count()
        == 1
    )
    assert str(Tariff.objects.get(amount=50_000).until) == "2026-06-30", "the old price ends the day before"
    assert (
        operator.post(
            parts,
            {"part": "closure", "kind": "planned", "starts": "2027-01-04T12:00", "ends": "2027-01-04T09:00"},
        ).status_code
        == 422
    )
    assert operator.post(parts, {"part": "hours", "opens_1": "18:00", "closes_1": "09:00"}).status_code == 422
    assert operator.get(to(bed, "sign", pk=made.pk)).content.startswith(b"%PDF")
    assert operator.post(to(bed, "edit", pk=made.pk), {**told, "zone": "Mars/Olympus"}).status_code == 422


def test_a_test_goes_from_the_request_to_the_result(member, operator, bed, firm):
    answer = member.post(to(bed, "ask", pk=bed.tunnel.pk), {"title": "진동 시험", "sample": "3개"})
    one = ServiceRequest.objects.get()
    assert answer.url == to(bed, "service", pk=one.pk)
    act = to(bed, "act_on_request")
    base = {"what": "service", "row": one.pk}
    assert operator.post(act, {**base, "to": "running"}).status_code == 422, "out of order"
    operator.post(act, {**base, "to": "quoted", "quote": "1,200,000"})
    member.post(answer.url, {"to": "accepted"})
    operator.post(act, {**base, "to": "received"})
    operator.post(act, {**base, "to": "running"})
    assert operator.post(act, {**base, "to": "reported"}).status_code == 422, "a result needs a file or words"
    operator.post(
        act, {**base, "to": "reported", "note": "합격", "result": SimpleUploadedFile("r.pdf", b"%PDF-1.4")}
    )
    page = member.get(answer.url).content.decode()
    assert "합격" in page
    assert "1,200,000원" in page
    assert b"".join(member.get(to(bed, "result", pk=one.pk)).streaming_content).startswith(b"%PDF")
    assert member.get(to(bed, "statement", pk=one.pk)).content.startswith(b"%PDF")


def test_a_movable_thing_is_lent_and_comes_back(member, operator, bed, firm, workday):
    logger = facilities.add(cluster=bed.cluster, kind="equipment", name_ko="기록계", movable=True)
    assert member.get(to(bed, "borrow", pk=bed.tunnel.pk)).status_code == 404
    member.post(to(bed, "borrow", pk=logger.pk), {"first": str(workday), "last": str(workday)})
    loan = Loan.objects.get()
    other = {
        "starts_at": loan.starts_at,
        "ends_at": loan.ends_at,
        "organisation": firm,
        "person": None,
        "cluster": bed.cluster,
        "facility": logger,
    }
    with pytest.raises(Exception, match="taken"):
        services.borrow(**other)
    for step in ("approved", "lent", "returned"):
        operator.post(to(bed, "act_on_request"), {"what": "loan", "row": loan.pk, "to": step})
    loan.refresh_from_db()
    assert loan.state == "returned"


def test_anybody_reports_a_problem_by_the_code_on_the_door(client, operator, bed):
    client.post(
        to(bed, "problem", pk=bed.tunnel.pk),
        {"text": "<script>alert(1)</script> 조명 고장", "dangerous": "on"},
    )
    page = operator.get(to(bed, "requests")).content.decode()
    assert "&lt;script&gt;" in page
    assert "조명 고장" in page
    assert client.post(to(bed, "problem", pk=bed.tunnel.pk), {"text": " "}).status_code == 422
    operator.post(
        to(bed, "act_on_request"),
        {"what": "problem", "row": Problem.objects.get().pk, "to": "solved", "note": "교체"},
    )
    assert Problem.objects.get().state == "solved"


def test_an_incident_is_recorded_and_cleared(operator, bed, firm, given):
    person = given.person(at=firm)
    facilities.grant(cluster=bed.cluster, kind="induction", person=person, valid_from=timezone.localdate())
    session = Session.objects.create(
        cluster=bed.cluster, facility=bed.tunnel, organisation=firm, person=person, started_at=timezone.now() - timedelta(hours=2), ended_at=timezone.now()
    )  # fmt: skip
    operator.post(
        to(bed, "act_on_request"),
        {"what": "incident", "row": session.pk, "note": "벽 충돌", "suspends": "induction"},
    )
    assert Qualification.objects.get().suspended_at
    operator.post(
        to(bed, "act_on_request"), {"what": "clear", "row": bed.tunnel.incidents.get().pk, "note": "재교육"}
    )
    assert Qualification.objects.get().suspended_at is None


def test_papers_are_entered_and_an_unknown_name_is_refused(operator, bed, firm):
    told = {
        "kind": "insurance",
        "organisation_name": str(firm),
        "level": 1,
        "valid_from": "2026-01-01",
        "valid_until": "2026-12-31",
    }
    operator.post(to(bed, "qualifications"), told)
    assert Qualification.objects.get().organisation == firm
    assert (
        operator.post(to(bed, "qualifications"), {**told, "organisation_name": "없는 회사"}).status_code
        == 422
    )
    assert operator.post(to(bed, "qualifications"), {**told, "valid_until": "2025-01-01"}).status_code == 422


def test_an_event_that_counts_as_training_is_chosen_and_leads_to_its_page(
    operator, member, bed, given, workday
):
    facilities.require(facility=bed.site, kind="induction")
    told = given.gathering(
        people=[], cluster=bed.cluster, kind="workshop", source="meetups.event.77", title_ko="안전교육", stage="planned",
        days_ago=-3, visibility="public",
    )  # fmt: skip
    page = operator.get(to(bed, "qualifications")).content.decode()
    assert f'<option value="{told.source}">' in page
    form = {"part": "training", "level": 1, "months": 12}
    assert operator.post(to(bed, "qualifications"), {**form, "source": "meetups.event.78"}).status_code == 422
    operator.post(to(bed, "qualifications"), {**form, "source": told.source})
    event_page = reverse("meetups:event_short", kwargs={"cluster": bed.cluster.slug, "pk": 77})
    for reader, url in (
        (operator, to(bed, "qualifications")),
        (member, to(bed, "facility", pk=bed.tunnel.pk, slug=bed.tunnel.slug)),
        (member, to(bed, "book") + f"?item={bed.tunnel.pk}&start={wall(workday, 9)}&end={wall(workday, 11)}"),
    ):
        assert f'href="{event_page}"' in reader.get(url).content.decode(), url


def test_charges_are_shown_adjusted_and_taken_away(operator, bed, firm, workday):
    line = Charge.objects.create(
        cluster=bed.cluster, organisation=firm, day=workday, hours=2, amount=200_000, text_ko="터널"
    )
    month = {"month": f"{workday:%Y-%m}"}
    assert "200,000" in operator.get(to(bed, "charges"), month).content.decode()
    operator.post(
        to(bed, "charges"), {**month, "row": line.pk, "part": "adjust", "by": "-50000", "reason": "우천"}
    )
    line.refresh_from_db()
    assert line.due == 150_000
    for form, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        assert operator.get(to(bed, "charges"), {**month, "format": form}).content.startswith(start)
    operator.post(to(bed, "charges"), {**month, "part": "export", "chosen": line.pk, "invoice": "=1+1"})
    assert "'=1+1" in operator.get(to(bed, "charges"), {**month, "format": "csv"}).content.decode("utf-8-sig")


def test_the_report_is_a_page_and_three_files(operator, bed, firm):
    Session.objects.create(
        cluster=bed.cluster, facility=bed.tunnel, organisation=firm, started_at=at(timezone.localdate().replace(month=3, day=3), 9),
        ended_at=at(timezone.localdate().replace(month=3, day=3), 11),
    )  # fmt: skip
    assert "2.0" in operator.get(to(bed, "report")).content.decode()
    for form, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        assert operator.get(to(bed, "report"), {"format": form}).content.startswith(start)


def test_past_use_is_looked_at_brought_in_and_undone(operator, bed, firm):
    def send(deed):
        body = f"시설,기업,시작,종료\n터널,{firm},2026-03-03 09:00,2026-03-03 11:00\n없음,{firm},2026-03-03 09:00,2026-03-03 11:00\n"
        return operator.post(
            to(bed, "import"), {"deed": deed, "file": SimpleUploadedFile("이용.csv", body.encode())}
        )

    page = send("look").content.decode()
    assert "시설이 없습니다" in page
    assert not Session.objects.exists()
    send("write")
    assert Session.objects.count() == 1
    from pumasi.commons.members.models import Batch

    operator.post(to(bed, "import"), {"deed": "undo", "batch": Batch.objects.get(kind="use").pk})
    assert not Session.objects.exists()


@pytest.mark.parametrize("n", [1, 3])
@pytest.mark.parametrize(
    ("name", "most"),
    [("catalogue", 10), ("calendar", 10), ("board", 22), ("bookings", 14), ("mine", 22)],
)
def test_pages_ask_the_same_number_of_questions(
    given, bed, firm, book, workday, member, operator, django_assert_max_num_queries, n, name, most
):
    for k in range(n):
        book(bed.tunnel, organisation=firm, start=at(workday, 9 + 2 * k), end=at(workday, 10 + 2 * k))
    reader = operator if name in ("board", "bookings") else member
    parts = {"pk": bed.site.pk} if name == "calendar" else {}
    url = to(bed, name, **parts) + (f"?day={workday}" if name == "board" else "")
    reader.get(url)  # the links at the foot are asked for once a minute, not by each page
    with django_assert_max_num_queries(most):
        assert reader.get(url).status_code == 200


def test_rest_books_moves_and_opens_the_door(member, operator, bed, firm, workday, monkeypatch):
    base = f"/api/v1/{bed.cluster.slug}"
    free = member.get(
        f"{base}/facilities/{bed.tunnel.pk}/free",
        {"start": at(workday, 0).isoformat(), "end": at(workday, 23).isoformat()},
    ).json()
    assert free[0]["hours"] == 12
    token = {"HTTP_X_CSRFTOKEN": "x"}
    told = {
        "items": [{"facility": bed.tunnel.pk}],
        "starts_at": at(workday, 9).isoformat(),
        "ends_at": at(workday, 11).isoformat(),
    }
    made = member.post(f"{base}/facilities/bookings", told, content_type="application/json", **token)
    assert made.status_code == 201, made.content
    again = member.post(f"{base}/facilities/bookings", told, content_type="application/json", **token)
    assert again.status_code == 422
    pk = made.json()["id"]
    moved = member.post(
        f"{base}/facilities/bookings/{pk}/move", {"starts_at": at(workday, 13).isoformat(), "ends_at": at(workday, 14).isoformat()}, content_type="application/json"
    )  # fmt: skip
    assert moved.json()["state"] == "confirmed"
    one = Booking.objects.get(pk=moved.json()["id"])
    monkeypatch.setattr(timezone, "now", lambda: at(workday, 13))
    door = operator.post(
        f"{base}/desk/facilities/readers", {"code": one.key}, content_type="application/json"
    )
    assert door.json()["opens"] is True
    assert Session.objects.get().how == "reader"
    report = operator.get(
        f"{base}/desk/facilities/report", {"first": str(workday), "last": str(workday)}
    ).json()
    assert report["sessions"] in (0, 1)


def test_a_series_is_booked_from_the_form(member, bed, workday):
    told = {
        "item": bed.tunnel.pk,
        "starts": wall(workday, 9),
        "ends": wall(workday, 10),
        "rule": "FREQ=WEEKLY",
        "times": "3",
        "deed": "book",
    }
    member.post(to(bed, "book"), told)
    assert Booking.objects.count() == 3
    assert bookings.Booking.objects.values("series").distinct().count() == 1
    assert member.post(to(bed, "book"), {**told, "times": ""}).status_code == 422


def test_what_hangs_on_something_hidden_is_hidden_with_it(client, operator, bed):
    vault = facilities.add(cluster=bed.cluster, kind="site", name_ko="비공개 시험장", visibility="managers")
    inner = facilities.add(
        cluster=bed.cluster, parent=vault, kind="zone", name_ko="비공개 구역", visibility="public"
    )
    pages = [
        to(bed, "catalogue"),
        f"/ko/{bed.cluster.slug}/search/?q=비공개",
        to(bed, "find"),
        f"/api/v1/{bed.cluster.slug}/facilities",
    ]
    for url in pages:
        assert "비공개 구역" not in client.get(url).content.decode(), url
    assert client.get(to(bed, "facility", pk=inner.pk, slug=inner.slug)).status_code == 404
    assert "비공개 구역" in operator.get(to(bed, "catalogue")).content.decode()

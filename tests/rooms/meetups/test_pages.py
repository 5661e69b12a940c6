"""The room's pages as people use them: registering without an account, the desk, the door; and bad input."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.commons.mail.models import Message
from pumasi.operate.meetups.models import Event, Registration

pytestmark = pytest.mark.django_db


def to(name: str, event=None, language="ko", **kwargs) -> str:
    with translation.override(language):
        slug = event.cluster.slug if event is not None else "hangang"
        pk = {"pk": event.pk} if event is not None and "key" not in kwargs and "pk" not in kwargs else {}
        return reverse(f"meetups:{name}", kwargs={"cluster": slug, **pk, **kwargs})


def form(**values):
    return {
        "name": "이방문",
        "email": "visitor@six.example",
        "organisation_name": "",
        "others": "",
        "c_processing": "on",
        **values,
    }


@pytest.fixture
def manager(given):
    client = Client()
    client.force_login(given.user("cluster_manager"))
    return client


@pytest.mark.parametrize("language", ["ko", "en"])
def test_registering_without_an_account(an_event, language):
    event = an_event(capacity=1)
    client = Client()
    page = client.get(to("event", event, language, slug=event.slug))
    assert page.status_code == 200 and to("register", event, language) in page.content.decode()
    answer = client.post(to("register", event, language), form())
    row = Registration.objects.get()
    # The link goes to the address alone: whoever typed it has not shown that it is theirs.
    assert answer.status_code == 302 and row.key not in answer["Location"]
    assert row.key not in client.get(answer["Location"]).content.decode()
    assert (row.state, row.language) == ("reserved", language)
    letter = Message.objects.get(to="visitor@six.example")
    link = to("registration", event, language, key=row.key)
    assert link in letter.text and letter.language == language
    # A mail scanner opens the link: nothing changes.
    assert client.get(link).status_code == 200
    row.refresh_from_db()
    assert row.state == "reserved"
    assert client.post(link, {"deed": "prove"}).status_code == 302
    row.refresh_from_db()
    assert row.state == "confirmed"
    assert "<svg" in client.get(link).content.decode()


def test_consents_are_kept_with_their_version_and_the_needed_one_is_needed(an_event):
    event = an_event()
    client = Client()
    refused = client.post(to("register", event), {**form(), "c_processing": ""})
    assert refused.status_code == 422
    assert "접수할 수 없습니다" in refused.content.decode() or "without" in refused.content.decode().lower()
    assert not Registration.objects.exists()
    client.post(to("register", event), form(c_attendees="on"))
    kept = Registration.objects.get().consents
    assert kept["processing"] and kept["attendees"] and not kept["photos"]
    assert kept["versions"]["processing"] == "2026-01"


def test_a_second_registration_sends_the_link_and_tells_nothing(an_event):
    event = an_event()
    first = Client().post(to("register", event), form())
    again = Client().post(to("register", event), form())
    assert (again.status_code, again["Location"]) == (302, first["Location"])
    assert Registration.objects.get().key not in again.content.decode()
    assert Message.objects.filter(dedupe__startswith="meetups.again").count() == 1


def test_a_form_from_a_page_that_is_out_of_date_is_refused_with_the_reason(an_event, manager):
    event = an_event()
    manager.post(to("act", event), {"deed": "cancel", "reason_ko": "사정", "reason_en": ""})
    answer = Client().post(to("register", event), form())
    assert answer.status_code == 422 and "취소된 행사" in answer.content.decode()


def test_texts_that_hold_markup_are_shown_as_text(an_event, manager):
    event = an_event(summary_ko="<script>alert(1)</script>", summary_en="</script><script>alert(2)</script>")
    page = Client().get(to("event", event, "en", slug=event.slug)).content.decode()
    assert "<script>alert" not in page
    Client().post(to("register", event), form(name="<img src=x onerror=alert(1)>", c_attendees="on"))
    desk = manager.get(to("desk_event", event)).content.decode()
    assert "<img src=x" not in desk and "&lt;img src=x" in desk


@pytest.mark.parametrize(
    "values",
    [
        {"name": "가" * 10_000},
        {"email": "no address"},
        {"others": "\n".join("abcdef")},
        {"name": ""},
        {"others": "가" * 500},
    ],
)
def test_bad_input_is_said_beside_the_field_and_nothing_is_lost(an_event, values):
    event = an_event()
    answer = Client().post(to("register", event), form(organisation_name="남을 말", **values))
    assert answer.status_code == 422
    assert "남을 말" in answer.content.decode()
    assert not Registration.objects.exists()


def test_the_organiser_writes_publishes_and_changes_an_event(given, manager):
    cluster = given.cluster()
    start = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%dT19:00")
    end = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%dT21:00")
    values = {"kind": "meetup", "title_ko": "새 밋업", "zone": "Asia/Seoul", "starts": start, "ends": end, "visibility": "public",
              "offer_hours": "24", "capacity": "10", "tag_names": "배터리, 소재", "deed": "publish"}  # fmt: skip
    bad = manager.post(to("new"), {**values, "ends": start})
    assert bad.status_code == 422 and "새 밋업" in bad.content.decode()
    assert manager.post(to("new"), {**values, "zone": "Mars/Base"}).status_code == 422
    assert not Event.objects.exists()
    assert manager.post(to("new"), values).status_code == 302
    event = Event.objects.get(cluster=cluster)
    assert event.state == "published"
    assert (
        event.starts_at.astimezone(__import__("zoneinfo").ZoneInfo("Asia/Seoul")).strftime("%H:%M") == "19:00"
    )
    assert event.tags.count() == 2
    assert manager.post(to("edit", event), {**values, "title_en": "New meet-up"}).status_code == 302
    event.refresh_from_db()
    assert event.slug == "new-meet-up"
    old = Client().get(f"/ko/hangang/events/{event.pk}-event/")
    assert old.status_code == 301 and old["Location"].endswith("new-meet-up/")
    assert (
        manager.post(to("act", event), {"deed": "repeat", "frequency": "WEEKLY", "count": "4"}).status_code
        == 302
    )
    assert Event.objects.filter(series__isnull=False, state="published").count() == 4
    following = manager.post(to("edit", event), {**values, "title_ko": "모두 바뀐 밋업", "deed": "following"})
    assert following.status_code == 302
    assert Event.objects.filter(title_ko="모두 바뀐 밋업").count() == 4
    assert manager.post(to("act", event), {"deed": "copy"}).status_code == 302
    assert Event.objects.filter(state="draft").count() == 1


def test_the_door_takes_codes_also_late_and_twice(an_event, sign_up, manager):
    event = an_event(in_days=0)
    row, waiting = sign_up(event), sign_up(event)
    page = manager.get(to("door", event)).content.decode()
    assert row.code in page and waiting.code in page
    then = (timezone.now() - timedelta(minutes=20)).isoformat()
    sent = json.dumps({"codes": [{"code": row.code, "at": then}, {"code": "made-up"}]})
    told = manager.post(to("door", event), sent, content_type="application/json").json()
    assert told["done"] == [row.name] and told["unknown"] == ["made-up"]
    row.refresh_from_db()
    assert abs((row.checked_in_at - timezone.now()).total_seconds() + 1200) < 60
    again = manager.post(to("door", event), sent, content_type="application/json").json()
    assert again["again"] == [row.name]
    for broken in ("", "[]", '{"codes": "x"}', '{"codes": []}'):
        assert manager.post(to("door", event), broken, content_type="application/json").status_code == 422
    assert manager.post(to("walk_in", event), {"name": "현장"}).status_code == 302


def test_the_desk_narrows_acts_writes_and_exports(an_event, sign_up, manager):
    event = an_event(capacity=1)
    first, second = sign_up(event, name="나라"), sign_up(event, name="=cmd()")
    page = manager.get(to("desk_event", event) + "?state=waitlisted").content.decode()
    assert second.name.replace("=", "=") in page and "나라" not in page.split("<tbody>")[1]
    assert (
        manager.post(
            to("act_on", event), {"deed": "offer", "chosen": [second.pk], "reason": "발표자"}
        ).status_code
        == 302
    )
    second.refresh_from_db()
    assert second.state == "waitlisted", "no place is free, so none is given away"
    assert manager.post(to("act_on", event), {"deed": "withdraw", "chosen": [first.pk]}).status_code == 302
    second.refresh_from_db()
    assert second.state == "offered"
    letter = {"to": ["offered"], "subject_ko": "안내", "text_ko": "내용", "subject_en": "", "text_en": ""}
    assert manager.post(to("letter", event), letter).status_code == 302
    assert Message.objects.filter(dedupe__startswith="meetups.letter").count() == 1
    csv = manager.get(to("export", event)).content.decode("utf-8-sig")
    assert "'=cmd()" in csv or "\t=cmd()" in csv
    assert manager.get(to("export", event) + "?format=xlsx").content[:2] == b"PK"


def test_programme_questions_pictures_and_files(an_event, manager):
    event = an_event()
    local = event.starts_at.astimezone(__import__("zoneinfo").ZoneInfo(event.zone))
    agenda = {
        "part": "agenda",
        "at": [local.strftime("%H:%M"), ""],
        "title_ko": ["여는 말", ""],
        "title_en": ["", ""],
        "speaker_ko": ["김", ""],
        "speaker_en": ["", ""],
    }
    assert manager.post(to("programme", event), agenda).status_code == 302
    assert event.agenda.count() == 1
    assert manager.post(to("programme", event), {**agenda, "at": ["25:99", ""]}).status_code == 422
    questions = {
        "part": "questions",
        "label_ko": ["식사", "의견"],
        "label_en": ["Meal", ""],
        "type": ["choice", "long"],
        "choices": ["채식 / Vegetarian\n일반 / Any", ""],
        "required": ["0"],
    }
    assert manager.post(to("programme", event), questions).status_code == 302
    meal = event.questions.get(type="choice")
    page = Client().get(to("register", event, "en")).content.decode()
    assert "Vegetarian" in page
    refused = Client().post(to("register", event), form(**{f"q_{meal.pk}": ""}))
    assert refused.status_code == 422
    Client().post(to("register", event), form(**{f"q_{meal.pk}": "채식"}))
    assert Registration.objects.get().answers[str(meal.pk)] == "채식"
    png = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    assert (
        manager.post(to("programme", event), {"part": "picture", "file": png, "text_ko": "사진"}).status_code
        == 302
    )
    assert Client().get(to("picture", event)).status_code == 200
    svg = SimpleUploadedFile("a.svg", b"<svg onload='alert(1)'/>")
    assert manager.post(to("programme", event), {"part": "picture", "file": svg}).status_code == 422
    html = SimpleUploadedFile("a.html", b"<script>")
    assert manager.post(to("programme", event), {"part": "material", "file": html}).status_code == 422
    pdf = SimpleUploadedFile("발표.pdf", b"%PDF-1.4")
    assert (
        manager.post(
            to("programme", event), {"part": "material", "file": pdf, "for_participants": "on"}
        ).status_code
        == 302
    )
    file = event.materials.get()
    assert Client().get(to("material", event, pk=event.pk, file=file.pk)).status_code == 404
    assert manager.get(to("material", event, pk=event.pk, file=file.pk)).status_code == 200


def test_a_member_proposes_and_the_office_decides(given, manager):
    company = given.organisation("(주)제안")
    member = Client()
    member.force_login(given.user("organisation_admin", organisation=company))
    start = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%dT19:00")
    end = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%dT21:00")
    values = {"kind": "meetup", "title_ko": "회원 밋업", "zone": "Asia/Seoul", "starts": start, "ends": end, "visibility": "public",
              "offer_hours": "24", "host": company.pk}  # fmt: skip
    assert member.post(to("propose"), values).status_code == 302
    event = Event.objects.get()
    assert event.state == "proposed"
    assert Client().get(to("event_short", event)).status_code == 404
    assert member.post(to("act", event), {"deed": "publish"}).status_code == 422
    stranger = Client()
    stranger.force_login(given.user("organisation_admin", organisation=given.organisation()))
    assert stranger.get(to("desk_event", event)).status_code == 404
    assert manager.post(to("act", event), {"deed": "accept"}).status_code == 302
    event.refresh_from_db()
    assert event.state == "published"
    assert Message.objects.filter(dedupe__startswith="meetups.proposal").exists()
    assert member.get(to("door", event)).status_code == 200


def test_an_event_for_members_does_not_exist_for_others(an_event, given):
    event = an_event(visibility="members")
    assert Client().get(to("event_short", event)).status_code == 404
    assert event.title_ko not in Client().get(to("list")).content.decode()
    member = Client()
    member.force_login(given.user("member", organisation=given.organisation()))
    assert event.title_ko in member.get(to("list")).content.decode()


def test_list_month_search_and_schema(an_event):
    event = an_event()
    an_event(in_days=-30)
    client = Client()
    assert event.title_ko in client.get(to("list") + "?q=배터리").content.decode()
    assert event.title_ko not in client.get(to("list") + "?q=없는말").content.decode()
    assert client.get(to("list") + "?when=past&kind=meetup&page=99&tag=x").status_code == 200
    local = event.starts_at.astimezone(__import__("zoneinfo").ZoneInfo("Asia/Seoul"))
    assert event.title_ko in client.get(to("month") + f"?month={local:%Y-%m}").content.decode()
    assert client.get(to("month") + "?month=9999-99").status_code == 200
    page = client.get(to("event", event, slug=event.slug)).content.decode()
    told = json.loads(
        page.split('<script type="application/ld+json"')[1].split(">", 1)[1].split("</script>")[0]
    )
    assert told["@type"] == "Event" and told["startDate"] == local.isoformat()


def test_the_desk_assigns_whom_the_name_did_not_tell(an_event, sign_up, given, manager):
    event = an_event()
    company = given.organisation("(주)이름다름")
    row = sign_up(event, organisation_name="아무개상사")
    page = manager.get(to("desk_event", event)).content.decode()
    assert f'name="organisation_{row.pk}"' in page
    refused = manager.post(to("assign", event), {"registration": row.pk, f"organisation_{row.pk}": "없는 곳"})
    assert refused.status_code == 422
    assert (
        manager.post(
            to("assign", event), {"registration": row.pk, f"organisation_{row.pk}": "이름다름"}
        ).status_code
        == 302
    )
    row.refresh_from_db()
    assert row.organisation == company

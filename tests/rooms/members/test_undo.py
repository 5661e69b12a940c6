"""What can be taken back leaves no trace: merging, and bringing a file in."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from pumasi.commons.intake import api as intake
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Listing, Organisation, Relation
from pumasi.kit.refused import Refused
from pumasi.measure.network.models import Tie
from rooms.members.tables import contents, different
from security.reading import read_on

pytestmark = pytest.mark.django_db


# Merging


@pytest.fixture
def twins(given):
    """Two entries of one organisation, each with things of its own and some in common."""
    kept = given.organisation("(주)한빛", name_en="", website="", city_ko="")
    absorbed = given.organisation(
        "한빛 주식회사", name_en="Hanbit", website="https://hanbit.example/", city_ko="서울", is_anchor=True
    )
    members.relate(organisation=absorbed, cluster=given.cluster("second"), kind="partner")
    members.relate(organisation=kept, cluster=given.cluster("second"), kind="user")
    members.change(organisation=kept, tags=[members.tag_named("로봇")])
    members.change(organisation=absorbed, tags=[members.tag_named("로봇"), members.tag_named("배터리")])
    given.person("가나다", at=absorbed, named=True)
    members.list_something(organisation=absorbed, kind="offer", text_ko="시험 장비")
    given.user("organisation_admin", organisation=absorbed)
    earlier = given.organisation("한빛(구)")
    members.merge(kept=absorbed, absorbed=earlier)
    return kept, absorbed


def test_merging_and_taking_apart_restores_everything(twins):
    kept, absorbed = twins
    before = contents(but=("members_merge",))
    record = members.merge(kept=kept, absorbed=absorbed)
    assert different(before, contents(but=("members_merge",)))
    members.unmerge(merge=record)
    assert different(before, contents(but=("members_merge",))) == {}


def test_merging_keeps_what_either_had(twins):
    kept, absorbed = twins
    members.merge(kept=kept, absorbed=absorbed)
    kept.refresh_from_db()
    assert (kept.name_en, kept.website, kept.city_ko) == ("Hanbit", "https://hanbit.example/", "서울")
    assert {str(tag.name_ko) for tag in kept.tags.all()} == {"로봇", "배터리"}
    assert kept.affiliations.count() == 1
    assert Listing.objects.get().organisation == kept
    assert Organisation.objects.filter(merged_into=kept).count() == 2
    assert (
        Relation.objects.filter(organisation=kept, cluster__slug="hangang", until__isnull=True).count() == 1
    )


def test_the_ledger_is_read_through_the_merge_and_back(given, twins):
    kept, absorbed = twins
    other = given.organisation()
    given.gathering(absorbed, other)
    record = members.merge(kept=kept, absorbed=absorbed)
    read_on()
    assert set(Tie.objects.filter(audience="members").values_list("a", "b")) == {
        tuple(sorted((kept.pk, other.pk)))
    }
    members.unmerge(merge=record)
    read_on()
    assert set(Tie.objects.filter(audience="members").values_list("a", "b")) == {
        tuple(sorted((absorbed.pk, other.pk)))
    }


def test_neither_twice_nor_with_itself(twins):
    kept, absorbed = twins
    with pytest.raises(Refused):
        members.merge(kept=kept, absorbed=kept)
    record = members.merge(kept=kept, absorbed=absorbed)
    with pytest.raises(Refused):
        members.merge(kept=kept, absorbed=absorbed)
    members.unmerge(merge=record)
    with pytest.raises(Refused):
        members.unmerge(merge=record)


# Bringing in


LIST = """기업명,사업자등록번호,홈페이지,담당자,이메일,태그,제공
(주)한빛,,https://hanbit.example/,홍길동,hong@hanbit.example,"로봇, 배터리",시험 장비
새로운기업,,,김새롬,kim@new.example,드론,
"""
# The batch itself stays, as a record of what was done; what left the book is told to readers.
TRACES = ("members_batch", "members_change", "members_staged", "ledger_erased")


def upload(kind, given, name, body):
    author = given.user("cluster_manager")
    return intake.open_batch(
        kind=kind, cluster=given.cluster(), author=author, uploads=[SimpleUploadedFile(name, body)]
    )


def brought_in(batch):
    intake.start(batch=batch)
    assert intake.run(batch=batch)
    batch.refresh_from_db()
    assert batch.state == "applied", batch.report
    return batch.report


def attendance():
    """A workbook with one row for each person at each gathering."""
    book = Workbook()
    sheet = book.active
    sheet.append(["행사명", "일자", "기업명", "성명", "이메일"])
    for title, who in (("로봇 모임", ("(주)한빛", "달빛")), ("배터리 모임", ("(주)한빛", "별빛", "달빛"))):
        for name in who:
            sheet.append([title, "2026-03-02", name, f"{name[-2:]}사람", ""])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_planning_an_import_changes_nothing(given):
    given.organisation("(주)한빛", website="")
    batch = upload("members", given, "list.csv", LIST.encode())
    before = contents()
    verdicts = [row.verdict for row in intake.planned(batch)]
    assert verdicts == ["changed", "new"]
    assert different(before, contents()) == {}


def test_an_import_of_members_goes_out_again(given):
    known = given.organisation("(주)한빛", website="")
    members.change(organisation=known, tags=[members.tag_named("로봇")])
    batch = upload("members", given, "list.csv", LIST.encode())
    before = contents(but=TRACES)
    report = brought_in(batch)
    assert (report["created"], report["changed"]) == (1, 1)
    assert different(before, contents(but=TRACES))
    intake.undo(batch=batch)
    assert different(before, contents(but=TRACES)) == {}


def test_the_same_file_twice_changes_nothing(given):
    given.organisation("(주)한빛", website="")
    brought_in(upload("members", given, "list.csv", LIST.encode()))
    second = upload("members", given, "list.csv", LIST.encode())
    before = contents(but=TRACES)
    report = brought_in(second)
    assert (report["created"], report["changed"], report["refused"]) == (0, 0, 0)
    assert different(before, contents(but=TRACES)) == {}


def test_an_import_of_attendance_goes_out_again_and_out_of_the_network(given):
    for name in ("(주)한빛", "달빛", "별빛"):
        given.organisation(name)
    read_on()
    batch = upload("attendance", given, "visit.xlsx", attendance())
    computed = ("network_bookmark", "network_reading", "claims_figure")
    before = contents(but=(*TRACES, *computed))
    report = brought_in(batch)
    assert report["created"] == 2
    read_on()
    assert Tie.objects.exists()
    intake.undo(batch=batch)
    read_on()
    assert different(before, contents(but=(*TRACES, *computed))) == {}


def test_undoing_is_refused_where_later_gatherings_need_it(given):
    batch = upload("members", given, "list.csv", LIST.encode())
    brought_in(batch)
    made = Organisation.objects.get(name_ko="새로운기업")
    given.gathering(made, given.organisation(), visibility="confidential", title_ko="은밀한모임")
    before = contents()
    with pytest.raises(Refused) as refusal:
        intake.undo(batch=batch)
    assert "은밀한모임" not in refusal.value.text("ko")
    assert different(before, contents()) == {}


def test_undoing_twice_is_harmless_and_too_late_is_refused(given):
    batch = upload("members", given, "list.csv", LIST.encode())
    brought_in(batch)
    late = upload("members", given, "list.csv", "기업명\n늦은기업\n".encode())
    brought_in(late)
    type(late).objects.filter(pk=late.pk).update(applied_at=timezone.now() - timezone.timedelta(days=40))
    intake.undo(batch=batch)
    intake.undo(batch=batch)
    with pytest.raises(Refused):
        intake.undo(batch=late)


# Once only


def test_an_invitation_is_used_once(given):
    _made, token = members.invite(
        email="a@two.example", cluster=given.cluster(), organisation=None, role="member", by=None
    )
    members.accept_invitation(token=token)
    with pytest.raises(Refused):
        members.accept_invitation(token=token)


def test_a_claim_waits_once_and_is_decided_once(given):
    user, organisation, manager = given.user(), given.organisation(), given.user("cluster_manager")
    claim = members.claim(user=user, organisation=organisation, cluster=given.cluster())
    with pytest.raises(Refused):
        members.claim(user=user, organisation=organisation, cluster=given.cluster())
    members.decide_claim(claim=claim, accepted=True, by=manager)
    with pytest.raises(Refused):
        members.decide_claim(claim=claim, accepted=False, by=manager, reason="r")
    assert members.administers(type(user).objects.get(pk=user.pk), organisation)

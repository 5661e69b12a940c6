"""From the first line to the world and back: review, gate, time, staleness, who may."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.actions import publishing, writing
from pumasi.publish.newsroom.models import Edition, Item
from pumasi.publish.newsroom.queries import checks, items, public

pytestmark = pytest.mark.django_db
BODY = (
    "조사한 28곳 중 18곳(64%)이 협업을 꼽았다.\n\n밋업은 22,000건에 육박했다.\n\n문의는 홍보팀으로 하면 된다."
)


@pytest.fixture
def desk(given):
    """Two editors and a translator."""
    return {
        name: given.user(name if name != "second" else "editor")
        for name in ("editor", "second", "translator")
    }


def written(given, desk, **values):
    return writing.write(
        cluster=given.cluster(),
        by=desk["editor"],
        title="협업에 답 있다",
        body=BODY,
        **{"kind": "release", **values},
    )


def translated(edition, desk, said=None, left=None, title="Collaboration is the answer", version=None):
    target = writing.begin_translation(item=edition.item, by=desk["translator"])
    source = writing.source_of(edition.item)
    words = said or [
        "Of the 28 surveyed, 18 (64%) named collaboration.",
        "There were close to 22,000 meet-ups.",
        "Contact the press team.",
    ]
    told = {one["id"]: text for one, text in zip(source.blocks, words, strict=False) if text}
    return writing.translate(
        edition=target,
        by=desk["translator"],
        version=version or target.version,
        title=title,
        summary="",
        said=told,
        left_out=left or {},
    )


def test_a_notice_goes_out_at_once(given, desk):
    edition = publishing.publish(edition=written(given, desk, kind="notice"))
    assert edition.state == "published"
    edition.item.refresh_from_db()
    assert edition.item.number == 1
    assert [one.pk for one in public.out(given.cluster(), "ko")] == [edition.pk]


def test_a_release_needs_another_person(given, desk):
    edition = written(given, desk)
    with pytest.raises(Refused, match="approved by another person"):
        publishing.publish(edition=edition)
    publishing.submit(edition=edition)
    with pytest.raises(Refused, match="Somebody else"):
        publishing.approve(edition=edition, by=desk["editor"])
    publishing.approve(edition=edition, by=desk["second"])
    assert publishing.publish(edition=edition).state == "published"


def test_what_was_approved_is_approved_again_after_a_change(given, desk):
    edition = publishing.submit(edition=written(given, desk))
    publishing.approve(edition=edition, by=desk["second"])
    kept = writing.rewrite(
        edition=edition, by=desk["editor"], version=edition.version, title="바꾼 제목", body=BODY
    )
    assert (kept.state, kept.approved_by_id) == ("draft", None)


def test_the_world_sees_what_was_published_not_what_is_being_written(given, desk):
    edition = publishing.publish(edition=written(given, desk, kind="notice"))
    kept = writing.rewrite(
        edition=edition, by=desk["editor"], version=edition.version, title="새 제목", body="새 본문이다."
    )
    assert kept.state == "published"
    assert (kept.shown_title, kept.title) == ("협업에 답 있다", "새 제목")
    assert publishing.publish(edition=kept).shown_title == "새 제목"


def test_an_embargo_holds_until_its_time(given, desk):
    later = timezone.now() + timedelta(hours=2)
    edition = publishing.publish(edition=written(given, desk, kind="notice"), at=later)
    assert list(public.out(given.cluster(), "ko")) == []
    assert public.editions(given.cluster(), edition.item_id) == {}
    Edition.objects.filter(pk=edition.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
    assert len(public.out(given.cluster(), "ko")) == 1


def test_withdrawing_takes_a_reason(given, desk):
    edition = publishing.publish(edition=written(given, desk, kind="notice"))
    with pytest.raises(Refused, match="why"):
        publishing.withdraw(edition=edition, reason=" ")
    assert publishing.withdraw(edition=edition, reason="자료 오류").state == "withdrawn"
    assert list(public.out(given.cluster(), "ko")) == []


def test_the_gate_of_a_release_asks_for_every_finding(given, desk):
    edition = written(given, desk)
    target = translated(
        edition,
        desk,
        said=["Of the 28 surveyed, 18 (64%) named collaboration.", "There were 22,000 meet-ups."],
    )
    found = {one.kind for one in checks.open_findings(target)}
    assert found == {"lost_hedge", "missing_block"}
    publishing.submit(edition=target)
    publishing.approve(edition=target, by=desk["editor"])
    with pytest.raises(Refused, match="findings are open"):
        publishing.publish(edition=target)
    for one in checks.open_findings(target):
        publishing.let_stand(edition=target, mark=one.mark, reason="편집 방침", by=desk["editor"])
    assert publishing.publish(edition=target).state == "published"
    stood = {one.kind: (one.reason, one.by) for one in target.overrides.all()}
    assert stood["lost_hedge"] == ("편집 방침", desk["editor"])


def test_a_paragraph_left_out_on_purpose_is_no_finding_and_readers_are_told(given, desk):
    edition = written(given, desk, kind="notice")
    last = edition.blocks[2]["id"]
    words = ["Of the 28 surveyed, 18 (64%) named collaboration.", "There were close to 22,000 meet-ups."]
    target = translated(edition, desk, said=words, left={last: "국내 문의처"})
    assert checks.findings(target) == []
    shown = publishing.publish(edition=target)
    assert (shown.sections, shown.sections_of) == (2, 3)
    assert target.left_out[last]["by"] == desk["translator"].pk


def test_a_changed_source_makes_its_translation_stale_and_keeps_it(given, desk):
    edition = written(given, desk, kind="notice")
    target = translated(edition, desk)
    changed = writing.rewrite(
        edition=edition,
        by=desk["editor"],
        version=edition.version,
        title=edition.title,
        body=BODY.replace("홍보팀으로", "대외협력팀으로"),
    )
    target.refresh_from_db()
    rows = items.beside(changed, target)
    assert [row.state for row in rows] == ["translated", "translated", "stale"]
    assert rows[2].target["text"] == "Contact the press team."
    assert "stale" in {one.kind for one in checks.findings(target)}
    said = {row.source["id"]: row.target["text"] for row in rows} | {f"still:{rows[2].source['id']}": "on"}
    kept = writing.translate(
        edition=target,
        by=desk["translator"],
        version=target.version,
        title=target.title,
        summary="",
        said=said,
    )
    assert [row.state for row in items.beside(changed, kept)] == ["translated"] * 3


def test_two_who_write_at_once_lose_nothing(given, desk):
    edition = written(given, desk, kind="notice")
    writing.rewrite(edition=edition, by=desk["editor"], version=1, title="하나", body=BODY)
    with pytest.raises(Refused, match="Somebody saved this text"):
        writing.rewrite(edition=edition, by=desk["second"], version=1, title="둘", body=BODY)
    edition.refresh_from_db()
    assert edition.title == "하나"
    assert edition.revisions.count() == 2


def test_a_licence_that_forbids_changes_forbids_translating(given, desk):
    edition = written(given, desk, licence="kogl3")
    with pytest.raises(Refused, match="forbids"):
        writing.begin_translation(item=edition.item, by=desk["translator"])
    Item.objects.filter(pk=edition.item_id).update(licence="kogl1")
    edition.item.refresh_from_db()
    assert writing.begin_translation(item=edition.item, by=desk["translator"]).language == "en"


def test_a_published_translation_is_offered_again(given, desk):
    edition = written(given, desk, kind="notice")
    publishing.publish(edition=translated(edition, desk))
    found = items.remembered(given.cluster(), "문의는 홍보팀으로 하면 됩니다.", "ko", "en")
    assert found[0][1] == "Contact the press team."
    assert 80 <= found[0][0] < 100


def test_an_empty_text_is_refused_and_nothing_is_half_written(given, desk):
    with pytest.raises(Refused, match="title and a text"):
        writing.write(cluster=given.cluster(), by=desk["editor"], title=" ", body="\n\n")
    assert not Item.objects.exists()

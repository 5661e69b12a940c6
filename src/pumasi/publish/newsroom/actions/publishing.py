"""From draft to the world, language by language: review by another person, the gate of the checks, the time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.actions import memory, pulse
from pumasi.publish.newsroom.actions.writing import locked, source_of
from pumasi.publish.newsroom.models import Edition, Item, Override
from pumasi.publish.newsroom.queries import checks

LOCK = 7306


@transaction.atomic
def submit(*, edition: Edition) -> Edition:
    """Ask another person to look at it."""
    kept = locked(edition)
    _whole(kept)
    if kept.state not in {"draft", "withdrawn", "published"}:
        raise Refused("It waits for review already.", "이미 검토를 기다리고 있습니다.")
    kept.state = "review" if kept.state != "published" else kept.state
    kept.approved_by = None
    kept.save(update_fields=["state", "approved_by", "edited_at"])
    return kept


@transaction.atomic
def approve(*, edition: Edition, by: Any) -> Edition:
    """Say yes to what another person wrote."""
    kept = locked(edition)
    if kept.written_by_id == by.pk:
        raise Refused(
            "You wrote this yourself. Somebody else has to approve it.",
            "본인이 작성한 글은 스스로 승인할 수 없습니다. 다른 담당자의 승인이 필요합니다.",
        )
    if kept.state != "review":
        raise Refused("It does not wait for review.", "검토를 기다리는 글이 아닙니다.")
    kept.state, kept.approved_by = "approved", by
    kept.save(update_fields=["state", "approved_by", "edited_at"])
    return kept


@transaction.atomic
def send_back(*, edition: Edition, reason: str) -> Edition:
    """Give it back to the writer, with what to change."""
    kept = locked(edition)
    if not reason.strip():
        raise Refused("Say what should be changed.", "무엇을 고쳐야 하는지 적어 주십시오.")
    kept.state, kept.approved_by, kept.reason = "draft", None, reason.strip()[:300]
    kept.save(update_fields=["state", "approved_by", "reason", "edited_at"])
    return kept


@transaction.atomic
def publish(*, edition: Edition, at: datetime | None = None) -> Edition:
    """Show the edition to the world, now or from `at` on (an embargo).

    Press releases, success stories and investment news need another person's yes and no finding left open; on notices and
    news the checks advise.
    """
    kept = locked(edition)
    _whole(kept)
    if kept.item.needs_review:
        _gate(kept)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, kept.item.cluster_id])
    now = timezone.now()
    source = source_of(kept.item)
    kept.shown_title, kept.shown_summary, kept.shown_blocks = kept.title, kept.summary, kept.blocks
    left = len([key for key in kept.left_out if any(one["id"] == key for one in source.blocks)])
    kept.sections, kept.sections_of = (
        (len(kept.blocks), len(source.blocks)) if kept.translates and left else (0, 0)
    )
    kept.publish_at = (
        at
        if at and at > now
        else (
            kept.publish_at if kept.first_published_at and kept.publish_at and kept.publish_at <= now else now
        )
    )
    kept.first_published_at = kept.first_published_at or kept.publish_at
    kept.state, kept.reason = "published", ""
    kept.save()
    if kept.item.number is None:
        last = Item.objects.filter(cluster=kept.item.cluster_id).aggregate(n=Max("number"))["n"] or 0
        Item.objects.filter(pk=kept.item_id).update(number=last + 1)
    if kept.translates:
        memory.learn(kept, source)
    pulse.beat(kept.item.cluster_id)
    return kept


def _whole(edition: Edition) -> None:
    if not edition.title.strip() or not edition.blocks:
        raise Refused(
            "Give it a title and a text in this language first.",
            "먼저 이 언어로 제목과 본문을 입력해 주십시오.",
        )


def _gate(edition: Edition) -> None:
    if edition.state != "approved":
        raise Refused(
            "A text of this kind is approved by another person before it is published. Send it to review.",
            "이 종류의 글은 게시 전에 다른 담당자의 승인이 필요합니다. 검토를 요청해 주십시오.",
        )
    if waiting := checks.open_findings(edition):
        raise Refused(
            "{n} findings are open. Correct them, or let each stand with a reason.",
            "확인하지 않은 지적 사항이 {n}건 있습니다. 고치거나 사유를 적고 그대로 두십시오.",
            n=len(waiting),
        )


@transaction.atomic
def withdraw(*, edition: Edition, reason: str) -> Edition:
    """Take it from the pages; the address goes on to say that it is gone, and why."""
    if not reason.strip():
        raise Refused("Say in a few words why it is withdrawn.", "내리는 사유를 간단히 적어 주십시오.")
    kept = locked(edition)
    kept.state, kept.reason = "withdrawn", reason.strip()[:300]
    kept.save(update_fields=["state", "reason", "edited_at"])
    pulse.beat(kept.item.cluster_id)
    return kept


@transaction.atomic
def let_stand(*, edition: Edition, mark: str, reason: str, by: Any) -> Override:
    """Leave a finding as it is, with a reason that stays with the text."""
    if len(reason.strip()) < 3:
        raise Refused("Say why this may stand.", "그대로 두는 사유를 적어 주십시오.")
    found = next((one for one in checks.findings(edition) if one.mark == mark), None)
    if found is None:
        raise Refused("This finding is no longer there.", "이미 해결된 지적 사항입니다.")
    made, _ = Override.objects.update_or_create(
        edition=edition, mark=mark,
        defaults={"kind": found.kind, "text": found.text[:300], "reason": reason.strip()[:300], "by": by, "at": timezone.now()},
    )  # fmt: skip
    return made

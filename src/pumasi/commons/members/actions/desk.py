"""Notes, log, tasks, segments and own fields of a cluster's managers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from pumasi.commons.members.actions.index import reindex
from pumasi.commons.members.actions.organisations import tag_named
from pumasi.commons.members.models import (
    Cluster,
    ContactLog,
    CustomField,
    Listing,
    Note,
    Organisation,
    Segment,
    Task,
    User,
)
from pumasi.kit.refused import Refused

LISTING_DAYS = 180


def _needs_text(text: str) -> str:
    if not text.strip():
        raise Refused("Write something first.", "내용을 입력해 주십시오.")
    return text.strip()[:4000]


def note(*, cluster: Cluster, organisation: Organisation, author: User, text: str) -> Note:
    """Keep a note for colleagues."""
    return Note.objects.create(
        cluster=cluster, organisation=organisation, author=author, text=_needs_text(text)
    )


def log_contact(
    *, cluster: Cluster, organisation: Organisation, author: User, text: str, channel: str, on: date
) -> ContactLog:
    """Keep a conversation, mail or visit."""
    return ContactLog.objects.create(
        cluster=cluster,
        organisation=organisation,
        author=author,
        text=_needs_text(text),
        channel=channel,
        on=on,
    )


def add_task(
    *, cluster: Cluster, organisation: Organisation, author: User, text: str, due: date | None = None
) -> Task:
    """Keep something to do; it is the author's until somebody else takes it."""
    return Task.objects.create(
        cluster=cluster,
        organisation=organisation,
        author=author,
        assignee=author,
        text=_needs_text(text),
        due=due,
    )


def finish_task(*, task: Task) -> None:
    """Mark a task as done."""
    Task.objects.filter(pk=task.pk, done_at__isnull=True).update(done_at=timezone.now())


def save_segment(*, cluster: Cluster, author: User, name: str, query: str) -> Segment:
    """Keep a choice of facets under a name; the same name replaces the earlier choice."""
    if not name.strip():
        raise Refused("Give the segment a name.", "조건의 이름을 입력해 주십시오.")
    segment, _ = Segment.objects.update_or_create(
        cluster=cluster, name=name.strip()[:100], defaults={"query": query[:1000], "author": author}
    )
    return segment


def add_custom_field(*, cluster: Cluster, **values: Any) -> CustomField:
    """Add a field of the cluster's own."""
    key = slugify(values.get("label_en") or values.get("key") or "").replace("-", "_")[:40]
    if not key:
        raise Refused(
            "Give the field an English name; it becomes its key in files.",
            "영문 이름을 입력해 주십시오. 파일의 열 이름이 됩니다.",
        )
    if values.get("type") == "choice" and not values.get("choices"):
        raise Refused("List the choices, one a line.", "선택지를 한 줄에 하나씩 입력해 주십시오.")
    try:
        with transaction.atomic():
            return CustomField.objects.create(cluster=cluster, **{**values, "key": key})
    except IntegrityError:
        raise Refused("There is a field of that name.", "같은 이름의 항목이 이미 있습니다.") from None


@transaction.atomic
def list_something(
    *, organisation: Organisation, kind: str, tags: str = "", expires_on: date | None = None, **texts: str
) -> Listing:
    """Publish an offer or a need for half a year, unless another day is given."""
    if not any(text.strip() for text in texts.values()):
        raise Refused("Say in one sentence what it is.", "한 문장으로 입력해 주십시오.")
    listing = Listing.objects.create(
        organisation=organisation,
        kind=kind,
        expires_on=expires_on or timezone.localdate() + timedelta(days=LISTING_DAYS),
        **{name: text.strip()[:300] for name, text in texts.items()},
    )
    listing.tags.set([tag_named(word) for word in tags.split(",") if word.strip()])
    reindex(organisation)
    return listing


def renew(*, listing: Listing) -> Listing:
    """Let an offer or need live for another half year from today."""
    listing.expires_on = timezone.localdate() + timedelta(days=LISTING_DAYS)
    listing.save(update_fields=["expires_on"])
    return listing


def withdraw_listing(*, listing: Listing) -> None:
    """Take an offer or need down today; it stays in the history of the organisation."""
    listing.expires_on = timezone.localdate() - timedelta(days=1)
    listing.save(update_fields=["expires_on"])
    reindex(listing.organisation)

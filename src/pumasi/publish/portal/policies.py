"""Policy pages: what stands today, what stood before, and what is announced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.asked import language_of
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal.models import Policy
from pumasi.publish.portal.remembered import Memory

# Links at the foot of every page: asked for once a minute, and anew in this process when a version is published.
_links: Memory[list[dict[str, str]]] = Memory()


def links(cluster: Cluster) -> list[dict[str, str]]:
    """The policies in force, as links in the reader's language."""
    return _links.of((cluster.pk, language_of()), lambda: _linked(cluster))


def _linked(cluster: Cluster) -> list[dict[str, str]]:
    labels = dict(Policy.Kind.choices)
    return [
        {
            "label": str(labels[kind]),
            "url": reverse("portal:policy", kwargs={"cluster": cluster.slug, "kind": kind}),
        }
        for kind in in_force(cluster)
    ]


def versions(cluster: Cluster, kind: str) -> list[Policy]:
    """All versions of a policy, the newest first, those to come included."""
    return list(Policy.objects.filter(cluster=cluster, kind=kind))


def standing(every: Sequence[Policy], day: date | None = None) -> Policy | None:
    """Of all versions of a policy, the newest first, the one that stands on a day."""
    today = day or timezone.localdate()
    return next((one for one in every if one.valid_from <= today), None)


def in_force(cluster: Cluster, day: date | None = None) -> dict[str, Policy]:
    """The version of each policy that stands on a day, in the order of kinds."""
    today = day or timezone.localdate()
    found = (
        Policy.objects.filter(cluster=cluster, valid_from__lte=today)
        .order_by("kind", "-valid_from")
        .distinct("kind")
    )
    by_kind = {one.kind: one for one in found}
    return {kind: by_kind[kind] for kind in Policy.Kind.values if kind in by_kind}


@transaction.atomic
def announce(
    *, cluster: Cluster, kind: str, valid_from: date, by: Any = None, text_ko: str = "", text_en: str = "",
    change_ko: str = "", change_en: str = "",
) -> Policy:  # fmt: skip
    """Publish a version that stands from a day on. Refused before the last one's day: what stood stays as it was."""
    if not (text_ko.strip() or text_en.strip()):
        raise Refused("Write the text in at least one language.", "한 언어 이상으로 본문을 입력해 주십시오.")
    # Two versions at once would take the same number.
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    last = Policy.objects.filter(cluster=cluster, kind=kind).first()
    if last is not None and valid_from <= last.valid_from:
        raise Refused(
            "Version {n} stands from {day}; the next one begins later.",
            "{n}판이 {day}부터 시행됩니다. 다음 판은 그 뒤의 날짜로 입력해 주십시오.",
            n=last.number, day=last.valid_from,
        )  # fmt: skip
    _links.clear()
    newsroom.beat(cluster.pk)
    return Policy.objects.create(
        cluster=cluster, kind=kind, number=last.number + 1 if last else 1, valid_from=valid_from, by=by,
        text_ko=text_ko.strip(), text_en=text_en.strip(), change_ko=change_ko.strip()[:300], change_en=change_en.strip()[:300],
    )  # fmt: skip


@transaction.atomic
def call_off(*, policy: Policy) -> None:
    """Take back a version that is announced; one that stands or stood stays."""
    if policy.valid_from <= timezone.localdate():
        raise Refused(
            "This version is in force: publish the next one instead.",
            "이미 시행 중인 판입니다. 새 판을 등록해 주십시오.",
        )
    policy.delete()
    _links.clear()

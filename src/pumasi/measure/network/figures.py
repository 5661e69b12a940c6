"""The figures that the network room owns, stated with their rows for each audience."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.commons.claims import api as claims
from pumasi.commons.members.models import Cluster
from pumasi.measure.network.models import Introduction, Reading

COVERAGE_KO = "여기에 기록된 행사 {n}건을 바탕으로 합니다. 기록되지 않은 만남은 포함되지 않습니다."
COVERAGE_EN = "Based on {n} gatherings recorded here; others are not seen."


def state_all(cluster: Cluster, reading: Reading) -> None:
    """State the figures of a reading: members with a partner, members that met nobody, ties, gatherings."""
    with translation.override("en"):
        rows = reverse("network:rows", kwargs={"cluster": cluster.slug})
    common: dict[str, Any] = {
        "cluster": cluster,
        "audience": reading.audience,
        "as_of": reading.as_of,
        "window": None,
        "rows": rows,
        "coverage_ko": COVERAGE_KO.format(n=f"{reading.gatherings:,}"),
        "coverage_en": COVERAGE_EN.format(n=f"{reading.gatherings:,}"),
    }
    claims.state(
        key="network.connected", numerator=reading.connected, denominator=reading.members, unit="organisation",
        definition_ko="기록된 행사에서 다른 소속 기업·기관과 한 번 이상 함께한 곳의 수입니다. 아직 만난 곳이 없는 기업·기관도 분모에 포함됩니다.",
        definition_en="Member organisations that shared at least one recorded gathering with another member. "
        "Those that met nobody stay in the denominator.",
        **common,
    )  # fmt: skip
    claims.state(
        key="network.alone", numerator=reading.members - reading.connected, denominator=reading.members, unit="organisation",
        definition_ko="기록된 행사에서 다른 소속 기업·기관을 아직 만나지 않은 곳의 수입니다.",
        definition_en="Member organisations that have not yet shared a recorded gathering with another member.",
        **common,
    )  # fmt: skip
    claims.state(
        key="network.ties", numerator=reading.ties, unit="tie",
        definition_ko="같은 행사에 한 번 이상 함께 참석한 두 기관의 쌍입니다. 연결 강도는 함께한 행사마다 1/(참여 기관 수−1)을 더한 값입니다.",
        definition_en="Pairs of members that shared at least one gathering. A tie weighs the sum of 1/(k−1) "
        "over the gatherings they shared, k being the number of members there.",
        **common,
    )  # fmt: skip
    claims.state(
        key="network.gatherings", numerator=reading.gatherings, unit="gathering",
        definition_ko="소속 기업·기관이 둘 이상 참여한 행사·과제의 수입니다. 주최자와 관계없이 집계합니다.",
        definition_en="Gatherings and joint projects with two or more members, whoever hosted them.",
        **common,
    )  # fmt: skip


LABELS = {
    "network.connected": ("다른 곳과 연결된 기업·기관", "members have met another member"),
    "network.alone": ("아직 연결이 없는 기업·기관", "members have met nobody yet"),
    "network.ties": ("협업 연결", "ties between members"),
    "network.gatherings": ("기록된 행사·과제", "gatherings and projects recorded"),
}


def shown(cluster: Cluster, audience: str) -> list[dict[str, Any]]:
    """The figures as the page's component shows them."""
    language = (translation.get_language() or "ko")[:2]
    return [
        _component(figure, language) for figure in claims.figures(cluster, audience) if figure.key in LABELS
    ]


def _component(figure: Any, language: str) -> dict[str, Any]:
    label = LABELS[figure.key][0 if language == "ko" else 1]
    return {
        "key": figure.key,
        "value": f"{figure.numerator:,.0f}",
        "label": label,
        "n": f"{figure.denominator:,.0f}" if figure.denominator is not None else "",
        "definition": str(figure.definition),
        "coverage": str(figure.coverage),
        "as_of": figure.as_of,
        "rows_url": figure.rows and f"/{language}{figure.rows[3:]}",
        "unit": "",
    }


def of_introductions(cluster: Cluster) -> list[dict[str, Any]]:
    """How introductions went, counted now: handed out, asked, both said yes."""
    language = (translation.get_language() or "ko")[:2]
    counts = dict(
        Introduction.objects.filter(cluster=cluster)
        .values_list("state")
        .annotate(n=Count("pk"))
        .order_by("state")
    )
    total, mutual = sum(counts.values()), counts.get("mutual", 0)
    asked = total - counts.get("suggested", 0)
    ko = language == "ko"
    found = [
        {"key": "introductions.suggested", "value": f"{total:,}", "label": "추천한 소개" if ko else "suggested",
         "definition": "지금까지 추천한 소개의 수입니다." if ko else "Introductions suggested so far."},
        {"key": "introductions.acted", "value": f"{asked:,}", "n": f"{total:,}", "label": "신청하거나 미룬 소개" if ko else "acted on",
         "definition": "추천을 받은 쪽이 신청하거나 미룬 소개의 수입니다." if ko else "Suggestions that were asked for or set aside."},
        {"key": "introductions.mutual", "value": f"{mutual:,}", "n": f"{asked:,}", "label": "서로 동의한 소개" if ko else "both sides said yes",
         "definition": "양쪽이 모두 동의한 소개의 수입니다." if ko else "Introductions that both sides said yes to."},
    ]  # fmt: skip
    return [{**one, "as_of": timezone.localdate()} for one in found]

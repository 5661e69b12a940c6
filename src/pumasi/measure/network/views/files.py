"""The network to take away: ties as CSV and GraphML, the map as SVG, who was where under other names."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from pumasi.kit.access import requires
from pumasi.kit.asked import language_of
from pumasi.kit.sheets import writer
from pumasi.measure.network.queries import files, ties
from pumasi.measure.network.queries.base import STRIPS
from pumasi.measure.network.views.common import audience_of

CSV = "text/csv; charset=utf-8"
TIES = [
    "a_id", "a", "b_id", "b", "weight", *(f"weight_{most}" for most in STRIPS), "gatherings", "first", "last",
]  # fmt: skip


def _file(request: HttpRequest, name: str, kind: str, body: bytes) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    slug = request.cluster.slug  # type: ignore[attr-defined]
    response["Content-Disposition"] = f'attachment; filename="{slug}-{name}"'
    return response


@require_GET
@requires("network.see")
def rows(request: HttpRequest) -> HttpResponse:
    """The ties behind the figures, as CSV."""
    values = ties.rows(request.cluster, audience_of(request), language_of())  # type: ignore[attr-defined]
    return _file(request, "ties.csv", CSV, writer.write_csv(TIES, values))


@require_GET
@requires("network.see")
def graphml(request: HttpRequest) -> HttpResponse:
    """The network for other programs."""
    body = files.graphml(request.cluster, audience_of(request))  # type: ignore[attr-defined]
    return _file(request, "network.graphml", "application/graphml+xml", body)


@require_GET
@requires("network.see")
def svg(request: HttpRequest) -> HttpResponse:
    """The map as a drawing that can be scaled and edited."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    reading = ties.reading(cluster, audience_of(request))
    foot = _("%(cluster)s: network from %(n)s gatherings recorded here, %(day)s") % {
        "cluster": cluster, "n": f"{reading.gatherings if reading else 0:,}", "day": timezone.localdate().isoformat(),
    }  # fmt: skip
    return _file(
        request, "map.svg", "image/svg+xml", files.svg(cluster, audience_of(request), language_of(), foot)
    )


@require_GET
@requires("network.see_desk")
def attendance(request: HttpRequest) -> HttpResponse:
    """Who was where under names dealt anew, for whoever wants to check the measures."""
    headers, values = files.attendance(request.cluster, "managers")  # type: ignore[attr-defined]
    return _file(request, "attendance-pseudonymised.csv", CSV, writer.write_csv(headers, values))

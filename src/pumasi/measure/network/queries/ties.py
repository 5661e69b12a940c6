"""Reading ties: the table, an organisation's neighbourhood, who met nobody."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.audiences import LEVELS
from pumasi.kit.bilingual import in_order
from pumasi.measure.network.models import Reading, Seat, Spot, Tie
from pumasi.measure.network.queries.base import STRIPS

SIZES = tuple(str(most) for most in STRIPS)


def reading(cluster: Cluster, audience: str) -> Reading | None:
    """When and from how much the network was computed."""
    return Reading.objects.filter(cluster=cluster, audience=audience).first()


def ties(cluster: Cluster, audience: str) -> QuerySet[Tie]:
    """Ties of the cluster as the audience sees them, the strongest first."""
    return Tie.objects.filter(cluster=cluster, audience=audience).order_by("-weight", "a_id", "b_id")


def table(
    cluster: Cluster, audience: str, *, kind: str = "", text: str = "", strip: str = ""
) -> QuerySet[Tie]:
    """The table of ties with both organisations, narrowed to a kind or a name on either side.

    `strip` ("10", "20", "50") keeps what gatherings of at most so many members made, each tie `shown` with the
    weight they gave it.
    """
    weight = f"weight_{strip}" if strip in SIZES else "weight"
    found = ties(cluster, audience).select_related("a", "b").annotate(shown=F(weight))
    found = found.filter(**{f"{weight}__gt": 0}).order_by(f"-{weight}", "a_id", "b_id")
    if kind:
        found = found.filter(Q(a__kind=kind) | Q(b__kind=kind))
    if text:
        seen = members.directory(cluster, audience, members.Choice(text=text)).values("pk")
        found = found.filter(Q(a__in=seen.order_by()) | Q(b__in=seen.order_by()))
    return found


def rows(cluster: Cluster, audience: str, language: str) -> list[list[Any]]:
    """The table as plain rows for a file: ids, names, weight, shared gatherings, first and last day."""
    other = "en" if language == "ko" else "ko"
    names = {
        pk: first or second
        for pk, first, second in Organisation.objects.filter(
            pk__in=members.member_ids(cluster, audience)
        ).values_list("pk", f"name_{language}", f"name_{other}")
    }
    found = ties(cluster, audience).values_list(
        "a_id", "b_id", "weight", *(f"weight_{most}" for most in STRIPS), "gatherings", "first_at__date", "last_at__date"
    )  # fmt: skip
    return [
        [a, names.get(a, ""), b, names.get(b, ""), *(round(w, 4) for w in weights), n, first.isoformat(), last.isoformat()]
        for a, b, *weights, n, first, last in found
    ]  # fmt: skip


def partners(cluster: Cluster, audience: str, organisation: int) -> list[tuple[Organisation, Tie]]:
    """Partners of an organisation with their tie, the strongest first."""
    found = ties(cluster, audience).filter(Q(a=organisation) | Q(b=organisation)).select_related("a", "b")
    return [(tie.b if tie.a_id == organisation else tie.a, tie) for tie in found]


def met_nobody(cluster: Cluster, audience: str) -> QuerySet[Organisation]:
    """Members without a tie: they stay in every denominator, and in the to-do list."""
    own = Organisation.objects.filter(pk__in=members.member_ids(cluster, audience))
    known = Tie.objects.filter(cluster=cluster, audience=audience)
    tied = Exists(known.filter(a=OuterRef("pk"))) | Exists(known.filter(b=OuterRef("pk")))
    return own.exclude(tied).order_by(in_order("name"), "pk")


def known_pairs(cluster: Cluster, audience: str) -> list[tuple[int, int, float]]:
    """Ties as plain rows for the engine."""
    return list(ties(cluster, audience).order_by("a_id", "b_id").values_list("a_id", "b_id", "weight"))


def within(cluster: Cluster, audience: str) -> Q:
    """Seats that the audience of the cluster may know of: other clusters' gatherings only as far as they are public."""
    return Q(visibility="public") | Q(visibility__in=LEVELS[audience], cluster=cluster)


def met_at(cluster: Cluster, audience: str, first: int, second: int, most: int = 3) -> list[str]:
    """Sources of the last gatherings where both were seen, as the audience may know."""
    mine = Seat.objects.filter(within(cluster, audience), organisation=first)
    both = mine.filter(source__in=Seat.objects.filter(organisation=second).values("source"))
    rows = both.order_by("-starts_at", "source").values_list("source", "starts_at").distinct()
    return [source for source, _ in rows[:most]]


def spots(cluster: Cluster, audience: str) -> dict[int, Spot]:
    """Where each organisation stands on the map."""
    return {spot.organisation_id: spot for spot in Spot.objects.filter(cluster=cluster, audience=audience)}

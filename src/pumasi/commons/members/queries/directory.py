"""The directory: who may see which organisations, search that knows Korean, and facets with counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib.postgres.search import SearchRank
from django.db.models import BooleanField, Count, Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone
from django.utils.translation import gettext as _

from pumasi.commons.members.models import Cluster, CustomField, Listing, Organisation, Relation, Tag
from pumasi.commons.members.models.organisations import Kind
from pumasi.kit import hangul
from pumasi.kit.audiences import LEVELS
from pumasi.kit.bilingual import in_order

ANCHOR_WORDS = {"anchor", "anchors", "앵커", "앵커기업", "선도기업"}


@dataclass
class Choice:
    """What a reader asked of the directory."""

    text: str = ""
    kind: str = ""
    relation: str = ""
    state: str = ""
    tag: str = ""
    city: str = ""
    listing: str = ""
    anchor: bool = False
    sort: str = ""
    custom: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Choice:
        """Read the choice from an address; unknown words are ignored."""
        texts = {
            name: query.get(name, "").strip()[:200]
            for name in ("kind", "relation", "state", "tag", "city", "listing", "sort")
        }
        custom = {key[2:]: value for key, value in query.items() if key.startswith("x_") and value}
        return cls(
            text=query.get("q", "").strip()[:200], anchor=query.get("anchor") == "1", custom=custom, **texts
        ).understood()

    def understood(self) -> Choice:
        """Turn words of the search that name a facet into that facet: 'anchor, ICT' asks for anchors in ICT."""
        if "," not in self.text and self.text.casefold() not in ANCHOR_WORDS:
            return self
        rest = []
        for word in (piece.strip() for piece in self.text.split(",")):
            if word.casefold() in ANCHOR_WORDS:
                self.anchor = True
            elif word:
                rest.append(word)
        self.text = " ".join(rest)
        return self


def visible(audience: str) -> QuerySet[Organisation]:
    """Organisations that `audience` may see anywhere; merged ones live on in the one they were merged into."""
    return Organisation.objects.filter(merged_into__isnull=True, visibility__in=LEVELS[audience])


def of_cluster(
    cluster: Cluster, audience: str, *, relation: str = "", state: str = ""
) -> QuerySet[Organisation]:
    """Organisations related to the cluster. Only managers see other states than the current ones."""
    related = Relation.objects.filter(cluster=cluster, organisation=OuterRef("pk"))
    if audience == "managers" and state:
        related = related.filter(state=state)
    elif audience == "managers":
        related = related.exclude(state="ended")
    else:
        related = related.filter(state__in=Relation.CURRENT)
    if relation:
        related = related.filter(kind=relation)
    return visible(audience).filter(Exists(related))


def matching(found: QuerySet[Organisation], text: str) -> QuerySet[Organisation]:
    """Organisations whose names, tags, offers or descriptions match; the best first.

    협업 finds 협업을 (bigrams), ㄷㅇㅁ finds by initial consonants, a misspelt name by its trigrams.
    """
    if not text:
        return found
    if hangul.is_choseong(text):
        return found.filter(initials__contains=hangul.fold(text).replace(" ", ""))
    folded = hangul.fold(text).replace(" ", "")
    condition = Q(folded__contains=folded)
    literal = hangul.query_text(text)
    if not literal:
        return found.filter(condition)
    query = RawSQL("%s::tsquery", (literal,))
    # Not as raw SQL with the table's name: inside a sub-query the table has another one.
    hit = Func(
        F("search"), query, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField()
    )
    ranked = found.annotate(hit=hit)
    ranked = ranked.filter(condition | Q(hit=True))
    return ranked.annotate(rank=SearchRank(F("search"), query), exact=Q(folded__contains=folded)).order_by(
        "-exact", "-rank"
    )


def narrowed(found: QuerySet[Organisation], choice: Choice, *, without: str = "") -> QuerySet[Organisation]:
    """Apply the facets of `choice`, leaving out the one named `without` (for its own counts)."""
    if choice.kind and without != "kind":
        found = found.filter(kind=choice.kind)
    if choice.tag and without != "tag":
        found = found.filter(tags__slug=choice.tag)
    if choice.city and without != "city":
        found = found.filter(Q(city_ko=choice.city) | Q(city_en=choice.city))
    if choice.anchor and without != "anchor":
        found = found.filter(is_anchor=True)
    if choice.listing and without != "listing":
        live = Listing.objects.filter(
            organisation=OuterRef("pk"), kind=choice.listing, expires_on__gte=timezone.localdate()
        )
        found = found.filter(Exists(live))
    for key, value in choice.custom.items():
        found = found.filter(**{f"custom__{key}": value})
    return found


def _known(cluster: Cluster, audience: str, choice: Choice) -> Choice:
    """The choice without own fields that the cluster does not have or the audience may not see."""
    if not choice.custom:
        return choice
    fields = CustomField.objects.filter(
        cluster=cluster, key__in=choice.custom, visibility__in=LEVELS[audience]
    )
    return replace(choice, custom={key: choice.custom[key] for key in fields.values_list("key", flat=True)})


def directory(cluster: Cluster, audience: str, choice: Choice) -> QuerySet[Organisation]:
    """The list of organisations as chosen, with what a row needs."""
    choice = _known(cluster, audience, choice)
    base = of_cluster(cluster, audience, relation=choice.relation, state=choice.state)
    found = matching(narrowed(base, choice), choice.text)
    if choice.sort == "name":
        found = found.order_by(in_order("name"))
    elif choice.sort == "-name":
        found = found.order_by(in_order("name").desc())
    elif choice.sort in ("new", "-new"):
        found = found.order_by("created_at" if choice.sort == "-new" else "-created_at")
    elif not found.query.order_by:
        found = found.order_by("-is_anchor", in_order("name"))
    return found.prefetch_related("tags").order_by(*found.query.order_by, "pk")


def _kind_options(found: QuerySet[Organisation]) -> list[tuple[str, str, int]]:
    counts = dict(found.order_by().values_list("kind").annotate(n=Count("pk", distinct=True)))
    return [(value, str(label), counts[value]) for value, label in Kind.choices if value in counts]


def by_kind(cluster: Cluster, audience: str) -> list[tuple[str, str, int]]:
    """How many organisations of each kind the audience can find: kind, its name, how many; kinds without any are left out."""
    return _kind_options(of_cluster(cluster, audience))


def from_abroad(cluster: Cluster, audience: str) -> list[tuple[str, int]]:
    """From which other countries organisations have come to the cluster: code and how many, the most first."""
    abroad = of_cluster(cluster, audience).exclude(country__in=["", cluster.country]).order_by()
    counts = abroad.values_list("country").annotate(n=Count("pk", distinct=True))
    return sorted(counts, key=lambda row: (-row[1], row[0]))


def _tag_options(found: QuerySet[Organisation], most: int = 12) -> list[tuple[str, str, int]]:
    tags = Tag.objects.filter(organisations__in=found.order_by()).annotate(
        n=Count("organisations", distinct=True)
    )
    return [(tag.slug, str(tag), tag.n) for tag in tags.order_by("-n", "slug")[:most]]  # type: ignore[attr-defined]


def _relation_options(cluster: Cluster, found: QuerySet[Organisation]) -> list[tuple[str, str, int]]:
    rows = Relation.objects.filter(
        cluster=cluster, organisation__in=found.order_by(), state__in=Relation.CURRENT
    )
    counts = dict(rows.values_list("kind").annotate(n=Count("organisation", distinct=True)).order_by("kind"))
    return [(value, str(label), counts[value]) for value, label in Relation.Kind.choices if value in counts]


def facets(cluster: Cluster, audience: str, choice: Choice) -> list[dict[str, Any]]:
    """Facets with counts, each counted as if its own choice were open: a fixed number of queries."""
    choice = _known(cluster, audience, choice)
    base = of_cluster(cluster, audience, relation=choice.relation, state=choice.state)

    def seen(without: str) -> QuerySet[Organisation]:
        return matching(narrowed(base, choice, without=without), choice.text)

    open_relations = matching(
        narrowed(of_cluster(cluster, audience, state=choice.state), choice), choice.text
    )
    anchors = seen("anchor").filter(is_anchor=True).count()
    return [
        {"name": "kind", "label": _("Kind"), "chosen": choice.kind, "options": _kind_options(seen("kind"))},
        {
            "name": "relation",
            "label": _("Relation to the cluster"),
            "chosen": choice.relation,
            "options": _relation_options(cluster, open_relations),
        },
        {"name": "tag", "label": _("Technology"), "chosen": choice.tag, "options": _tag_options(seen("tag"))},
        {
            "name": "anchor",
            "label": _("Anchor"),
            "chosen": "1" if choice.anchor else "",
            "options": [("1", _("Anchor organisations"), anchors)] if anchors else [],
        },
    ]


def suggestions(cluster: Cluster, audience: str, text: str, most: int = 6) -> list[Organisation]:
    """The few best matches while somebody types."""
    return list(matching(of_cluster(cluster, audience), text)[:most]) if text else []

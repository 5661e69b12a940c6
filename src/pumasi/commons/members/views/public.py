"""The directory, an organisation, a person: what a reader may see of them."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.commons.members import roles
from pumasi.commons.members.actions import users
from pumasi.commons.members.models import Organisation, Person
from pumasi.commons.members.queries import directory as asked
from pumasi.commons.members.queries import organisation as one
from pumasi.commons.members.queries.clusters import relation_counts
from pumasi.kit.access import requires
from pumasi.kit.sheets import writer

PER_PAGE = 24


def _facets(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Facets in the shape of the page's component."""
    return [
        {
            "name": facet["name"],
            "label": facet["label"],
            "kind": "radio",
            "open": facet["name"] in ("kind", "relation"),
            "options": [
                {"value": value, "label": label, "count": count, "active": value == facet["chosen"]}
                for value, label, count in facet["options"]
            ],
        }
        for facet in found
        if facet["options"]
    ]


@require_GET
@requires("members.see_directory")
def directory(request: HttpRequest) -> HttpResponse:
    """The list of organisations with search and facets."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = roles.audience(request.user, cluster)
    choice = asked.Choice.read(request.GET.dict())  # type: ignore[arg-type]
    page = Paginator(asked.directory(cluster, audience, choice), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "choice": choice,
        "asked": any(request.GET.values()),
        "facets": _facets(asked.facets(cluster, audience, choice)),
        "counts": relation_counts(cluster, audience),
        "may_export": audience != "public",
    }
    return render(request, "members/directory.html", context)


@require_GET
@requires("members.see_people")
def export(request: HttpRequest) -> HttpResponse:
    """The chosen organisations as a file, with the columns that the reader may see."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = roles.audience(request.user, cluster)
    found = asked.directory(cluster, audience, asked.Choice.read(request.GET.dict()))  # type: ignore[arg-type]
    headers = [
        "id",
        "name_ko",
        "name_en",
        "kind",
        "city_ko",
        "city_en",
        "website",
        "tags",
        "registration_number",
    ]
    rows = [_row(o, audience) for o in found]
    form = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    types = {
        "csv": "text/csv; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    body = writer.write_xlsx(headers, rows) if form == "xlsx" else writer.write_csv(headers, rows)
    response = HttpResponse(body, content_type=types[form])
    response["Content-Disposition"] = f'attachment; filename="{cluster.slug}-organisations.{form}"'
    return response


def _row(o: Any, audience: str) -> list[Any]:
    """An organisation as a row of the file."""
    tags = ", ".join(str(tag) for tag in o.tags.all())
    shown = [one.field(o, name, audience) for name in ("website", "registration_number")]
    return [o.pk, o.name_ko, o.name_en, o.kind, o.city_ko, o.city_en, shown[0], tags, shown[1]]


def found_or_404(request: HttpRequest, pk: int) -> Organisation:
    """The organisation if the reader may see it in this cluster; a merged one leads to the one it lives on in."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    own = roles.organisations_of(request.user, cluster)
    found = one.organisation_for(cluster, roles.audience(request.user, cluster), pk, own=own)
    if found is None:
        raise Http404
    return found


def _absorbed(request: HttpRequest, pk: int) -> Organisation | None:
    merged = (
        Organisation.objects.filter(pk=pk, merged_into__isnull=False).select_related("merged_into").first()
    )
    return found_or_404(request, merged.merged_into_id) if merged and merged.merged_into_id else None


def address(request: HttpRequest, organisation: Organisation) -> str:
    """Where the organisation's page is."""
    kwargs = {"cluster": request.cluster.slug, "pk": organisation.pk, "slug": organisation.slug}  # type: ignore[attr-defined]
    return reverse("members:organisation", kwargs=kwargs)


def _parent(organisation: Organisation, audience: str) -> Organisation | None:
    """The parent group's entry, if the reader may see it."""
    return asked.visible(audience).filter(pk=organisation.parent_id or 0).first()


@require_GET
@requires("members.see_directory")
def organisation(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """One organisation: about, offers & looking for, together, people."""
    absorbed = _absorbed(request, pk)
    found = absorbed or found_or_404(request, pk)
    if absorbed or slug != found.slug:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(address(request, found) + query, permanent=absorbed is None)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = roles.audience(request.user, cluster)
    people = list(one.people_of(found, audience, cluster))
    listings = list(one.listings(found, audience))
    here = address(request, found)
    tab = request.GET.get("tab", "about")
    tabs = [
        ("about", _("About"), None),
        ("listings", _("Offers & looking for"), len(listings)),
        ("together", _("Together"), None),
    ]
    tabs += [("people", _("People"), len(people))] if audience != "public" else []
    context = {
        "organisation": found,
        "fields": {name: one.field(found, name, audience) for name in one.DEFAULTS if name != "address"},
        "relations": one.relations(found, audience).filter(cluster=cluster),
        "offers": [x for x in listings if x.kind == "offer"],
        "needs": [x for x in listings if x.kind == "need"],
        "people": people,
        "tab": tab,
        "tabs": [
            {"label": label, "url": f"{here}?tab={key}", "active": key == tab, "count": n}
            for key, label, n in tabs
        ],
        "may_edit": request.user.is_authenticated
        and (roles.administers(request.user, found) or roles.manages(request.user, cluster)),
        "may_claim": not roles.administers(request.user, found) and not roles.manages(request.user, cluster),
        "manager": audience == "managers",
        "own": found.pk in roles.organisations_of(request.user, cluster),
        "parent": _parent(found, audience),
        "siblings": found.children.filter(merged_into__isnull=True, visibility="public")[:20],
    }
    return render(request, "members/organisation.html", context)


@require_GET
@requires("members.see_people")
def person(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A person who agreed to be named, with their posts."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = roles.audience(request.user, cluster)
    found: Person | None = one.people(cluster, audience).filter(pk=pk).first()
    if found is None:
        raise Http404
    if slug != found.slug:
        kwargs = {"cluster": cluster.slug, "pk": pk, "slug": found.slug}
        return redirect(reverse("members:person", kwargs=kwargs), permanent=True)
    seen = asked.of_cluster(cluster, audience).order_by()
    posts = found.affiliations.filter(organisation__in=seen).select_related("organisation").order_by("-since")
    return render(
        request, "members/person.html", {"person": found, "posts": posts, "manager": audience == "managers"}
    )


@require_POST
@requires("members.claim")
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to keep an organisation's entry."""
    found = found_or_404(request, pk)
    users.claim(
        user=request.user,  # type: ignore[arg-type]
        organisation=found,
        cluster=request.cluster,  # type: ignore[attr-defined]
        message=request.POST.get("message", ""),
    )
    return render(request, "members/claimed.html", {"organisation": found})

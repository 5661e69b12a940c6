"""The manager's desk: the list with bulk edit and segments, adding, approving, notes, merging, own fields."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.commons.members import forms, roles
from pumasi.commons.members.actions import desk, merge, organisations, people
from pumasi.commons.members.models import Merge, Person, Relation, Segment, Task
from pumasi.commons.members.queries import directory as asked
from pumasi.commons.members.queries import duplicates
from pumasi.commons.members.queries import organisation as one
from pumasi.commons.members.queries.clusters import relation_counts
from pumasi.commons.members.views.public import _facets, found_or_404
from pumasi.kit.access import requires
from pumasi.kit.asked import here, number_in

PER_PAGE = 50


@require_GET
@requires("members.see_desk")
def desk_list(request: HttpRequest) -> HttpResponse:
    """All organisations with states, choices kept as segments, and what waits for a decision."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    choice = asked.Choice.read(request.GET.dict())  # type: ignore[arg-type]
    found = asked.directory(cluster, "managers", choice).prefetch_related("relations")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    for entry in page:
        here = [r for r in entry.relations.all() if r.cluster_id == cluster.pk]
        entry.here = here  # type: ignore[attr-defined]
    context = {
        "page": page,
        "choice": choice,
        "facets": _facets(asked.facets(cluster, "managers", choice)),
        "segments": cluster.segments.order_by("name"),
        "states": Relation.State.choices,
        "counts": relation_counts(cluster),
        "applications": one.waiting_applications(cluster).count(),
        "claims": one.waiting_claims(cluster).count(),
        "query": request.GET.urlencode(),
        "may_change": roles.manages(request.user, cluster),
    }
    return render(request, "members/desk.html", context)


@require_POST
@requires("members.manage")
def bulk(request: HttpRequest) -> HttpResponse:
    """Do one thing to the ticked organisations."""
    ids = [int(pk) for pk in request.POST.getlist("chosen") if pk.isdigit()]
    deed, _sep, value = request.POST.get("deed", "").partition(":")
    count = organisations.edit_many(
        cluster=request.cluster,  # type: ignore[attr-defined]
        organisations=ids,
        deed=deed,
        value=value or request.POST.get("value", ""),
    )
    messages.success(
        request, ngettext("%(n)d organisation changed.", "%(n)d organisations changed.", count) % {"n": count}
    )
    back = request.POST.get("back", "")
    inside = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(back) if inside else redirect("members:desk", **here(request))


@require_POST
@requires("members.manage")
def segment(request: HttpRequest) -> HttpResponse:
    """Keep the present choice under a name, or drop a kept one."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    if request.POST.get("drop"):
        get_object_or_404(Segment, pk=number_in(request, "drop"), cluster=cluster).delete()
    else:
        desk.save_segment(
            cluster=cluster,
            author=request.user,  # type: ignore[arg-type]
            name=request.POST.get("name", ""),
            query=request.POST.get("query", ""),
        )
    return redirect("members:desk", **here(request))


@require_http_methods(["GET", "POST"])
@requires("members.manage")
def new(request: HttpRequest) -> HttpResponse:
    """Add one organisation by hand."""
    form = forms.NewOrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in form.Meta.fields}
        made = organisations.add(
            cluster=request.cluster,  # type: ignore[attr-defined]
            relation=form.cleaned_data["relation"],
            tags=[organisations.tag_named(word) for word in form.tags()],
            **values,
        )
        messages.success(request, _("Added."))
        return redirect("members:organisation", pk=made.pk, slug=made.slug, **here(request))
    return render(
        request, "members/edit.html", {"form": form, "organisation": None}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@requires("members.manage")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an organisation's entry and the cluster's own fields of it."""
    found = found_or_404(request, pk)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    form = forms.OrganisationForm(request.POST or None, instance=found)
    own_fields = list(cluster.custom_fields.order_by("pk"))
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in form.Meta.fields}
        organisations.change(
            organisation=found, tags=[organisations.tag_named(word) for word in form.tags()], **values
        )
        for field in own_fields:
            organisations.set_custom(
                organisation=found, field=field, text=request.POST.get(f"x_{field.key}", "")
            )
        messages.success(request, _("Saved."))
        return redirect("members:organisation", pk=found.pk, slug=found.slug, **here(request))
    context = {
        "form": form,
        "organisation": found,
        "own_fields": [(f, found.custom.get(f.key, "")) for f in own_fields],
    }
    return render(request, "members/edit.html", context, status=422 if form.errors else 200)


@require_GET
@requires("members.see_desk")
def about(request: HttpRequest, pk: int) -> HttpResponse:
    """What colleagues know of an organisation: log, tasks, notes, states, merges."""
    found = found_or_404(request, pk)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    context = {
        "organisation": found,
        "notes": found.note_set.filter(cluster=cluster).select_related("author__person"),
        "log": found.contactlog_set.filter(cluster=cluster).select_related("author__person"),
        "tasks": found.task_set.filter(cluster=cluster).select_related("assignee__person"),
        "relations": found.relations.filter(cluster=cluster),
        "states": Relation.State.choices,
        "merges": found.merges.filter(undone_at__isnull=True).select_related("absorbed"),
        "note_form": forms.NoteForm(prefix="note"),
        "task_form": forms.TaskForm(prefix="task"),
        "log_form": forms.LogForm(prefix="log"),
        "may_change": roles.manages(request.user, cluster),
    }
    return render(request, "members/desk_about.html", context)


@require_POST
@requires("members.manage")
def keep(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Keep a note, a task or a conversation."""
    found = found_or_404(request, pk)
    form = {"note": forms.NoteForm, "task": forms.TaskForm, "log": forms.LogForm}[what](
        request.POST, prefix=what
    )
    if form.is_valid():
        do = {"note": desk.note, "task": desk.add_task, "log": desk.log_contact}[what]
        cluster: Any = request.cluster  # type: ignore[attr-defined]
        do(cluster=cluster, organisation=found, author=request.user, **form.cleaned_data)  # type: ignore[operator]
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("members:desk_about", pk=pk, **here(request))


@require_POST
@requires("members.manage")
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark a task as done."""
    task = get_object_or_404(Task, pk=pk, cluster=request.cluster)  # type: ignore[attr-defined]
    desk.finish_task(task=task)
    return redirect("members:desk_about", pk=task.organisation_id, **here(request))


@require_POST
@requires("members.manage")
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a membership to another state."""
    relation = get_object_or_404(Relation, pk=pk, cluster=request.cluster)  # type: ignore[attr-defined]
    organisations.move(relation=relation, state=request.POST.get("state", ""))
    messages.success(request, _("Saved."))
    return redirect("members:desk_about", pk=relation.organisation_id, **here(request))


@require_GET
@requires("members.see_desk")
def approvals(request: HttpRequest) -> HttpResponse:
    """Applications and claims that wait for a decision."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    context = {
        "applications": one.waiting_applications(cluster),
        "claims": one.waiting_claims(cluster),
        "may_change": roles.manages(request.user, cluster),
    }
    return render(request, "members/approvals.html", context)


@require_POST
@requires("members.manage")
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or decline an application for membership."""
    relation = get_object_or_404(Relation, pk=pk, cluster=request.cluster, state="applied")  # type: ignore[attr-defined]
    organisations.move(relation=relation, state="active" if request.POST.get("answer") == "yes" else "ended")
    messages.success(request, _("Decided."))
    return redirect("members:approvals", **here(request))


@require_GET
@requires("members.see_desk")
def look_alikes(request: HttpRequest) -> HttpResponse:
    """Entries that may be one and the same organisation, side by side."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    context = {"pairs": duplicates.look_alikes(cluster), "may_change": roles.manages(request.user, cluster)}
    return render(request, "members/duplicates.html", context)


@require_POST
@requires("members.manage")
def merge_two(request: HttpRequest) -> HttpResponse:
    """Make one of two."""
    kept, absorbed = (found_or_404(request, number_in(request, name)) for name in ("kept", "absorbed"))
    merge.merge(kept=kept, absorbed=absorbed, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Merged. You can take them apart again on the organisation's desk page."))
    return redirect("members:duplicates", **here(request))


@require_POST
@requires("members.manage")
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take two apart again."""
    record = get_object_or_404(Merge, pk=pk)
    found_or_404(request, record.kept_id)
    merge.unmerge(merge=record)
    messages.success(request, _("They are two entries again."))
    return redirect("members:desk_about", pk=record.kept_id, **here(request))


@require_http_methods(["GET", "POST"])
@requires("members.manage")
def fields(request: HttpRequest) -> HttpResponse:
    """The cluster's own fields."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    form = forms.CustomFieldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        desk.add_custom_field(cluster=cluster, **form.cleaned_data)
        messages.success(request, _("Added."))
        return redirect("members:fields", **here(request))
    context = {"form": form, "fields": cluster.custom_fields.order_by("pk")}
    return render(request, "members/fields.html", context, status=422 if form.errors else 200)


@require_POST
@requires("members.manage")
def reveal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a masked field of a person; who looked and why is written down."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    person = get_object_or_404(Person, pk__in=one.people(cluster, "managers").values("pk"), pk=pk)
    what = request.POST.get("what", "")
    value = people.reveal(user=request.user, person=person, what=what, reason=request.POST.get("reason", ""))  # type: ignore[arg-type]
    return render(request, "members/revealed.html", {"person": person, "what": what, "value": value})

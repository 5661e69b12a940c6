"""The organiser's desk: events, who registered, letters, exports."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in, numbers_in
from pumasi.kit.fields import apart
from pumasi.kit.refused import Refused
from pumasi.operate.meetups import forms, rules
from pumasi.operate.meetups.actions import deeds, letters, register
from pumasi.operate.meetups.actions import events as making
from pumasi.operate.meetups.models import Event, Registration
from pumasi.operate.meetups.queries import counts, events, places, sheets
from pumasi.operate.meetups.views.common import PER_PAGE, desk_or_404, run_or_404

STATES = [
    "confirmed",
    "reserved",
    "pending",
    "waitlisted",
    "offered",
    "declined",
    "withdrawn",
    "expired",
    "cancelled",
]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@requires("meetups.see_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """All events that one runs, those to come first, with what waits."""
    cluster = cluster_of(request)
    when = request.GET.get("when", "")
    text = request.GET.get("q", "").strip()[:100]
    found = events.matching(events.runnable(request.user, cluster), text)
    now = timezone.now()
    choices = {
        "": Q(ends_at__gte=now) & ~Q(state="cancelled"),
        "past": Q(ends_at__lt=now),
        "draft": Q(state__in=["draft", "proposed"]),
        "cancelled": Q(state="cancelled"),
    }
    when = when if when in choices else ""
    listed = found.filter(choices[when]).select_related("host")
    listed = listed.order_by("-starts_at", "-pk") if when == "past" else listed.order_by("starts_at", "pk")
    labels = {
        "": _("Upcoming"),
        "past": _("Past"),
        "draft": _("Drafts and proposals"),
        "cancelled": _("Cancelled"),
    }
    context = {
        "page": Paginator(events.with_counts(listed), PER_PAGE).get_page(request.GET.get("page")),
        "tabs": [
            {"label": label, "url": f"?when={name}", "active": name == when} for name, label in labels.items()
        ],
        "text": text,
        "when": when,
        "may_manage": rules.runs_all(request.user, cluster),
        "may_propose": rules.acts(request.user, cluster),
    }
    return render(request, "meetups/desk.html", context)


@require_http_methods(["GET", "POST"])
@requires("meetups.manage")
def new(request: HttpRequest) -> HttpResponse:
    """Write a new event."""
    cluster = cluster_of(request)
    form = forms.EventForm(request.POST or None, cluster=cluster)
    if request.method == "POST" and form.is_valid():
        made = making.draft(cluster=cluster, by=request.user, tags=_tags(form), **form.values())
        if request.POST.get("deed") == "publish":
            making.publish(event=made)
        return redirect("meetups:desk_event", pk=made.pk, **here(request))
    return render(
        request, "meetups/edit.html", {"form": form, "event": None}, status=422 if form.errors else 200
    )


def _tags(form: forms.EventForm) -> list[Any]:
    return [members.tag_named(word) for word in form.tags()]


@require_http_methods(["GET", "POST"])
@requires("meetups.run")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an event, or it and those after it in its series."""
    event = run_or_404(request, pk)
    own = (
        None
        if rules.runs_all(request.user, event.cluster)
        else members.organisations_of(request.user, event.cluster)
    )
    form = forms.EventForm(request.POST or None, instance=event, cluster=event.cluster, hosts=own)
    if request.method == "POST" and form.is_valid():
        kept = Event.objects.get(pk=event.pk)
        values = form.values()
        if request.POST.get("deed") == "following" and event.series_id:
            for name in ("starts_at", "ends_at", "opens_at", "closes_at"):
                values.pop(name, None)
            n = making.change_following(event=kept, **values)
            messages.success(request, ngettext("%(n)d event changed.", "%(n)d events changed.", n) % {"n": n})
        else:
            making.change(event=kept, tags=_tags(form), **values)
            messages.success(request, _("Saved."))
        return redirect("meetups:desk_event", pk=event.pk, **here(request))
    return render(
        request, "meetups/edit.html", {"form": form, "event": event}, status=422 if form.errors else 200
    )


@require_GET
@requires("meetups.see_desk")
def desk_event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event's desk: who registered, in which state, and what to do."""
    event = desk_or_404(request, pk)
    state = request.GET.get("state", "")
    text = request.GET.get("q", "").strip()[:100]
    rows = event.registrations.select_related("organisation", "person")
    if state == "came":
        rows = rows.filter(checked_in_at__isnull=False)
    elif state == "missed":
        rows = rows.filter(state="confirmed", checked_in_at__isnull=True)
    elif state in STATES:
        rows = rows.filter(state=state)
    if text:
        rows = rows.filter(
            Q(name__icontains=text) | Q(email__icontains=text) | Q(organisation_name__icontains=text)
        )
    rows = rows.order_by("asked_at", "pk") if state == "waitlisted" else rows.order_by("name", "pk")
    stands = places.by_state(event)
    context = {
        "event": event,
        "page": Paginator(rows, 50).get_page(request.GET.get("page")),
        "chips": _chips(stands, state, event),
        "state": state,
        "text": text,
        "stands": stands,
        "taken": sum(stands.get(name, 0) for name in Registration.TAKING),
        "free": places.free(event),
        "rated": places.rated(event),
        "questions": list(event.questions.all()),
        "agenda": event.agenda.all(),
        "materials": event.materials.all(),
        "series": event.series,
        "siblings": event.series.events.order_by("starts_at")[:60] if event.series else [],
        "may_run": rules.runs_event(request.user, event),
        "may_manage": rules.runs_all(request.user, event.cluster),
        **apart(
            cancel_form=forms.CancelForm(),
            letter_form=forms.LetterForm(),
            series_form=forms.SeriesForm(),
            material_form=forms.MaterialForm(),
            picture_form=forms.PictureForm(),
        ),
        "over": event.ends_at < timezone.now(),
    }
    return render(request, "meetups/desk_event.html", context)


def _chips(stands: dict[str, int], now: str, event: Event) -> list[dict[str, Any]]:
    labels = dict(Registration.State.choices)
    found = [
        {
            "label": _("All"),
            "url": "?",
            "active": not now,
            "count": sum(n for name, n in stands.items() if name != "came"),
        }
    ]
    found += [
        {"label": labels[name], "url": f"?state={name}", "active": name == now, "count": stands[name]}
        for name in STATES
        if stands.get(name)
    ]
    if stands.get("came"):
        missed = stands.get("confirmed", 0) - stands["came"]
        found.append(
            {"label": _("Came"), "url": "?state=came", "active": now == "came", "count": stands["came"]}
        )
        if event.ends_at < timezone.now():
            found.append(
                {"label": _("No-show"), "url": "?state=missed", "active": now == "missed", "count": missed}
            )
    return found


@require_POST
@requires("meetups.run")
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, cancel, copy, repeat, decide on a proposal."""
    event = run_or_404(request, pk)
    deed = request.POST.get("deed", "")
    if deed in ("publish", "accept", "refuse") and not rules.runs_all(request.user, event.cluster):
        raise Refused(
            "The office publishes events. It has been told of yours.",
            "행사는 사무국에서 게시합니다. 제안이 사무국에 전달되었습니다.",
        )
    target = event.pk
    if deed == "publish":
        making.publish(event=event)
        messages.success(request, _("Published."))
    elif deed == "cancel":
        form = forms.CancelForm(request.POST)
        if not form.is_valid():
            raise Refused(
                "Say in a few words why it is cancelled; everybody who registered reads it.",
                "취소 사유를 간단히 적어 주십시오. 신청자 모두에게 안내됩니다.",
            )
        making.cancel(event=event, **form.cleaned_data)
        messages.success(request, _("Cancelled. Everybody who registered has been written to."))
    elif deed == "copy":
        target = making.copy(event=event, starts_at=making.following_day(), by=request.user).pk
        messages.success(request, _("Copied as a draft for tomorrow evening. Set its time."))
    elif deed == "repeat":
        repeats = forms.SeriesForm(request.POST)
        if not repeats.is_valid():
            raise Refused(
                "A series needs an end: a last day, or how many times it takes place.",
                "반복 일정에는 종료일이나 횟수가 필요합니다. 둘 중 하나를 입력해 주십시오.",
            )
        series = making.repeat(event=event, rule=repeats.rule(event), by=request.user)
        messages.success(request, _("The series has %(n)d dates now.") % {"n": series.events.count()})
    elif deed in ("accept", "refuse"):
        form = forms.CancelForm(request.POST)
        reasons = form.cleaned_data if form.is_valid() else {}
        making.decide_proposal(event=event, accepted=deed == "accept", **reasons)
    return redirect("meetups:desk_event", pk=target, **here(request))


@require_POST
@requires("meetups.run")
def act_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Do one thing to the ticked registrations; what cannot be done to one is said, the others go on."""
    event = run_or_404(request, pk)
    rows = list(event.registrations.filter(pk__in=numbers_in(request, "chosen")).order_by("asked_at", "pk"))
    deed, reason = request.POST.get("deed", ""), request.POST.get("reason", "")
    done, refused = 0, []
    for row in rows:
        try:
            deeds.on_registration(event=event, row=row, deed=deed, reason=reason)
            done += 1
        except Refused as refusal:
            refused.append(f"{row.name}: {refusal.text()}")
    if done:
        messages.success(
            request,
            ngettext("Done for %(n)d registration.", "Done for %(n)d registrations.", done) % {"n": done},
        )
    for text in refused[:5]:
        messages.error(request, text)
    if not rows:
        messages.warning(request, _("Tick those it is about first."))
    return redirect(f"{request.path.removesuffix('act-on/')}?state={request.POST.get('state', '')}")


@require_POST
@requires("meetups.run")
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which organisation somebody came for."""
    event = run_or_404(request, pk)
    row = get_object_or_404(event.registrations, pk=number_in(request, "registration"))
    name = request.POST.get(f"organisation_{row.pk}", "").strip()
    found = members.exactly_named(event.cluster, name) if name else None
    if name and found is None:
        raise Refused(
            "No organisation of the cluster is called {name}. Write its name as in the directory.",
            "‘{name}’ 기업·기관을 찾을 수 없습니다. 명부에 등록된 이름으로 입력해 주십시오.",
            name=name[:80],
        )
    register.assign(registration=row, organisation=found)
    messages.success(request, _("Saved."))
    return redirect("meetups:desk_event", pk=event.pk, **here(request))


@require_POST
@requires("meetups.run")
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to everybody in a state."""
    event = run_or_404(request, pk)
    form = forms.LetterForm(request.POST)
    if not form.is_valid():
        raise Refused(
            "Write subject and text in Korean or English.", "제목과 내용을 국문이나 영문으로 입력해 주십시오."
        )
    states = [one for one in request.POST.getlist("to") if one in STATES] or ["confirmed"]
    told = form.cleaned_data
    n = letters.to_selection(
        event, event.registrations.filter(state__in=states).select_related("event__cluster"),
        subject={"ko": told["subject_ko"], "en": told["subject_en"]}, text={"ko": told["text_ko"], "en": told["text_en"]},
        once=timezone.now().strftime("%Y%m%d%H%M"),
    )  # fmt: skip
    messages.success(
        request, ngettext("%(n)d letter is in the outbox.", "%(n)d letters are in the outbox.", n) % {"n": n}
    )
    return redirect("meetups:desk_event", pk=event.pk, **here(request))


@require_POST
@requires("meetups.run")
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the agenda, the form's questions, a picture or a file."""
    event = run_or_404(request, pk)
    part = request.POST.get("part", "")
    if part == "agenda":
        making.set_agenda(event=event, items=sheets.agenda_in(request.POST, event))
    elif part == "questions":
        making.set_questions(event=event, questions=sheets.questions_in(request.POST))
    elif part in ("picture", "material") and "file" in request.FILES:
        upload: Any = request.FILES["file"]
        texts = {name: request.POST.get(name, "") for name in ("text_ko", "text_en", "title_ko", "title_en")}
        if part == "picture":
            making.set_picture(event=event, upload=upload, text_ko=texts["text_ko"], text_en=texts["text_en"])
        else:
            making.add_material(
                event=event, upload=upload, title_ko=texts["title_ko"], title_en=texts["title_en"],
                for_participants=bool(request.POST.get("for_participants")),
            )  # fmt: skip
    else:
        raise Refused("Choose a file first.", "먼저 파일을 선택해 주십시오.")
    messages.success(request, _("Saved."))
    return redirect("meetups:desk_event", pk=event.pk, **here(request))


@require_GET
@requires("meetups.see_desk")
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Who registered, as CSV or XLSX."""
    event = desk_or_404(request, pk)
    language = language_of()
    if request.GET.get("format") == "xlsx":
        return file_response(f"event-{event.pk}.xlsx", XLSX, sheets.workbook(event, language))
    return file_response(f"event-{event.pk}.csv", "text/csv; charset=utf-8", sheets.csv_file(event, language))


@require_GET
@requires("meetups.see_desk")
def year(request: HttpRequest) -> HttpResponse:
    """How many gatherings a year had, under four rules side by side."""
    cluster = cluster_of(request)
    audience = members.audience(request.user, cluster)
    known = counts.years(cluster, audience)
    chosen = [year for year in known if str(year) == request.GET.get("year", "")] or known[:1]
    context = {
        "years": known[:15],
        "counted": counts.year_of(cluster, audience, chosen[0]) if chosen else None,
        "before": counts.year_of(cluster, audience, chosen[0] - 1)
        if chosen and chosen[0] - 1 in known
        else None,
        "small": counts.SMALL,
    }
    return render(request, "meetups/year.html", context)

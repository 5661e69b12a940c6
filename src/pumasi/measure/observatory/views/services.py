"""The catalogue of what the office does: for everybody, for those who used something, and the desk where use is noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in
from pumasi.kit.bilingual import columns, in_both
from pumasi.kit.sheets.writer import write_csv
from pumasi.measure.observatory import rules, words
from pumasi.measure.observatory.actions import services as acts
from pumasi.measure.observatory.models import Service, ServiceUse
from pumasi.measure.observatory.models.services import BEST, WORST
from pumasi.measure.observatory.queries import services as told
from pumasi.measure.observatory.views.common import deed_in, filled

SHOWN = 20


class ServiceForm(forms.ModelForm):  # type: ignore[type-arg]
    """A service as the catalogue tells it."""

    class Meta:
        model = Service
        fields = [*columns("name"), *columns("what"), *columns("whom"), *columns("how")]
        labels = in_both(
            name=(gettext_lazy("Name in Korean"), gettext_lazy("Name in English")),
            what=(gettext_lazy("What it is, in Korean"), gettext_lazy("What it is, in English")),
            whom=(gettext_lazy("For whom, in Korean"), gettext_lazy("For whom, in English")),
            how=(gettext_lazy("How to ask for it, in Korean"), gettext_lazy("How to ask for it, in English")),
        )
        widgets = dict.fromkeys(columns("what"), forms.Textarea(attrs={"rows": 3}))


class UseForm(forms.Form):
    """Who used what, and when."""

    service = forms.ModelChoiceField(Service.objects.none(), label=gettext_lazy("Service"))
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=gettext_lazy("Organisation"))
    day = forms.DateField(label=gettext_lazy("Day of use"), widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, cluster: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (
            ("service", Service.objects.filter(cluster=cluster, ended_on__isnull=True)),
            ("organisation", members.of_cluster(cluster, "managers")),
        ):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = lambda one: str(one.name)  # type: ignore[attr-defined]


@require_safe
@requires("observatory.see")
def services(request: HttpRequest) -> HttpResponse:
    """What the office does for its members, how much it is used, and what they say."""
    cluster = cluster_of(request)
    context = {
        "offered": _told(told.offered(cluster)), "since": told.since(),
        "may": rules.manages(request.user, cluster), "member": _organisation(request) is not None,
    }  # fmt: skip
    return render(request, "observatory/services.html", context)


def _told(found: list[told.Offered]) -> list[tuple[told.Offered, str]]:
    """Services with what is told of the ratings."""
    return [(one, words.satisfied(one, language_of())) for one in found]


def _organisation(request: HttpRequest) -> Any:
    person = getattr(request.user, "person", None)
    return members.organisation_of(person, cluster_of(request)) if person else None


@require_http_methods(["GET", "POST"])
@requires("observatory.rate")
def my_services(request: HttpRequest) -> HttpResponse:
    """What one's organisation used in the last year: say how much it helped."""
    mine = _organisation(request)
    uses = told.to_rate(cluster_of(request), mine.pk) if mine else []
    if request.method == "POST":
        use = get_object_or_404(
            ServiceUse, pk=number_in(request, "use"), service__cluster=cluster_of(request)
        )
        acts.rate(
            use=use,
            user=request.user,
            stars=number_in(request, "stars"),
            remark=request.POST.get("remark", ""),
        )
        messages.success(
            request, _("Thank you. The office reads it; others see only how many were satisfied.")
        )
        return redirect("observatory:my_services", **here(request))
    context = {"uses": uses, "organisation": mine, "marks": range(WORST, BEST + 1)}
    return render(request, "observatory/my_services.html", context)


@require_safe
@requires("observatory.see_desk")
def desk_services(request: HttpRequest) -> HttpResponse:
    """The catalogue at the desk: services, noting a use, and the uses with what was said."""
    cluster = cluster_of(request)
    return _desk(request, UseForm(cluster=cluster))


def _desk(request: HttpRequest, form: UseForm, *, status: int = 200) -> HttpResponse:
    cluster = cluster_of(request)
    uses = told.uses_of(cluster)
    context = {
        "offered": _told(told.offered(cluster)), "ended": told.offered(cluster, ended=True), "form": form, "uses": uses[:SHOWN],
        "every": uses.count(), "most": SHOWN, "since": told.since(), "may": rules.manages(request.user, cluster),
    }  # fmt: skip
    return render(request, "observatory/desk_services.html", context, status=status)


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def new_service(request: HttpRequest) -> HttpResponse:
    """Put a service into the catalogue."""
    return _service(request, None)


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def edit_service(request: HttpRequest, pk: int) -> HttpResponse:
    """Say a service anew."""
    return _service(request, get_object_or_404(Service, cluster=cluster_of(request), pk=pk))


def _service(request: HttpRequest, service: Service | None) -> HttpResponse:
    form = ServiceForm(request.POST or None, instance=service)
    title = _("Change a service") if service else _("New service")
    return filled(
        request, form, lambda values: acts.offer(cluster=cluster_of(request), service=service, **values),
        {"title": title}, lambda kept: ("observatory:edit_service", kept.pk),
    )  # fmt: skip


def _given_up(request: HttpRequest) -> str:
    acts.give_up(
        service=get_object_or_404(Service, cluster=cluster_of(request), pk=number_in(request, "service"))
    )
    return _("It stands in the catalogue no more; what was made use of stays.")


def _taken_back(request: HttpRequest) -> str:
    found = get_object_or_404(ServiceUse, service__cluster=cluster_of(request), pk=number_in(request, "use"))
    acts.take_back(use=found)
    return _("Taken out.")


ACTS: dict[str, Callable[[HttpRequest], str]] = {"give_up": _given_up, "take_back": _taken_back}


@require_POST
@requires("observatory.manage")
def act_on_services(request: HttpRequest) -> HttpResponse:
    """Note a use, take one back, or give a service up."""
    if request.POST.get("then") == "note":
        form = UseForm(request.POST, cluster=cluster_of(request))
        if not form.is_valid():
            return _desk(request, form, status=422)
        acts.note_use(by=request.user, **form.cleaned_data)
        messages.success(request, _("Noted. Their people can say how much it helped."))
    else:
        messages.success(request, deed_in(request, ACTS)(request))
    return redirect("observatory:desk_services", **here(request))


@require_safe
@requires("observatory.see_desk")
def service_rows(request: HttpRequest) -> HttpResponse:
    """Each use with what was said of it, as CSV."""
    heads = [_("Day"), _("Service"), _("Organisation"), _("Rating"), _("Remark"), _("Note")]
    return file_response(
        "services.csv", "text/csv; charset=utf-8", write_csv(heads, told.rows(cluster_of(request)))
    )

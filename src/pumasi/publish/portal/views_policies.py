"""Policy pages as the world reads them, and their desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here
from pumasi.kit.bilingual import columns, in_both
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal import policies
from pumasi.publish.portal.models import Policy


class PolicyForm(forms.ModelForm):  # type: ignore[type-arg]
    """The next version of a policy."""

    class Meta:
        model = Policy
        fields = ["kind", "valid_from", *columns("text"), *columns("change")]
        labels = {
            "kind": gettext_lazy("Policy"), "valid_from": gettext_lazy("In force from"),
            **in_both(text=(gettext_lazy("Text in Korean"), gettext_lazy("Text in English")),
                      change=(gettext_lazy("What is new, in Korean"), gettext_lazy("What is new, in English"))),
        }  # fmt: skip
        widgets = {
            "valid_from": forms.DateInput(attrs={"type": "date"}),
            **{name: forms.Textarea(attrs={"rows": 14}) for name in columns("text")},
        }


@require_safe
@requires("portal.read")
def policy(request: HttpRequest, kind: str) -> HttpResponse:
    """The version in force, or another one that is asked for by number; all others are listed."""
    every = policies.versions(cluster_of(request), kind)
    standing = policies.standing(every)
    wanted = request.GET.get("version", "")
    shown = next(
        (one for one in every if str(one.number) == wanted),
        None if wanted else standing or (every[-1] if every else None),
    )
    if shown is None:
        raise Http404
    context = {
        "policy": shown, "body": newsroom.drawn(str(shown.text)), "versions": every, "standing": standing,
        "announced": shown.valid_from > timezone.localdate(),
    }  # fmt: skip
    return render(request, "portal/policy.html", context)


@require_safe
@requires("portal.manage")
def desk(request: HttpRequest) -> HttpResponse:
    """Every policy with its versions."""
    cluster, today = cluster_of(request), timezone.localdate()
    by_kind = [(kind, label, policies.versions(cluster, kind)) for kind, label in Policy.Kind.choices]
    parts = [
        (kind, label, policies.standing(every), [(one, one.valid_from > today) for one in every])
        for kind, label, every in by_kind
    ]
    return render(request, "portal/policies.html", {"parts": parts})


@require_http_methods(["GET", "POST"])
@requires("portal.manage")
def announce(request: HttpRequest) -> HttpResponse:
    """Publish the next version; the form begins with the text that stands."""
    cluster = cluster_of(request)
    kind = request.GET.get("kind", "")
    last = policies.versions(cluster, kind)[:1] if kind in Policy.Kind.values else []
    initial: dict[str, Any] = {"kind": kind, "valid_from": timezone.localdate()}
    if last:
        initial |= {name: getattr(last[0], name) for name in columns("text")}
    form = PolicyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = policies.announce(cluster=cluster, by=request.user, **form.cleaned_data)
        except Refused as why:
            form.add_error(None, why.text())
        else:
            messages.success(request, _("Version %(n)s is published.") % {"n": made.number})
            return redirect("portal:policies", **here(request))
    return render(request, "portal/policy_form.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@requires("portal.manage")
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what is announced and not in force yet."""
    policies.call_off(policy=get_object_or_404(Policy, cluster=cluster_of(request), pk=pk))
    messages.success(request, _("Called off."))
    return redirect("portal:policies", **here(request))

"""Site settings: what the cluster is called, who answers, how its pages look and what stands on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.access import requires
from pumasi.kit.bilingual import columns, in_both
from pumasi.kit.refused import Refused
from pumasi.publish.portal import api as portal
from pumasi.web import navigation
from pumasi.web.views.front import BLOCKS, LEAD


class Tones(forms.RadioSelect):
    """Colours to choose from, each shown as it is."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the colour on the choice, for the style sheet."""
        option = super().create_option(*args, **kwargs)
        option["attrs"]["data-tone"] = option["value"] or "teal"
        return option


class AboutForm(forms.ModelForm):  # type: ignore[type-arg]
    """What the cluster is, and who answers."""

    class Meta:
        model = Cluster
        fields = members.SAID
        labels = {
            "contact_email": gettext_lazy("Mail address"), "answer_days": gettext_lazy("Answers within so many working days"),
            **in_both(
                name=(gettext_lazy("Name in Korean"), gettext_lazy("Name in English")),
                description=(gettext_lazy("What the cluster is, in Korean"), gettext_lazy("What the cluster is, in English")),
                contact=(gettext_lazy("Who answers, in Korean"), gettext_lazy("Who answers, in English")),
            ),
        }  # fmt: skip
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in columns("description")}


class LookForm(forms.Form):
    """Colour, mark and first sentence; where the entries of the menu and the parts of the first page stand."""

    lead_ko = forms.CharField(label=gettext_lazy("First sentence in Korean"), max_length=200, required=False)
    lead_en = forms.CharField(label=gettext_lazy("First sentence in English"), max_length=200, required=False)
    tone = forms.ChoiceField(label=gettext_lazy("Colour"), required=False, widget=Tones)
    logo = forms.FileField(
        label=gettext_lazy("Logo"), required=False, widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp"}),
        help_text=gettext_lazy("PNG, JPEG or WebP of at most 2 MB. It stands in the head of every page, beside the name."),
    )  # fmt: skip
    without_logo = forms.BooleanField(label=gettext_lazy("Take the logo away"), required=False)

    def __init__(self, *args: Any, site: portal.Site, **kwargs: Any) -> None:
        initial = {"lead_ko": site.lead_ko, "lead_en": site.lead_en, "tone": site.tone}  # type: ignore[attr-defined]
        super().__init__(*args, **{**kwargs, "initial": initial})
        for language in ("ko", "en"):
            with translation.override(language):
                self.fields[f"lead_{language}"].widget.attrs["placeholder"] = str(LEAD)
        tones = [("", gettext_lazy("Teal, the usual one")), *portal.Site.Tone.choices]
        self.fields["tone"].choices = tones  # type: ignore[attr-defined]
        if not site.logo_mark:
            del self.fields["without_logo"]
        self._place("menu", _entries(), site.menu)
        self._place("block", BLOCKS, site.blocks)
        for n, link in enumerate(
            [*site.links, *({} for _n in range(portal.MOST_LINKS))][: portal.MOST_LINKS]
        ):
            for name, label in _link_labels(n + 1).items():
                self.fields[f"link.{n}.{name}"] = forms.CharField(
                    label=label, max_length=300, required=False, initial=link.get(name, "")
                )

    def _place(self, prefix: str, things: Mapping[str, Any], chosen: Sequence[str]) -> None:
        """A choice for each thing: its place in the order, or that it is not shown."""
        shown = list(chosen) or list(things)
        choices = [("", _("not shown")), *((str(n), str(n)) for n in range(1, len(things) + 1))]
        for name, label in things.items():
            place = str(shown.index(name) + 1) if name in shown else ""
            self.fields[f"{prefix}.{name}"] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=place
            )

    def rows(self, prefix: str) -> list[forms.BoundField]:
        """The fields of a part of the form."""
        return [self[name] for name in self.fields if name.startswith(f"{prefix}.")]

    def placed(self, prefix: str) -> list[str]:
        """Names in the order of their places; what shares a place stands as it usually does.

        None where everything stands as usual, so that what a later version brings is shown there too.
        """
        told = {bound.name: self.cleaned_data[bound.name] for bound in self.rows(prefix)}
        shown = sorted((name for name in told if told[name]), key=lambda name: int(told[name]))
        return [] if shown == list(told) else [name.partition(".")[2] for name in shown]

    def links(self) -> list[dict[str, str]]:
        """The entries of the menu that lead elsewhere."""
        names = (*columns("label"), "url")
        return [
            {name: self.cleaned_data[f"link.{n}.{name}"] for name in names} for n in range(portal.MOST_LINKS)
        ]


def _entries() -> dict[str, Any]:
    return {entry.name: entry.label for entry in navigation.for_visitors()}


def _link_labels(n: int) -> dict[str, str]:
    return {
        "label_ko": _("Own entry %(n)s, in Korean") % {"n": n},
        "label_en": _("Own entry %(n)s, in English") % {"n": n},
        "url": _("Own entry %(n)s, address") % {"n": n},
    }


@transaction.atomic
def _keep(cluster: Cluster, about: AboutForm, look: LookForm) -> None:
    """Both forms or neither."""
    members.describe(cluster=cluster, **{name: about.cleaned_data[name] for name in members.SAID})
    told = look.cleaned_data
    portal.dress(
        cluster=cluster, tone=told["tone"], lead_ko=told["lead_ko"], lead_en=told["lead_en"], menu=look.placed("menu"),
        blocks=look.placed("block"), links=look.links(), logo=told["logo"], without_logo=told.get("without_logo", False),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("portal.manage")
def site_settings(request: HttpRequest) -> HttpResponse:
    """One page, one button; what is wrong is said beside it and nothing is half kept."""
    cluster: Cluster = request.cluster  # type: ignore[attr-defined]
    site, posted = portal.chosen(cluster), request.POST if request.method == "POST" else None
    about = AboutForm(posted, initial={name: getattr(cluster, name) for name in members.SAID})
    look = LookForm(posted, request.FILES or None, site=site)
    if posted is not None and about.is_valid() and look.is_valid():
        try:
            _keep(cluster, about, look)
        except Refused as why:
            look.add_error(None, why.text())
        else:
            messages.success(request, _("Kept. Visitors see it within a minute."))
            return redirect("site", cluster=cluster.slug)
    context = {
        "about": about, "look": look, "chosen": site, "looks": [look[name] for name in look.fields if "." not in name],
        "menu_rows": look.rows("menu"), "block_rows": look.rows("block"), "link_rows": look.rows("link"),
        "wrong": [bound for form in (about, look) for bound in form if bound.errors],
    }  # fmt: skip
    return render(request, "site.html", context, status=422 if about.errors or look.errors else 200)

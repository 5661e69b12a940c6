"""In what a region is specialised: the page, its rows, years and other clusters beside it, and the desk where tables go in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, number_in
from pumasi.kit.bilingual import columns, in_both
from pumasi.kit.sheets.writer import write_csv
from pumasi.measure.observatory import rules
from pumasi.measure.observatory.actions import specialisation as acts
from pumasi.measure.observatory.employment import listed
from pumasi.measure.observatory.models import EmploymentTable
from pumasi.measure.observatory.queries.specialisation import (
    FEWEST,
    Beside,
    Industry,
    beside,
    industries,
    latest,
    tables_of,
)
from pumasi.measure.observatory.schemes import LOOKED_THROUGH, SCHEMES
from pumasi.measure.observatory.views.common import list_in, list_told

# So many clusters and so many years stand side by side.
MOST = 6
HEADS = [
    "code",
    "industry_ko",
    "industry_en",
    "people_region",
    "people_country",
    "share_region",
    "share_country",
    "location_quotient",
]


class TableForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is said of a table as a whole."""

    scheme = forms.ChoiceField(
        label=gettext_lazy("Classification"), choices=[(one.key, one.key) for one in SCHEMES.values()]
    )

    link = forms.URLField(
        label=gettext_lazy("Address of the source"), max_length=1000, required=False, assume_scheme="https"
    )

    class Meta:
        model = EmploymentTable
        fields = ["year", "scheme", *columns("region"), *columns("whole"), *columns("source"), "link"]
        labels = {
            "year": gettext_lazy("Year"),
            **in_both(
                region=(gettext_lazy("Region in Korean"), gettext_lazy("Region in English")),
                whole=(gettext_lazy("Measured against, in Korean"), gettext_lazy("Measured against, in English")),
                source=(gettext_lazy("Source in Korean"), gettext_lazy("Source in English")),
            ),
        }  # fmt: skip
        help_texts = {
            "region_ko": gettext_lazy("The area that the numbers of the region are of, such as a province.")
        }

    def clean_year(self) -> int:
        """A year that has begun."""
        year = int(self.cleaned_data["year"])
        if not 1990 <= year <= timezone.localdate().year:
            raise forms.ValidationError(_("Give the year that the numbers are of, such as 2024."))
        return year

    def clean(self) -> dict[str, Any]:
        """Region, whole and source are said in one language at least: without them a share says nothing."""
        told = super().clean() or {}
        for name, words in (
            ("region", _("Say which region it is.")), ("whole", _("Say what the region is measured against, such as the country.")),
            ("source", _("Say where the numbers come from.")),
        ):  # fmt: skip
            if not any(told.get(one) for one in columns(name)):
                self.add_error(columns(name)[0], words)
        return told


@require_safe
@requires("observatory.see")
def specialisation(request: HttpRequest) -> HttpResponse:
    """The industries of the region by how far their share exceeds the country's; as a page or as CSV."""
    cluster = cluster_of(request)
    tables = tables_of(cluster)
    table = next(
        (one for one in tables if str(one.pk) == request.GET.get("table")), tables[0] if tables else None
    )
    if table is None:
        return render(
            request, "observatory/specialisation.html", {"may": rules.manages(request.user, cluster)}
        )
    rows = industries(table)
    if request.GET.get("format") == "csv":
        name = f"specialisation-{cluster.slug}-{table.year}.csv"
        return file_response(name, "text/csv; charset=utf-8", write_csv(HEADS, _rows(rows)))
    others = [one for one in latest() if one.cluster_id != cluster.pk]
    wanted = set(request.GET.getlist("with"))
    chosen = [one for one in others if one.cluster.slug in wanted][: MOST - 1]
    context = {
        "employment": table, "tables": tables, "scheme": SCHEMES[table.scheme], "rows": rows, "fewest": FEWEST,
        "listed_here": sum(one.here or 0 for one in rows), "held_back": sum(one.held_back for one in rows),
        "years": _years(tables), "others": [(one, one in chosen) for one in others], "looked_through": LOOKED_THROUGH,
        "beside": beside([table, *chosen]) if chosen else None, "may": rules.manages(request.user, cluster),
    }  # fmt: skip
    return render(request, "observatory/specialisation.html", context)


def _years(tables: list[EmploymentTable]) -> Beside | None:
    """The last years side by side, the earliest first; None of a single one."""
    found = {one.year: one for one in reversed(tables)}
    last = [found[year] for year in sorted(found)][-MOST:]
    return beside(last) if len(last) > 1 else None


def _rows(found: list[Industry]) -> Iterator[list[Any]]:
    for one in found:
        yield [
            one.code, one.name_ko, one.name_en, one.here, one.there, _short(one.share_here), _short(one.share_there),
            _short(one.quotient),
        ]  # fmt: skip


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def employment(request: HttpRequest) -> HttpResponse:
    """The desk: the tables that are there, and a form for the next. With anything wrong, nothing is entered."""
    cluster, told = cluster_of(request), None
    form = TableForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = listed(*list_in(request))
        if told.rows and not told.problems:
            made = acts.enter(cluster=cluster, listed=told, by=request.user, **form.cleaned_data)
            messages.success(request, _("Industries entered: %(n)s.") % {"n": len(told.rows)})
            page = reverse("observatory:specialisation", kwargs=here(request))
            return redirect(f"{page}?table={made.pk}")
    context = {"form": form, "tables": tables_of(cluster), **list_told(request, told)}
    return render(
        request, "observatory/employment.html", context, status=422 if request.method == "POST" else 200
    )


@require_POST
@requires("observatory.manage")
def drop_employment(request: HttpRequest) -> HttpResponse:
    """Take a table out."""
    get_object_or_404(EmploymentTable, cluster=cluster_of(request), pk=number_in(request, "table")).delete()
    messages.success(request, _("Taken out."))
    return redirect("observatory:employment", **here(request))

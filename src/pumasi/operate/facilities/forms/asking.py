"""What users fill in: a booking, a search for free hours, a test to be done, a loan, a problem."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit.bilingual import in_order
from pumasi.kit.fields import ClockField, DayField, WallField
from pumasi.kit.recurrence import instant
from pumasi.operate.facilities.models import Facility
from pumasi.operate.facilities.queries.tree import Tree, bookable


class BookForm(forms.Form):
    """A booking on one screen: when, who, what for."""

    starts = WallField(label=_("Begins"))
    ends = WallField(label=_("Ends"))
    person = forms.ModelChoiceField(label=_("Who uses it"), queryset=Person.objects.none(), required=False)
    purpose = forms.CharField(label=_("What for"), max_length=200, required=False)
    device = forms.CharField(
        label=_("Vehicle or device"), max_length=80, required=False, help_text=_("Number plate or serial number, where a check is asked for.")
    )  # fmt: skip
    reference = forms.CharField(label=_("Project code or budget holder"), max_length=80, required=False)
    scenarios = forms.MultipleChoiceField(
        label=_("What the test is about"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    partners = forms.CharField(
        label=_("Together with"), max_length=300, required=False,
        help_text=_("Other organisations, as the directory calls them, separated by commas."),
    )  # fmt: skip
    confidential = forms.BooleanField(
        label=_("Confidential"), required=False, help_text=_("Others see “occupied” and the participation record stays with the parties.")
    )  # fmt: skip
    rule = forms.ChoiceField(
        label=_("Repeat"), required=False,
        choices=[("", _("once")), ("FREQ=DAILY", _("every day")), ("FREQ=WEEKLY", _("every week")), ("FREQ=WEEKLY;INTERVAL=2", _("every two weeks"))],
    )  # fmt: skip
    times = forms.IntegerField(label=_("How often"), required=False, min_value=2, max_value=52)

    def __init__(
        self,
        *args: Any,
        cluster: Cluster,
        organisation: Organisation,
        zone: str,
        scenarios: list[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cluster, self.zone = cluster, zone
        today = timezone.localdate()
        now = Q(affiliations__until__isnull=True) | Q(affiliations__until__gte=today)
        shown = Person.objects.filter(
            now, affiliations__organisation=organisation, erased_at__isnull=True
        ).distinct()
        self.fields["person"].queryset = shown.order_by(in_order("name"))  # type: ignore[attr-defined]
        self.fields["scenarios"].choices = [(tag, tag) for tag in scenarios]  # type: ignore[attr-defined]
        if not scenarios:
            del self.fields["scenarios"]

    def clean_partners(self) -> tuple[Organisation, ...]:
        """Organisations by their names in the directory."""
        found = []
        for name in self.cleaned_data["partners"].split(","):
            if not name.strip():
                continue
            one = members.exactly_named(self.cluster, name.strip())
            if one is None:
                raise forms.ValidationError(
                    _("No organisation of the cluster is called %(name)s. Write its name as in the directory."), params={"name": name.strip()}
                )  # fmt: skip
            found.append(one)
        return tuple(dict.fromkeys(found))

    def clean(self) -> dict[str, Any]:
        """Wall time becomes instants there."""
        values: dict[str, Any] = super().clean() or {}
        for wall, name in (("starts", "starts_at"), ("ends", "ends_at")):
            at = values.get(wall)
            values[name] = instant(at.date(), at.time(), self.zone) if at else None
        if values.get("rule") and not values.get("times"):
            self.add_error("times", _("Say how often it is repeated."))
        return values


class FindForm(forms.Form):
    """What somebody looks for: how long, how many zones, which for certain, when."""

    hours = forms.DecimalField(label=_("Hours"), min_value=0.5, max_value=72, decimal_places=1, initial=4)
    zones = forms.IntegerField(label=_("Zones side by side"), min_value=1, max_value=6, initial=1)
    must = forms.MultipleChoiceField(
        label=_("Must include"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    first = DayField(label=_("From"))
    last = DayField(label=_("Until and including"))
    earliest = ClockField(label=_("Not before"), required=False)
    latest = ClockField(label=_("Not after"), required=False)
    site = forms.ChoiceField(label=_("Where"), choices=[])

    def __init__(self, *args: Any, tree: Tree, site: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roots = [one for one in tree.children(None) if bookable(one) or tree.below(one.pk)]
        self.fields["site"].choices = [(str(one.pk), str(one.name)) for one in roots]  # type: ignore[attr-defined]
        self.fields["site"].initial = str(site.pk)
        inside = [one for one in tree.below(site.pk) if bookable(one)]
        self.fields["must"].choices = [(str(one.pk), str(one.name)) for one in inside]  # type: ignore[attr-defined]
        today = timezone.localdate()
        self.fields["first"].initial = today
        self.fields["last"].initial = today + timedelta(days=13)
        self.fields["earliest"].initial, self.fields["latest"].initial = time(8), time(20)

    def clean(self) -> dict[str, Any]:
        """At most two months at a time."""
        values: dict[str, Any] = super().clean() or {}
        first, last = values.get("first"), values.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day lies before the first. Choose a later one."))
        elif first and last and (last - first).days > 62:  # two months
            self.add_error("last", _("Search at most two months at a time."))
        return values


class ServiceForm(forms.Form):
    """A test or an analysis to be carried out."""

    title = forms.CharField(label=_("What is to be tested or analysed"), max_length=200)
    sample = forms.CharField(
        label=_("Sample and conditions"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Number, size, material, standards to be met."),
    )  # fmt: skip
    wanted_by = DayField(label=_("Result wanted by"), required=False)
    confidential = forms.BooleanField(label=_("Confidential"), required=False)


class LoanForm(forms.Form):
    """A loan of something that can be carried."""

    first = DayField(label=_("From"))
    last = DayField(label=_("Until and including"))
    purpose = forms.CharField(label=_("What for"), max_length=200, required=False)


class ProblemForm(forms.Form):
    """Something broken, missing or dangerous."""

    text = forms.CharField(
        label=_("What is wrong?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
    dangerous = forms.BooleanField(label=_("It is dangerous"), required=False)
    name = forms.CharField(
        label=_("Your name"), max_length=120, required=False, help_text=_("Only if we may ask you about it.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)

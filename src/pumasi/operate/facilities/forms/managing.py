"""What the operator fills in: facilities and everything that belongs to them, papers, prices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit.asked import language_of
from pumasi.kit.bilingual import columns
from pumasi.kit.dates import date_text, zone_of
from pumasi.kit.fields import ClockField, DayField, WallField
from pumasi.kit.recurrence import instant
from pumasi.kit.refused import Refused
from pumasi.operate.facilities.models import (
    Closure,
    Facility,
    FacilityPair,
    Infrastructure,
    PriceClass,
    Requirement,
)
from pumasi.operate.facilities.models.access import Needed
from pumasi.operate.facilities.queries.tree import Tree

WEEKDAYS = [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]


def organisation_in(cluster: Cluster, name: str) -> Organisation | None:
    """The organisation of that name; refused where nobody is called so."""
    if not name.strip():
        return None
    found = members.exactly_named(cluster, name.strip())
    if found is None:
        raise Refused(
            "No organisation of the cluster is called {name}. Write its name as in the directory.",
            "‘{name}’ 기업·기관을 찾을 수 없습니다. 명부에 등록된 이름으로 입력해 주십시오.",
            name=name[:80],
        )
    return found


class FacilityForm(forms.ModelForm):  # type: ignore[type-arg]
    """A site, zone, laboratory or piece of equipment."""

    owner_name = forms.CharField(
        label=_("Operated by"),
        max_length=300,
        required=False,
        help_text=_("As it is called in the directory."),
    )
    scenario_names = forms.CharField(
        label=_("What tests may be about"), max_length=500, required=False, help_text=_("Words separated by commas, such as rain, night, dummy.")
    )  # fmt: skip

    class Meta:
        model = Facility
        fields = [
            "kind", "parent", *columns("name"), *columns("summary"), *columns("text"), *columns("specification"), "register_number",
            *columns("how_to_apply"), *columns("contact"), "contact_email", "contact_phone", "area_m2", "visibility",
            "record_visibility", "mode", "places", "movable", "setup_minutes", "cleanup_minutes", "step_minutes", "needs_approval",
            "asks_reference", "grace_minutes", "notice_hours", "late_percent", "charged_by", "opened_on", "closed_on", "zone", "position",
        ]  # fmt: skip
        labels = {
            "kind": _("Kind"), "parent": _("Lies within"), "name_ko": _("Name in Korean"), "name_en": _("Name in English"),
            "summary_ko": _("In a sentence, in Korean"), "summary_en": _("In a sentence, in English"),
            "text_ko": _("Description in Korean"), "text_en": _("Description in English"),
            "specification_ko": _("Specification in Korean"), "specification_en": _("Specification in English"),
            "register_number": _("Equipment register number (ZEUS/NFEC)"),
            "how_to_apply_ko": _("How to apply, in Korean"), "how_to_apply_en": _("How to apply, in English"),
            "contact_ko": _("Contact in Korean"), "contact_en": _("Contact in English"), "contact_email": _("E-mail of the contact"),
            "contact_phone": _("Telephone of the contact"), "area_m2": _("Area in m²"), "visibility": _("Who may see it"),
            "record_visibility": _("Who may see in the participation record who used it"), "mode": _("How it is used"),
            "places": _("Users at a time"), "movable": _("May be borrowed and carried away"),
            "setup_minutes": _("Minutes for setting up"), "cleanup_minutes": _("Minutes for cleaning up"),
            "step_minutes": _("Times go by how many minutes"), "needs_approval": _("The operator approves each booking"),
            "asks_reference": _("Ask for a project code or budget holder"), "grace_minutes": _("Minutes until a no-show"),
            "notice_hours": _("Free cancellation until how many hours before"), "late_percent": _("Percent of the price due after that"),
            "charged_by": _("What is charged"), "opened_on": _("First day"), "closed_on": _("Last day"), "zone": _("Time zone"),
            "position": _("Order in lists"),
        }  # fmt: skip
        widgets = {
            **{
                name: forms.Textarea(attrs={"rows": 4})
                for part in ("text", "specification", "how_to_apply")
                for name in columns(part)
            },
            **{
                name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
                for name in ("opened_on", "closed_on")
            },
        }

    # Fields by heading, in the order of the page.
    PARTS = [
        (_("What it is"), ["kind", "parent", *columns("name"), *columns("summary"), "area_m2", "register_number", "position"]),
        (_("How it is used"), [
            "mode", "places", "setup_minutes", "cleanup_minutes", "step_minutes", "needs_approval", "asks_reference", "movable",
            "opened_on", "closed_on", "zone", "scenario_names",
        ]),
        (_("Users and contact"), ["visibility", "record_visibility", "owner_name", *columns("contact"), "contact_email", "contact_phone"]),
        (_("When plans change"), ["grace_minutes", "notice_hours", "late_percent", "charged_by"]),
        (_("Descriptions"), [*columns("text"), *columns("specification"), *columns("how_to_apply")]),
    ]  # fmt: skip

    def __init__(self, *args: Any, cluster: Cluster, tree: Tree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cluster = cluster
        mine = self.instance.pk
        inside = {mine, *(one.pk for one in tree.below(mine))} if mine else set()
        self.fields["parent"].queryset = Facility.objects.filter(cluster=cluster).exclude(pk__in=inside)  # type: ignore[attr-defined]
        self.fields["parent"].empty_label = str(_("stands by itself"))  # type: ignore[attr-defined]
        self.fields["zone"].initial = cluster.zone
        if mine:
            self.fields["owner_name"].initial = str(self.instance.owner or "")
            self.fields["scenario_names"].initial = ", ".join(self.instance.scenarios)

    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Bound fields under their headings."""
        return [(heading, [self[name] for name in names]) for heading, names in self.PARTS]

    def _post_clean(self) -> None:
        """The instance is changed by the action alone, in one transaction."""

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        told = {name: self.cleaned_data[name] for name in self.Meta.fields}
        words = [word.strip() for word in self.cleaned_data["scenario_names"].split(",")]
        owner = organisation_in(self.cluster, self.cleaned_data["owner_name"])
        return {**told, "owner": owner, "scenarios": list(dict.fromkeys(word[:40] for word in words if word))}


class HoursForm(forms.Form):
    """Weekly hours: for each day from and to; empty days are closed."""

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {row.weekday: row for row in facility.openings.all()}
        for day, label in enumerate(WEEKDAYS):
            row = kept.get(day)
            self.fields[f"opens_{day}"] = ClockField(label=label, required=False, initial=row and row.opens)
            self.fields[f"closes_{day}"] = ClockField(
                label=_("until"), required=False, initial=row and row.closes
            )
            for name in (f"opens_{day}", f"closes_{day}"):
                self.fields[name].widget.attrs["class"] = "input"

    def days(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        """Each day with both of its fields."""
        return [(label, self[f"opens_{day}"], self[f"closes_{day}"]) for day, label in enumerate(WEEKDAYS)]

    def rows(self) -> list[tuple[int, time, time]]:
        """What the action takes."""
        told = self.cleaned_data
        return [
            (day, told[f"opens_{day}"], told[f"closes_{day}"])
            for day in range(7)
            if told[f"opens_{day}"] is not None and told[f"closes_{day}"] is not None
        ]


class ClosureForm(forms.Form):
    """A time without use."""

    kind = forms.ChoiceField(label=_("Why"), choices=Closure.Kind.choices)
    starts = WallField(label=_("From"))
    ends = WallField(label=_("Until"))
    reason_ko = forms.CharField(label=_("Reason in Korean"), max_length=300, required=False)
    reason_en = forms.CharField(label=_("Reason in English"), max_length=300, required=False)
    cancels = forms.BooleanField(label=_("Cancel bookings in this time and tell their users"), required=False)

    def values(self, zone: str) -> dict[str, Any]:
        """What the action takes; wall time becomes instants there."""
        told = dict(self.cleaned_data)
        for wall, name in (("starts", "starts_at"), ("ends", "ends_at")):
            at = told.pop(wall)
            told[name] = instant(at.date(), at.time(), zone)
        return told


class PairForm(forms.Form):
    """Two side by side, or one that rules out the other."""

    other = forms.ModelChoiceField(label=_("With"), queryset=Facility.objects.none())
    rule = forms.ChoiceField(label=_("Rule"), choices=FacilityPair.Rule.choices)

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Facility.objects.filter(cluster=facility.cluster).exclude(pk=facility.pk)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]


class RequirementForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is asked of users."""

    class Meta:
        model = Requirement
        fields = ["kind", "level", "note_ko", "note_en"]
        labels = {
            "kind": _("Paper"),
            "level": _("Level"),
            "note_ko": _("Note in Korean"),
            "note_en": _("Note in English"),
        }

    def _post_clean(self) -> None:
        """The action writes, and again over one of the same kind."""


class QuotaForm(forms.Form):
    """How much one organisation may book."""

    price_class = forms.ModelChoiceField(label=_("For"), queryset=PriceClass.objects.none(), required=False)
    hours_a_month = forms.IntegerField(label=_("Hours a month"), min_value=1, max_value=744, required=False)
    bookings_ahead = forms.IntegerField(label=_("Bookings ahead"), min_value=1, max_value=500, required=False)
    longest_hours = forms.IntegerField(
        label=_("Longest booking in hours"), min_value=1, max_value=744, required=False
    )
    days_ahead = forms.IntegerField(label=_("Days ahead"), min_value=1, max_value=730, required=False)

    def __init__(self, *args: Any, cluster: Cluster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["price_class"].queryset = PriceClass.objects.filter(cluster=cluster)  # type: ignore[attr-defined]
        self.fields["price_class"].empty_label = str(_("everybody"))  # type: ignore[attr-defined]


class TariffForm(forms.Form):
    """A price from a day on."""

    price_class = forms.ModelChoiceField(label=_("For"), queryset=PriceClass.objects.none(), required=False)
    amount = forms.IntegerField(label=_("Won an hour"), min_value=0, max_value=100_000_000)
    whole = forms.TypedChoiceField(
        label=_("Use"), required=False, coerce={"1": True, "0": False}.get, empty_value=None,
        choices=[("", _("any")), ("1", _("alone")), ("0", _("shared"))],
    )  # fmt: skip
    since = DayField(label=_("From"))
    until = DayField(label=_("Until and including"), required=False)
    begins = ClockField(label=_("Hours from"), required=False)
    ends = ClockField(label=_("Hours to"), required=False)
    promotion = forms.BooleanField(label=_("Promotion: goes before other prices"), required=False)
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)

    def __init__(self, *args: Any, cluster: Cluster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["price_class"].queryset = PriceClass.objects.filter(cluster=cluster)  # type: ignore[attr-defined]
        self.fields["price_class"].empty_label = str(_("everybody"))  # type: ignore[attr-defined]


class PictureForm(forms.Form):
    """A picture with what it shows."""

    file = forms.FileField(label=_("Picture"))
    text_ko = forms.CharField(label=_("What it shows, in Korean"), max_length=200, required=False)
    text_en = forms.CharField(label=_("What it shows, in English"), max_length=200, required=False)


class InfrastructureForm(forms.ModelForm):  # type: ignore[type-arg]
    """Something that can be used without booking."""

    link = forms.URLField(label=_("Web address"), required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = Infrastructure
        fields = [
            "kind",
            *columns("name"),
            *columns("text"),
            *columns("access"),
            *columns("contact"),
            "contact_email",
            "link",
            "visibility",
        ]
        labels = {
            "kind": _("Kind"), "name_ko": _("Name in Korean"), "name_en": _("Name in English"), "text_ko": _("Description in Korean"),
            "text_en": _("Description in English"), "access_ko": _("Who may use it and how, in Korean"),
            "access_en": _("Who may use it and how, in English"), "contact_ko": _("Contact in Korean"),
            "contact_en": _("Contact in English"), "contact_email": _("E-mail of the contact"), "link": _("Web address"),
            "visibility": _("Who may see it"),
        }  # fmt: skip

    def _post_clean(self) -> None:
        """The action writes."""


class QualificationForm(forms.Form):
    """Something that somebody holds from a day to a day."""

    kind = forms.ChoiceField(label=_("Paper"), choices=Needed.choices)
    organisation_name = forms.CharField(
        label=_("Organisation"),
        max_length=300,
        required=False,
        help_text=_("As it is called in the directory."),
    )
    person_email = forms.EmailField(
        label=_("E-mail of the person"), required=False, help_text=_("For a safety induction.")
    )
    device = forms.CharField(label=_("Vehicle or device"), max_length=80, required=False)
    level = forms.IntegerField(label=_("Level"), min_value=1, max_value=9, initial=1)
    valid_from = DayField(label=_("Valid from"))
    valid_until = DayField(label=_("Valid until"), required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def values(self, cluster: Cluster) -> dict[str, Any]:
        """What the action takes; a name or an address that nobody has is refused."""
        told = dict(self.cleaned_data)
        email = told.pop("person_email")
        person = Person.objects.filter(email__iexact=email, erased_at__isnull=True).first() if email else None
        if email and person is None:
            raise Refused(
                "Nobody has the address {email}. Write it as in the directory.",
                "{email} 주소를 가진 사람이 없습니다. 명부에 등록된 주소로 입력해 주십시오.",
                email=email,
            )
        organisation = organisation_in(cluster, told.pop("organisation_name"))
        return {**told, "organisation": organisation, "person": person}


class TrainingForm(forms.Form):
    """An event, or all dates of a series, whose attendance grants an induction."""

    source = forms.ChoiceField(label=_("Event"))
    level = forms.IntegerField(label=_("Level"), min_value=1, max_value=9, initial=1)
    months = forms.IntegerField(label=_("Valid for months"), min_value=1, max_value=120, initial=12)

    def __init__(self, *args: Any, events: Iterable[ledger.Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        events = list(events)
        series = {one.series: str(one.title) for one in reversed(events) if one.series}
        single = [
            (
                one.source,
                f"{date_text(one.starts_at.astimezone(zone_of(one.zone)).date(), language_of())} · {one.title}",
            )
            for one in events
        ]
        groups = [(_("All dates of a series"), list(series.items())), (_("One event"), single)]
        offered = [("", _("Choose an event")), *((name, rows) for name, rows in groups if rows)]
        self.fields["source"].choices = offered  # type: ignore[attr-defined]


class CreditForm(forms.Form):
    """Won that are used up before anything is invoiced."""

    organisation_name = forms.CharField(label=_("Organisation"), max_length=300)
    amount = forms.IntegerField(label=_("Won"), min_value=1)
    since = DayField(label=_("From"))
    until = DayField(label=_("Until and including"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=300)

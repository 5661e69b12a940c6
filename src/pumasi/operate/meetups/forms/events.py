"""Forms of events and registrations. Times are typed as the clock on the wall of the event's zone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit import recurrence
from pumasi.kit.bilingual import columns, in_order, read
from pumasi.kit.fields import WALL, WallField
from pumasi.kit.refused import Refused
from pumasi.operate.meetups.actions.register import LARGEST_PARTY
from pumasi.operate.meetups.models import Event, Question


class EventForm(forms.ModelForm):  # type: ignore[type-arg]
    """An event as its organiser writes it."""

    link = forms.URLField(
        label=_("Link for taking part online"), required=False, max_length=500, assume_scheme="https",
        error_messages={"invalid": _("Write the whole address, beginning with https://.")},
    )  # fmt: skip
    starts = WallField(label=_("Begins"))
    ends = WallField(label=_("Ends"))
    opens = WallField(label=_("Registration opens"), required=False)
    closes = WallField(label=_("Registration closes"), required=False)
    tag_names = forms.CharField(
        label=_("Topics"), required=False, max_length=500, help_text=_("Separate topics with commas, in either language.")
    )  # fmt: skip

    class Meta:
        model = Event
        fields = [
            "kind", *columns("title"), *columns("summary"), "zone", *columns("place"), *columns("address"), "link",
            "reveals_place", "host", "visibility", "capacity", "needs_approval", "promotes", "offer_hours", *columns("text"),
        ]  # fmt: skip
        labels = {
            "kind": _("Kind"), "title_ko": _("Title in Korean"), "title_en": _("Title in English"),
            "summary_ko": _("In a sentence, in Korean"), "summary_en": _("In a sentence, in English"),
            "text_ko": _("Description in Korean"), "text_en": _("Description in English"), "zone": _("Time zone"),
            "place_ko": _("Place in Korean"), "place_en": _("Place in English"),
            "address_ko": _("Street address in Korean"), "address_en": _("Street address in English"),
            "reveals_place": _("Show address and link to everybody"), "host": _("Host"), "visibility": _("Who may see it"),
            "capacity": _("Places"), "needs_approval": _("The organiser approves each registration"),
            "promotes": _("Offer places that become free to the waiting list by itself"),
            "offer_hours": _("Hours to take an offered place"),
        }  # fmt: skip
        help_texts = {
            "capacity": _("Leave it empty where there is no limit."),
            "zone": _("An IANA name, such as Asia/Seoul or Europe/London."),
            "reveals_place": _("If not, only those with a confirmed place see them."),
        }
        widgets = {
            **{name: forms.Textarea(attrs={"rows": 5}) for name in columns("text")},
            "zone": forms.TextInput(attrs={"autocomplete": "off"}),
        }

    # Fields by heading, in the order of the page: two and two, so that both languages stand side by side.
    PARTS = [
        (_("What and when"), [*columns("title"), *columns("summary"), "starts", "ends", "kind", "zone"]),
        (_("Where"), [*columns("place"), *columns("address"), "link", "reveals_place"]),
        (_("For whom"), ["host", "visibility", "capacity", "offer_hours", "needs_approval", "promotes", "opens", "closes"]),
        (_("About it"), [*columns("text"), "tag_names"]),
    ]  # fmt: skip

    def __init__(self, *args: Any, cluster: Cluster, hosts: list[int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cluster = cluster
        shown = members.of_cluster(cluster, "managers").order_by(in_order("name"))
        if hosts is not None:
            shown = Organisation.objects.filter(pk__in=hosts)
            self.fields["host"].required = True
        self.fields["host"].queryset = shown  # type: ignore[attr-defined]
        self.fields["zone"].initial = cluster.zone
        event = self.instance
        if event.pk:
            zone = recurrence.zone_named(event.zone)
            for name, at in (
                ("starts", event.starts_at),
                ("ends", event.ends_at),
                ("opens", event.opens_at),
                ("closes", event.closes_at),
            ):
                self.fields[name].initial = at.astimezone(zone).strftime(WALL) if at else None
            self.fields["tag_names"].initial = ", ".join(str(tag) for tag in event.tags.all())

    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Bound fields under their headings."""
        return [(heading, [self[name] for name in names]) for heading, names in self.PARTS]

    def clean(self) -> dict[str, Any]:
        """Say beside the field what cannot be."""
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(name, "").strip() for name in columns("title")):
            self.add_error("title_ko", _("Give the event a title in Korean or English."))
        try:
            recurrence.zone_named(values.get("zone") or "")
        except Refused as refusal:
            self.add_error("zone", refusal.text())
            return values
        for wall, column in (
            ("starts", "starts_at"),
            ("ends", "ends_at"),
            ("opens", "opens_at"),
            ("closes", "closes_at"),
        ):
            at = values.get(wall)
            values[column] = recurrence.instant(at.date(), at.time(), values["zone"]) if at else None
        if values.get("starts_at") and values.get("ends_at") and values["ends_at"] <= values["starts_at"]:
            self.add_error("ends", _("The event ends before it begins. Choose a later end."))
        return values

    def _post_clean(self) -> None:
        """The instance is changed by the action alone, in one transaction."""

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        names = [*self.Meta.fields, "starts_at", "ends_at", "opens_at", "closes_at"]
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    def tags(self) -> list[str]:
        """The topics as they were typed."""
        return [word.strip() for word in self.cleaned_data.get("tag_names", "").split(",") if word.strip()]


class RegistrationForm(forms.Form):
    """What an event asks of those who register; consents stand each by itself."""

    name = forms.CharField(
        label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    organisation_name = forms.CharField(
        label=_("Organisation"), max_length=300, required=False, widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        event: Event,
        questions: list[Question],
        blocks: list[Any],
        known: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.questions, self.blocks = event, questions, blocks
        if known:
            del self.fields["email"]
        for question in questions:
            self.fields[f"q_{question.pk}"] = _field(question)
        self.fields["others"] = forms.CharField(
            label=_("Who comes along"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("One name a line, at most four. You get places together or not at all."),
        )  # fmt: skip
        for block in blocks:
            self.fields[f"c_{block.purpose}"] = forms.BooleanField(
                label=_("I agree"), required=block.required,
                error_messages={"required": _("Without this consent we cannot take your registration.")},
            )  # fmt: skip

    def clean_name(self) -> str:
        """A name is one line of text."""
        return " ".join(self.cleaned_data["name"].split())

    def clean_others(self) -> list[str]:
        """One name a line."""
        names = [" ".join(line.split()) for line in self.cleaned_data["others"].splitlines() if line.strip()]
        if len(names) >= LARGEST_PARTY:
            raise forms.ValidationError(_("A party has at most five people. Register the others separately."))
        if any(len(name) > 120 for name in names):
            raise forms.ValidationError(_("A name has at most 120 characters."))
        return names

    def main_fields(self) -> list[forms.BoundField]:
        """Fields before the consents."""
        return [self[name] for name in self.fields if not name.startswith("c_")]

    def consent_fields(self) -> list[tuple[Any, forms.BoundField]]:
        """Each consent block with its tick."""
        return [(block, self[f"c_{block.purpose}"]) for block in self.blocks]

    def answers(self) -> dict[str, Any]:
        """Answers by question, as they are kept."""
        return {str(one.pk): self.cleaned_data[f"q_{one.pk}"] for one in self.questions}

    def consents(self) -> dict[str, Any]:
        """What was agreed to, with the version of the text that was read."""
        given: dict[str, Any] = {
            block.purpose: bool(self.cleaned_data.get(f"c_{block.purpose}")) for block in self.blocks
        }
        return {**given, "versions": {block.purpose: block.version for block in self.blocks}}


def _field(question: Question) -> forms.Field:
    options: dict[str, Any] = {"label": str(question.label), "required": question.required}
    if question.type == "choice":
        listed = [(one["ko"] or one["en"], read(_Choice(one), "text").text) for one in question.choices]
        return forms.ChoiceField(choices=[("", "—"), *listed], **options)
    if question.type == "tick":
        return forms.BooleanField(**{**options, "required": False})
    widget = forms.Textarea(attrs={"rows": 3}) if question.type == "long" else forms.TextInput()
    return forms.CharField(max_length=2000, widget=widget, **options)


class _Choice:
    """One choice of a question, read like any bilingual text."""

    def __init__(self, told: dict[str, str]) -> None:
        self.text_ko, self.text_en = told.get("ko", ""), told.get("en", "")


class CancelForm(forms.Form):
    """Why an event does not take place."""

    reason_ko = forms.CharField(label=_("Reason in Korean"), max_length=300, required=False)
    reason_en = forms.CharField(label=_("Reason in English"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """One language is enough."""
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(name, "").strip() for name in columns("reason")):
            self.add_error(
                "reason_ko", _("Say in a few words why it is cancelled; everybody who registered reads it.")
            )
        return values


class SeriesForm(forms.Form):
    """How an event repeats."""

    frequency = forms.ChoiceField(
        label=_("Repeats"),
        choices=[("WEEKLY", _("Every week")), ("2WEEKLY", _("Every other week")), ("MONTHLY", _("Every month, same weekday")),
                 ("MONTHDAY", _("Every month, same day of the month")), ("DAILY", _("Every day"))],
    )  # fmt: skip
    count = forms.IntegerField(
        label=_("How many times"), min_value=2, max_value=recurrence.MOST, required=False
    )
    until = forms.DateField(
        label=_("Or until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean(self) -> dict[str, Any]:
        """A series needs an end."""
        values: dict[str, Any] = super().clean() or {}
        if not values.get("count") and not values.get("until") and "count" not in self.errors:
            self.add_error("count", _("A series needs an end: a last day, or how many times it takes place."))
        return values

    def rule(self, event: Event) -> str:
        """The rule in the words of RFC 5545."""
        local = event.starts_at.astimezone(recurrence.zone_named(event.zone))
        day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[local.weekday()]
        form = {
            "WEEKLY": "FREQ=WEEKLY", "2WEEKLY": "FREQ=WEEKLY;INTERVAL=2", "DAILY": "FREQ=DAILY",
            "MONTHLY": f"FREQ=MONTHLY;BYDAY={(local.day - 1) // 7 + 1}{day}" if local.day < 29 else f"FREQ=MONTHLY;BYDAY=-1{day}",
            "MONTHDAY": "FREQ=MONTHLY",
        }[self.cleaned_data["frequency"]]  # fmt: skip
        until, count = self.cleaned_data.get("until"), self.cleaned_data.get("count")
        return f"{form};COUNT={count}" if count else f"{form};UNTIL={until:%Y%m%d}"


class LetterForm(forms.Form):
    """A letter to those who registered."""

    subject_ko = forms.CharField(label=_("Subject in Korean"), max_length=150, required=False)
    subject_en = forms.CharField(label=_("Subject in English"), max_length=150, required=False)
    text_ko = forms.CharField(
        label=_("Text in Korean"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    text_en = forms.CharField(
        label=_("Text in English"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def clean(self) -> dict[str, Any]:
        """Both parts in at least one language."""
        values: dict[str, Any] = super().clean() or {}
        if not any(values.get(f"subject_{code}") and values.get(f"text_{code}") for code in ("ko", "en")):
            self.add_error("subject_ko", _("Write subject and text in Korean or English."))
        return values


class WalkInForm(forms.Form):
    """Somebody at the door."""

    name = forms.CharField(label=_("Name"), max_length=120)
    organisation_name = forms.CharField(label=_("Organisation"), max_length=300, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)


class PictureForm(forms.Form):
    """A picture and what it shows."""

    file = forms.FileField(label=_("Picture (JPEG, PNG or WebP, up to 5 MB)"))
    text_ko = forms.CharField(label=_("What it shows, in Korean"), max_length=200, required=False)
    text_en = forms.CharField(label=_("What it shows, in English"), max_length=200, required=False)


class MaterialForm(forms.Form):
    """A file of the event."""

    file = forms.FileField(label=_("File"))
    title_ko = forms.CharField(label=_("Title of the file in Korean"), max_length=200, required=False)
    title_en = forms.CharField(label=_("Title of the file in English"), max_length=200, required=False)
    for_participants = forms.BooleanField(
        label=_("Only for those who have a place"), required=False, initial=True
    )

"""Forms of organisations, people and offers, with help where a wrong entry is likely."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.commons.members.models import CustomField, Organisation, Relation
from pumasi.commons.members.models.people import Consent
from pumasi.kit import identifiers
from pumasi.kit.bilingual import columns
from pumasi.kit.refused import Refused


def _texts(name: str, ko: Any, en: Any, **options: Any) -> dict[str, forms.Field]:
    """A field for each language of a bilingual column."""
    labels = {"ko": ko, "en": en}
    return {
        column: forms.CharField(label=labels.get(column[-2:], column), required=False, **options)
        for column in columns(name)
    }


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]
    """An organisation's own entry."""

    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    tag_names = forms.CharField(
        label=_("Technology tags"),
        required=False,
        max_length=500,
        help_text=_("Separate tags with commas, in either language."),
    )

    class Meta:
        model = Organisation
        fields = [
            *columns("name"), *columns("short_name"), "kind", "registration_number", *columns("description"),
            "founded", "employees", "website", "email", "phone", "visibility", *columns("city"), *columns("address"),
        ]  # fmt: skip
        labels = {
            "name_ko": _("Name in Korean"), "name_en": _("Name in English"),
            "short_name_ko": _("Short name in Korean"), "short_name_en": _("Short name in English"),
            "kind": _("Kind"), "registration_number": _("Business registration number"),
            "description_ko": _("What it does, in Korean"), "description_en": _("What it does, in English"),
            "founded": _("Founded in (year)"), "employees": _("Employees"), "website": _("Website"),
            "email": _("E-mail"), "phone": _("Phone"), "city_ko": _("City in Korean"), "city_en": _("City in English"),
            "address_ko": _("Address in Korean"), "address_en": _("Address in English"), "visibility": _("Who sees this entry"),
        }  # fmt: skip
        help_texts = {
            "registration_number": _("Ten digits; the check digit is verified. Only managers see it.")
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in columns("description")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["tag_names"].initial = ", ".join(str(tag) for tag in self.instance.tags.all())

    def clean(self) -> dict[str, Any]:
        """Ask for a name in at least one language, and check the number where it is typed."""
        values: dict[str, Any] = super().clean() or {}
        if not (values.get("name_ko") or values.get("name_en")):
            self.add_error("name_ko", _("Give a name in Korean or English."))
        if values.get("registration_number"):
            try:
                values["registration_number"] = identifiers.read(
                    "business_number", values["registration_number"]
                )
            except Refused as refusal:
                self.add_error("registration_number", refusal.text())
        return values

    def tags(self) -> list[str]:
        """The tags as they were typed."""
        return [word.strip() for word in self.cleaned_data.get("tag_names", "").split(",") if word.strip()]


class NewOrganisationForm(OrganisationForm):
    """A new organisation with its relation to the cluster."""

    relation = forms.ChoiceField(label=_("Relation to the cluster"), choices=Relation.Kind.choices)


class ApplicationForm(OrganisationForm):
    """An application for membership by somebody who has signed in."""

    class Meta(OrganisationForm.Meta):
        fields = [*columns("name"), "kind", "registration_number", *columns("description"), "website"]


class ListingForm(forms.Form):
    """An offer or a need in a sentence."""

    kind = forms.ChoiceField(
        label=_("This is something we"), choices=[("offer", _("offer")), ("need", _("look for"))]
    )
    text_ko = forms.CharField(label=_("In Korean"), max_length=300, required=False)
    text_en = forms.CharField(label=_("In English"), max_length=300, required=False)
    tags = forms.CharField(
        label=_("Technology tags"), max_length=300, required=False, help_text=_("Separate tags with commas.")
    )

    def clean(self) -> dict[str, Any]:
        """One language is enough."""
        values: dict[str, Any] = super().clean() or {}
        if not (values.get("text_ko", "").strip() or values.get("text_en", "").strip()):
            self.add_error("text_ko", _("Say in one sentence what it is, in Korean or English."))
        return values


class ProfileForm(forms.Form):
    """One's own name, language and phone."""

    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English, as you prefer it"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Phone"),
        max_length=40,
        required=False,
        help_text=_("Only managers see it, and each look is recorded."),
    )
    language = forms.ChoiceField(label=_("Language of mails"), choices=[("ko", "한국어"), ("en", "English")])


class ConsentForm(forms.Form):
    """What a person agrees to; each box stands alone."""

    def __init__(self, *args: Any, held: set[str] = frozenset(), **kwargs: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        for value, label in Consent.Purpose.choices:
            self.fields[value] = forms.BooleanField(label=label, required=False, initial=value in held)


class InviteForm(forms.Form):
    """A colleague's address."""

    email = forms.EmailField(label=_("E-mail of your colleague"))
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[
            ("member", pgettext_lazy("role", "Member")),
            ("organisation_admin", _("Organisation admin")),
        ],
    )


class TaskForm(forms.Form):
    """Something to do about an organisation."""

    text = forms.CharField(label=_("What is to be done"), max_length=400)
    due = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


class NoteForm(forms.Form):
    """A note for colleagues."""

    text = forms.CharField(
        label=pgettext_lazy("desk", "Note"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class LogForm(forms.Form):
    """A conversation that took place."""

    channel = forms.ChoiceField(
        label=_("How"),
        choices=[
            ("phone", _("Phone")),
            ("mail", _("E-mail")),
            ("visit", _("Visit")),
            ("meeting", _("Meeting")),
        ],
    )
    on = forms.DateField(label=_("When"), widget=forms.DateInput(attrs={"type": "date"}))
    text = forms.CharField(label=_("About what"), max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))


class CustomFieldForm(forms.Form):
    """A cluster's own field of organisations."""

    label_ko = forms.CharField(label=_("Label in Korean"), max_length=100)
    label_en = forms.CharField(label=_("Label in English"), max_length=100)
    type = forms.ChoiceField(label=_("Type"), choices=CustomField.Type.choices)
    choices = forms.CharField(
        label=_("Choices, one a line"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_choices(self) -> list[str]:
        """One choice a line."""
        return [line.strip() for line in self.cleaned_data["choices"].splitlines() if line.strip()]

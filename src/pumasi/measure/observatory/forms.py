"""Forms of the surveys' desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pumasi.commons.members import api as members
from pumasi.kit.asked import language_of
from pumasi.kit.bilingual import columns, in_both
from pumasi.kit.countries import choices
from pumasi.measure.observatory.models import Factor, Story, Survey, Surveyed

LONG = forms.Textarea(attrs={"rows": 3})


class SurveyForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is said of a survey as a whole."""

    class Meta:
        model = Survey
        fields = [
            *columns("name"),
            "slug",
            *columns("question"),
            *columns("selection"),
            *columns("instrument"),
            "first_day",
            "last_day",
        ]
        labels = {
            "slug": _("Address"), "first_day": _("Asked from"), "last_day": _("Asked until"),
            **in_both(
                name=(_("Name in Korean"), _("Name in English")),
                question=(_("Question in Korean"), _("Question in English")),
                selection=(_("Selection in Korean"), _("Selection in English")),
                instrument=(_("Instrument in Korean"), _("Instrument in English")),
            ),
        }  # fmt: skip
        help_texts = {
            "slug": _("Small letters, digits and hyphens, such as clusters-2026."),
            "selection_ko": _("How the clusters were chosen, and out of how many: stands on the report."),
        }
        widgets = {
            "first_day": forms.DateInput(attrs={"type": "date"}), "last_day": forms.DateInput(attrs={"type": "date"}),
            **dict.fromkeys(columns("selection"), LONG),
        }  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Refuse a survey that ends before it begins."""
        values = super().clean() or {}
        first, last = values.get("first_day"), values.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day lies before the first one."))
        return values


class SurveyedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A cluster that was asked."""

    class Meta:
        model = Surveyed
        fields = [*columns("name"), "country", "cluster", "lead", "source", *columns("said")]
        labels = {
            "country": _("Country"), "lead": _("Led by"), "source": _("Where the answer comes from"),
            **in_both(
                name=(_("Name in Korean"), _("Name in English")),
                said=(_("In its own words, in Korean"), _("In its own words, in English")),
            ),
        }  # fmt: skip
        widgets = dict.fromkeys(columns("said"), forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cluster"] = forms.ModelChoiceField(
            label=_("Runs here as"), required=False, queryset=members.clusters(), empty_label="–",
            help_text=_("What is measured here of it is offered to whoever answers, to confirm or correct."),
        )  # fmt: skip
        self.fields["country"] = forms.ChoiceField(
            label=_("Country"), choices=[("", "–"), *choices(language_of())]
        )


class FactorForm(forms.ModelForm):  # type: ignore[type-arg]
    """An entry of the code book."""

    class Meta:
        model = Factor
        fields = [
            "key",
            *columns("name"),
            *columns("definition"),
            *columns("include"),
            *columns("exclude"),
            *columns("example"),
        ]
        labels = {
            "key": _("Key"),
            **in_both(
                name=(_("Name in Korean"), _("Name in English")),
                definition=(_("Definition in Korean"), _("Definition in English")),
                include=(_("Counts, in Korean"), _("Counts, in English")),
                exclude=(_("Does not count, in Korean"), _("Does not count, in English")),
                example=(_("Example in Korean"), _("Example in English")),
            ),
        }  # fmt: skip
        help_texts = {"key": _("Small letters, digits and hyphens; figures are quoted by it, so it stays.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["key"].disabled = True


class StoryForm(forms.ModelForm):  # type: ignore[type-arg]
    """A case with its evidence."""

    evidence = forms.URLField(
        label=_("Address of the evidence"), required=False, max_length=1000, assume_scheme="https",
        help_text=_("Nothing is shown without evidence and permission."),
    )  # fmt: skip

    class Meta:
        model = Story
        fields = [
            "surveyed", "factors", *columns("title"), *columns("situation"), *columns("action"), *columns("result"), *columns("investor"),
            "year", "amount", "currency", "money_of", "evidence", "permitted",
        ]  # fmt: skip
        labels = {
            "surveyed": _("Cluster"), "factors": _("Factors"), "year": _("Year"), "amount": _("Amount"), "currency": _("Currency"),
            "money_of": _("Money of the year"), "permitted": _("The cluster permits publication"),
            **in_both(
                title=(_("Heading in Korean"), _("Heading in English")),
                situation=(_("Situation in Korean"), _("Situation in English")),
                action=(_("What was done, in Korean"), _("What was done, in English")),
                result=(_("What came of it, in Korean"), _("What came of it, in English")),
                investor=(_("Investor in Korean"), _("Investor in English")),
            ),
        }  # fmt: skip
        widgets = {
            "factors": forms.CheckboxSelectMultiple,
            **dict.fromkeys([*columns("situation"), *columns("action"), *columns("result")], LONG),
        }

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (("surveyed", survey.surveyed.all()), ("factors", survey.factors.all())):
            self.fields[name].queryset = found  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = lambda one: str(one.name)  # type: ignore[attr-defined]

    def clean_currency(self) -> str:
        """Three letters, whatever their case."""
        code = str(self.cleaned_data["currency"]).strip().upper()
        if code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            raise forms.ValidationError(_("A currency has three letters, such as KRW."))
        return code

    def clean(self) -> dict[str, Any]:
        """Refuse money of no currency or year."""
        values = super().clean() or {}
        if values.get("amount") is not None and not (values.get("currency") and values.get("money_of")):
            self.add_error("amount", _("An amount needs its currency and the year, such as USD and 2026."))
        return values

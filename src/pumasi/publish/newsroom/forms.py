"""Forms of the newsroom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import columns
from pumasi.publish.newsroom.models import Claim, Item, Origin, Term

HELP = _(
    "A blank line begins a new paragraph. # heading, - list entry, > quotation, | table row; **strong**, [words](https://…), {figure:key}."
)


class TextForm(forms.Form):
    """What is written in one language."""

    title = forms.CharField(label=_("Title"), max_length=300)
    summary = forms.CharField(label=_("In a sentence"), max_length=500, required=False)
    body = forms.CharField(
        label=_("Text"), help_text=HELP, widget=forms.Textarea(attrs={"rows": 18, "data-paste": ""})
    )


class NewForm(TextForm):
    """A new item: its board and language, and the text."""

    kind = forms.ChoiceField(label=_("Kind"), choices=Item.Kind.choices)
    language = forms.ChoiceField(label=_("Written in"), choices=[("ko", _("Korean")), ("en", _("English"))])
    field_order = ["kind", "language", "title", "summary", "body"]


class ItemForm(forms.ModelForm):  # type: ignore[type-arg]
    """What belongs to an item in every language."""

    link = forms.URLField(
        label=_("Address of the original"), required=False, max_length=1000, assume_scheme="https"
    )
    tag_names = forms.CharField(
        label=_("Topics"),
        required=False,
        max_length=500,
        help_text=_("Separate topics with commas, in either language."),
    )

    class Meta:
        model = Item
        fields = [
            "kind",
            "licence",
            *columns("department"),
            *columns("contact"),
            *columns("publisher"),
            "link",
            "pinned_until",
        ]
        labels = {
            "kind": _("Kind"), "licence": _("Licence"), "department_ko": _("Department in Korean"), "department_en": _("Department in English"),
            "contact_ko": _("Contact in Korean"), "contact_en": _("Contact in English"), "publisher_ko": _("Source in Korean"),
            "publisher_en": _("Source in English"), "pinned_until": _("Stays on top until"),
        }  # fmt: skip
        widgets = {"pinned_until": forms.DateInput(attrs={"type": "date"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tag_names"].initial = (
            ", ".join(str(tag) for tag in self.instance.tags.all()) if self.instance.pk else ""
        )

    def _post_clean(self) -> None:
        """The instance is changed by the action alone, in one transaction."""

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def tags(self) -> list[str]:
        """Topics as typed."""
        return [word.strip() for word in self.cleaned_data["tag_names"].split(",") if word.strip()][:20]


class ClaimForm(forms.ModelForm):  # type: ignore[type-arg]
    """A figure on record."""

    link = forms.URLField(
        label=_("Address of the source"), required=False, max_length=1000, assume_scheme="https"
    )

    class Meta:
        model = Claim
        fields = [
            "key",
            "numerator",
            "denominator",
            *columns("unit"),
            *columns("phrase"),
            "as_of",
            *columns("source"),
            "link",
            "status",
            *columns("conflict"),
        ]
        labels = {
            "key": _("Key"), "numerator": _("Number"), "denominator": _("Out of"), "unit_ko": _("Unit in Korean"), "unit_en": _("Unit in English"),
            "phrase_ko": _("Approved words in Korean"), "phrase_en": _("Approved words in English"), "as_of": _("As of"),
            "source_ko": _("Source in Korean"), "source_en": _("Source in English"), "status": _("Status"),
            "conflict_ko": _("Where sources conflict, in Korean"), "conflict_en": _("Where sources conflict, in English"),
        }  # fmt: skip
        help_texts = {
            "key": _("Short, in small letters: texts quote the figure by it, as {figure:key}."),
            "denominator": _("Leave it empty for a plain figure."),
            "phrase_ko": _("{n} is the number, {m} what it is out of, {p} the share in per cent."),
        }
        widgets = {"as_of": forms.DateInput(attrs={"type": "date"})}

    def clean(self) -> dict[str, Any]:
        """Say beside the field what cannot be."""
        values: dict[str, Any] = super().clean() or {}
        n, m = values.get("numerator"), values.get("denominator")
        if n is not None and m is not None and not (m > 0 and 0 <= n <= m):
            self.add_error(
                "denominator", _("A part is at most its whole. Leave this empty for a plain figure.")
            )
        return values


class TermForm(forms.ModelForm):  # type: ignore[type-arg]
    """How a word is rendered."""

    class Meta:
        model = Term
        fields = ["ko", "en", "note", "is_name"]
        labels = {
            "ko": _("Korean"),
            "en": _("English"),
            "note": _("Note"),
            "is_name": _("A person, organisation or title"),
        }


class PastForm(forms.Form):
    """A file of another board, and what its items are."""

    file = forms.FileField(
        label=_("Table (CSV, XLSX) or feed (RSS, Atom) of the other board"),
        help_text=_("With title and day; number, text, summary and address are read where they are there."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.xlsx,.xml,.rss,.atom"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Item.Kind.choices, initial="news")
    language = forms.ChoiceField(label=_("Written in"), choices=[("ko", _("Korean")), ("en", _("English"))])
    publisher = forms.CharField(label=_("Published by"), max_length=200, required=False)


class OriginForm(forms.Form):
    """What an item was made from."""

    kind = forms.ChoiceField(label=_("How"), choices=Origin.Kind.choices)
    of = forms.IntegerField(label=_("Number of our item"), required=False, min_value=1)
    title = forms.CharField(label=_("Title elsewhere"), max_length=300, required=False)
    publisher = forms.CharField(label=_("Published by"), max_length=200, required=False)
    link = forms.URLField(label=_("Address"), required=False, max_length=1000, assume_scheme="https")

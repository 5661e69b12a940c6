"""Forms of asking: a question, a round, an invitation."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import columns, in_both
from pumasi.measure.observatory.asking.questions import (
    read_choices,
    read_columns,
    written_choices,
    written_columns,
)
from pumasi.measure.observatory.models import Instrument, Question
from pumasi.measure.observatory.models.asking import CHOOSING


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A question of the draft."""

    choices = forms.CharField(
        label=_("Choices"), required=False, widget=forms.Textarea(attrs={"rows": 5}), max_length=4000,
        help_text=_("One on each line: key | Korean | English. A label alone is enough."),
    )  # fmt: skip
    columns = forms.CharField(
        label=_("Columns of the table"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000,
        help_text=_("Of a small table alone, one on each line, as its rows stand under the choices; “| number” at the end asks for numbers."),
    )  # fmt: skip
    only_when = forms.CharField(
        label=_("… after the answers"),
        required=False,
        max_length=400,
        help_text=_("Keys of choices, with commas between."),
    )

    class Meta:
        model = Question
        fields = [
            "key", "kind", *columns("section"), *columns("text"), *columns("help"), "choices", "columns", *columns("unit"), "least", "most",
            "required", "measure", "only_if", "only_when",
        ]  # fmt: skip
        labels = {
            "key": _("Key"), "kind": _("Kind of answer"), "least": _("At least"), "most": _("At most"),
            "required": _("Needs an answer, or why there is none"), "measure": _("Measured here"), "only_if": _("Asked only after the question"),
            **in_both(
                section=(_("Section in Korean"), _("Section in English")),
                text=(_("Wording in Korean"), _("Wording in English")),
                help=(_("Help in Korean"), _("Help in English")),
                unit=(_("Unit in Korean"), _("Unit in English")),
            ),
        }  # fmt: skip
        help_texts = {
            "key": _(
                "Small letters, digits and hyphens; answers of later waves are compared by it, so it stays."
            ),
            "measure": _(
                "Of a number alone: what is measured here of the year before is offered to whoever answers, to confirm or correct."
            ),
        }

    def __init__(self, *args: Any, draft: Instrument | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earlier = draft.questions.filter(kind__in=CHOOSING) if draft else Question.objects.none()
        if self.instance.pk:
            self.fields["key"].disabled = True
            earlier = earlier.filter(position__lt=self.instance.position)
            self.initial["choices"] = written_choices(self.instance.choices)
            self.initial["columns"] = written_columns(self.instance.columns)
            self.initial["only_when"] = ", ".join(self.instance.only_when)
        self.fields["only_if"].queryset = earlier  # type: ignore[attr-defined]
        self.fields["only_if"].label_from_instance = lambda one: f"{one.key}: {one.text}"  # type: ignore[attr-defined]

    def clean_choices(self) -> list[dict[str, str]]:
        """Lines as choices."""
        return read_choices(self.cleaned_data["choices"])

    def clean_columns(self) -> list[dict[str, Any]]:
        """Lines as columns."""
        return read_columns(self.cleaned_data["columns"])

    def clean_only_when(self) -> list[str]:
        """Keys apart by commas."""
        return [one for one in re.split(r"[,;\s]+", self.cleaned_data["only_when"]) if one]


class WaveForm(forms.Form):
    """From when until when a round of asking goes."""

    opens = forms.DateField(label=_("Answers from"), widget=forms.DateInput(attrs={"type": "date"}))
    closes = forms.DateField(label=_("Answers until"), widget=forms.DateInput(attrs={"type": "date"}))

    def clean(self) -> dict[str, Any]:
        """Refuse a round that closes before it opens."""
        values = super().clean() or {}
        opens, closes = values.get("opens"), values.get("closes")
        if isinstance(opens, date) and isinstance(closes, date) and closes < opens:
            self.add_error("closes", _("The last day lies before the first one."))
        return values

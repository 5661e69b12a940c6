"""Forms of 1:1 days."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pumasi.kit import recurrence
from pumasi.kit.fields import WALL, WallField
from pumasi.operate.meetups.actions.days import LANGUAGES, MOST_SLOTS, MOST_TABLES
from pumasi.operate.meetups.models import Day, Event, Participant

SPOKEN = [
    ("ko", _("Korean")), ("en", _("English")), ("ja", _("Japanese")), ("zh", _("Chinese")), ("de", _("German")),
    ("fr", _("French")), ("es", _("Spanish")), ("vi", _("Vietnamese")),
]  # fmt: skip


class DayForm(forms.Form):
    """Slots, tables, interpreters and what a meeting is worth."""

    first = WallField(label=_("First meeting begins"))
    minutes = forms.IntegerField(label=_("Minutes for each meeting"), min_value=5, max_value=240, initial=25)
    pause = forms.IntegerField(label=_("Minutes between meetings"), min_value=0, max_value=120, initial=5)
    slots = forms.IntegerField(label=_("Slots"), min_value=1, max_value=MOST_SLOTS, initial=8)
    tables = forms.IntegerField(label=_("Tables"), min_value=1, max_value=MOST_TABLES, initial=10)
    mode = forms.ChoiceField(label=_("Timetable"), choices=Day.Mode.choices)
    wishes_until = WallField(label=_("Wishes until"), required=False)
    most_wishes = forms.IntegerField(
        label=_("Wishes for each participant"), min_value=1, max_value=60, initial=12
    )
    dial = forms.IntegerField(
        label=_("New ties"), min_value=0, max_value=100, initial=25, widget=forms.NumberInput(attrs={"step": 5}),
        help_text=_("0: wishes alone decide. 100: pairs that have met before count for next to nothing."),
    )  # fmt: skip
    fairness = forms.IntegerField(
        label=_("Meetings that everybody should have at least"), min_value=0, max_value=10, initial=2,
        help_text=_("As far as their wishes and free slots allow it."),
    )  # fmt: skip
    interpreters = forms.CharField(
        label=_("Interpreters"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: name, then the languages, such as “Kim Bora: ko, en”."),
    )  # fmt: skip

    def __init__(self, *args: Any, event: Event, day: Day | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        zone = recurrence.zone_named(event.zone)
        self.fields["first"].initial = event.starts_at.astimezone(zone).strftime(WALL)
        if day is None:
            return
        slots = list(day.slots.all())
        for name in ("mode", "most_wishes", "dial", "fairness"):
            self.fields[name].initial = getattr(day, name)
        self.fields["tables"].initial = day.tables.count()
        self.fields["interpreters"].initial = "\n".join(
            f"{one.name}: {', '.join(one.languages)}" for one in day.interpreters.all()
        )
        if day.wishes_until:
            self.fields["wishes_until"].initial = day.wishes_until.astimezone(zone).strftime(WALL)
        if slots:
            self.fields["first"].initial = slots[0].starts_at.astimezone(zone).strftime(WALL)
            self.fields["slots"].initial = len(slots)
            self.fields["minutes"].initial = round(
                (slots[0].ends_at - slots[0].starts_at).total_seconds() / 60
            )
        if len(slots) > 1:
            self.fields["pause"].initial = round((slots[1].starts_at - slots[0].ends_at).total_seconds() / 60)

    def clean_interpreters(self) -> list[tuple[str, list[str]]]:
        """A name and two languages or more, one a line."""
        found = []
        for line in self.cleaned_data["interpreters"].splitlines():
            if not line.strip():
                continue
            name, _sep, told = line.partition(":")
            languages = [code for code in told.replace(",", " ").lower().split() if code in LANGUAGES]
            if not name.strip() or len(languages) < 2:
                raise forms.ValidationError(_("Write each interpreter as “Kim Bora: ko, en”."))
            found.append((name.strip(), languages))
        return found

    def _instant(self, name: str) -> datetime | None:
        at = self.cleaned_data.get(name)
        return recurrence.instant(at.date(), at.time(), self.event.zone) if at else None

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        names = (
            "minutes",
            "pause",
            "slots",
            "tables",
            "mode",
            "most_wishes",
            "dial",
            "fairness",
            "interpreters",
        )
        told = {name: self.cleaned_data[name] for name in names}
        return {**told, "first": self._instant("first"), "wishes_until": self._instant("wishes_until")}


class JoinForm(forms.Form):
    """What a participant says of themselves."""

    kind = forms.ChoiceField(label=_("We come as"))
    languages = forms.MultipleChoiceField(
        label=_("Languages we can talk in"),
        choices=SPOKEN,
        widget=forms.CheckboxSelectMultiple,
        initial=["ko"],
    )
    offers_ko = forms.CharField(label=_("What we offer, in Korean"), max_length=300, required=False)
    offers_en = forms.CharField(label=_("What we offer, in English"), max_length=300, required=False)
    needs_ko = forms.CharField(label=_("What we look for, in Korean"), max_length=300, required=False)
    needs_en = forms.CharField(label=_("What we look for, in English"), max_length=300, required=False)
    away = forms.MultipleChoiceField(
        label=_("When we are away"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave it empty if you are there all day."),
    )  # fmt: skip

    def __init__(self, *args: Any, day: Day, known: Participant | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken = (get_language() or "ko")[:2]
        self.fields["kind"].choices = [(one["key"], one.get(spoken) or one["ko"]) for one in day.classes]  # type: ignore[attr-defined]
        zone = recurrence.zone_named(day.event.zone)
        self.fields["away"].choices = [  # type: ignore[attr-defined]
            (
                str(slot.number),
                f"{slot.starts_at.astimezone(zone):%H:%M}–{slot.ends_at.astimezone(zone):%H:%M}",
            )
            for slot in day.slots.all()
        ]
        if known:
            for name in ("kind", "languages", "offers_ko", "offers_en", "needs_ko", "needs_en"):
                self.fields[name].initial = getattr(known, name)
            self.fields["away"].initial = [str(number) for number in known.away]

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.cleaned_data, "away": [int(number) for number in self.cleaned_data["away"]]}

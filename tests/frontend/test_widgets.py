"""A field drawn in a line of Python is, to the letter, what Django's template draws."""

from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from pumasi.web.widgets import Renderer

NASTY = "\"><b>&'한글"
FIELDS = {
    "text": forms.CharField(max_length=20, help_text="h"),
    "email": forms.EmailField(),
    "url": forms.URLField(required=False, assume_scheme="https"),
    "number": forms.IntegerField(min_value=1),
    "secret": forms.CharField(widget=forms.PasswordInput(render_value=True)),
    "hidden": forms.CharField(widget=forms.HiddenInput()),
    "tick": forms.BooleanField(widget=forms.CheckboxInput(attrs={"data-x": NASTY, "hidden": False})),
    "day": forms.DateField(widget=forms.DateInput(attrs={"type": "date"})),
    "choice": forms.ChoiceField(choices=[("a", "A")], required=False),
    "long": forms.CharField(widget=forms.Textarea()),
}


def drawn(renderer, data, initial):
    form = type("Form", (forms.Form,), dict(FIELDS))(data, initial=initial, renderer=renderer)
    return [str(bound) for bound in form]


@pytest.mark.parametrize(
    ("data", "initial"),
    [
        (None, None),
        (None, {"text": NASTY, "long": NASTY, "number": 12345, "tick": True, "day": date(2026, 3, 12)}),
        ({"text": NASTY, "email": NASTY, "number": "x", "tick": "on", "secret": NASTY, "hidden": NASTY, "long": f"\n{NASTY}"}, None),
    ],
)
def test_it_is_what_django_draws(data, initial):
    assert drawn(Renderer(), data, initial) == drawn(DjangoTemplates(), data, initial)

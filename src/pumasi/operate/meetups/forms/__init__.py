"""Forms of the room, by subject."""

from pumasi.operate.meetups.forms.days import DayForm, JoinForm
from pumasi.operate.meetups.forms.events import (
    CancelForm,
    EventForm,
    LetterForm,
    MaterialForm,
    PictureForm,
    RegistrationForm,
    SeriesForm,
    WalkInForm,
)

__all__ = [
    "CancelForm",
    "DayForm",
    "EventForm",
    "JoinForm",
    "LetterForm",
    "MaterialForm",
    "PictureForm",
    "RegistrationForm",
    "SeriesForm",
    "WalkInForm",
]

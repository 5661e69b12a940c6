"""What mail is about. A recipient can stop each topic that is not needed to use an account."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Topic(NamedTuple):
    """A kind of mail: its label, and whether its recipient may stop it."""

    label: Any
    optional: bool


TOPICS = {
    "account": Topic(_("Sign-in and account"), optional=False),
    "invitation": Topic(_("Invitations"), optional=False),
    "introduction": Topic(_("Introductions: requests and answers"), optional=True),
    "digest": Topic(_("Weekly letter: two or three suggestions"), optional=True),
    "event": Topic(_("Events: your place, offers, changes"), optional=False),
    "event_news": Topic(_("Events: reminders and letters from organisers"), optional=True),
    "facility": Topic(_("Labs & test beds: bookings and requests"), optional=False),
    "survey": Topic(_("Surveys: invitations, reminders, questions about answers"), optional=True),
    "news": Topic(_("News by mail"), optional=True),
    "membership": Topic(_("Membership and requests"), optional=True),
}

"""What is written to respondents: their link, a reminder, a question back. Each in their language."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.commons.mail import api as mail
from pumasi.kit.bilingual import read
from pumasi.kit.dates import date_text
from pumasi.kit.links import Numbered
from pumasi.measure.observatory.models import Invitation, Query

TOPIC = "survey"
LINKS = Numbered("observatory.invitation")


def token_of(invitation: Invitation) -> str:
    """The secret part of an invitation's link; it is computed and stands nowhere in the database."""
    return LINKS.token(invitation.pk)


def invitation_of(token: str) -> Invitation | None:
    """Whose link it is; nothing for one that is forged or void."""
    pk = LINKS.pk(token)
    found = Invitation.objects.select_related(
        "response__surveyed", "response__wave__survey__cluster", "response__wave__instrument"
    )
    return found.filter(pk=pk, revoked_at__isnull=True).first()


def address(invitation: Invitation) -> str:
    """The page where an invited person answers."""
    cluster = invitation.response.wave.survey.cluster
    with translation.override(invitation.language):
        path = reverse("observatory:respond", kwargs={"cluster": cluster.slug, "token": token_of(invitation)})
    return f"{settings.SITE_URL}{path}"


def invited(invitation: Invitation) -> None:
    """Ask to answer, with the personal link."""
    with translation.override(invitation.language):
        told = _told(invitation)
        _write(
            invitation, "invited", _("Please answer for %(cluster)s") % told,
            _("You are asked to answer for %(cluster)s by %(day)s. You can stop at any time and go on with the same link. "
              "The link is yours: whoever has it can answer.") % told,
            # Asked again on another day, for instance after the link was void, it is sent again.
            once=f"{invitation.section}.{timezone.localdate()}",
        )  # fmt: skip


def reminded(invitation: Invitation) -> None:
    """Remind of a response that is not sent yet."""
    with translation.override(invitation.language):
        told = _told(invitation)
        _write(
            invitation, "reminded", _("Your answers for %(cluster)s are awaited") % told,
            _("The answers for %(cluster)s are not sent yet; the last day is %(day)s. What you entered is kept.") % told,
            once=str(invitation.reminded),
        )  # fmt: skip


def asked_back(query: Query) -> None:
    """Tell everybody who answers for the cluster that the office asks back."""
    reached = query.response.invitations.filter(revoked_at__isnull=True)
    for invitation in reached.select_related("response__surveyed", "response__wave__survey__cluster"):
        with translation.override(invitation.language):
            told = _told(invitation)
            _write(
                invitation, "asked", _("A question about your answers for %(cluster)s") % told,
                (_("The office asks about the answers for %(cluster)s:") % told) + f"\n\n{query.text}",
                once=str(query.pk),
            )  # fmt: skip


def _told(invitation: Invitation) -> dict[str, str]:
    language = invitation.language
    return {
        "cluster": str(read(invitation.response.surveyed, "name", language)),
        "day": date_text(invitation.response.wave.closes, language),
    }


def _write(invitation: Invitation, what: str, subject: str, text: str, *, once: str) -> None:
    survey = invitation.response.wave.survey
    mail.write(
        to=invitation.email, topic=TOPIC, dedupe=f"observatory.{what}.{invitation.pk}.{once}",
        subject=f"[{read(survey, 'name', invitation.language)}] {subject}", text=f"{text}\n\n{address(invitation)}\n",
        language=invitation.language, cluster=survey.cluster,
    )  # fmt: skip

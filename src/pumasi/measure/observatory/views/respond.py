"""A respondent's pages, behind a link of their own: section by section, saved and gone on with, and questions back answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pumasi.kit import uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, number, number_in
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions import answering
from pumasi.measure.observatory.actions.letters import invitation_of
from pumasi.measure.observatory.asking.answers import lacking
from pumasi.measure.observatory.models import Invitation, Question, Response
from pumasi.measure.observatory.queries.answered import (
    Section,
    attachment_of,
    last_of,
    questions_of,
    sections_of,
)
from pumasi.measure.observatory.views.fields import Before, Field, fields, given_in, lit, row, shown_again

Page = TypeVar("Page", bound=HttpResponseBase)


@dataclass
class Asked:
    """The questionnaire as one invited person sees it."""

    invitation: Invitation
    token: str
    response: Response
    questions: list[Question]
    sections: list[Section]

    @property
    def whole(self) -> bool:
        """Say whether they answer for all sections, and so may send."""
        return not self.invitation.section


def _asked(request: HttpRequest, token: str) -> Asked:
    invitation = invitation_of(token)
    if invitation is None or invitation.response.wave.survey.cluster_id != cluster_of(request).pk:
        raise Http404
    response = invitation.response
    questions = questions_of(response.wave.instrument)
    sections = sections_of(questions)
    if invitation.section:
        sections = [one for one in sections if one.is_called(invitation.section)]
    return Asked(invitation, token, response, questions, sections)


@require_http_methods(["GET", "POST"])
@requires("observatory.respond")
def respond(request: HttpRequest, token: str) -> HttpResponse:
    """One section of the questionnaire: kept as far as it can be read, and gone on with."""
    asked = _asked(request, token)
    if request.method == "POST" and request.POST.get("then") == "reply":
        return _reply(request, asked)
    if request.method == "POST" and request.POST.get("then") == "send":
        return _send(request, asked)
    section = _section(request, asked.sections)
    if section is None:
        return _secret(render(request, "observatory/respond_check.html", _check(asked)))
    if request.method == "POST":
        return _keep(request, asked, section)
    return _page(request, asked, section, _fields(asked, section, _before(asked, section)))


@require_safe
@requires("observatory.respond")
def handed_in(request: HttpRequest, token: str, file: int) -> HttpResponseBase:
    """A file of the response, for who answers that part."""
    asked = _asked(request, token)
    mine = [question for section in asked.sections for question in section.questions]
    found = attachment_of(asked.response, file, mine)
    if found is None:
        raise Http404
    return _secret(uploads.as_download(found.file))


def _section(request: HttpRequest, sections: Sequence[Section]) -> Section | None:
    """The section that was asked for, else the first one; None for the last step, looking through."""
    wanted = request.POST.get("section") or request.GET.get("section", "")
    if wanted == "check" or not sections:
        return None
    return next((one for one in sections if one.number == number(wanted)), sections[0])


def _before(asked: Asked, section: Section) -> Before:
    return Before(asked.response, section.questions)


def _fields(asked: Asked, section: Section, before: Before) -> list[Field]:
    return lit(fields(section.questions, asked.questions, last_of(asked.response), before))


def _page(
    request: HttpRequest, asked: Asked, section: Section, found: list[Field], *, status: int = 200
) -> HttpResponse:
    wave = asked.response.wave
    context = {
        **_common(asked, section.number), "section": section, "fields": found, "fixed": _fixed(asked.response),
        "version": wave.instrument_id, "this_year": timezone.localdate().year,
    }  # fmt: skip
    return _secret(render(request, "observatory/respond.html", context, status=status))


def _common(asked: Asked, at: int | str) -> dict[str, Any]:
    steps = [
        {
            "label": f"{one.number}. {one.name or _('Questions')}",
            "url": f"?section={one.number}",
            "active": one.number == at,
        }
        for one in asked.sections
    ]
    last = _("Check and send") if asked.whole else _("Check")
    return {
        "steps": [*steps, {"label": last, "url": "?section=check", "active": at == "check"}],
        "asked": asked, "response": asked.response, "survey": asked.response.wave.survey, "wave": asked.response.wave,
        "token": asked.token, "queries": asked.response.queries.filter(closed_at__isnull=True).select_related("question"),
    }  # fmt: skip


def _fixed(response: Response) -> bool:
    """Say whether answers no longer change."""
    return answering.refusal(response, office=False) is not None


def _secret(response: Page) -> Page:
    """A page behind a personal link is kept by nobody and found by no search engine."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _keep(request: HttpRequest, asked: Asked, section: Section) -> HttpResponse:
    """Keep what can be read; what cannot, or what somebody else answered meanwhile, is shown again as it was typed."""
    before = _before(asked, section)
    there = _fields(asked, section, before)
    given, errors = given_in(request.POST, request.FILES, there, before)
    try:
        clashes = answering.keep(response=asked.response, given=given, invitation=asked.invitation)
    except Refused as why:
        return _refused(request, asked, section, there, why)
    changed = number_in(request, "version") != asked.response.wave.instrument_id
    if changed:
        messages.warning(
            request,
            _(
                "The office put a new version of the questions in place. Your answers came along; please look them through."
            ),
        )
    if errors or clashes or changed:
        theirs = {one.question.pk: one.theirs for one in clashes}
        found = shown_again(_fields(asked, section, before), request.POST, errors, theirs)
        return _page(request, asked, section, lit(found), status=422 if errors or clashes else 200)
    messages.success(request, _("Saved. You can stop here and go on later with the same link."))
    return redirect(_next(request, asked, section))


def _refused(
    request: HttpRequest, asked: Asked, section: Section, there: list[Field], why: Refused
) -> HttpResponse:
    """Answers that are not taken in any more: the reason, and everything that was typed, so that nothing is lost."""
    messages.error(request, why.text())
    typed = shown_again(
        there,
        request.POST,
        {one.question.pk: "" for one in there if f"seen-{one.question.key}" in request.POST},
        {},
    )
    return _page(request, asked, section, typed, status=409)


def _next(request: HttpRequest, asked: Asked, section: Section) -> str:
    url = reverse("observatory:respond", kwargs={"token": asked.token, **here(request)})
    if request.POST.get("then") == "stay":
        return f"{url}?section={section.number}"
    after = next((one.number for one in asked.sections if one.number > section.number), None)
    return f"{url}?section={after or 'check'}"


def _check(asked: Asked) -> dict[str, Any]:
    """Every answer once more, what is still missing, and the button that sends."""
    last = last_of(asked.response)
    missing = {one.pk for one in lacking(asked.questions, last)}
    parts = [
        (
            section,
            [
                (*row(one, last), one.question.pk in missing)
                for one in fields(section.questions, asked.questions, last, Before())
                if not one.off
            ],
        )
        for section in asked.sections
    ]
    return {
        **_common(asked, "check"),
        "parts": parts,
        "missing": len(missing),
        "fixed": _fixed(asked.response),
    }


def _send(request: HttpRequest, asked: Asked) -> HttpResponse:
    if not asked.whole:
        raise Refused(
            "You answer for one section; who answers for the whole sends it.",
            "한 부문만 맡으셨습니다. 제출은 전체를 맡은 분이 합니다.",
        )
    answering.send(response=asked.response, invitation=asked.invitation)
    messages.success(request, _("Sent. Thank you. The office may ask back about an answer."))
    return redirect(_check_url(request, asked))


def _check_url(request: HttpRequest, asked: Asked) -> str:
    return f"{reverse('observatory:respond', kwargs={'token': asked.token, **here(request)})}?section=check"


def _reply(request: HttpRequest, asked: Asked) -> HttpResponse:
    query = asked.response.queries.filter(pk=number_in(request, "query")).first()
    if query is None:
        raise Http404
    answering.reply(query=query, text=request.POST.get("answer", ""))
    messages.success(request, _("Your answer has reached the office."))
    return redirect(_check_url(request, asked))

"""What the network writes to people: the weekly suggestions, requests, answers, and the question on day 30."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit.refused import Refused
from pumasi.measure.network import reasons
from pumasi.measure.network.actions import introduce
from pumasi.measure.network.models import Introduction, PathRequest
from pumasi.measure.network.queries.week import week_of

OUTCOME_DAY = 30
ACCESS = "introductions"


def _name(organisation: Organisation, language: str) -> str:
    with translation.override(language):
        return str(organisation)


def shared_address(introduction: Introduction, language: str) -> str:
    """Address of the shared page."""
    with translation.override(language):
        return reverse("network:shared", kwargs={"cluster": introduction.cluster.slug, "pk": introduction.pk})


# The question a link asks, and what pressing does


def _load(payload: dict[str, Any]) -> tuple[Introduction, int]:
    found = (
        Introduction.objects.select_related("asker", "asked", "cluster")
        .filter(pk=payload["introduction"])
        .first()
    )
    if found is None:
        raise Refused("This introduction is no longer there.", "더 이상 없는 소개입니다.")
    return found, int(payload["side"])


def question_to_asker(payload: dict[str, Any]) -> mail.Question:
    """Would you like to meet them?"""
    introduction, _side = _load(payload)
    return mail.Question(
        title=_("Would you like to meet %(name)s?") % {"name": introduction.asked},
        text=reasons.one_sentence(introduction.reasons),
        facts=[(r["label"], f"{r['share']:.0%}") for r in reasons.in_words(introduction.reasons)[:3]],
        answers=[
            ("ask", _("Introduce us"), "primary"),
            ("later", _("Not now"), "secondary"),
            ("known", _("Already know them"), "quiet"),
        ],
        message_label=_("A line to them (optional)"),
    )


def perform_for_asker(payload: dict[str, Any], answer: str, request: HttpRequest) -> str:
    """Ask, set aside, or say that they know each other."""
    introduction, side = _load(payload)
    if answer == "ask":
        asked = introduce.ask(
            introduction=introduction,
            person=members.contact_of(side),
            message=request.POST.get("message", ""),
        )
        tell_of(asked)
        introduction = asked
    elif answer in ("later", "known"):
        introduce.set_aside(introduction=introduction, known=answer == "known")
    return _open_for(introduction, side, request)


def question_to_asked(payload: dict[str, Any]) -> mail.Question:
    """They would like to meet you."""
    introduction, _side = _load(payload)
    facts = [(_("What they write"), introduction.message)] if introduction.message else []
    return mail.Question(
        title=_("%(name)s would like to meet you") % {"name": introduction.asker},
        text=_("Only if you say yes will both sides see whom to write to."),
        facts=facts,
        answers=[
            ("yes", _("Yes, introduce us"), "primary"),
            ("no", _("Not now"), "secondary"),
            ("known", _("We know each other"), "quiet"),
        ],
    )


def perform_for_asked(payload: dict[str, Any], answer: str, request: HttpRequest) -> str:
    """Say yes, no, or that they know each other."""
    introduction, side = _load(payload)
    if answer in ("yes", "no", "known"):
        person = members.contact_of(side)
        introduction = introduce.answer(
            introduction=introduction, yes=answer == "yes", known=answer == "known", person=person
        )
        if introduction.state == "mutual":
            tell_both(introduction)
    return _open_for(introduction, side, request)


def question_to_open(payload: dict[str, Any]) -> mail.Question:
    """Open the shared page."""
    introduction, side = _load(payload)
    other = introduction.asked if side == introduction.asker_id else introduction.asker
    return mail.Question(
        title=_("Your introduction to %(name)s") % {"name": other},
        answers=[("open", _("Open the shared page"), "primary")],
    )


def perform_open(payload: dict[str, Any], answer: str, request: HttpRequest) -> str:  # noqa: ARG001
    """Let the holder of the link onto the shared page."""
    introduction, side = _load(payload)
    return _open_for(introduction, side, request)


def _open_for(introduction: Introduction, side: int, request: HttpRequest) -> str:
    """Remember in the session which side the holder stands for, and give the address of the page."""
    held = dict(request.session.get(ACCESS, {}))
    held[str(introduction.pk)] = side
    request.session[ACCESS] = held
    return shared_address(introduction, (translation.get_language() or "ko")[:2])


def question_to_via(payload: dict[str, Any]) -> mail.Question:
    """Would you introduce them?"""
    wish = PathRequest.objects.select_related("seeker", "target", "seeker_person").get(pk=payload["request"])
    facts = [(_("What they write"), wish.message)] if wish.message else []
    return mail.Question(
        title=_("%(seeker)s asks you for an introduction to %(target)s")
        % {"seeker": wish.seeker, "target": wish.target},
        text=_(
            "%(target)s does not know of this. If you agree, %(seeker)s gets your address and you take it from there."
        )
        % {"seeker": wish.seeker, "target": wish.target},
        facts=facts,
        answers=[
            ("yes", _("I will introduce them"), "primary"),
            ("no", _("I would rather not"), "secondary"),
        ],
    )


def perform_via(payload: dict[str, Any], answer: str, request: HttpRequest) -> str:
    """Keep the answer of the person in between and tell the seeker."""
    with transaction.atomic():
        wish = PathRequest.objects.select_for_update().get(pk=payload["request"])
        if wish.state == "waiting" and answer in ("yes", "no"):
            wish.state = "agreed" if answer == "yes" else "declined"
            wish.answered_at = timezone.now()
            wish.save()
            tell_seeker(wish)
    return request.path


# Letters


def _write(
    person: Person | None, introduction: Introduction, *, what: str, topic: str, subject: str, text: str
) -> None:
    if person and person.email:
        mail.write(
            to=person.email, topic=topic, dedupe=f"{what}.{introduction.pk}.{person.pk}", subject=subject, text=text,
            language=person.language, cluster=introduction.cluster,
        )  # fmt: skip


def tell_of(introduction: Introduction) -> None:
    """Tell of a question that was asked: the other side, or both if both have said yes. One set aside tells nobody."""
    if introduction.state == Introduction.State.ASKED:
        tell_asked(introduction)
    elif introduction.state == Introduction.State.MUTUAL:
        tell_both(introduction)


def tell_asked(introduction: Introduction) -> None:
    """Ask the other side, by a link that needs no password."""
    person = introduction.asked_person
    if person is None:
        return
    with translation.override(person.language):
        url = _link("network.answer", introduction, introduction.asked_id, person)
        subject = _("%(name)s would like to meet you") % {"name": introduction.asker}
        lines = [subject + ".", introduction.message and f"“{introduction.message}”"]
        lines += [_("Answer with one tap: yes, not now, or you know each other."), url]
        _write(
            person,
            introduction,
            what="network.asked",
            topic="introduction",
            subject=subject,
            text="\n\n".join(filter(None, lines)),
        )
    _notice(introduction, introduction.asked_id)


def _notice(introduction: Introduction, side: int) -> None:
    """Tell those of the side who have accounts, on the site."""
    other = introduction.asker if side == introduction.asked_id else introduction.asked
    both = introduction.state == "mutual"
    for user in members.users_of(side):
        mail.notify(
            user=user,
            dedupe=f"network.{introduction.state}.{introduction.pk}",
            url=shared_address(introduction, user.language),
            text_ko=f"{_name(other, 'ko')} 측과의 만남에 서로 동의했습니다"
            if both
            else f"{_name(other, 'ko')}에서 만남을 희망합니다",
            text_en=f"You and {_name(other, 'en')} have both said yes"
            if both
            else f"{_name(other, 'en')} would like to meet you",
        )


def tell_both(introduction: Introduction) -> None:
    """Both said yes: each side gets the other's name and a link to the shared page."""
    sides = [
        (
            introduction.asker_id,
            introduction.asker_person or members.contact_of(introduction.asker_id),
            introduction.asked,
        ),
        (
            introduction.asked_id,
            introduction.asked_person or members.contact_of(introduction.asked_id),
            introduction.asker,
        ),
    ]
    for side, person, other in sides:
        if person:
            with translation.override(person.language):
                subject = _("You and %(name)s have both said yes") % {"name": other}
                url = _link("network.open", introduction, side, person)
                text = "\n\n".join(
                    [
                        subject + ".",
                        _("On the shared page you can write to each other and agree on a time."),
                        url,
                    ]
                )
                _write(
                    person,
                    introduction,
                    what="network.mutual",
                    topic="introduction",
                    subject=subject,
                    text=text,
                )
        _notice(introduction, side)


def _link(action: str, introduction: Introduction, side: int, person: Person) -> str:
    payload = {"introduction": introduction.pk, "side": side}
    return mail.offer(action=action, payload=payload, email=person.email, language=person.language, days=60)


def weekly_letter(*, cluster: Cluster, organisation: Organisation) -> bool:
    """Hand out the week's introductions of an organisation and write them to its contact; once a week."""
    person = members.contact_of(organisation.pk)
    if person is None or not members.agreed(person.pk, "digest") or not mail.wanted(person.email, "digest"):
        return False
    fresh = [
        i for i in introduce.hand_out(cluster=cluster, organisation=organisation) if i.state == "suggested"
    ]
    if not fresh:
        return False
    with translation.override(person.language):
        parts = [_("This week you could meet:")]
        parts += [
            f"{one.asked}\n{reasons.one_sentence(one.reasons)}\n{_link('network.ask', one, organisation.pk, person)}"
            for one in fresh
        ]
        subject = _("%(cluster)s: whom you could meet this week") % {"cluster": cluster}
        message = mail.write(
            to=person.email, topic="digest", dedupe=f"network.weekly.{cluster.pk}.{organisation.pk}.{week_of()}",
            subject=subject, text="\n\n".join(parts), language=person.language, cluster=cluster,
        )  # fmt: skip
    return message is not None


def write_weekly(cluster: Cluster) -> int:
    """Write the week's letter to every member of the cluster."""
    found = Organisation.objects.filter(pk__in=members.member_ids(cluster)).order_by("pk")
    return sum(weekly_letter(cluster=cluster, organisation=organisation) for organisation in found)


def ask_for_outcomes() -> int:
    """On day 30 ask both sides what came of it; once each."""
    due = timezone.now() - timedelta(days=OUTCOME_DAY)
    ripe = Introduction.objects.filter(state="mutual", answered_at__lte=due).select_related(
        "asker", "asked", "cluster"
    )
    count = 0
    for introduction in ripe:
        told = set(introduction.outcomes.values_list("side_id", flat=True))
        for side, other in (
            (introduction.asker, introduction.asked),
            (introduction.asked, introduction.asker),
        ):
            person = members.contact_of(side.pk)
            if side.pk not in told and person:
                _ask_outcome(introduction, side, other, person)
                count += 1
    return count


def _ask_outcome(introduction: Introduction, side: Organisation, other: Organisation, person: Person) -> None:
    with translation.override(person.language):
        subject = _("What came of your introduction to %(name)s?") % {"name": other}
        url = _link("network.open", introduction, side.pk, person)
        _write(
            person,
            introduction,
            what="network.outcome",
            topic="introduction",
            subject=subject,
            text=f"{subject}\n\n{url}",
        )


@transaction.atomic
def ask_via(
    *,
    cluster: Cluster,
    seeker: Organisation,
    seeker_person: Person | None,
    target: Organisation,
    via: Person,
    message: str,
) -> PathRequest:
    """Ask the person in between; the target learns nothing. Asking twice changes nothing."""
    wish, fresh = PathRequest.objects.get_or_create(
        seeker=seeker, target=target, via=via, state="waiting",
        defaults={"cluster": cluster, "seeker_person": seeker_person, "message": message.strip()[:500]},
    )  # fmt: skip
    if fresh and via.email:
        with translation.override(via.language):
            url = mail.offer(
                action="network.via", payload={"request": wish.pk}, email=via.email, language=via.language
            )
            subject = _("%(seeker)s asks you for an introduction to %(target)s") % {
                "seeker": seeker,
                "target": target,
            }
            mail.write(
                to=via.email, topic="introduction", dedupe=f"network.via.{wish.pk}", subject=subject,
                text=f"{subject}.\n\n{message}\n\n{url}", language=via.language, cluster=cluster,
            )  # fmt: skip
    return wish


def tell_seeker(wish: PathRequest) -> None:
    """Tell the seeker what the person in between said."""
    person = wish.seeker_person or members.contact_of(wish.seeker_id)
    if person is None:
        return
    with translation.override(person.language):
        if wish.state == "agreed":
            subject = _("%(name)s will introduce you to %(target)s") % {
                "name": wish.via,
                "target": wish.target,
            }
            text = _("Write to %(email)s to agree on how.") % {"email": wish.via.email}
        else:
            subject = _("No introduction to %(target)s this time") % {"target": wish.target}
            text = _("The person you asked would rather not. You can ask somebody else.")
        mail.write(
            to=person.email, topic="introduction", dedupe=f"network.via.answer.{wish.pk}", subject=subject,
            text=f"{subject}.\n\n{text}", language=person.language, cluster=wish.cluster,
        )  # fmt: skip


def register() -> None:
    """Tell the mail room what our links do."""
    mail.on_tap("network.ask", ask=question_to_asker, perform=perform_for_asker)
    mail.on_tap("network.answer", ask=question_to_asked, perform=perform_for_asked)
    mail.on_tap("network.open", ask=question_to_open, perform=perform_open, lasting=True)
    mail.on_tap("network.via", ask=question_to_via, perform=perform_via)

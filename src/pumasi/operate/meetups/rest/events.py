"""Events over REST for everybody: what is to come, registering, one's own registrations."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query
from ninja.responses import Status
from pydantic import Field

from pumasi.commons.members import api as members
from pumasi.kit.asked import cluster_of, language_of
from pumasi.kit.refused import Refused
from pumasi.kit.rest import Id, Page, Room, Window, page, requires
from pumasi.operate.meetups.actions import letters, register
from pumasi.operate.meetups.actions.register import AlreadyRegistered
from pumasi.operate.meetups.forms import RegistrationForm
from pumasi.operate.meetups.models import Event, Registration
from pumasi.operate.meetups.queries import events
from pumasi.operate.meetups.schemas import (
    EventOut,
    OwnDeedIn,
    OwnRegistrationOut,
    RegistrationIn,
    event_out,
    registration_out,
)

room = Room(tags=["Events"])


class Wanted(Window):
    """Which events are wanted."""

    q: str = Field("", max_length=100, description="A word of title, place or summary.")
    kind: str = ""
    tag: str = Field("", max_length=80)
    when: str = Field("", description="“past” for what was; otherwise what is to come.")


def _found(request: HttpRequest, pk: int) -> Event:
    seen = events.with_counts(events.visible(request.user, cluster_of(request)))
    found = seen.select_related("host", "cluster").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@room.get("/events", response=Page[EventOut])
@requires("meetups.see")
def list_events(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Read events that the caller may see: to come by time, or past from its end."""
    choice = events.Choice.read(wanted.dict())
    found = events.chosen(events.visible(request.user, cluster_of(request)), choice)
    return page(
        events.with_counts(found).select_related("host"),
        wanted,
        lambda rows: [event_out(row) for row in rows],
    )


@room.get("/events/{int:pk}", response=EventOut)
@requires("meetups.see")
def get_event(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read one event."""
    return event_out(_found(request, pk))


@room.post("/events/{int:pk}/registrations", response={201: OwnRegistrationOut})
@requires("meetups.register")
def register_for_event(request: HttpRequest, pk: Id, given: RegistrationIn) -> Status[Any]:
    """Register for an event; when all places are taken, for its waiting list.

    With an account the place is confirmed at once. Without one a mail goes out, and the key answers nothing
    about others: an address that is registered already is refused, and its holder gets the link by mail.
    """
    event, user = _found(request, pk), request.user
    known: Any = user if user.is_authenticated else None
    form = _form(event, given, known=known is not None)
    person = known.person if known else None
    try:
        made = register.register(
            event=event, name=form.cleaned_data["name"], email=known.email if known else form.cleaned_data["email"], person=person,
            organisation=members.organisation_of(person, event.cluster) if person else None,
            organisation_name=given.organisation_name, answers=form.answers(), consents=form.consents(),
            others=form.cleaned_data["others"], language=language_of(), proved=known is not None,
        )  # fmt: skip
    except AlreadyRegistered as refusal:
        letters.link_again(refusal.registration)
        raise
    # Whoever has not shown that the address is theirs gets the keys by mail only.
    told = registration_out(made) if known else {**registration_out(made), "key": "", "code": ""}
    return Status(201, told)


def _form(event: Event, given: RegistrationIn, *, known: bool) -> RegistrationForm:
    """The pages' form, so that both check alike."""
    questions, blocks = list(event.questions.all()), list(event.consent_blocks.all())
    data: dict[str, Any] = {
        "name": given.name, "email": given.email, "organisation_name": given.organisation_name, "others": "\n".join(given.others),
        **{f"c_{name}": "on" for name in given.consents}, **{f"q_{pk}": answer for pk, answer in given.answers.items()},
    }  # fmt: skip
    form = RegistrationForm(data, event=event, questions=questions, blocks=blocks, known=known)
    if not form.is_valid():
        first = next(iter(form.errors.items()))
        text = f"{first[0]}: {first[1][0]}"
        raise Refused(text.replace("{", "{{").replace("}", "}}"), text.replace("{", "{{").replace("}", "}}"))
    return form


@room.get("/my/registrations", response=Page[OwnRegistrationOut])
@requires("meetups.own")
def list_my_registrations(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read one's own registrations, the latest event first."""
    found = events.registrations_of(request.user, cluster_of(request)).select_related("organisation")
    return page(
        found.order_by("-event__starts_at", "-pk"),
        window,
        lambda rows: [registration_out(row) for row in rows],
    )


@room.post("/registrations/{key}", response=OwnRegistrationOut)
@requires("meetups.hold_link")
def act_on_own_registration(request: HttpRequest, key: str, given: OwnDeedIn) -> dict[str, Any]:
    """Confirm one's address, take an offered place, or give it back: whoever holds the key may."""
    rows = (
        Registration.objects.filter(key=key, event__cluster=cluster_of(request))
        if "\x00" not in key
        else Registration.objects.none()
    )
    row = rows.select_related("event__cluster", "organisation").first()
    if row is None:
        raise Http404
    deed = {"prove": register.prove, "accept": register.accept, "withdraw": register.withdraw}[given.deed]
    return registration_out(deed(registration=row))

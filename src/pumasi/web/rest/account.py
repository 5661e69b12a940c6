"""One's account over REST: profile, consents, tokens; applying, inviting, and deciding who keeps an entry."""

from __future__ import annotations

from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja.responses import Status
from pydantic import Field

from pumasi.commons.members import api as members
from pumasi.commons.members import forms
from pumasi.commons.members.models import ApiToken, Claim, Consent
from pumasi.commons.members.schemas import DecisionIn
from pumasi.kit.access import require
from pumasi.kit.refused import Refused
from pumasi.kit.rest import Id, In, Instant, Named, Out, Room, Trouble, checked, languages_of, requires
from pumasi.web.views.account import keep_profile, person_of, send_invitation, tell_claimant

own = Room(tags=["My account"])
room = Room(tags=["My organisation"])
PURPOSE = Literal["named", "attendees", "digest", "photos"]
NAMES = ("name_ko", "name_en", "phone", "language")


class ProfileOut(Named):
    """Oneself; `consents` says yes or no to each purpose."""

    email: str
    phone: str
    language: Literal["ko", "en"]
    consents: dict[PURPOSE, bool]


class ProfileIn(In):
    """What to change; what is left out stays as it is."""

    name_ko: str | None = Field(None, max_length=120)
    name_en: str | None = Field(None, max_length=120)
    phone: str | None = Field(None, max_length=40)
    language: Literal["ko", "en"] | None = None
    consents: dict[PURPOSE, bool] | None = None


class TokenOut(Out):
    """A token; its text is never shown again."""

    id: int
    name: str
    scope: Literal["read", "write"]
    created_at: Instant
    last_used_at: Instant | None
    expires_at: Instant
    revoked_at: Instant | None


class TokenNew(In):
    """A token to make."""

    name: str = Field(min_length=1, max_length=100)
    scope: Literal["read", "write"] = "read"
    days: int = Field(90, ge=1, le=366)


class TokenMade(TokenOut):
    """A new token with its text, which is shown this once."""

    token: str


def _profile(request: HttpRequest) -> dict[str, Any]:
    person, user = person_of(request), request.user
    held = set(person.consents.filter(withdrawn_at__isnull=True).values_list("purpose", flat=True))
    plain = {"phone": person.phone, "language": person.language, "email": getattr(user, "email", "")}
    consents = {purpose: purpose in held for purpose in Consent.Purpose.values}
    return {"id": person.pk, **languages_of(person, "name"), **plain, "consents": consents}


@own.get("/my/profile", response=ProfileOut)
@requires("web.own_account")
def get_profile(request: HttpRequest) -> dict[str, Any]:
    """Read one's name, language and consents."""
    return _profile(request)


@own.patch("/my/profile", response=ProfileOut)
@requires("web.own_account")
def change_profile(request: HttpRequest, given: ProfileIn) -> dict[str, Any]:
    """Change one's name, phone or language, and give or withdraw each consent by itself."""
    person = person_of(request)
    sent = {
        name: value
        for name, value in given.dict(include=set(NAMES), exclude_unset=True).items()
        if value is not None
    }
    values = checked(forms.ProfileForm({**{name: getattr(person, name) for name in NAMES}, **sent}))
    with transaction.atomic():
        keep_profile(person, values, {str(purpose): yes for purpose, yes in (given.consents or {}).items()})
    return _profile(request)


@own.get("/my/data", response=dict[str, Any])
@requires("web.own_account")
def export_my_data(request: HttpRequest) -> dict[str, Any]:
    """Download everything kept about oneself."""
    return members.export(person=person_of(request))


class ErasureIn(In):
    """One's own address, typed, so that nobody is erased by a slip."""

    confirm: str = Field(max_length=254)


def _refuse_tokens(request: HttpRequest) -> None:
    """What would be worst in wrong hands needs somebody who has signed in."""
    if getattr(request, "api_token", None) is not None:
        raise Trouble(403, "session_only")


@own.post("/my/erasure", response={204: None})
@requires("web.own_account")
def erase_me(request: HttpRequest, given: ErasureIn) -> Status[None]:
    """Be forgotten, for good; gatherings stay counted without one's name. Not with a token."""
    _refuse_tokens(request)
    if given.confirm != getattr(request.user, "email", ""):
        raise Refused(
            "Type your e-mail address to confirm.", "확인을 위해 본인의 전자우편 주소를 입력해 주십시오."
        )
    members.erase(person=person_of(request))
    return Status(204, None)


@own.get("/my/tokens", response=list[TokenOut])
@requires("web.own_account")
def list_tokens(request: HttpRequest) -> list[ApiToken]:
    """Read one's tokens, the newest first."""
    user: Any = request.user
    return list(members.tokens_of(user))


@own.post("/my/tokens", response={201: TokenMade})
@requires("web.own_account")
def make_token(request: HttpRequest, given: TokenNew) -> Status[dict[str, Any]]:
    """Make a token. Not with a token, so that a lost one cannot make others."""
    _refuse_tokens(request)
    user: Any = request.user
    made, text = members.make_token(user=user, name=given.name, scope=given.scope, days=given.days)
    plain = {name: getattr(made, name) for name in TokenOut.model_fields}
    return Status(201, {**plain, "token": text})


@own.delete("/my/tokens/{int:pk}", response={204: None})
@requires("web.own_account")
def revoke_token(request: HttpRequest, pk: Id) -> Status[None]:
    """End a token at once."""
    members.revoke_token(token=get_object_or_404(ApiToken, pk=pk, user=request.user))
    return Status(204, None)


class InvitationIn(In):
    """A colleague to invite."""

    email: str = Field(max_length=254)
    role: Literal["member", "organisation_admin"] = "member"


class ApplicationIn(In):
    """The organisation one applies with."""

    name_ko: str = Field("", max_length=300)
    name_en: str = Field("", max_length=300)
    kind: str = Field("company", max_length=20)
    registration_number: str = Field("", max_length=20)
    description_ko: str = Field("", max_length=20_000)
    description_en: str = Field("", max_length=20_000)
    website: str = Field("", max_length=200)


class Made(Out):
    """What was made."""

    id: int


class Decided(Out):
    """A claim that was decided."""

    id: int
    state: Literal["accepted", "refused"]


@room.post("/my/organisation/invitations", response={204: None})
@requires("members.act_for_organisation")
def invite_colleague(request: HttpRequest, given: InvitationIn) -> Status[None]:
    """Invite a colleague by mail; the organisation's admins may."""
    organisation = members.own_organisation(request)
    require(request.user, "members.edit_organisation", organisation)
    values = checked(forms.InviteForm(given.dict()))
    with transaction.atomic():
        send_invitation(request, values["email"], values["role"], organisation)
    return Status(204, None)


@room.post("/my/application", response={201: Made})
@requires("web.own_account")
def apply_for_membership(request: HttpRequest, given: ApplicationIn) -> Status[dict[str, int]]:
    """Apply for membership with one's organisation; the office decides."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    user: Any = request.user
    clean = checked(forms.ApplicationForm(given.dict()))
    values = {name: clean[name] for name in forms.ApplicationForm.Meta.fields}
    with transaction.atomic():
        made = members.add(cluster=cluster, state="applied", visibility="managers", **values)
        members.grant(user=user, role="organisation_admin", cluster=None, organisation=made)
    return Status(201, {"id": made.pk})


@room.post("/entry-claims/{int:pk}/decision", response=Decided, tags=["Approvals and duplicates"])
@requires("members.manage")
def decide_entry_claim(request: HttpRequest, pk: Id, given: DecisionIn) -> Claim:
    """Accept or refuse a claim; the claimant is told by mail."""
    by: Any = request.user
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    waiting = Claim.objects.select_related("organisation", "user", "cluster")
    claim = get_object_or_404(waiting, pk=pk, cluster=cluster)
    with transaction.atomic():
        decided = members.decide_claim(claim=claim, accepted=given.accepted, by=by, reason=given.reason)
        tell_claimant(decided)
    return decided

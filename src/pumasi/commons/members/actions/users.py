"""Roles, invitations and claims: how somebody comes to act for an organisation."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from pumasi.commons.members import roles
from pumasi.commons.members.actions.index import index_person
from pumasi.commons.members.models import (
    Affiliation,
    Claim,
    Cluster,
    Invitation,
    Organisation,
    Person,
    RoleGrant,
    User,
)
from pumasi.kit.refused import Refused

INVITATION_DAYS = 14


@transaction.atomic
def grant(
    *, user: User, role: str, cluster: Cluster | None = None, organisation: Organisation | None = None
) -> RoleGrant:
    """Give a role from today; giving it twice changes nothing."""
    held, _ = RoleGrant.objects.get_or_create(
        user=user, role=role, cluster=cluster, organisation=organisation, until=None
    )
    roles.forget(user)
    return held


@transaction.atomic
def withdraw(*, grant: RoleGrant) -> None:
    """End a role as of yesterday, so that it does not hold for the rest of today."""
    grant.until = timezone.localdate() - timedelta(days=1)
    grant.save()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(
    *, email: str, cluster: Cluster, organisation: Organisation | None, role: str, by: User | None
) -> tuple[Invitation, str]:
    """Write an invitation and give it with its token, which is shown once and kept only as a hash."""
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        email=email.lower(),
        cluster=cluster,
        organisation=organisation,
        role=role,
        invited_by=by,
        token_hash=_hash(token),
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    return invitation, token


def invitation_for(token: str) -> Invitation:
    """Find an invitation that still holds, or say what to do."""
    found = Invitation.objects.filter(
        token_hash=_hash(token), accepted_at__isnull=True, expires_at__gt=timezone.now()
    )
    invitation = found.select_related("cluster", "organisation").first()
    if invitation is None:
        raise Refused(
            "This invitation was used or has expired. Ask whoever invited you to send it again.",
            "이미 사용했거나 기한이 지난 초대입니다. 초대하신 분께 다시 요청해 주십시오.",
        )
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, name: str = "", language: str = "ko") -> User:
    """Make (or find) the account of the invited address and give it the role; the link proves the address."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation_for(token).pk)
    if invitation.accepted_at:
        raise Refused(
            "This invitation was used a moment ago. Sign in.", "방금 사용된 초대입니다. 로그인해 주십시오."
        )
    user = User.objects.filter(email=invitation.email).first() or User.objects.create_user(
        invitation.email, language=language
    )
    person = (
        user.person
        or Person.objects.filter(email__iexact=invitation.email, user=None).first()
        or _new_person(invitation.email, name)
    )
    user.person = person
    user.save()
    if invitation.organisation:
        _join(person, invitation.organisation)
    grant(user=user, role=invitation.role, cluster=invitation.cluster, organisation=invitation.organisation)
    invitation.accepted_at = timezone.now()
    invitation.save()
    return user


def _new_person(email: str, name: str) -> Person:
    column = "name_en" if name.isascii() else "name_ko"
    person = index_person(Person(email=email, **{column: name or email.split("@", maxsplit=1)[0]}))
    person.save()
    return person


def _join(person: Person, organisation: Organisation) -> None:
    today = timezone.localdate()
    if not person.affiliations.filter(organisation=organisation, until__isnull=True).exists():
        Affiliation.objects.create(person=person, organisation=organisation, since=today)


@transaction.atomic
def claim(*, user: User, organisation: Organisation, cluster: Cluster, message: str = "") -> Claim:
    """Say that one works at an organisation and wants to keep its entry."""
    if organisation.pk in roles.organisations_of(user, cluster):
        raise Refused("You act for this organisation already.", "이미 이 기업·기관의 담당자입니다.")
    try:
        with transaction.atomic():
            return Claim.objects.create(
                user=user, organisation=organisation, cluster=cluster, message=message[:500]
            )
    except IntegrityError:
        raise Refused(
            "Your request is already with the cluster office. You will get a mail when it is decided.",
            "이미 신청하셨습니다. 결과가 나오면 이메일로 알려 드립니다.",
        ) from None


@transaction.atomic
def decide_claim(*, claim: Claim, accepted: bool, by: User, reason: str = "") -> Claim:
    """Accept (the claimant becomes the organisation's admin) or refuse with a reason. Only once."""
    locked = Claim.objects.select_for_update().get(pk=claim.pk)
    if locked.state != Claim.State.WAITING:
        raise Refused("A colleague has decided this one already.", "다른 담당자가 이미 처리했습니다.")
    if not accepted and not reason.strip():
        raise Refused(
            "Give a reason; the claimant will read it.", "반려 사유를 적어 주십시오. 신청인에게 전달됩니다."
        )
    locked.state = Claim.State.ACCEPTED if accepted else Claim.State.REFUSED
    locked.reason, locked.decided_by, locked.decided_at = reason.strip()[:300], by, timezone.now()
    locked.save()
    if accepted:
        grant(
            user=locked.user,
            role="organisation_admin",
            cluster=locked.cluster,
            organisation=locked.organisation,
        )
        if locked.user.person:
            _join(locked.user.person, locked.organisation)
    return locked


def ensure_user(
    *, email: str, person: Person | None = None, password: str | None = None, **values: Any
) -> User:
    """Find the account of an address or make it."""
    user = User.objects.filter(email=email.lower()).first()
    return user or User.objects.create_user(email, password, person=person, **values)

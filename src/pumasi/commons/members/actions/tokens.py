"""Personal tokens for the API: made, found by their hash, revoked."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from pumasi.commons.members.models import ApiToken, User
from pumasi.kit.refused import Refused

PREFIX = "pumasi_"
DAYS = (1, 366)
MOST = 20
# How often the last use is written down; a row is not rewritten with every request.
SEEN_EVERY = timedelta(minutes=5)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """A user's tokens, the newest first."""
    return ApiToken.objects.filter(user=user).order_by("-created_at", "-pk")


@transaction.atomic
def make_token(*, user: User, name: str, scope: str = "read", days: int = 90) -> tuple[ApiToken, str]:
    """Make a token and give it with its text, which is shown this once. It ends after `days` days (1 to 366)."""
    if not name.strip():
        raise Refused(
            "Name the program that will use it.", "토큰을 사용할 프로그램의 이름을 입력해 주십시오."
        )
    if scope not in ApiToken.Scope.values:
        raise Refused(
            "Choose whether it may only read, or write too.", "읽기 전용인지 쓰기도 가능한지 선택해 주십시오."
        )
    if not DAYS[0] <= days <= DAYS[1]:
        raise Refused("A token holds for 1 to 366 days.", "유효 기간은 1일에서 366일까지입니다.")
    now = timezone.now()
    User.objects.select_for_update().get(pk=user.pk)
    if ApiToken.objects.filter(user=user, revoked_at__isnull=True, expires_at__gt=now).count() >= MOST:
        raise Refused(
            "You have 20 tokens. Revoke one that is not used any more.",
            "토큰은 20개까지 발급할 수 있습니다. 쓰지 않는 토큰을 폐기해 주십시오.",
        )
    text = PREFIX + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        user=user,
        name=name.strip()[:100],
        hash=_hash(text),
        scope=scope,
        expires_at=now + timedelta(days=days),
    )
    return made, text


def revoke_token(*, token: ApiToken) -> None:
    """End a token at once. Ending it twice changes nothing."""
    ApiToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())


def token_for(text: str) -> ApiToken | None:
    """The token that holds now, with its user; nothing for one that is unknown, revoked or past its day."""
    now = timezone.now()
    holds = ApiToken.objects.filter(revoked_at__isnull=True, expires_at__gt=now, user__is_active=True)
    found = holds.filter(hash=_hash(text)).select_related("user").first()
    if found:
        stale = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - SEEN_EVERY)
        if found.last_used_at is None or found.last_used_at < now - SEEN_EVERY:
            ApiToken.objects.filter(stale, pk=found.pk).update(last_used_at=now)
    return found

"""Links that sign somebody in: signed, short-lived, and dead after the next sign-in."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from pumasi.commons.members.models import User
from pumasi.kit.refused import Refused

SALT = "web.sign_in"
SECONDS = 15 * 60


def _mark(user: User) -> str:
    """Something that changes with the next sign-in and with a new password."""
    return f"{user.last_login}.{user.password[-8:]}"


def make(user: User, *, language: str = "ko", lasting: bool = False) -> str:
    """Give a link that signs the user in; `lasting` ones are for the fictional accounts of the sample only."""
    token = signing.dumps([user.pk, "" if lasting else _mark(user)], salt=SALT)
    with translation.override(language):
        return settings.SITE_URL + reverse("sign_in", args=[token])


def user_of(token: str) -> User:
    """Whose link this is; old, used or forged links are refused with what to do."""
    try:
        pk, mark = signing.loads(token, salt=SALT)
        user = User.objects.get(pk=pk, is_active=True)
        lasting = mark == "" and user.grants.filter(cluster__is_sample=True).exists()
        if not lasting:
            signing.loads(token, salt=SALT, max_age=SECONDS)
        if not lasting and mark != _mark(user):
            raise signing.BadSignature
    except (signing.BadSignature, User.DoesNotExist, ValueError, TypeError):
        raise Refused(
            "This sign-in link was used or is older than 15 minutes. Ask for a new one on the sign-in page.",
            "이미 사용했거나 15분이 지난 로그인 링크입니다. 로그인 화면에서 새 링크를 받아 주십시오.",
        ) from None
    return user

"""Links that a person gets by mail: the address it goes to, and a signed number in it that stands for a row."""

from __future__ import annotations

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from pumasi.kit.refused import Refused


class Numbered:
    """Secret parts of links for the rows of one kind. They are computed and stand nowhere in the database."""

    def __init__(self, kind: str) -> None:
        """A token of one kind is none of another."""
        self._signer = signing.Signer(salt=kind)

    def token(self, pk: int) -> str:
        """The secret part of a row's link."""
        return self._signer.sign(str(pk))

    def pk(self, token: str) -> int:
        """Which row a link is for; 0 for one that is forged."""
        try:
            return int(self._signer.unsign(token))
        except (signing.BadSignature, ValueError):
            return 0


def mail_address(text: str) -> str:
    """A typed mail address in small letters. Raises Refused for what is none."""
    address = text.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Refused(
            "{email} is no mail address. Write one such as name@example.org.",
            "{email}: 메일 주소가 아닙니다. name@example.org처럼 입력해 주십시오.",
            email=address[:80] or "–",
        ) from None
    return address

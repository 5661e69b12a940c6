"""The way out: SMTP, and Django's own mails into the outbox."""

from __future__ import annotations

import smtplib
import ssl
import uuid
from collections.abc import Sequence
from email.message import EmailMessage as Composed
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import translation

from pumasi.commons.mail.actions import PermanentFailure, write

GONE_FOR_GOOD = range(550, 555)


class Smtp:
    """Delivers over one connection to the server of an address like smtp://user:password@host:587 (smtps: TLS at once)."""

    def __init__(self, url: str, timeout: float = 20.0) -> None:
        self.parts = urlsplit(url)
        self.timeout = timeout
        self.server: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Use as `with Smtp(url) as deliver`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Say goodbye."""
        if self.server:
            self.server.close()

    def _connect(self) -> smtplib.SMTP:
        host, port = self.parts.hostname or "localhost", self.parts.port or 25
        kind = smtplib.SMTP_SSL if self.parts.scheme == "smtps" else smtplib.SMTP
        server = kind(host, port, timeout=self.timeout)
        server.ehlo_or_helo_if_needed()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        if self.parts.username:
            server.login(unquote(self.parts.username), unquote(self.parts.password or ""))
        return server

    def __call__(self, mail: Composed) -> None:
        """Deliver one mail; an address that is gone for good raises PermanentFailure, all else OSError."""
        try:
            self.server = self.server or self._connect()
            self.server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            code, reason = next(iter(error.recipients.values()))
            if code in GONE_FOR_GOOD:
                raise PermanentFailure(f"{code} {reason.decode(errors='replace')}") from error
            raise OSError(f"{code} {reason!r}") from error
        except smtplib.SMTPException as error:
            self.server = None
            raise OSError(str(error)) from error


class OutboxBackend(BaseEmailBackend):
    """Django's mail (sign-in codes, password resets) goes into the outbox as well."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        """Write each recipient's copy; sign-in codes are new each time, so nothing is deduplicated."""
        for message in messages:
            for to in message.to:
                self._write(message, to)
        return len(messages)

    def _write(self, message: Any, to: str) -> None:

        write(
            to=to,
            topic="account",
            dedupe=f"account.{uuid.uuid4()}",
            subject=message.subject,
            text=message.body,
            language=(translation.get_language() or "ko")[:2],
        )

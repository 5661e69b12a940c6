"""What comes back as mail: delivery reports (RFC 3464), read one by one or fetched from a mailbox."""

from __future__ import annotations

import email
import imaplib
import re
import ssl
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db import transaction

from pumasi.commons.mail.models import Message, Unreachable

TIMEOUT = 20.0
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,190}>")
# Letters of people lie in the same mailbox: they are neither fetched nor marked as read.
REPORTS = ("UNSEEN", "HEADER", "Content-Type", '"multipart/report"')


@transaction.atomic
def read_bounce(raw: bytes) -> list[str]:
    """Read a delivery report and mark the addresses that failed for good; give them.

    A report counts if it names a mail of ours by its Message-ID, which only its recipient's server has seen: otherwise
    anybody could silence anybody by a letter. Reading it twice is harmless.
    """
    report: Any = email.message_from_bytes(raw)  # the older policy: it reads whatever comes
    parts = list(report.walk())
    if not any(
        _failed(block) for part in parts if _is(part, "delivery-status") for block in part.get_payload()
    ):
        return []
    mails = Message.objects.filter(message_id__in=set(_returned(parts)), state__in=["sent", "bounced"])
    failed = []
    for mail in mails.exclude(message_id="").order_by("pk"):
        Unreachable.objects.get_or_create(email=mail.to, defaults={"reason": "delivery report"})
        mail.state = "bounced"
        mail.save(update_fields=["state"])
        failed.append(mail.to)
    return failed


def _is(part: Any, kind: str) -> bool:
    return bool(part.get_content_type() == f"message/{kind}")


def _failed(block: Any) -> bool:
    """Say whether one block of a report tells of a failure for good (status 5.x.x)."""
    return str(block.get("Action", "")).lower() == "failed" and str(block.get("Status", "")).startswith("5")


def _returned(parts: list[Any]) -> Iterator[str]:
    """Message-IDs of the mails that a report carries, whole or as their headers alone."""
    for part in parts:
        if _is(part, "rfc822"):
            carried = part.get_payload()
        elif part.get_content_type() == "text/rfc822-headers":
            carried = [email.message_from_bytes(part.get_payload(decode=True))]
        else:
            continue
        for mail in carried:
            yield from MESSAGE_ID.findall(str(mail["Message-ID"]))


def fetch_bounces(url: str, *, most: int = 200) -> list[str]:
    """Read the unread delivery reports of a mailbox and mark them as read there; give the addresses that failed for good.

    The address is imaps://user:password@host/folder, or imap://… (STARTTLS where offered); the folder is INBOX unless
    named. Raises OSError if the mailbox does not answer or does not let us in.
    """
    parts, failed = urlsplit(url), []
    try:
        with _open(parts.scheme, parts.hostname or "localhost", parts.port) as box:
            box.login(unquote(parts.username or ""), unquote(parts.password or ""))
            box.select(unquote(parts.path.strip("/")) or "INBOX")
            for number in box.uid("SEARCH", *REPORTS)[1][0].split()[:most]:
                found = box.uid("FETCH", number, "(BODY.PEEK[])")[1][0]
                if isinstance(found, tuple):
                    failed += read_bounce(found[1])
                box.uid("STORE", number, "+FLAGS.SILENT", r"(\Seen)")
    except imaplib.IMAP4.error as error:
        raise OSError(str(error)) from error
    return failed


def _open(scheme: str, host: str, port: int | None) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    if scheme == "imaps":
        return imaplib.IMAP4_SSL(host, port or 993, ssl_context=context, timeout=TIMEOUT)
    box = imaplib.IMAP4(host, port or 143, timeout=TIMEOUT)
    if "STARTTLS" in box.capabilities:
        box.starttls(context)
    return box

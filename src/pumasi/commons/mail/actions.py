"""Writing mail into the outbox, and sending it."""

from __future__ import annotations

import email.policy
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from email.utils import make_msgid
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.commons.mail.models import Message, Notice, Preference, Unreachable
from pumasi.commons.mail.topics import TOPICS
from pumasi.kit.once import insert_once
from pumasi.kit.refused import Refused
from pumasi.kit.worded import Worded

TRIES = 6
# An address in a header must stay in one piece: folded, it would be encoded and no provider could follow it.
LONG_LINES = email.policy.SMTP.clone(max_line_length=990)
UNSUBSCRIBE_SALT = "mail.unsubscribe"
Deliver = Callable[[EmailMessage], None]


def write(
    *,
    to: str,
    topic: str,
    dedupe: str,
    subject: str,
    text: str,
    language: str = "ko",
    cluster: Any = None,
    html: str = "",
) -> Message | None:
    """Put a mail into the outbox in the caller's transaction. Writing it twice under one `dedupe` is harmless."""
    if topic not in TOPICS:
        raise LookupError(f"no mail topic named {topic}")
    message = Message(
        dedupe=dedupe[:160], to=to.lower(), topic=topic, subject=" ".join(subject.split())[:300], text=text, html=html,
        language=language, cluster=cluster, state="queued" if wanted(to, topic) else "suppressed",
    )  # fmt: skip
    return message if insert_once(message) else None


_UNREACHABLE = Worded(lambda email: Unreachable.objects.filter(email=email).values_list("pk"), email=str)


def wanted(address: str, topic: str) -> bool:
    """Say whether the address wants mail about the topic and can be reached."""
    address = address.lower()
    if _UNREACHABLE(email=address):
        return False
    if not TOPICS[topic].optional:
        return True
    return not Preference.objects.filter(email=address, topic=topic, wanted=False).exists()


def prefer(*, address: str, topic: str, wanted: bool) -> None:
    """Keep a recipient's choice, and take waiting mail of an unwanted topic out of the queue."""
    if topic not in TOPICS or not TOPICS[topic].optional:
        raise Refused("This kind of mail cannot be stopped.", "이 메일은 수신을 거부할 수 없습니다.")
    Preference.objects.update_or_create(email=address.lower(), topic=topic, defaults={"wanted": wanted})
    if not wanted:
        Message.objects.filter(to=address.lower(), topic=topic, state="queued").update(state="suppressed")


def preferences(address: str) -> dict[str, bool]:
    """The choice for each optional topic."""
    said = dict(Preference.objects.filter(email=address.lower()).values_list("topic", "wanted"))
    return {name: said.get(name, True) for name, topic in TOPICS.items() if topic.optional}


def unsubscribe_url(address: str, topic: str, language: str) -> str:
    """Address of RFC 8058's one-click unsubscribe; signed, so that it names nobody else."""
    token = signing.dumps([address, topic], salt=UNSUBSCRIBE_SALT)
    with translation.override(language):
        return settings.SITE_URL + reverse("link:unsubscribe", args=[token])


def read_unsubscribe(token: str) -> tuple[str, str]:
    """Who wants to stop which topic; a forged token is refused."""
    try:
        address, topic = signing.loads(token, salt=UNSUBSCRIBE_SALT)
    except (signing.BadSignature, ValueError):
        raise Refused(
            "This link is not valid. Use the one in the mail.",
            "올바르지 않은 링크입니다. 메일의 링크를 이용해 주십시오.",
        ) from None
    return str(address), str(topic)


def compose(message: Message) -> EmailMessage:
    """Make the mail that is sent, with the headers that bulk senders owe."""
    mail = EmailMessage(policy=LONG_LINES)
    mail["From"], mail["To"], mail["Subject"] = settings.DEFAULT_FROM_EMAIL, message.to, message.subject
    mail["Message-ID"] = message.message_id
    mail["Date"] = timezone.now()
    mail["Content-Language"] = message.language
    text = message.text
    if TOPICS[message.topic].optional:
        url = unsubscribe_url(message.to, message.topic, message.language)
        mail["List-Unsubscribe"] = f"<{url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        stop = "더 이상 받지 않으시려면" if message.language == "ko" else "To stop this kind of mail"
        text = f"{text}\n\n--\n{stop}: {url}\n"
    mail.set_content(text)
    if message.html:
        mail.add_alternative(message.html, subtype="html")
    return mail


def send_due(deliver: Deliver, *, most: int = 100) -> dict[str, int]:
    """Send what is waiting, one transaction a mail, so that a crash can repeat at most the one under way.

    A repeat carries the same Message-ID. Several workers share the queue without waiting for each other.
    """
    counts = {"sent": 0, "failed": 0, "suppressed": 0}
    for _ in range(most):
        outcome = _send_next(deliver)
        if outcome is None:
            break
        counts[outcome] += 1
    return counts


@transaction.atomic
def _send_next(deliver: Deliver) -> str | None:
    due = Message.objects.filter(state="queued", not_before__lte=timezone.now())
    message = due.select_for_update(skip_locked=True).order_by("not_before", "pk").first()
    if message is None:
        return None
    if not wanted(message.to, message.topic):
        message.state = "suppressed"
        message.save()
        return "suppressed"
    message.attempts += 1
    message.message_id = message.message_id or make_msgid(domain="pumasi")
    try:
        deliver(compose(message))
    except PermanentFailure as error:
        _came_back(message, str(error))
    except OSError as error:
        _try_later(message, str(error))
    else:
        message.state, message.sent_at, message.last_error = "sent", timezone.now(), ""
    message.save()
    return "sent" if message.state == "sent" else "failed"


class PermanentFailure(Exception):  # noqa: N818  # named for what the mail server said
    """The mail server said that this address will never be reached."""


def _came_back(message: Message, reason: str) -> None:
    message.state, message.last_error = "bounced", reason[:500]
    Unreachable.objects.get_or_create(email=message.to, defaults={"reason": reason[:300]})


def _try_later(message: Message, reason: str) -> None:
    message.last_error = reason[:500]
    message.not_before = timezone.now() + timedelta(minutes=2 ** (2 * message.attempts - 1))
    if message.attempts >= TRIES:
        message.state = "failed"


def notify(*, user: Any, dedupe: str, url: str = "", **texts: str) -> None:
    """Tell a user something on the site, once."""
    Notice.objects.get_or_create(user=user, dedupe=dedupe[:160], defaults={"url": url, **texts})


def unread(*, user: Any) -> int:
    """How many notices the user has not read."""
    if not getattr(user, "is_authenticated", False):
        return 0
    return Notice.objects.filter(user=user, read_at__isnull=True).count()


def read_all(*, user: Any) -> None:
    """Mark the user's notices as read."""
    Notice.objects.filter(user=user, read_at__isnull=True).update(read_at=timezone.now())

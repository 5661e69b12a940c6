"""News by mail without an account: asked for, confirmed by a link, changed and stopped by a link; at once or once a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.commons.mail import api as mail
from pumasi.commons.members.models import Cluster
from pumasi.kit.bilingual import read
from pumasi.kit.links import Numbered, mail_address
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.models import Edition, Item
from pumasi.publish.portal.models import Subscription

TOPIC = "news"
LINKS = Numbered("portal.subscription")
# A letter says so many at most; the board has the rest.
MOST = 20


def token_of(subscription: Subscription) -> str:
    """The secret part of a subscription's link; it is computed and stands nowhere in the database."""
    return LINKS.token(subscription.pk)


def subscription_of(token: str) -> Subscription | None:
    """Whose link it is; nothing for one that is forged or was stopped."""
    return Subscription.objects.select_related("cluster").filter(pk=LINKS.pk(token)).first()


def address(subscription: Subscription) -> str:
    """The page where a subscription is confirmed, changed and stopped."""
    with translation.override(subscription.language):
        path = reverse(
            "portal:subscription",
            kwargs={"cluster": subscription.cluster.slug, "token": token_of(subscription)},
        )
    return f"{settings.SITE_URL}{path}"


def _kinds(kinds: Sequence[str]) -> list[str]:
    return [kind for kind in Item.Kind.values if kind in kinds]


@transaction.atomic
def ask(
    *, cluster: Cluster, email: str, language: str, kinds: Sequence[str] = (), weekly: bool = True
) -> Subscription:
    """Ask for news by mail. Nothing is sent before the link in the one letter that goes out is followed.

    Whoever asks again with an address that is subscribed changes nothing of it: only the link does.
    """
    values = {"kinds": _kinds(kinds), "weekly": weekly}
    found, new = Subscription.objects.select_for_update().get_or_create(
        cluster=cluster, email=mail_address(email), language=language, defaults=values
    )
    if not new and found.confirmed_at is None:
        found.kinds, found.weekly = values["kinds"], weekly
        found.save()
    _write_link(found)
    return found


def _write_link(subscription: Subscription) -> None:
    """At most one letter a day to an address, whoever types it in how often."""
    language = subscription.language
    with translation.override(language):
        name = read(subscription.cluster, "name", language)
        if subscription.confirmed_at:
            text = _("You receive this cluster's news already. Change or stop it here:")
        else:
            text = _(
                "Somebody asked to have this cluster's news sent to this address. If it was you, confirm it here; if not, do nothing:"
            )
        mail.write(
            to=subscription.email, topic=TOPIC, dedupe=f"portal.link.{subscription.pk}.{timezone.localdate()}",
            subject=f"[{name}] {_('News by mail')}", text=f"{text}\n\n{address(subscription)}\n", language=language,
        )  # fmt: skip


def confirm(*, subscription: Subscription, kinds: Sequence[str], weekly: bool) -> Subscription:
    """Confirm a subscription, or change what it is about."""
    subscription.kinds, subscription.weekly = _kinds(kinds), weekly
    if subscription.confirmed_at is None:
        subscription.confirmed_at = subscription.told_until = timezone.now()
    subscription.save()
    return subscription


def stop(*, subscription: Subscription) -> None:
    """Stop a subscription; the address is forgotten."""
    subscription.delete()


def write_letters(now: datetime | None = None) -> int:
    """Write to everybody for whom something is out since their last letter, at once or a week after it. Gives how many letters."""
    moment = now or timezone.now()
    due = Subscription.objects.filter(confirmed_at__isnull=False).exclude(
        weekly=True, told_until__gt=moment - timedelta(days=7)
    )
    return sum(_write(one.pk, moment) for one in due)


@transaction.atomic
def _write(pk: int, now: datetime) -> bool:
    """One subscriber's letter in one transaction, so that a crash repeats none and forgets none."""
    found = (
        Subscription.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("cluster")
        .filter(pk=pk)
        .first()
    )
    if found is None or found.told_until is None:
        return False
    editions = newsroom.out(found.cluster, found.language).filter(
        publish_at__gt=found.told_until, publish_at__lte=now
    )
    if found.kinds:
        editions = editions.filter(item__kind__in=found.kinds)
    news = list(editions[:MOST])
    if not news:
        return False
    with translation.override(found.language):
        _letter(found, news, now)
    found.told_until = now
    found.save()
    return True


def _letter(subscription: Subscription, news: Sequence[Edition], now: datetime) -> None:
    lines = [
        f"{one.shown_title}\n{one.shown_summary}".strip() + f"\n{_address(subscription, one)}" for one in news
    ]
    name = read(subscription.cluster, "name", subscription.language)
    end = _("Change or stop these letters:")
    subject = news[0].shown_title if len(news) == 1 else _("%(n)s news") % {"n": len(news)}
    mail.write(
        to=subscription.email, topic=TOPIC, dedupe=f"portal.letter.{subscription.pk}.{now:%Y%m%d%H%M%S%f}",
        subject=f"[{name}] {subject}", text="\n\n".join([*lines, f"{end} {address(subscription)}"]) + "\n",
        language=subscription.language,
    )  # fmt: skip


def _address(subscription: Subscription, edition: Edition) -> str:
    values = {"cluster": subscription.cluster.slug, "pk": edition.item_id, "slug": edition.slug}
    return settings.SITE_URL + reverse("portal:article", kwargs=values)


def forget_unconfirmed() -> int:
    """Forget addresses that nobody confirmed within a week. Gives how many."""
    gone, _each = Subscription.objects.filter(
        confirmed_at__isnull=True, created_at__lt=timezone.now() - timedelta(days=7)
    ).delete()
    return gone

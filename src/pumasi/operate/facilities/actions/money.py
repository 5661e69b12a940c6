"""What a booking costs in the end: lines to be invoiced, credits that are used up first, and what is waived with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.dates import zone_of
from pumasi.kit.refused import Refused
from pumasi.operate.facilities.models import Booking, Charge, Credit, CreditUse, Facility, Tariff
from pumasi.operate.facilities.queries import prices
from pumasi.operate.facilities.queries.hours import Stretch, joined, total
from pumasi.operate.facilities.queries.tree import Tree, tree

HOUR = timedelta(hours=1)


def charge(kept: Booking) -> Charge | None:
    """Make the line of a booking that was used: by the hours booked, or by those used where the facility says so."""
    items = list(kept.items.select_related("facility"))
    if any(item.facility.charged_by == Facility.Basis.USED for item in items):
        return _by_use(kept, [(item.facility, item.whole) for item in items])
    hours = Decimal((kept.ends_at - kept.starts_at) / HOUR) * len(items)
    return _line(kept, hours, kept.price, kept.price_lines)


def _by_use(kept: Booking, items: list[tuple[Facility, bool]]) -> Charge | None:
    known = tree(kept.cluster)
    spans = joined(Stretch(one.started_at, one.ended_at) for one in kept.sessions.all() if one.ended_at)
    if not spans:
        return None
    quotes = [prices.quote(known, items, span.start, span.end, kept.price_class) for span in spans]
    amount = sum((one.amount for one in quotes), Decimal(0))
    return _line(
        kept, Decimal(total(spans)) * len(items), amount, [row for one in quotes for row in one.lines(known)]
    )


def charge_late(kept: Booking) -> Charge | None:
    """Make the line of a booking that was called off late or not used, where the facility asks for a share of the price."""
    items = list(kept.items.select_related("facility"))
    notice = max((item.facility.notice_hours for item in items), default=0)
    share = max((item.facility.late_percent for item in items), default=0)
    in_time = kept.state == "cancelled" and timezone.now() <= kept.starts_at - timedelta(hours=notice)
    if not share or in_time:
        return None
    amount = (kept.price * share / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return _line(kept, Decimal(0), amount, [{"late_percent": share, "of": int(kept.price)}])


def _line(kept: Booking, hours: Decimal, amount: Decimal, lines: list[dict[str, Any]]) -> Charge | None:
    """A line for what has a price, also where a promotion made it nothing; what never had one is not invoiced."""
    if amount <= 0 and not any(row.get("rate") or row.get("promotion") for row in kept.price_lines):
        return None
    made, fresh = Charge.objects.get_or_create(
        booking=kept,
        defaults={
            "cluster": kept.cluster, "organisation": kept.organisation, "day": kept.starts_at.astimezone(zone_of(kept.zone)).date(),
            "hours": hours.quantize(Decimal("0.01")), "amount": amount, "lines": lines, **_names(kept),
        },
    )  # fmt: skip
    if fresh:
        _use_credits(made)
    return made


def _names(kept: Booking) -> dict[str, str]:
    items = [item.facility for item in kept.items.select_related("facility")]
    return {
        f"text_{code}": ", ".join(getattr(one, f"name_{code}") or str(one.name) for one in items)[:300]
        for code in ("ko", "en")
    }


def _use_credits(made: Charge) -> None:
    """Use up credits that hold on the day, those that end first before the others."""
    due = made.amount
    rows = Credit.objects.select_for_update().filter(
        Q(until__isnull=True) | Q(until__gte=made.day),
        organisation=made.organisation,
        cluster=made.cluster,
        since__lte=made.day,
    )
    for credit in rows:
        used = min(due, left_of(credit))
        if used > 0:
            CreditUse.objects.create(credit=credit, charge=made, amount=used)
            due -= used


def left_of(credit: Credit) -> Decimal:
    """Won that are left of a credit."""
    return credit.amount - (credit.uses.aggregate(n=Sum("amount"))["n"] or Decimal(0))


def priced_anew(known: Tree, kept: Booking, ends_at: datetime) -> None:
    """The price of a booking that ends later; its class stays the one it was booked with."""
    items = [(item.facility, item.whole) for item in kept.items.select_related("facility")]
    quote = prices.quote(known, items, kept.starts_at, ends_at, kept.price_class)
    kept.price, kept.price_lines = quote.amount, quote.lines(known)


@transaction.atomic
def adjust(*, charge: Charge, by: int, reason: str) -> Charge:
    """Take something off a line (below zero), or put something on it, with the reason. An invoiced line stays as it is."""
    kept = Charge.objects.select_for_update().get(pk=charge.pk)
    if kept.state != Charge.State.OPEN:
        raise Refused("This line is on an invoice already.", "이미 청구된 항목입니다.")
    if not reason.strip():
        raise Refused("Say why.", "사유를 적어 주십시오.")
    if kept.amount + by < 0:
        raise Refused(
            "That is more than the line. Take off at most {n} won.",
            "항목 금액을 초과합니다. {n}원까지 감액할 수 있습니다.",
            n=int(kept.amount),
        )
    kept.adjustment, kept.adjusted_for = Decimal(by), reason.strip()[:300]
    kept.save()
    return kept


def waive(*, charge: Charge, reason: str) -> Charge:
    """Ask for nothing, with the reason; credits that the line used are given back."""
    with transaction.atomic():
        charge.credit_uses.all().delete()
        return adjust(charge=charge, by=-int(charge.amount), reason=reason)


@transaction.atomic
def export(*, charges: Iterable[Charge], invoice: str) -> int:
    """Put open lines on an invoice; give how many."""
    ids = [one.pk for one in charges]
    if not invoice.strip():
        raise Refused("Give the invoice a number.", "청구번호를 입력해 주십시오.")
    return Charge.objects.filter(pk__in=ids, state="open").update(
        state="exported", invoice=invoice.strip()[:40]
    )


@transaction.atomic
def give_credit(
    *,
    cluster: Cluster,
    organisation: Organisation,
    amount: int,
    since: date,
    until: date | None = None,
    reason: str,
    origin: str = "",
) -> Credit:
    """Grant won that are used up before anything is invoiced."""
    if amount <= 0 or not reason.strip():
        raise Refused("Give an amount above zero, and the reason.", "금액과 사유를 입력해 주십시오.")
    return Credit.objects.create(
        cluster=cluster,
        organisation=organisation,
        amount=amount,
        since=since,
        until=until,
        reason=reason.strip()[:300],
        origin=origin,
    )


@transaction.atomic
def set_price(
    *, facility: Facility, amount: int, since: date, until: date | None = None, **more: Any
) -> Tariff:
    """A price from a day on. One of the same kind that is open-ended ends the day before: prices are never overwritten."""
    if amount < 0:
        raise Refused("A price cannot be below zero.", "요금은 0원 이상이어야 합니다.")
    if until is not None and until < since:
        raise Refused("The last day lies before the first.", "종료일이 시작일보다 빠릅니다.")
    same = {name: more.get(name) for name in ("price_class", "whole", "begins", "ends")}
    if (same["begins"] is None) != (same["ends"] is None):
        raise Refused(
            "Give both hours of the day, or none.", "적용 시간대는 시작과 종료를 모두 입력해 주십시오."
        )
    if not more.get("promotion"):
        known = Tariff.objects.filter(facility=facility, until__isnull=True, promotion=False, since__lt=since)
        known.filter(
            **{
                f"{name}__isnull" if value is None else name: True if value is None else value
                for name, value in same.items()
            }
        ).update(until=since - timedelta(days=1))
    return Tariff.objects.create(facility=facility, amount=amount, since=since, until=until, **more)

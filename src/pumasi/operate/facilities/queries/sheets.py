"""Tables of the room as files: the report and what is to be invoiced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from pumasi.commons.members.models import Organisation
from pumasi.kit.bilingual import read
from pumasi.kit.sheets.writer import write_csv, write_xlsx
from pumasi.operate.facilities.models import Charge
from pumasi.operate.facilities.queries.report import Report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def report_rows(made: Report, language: str, *, names: bool) -> tuple[list[str], list[list[Any]]]:
    """The report as one long table: part, name, hours, sessions, hours counted once. Organisations only with `names`."""
    with translation.override(language):
        headers = [_("Part"), _("Name"), _("Hours"), _("Sessions"), _("Hours, overlaps counted once")]
        parts = [
            (_("Facility"), made.zones), (_("Class"), made.classes), (_("Scenario"), made.scenarios), (_("Month"), made.months),
            *([(_("Organisation"), made.organisations)] if names and made.knows_users else []),
        ]  # fmt: skip
        rows = [
            [
                part,
                _name(row.name, language),
                round(row.hours, 2),
                row.sessions,
                round(row.once, 2) if row.once else None,
            ]
            for part, found in parts
            for row in found
        ]
        totals = [
            (_("Hours used"), made.hours), (_("Zone-hours"), made.zone_hours), (_("Organisation-hours"), made.organisation_hours),
            (_("Hours open by the calendar"), made.scheduled), (_("Planned closures"), made.planned_off),
            (_("Breakdowns"), made.broken_down), (_("Hours booked"), made.booked), (_("Booked and not used"), made.missed),
        ]  # fmt: skip
        rows += [[_("Sum"), name, round(value, 2), None, None] for name, value in totals]
    return headers, rows


def _name(thing: Any, language: str) -> str:
    if thing is None:
        return _("not known")
    return thing if isinstance(thing, str) else str(read(thing, "name", language))


def report_file(made: Report, language: str, form: str, *, names: bool) -> bytes:
    """The report as CSV or XLSX."""
    headers, rows = report_rows(made, language, names=names)
    return write_xlsx(headers, rows) if form == "xlsx" else write_csv(headers, rows)


def charge_rows(charges: Iterable[Charge], language: str) -> tuple[list[str], list[list[Any]]]:
    """Lines to be invoiced."""
    with translation.override(language):
        headers = [
            _("Day"), _("Organisation"), _("Item"), _("Hours"), _("Amount (KRW)"), _("Adjustment (KRW)"), _("Reason"),
            _("Credits used (KRW)"), _("Due (KRW)"), _("Invoice"),
        ]  # fmt: skip
    rows = [
        [
            one.day, str(read(one.organisation, "name", language)), str(read(one, "text", language)), float(one.hours), int(one.amount),
            int(one.adjustment), one.adjusted_for, int(one.amount + one.adjustment) - one.due, one.due, one.invoice,
        ]
        for one in charges
    ]  # fmt: skip
    return headers, rows


def charge_file(charges: Iterable[Charge], language: str, form: str) -> bytes:
    """Lines to be invoiced, as CSV or XLSX."""
    headers, rows = charge_rows(charges, language)
    return write_xlsx(headers, rows) if form == "xlsx" else write_csv(headers, rows)


def by_organisation(charges: Iterable[Charge]) -> list[tuple[Organisation, list[Charge], int]]:
    """Lines of each organisation with their sum."""
    found: dict[int, list[Charge]] = {}
    for one in charges:
        found.setdefault(one.organisation_id, []).append(one)
    return [(rows[0].organisation, rows, sum(row.due for row in rows)) for rows in found.values()]

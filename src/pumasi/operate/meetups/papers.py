"""What is printed: name tags, sign-in sheets, certificates. WeasyPrint draws them where Pango is installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation

from pumasi.kit.refused import Refused
from pumasi.operate.meetups.models import Day, Event, Meeting, Participant, Registration

FONTS = Path(__file__).resolve().parents[2] / "web" / "static" / "built" / "fonts"


def drawn(template: str, context: dict[str, Any], language: str) -> bytes:
    """A page as PDF. Refused with the remedy where the machine has no Pango."""
    try:
        from weasyprint import HTML  # late: needs Pango
        from weasyprint.text.fonts import FontConfiguration  # late: needs Pango
    except OSError as error:
        raise Refused(
            "This machine cannot draw PDF files: Pango is missing. On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0.",
            "PDF를 만드는 데 필요한 Pango가 없습니다. Debian에서는 다음을 실행해 주십시오: apt-get install libpango-1.0-0 libpangoft2-1.0-0",
        ) from error
    with translation.override(language):
        page = render_to_string(
            template,
            {**context, "language": language, "fonts": FONTS.as_uri(), "today": timezone.localdate()},
        )
    return bytes(HTML(string=page, url_fetcher=_own_fonts()).write_pdf(font_config=FontConfiguration()))


def _own_fonts() -> Any:
    """Reads fonts of our own and nothing else, whatever a text contains."""
    from weasyprint.urls import URLFetcher  # late: needs Pango

    class OwnFonts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(FONTS.as_uri()):
                raise ValueError(f"not fetched: {url}")
            return super().fetch(url, headers)

    return OwnFonts(allowed_protocols=["file"])


def certificate(row: Registration, language: str) -> bytes:
    """Who took part in what, when and for how long; only for those who came."""
    if not row.checked_in_at:
        raise Refused(
            "A certificate is for those who checked in.", "출석이 확인된 분에게만 참가확인서를 발급합니다."
        )
    hours = (row.event.ends_at - row.event.starts_at).total_seconds() / 3600
    return drawn(
        "meetups/papers/certificate.html", {"row": row, "event": row.event, "hours": hours}, language
    )


def tags(event: Event, rows: Sequence[Registration], language: str) -> bytes:
    """Name tags, eight on a page."""
    return drawn("meetups/papers/tags.html", {"event": event, "rows": rows}, language)


def sheet(event: Event, rows: Sequence[Registration], language: str) -> bytes:
    """A list to sign at the door."""
    return drawn("meetups/papers/sheet.html", {"event": event, "rows": rows, "empty": range(10)}, language)


def agendas(event: Event, people: Sequence[tuple[Participant, list[dict[str, Any]]]], language: str) -> bytes:
    """Agendas of 1:1 meetings, a page each."""
    return drawn("meetups/papers/agenda.html", {"event": event, "people": people}, language)


def signs(day: Day, meetings: Sequence[Meeting], language: str) -> bytes:
    """A sign for each table with its meetings."""
    rows = {table.pk: (table, [m for m in meetings if m.table_id == table.pk]) for table in day.tables.all()}
    return drawn("meetups/papers/signs.html", {"event": day.event, "tables": list(rows.values())}, language)

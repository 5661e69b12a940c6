"""Pages as PDF, drawn by WeasyPrint where Pango is installed, with fonts of our own and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation

from pumasi.kit.refused import Refused

PDF = "application/pdf"
FONTS = Path(__file__).resolve().parents[1] / "web" / "static" / "built" / "fonts"


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
    page = written(template, context, language)
    return bytes(HTML(string=page, url_fetcher=_own_fonts()).write_pdf(font_config=FontConfiguration()))


def written(template: str, context: dict[str, Any], language: str) -> str:
    """The page before it is drawn."""
    with translation.override(language):
        return render_to_string(
            template,
            {**context, "language": language, "fonts": FONTS.as_uri(), "today": timezone.localdate()},
        )


def _own_fonts() -> Any:
    """Reads fonts of our own and nothing else, whatever a text contains."""
    from weasyprint.urls import URLFetcher  # late: needs Pango

    class OwnFonts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(FONTS.as_uri()):
                raise ValueError(f"not fetched: {url}")
            return super().fetch(url, headers)

    return OwnFonts(allowed_protocols=["file"])

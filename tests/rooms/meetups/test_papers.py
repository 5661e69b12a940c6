"""What is printed says what it should, in both languages, in our own letters."""

from __future__ import annotations

import pytest

from pumasi.kit.refused import Refused
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups import papers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _needs_pango():
    try:
        import weasyprint  # noqa: F401
    except OSError:
        pytest.skip(
            "Pango is not installed on this machine; Debian's libpango-1.0-0 and libpangoft2-1.0-0 give it"
        )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_name_tags_sheet_and_certificate_are_drawn_in_our_letters(an_event, sign_up, language, caplog):
    event = an_event(in_days=0)
    row = sign_up(event, name="김나래 <b>")
    rows = [row] * 9
    for body in (papers.tags(event, rows, language), papers.sheet(event, rows, language)):
        assert body.startswith(b"%PDF-")
    with pytest.raises(Refused):
        papers.certificate(row, language)
    meetups.check_in(event=event, codes=[(row.code, None)])
    row.refresh_from_db()
    assert papers.certificate(row, language).startswith(b"%PDF-")
    assert "cannot be loaded" not in caplog.text

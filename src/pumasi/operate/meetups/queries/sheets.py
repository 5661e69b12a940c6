"""Lists to take away, and lists that were typed into a form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from pumasi.kit import recurrence
from pumasi.kit.bilingual import read
from pumasi.kit.refused import Refused
from pumasi.kit.sheets import writer
from pumasi.operate.meetups.models import Event, Question


def _headers(questions: list[Question], language: str) -> list[str]:
    with translation.override(language):
        first = [
            _("Name"),
            _("Organisation"),
            _("In the directory as"),
            _("E-mail"),
            _("State"),
            _("Registered at"),
            _("Came at"),
        ]
    return first + [str(read(one, "label", language)) for one in questions]


def _rows(event: Event, questions: list[Question], language: str) -> Iterator[list[Any]]:
    zone = recurrence.zone_named(event.zone)

    def wall(at: datetime | None) -> datetime | None:
        return at.astimezone(zone).replace(tzinfo=None, microsecond=0) if at else None

    with translation.override(language):
        for row in event.registrations.select_related("organisation").order_by("name", "pk"):
            named = str(row.organisation or "") if row.organisation_id else ""
            yield [
                row.name, row.organisation_name or named, named, row.email, row.get_state_display(), wall(row.asked_at),
                wall(row.checked_in_at), *(_plain(row.answers.get(str(one.pk), "")) for one in questions),
            ]  # fmt: skip


def _plain(value: Any) -> str:
    return {True: "O", False: ""}.get(value, str(value)) if isinstance(value, bool) else str(value)


def csv_file(event: Event, language: str) -> bytes:
    """Who registered, as CSV."""
    questions = list(event.questions.all())
    return writer.write_csv(_headers(questions, language), _rows(event, questions, language))


def workbook(event: Event, language: str) -> bytes:
    """Who registered, as XLSX."""
    questions = list(event.questions.all())
    title = str(read(event, "title", language))
    return writer.write_xlsx(_headers(questions, language), _rows(event, questions, language), sheet=title)


def agenda_in(posted: Any, event: Event) -> list[dict[str, Any]]:
    """The lines of an agenda as a form posts them: times on the wall of the event's zone, on the day it begins."""
    zone = recurrence.zone_named(event.zone)
    day = event.starts_at.astimezone(zone).date()
    names = ("at", "title_ko", "title_en", "speaker_ko", "speaker_en")
    found = []
    for at, *texts in zip(*(posted.getlist(name) for name in names), strict=False):
        told = dict(zip(names[1:], (text.strip()[:200] for text in texts), strict=True))
        if not any(told.values()):
            continue
        try:
            wall = datetime.strptime(at, "%H:%M").time()  # noqa: DTZ007  # the zone is the event's
        except ValueError:
            raise Refused(
                "Write the time of each line of the agenda as 19:30.",
                "순서마다 시각을 19:30과 같이 입력해 주십시오.",
            ) from None
        found.append({"starts_at": recurrence.instant(day, wall, event.zone), **told})
    return sorted(found, key=lambda item: item["starts_at"])


def questions_in(posted: Any) -> list[dict[str, Any]]:
    """The questions of a form as they are posted; choices one a line, both languages parted by a slash."""
    names = ("label_ko", "label_en", "type", "choices")
    needed = set(posted.getlist("required"))
    found = []
    for at, (ko, en, kind, choices) in enumerate(
        zip(*(posted.getlist(name) for name in names), strict=False)
    ):
        if not (ko.strip() or en.strip()):
            continue
        if kind not in Question.Type.values:
            raise Refused("Choose the type of each question.", "질문의 유형을 선택해 주십시오.")
        listed = [_choice(line) for line in choices.splitlines() if line.strip()]
        if kind == "choice" and len(listed) < 2:
            raise Refused(
                "A choice needs at least two answers, one a line.",
                "선택형 질문에는 보기가 둘 이상 필요합니다. 한 줄에 하나씩 입력해 주십시오.",
            )
        found.append(
            {
                "label_ko": ko.strip()[:200],
                "label_en": en.strip()[:200],
                "type": kind,
                "choices": listed,
                "required": str(at) in needed,
            }
        )
    return found


def _choice(line: str) -> dict[str, str]:
    ko, _sep, en = (part.strip()[:200] for part in line.partition("/"))
    return {"ko": ko, "en": en or ko}

"""Events: writing, publishing, moving, copying, repeating and cancelling them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit import hangul, recurrence, uploads
from pumasi.kit.bilingual import columns
from pumasi.kit.pictures import checked
from pumasi.kit.refused import Refused
from pumasi.operate.meetups.actions import letters, places
from pumasi.operate.meetups.actions.standard import add_standard_consents
from pumasi.operate.meetups.actions.telling import tell
from pumasi.operate.meetups.models import AgendaItem, Event, Material, Question, Series
from pumasi.operate.meetups.queries.places import taken

LONGEST = timedelta(days=14)
MATERIAL_BYTES = 25_000_000
MATERIALS = {"pdf", "pptx", "docx", "xlsx", "hwpx", "txt", "csv", "jpg", "png", "zip"}
# A change of these is a change of the appointment: those who come are told, and calendars take it as a new version.
APPOINTMENT = {"starts_at", "ends_at", "zone", *columns("place"), *columns("address"), "link"}
TEXTS = [*columns("title"), *columns("summary"), *columns("place")]


def _check(event: Event) -> None:
    """Refuse what cannot take place."""
    if not any(getattr(event, name).strip() for name in columns("title")):
        raise Refused(
            "Give the event a title in Korean or English.", "행사명을 국문이나 영문으로 입력해 주십시오."
        )
    recurrence.zone_named(event.zone)
    if event.ends_at <= event.starts_at:
        raise Refused(
            "The event ends before it begins. Choose a later end.",
            "종료 시각이 시작 시각보다 빠릅니다. 종료 시각을 다시 선택해 주십시오.",
        )
    if event.ends_at - event.starts_at > LONGEST:
        raise Refused(
            "An event lasts at most 14 days. Make several events of it.",
            "행사 기간은 최대 14일입니다. 여러 행사로 나누어 등록해 주십시오.",
        )
    if event.capacity is not None and event.capacity < 1:
        raise Refused(
            "The number of places must be at least 1. Leave it empty where there is no limit.",
            "정원은 1명 이상이어야 합니다. 제한이 없으면 비워 두십시오.",
        )


def _index(event: Event) -> None:
    names = [getattr(event, name) for name in columns("title")]
    event.folded = "\n".join(hangul.fold(name).replace(" ", "") for name in names if name)
    rest = " ".join(str(getattr(event, name)) for name in (*columns("summary"), *columns("place")))
    text = " ".join(getattr(event, name) for name in columns("text"))
    event.search = hangul.vector_text([(" ".join(names), "A"), (rest, "B"), (text[:4000], "C")])


@transaction.atomic
def draft(
    *,
    cluster: Cluster,
    by: Any = None,
    cohosts: Iterable[Organisation] = (),
    tags: Iterable[Any] = (),
    proposed: bool = False,
    **values: Any,
) -> Event:
    """Write a new event that only those who run it see; `proposed` by a member, it waits for the office."""
    event = Event(cluster=cluster, created_by=by, state="proposed" if proposed else "draft", **values)
    _check(event)
    _index(event)
    event.save()
    event.cohosts.set(cohosts)
    event.tags.set(tags)
    add_standard_consents([event])
    return event


@transaction.atomic
def change(
    *,
    event: Event,
    cohosts: Iterable[Organisation] | None = None,
    tags: Iterable[Any] | None = None,
    **values: Any,
) -> Event:
    """Change an event. Fewer places than are promised already are refused; a new appointment is told to all who come."""
    places.lock(event)
    kept = Event.objects.select_for_update().get(pk=event.pk)
    if kept.state == "cancelled":
        raise Refused(
            "A cancelled event is not changed. Copy it to hold it again.",
            "취소된 행사는 수정할 수 없습니다. 다시 개최하려면 복사해 주십시오.",
        )
    moved = {name for name in APPOINTMENT if name in values and values[name] != getattr(kept, name)}
    for name, value in values.items():
        setattr(kept, name, value)
    _check(kept)
    promised = taken(kept)
    if kept.capacity is not None and kept.capacity < promised:
        raise Refused(
            "{n} places are promised already. Choose at least that number, or take places back first.",
            "이미 {n}석이 확정·제안되었습니다. 그 이상으로 입력하시거나 먼저 참가를 취소해 주십시오.",
            n=promised,
        )
    if moved:
        kept.sequence += 1
    _index(kept)
    kept.save()
    if cohosts is not None:
        kept.cohosts.set(cohosts)
    if tags is not None:
        kept.tags.set(tags)
    if kept.state == "published":
        if moved:
            letters.moved(kept)
        places.promote(kept)
        tell(kept)
    return kept


@transaction.atomic
def publish(*, event: Event) -> Event:
    """Show the event to those it is for, and tell the record that it is planned."""
    kept = Event.objects.select_for_update().get(pk=event.pk)
    if kept.state == "published":
        return kept
    if kept.state == "cancelled":
        raise Refused(
            "A cancelled event is not published again. Copy it.",
            "취소된 행사는 다시 게시할 수 없습니다. 복사하여 새로 등록해 주십시오.",
        )
    _check(kept)
    kept.state = "published"
    kept.save(update_fields=["state", "changed_at"])
    tell(kept)
    return kept


@transaction.atomic
def cancel(
    *, event: Event, reason_ko: str = "", reason_en: str = "", successor: Event | None = None
) -> Event:
    """Call the event off: everybody with a place or waiting is told why, and the record forgets that they planned to come."""
    if not (reason_ko.strip() or reason_en.strip()):
        raise Refused("Say in a few words why it is cancelled.", "취소 사유를 간단히 적어 주십시오.")
    places.lock(event)
    kept = Event.objects.select_for_update().get(pk=event.pk)
    if kept.state == "cancelled":
        return kept
    if kept.registrations.filter(checked_in_at__isnull=False).exists():
        raise Refused(
            "People have checked in already: it took place. End it in the usual way.",
            "이미 출석이 확인된 행사는 취소할 수 없습니다.",
        )
    was_public = kept.state == "published"
    kept.state, kept.sequence = "cancelled", kept.sequence + 1
    kept.reason_ko, kept.reason_en, kept.successor = reason_ko.strip(), reason_en.strip(), successor  # type: ignore[attr-defined]
    kept.save()
    ended = places.end_all(kept)
    if was_public:
        letters.cancelled(kept, ended)
        tell(kept)
    return kept


@transaction.atomic
def copy(*, event: Event, starts_at: datetime, by: Any = None) -> Event:
    """The same event at another time, as a draft: texts, form and consents, no people."""
    shift = starts_at - event.starts_at
    values = {
        name: getattr(event, name)
        for name in (
            "kind", *columns("title"), *columns("summary"), *columns("text"), *columns("place"), *columns("address"),
            "link", "reveals_place", "zone", "host", "visibility", "capacity", "needs_approval", "offer_hours",
            "promotes", *columns("picture_text"),
        )
    }  # fmt: skip
    made = draft(
        cluster=event.cluster, by=by, cohosts=event.cohosts.all(), tags=event.tags.all(),
        starts_at=starts_at, ends_at=event.ends_at + shift, **values,
    )  # fmt: skip
    made.picture = event.picture
    made.save(update_fields=["picture"])
    _copy_parts(event, made, shift)
    return made


def _copy_parts(event: Event, made: Event, shift: timedelta) -> None:
    for item in event.agenda.all():
        item.pk, item.event, item.starts_at = None, made, item.starts_at + shift
        item.save(force_insert=True)
    for question in event.questions.all():
        question.pk, question.event = None, made
        question.save(force_insert=True)
    made.consent_blocks.all().delete()
    for block in event.consent_blocks.all():
        block.pk, block.event = None, made
        block.save(force_insert=True)


@transaction.atomic
def repeat(*, event: Event, rule: str, by: Any = None) -> Series:
    """Make a series of an event: one event for each date of the rule, in wall time of its zone, all as the first."""
    if event.series_id:
        raise Refused("This event belongs to a series already.", "이미 반복 일정에 속한 행사입니다.")
    local = event.starts_at.astimezone(recurrence.zone_named(event.zone))
    minutes = round((event.ends_at - event.starts_at) / timedelta(minutes=1))
    told = recurrence.checked(rule)
    dates = recurrence.expand(
        told, first_day=local.date(), wall=local.time(), zone=event.zone, minutes=minutes
    )
    series = Series.objects.create(
        cluster=event.cluster, rule=told, zone=event.zone, first_day=local.date(), wall_time=local.time(),
        minutes=minutes, title_ko=event.title_ko, title_en=event.title_en,  # type: ignore[attr-defined]
    )  # fmt: skip
    event.series, event.number = series, 0
    event.save(update_fields=["series", "number"])
    for number, (start, _end) in enumerate(dates):
        if start == event.starts_at:
            continue
        made = copy(event=event, starts_at=start, by=by)
        made.ends_at = start + timedelta(minutes=minutes)
        made.series, made.number = series, number
        made.save(update_fields=["ends_at", "series", "number"])
        if event.state == "published":
            publish(event=made)
    return series


@transaction.atomic
def change_following(*, event: Event, **texts: Any) -> int:
    """Change texts, places and form settings of this event and those after it in its series; give how many."""
    if not event.series_id:
        change(event=event, **texts)
        return 1
    later = Event.objects.filter(series=event.series, starts_at__gte=event.starts_at).exclude(
        state="cancelled"
    )
    return len([change(event=one, **texts) for one in later.order_by("starts_at")])


@transaction.atomic
def set_agenda(*, event: Event, items: Sequence[dict[str, Any]]) -> None:
    """Write the agenda anew; a line outside the event's time is refused."""
    for item in items:
        if not event.starts_at <= item["starts_at"] < event.ends_at:
            raise Refused(
                "A line of the agenda lies outside the event. Correct its time.",
                "행사 시간을 벗어난 순서가 있습니다. 시각을 고쳐 주십시오.",
            )
    event.agenda.all().delete()
    AgendaItem.objects.bulk_create([AgendaItem(event=event, **item) for item in items])


@transaction.atomic
def set_questions(*, event: Event, questions: Sequence[dict[str, Any]]) -> None:
    """Write the form's questions anew. Once somebody has answered, they stay as they are."""
    same = [
        {name: getattr(one, name) for name in ("label_ko", "label_en", "type", "choices", "required")}
        for one in event.questions.all()
    ]
    if same == list(questions):
        return
    if event.registrations.exists():
        raise Refused(
            "People have answered these questions already. Copy the event to ask others.",
            "이미 답변한 신청자가 있어 질문을 바꿀 수 없습니다. 행사를 복사하여 사용해 주십시오.",
        )
    event.questions.all().delete()
    Question.objects.bulk_create(
        [Question(event=event, position=at, **one) for at, one in enumerate(questions)]
    )


@transaction.atomic
def set_picture(*, event: Event, upload: UploadedFile[Any], text_ko: str, text_en: str) -> None:
    """Keep a picture (JPEG, PNG or WebP, up to 5 MB) with what it shows in words."""
    event.picture = checked(upload, str(event.uid))
    event.picture_text_ko, event.picture_text_en = text_ko[:200], text_en[:200]  # type: ignore[attr-defined]
    event.save(update_fields=["picture", *columns("picture_text"), "changed_at"])


@transaction.atomic
def add_material(
    *,
    event: Event,
    upload: UploadedFile[Any],
    title_ko: str = "",
    title_en: str = "",
    for_participants: bool = True,
) -> Material:
    """Keep a file of the event."""
    name = (upload.name or "").rpartition("/")[2]
    ending = name.rpartition(".")[2].lower()
    if ending not in MATERIALS or (upload.size or 0) > MATERIAL_BYTES:
        raise Refused(
            "Choose a file of at most 25 MB: PDF, PPTX, DOCX, XLSX, HWPX, TXT, CSV, JPG, PNG or ZIP.",
            "25MB 이하의 PDF, PPTX, DOCX, XLSX, HWPX, TXT, CSV, JPG, PNG, ZIP 파일을 선택해 주십시오.",
        )
    title = {"title_ko": title_ko.strip()[:200], "title_en": title_en.strip()[:200]}
    if not any(title.values()):
        title["title_ko"] = name[:200]
    made = Material(event=event, size=upload.size or 0, for_participants=for_participants, **title)
    uploads.keep(made.file, upload)
    made.save()
    return made


@transaction.atomic
def decide_proposal(*, event: Event, accepted: bool, reason_ko: str = "", reason_en: str = "") -> Event:
    """The office publishes what a member proposed, or says why not."""
    if event.state != "proposed":
        raise Refused("This proposal has been decided.", "이미 처리된 제안입니다.")
    kept = publish(event=event) if accepted else cancel(event=event, reason_ko=reason_ko, reason_en=reason_en)
    letters.proposal_decided(kept)
    return kept


def following_day(at: datetime | None = None) -> datetime:
    """Tomorrow evening at seven, for a form that is still empty."""
    day = timezone.localtime(at) + timedelta(days=1)
    return day.replace(hour=19, minute=0, second=0, microsecond=0)

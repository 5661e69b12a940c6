"""The catalogue of an office's services kept, their use noted, and what those who used them say of it taken in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.models import Service, ServiceUse
from pumasi.measure.observatory.models.services import BEST, WORST


def offer(*, cluster: Cluster, service: Service | None = None, **said: Any) -> Service:
    """Put a service into the catalogue, or say it anew."""
    if not (said.get("name_ko", "").strip() or said.get("name_en", "").strip()):
        raise Refused("Give the service a name.", "서비스 이름을 입력해 주십시오.")
    made = service or Service(cluster=cluster, position=Service.objects.filter(cluster=cluster).count())
    for name, value in said.items():
        setattr(made, name, value)
    made.save()
    return made


def give_up(*, service: Service) -> Service:
    """Take a service out of the catalogue from today on; what was made use of stays."""
    service.ended_on = service.ended_on or timezone.localdate()
    service.save(update_fields=["ended_on"])
    return service


def note_use(
    *, service: Service, organisation: Organisation, day: date, by: Any, note: str = ""
) -> ServiceUse:
    """Note that an organisation made use of a service; the same day twice is one use."""
    if day > timezone.localdate():
        raise Refused(
            "The day lies ahead. Note a use once it was made.",
            "아직 오지 않은 날짜입니다. 이용한 뒤에 기록해 주십시오.",
        )
    if service.ended_on and day > service.ended_on:
        raise Refused("The service ended on {day}.", "{day}에 종료된 서비스입니다.", day=service.ended_on)
    made, new = ServiceUse.objects.get_or_create(
        service=service, organisation=organisation, day=day, defaults={"note": note.strip()[:300], "by": by}
    )
    if not new:
        raise Refused(
            "This use is noted already: {who} on {day}.",
            "이미 기록된 이용입니다: {who}, {day}",
            who=str(organisation.name), day=day,
        )  # fmt: skip
    return made


def take_back(*, use: ServiceUse) -> None:
    """Take out a use that was noted by mistake. One that was rated stays: nobody's word is taken away."""
    if use.stars is not None:
        raise Refused("It was rated already, so it stays.", "이미 평가가 있어 지울 수 없습니다.")
    use.delete()


@transaction.atomic
def rate(*, use: ServiceUse, user: Any, stars: int, remark: str = "") -> ServiceUse:
    """Say how much a service helped, from 1 (not at all) to 5 (very much). Raises Refused for people of another organisation."""
    mine = members.organisation_of(user.person, use.service.cluster) if user.person_id else None
    if mine is None or mine.pk != use.organisation_id:
        raise Refused("Only the organisation that used it rates it.", "이용한 기관만 평가할 수 있습니다.")
    if not WORST <= stars <= BEST:
        raise Refused("Choose from 1 to 5.", "1점부터 5점 가운데 선택해 주십시오.")
    found = ServiceUse.objects.select_for_update().get(pk=use.pk)
    found.stars, found.remark, found.rated_at = stars, remark.strip()[:500], timezone.now()
    found.save(update_fields=["stars", "remark", "rated_at"])
    return found

"""Binders filled and kept up to date."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pumasi.commons.members.models import Cluster
from pumasi.kit import uploads
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.models import Binder, Criterion, Evidence

MOST_MB = 50


def bind(*, cluster: Cluster, name_ko: str = "", name_en: str = "", asks: int = 80) -> Binder:
    """Begin a binder for a label."""
    if not (name_ko.strip() or name_en.strip()):
        raise Refused("Give the label a name.", "인증 이름을 입력해 주십시오.")
    return Binder.objects.create(
        cluster=cluster, name_ko=name_ko.strip()[:200], name_en=name_en.strip()[:200], asks=asks
    )


@transaction.atomic
def ask_for(*, binder: Binder, text: str) -> int:
    """Enter criteria, one on each line: `area | Korean | English`, or a name alone. Known ones stay. Gives how many are new."""
    there = {(one.area, one.name_ko, one.name_en) for one in binder.criteria.all()}  # type: ignore[attr-defined]
    new = []
    for line in text.splitlines():
        parts = [part.strip() for part in line.split("|")]
        if not any(parts):
            continue
        area, ko, en = (
            (*parts, "")[:3] if len(parts) > 2 else ("", parts[0], parts[-1] if len(parts) == 2 else "")
        )
        told = (area[:120], ko[:300], en[:300])
        if told not in there:
            there.add(told)
            new.append(
                Criterion(binder=binder, area=told[0], name_ko=told[1], name_en=told[2], position=len(there))
            )
    if not there:
        raise Refused("Write at least one criterion.", "기준을 한 줄 이상 적어 주십시오.")
    return len(Criterion.objects.bulk_create(new))


@transaction.atomic
def show(
    *,
    criterion: Criterion,
    title: str,
    by: Any,
    upload: UploadedFile[Any] | None = None,
    link: str = "",
    expires_on: date | None = None,
) -> Evidence:
    """Put a document or an address behind a criterion."""
    if upload is None and not link.strip():
        raise Refused("Choose a file, or give an address.", "파일을 선택하거나 주소를 입력해 주십시오.")
    if link.strip() and not link.strip().startswith(("https://", "http://")):
        raise Refused("The address begins with https://.", "주소는 https://로 시작해야 합니다.")
    made = Evidence(
        criterion=criterion, title=title.strip()[:200], link=link.strip()[:1000], expires_on=expires_on, by=by
    )
    if upload is not None:
        uploads.keep(made.file, uploads.fitting(upload, uploads.PAPERS, most=MOST_MB))
    made.title = made.title or (str(upload.name) if upload is not None else made.link)[:200]
    made.save()
    return made

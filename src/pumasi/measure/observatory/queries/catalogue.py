"""A survey's open data as data catalogues describe it: DCAT (W3C, version 3) in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.conf import settings

from pumasi.kit.bilingual import both, languages
from pumasi.measure.observatory.models import Survey
from pumasi.measure.observatory.queries.files import KINDS

KIND = "application/ld+json"
MEDIA = "https://www.iana.org/assignments/media-types/"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip


def dataset(survey: Survey, page: str, file: Callable[[str], str]) -> bytes:
    """The dataset with its distributions; `page` and `file` give addresses within the site."""
    told: dict[str, Any] = {
        "@context": CONTEXT, "@id": settings.SITE_URL + page, "@type": "dcat:Dataset",
        "dct:title": _said(survey, "name"), "dct:description": _said(survey, "question"), "dct:identifier": survey.slug,
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": _said(survey.cluster, "name")},
        "dct:modified": _typed(survey.changed_at.isoformat(timespec="seconds"), "dateTime"),
        "dct:provenance": _said(survey, "selection"), "dcat:landingPage": {"@id": settings.SITE_URL + page},
        "dcat:distribution": [_distribution(settings.SITE_URL + file(form), kind, form) for form, kind in KINDS.items()],
    }  # fmt: skip
    if survey.published_at:
        told["dct:issued"] = _typed(survey.published_at.date().isoformat(), "date")
    if survey.first_day and survey.last_day:
        days = (("dcat:startDate", survey.first_day), ("dcat:endDate", survey.last_day))
        told["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            **{name: _typed(day.isoformat(), "date") for name, day in days},
        }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _distribution(address: str, kind: str, form: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution", "dct:title": form.upper(), "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": MEDIA + kind.partition(";")[0]},
    }  # fmt: skip


def _said(thing: object, name: str) -> list[dict[str, str]]:
    """A text in each language that has one."""
    return [
        {"@language": code, "@value": text}
        for code, text in zip(languages(), both(thing, name), strict=True)
        if text
    ]


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@type": f"xsd:{kind}", "@value": value}

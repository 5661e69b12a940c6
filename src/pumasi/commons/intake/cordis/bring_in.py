"""Bringing a CORDIS download in: organisations, clusters, memberships, and a ledger line for every project."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from datetime import time as clock
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from pumasi.commons.intake.cordis.read import KIND, Body, Circle, Download, Project
from pumasi.commons.intake.run import finish
from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch, Cluster, Organisation, Relation
from pumasi.kit.copying import copy_in, gather_index_entries

Tell = Callable[[str, int, int], None]
Counts = dict[str, int]
COMPARED = ("name_en", "short_name_en", "kind", "country", "city_en", "latitude", "longitude", "website")
CHUNK = 4_000
ZONES = {
    "GB": "Europe/London",
    "IL": "Asia/Jerusalem",
    "PT": "Europe/Lisbon",
    "IE": "Europe/Dublin",
    "FI": "Europe/Helsinki",
}


class Rehearsal(Exception):  # noqa: N818  # ends a dry run by rolling everything back
    """Raised at the end of a dry run."""


def _counts() -> Counts:
    return {"created": 0, "changed": 0, "unchanged": 0, "refused": 0}


def bring_in(found: Download, clusters: list[Circle], *, dry_run: bool, tell: Tell) -> dict[str, Any]:
    """Bring everything in, in one transaction; a dry run does the same and rolls back."""
    begun = time.monotonic()
    report: dict[str, Any] = {}
    try:
        with transaction.atomic():
            gather_index_entries()
            batch = Batch.objects.create(
                kind="cordis", state="running", files=["project.csv", "organization.csv"]
            )
            report["clusters"], places = _clusters(batch, clusters)
            report["organisations"], ids = _organisations(batch, found, tell)
            report["members"] = _members(batch, found, places, ids)
            report["projects"], report["participations"] = _projects(batch, found, ids, tell)
            report["batch"] = _finish(batch, report)
            if dry_run:
                raise Rehearsal
    except Rehearsal:
        report["batch"] = None
    report["seconds"] = round(time.monotonic() - begun, 2)
    return report


def _finish(batch: Batch, report: dict[str, Any]) -> int | None:
    """Mark the batch as applied; one that brought nothing leaves no trace."""
    if not any(part["created"] or part["changed"] for part in report.values()):
        batch.delete()
        return None
    finish(batch, dict(report))
    return int(batch.pk)


def _clusters(batch: Batch, circles: list[Circle]) -> tuple[Counts, list[Cluster]]:
    counts, found = _counts(), []
    for circle in circles:
        slug = slugify(circle.name)[:60]
        values = {
            "name_en": circle.name,
            "country": circle.country,
            "latitude": circle.latitude,
            "longitude": circle.longitude,
        }
        cluster = Cluster.objects.filter(slug=slug).first()
        if cluster is None:
            cluster = Cluster.objects.create(
                slug=slug, zone=ZONES.get(circle.country, "Europe/Brussels"), batch=batch, **values
            )
            counts["created"] += 1
        else:
            counts["unchanged"] += 1
        found.append(cluster)
    return counts, found


def _values(body: Body) -> dict[str, Any]:
    return {
        "name_en": body.name, "short_name_en": body.short_name, "kind": KIND.get(body.activity, "other"),
        "country": body.country, "city_en": body.city, "latitude": body.latitude, "longitude": body.longitude,
        "website": body.website,
    }  # fmt: skip


def _chunks(items: list[Any]) -> Iterator[list[Any]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def _organisations(batch: Batch, found: Download, tell: Tell) -> tuple[Counts, dict[str, int]]:
    counts, ids = _counts(), {}
    known = {o.external_id: o for o in Organisation.objects.filter(external_id__startswith="pic:")}
    done, total = 0, len(found.bodies)
    for chunk in _chunks(list(found.bodies.values())):
        new = []
        for body in chunk:
            here = known.get(f"pic:{body.pk}")
            if here is None:
                new.append(
                    members.index(Organisation(external_id=f"pic:{body.pk}", batch=batch, **_values(body)))
                )
            else:
                ids[body.pk] = here.pk
                counts["changed" if _update(here, body) else "unchanged"] += 1
        for organisation in copy_in(new):
            ids[organisation.external_id[4:]] = organisation.pk
        counts["created"] += len(new)
        done += len(chunk)
        tell("organisations", done, total)
    return counts, ids


def _update(here: Organisation, body: Body) -> bool:
    values = _values(body)
    if all(getattr(here, name) == values[name] for name in COMPARED):
        return False
    for name, value in values.items():
        setattr(here, name, value)
    members.index(here).save()
    return True


def _members(batch: Batch, found: Download, places: list[Cluster], ids: dict[str, int]) -> Counts:
    counts = _counts()
    held = set(
        Relation.objects.filter(cluster__in=places, until__isnull=True).values_list(
            "organisation_id", "cluster_id"
        )
    )
    new = []
    for body in found.bodies.values():
        if body.cluster is None:
            continue
        pair = (ids[body.pk], places[body.cluster].pk)
        if pair in held:
            counts["unchanged"] += 1
        else:
            new.append(
                Relation(
                    organisation_id=pair[0], cluster_id=pair[1], kind="member", state="active", batch=batch
                )
            )
    copy_in(new)
    counts["created"] = len(new)
    return counts


def _fact(batch: Batch, project: Project, parts: dict[str, str], ids: dict[str, int]) -> ledger.Fact:
    """A joint project as a line of the book; a project is public."""
    return ledger.Fact(
        source=f"cordis.project.{project.pk}", kind="project", cluster=None, batch=batch.pk,
        starts_at=datetime.combine(project.start, clock(), tzinfo=UTC), ends_at=datetime.combine(project.end, clock(), tzinfo=UTC),
        stage="happened", visibility="public", zone="UTC", series=project.topic,
        title_en=project.title or f"EU project {project.pk}", title_ko="",
        parts=[ledger.Seat(organisation=ids[pk]) for pk in parts],
    )  # fmt: skip


def _projects(batch: Batch, found: Download, ids: dict[str, int], tell: Tell) -> tuple[Counts, Counts]:
    projects, participations = _counts(), _counts()
    facts = [_fact(batch, project, found.parts.get(pk, {}), ids) for pk, project in found.projects.items()]
    held = dict.fromkeys(ledger.latest_lines(fact.source for fact in facts), True)
    done = 0
    for chunk in _chunks(facts):
        told = any(fact.source in held for fact in chunk)
        for key, n in ledger.record_many(chunk, told=told).items():
            projects[key] += n
        for fact in chunk:
            key = (
                "unchanged"
                if fact.source in held and fact.revision == 1
                else "created"
                if fact.revision == 1
                else "changed"
            )
            participations[key] += len(fact.parts)
        done += len(chunk)
        tell("projects", done, len(facts))
    return projects, participations

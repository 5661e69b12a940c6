"""Asking the network: introductions, paths, rebuild."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import click

from pumasi.kit.refused import Refused
from pumasi.web.command.data import JSON, find_cluster
from pumasi.web.command.shell import open_house, tell


@click.group()
def network() -> None:
    """Ask the network of a cluster."""


def _organisation(cluster: Any, text: str) -> Any:
    """Find an organisation by id, external id or name."""
    from pumasi.commons.members import api as members  # late: needs the settings

    seen = members.of_cluster(cluster, "managers")
    found = seen.filter(pk=int(text)).first() if text.isdigit() else None
    found = found or seen.filter(external_id__in=[text, f"pic:{text}"]).first()
    found = found or members.directory(cluster, "managers", members.Choice(text=text)).first()
    if found is None:
        raise Refused(
            "No organisation {text} in {cluster}.",
            "{cluster}에서 {text} 기업·기관을 찾을 수 없습니다.",
            text=text,
            cluster=str(cluster),
        )
    return found


@network.command()
@click.argument("cluster")
@click.argument("organisation")
@click.option("--top", default=20, show_default=True, help="How many.")
@JSON
def introductions(cluster: str, organisation: str, top: int, as_json: bool) -> None:  # noqa: FBT001
    """Whom an organisation should meet, and why."""
    open_house()
    from pumasi.measure.network import api as room  # late: needs the settings

    room.catch_up()
    where = find_cluster(cluster)
    asker = _organisation(where, organisation)
    found = room.suggest(where, "managers", asker.pk, top)
    rows: list[dict[str, Any]] = [
        {
            "rank": rank, "id": s.organisation.pk, "name": str(s.organisation), "score": round(s.score, 6),
            "reasons": [
                {"kind": r.kind, "contact": str(r.organisation) if r.organisation else None,
                 "label": str(r.organisation or r.label_en or r.kind), "share": round(r.share, 4)}
                for r in s.reasons
            ],
        }
        for rank, s in enumerate(found, start=1)
    ]  # fmt: skip
    lines = [
        f"{row['rank']:>3}  {row['name']}  ({row['score']:.3f})  "
        + ", ".join(f"{r['label']} {r['share']:.0%}" for r in row["reasons"][:3])
        for row in rows
    ]
    tell(
        {"cluster": cluster, "organisation": str(asker), "introductions": rows},
        as_json=as_json,
        text="\n".join(lines) or "No suggestions yet.",
    )


@network.command()
@click.argument("cluster")
@click.argument("a")
@click.argument("b")
@JSON
def path(cluster: str, a: str, b: str, as_json: bool) -> None:  # noqa: FBT001
    """Who can introduce A to B: people who agreed to be named, and paths of organisations."""
    open_house()
    from pumasi.measure.network import api as room  # late: needs the settings

    room.catch_up()
    where = find_cluster(cluster)
    seeker, target = _organisation(where, a), _organisation(where, b)
    people = room.introducers(where, "members", seeker.pk, target.pk)
    ways = room.paths(where, "members", seeker.pk, target.pk)
    document: dict[str, Any] = {
        "from": str(seeker), "to": str(target),
        "people": [
            {"name": str(i.person), "organisation": str(i.organisation), "with_seeker": i.with_seeker, "with_target": i.with_target}
            for i in people
        ],
        "paths": [[{"id": o.pk, "name": str(o)} for o in way] for way in ways],
    }  # fmt: skip
    lines = [f"{i.person} ({i.organisation})" for i in people] + [
        " -> ".join(str(o) for o in way) for way in ways
    ]
    tell(
        document, as_json=as_json, text="\n".join(lines) or "No path through gatherings that members may see."
    )


DAY = click.DateTime(formats=["%Y-%m-%d"])


@network.command()
@click.argument("cluster")
@click.option("--since", type=DAY, help="First day of the window (default: the first gathering).")
@click.option("--until", type=DAY, help="Last day of the window (default: the last gathering).")
@JSON
def measure(cluster: str, since: datetime | None, until: datetime | None, as_json: bool) -> None:  # noqa: FBT001
    """Measure the network beside chance, and say what was found."""
    open_house()
    from pumasi.measure.network import api as room  # late: needs the settings

    room.catch_up()
    where = find_cluster(cluster)
    zone = ZoneInfo(where.zone)
    first = since and since.replace(tzinfo=zone)
    last = until and until.replace(tzinfo=zone) + timedelta(days=1)
    if first and last and first >= last:
        raise Refused(
            "The window ends before it begins: give --since a day before --until.",
            "기간의 끝이 시작보다 빠릅니다. --since를 --until보다 앞선 날로 지정해 주십시오.",
        )
    told = room.measured(where, since=first, until=last)
    said = room.sentences(told, "managers")
    tell(
        {"cluster": cluster, "since": since and since.date().isoformat(), "until": until and until.date().isoformat(),
         "measures": told, "sentences": [one.plain() for one in said]},
        as_json=as_json,
        text="\n".join(line for one in said for line in _lines(one)),
    )  # fmt: skip


def _lines(sentence: Any) -> list[str]:
    """A sentence with its test and next step, indented under it."""
    return [f"- {sentence.text}", *(f"    {line}" for line in (sentence.test, sentence.step) if line)]


@network.command()
@JSON
def rebuild(as_json: bool) -> None:  # noqa: FBT001
    """Compute everything anew from the ledger; decisions of people stay."""
    open_house()
    from pumasi.measure.network import api as room  # late: needs the settings

    facts = room.rebuild()
    tell({"facts": facts}, as_json=as_json, text=f"Read {facts} facts.")


COMMANDS: list[click.Command] = [network]

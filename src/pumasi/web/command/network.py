"""Asking the network: introductions, paths, rebuild."""

from __future__ import annotations

from typing import Any

import click

from pumasi.kit.refused import Refused
from pumasi.web.command.data import JSON, _cluster
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
    where = _cluster(cluster)
    asker = _organisation(where, organisation)
    found = room.suggest(where, "managers", asker.pk, top)
    rows: list[dict[str, Any]] = [
        {
            "rank": rank, "id": s.organisation.pk, "name": str(s.organisation), "score": round(s.score, 6),
            "reasons": [{"contact": str(contact), "share": round(share, 4)} for contact, share in s.reasons],
        }
        for rank, s in enumerate(found, start=1)
    ]  # fmt: skip
    lines = [
        f"{row['rank']:>3}  {row['name']}  ({row['score']:.3f})  via "
        + ", ".join(r["contact"] for r in row["reasons"][:3])
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
    where = _cluster(cluster)
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


@network.command()
@JSON
def rebuild(as_json: bool) -> None:  # noqa: FBT001
    """Compute everything anew from the ledger; decisions of people stay."""
    open_house()
    from pumasi.measure.network import api as room  # late: needs the settings

    facts = room.rebuild()
    tell({"facts": facts}, as_json=as_json, text=f"Read {facts} facts.")


COMMANDS: list[click.Command] = [network]

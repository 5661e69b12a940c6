"""Bringing data in and taking it out again: import, sample."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import click

from pumasi.kit.refused import Refused
from pumasi.web.command.shell import Bars, open_house, tell

JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
DRY = click.option("--dry-run", is_flag=True, help="Only say what would happen.")
CLUSTER = click.option("--cluster", "slug", required=True, help="Short name of the cluster.")


@click.group(name="import")
def bring() -> None:
    """Bring in member lists, sign-in sheets or a CORDIS download; undo an import."""


def find_cluster(slug: str) -> Any:
    """The cluster of that short name, or a refusal that names those there are."""
    from pumasi.commons.members import api as members  # late: needs the settings

    found = members.cluster_by_slug(slug)
    if found is None:
        names = ", ".join(cluster.slug for cluster in members.clusters())
        raise Refused(
            "There is no cluster {slug}. There are: {names}.",
            "{slug} 클러스터가 없습니다. 있는 것: {names}.",
            slug=slug,
            names=names or "-",
        )
    return found


class _Upload(io.BytesIO):
    """A file of this machine in the shape of an upload."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.read_bytes())
        self.name, self.size = path.name, path.stat().st_size


def _run(batch: Any, bars: Bars) -> dict[str, Any]:
    """Bring a checked batch in here and now."""
    from pumasi.commons.intake import api as intake  # late: needs the settings
    from pumasi.measure.network import api as network  # late: needs the settings

    intake.start(batch=batch)
    intake.run(batch=batch)
    batch.refresh_from_db()
    bars.close()
    if batch.state != "applied":
        raise Refused(batch.report.get("en", "Stopped."), batch.report.get("ko", "중지했습니다."))
    network.catch_up()
    return {**batch.report, "batch": batch.pk}


@bring.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@CLUSTER
@click.option(
    "--match",
    default="registration_number,name",
    show_default=True,
    help="Keys by which rows are matched, the surest first.",
)
@click.option("--mode", type=click.Choice(["both", "create", "update"]), default="both", show_default=True)
@click.option(
    "--look-alikes",
    type=click.Choice(["ask", "same", "different"]),
    default="ask",
    show_default=True,
    help="Rows that look like another: leave out and report, take as the same, or as different.",
)
@DRY
@JSON
def members(
    file: Path,
    slug: str,
    match: str,
    mode: str,
    look_alikes: str,
    dry_run: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
) -> None:
    """Bring in a member list (CSV or XLSX)."""
    open_house()
    from pumasi.commons.intake import api as intake  # late: needs the settings
    from pumasi.commons.intake import plan  # late: needs the settings

    cluster = find_cluster(slug)
    batch = intake.open_batch(kind="members", cluster=cluster, author=None, uploads=[_Upload(file)])
    keys = [key.strip() for key in match.split(",") if key.strip()]
    if not set(keys) <= set(plan.MATCHES):
        raise click.BadParameter(f"choose from {', '.join(plan.MATCHES)}", param_hint="--match")
    batch.answers = {"match": keys, "mode": mode}
    rows = intake.planned(batch)
    if look_alikes != "ask":
        batch.answers["rows"] = {row.place: look_alikes for row in rows if row.verdict == "alike"}
        rows = intake.planned(batch)
    batch.save()
    counts = plan.counts(rows)
    reports = [
        {"place": r.place, "verdict": r.verdict, "en": r.problem_en, "ko": r.problem_ko}
        for r in rows
        if r.problem_en
    ]
    if dry_run:
        batch.delete()
        result: dict[str, Any] = {"dry_run": True, **_as_done(counts), "rows": reports}
    else:
        result = {**_run(batch, Bars(quiet=as_json)), "rows": reports}
    tell(result, as_json=as_json, text=_sentence(result))


def _as_done(counts: dict[str, int]) -> dict[str, int]:
    """What a plan would come to."""
    return {
        "created": counts["new"], "changed": counts["changed"],
        "unchanged": counts["same"] + counts["repeat"] + counts["alike_same"], "refused": counts["refused"] + counts["alike"],
    }  # fmt: skip


def _sentence(result: dict[str, Any]) -> str:
    head = "Would be: " if result.get("dry_run") else "Done: "
    parts = [
        f"{result[key]} {key}" for key in ("created", "changed", "unchanged", "refused") if key in result
    ]
    rows = [f"  {row['place']}: {row['en']}" for row in result.get("rows", [])[:20]]
    tail = [f"Undo with: pumasi import undo {result['batch']}"] if result.get("batch") else []
    return "\n".join([head + ", ".join(parts), *rows, *tail])


@bring.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@CLUSTER
@DRY
@JSON
def attendance(files: tuple[Path, ...], slug: str, dry_run: bool, as_json: bool) -> None:  # noqa: FBT001
    """Bring in sign-in sheets (CSV or XLSX, three layouts)."""
    open_house()
    from pumasi.commons.intake import api as intake  # late: needs the settings

    batch = intake.open_batch(
        kind="attendance", cluster=find_cluster(slug), author=None, uploads=[_Upload(file) for file in files]
    )
    found, matched = intake.sheets_of(batch)
    names: dict[str, Any] = {
        "gatherings": len(found.gatherings), "matched": len(matched.sure),
        "doubtful": sorted(matched.doubtful), "unknown": sorted(matched.unknown),
    }  # fmt: skip
    problems = [
        {
            "place": p.place.text("en"),
            "en": f"{p.wrong.en} {p.remedy.en}",
            "ko": f"{p.wrong.ko} {p.remedy.ko}",
        }
        for p in found.problems
    ]
    if dry_run:
        batch.delete()
        result: dict[str, Any] = {"dry_run": True, **names, "rows": problems}
    else:
        result = {**_run(batch, Bars(quiet=as_json)), **names, "rows": problems}
    lines = f"{names['gatherings']} gatherings; {names['matched']} names matched, {len(names['doubtful'])} doubtful, {len(names['unknown'])} unknown."
    tell(result, as_json=as_json, text=f"{lines}\n{_sentence(result)}")


@bring.command()
@click.argument("batch", type=int)
@JSON
def undo(batch: int, as_json: bool) -> None:  # noqa: FBT001
    """Take an import out again (within 30 days)."""
    open_house()
    from pumasi.commons.intake import api as intake  # late: needs the settings
    from pumasi.commons.members.models import Batch  # late: needs the settings
    from pumasi.measure.network import api as network  # late: needs the settings
    from pumasi.operate.facilities import api as facilities  # late: needs the settings

    found = Batch.objects.filter(pk=batch).first()
    if found is None:
        raise Refused("There is no import {batch}.", "{batch}번 불러오기가 없습니다.", batch=batch)
    if found.kind == "use":
        facilities.undo_use(batch=found)
    else:
        intake.undo(batch=found)
    network.catch_up()
    tell({"batch": batch, "state": "undone"}, as_json=as_json, text=f"Import {batch} is undone.")


@bring.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--clusters",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV: name, country, lat, lon, radius_km.",
)
@DRY
@JSON
def cordis(path: Path, clusters: Path | None, dry_run: bool, as_json: bool) -> None:  # noqa: FBT001
    """Bring in a CORDIS download: organisations, joint projects, clusters."""
    open_house()
    from pumasi.commons.intake.cordis.bring_in import bring_in as bring_cordis  # late: needs the settings
    from pumasi.commons.intake.cordis.read import circles, place_in_clusters, read  # late: needs the settings
    from pumasi.measure.network import api as network  # late: needs the settings

    bars = Bars()
    found = read(path, lambda done, total: bars("read", done, total))
    round_about = circles(clusters) if clusters else []
    place_in_clusters(found, round_about)
    report = bring_cordis(found, round_about, dry_run=dry_run, tell=bars)
    bars.close()
    if not dry_run:
        network.catch_up()
    tell(report, as_json=as_json, text="\n".join(f"{key}: {value}" for key, value in report.items()))


@click.group()
def sample() -> None:
    """The fictional sample cluster."""


@sample.command()
@JSON
def load(as_json: bool) -> None:  # noqa: FBT001
    """Put the sample cluster in."""
    open_house()
    from pumasi.measure.network import api as network  # late: needs the settings
    from pumasi.web import load_sample  # late: needs the settings

    counts = load_sample.load()
    network.catch_up()
    tell(counts, as_json=as_json, text=f"Loaded: {counts}" if counts else "The sample is there already.")


@sample.command()
@JSON
def remove(as_json: bool) -> None:  # noqa: FBT001
    """Take the sample cluster out without a trace."""
    open_house()
    from pumasi.measure.network import api as network  # late: needs the settings
    from pumasi.web import load_sample  # late: needs the settings

    gone = load_sample.remove()
    network.catch_up()
    tell({"removed": gone}, as_json=as_json, text="Removed." if gone else "There was no sample.")


COMMANDS: list[click.Command] = [bring, sample]

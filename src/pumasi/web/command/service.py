"""Running the house: serve, up, down, doctor, backup, restore."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from pumasi.host import api as host
from pumasi.web.command.shell import environment, home, language, open_house, say, tell

# Requests that a web process works on at a time. Python computes one of them; the second goes on while the first waits for the
# database. With four, pages came a third fewer, for they take turns at everything.
THREADS = 2


def _children(port: int, workers: int) -> list[host.Child]:
    """The web server and the worker."""
    web = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "pumasi.web.wsgi:application",
        "--host", os.environ.get("PUMASI_BIND", "127.0.0.1"), "--port", str(port),
        "--workers", str(workers), "--blocking-threads", str(THREADS), "--no-ws", "--log-level", "warning", "--respawn-failed-workers",
    ]  # fmt: skip
    return [
        host.Child("web", web, ready_url=f"http://127.0.0.1:{port}/health"),
        host.Child("worker", [sys.executable, "-m", "pumasi.web.command.main", "work"]),
    ]


def _port(port: int | None) -> int:
    return port or int(os.environ.get("PORT", "8000"))


def _prepare(port: int, *, sample: bool) -> host.Home:
    """Settle the address, the tables and, on an empty home, the sample cluster."""
    os.environ.setdefault("PUMASI_URL", f"http://127.0.0.1:{port}")
    # Two installations side by side on one machine must not share a cookie.
    os.environ.setdefault("PUMASI_SESSION_COOKIE", f"pumasi_{port}")
    place = open_house()
    from pumasi.commons.members import api as members  # late: needs the settings
    from pumasi.measure.network import api as network  # late: needs the settings
    from pumasi.web import load_sample  # late: needs the settings

    if sample and not members.clusters().exists():
        say("Putting the sample cluster in (fictional) ...")
        load_sample.load()
        network.catch_up()
    return place


def _tend(place: host.Home) -> Callable[[], host.Notice | None] | None:
    """Watch over the embedded database. Its address stands in DATABASE_URL by now, so the environment is not asked."""
    return (lambda: host.tend(place, environ={})) if os.environ.get("PUMASI_EMBEDDED") == "1" else None


def _welcome(port: int) -> None:
    """Print where to go and how to sign in."""
    from pumasi.web import load_sample  # late: needs the settings

    say(f"\nPumasi is at  http://127.0.0.1:{port}/   (Ctrl-C stops it)\n")
    accounts = load_sample.accounts()
    if accounts:
        say(f"Sample accounts (fictional people), password: {load_sample.PASSWORD}")
        for role, user in accounts:
            say(f"  {role:<20} {user.email}")
        say("")


@click.command()
@click.option("--port", type=int, help="Port on this machine (PORT, 8000).")
@click.option("--workers", type=int, default=2, show_default=True, help="Web processes.")
@click.option("--sample/--no-sample", default=False, help="Put the sample cluster into an empty home.")
@click.option("--stop-database", is_flag=True, help="Stop the embedded database as well at the end.")
def serve(port: int | None, workers: int, sample: bool, stop_database: bool) -> None:  # noqa: FBT001
    """Run web and worker in the foreground until Ctrl-C."""
    where = _port(port)
    place = _prepare(where, sample=sample)
    try:
        code = host.serve(
            place, _children(where, workers), on_ready=lambda: _welcome(where), tend=_tend(place)
        )
    finally:
        if stop_database and os.environ.get("PUMASI_EMBEDDED") == "1":
            host.stop(place, environ={})
    raise click.exceptions.Exit(code)


@click.command()
@click.option("--port", type=int, help="Port on this machine (PORT, 8000).")
@click.option("--sample/--no-sample", default=False, help="Put the sample cluster into an empty home.")
def up(port: int | None, sample: bool) -> None:  # noqa: FBT001
    """Start everything in the background."""
    where = _port(port)
    place = _prepare(where, sample=sample)
    argv = [sys.executable, "-m", "pumasi.web.command.main", "serve", "--port", str(where)]
    host.up(place, argv)
    _welcome(where)


@click.command()
def down() -> None:
    """Stop everything of this home: web, worker and the embedded database."""
    ended = host.down(home())
    click.echo("Stopped: " + ", ".join(ended) if ended else "Nothing was running.")


def _open_when_there(patience: int = 120) -> None:
    """Wait for a database that is being started again; giving up at once would make the supervisor give up too."""
    for second in range(patience):
        try:
            open_house()
        except host.HostRefusal:
            if second == patience - 1:
                raise
            time.sleep(1)
        else:
            return


@click.command(hidden=True)
def work() -> None:
    """Run the worker (the supervisor starts it)."""
    _open_when_there()
    from pumasi.web import worker  # late: needs the settings

    worker.run()


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.option("--port", type=int, help="Port to look at (PORT, 8000).")
def doctor(as_json: bool, port: int | None) -> None:  # noqa: FBT001
    """Say what is wrong with this installation, and the remedy."""
    place = host.Home.from_environment()
    found = host.doctor(place, port=_port(port))
    spoken = language()
    rows = [_finding(one, spoken) for one in found]
    bad = [row for row in rows if not row["ok"] and row["severity"] == "error"]
    lines = [
        f"{'ok   ' if row['ok'] else row['severity']:<8} {row['what']}"
        + (f"\n         -> {row['remedy']}" if row["remedy"] and not row["ok"] else "")
        for row in rows
    ]
    tell({"findings": rows, "errors": len(bad)}, as_json=as_json, text="\n".join(lines))
    raise click.exceptions.Exit(1 if bad else 0)


def _finding(one: host.Finding, spoken: str) -> dict[str, Any]:
    korean = spoken == "ko"
    return {
        "key": one.key, "ok": one.ok, "severity": one.severity,
        "what": one.what_ko if korean else one.what_en, "remedy": one.remedy_ko if korean else one.remedy_en,
    }  # fmt: skip


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def backup(file: Path, as_json: bool) -> None:  # noqa: FBT001
    """Write database and files into one archive (.tar.gz)."""
    place = home()
    dsn = environment(place)["DATABASE_URL"]
    made = host.backup(
        place, file, dsn=dsn if os.environ.get("DATABASE_URL") else None, about={"pumasi": version("pumasi")}
    )
    tell(
        {"file": str(file), "made_at": made.made_at, "size": made.size},
        as_json=as_json,
        text=f"Written: {file} ({made.made_at})",
    )


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what is there now.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def restore(file: Path, replace: bool, as_json: bool) -> None:  # noqa: FBT001
    """Bring a backup back. What is there now stays untouched unless --replace is given."""
    place = home()
    own = os.environ.get("DATABASE_URL")
    found = host.restore(place, file, dsn=own, replace=replace, after=_read_anew)
    for stamp in place.run.glob("schema-*"):
        stamp.unlink()
    open_house()
    from pumasi.measure.network import api as network  # late: needs the settings

    network.rebuild()
    tell(
        {"file": str(file), "made_at": found.made_at},
        as_json=as_json,
        text=f"Restored what was saved on {found.made_at}.",
    )


def _read_anew(dsn: str) -> None:
    """Give every line of the ledger a transaction of this server, and let readers begin anew."""
    import psycopg  # late: slow import

    with psycopg.connect(dsn) as connection:
        connection.execute(
            "ALTER TABLE ledger_line DISABLE TRIGGER USER;"
            "UPDATE ledger_line SET transaction = pg_current_xact_id();"
            "ALTER TABLE ledger_line ENABLE TRIGGER USER;"
            "DELETE FROM network_bookmark;"
        )


@click.command(hidden=True)
@click.option("--check", is_flag=True, help="Only say whether the template is that of the migrations.")
def schema(check: bool) -> None:  # noqa: FBT001
    """Write the schema template from the migrations (developers)."""
    open_house()
    from pumasi.web import schema as template  # late: needs the settings

    if template.write(check=check):
        click.echo("The schema template is that of the migrations.")
        return
    say("The schema template differs from the migrations. Run: pumasi schema")
    raise click.exceptions.Exit(1)


COMMANDS: list[click.Command] = [serve, up, down, work, doctor, backup, restore, schema]

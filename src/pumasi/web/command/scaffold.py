"""`pumasi new`: a cluster with its first manager; for developers a room with tables, pages, door and green tests."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from string import Template

import click

from pumasi.kit.refused import Refused
from pumasi.web.command.shell import open_house, say

ROOT = Path(__file__).resolve().parents[4]
KOREAN = {"Title in Korean": "국문 제목", "Title in English": "영문 제목", "When": "일시"}
SETTINGS, URLS, MATRIX = (
    "src/pumasi/web/settings.py",
    "src/pumasi/web/urls.py",
    "tests/security/test_matrix.py",
)


@click.group()
def new() -> None:
    """Make a cluster; for developers, make a room in the code."""


@new.command()
@click.argument("slug")
@click.option("--ko", required=True, help="Name in Korean.")
@click.option("--en", required=True, help="Name in English.")
@click.option("--manager", required=True, help="Mail address of its first manager.")
@click.option("--zone", default="Asia/Seoul", show_default=True, help="IANA time zone.")
def cluster(slug: str, ko: str, en: str, manager: str, zone: str) -> None:
    """Make a cluster and its first manager, and print a link to sign in with (15 minutes)."""
    open_house()
    from pumasi.web import first_steps  # late: needs the settings

    click.echo(first_steps.new_cluster(slug=slug, ko=ko, en=en, manager=manager, zone=zone))


@new.command()
@click.argument("name")
@click.option("--title", help="English name on pages (default: the name).")
@click.option("--ko", default="새 공간", show_default=True, help="Korean name on pages.")
def room(name: str, title: str | None, ko: str) -> None:
    """Make a room in operate/ with green tests, and tell settings, addresses and the permission matrix of it."""
    if not re.fullmatch(r"[a-z][a-z0-9]{2,30}", name):
        raise click.BadParameter("use small letters and digits, such as workshops")
    target = ROOT / "src/pumasi/operate" / name
    if not (ROOT / "pyproject.toml").exists():
        raise Refused("Rooms are made in a checkout of the source.", "소스 저장소 안에서만 만들 수 있습니다.")
    if target.exists():
        raise Refused("There is a room {name} already.", "{name} 공간이 이미 있습니다.", name=name)
    words = {"room": name, "Room": title or name.title(), "Class": name.title(), "ko": ko}
    _write(target, words)
    _enter(name)
    _tell(name, words["Room"])
    _migrate(name)
    made = [f"src/pumasi/operate/{name}", f"tests/rooms/{name}"]
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", *made], check=False, cwd=ROOT)
    say(f"Made src/pumasi/operate/{name} and tests/rooms/{name}. Next: make test ROOM={name}")


def _write(target: Path, words: dict[str, str]) -> None:
    source = files("pumasi.web") / "scaffold"
    for entry in sorted((source / "room").iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".txt"):
            _fill(target / entry.name.removesuffix(".txt"), entry.read_text(), words)
    for entry in (source / "room" / "templates").iterdir():
        _fill(
            target / "templates" / words["room"] / entry.name.removesuffix(".txt"), entry.read_text(), words
        )
    _fill(target / "migrations" / "__init__.py", "", words)
    tests = ROOT / "tests/rooms" / words["room"]
    _fill(tests / f"test_{words['room']}.py", (source / "tests" / "test_room.py.txt").read_text(), words)


def _fill(path: Path, text: str, words: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Template(text).safe_substitute(words))


def _enter(name: str) -> None:
    """Tell settings, addresses and the permission matrix of the new room."""
    _insert(SETTINGS, '    "pumasi.measure.network",\n', f'    "pumasi.operate.{name}",\n')
    _insert(URLS, "from pumasi.web import views\n", f"from pumasi.operate.{name} import urls as {name}\n")
    text = (ROOT / URLS).read_text()
    (ROOT / URLS).write_text(
        re.sub(r"^ROOMS = \[(.*)\]$", rf"ROOMS = [\1, {name}]", text, flags=re.MULTILINE)
    )
    _insert(
        MATRIX,
        '    "network.see": EVERYONE,\n',
        f'    "{name}.see": EVERYONE,\n    "{name}.manage": MANAGERS,\n',
    )


def _tell(name: str, title: str) -> None:
    """Give the room its line in the list of rooms."""
    line = f"| operate | [{name}](../../src/pumasi/operate/{name}/README.md) | {title} |\n"
    _insert("docs/rooms/README.md", "| commons | [intake]", line)


def _insert(file: str, before: str, line: str) -> None:
    path = ROOT / file
    text = path.read_text()
    if before not in text:
        raise Refused(
            "{file} has changed; enter the room there by hand.", "{file}에 직접 등록해 주십시오.", file=file
        )
    path.write_text(text.replace(before, line + before, 1))


def _migrate(name: str) -> None:
    """Write the first migration, the schema template and the catalogue, in a process that knows the new room."""
    open_house()
    for words in (
        ["-m", "django", "makemigrations", name, "-v", "0"],
        ["-m", "pumasi.web.command.main", "schema"],
    ):
        subprocess.run([sys.executable, *words], check=True, cwd=ROOT)
    catalogue = ROOT / "src/pumasi/operate" / name / "locale/ko/LC_MESSAGES/django.po"
    subprocess.run(
        [sys.executable, "-m", "pumasi.web.command.main", "messages"],
        check=False,
        cwd=ROOT,
        capture_output=True,
    )
    if catalogue.exists():
        text = catalogue.read_text()
        for english, korean in KOREAN.items():
            text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{korean}"')
        catalogue.write_text(text)


COMMANDS: list[click.Command] = [new]

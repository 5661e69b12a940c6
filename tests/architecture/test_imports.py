"""The house's law is kept by machine: the contracts pass, and each of them catches what it is there for."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "pumasi"
CONFIG = ROOT / ".importlinter"
FLOORS_WITH_ROOMS = ("commons", "operate", "measure", "publish")
# Of a room, what others may name: its door, its tables and their shapes in the API, and what Django itself loads.
OPEN = {"api", "models", "schemas", "apps", "migrations", "templatetags", "management"}

# One violation for each contract: (contract, file to plant it in, the planted line).
PLANTS = [
    ("floors", "kit/refused.py", "import pumasi.commons.members.models"),
    ("publish", "publish/newsroom/__init__.py", "import pumasi.publish.portal"),
    ("measure", "measure/network/rules.py", "import pumasi.measure.observatory"),
    ("commons", "commons/members/rules.py", "import pumasi.commons.ledger.api"),
    ("books", "commons/claims/rules.py", "import pumasi.commons.mail.api"),
    ("operate", "operate/one/__init__.py", "import pumasi.operate.two"),
    ("operate", "operate/two/__init__.py", ""),
    ("engine-alone", "engine/arrays.py", "import django"),
    ("engine-callers", "commons/claims/models.py", "import pumasi.engine.arrays"),
    ("host-alone", "host/lock.py", "import pumasi.kit.refused"),
    ("host-callers", "commons/mail/rules.py", "import pumasi.host.api"),
    ("host-door", "web/worker.py", "import pumasi.host.lock"),
    ("inside", "commons/members/rules.py", "import pumasi.commons.members.views"),
    ("door-members", "commons/mail/actions.py", "import pumasi.commons.members.queries.directory"),
    ("door-ledger", "measure/network/rules.py", "import pumasi.commons.ledger.actions"),
    ("door-mail", "measure/network/rules.py", "import pumasi.commons.mail.taps"),
    ("door-claims", "measure/network/rules.py", "import pumasi.commons.claims.queries"),
    ("door-intake", "measure/network/rules.py", "import pumasi.commons.intake.run"),
    ("door-holds", "measure/network/rules.py", "import pumasi.commons.holds.queries"),
    ("door-meetups", "measure/network/rules.py", "import pumasi.operate.meetups.queries.events"),
    ("door-facilities", "measure/network/rules.py", "import pumasi.operate.facilities.queries.tree"),
    ("door-observatory", "publish/newsroom/rules.py", "import pumasi.measure.observatory.queries.results"),
    ("door-network", "operate/one/__init__.py", "import pumasi.measure.network.queries.ties"),
    ("door-newsroom", "publish/portal/rules.py", "import pumasi.publish.newsroom.queries.items"),
    ("door-portal", "publish/newsroom/rules.py", "import pumasi.publish.portal.feeds"),
]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the package that lies in `folder`."""
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "400"}
    return subprocess.run(
        [program, "--config", CONFIG, "--no-cache", "--no-logo"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _contracts() -> dict[str, str]:
    """The contracts' names by their short names."""
    read = configparser.ConfigParser()
    read.read(CONFIG, encoding="utf-8")
    return {s.removeprefix("importlinter:contract:"): read[s]["name"] for s in read.sections() if ":" in s}


def _listed(contract: str, key: str) -> set[str]:
    read = configparser.ConfigParser()
    read.read(CONFIG, encoding="utf-8")
    return set(read[f"importlinter:contract:{contract}"][key].split())


def rooms() -> list[Path]:
    """Folders of all rooms."""
    return sorted(p.parent for floor in FLOORS_WITH_ROOMS for p in (SOURCE / floor).glob("*/apps.py"))


def _copy(folder: Path, plants: list[tuple[str, str, str]]) -> str:
    """What import-linter says of a copy of the house with `plants` in it."""
    copy = folder
    keep = shutil.ignore_patterns("static", "templates", "locale", "__pycache__")
    shutil.copytree(SOURCE, copy / "pumasi", ignore=keep)
    for _contract, file, line in plants:
        place = copy / "pumasi" / file
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as opened:
            opened.write(f"\n{line}\n")
    found = _lint(copy)
    assert found.returncode == 1, found.stdout + found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy with every violation planted at once."""
    return _copy(tmp_path_factory.mktemp("house"), PLANTS)


def test_a_package_beside_the_floors_has_to_say_where_it_stands(tmp_path: Path) -> None:
    told = _copy(
        tmp_path, [("floors", "attic/__init__.py", ""), ("commons", "commons/shelf/__init__.py", "")]
    )
    assert "- attic" in told or "pumasi.attic" in told, told
    assert "- shelf" in told or "pumasi.commons.shelf" in told, told


def test_the_contracts_are_kept() -> None:
    found = _lint(ROOT / "src")
    assert found.returncode == 0, found.stdout + found.stderr
    assert " 0 broken" in found.stdout


def test_every_contract_has_a_planted_violation() -> None:
    assert set(_contracts()) == {contract for contract, _file, _line in PLANTS}


@pytest.mark.parametrize("contract", sorted({contract for contract, _file, _line in PLANTS}))
def test_a_planted_violation_is_caught(planted: str, contract: str) -> None:
    name = _contracts()[contract]
    assert f"{name} BROKEN" in planted
    section = planted.split(f"\n{name}\n-", 1)[1]
    section = re.split(r"\n[^\n]+\n-{5,}\n", section, maxsplit=1)[0]
    for _contract, file, line in (p for p in PLANTS if p[0] == contract):
        importer = "pumasi." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        imported = line.removeprefix("import ")
        told = (
            rf"{re.escape(importer)}\s*->\s*{re.escape(imported)}"
            if line
            else re.escape(importer.rpartition(".")[2])
        )
        assert re.search(told, section), f"{importer} -> {imported} is not told in\n{section}"


def test_every_contract_says_why() -> None:
    above = re.findall(
        r"((?:^#.*\n)*)^\[importlinter:contract:([\w-]+)\]", CONFIG.read_text(encoding="utf-8"), re.MULTILINE
    )
    silent = [name for comment, name in above if not comment and not name.startswith("door-")]
    assert not silent, f"these contracts lack a line of why: {silent}"


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_every_room_has_a_door(room: Path) -> None:
    """A room's own modules are protected; a module that is neither open nor protected has to be decided on."""
    base = "pumasi." + ".".join(room.relative_to(SOURCE).parts)
    inside = {p.stem for p in room.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()} - {
        "__init__"
    }
    private = {f"{base}.{name}" for name in inside - OPEN}
    assert private == _listed(f"door-{room.name}", "protected_modules")
    assert base in _listed("inside", "containers")


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_every_door_lists_what_it_offers(room: Path) -> None:
    assert "__all__" in (room / "api.py").read_text(encoding="utf-8")

"""The docs are tested: what exists is written down, what is written down exists, and every link leads somewhere."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
from pathlib import Path

import click
import pytest

from pumasi.commons.ledger import words
from pumasi.measure.network import figures
from pumasi.measure.network.sentences import SAID
from pumasi.web.command import pumasi

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "pumasi"
FLOORS = ("commons", "operate", "measure", "publish")
NAME = re.compile(r"\bPUMASI_[A-Z][A-Z_]*[A-Z]\b")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*\ssrc=\"([^\"]+)\"")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
# Where variables are read: the product, its tests, its benchmarks, and what builds the pages' assets.
READERS = (
    "src/pumasi",
    "tests",
    "benchmarks",
    "frontend/build.py",
    "frontend/styleguide",
    "frontend/vite.config.js",
)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _found(*patterns: str) -> list[Path]:
    """Files of the repository that fit, as git knows them or would."""
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if told.returncode:  # an unpacked archive has no git
        return sorted(
            path
            for pattern in patterns
            for path in ROOT.glob(f"**/{pattern}")
            if "node_modules" not in path.parts
        )
    return sorted(ROOT / name for name in told.stdout.split("\0") if name and (ROOT / name).exists())


def pages() -> list[Path]:
    """All pages of documentation."""
    return _found("*.md")


def rooms() -> list[Path]:
    """Folders of all rooms."""
    return sorted(place.parent for floor in FLOORS for place in (SOURCE / floor).glob("*/apps.py"))


def _readme(room: Path) -> str:
    return (room / "README.md").read_text(encoding="utf-8")


def _named(page: str, name: str) -> bool:
    """Whether a page has the name as a word of code."""
    return any(
        re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", code) for code in re.findall(r"`([^`\n]+)`", page)
    )


# Settings and commands


def variables() -> dict[str, str]:
    """Every variable of the environment that is read, with a file that reads it."""
    found: dict[str, str] = {}
    for path in _found(*READERS):
        if path.suffix in {".py", ".js"} and path != Path(__file__).resolve():
            found |= dict.fromkeys(
                NAME.findall(path.read_text(encoding="utf-8")), path.relative_to(ROOT).as_posix()
            )
    return found


def test_every_variable_is_explained() -> None:
    told = set(NAME.findall(_text("docs/operations.md")))
    assert {name: file for name, file in variables().items() if name not in told} == {}
    assert {"PUMASI_HOME", "PUMASI_SMTP"} <= set(variables())


def test_no_variable_is_explained_that_nobody_reads() -> None:
    assert set(NAME.findall(_text("docs/operations.md"))) - set(variables()) == set()


@pytest.mark.parametrize("name", ["DATABASE_URL", "PORT", "DJANGO_SETTINGS_MODULE"])
def test_variables_of_others_are_explained(name: str) -> None:
    assert f"| `{name}` |" in _text("docs/operations.md")


def commands() -> list[tuple[str, click.Command]]:
    """Every command with its whole name, groups left out."""
    found: list[tuple[str, click.Command]] = []

    def walk(command: click.Command, path: str) -> None:
        if not isinstance(command, click.Group):
            found.append((path, command))
            return
        for name, below in command.commands.items():
            walk(below, f"{path} {name}")

    walk(pumasi, "pumasi")
    return found


@pytest.mark.parametrize("name", [name for name, _command in commands()])
def test_every_command_is_explained_with_its_options(name: str) -> None:
    told = [
        line
        for line in _text("docs/operations.md").split("\n\n")
        if re.search(rf"`{re.escape(name)}[` ]", line)
    ]
    assert told, f"docs/operations.md does not mention {name}"
    options = [
        flag
        for option in dict(commands())[name].params
        if isinstance(option, click.Option)
        for flag in option.opts
    ]
    lines = "\n".join(
        line
        for part in told
        for line in part.splitlines()
        if not line.startswith("|") or re.search(rf"`{re.escape(name)}[` ]", line)
    )
    assert [flag for flag in options if not re.search(rf"`[^`]*{re.escape(flag)}(?![\w-])", lines)] == []


def test_no_command_is_explained_that_does_not_exist() -> None:
    known = {name.removeprefix("pumasi ") for name, _command in commands()}
    groups = {name.split()[0] for name in known if " " in name}
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for said in re.findall(
            r"(?:`|^|bin/)pumasi ((?!-)[a-z]+(?: [a-z]+)?)", page.read_text(encoding="utf-8"), re.MULTILINE
        ):
            first = said.split()[0]
            assert said in known or (first in known and first not in groups) or said in groups, (
                f"{page.name}: pumasi {said}"
            )


# Rooms


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_every_door_is_in_the_readme_of_its_room(room: Path) -> None:
    door = importlib.import_module(".".join(["pumasi", *room.relative_to(SOURCE).parts, "api"]))
    page = _readme(room)
    assert [name for name in door.__all__ if not _named(page, name)] == []


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.name)
def test_every_table_is_in_the_readme_of_its_room(room: Path) -> None:
    page = _readme(room)
    files = [path for path in (room / "models.py", *(room / "models").glob("*.py")) if path.exists()]
    tables = [
        node.name
        for path in files
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and _is_table(node)
    ]
    assert [name for name in tables if not re.search(rf"\b{name}\b", page)] == []


def _is_table(node: ast.ClassDef) -> bool:
    metas = [inner for inner in node.body if isinstance(inner, ast.ClassDef) and inner.name == "Meta"]
    abstract = any("abstract" in ast.dump(meta) for meta in metas)
    bases = {ast.unparse(base) for base in node.bases}
    return not abstract and bool(bases & {"models.Model", "OfOrganisation", "AbstractBaseUser"})


@pytest.mark.parametrize(
    "place",
    [*rooms(), *(SOURCE / name for name in ("kit", "engine", "host", "web"))],
    ids=lambda place: place.name,
)
def test_every_room_stands_in_the_index(place: Path) -> None:
    assert f"(../../{(place / 'README.md').relative_to(ROOT).as_posix()})" in _text("docs/rooms/README.md")
    words_of_room = re.findall(r"[가-힣]", _readme(place))
    assert words_of_room, "a room's words stand in both languages"


def kinds_told() -> dict[str, str]:
    """Kinds of lines that the code tells by a written word, with the file that does."""
    found: dict[str, str] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"ledger.Fact", "Fact"}:
                kinds = [word.value for word in node.keywords if word.arg == "kind"]
                found |= {str(kind.value): path.name for kind in kinds if isinstance(kind, ast.Constant)}
    return found


def test_every_ledger_kind_is_explained() -> None:
    assert {"meetup", "project"} <= set(kinds_told())
    for page in (_text("docs/numbers.md"), _readme(SOURCE / "commons" / "ledger")):
        assert [kind for kind in {*kinds_told(), *words.KINDS} if not _named(page, kind)] == []


# Numbers


def sentence_keys() -> set[str]:
    """Every key of a sentence about the network, also those that a comparison with chance puts together."""
    page = (SOURCE / "measure/network/sentences.py").read_text(encoding="utf-8")
    return set(re.findall(r'"(network\.[a-z_]+(?:\.[a-z]+)?)"', page)) | {f"network.{key}" for key in SAID}


def figure_keys() -> set[str]:
    """Every key of a figure in the code: a word with a dot that is given as `key`."""
    found: set[str] = set(figures.LABELS)
    for path in SOURCE.rglob("figures.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            given: list[ast.expr | None] = []
            if isinstance(node, ast.Call):
                given = [word.value for word in node.keywords if word.arg == "key"]
            if isinstance(node, ast.Dict):
                given = [
                    value
                    for key, value in zip(node.keys, node.values, strict=True)
                    if isinstance(key, ast.Constant) and key.value == "key"
                ]
            found |= {str(value.value) for value in given if isinstance(value, ast.Constant)}
    return found


def test_every_figure_is_defined() -> None:
    page = _text("docs/numbers.md")
    wanted = figure_keys() | sentence_keys()
    assert len(wanted) >= 25
    assert [key for key in sorted(wanted) if f"| `{key}` |" not in page] == []


def test_no_figure_is_defined_that_is_not_shown() -> None:
    assert (
        set(re.findall(r"^\| `([a-z_]+\.[a-z_.]+)` \|", _text("docs/numbers.md"), re.MULTILINE))
        == figure_keys() | sentence_keys()
    )


def test_figures_are_called_as_on_the_pages() -> None:
    page = _text("docs/numbers.md")
    assert [label for pair in figures.LABELS.values() for label in pair if label not in page] == []


# Pages


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for pair in LINK.findall(text):
        target = next(filter(None, pair))
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        place = (page.parent / name).resolve() if name else page
        assert place.exists(), f"{target} does not exist"
        assert place.is_relative_to(ROOT), f"{target} leaves the repository"
        assert not anchor or anchor in _anchors(place), f"{target} has no such heading"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(page: Path) -> None:
    """Names of files with their folder, in the code font, from the root, from the package or from a room."""
    bases = [ROOT, SOURCE, SOURCE / "commons", SOURCE / "measure", page.parent, ROOT / "docs"]
    named = re.findall(
        r"`((?:[\w.-]+/)+[\w.-]+\.(?:py|sql|md|txt|json|yaml))`", page.read_text(encoding="utf-8")
    )
    assert [name for name in named if not any((base / name).exists() for base in [*bases, *rooms()])] == []


def _outline(page: Path) -> list[int]:
    """Levels of the headings, rows of tables and code blocks do not count."""
    return [
        len(marks)
        for marks in re.findall(r"^(#+) ", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    ]


def test_the_guides_have_the_same_files_and_headings() -> None:
    guide = ROOT / "docs" / "guide"
    outlines = {
        lang: {page.name: _outline(page) for page in (guide / lang).glob("*.md")} for lang in ("en", "ko")
    }
    assert outlines["ko"] == outlines["en"]
    assert len(outlines["en"]) >= 7


def test_the_guides_are_written_in_their_language() -> None:
    for page in (ROOT / "docs" / "guide" / "ko").glob("*.md"):
        bare = re.sub(r"`[^`]*`|\([^)]*\)|\[|\]", "", FENCE.sub("", page.read_text(encoding="utf-8")))
        paragraphs = [part for part in bare.split("\n\n") if len(part) > 40]
        assert [part for part in paragraphs if not re.search("[가-힣]", part)] == [], page.name
        assert "을(를)" not in bare


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_guides_name_buttons_as_the_pages_do(language: str) -> None:
    from pumasi.web import messages  # late: slow import

    kept = [item for found in messages._kept("ko").values() for item in found.items()]
    korean = {text for _key, one in kept for text in messages._parts(one.string or "")}
    english = {text for key, one in kept for text in (key.text, *messages._parts(one.id))}
    shown = {"CSV", "SVG", "GraphML", *(korean if language == "ko" else english)}
    for page in (ROOT / "docs" / "guide" / language).glob("*.md"):
        named = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", page.read_text(encoding="utf-8"))
        unknown = [name for name in named if name not in shown and not name.endswith("…")]
        assert unknown == [], page.name


def test_commands_of_the_readme_are_in_the_makefile() -> None:
    made = set(re.findall(r"^([a-z-]+):", _text("Makefile"), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md", "docs/operations.md"):
        said = set(
            re.findall(
                r"(?:`|^|\s)make ([a-z-]+)(?=[` \n])",
                "\n".join(re.findall(r"`[^`]+`|^```.*?^```", _text(page), re.MULTILINE | re.DOTALL)),
            )
        )
        assert said <= made, page
    assert {"try", "test"} <= set(re.findall(r"^make (\w+)", _text("README.md"), re.MULTILINE))


def test_every_decision_is_short_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = _text("docs/decisions/README.md")
    for page in folder.glob("0*.md"):
        paragraphs = [
            part for part in page.read_text(encoding="utf-8").split("\n\n") if not part.startswith("#")
        ]
        assert len(paragraphs) <= 3, f"{page.name} has {len(paragraphs)} paragraphs"
        assert f"({page.name})" in listed


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert [picture.name for picture in pictures if os.path.getsize(picture) > 250_000] == []  # noqa: PTH202

"""Rules for the files themselves: late imports, docstrings, lengths, templates, foreign keys, triggers."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "pumasi"
FLOORS = ["kit", "commons", "operate", "measure", "publish", "web"]
LONGEST = 500
# The only reasons for an import inside a function. A new one is a decision: it is added here or not at all.
LATE = {
    "needs the app registry": "rules and models can be loaded only when Django has all apps",
    "needs the settings": "a command sets up the house first; `--help` must not",
    "needs the environment": "the lines above put a variable there that the import reads",
    "must run without Django": "the module is used before or without Django",
    "slow import": "numpy, numba and the like cost every command that does not use them",
    "needs Pango": "a system library that draws PDF; everything else runs without it",
    "optional part": "behind a switch of the installation",
}
# Machine-made or read by machines only.
NOT_OURS = {"migrations", "static", "__pycache__"}


def sources() -> list[Path]:
    """Every Python file of the package."""
    return sorted(p for p in SOURCE.rglob("*.py") if not NOT_OURS & set(p.relative_to(SOURCE).parts))


def name_of(path: Path) -> str:
    """The path as the reader of a failure wants it."""
    return str(path.relative_to(ROOT))


TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sources()}


def _late_imports(path: Path, tree: ast.Module) -> list[tuple[int, str]]:
    """Imports below the top of the file, as (line, its text)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    top = {id(node) for node in tree.body}
    guarded = [n for n in tree.body if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING"]
    top |= {id(node) for block in guarded for node in block.body}
    found = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom) and id(n) not in top]
    return [(n.lineno, " ".join(lines[n.lineno - 1 : n.end_lineno])) for n in found]


def test_late_imports_carry_a_reason_from_the_list():
    wrong = []
    for path, tree in TREES.items():
        for number, line in _late_imports(path, tree):
            said = re.search(r"# late: (.+?)\s*$", line)
            if said is None or said.group(1) not in LATE:
                wrong.append(f"{name_of(path)}:{number}: {line.strip()}")
    assert not wrong, "\n".join(wrong)


def test_no_reason_is_kept_that_nobody_needs():
    text = "\n".join(path.read_text(encoding="utf-8") for path in TREES)
    assert not [reason for reason in LATE if f"# late: {reason}" not in text]


def test_every_module_says_what_it_is_for():
    silent = [name_of(path) for path, tree in TREES.items() if tree.body and not ast.get_docstring(tree)]
    assert not silent, "\n".join(silent)


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_no_file_is_too_long_to_read(folder):
    files = (p for p in (ROOT / folder).rglob("*.py") if not NOT_OURS & set(p.parts))
    long = {name_of(p): n for p in files if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST}
    assert not long, f"split these into a folder of the same name: {long}"


def rooms() -> list:
    """Apps of our own rooms."""
    return [app for app in apps.get_app_configs() if app.name in settings.ROOMS]


def test_every_room_is_named_after_its_folder():
    assert {app.label for app in rooms()} == {app.name.rpartition(".")[2] for app in rooms()}
    there = {
        f"pumasi.{p.parent.relative_to(SOURCE).as_posix().replace('/', '.')}"
        for p in SOURCE.glob("*/*/apps.py")
    }
    assert there == set(settings.ROOMS)


@pytest.mark.parametrize("room", settings.ROOMS)
def test_every_room_explains_itself(room):
    folder = SOURCE.joinpath(*room.split(".")[1:])
    readme = folder / "README.md"
    assert readme.exists(), f"{name_of(folder)} needs a README.md: what the room holds, its door, its rules"
    assert len(readme.read_text(encoding="utf-8").split()) > 30


# Templates

# Papers become PDF and are never sent to a browser, so no Content-Security-Policy is theirs.
PAPERS = set(SOURCE.rglob("papers/*.html"))
TEMPLATES = sorted(p for p in SOURCE.rglob("*.html") if "static" not in p.parts)


def test_every_template_belongs_to_an_app():
    """A room's templates lie under its own name, so that no room overrides another's by chance."""
    stray = []
    for path in TEMPLATES:
        room, _, inside = str(path.relative_to(SOURCE)).partition("/templates/")
        owner = room.rpartition("/")[2]
        if not inside or (owner != "web" and not inside.startswith(f"{owner}/")):
            stray.append(name_of(path))
    assert not stray, "\n".join(stray)


INLINE = {
    "inline script": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>", re.IGNORECASE
    ),
    "inline style sheet": re.compile(r"<style[\s>]", re.IGNORECASE),
    "style attribute": re.compile(r"(?<![-\w])style\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
}


def _markup(path: Path) -> str:
    """The template without what the template language says between its own braces."""
    return re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("what", INLINE)
def test_nothing_inline_that_the_content_security_policy_would_block(what):
    texts = {path: _markup(path) for path in TEMPLATES if path not in PAPERS}
    wrong = [
        f"{name_of(path)}: {hit.group(0)[:80]}"
        for path, text in texts.items()
        for hit in INLINE[what].finditer(text)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("inline script", "<p><script>alert(1)</script>"), ("inline style sheet", "<style>p{}</style>"),
        ("style attribute", '<p style="color:red">'), ("event attribute", '<a href="#" onclick="go()">'),
        ("javascript address", '<a href="javascript:go()">'),
    ],
)  # fmt: skip
def test_inline_things_are_recognised(what, text):
    assert INLINE[what].search(text)
    assert not any(
        sign.search('<script src="a.js"></script><p class="lead" data-only="1">') for sign in INLINE.values()
    )


# Tables


def floor_of(model: type[models.Model]) -> int | None:
    """How high a model's floor is; Django's own and other libraries' tables lie below all."""
    parts = model.__module__.split(".")
    return FLOORS.index(parts[1]) if parts[0] == "pumasi" else None


# Within a floor, the rooms that stand below others.
BELOW = {"members": 0, "ledger": 1, "mail": 1, "claims": 1, "holds": 1, "intake": 2,
         "network": 0, "observatory": 1, "newsroom": 0, "portal": 1}  # fmt: skip


def points_up(source: type[models.Model], target: type[models.Model]) -> bool:
    """Say whether a foreign key from `source` to `target` breaks the law."""
    here, there = floor_of(source), floor_of(target)
    if here is None or there is None or source._meta.app_label == target._meta.app_label:
        return False
    if here != there:
        return there > here
    return BELOW.get(target._meta.app_label, 0) >= BELOW.get(source._meta.app_label, 0)


def _keys() -> list[tuple[type[models.Model], str, type[models.Model]]]:
    return [
        (model, field.name, field.related_model)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
    ]


def test_no_foreign_key_points_up():
    wrong = [f"{s._meta.label}.{name} -> {t._meta.label}" for s, name, t in _keys() if points_up(s, t)]
    assert not wrong, "\n".join(wrong)


def test_a_foreign_key_that_points_up_is_recognised():
    label = apps.get_model
    assert points_up(label("members.Organisation"), label("ledger.Line"))
    assert points_up(label("ledger.Line"), label("network.Tie"))
    assert points_up(label("mail.Message"), label("ledger.Line"))
    assert not points_up(label("network.Tie"), label("members.Organisation"))
    assert not points_up(label("ledger.Line"), label("members.Batch"))


@pytest.mark.django_db
def test_the_database_itself_keeps_the_book_append_only():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
        )
        there = {(table, re.sub(r".*TRIGGER \w+ (.*) ON .*", r"\1", how)) for table, how in cursor.fetchall()}
    for table in ("ledger_line", "ledger_part"):
        kinds = {how for name, how in there if name == table}
        assert kinds & {"BEFORE DELETE OR UPDATE", "BEFORE UPDATE OR DELETE"}, f"{table}: {kinds}"


def test_the_worker_knows_the_jobs_of_every_room():
    """A task that nobody imports is never done, and nothing says so."""
    own = SOURCE / "web" / "jobs.py"
    rooms = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts[:-1])
        for path in SOURCE.rglob("jobs.py")
        if path != own
    }
    tree = ast.parse(own.read_text(encoding="utf-8"))
    known = {
        one.module
        for one in tree.body
        if isinstance(one, ast.ImportFrom) and any(name.name == "jobs" for name in one.names)
    }
    assert rooms
    assert rooms <= known

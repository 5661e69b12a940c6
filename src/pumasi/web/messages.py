"""Catalogues: which sentences of ours need a translation, what is missing, and the .mo files Django reads.

Everything is done in Python, so that no machine needs the GNU gettext programs. A sentence lives in the
catalogue of the room that uses it; what several rooms use, and all of the rest, live in the one of web.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages import extract, pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural

SOURCE = Path(__file__).resolve().parents[1]
WEB = Path("web")
SIDES = ("commons", "operate", "measure", "publish")
KEYWORDS: dict[str, Any] = {
    "_": None,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|%%|\{\w*\}")


class Key(NamedTuple):
    """What Django looks a sentence up by."""

    text: str
    context: str = ""


@dataclass
class Wanted:
    """A sentence that our pages use, with the places (`web/templates/base.html:12`) that use it."""

    plural: str = ""
    places: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Problem:
    """Something that is wrong with the catalogues, in words."""

    key: Key
    what: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        context = f" [{self.key.context}]" if self.key.context else ""
        return f"{self.what}: “{self.key.text}”{context} ({', '.join(self.places[:3])})"


# What is used


def _as_python(path: Path) -> bytes:
    """Give a file as Python source; of a template only its sentences are left."""
    if path.suffix == ".py":
        return path.read_bytes()
    from django.utils.translation.template import templatize  # late: must run without Django

    blotted = templatize(path.read_text(), origin=str(path))
    # What is blotted out keeps its indentation, which Python's tokenizer would take for blocks.
    return "\n".join(line.strip() for line in blotted.splitlines()).encode()


def _used_in(path: Path) -> Iterator[tuple[Key, str, int]]:
    """Give the sentences of a file with their plurals and lines."""
    for line, found, _comments, context in extract.extract("python", BytesIO(_as_python(path)), KEYWORDS):
        texts = found if isinstance(found, tuple) else (found,)
        if texts[0]:
            yield Key(texts[0], context or ""), texts[1] if len(texts) > 1 else "", line


def _files() -> list[Path]:
    """List what may hold sentences: our modules and our templates, not the patterns of rooms to come."""
    templates = [p for p in SOURCE.rglob("templates/**/*") if p.suffix in {".html", ".txt"}]
    found = sorted([*SOURCE.rglob("*.py"), *templates])
    return [path for path in found if not {"migrations", "scaffold"} & set(path.parts)]


def collect() -> dict[Key, Wanted]:
    """Find every sentence of ours with the places that use it."""
    found: dict[Key, Wanted] = {}
    for path in _files():
        for key, plural, line in _used_in(path):
            wanted = found.setdefault(key, Wanted())
            wanted.plural = wanted.plural or plural
            wanted.places.append(f"{path.relative_to(SOURCE).as_posix()}:{line}")
    return found


def home_of(wanted: Wanted) -> Path:
    """Name the app, below `pumasi/`, whose catalogue holds a sentence."""
    apps = {Path(*place.split("/")[:2]) if place.startswith(SIDES) else WEB for place in wanted.places}
    return apps.pop() if len(apps) == 1 else WEB


@cache
def foreign() -> frozenset[Key]:
    """Give the sentences of the packages whose pages we show; web's catalogue may say them better."""
    import allauth  # late: must run without Django

    catalogue = Path(allauth.__file__).parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
    return frozenset(_read(catalogue))


# What is written


def place_of(app: Path, language: str) -> Path:
    """Say where the catalogue of an app lies."""
    return SOURCE / app / "locale" / language / "LC_MESSAGES" / "django.po"


def catalogues() -> list[Path]:
    """List all catalogues that are there."""
    return sorted(SOURCE.rglob("locale/*/LC_MESSAGES/django.po"))


def _read(path: Path) -> dict[Key, Message]:
    """Read a catalogue; one that is not there is empty."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        found = pofile.read_po(file)
    return {Key(_parts(one.id)[0], one.context or ""): one for one in found if one.id}


def _parts(text: Any) -> tuple[str, ...]:
    """Give a text and its plural forms as a tuple."""
    return tuple(text) if isinstance(text, tuple | list) else (text,)


def _kept(language: str) -> dict[Path, dict[Key, Message]]:
    """Read all catalogues of a language, by the app they belong to."""
    tail = f"locale/{language}/LC_MESSAGES/django.po"
    found = [path for path in catalogues() if path.as_posix().endswith(tail)]
    return {path.parents[3].relative_to(SOURCE): _read(path) for path in found}


def _fault(wanted: Wanted, key: Key, message: Message | None, forms: int) -> str:
    """Say what is wrong with a translation, or nothing."""
    said = _parts(message.string) if message else ()
    if not message or not any(said):
        return "no translation"
    if message.fuzzy:
        return "marked as doubtful (fuzzy)"
    if len(said) != (forms if wanted.plural else 1) or not all(said):
        return "not all plural forms"
    needed = sorted(set(PLACEHOLDER.findall(wanted.plural or key.text)))
    if any(sorted(set(PLACEHOLDER.findall(one))) != needed for one in said):
        return "other placeholders than the original"
    return ""


def missing(language: str = "ko") -> list[Problem]:
    """List the sentences of ours without a sound translation in the catalogue where they belong."""
    kept, forms = _kept(language), get_plural(language).num_plurals
    problems = []
    for key, wanted in collect().items():
        there = kept.get(home_of(wanted), {}).get(key)
        if fault := _fault(wanted, key, there, forms):
            problems.append(Problem(key, fault, tuple(wanted.places)))
    return problems


def unused(language: str = "ko") -> list[Problem]:
    """List translations that no page uses, or that lie in the wrong catalogue."""
    wanted = collect()
    return [
        Problem(key, "not used", (f"{app.as_posix()}/locale/{language}",))
        for app, messages in _kept(language).items()
        for key in messages
        if not (home_of(wanted[key]) == app if key in wanted else app == WEB and key in foreign())
    ]


def update(language: str = "ko") -> int:
    """Write the catalogues anew, sorted: new sentences empty, unused ones gone. Give how many are new."""
    kept, wanted = _kept(language), collect()
    known = {key: message for messages in kept.values() for key, message in messages.items()}
    sheets: dict[Path, dict[Key, Message]] = {app: {} for app in kept}
    forms = get_plural(language).num_plurals
    for key, one in wanted.items():
        sheets.setdefault(home_of(one), {})[key] = known.get(key) or _empty(key, one, forms)
    for key in set(known) & set(foreign()) - set(wanted):
        sheets[WEB][key] = known[key]
    for app, messages in sheets.items():
        _write(place_of(app, language), messages, language)
    return len(set(wanted) - set(known))


def _empty(key: Key, wanted: Wanted, forms: int) -> Message:
    """Make the entry of a sentence that nobody has translated yet."""
    return Message((key.text, wanted.plural), ("",) * forms) if wanted.plural else Message(key.text)


def _write(path: Path, messages: dict[Key, Message], language: str) -> None:
    """Write a catalogue in the order of its sentences, without dates and places, which only make noise."""
    plural = get_plural(language)
    head = ["Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"]
    head += [f"Language: {language}", f"Plural-Forms: {plural.plural_forms}"]
    lines = ['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in head)]
    for key in sorted(messages, key=lambda key: (key.text.lower(), key.text, key.context)):
        lines += ["", *_entry(key, messages[key])]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def _entry(key: Key, message: Message) -> list[str]:
    """Write one sentence of a catalogue."""
    ids, strings = _parts(message.id), _parts(message.string or "")
    lines = [f"# {comment}" for comment in message.user_comments]
    flags = [*(["fuzzy"] if message.fuzzy else []), *(["python-format"] if "%" in "".join(ids) else [])]
    lines += [f"#, {', '.join(flags)}"] if flags else []
    lines += [f"msgctxt {_quoted(key.context)}"] if key.context else []
    lines.append(f"msgid {_quoted(ids[0])}")
    if len(ids) == 1:
        return [*lines, f"msgstr {_quoted(strings[0])}"]
    lines.append(f"msgid_plural {_quoted(ids[1])}")
    return [*lines, *(f"msgstr[{n}] {_quoted(text)}" for n, text in enumerate(strings))]


def _quoted(text: str) -> str:
    return pofile.normalize(text, width=0)


# What Django reads


def compile_all() -> int:
    """Write the .mo beside each .po that is newer than it; give how many were written."""
    written = 0
    for path in catalogues():
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns > path.stat().st_mtime_ns:
            continue
        _compile(path, target)
        written += 1
    return written


def _compile(path: Path, target: Path) -> None:
    with path.open("rb") as file:
        found: Catalog = pofile.read_po(file, locale=path.parents[1].name)
    beside = target.with_suffix(f".{os.getpid()}")
    with beside.open("wb") as file:
        write_mo(file, found)
    # Others may be reading the old file, or writing the same one.
    beside.replace(target)


if __name__ == "__main__":
    compile_all()

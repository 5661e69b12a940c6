"""A text for a translator's tool: XLIFF 2.1 (OASIS 2018) out; 2.x and 1.2 back in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

from pumasi.kit.markup import parsed, text_of
from pumasi.kit.markup import written as written_xml
from pumasi.kit.refused import Refused

SPACE = "urn:oasis:names:tc:xliff:document:2.0"
TITLE, SUMMARY, BLOCK = "title", "summary", "b-"
KIND = "application/xliff+xml"


@dataclass
class Translated:
    """What a file says: title, summary, and for each block of the source (by id) its source text and its translation."""

    language: str = ""
    title: str = ""
    summary: str = ""
    blocks: dict[str, tuple[str, str]] = field(default_factory=dict)


def written(
    number: int,
    languages: tuple[str, str],
    source: Any,
    target: Any,
    blocks: Sequence[tuple[dict[str, Any], str]],
) -> bytes:
    """The item with what is translated so far. `languages`: from, to; `blocks`: each block of the source with its translation or nothing."""
    root = ET.Element(
        "xliff", {"xmlns": SPACE, "version": "2.1", "srcLang": languages[0], "trgLang": languages[1]}
    )
    file = ET.SubElement(root, "file", {"id": "text", "original": f"item-{number}"})
    _unit(file, TITLE, source.title, target.title if target else "")
    if source.summary:
        _unit(file, SUMMARY, source.summary, target.summary if target else "")
    for block, words in blocks:
        _unit(file, f"{BLOCK}{block['id']}", block["text"], words)
    ET.indent(root)
    return written_xml(root)


def _unit(file: ET.Element, name: str, source: str, target: str) -> None:
    unit = ET.SubElement(file, "unit", {"id": name})
    segment = ET.SubElement(unit, "segment", {"state": "translated" if target else "initial"})
    ET.SubElement(segment, "source", {"xml:space": "preserve"}).text = source
    if target:
        ET.SubElement(segment, "target", {"xml:space": "preserve"}).text = target


def read(body: bytes, filename: str) -> Translated:
    """What a translator sends back. Raises Refused for what is no XLIFF."""
    root = parsed(body, filename)
    if not str(root.tag).endswith("}xliff") and root.tag != "xliff":
        raise Refused("{name} is no XLIFF file.", "{name}: XLIFF 파일이 아닙니다.", name=filename)
    found = Translated()
    file = root.find(".//{*}file")
    found.language = (root.get("trgLang") or (file.get("target-language") if file is not None else "") or "")[
        :2
    ].lower()
    units: Mapping[str, tuple[str, str]] = dict(_units(root))
    for name, (source, target) in units.items():
        if name == TITLE:
            found.title = target
        elif name == SUMMARY:
            found.summary = target
        elif name.startswith(BLOCK) and target:
            found.blocks[name.removeprefix(BLOCK)] = (source, target)
    return found


def _units(root: Any) -> Any:
    """Units of either version; a tool may have parted one into several segments."""
    for unit in root.iterfind(".//{*}unit"):
        segments = unit.findall("{*}segment")
        parts = [[text_of(one.find(f"{{*}}{tag}")) for one in segments] for tag in ("source", "target")]
        yield unit.get("id", ""), (" ".join(parts[0]), " ".join(parts[1]).strip() if all(parts[1]) else "")
    for unit in root.iterfind(".//{*}trans-unit"):
        yield unit.get("id", ""), (text_of(unit.find("{*}source")), text_of(unit.find("{*}target")))

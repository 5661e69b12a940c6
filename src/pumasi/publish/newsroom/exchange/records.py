"""Translation memory as TMX 1.4b (LISA 2005) and terms as TBX (ISO 30042:2019, TBX-Basic), out and in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from pumasi.kit.markup import language_of, parsed, text_of, written
from pumasi.kit.refused import Refused

TBX = "urn:iso:std:iso:30042:ed-2"
# How a name is told apart from a word in TBX's own categories.
FIELD, NAME = "subjectField", "name"
LANGUAGES = ("ko", "en")


class Term(NamedTuple):
    """How a word is rendered."""

    ko: str
    en: str
    note: str = ""
    is_name: bool = False


def written_memory(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Paragraphs and their translations, Korean and English."""
    root = ET.Element("tmx", {"version": "1.4"})
    head = {
        "creationtool": "Pumasi", "creationtoolversion": "0.1", "segtype": "paragraph", "o-tmf": "Pumasi", "adminlang": "en", "srclang": "ko",
        "datatype": "plaintext",
    }  # fmt: skip
    ET.SubElement(root, "header", head)
    body = ET.SubElement(root, "body")
    for pair in pairs:
        unit = ET.SubElement(body, "tu")
        for code, text in zip(LANGUAGES, pair, strict=True):
            ET.SubElement(ET.SubElement(unit, "tuv", {"xml:lang": code}), "seg").text = text
    ET.indent(root)
    return written(root)


def read_memory(body: bytes, filename: str) -> list[tuple[str, str]]:
    """Pairs of a TMX file that has both languages; whatever else it has is left. Raises Refused for what is no TMX."""
    root = parsed(body, filename)
    if str(root.tag).rpartition("}")[2] != "tmx":
        raise Refused("{name} is no TMX file.", "{name}: TMX 파일이 아닙니다.", name=filename)
    pairs = []
    for unit in root.iterfind(".//{*}tu"):
        said = {language_of(one): text_of(one.find("{*}seg")) for one in unit.findall("{*}tuv")}
        if said.get("ko") and said.get("en"):
            pairs.append((said["ko"], said["en"]))
    return pairs


def written_terms(terms: Iterable[Term]) -> bytes:
    """Terms as TBX-Basic: a concept with a word in each language."""
    root = ET.Element("tbx", {"xmlns": TBX, "type": "TBX-Basic", "style": "dca", "xml:lang": "en"})
    source = ET.SubElement(ET.SubElement(ET.SubElement(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    ET.SubElement(source, "p").text = "Pumasi"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, start=1):
        concept = ET.SubElement(body, "conceptEntry", {"id": f"c{number}"})
        if term.is_name:
            ET.SubElement(concept, "descrip", {"type": FIELD}).text = NAME
        if term.note:
            ET.SubElement(concept, "note").text = term.note
        for code, word in zip(LANGUAGES, (term.ko, term.en), strict=True):
            section = ET.SubElement(concept, "langSec", {"xml:lang": code})
            ET.SubElement(ET.SubElement(section, "termSec"), "term").text = word
    ET.indent(root)
    return written(root)


def read_terms(body: bytes, filename: str) -> list[Term]:
    """Terms of a TBX file, of this edition or the one before (martif). Raises Refused for what is none."""
    root = parsed(body, filename)
    if str(root.tag).rpartition("}")[2] not in {"tbx", "martif"}:
        raise Refused("{name} is no TBX file.", "{name}: TBX 파일이 아닙니다.", name=filename)
    return [
        term
        for name in ("conceptEntry", "termEntry")
        for one in root.iterfind(f".//{{*}}{name}")
        if (term := _term(one))
    ]


def _term(concept: Any) -> Term | None:
    words: dict[str, str] = {}
    for name in ("langSec", "langSet"):
        for section in concept.findall(f"{{*}}{name}"):
            words.setdefault(language_of(section), text_of(section.find(".//{*}term")))
    if not (words.get("ko") and words.get("en")):
        return None
    is_name = any(one.get("type") == FIELD and text_of(one) == NAME for one in concept.findall("{*}descrip"))
    return Term(words["ko"], words["en"], text_of(concept.find("{*}note")), is_name)

"""XML: what comes from outside is read without fetching, expanding or believing anything in it; what goes out is written."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from lxml import etree

from pumasi.kit.refused import Refused

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parsed(body: bytes, filename: str) -> Any:
    """The root element of an XML file. Raises Refused for what is none, and for one that declares entities: a few lines of them fill a machine."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(
            "{name} is no XML file that can be read.",
            "{name}: 읽을 수 있는 XML 파일이 아닙니다.",
            name=filename,
        ) from None
    inside = root.getroottree().docinfo.internalDTD
    if inside is not None and any(True for _ in inside.iterentities()):
        raise Refused(
            "{name} declares entities, which no such file needs. Save it again without them.",
            "{name}: 필요 없는 개체(entity) 선언이 들어 있습니다. 선언 없이 다시 저장해 주십시오.",
            name=filename,
        )
    return root


def written(root: ET.Element) -> bytes:
    """An element as a file of its own."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="utf-8")


def language_of(element: Any) -> str:
    """The language that an element says it is in, as two letters; nothing where it says none."""
    return (element.get(LANGUAGE) or element.get("lang") or "")[:2].lower()


def text_of(element: Any) -> str:
    """All text inside an element, tags left out; nothing for none."""
    return "".join(element.itertext()).strip() if element is not None else ""

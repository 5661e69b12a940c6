"""The template library `pumasi`: {% load pumasi %}; frontend/README.md lists what it holds."""

from __future__ import annotations

from pumasi.web.templatetags._library import register
from pumasi.web.templatetags.parts import (
    blocks,
    figures,
    forms,
    icons,
    lists,
    people,
    pictures,
    same,
    tables,
    told,
    translated,
    words,
    world,
)

__all__ = [
    "blocks",
    "figures",
    "forms",
    "icons",
    "lists",
    "people",
    "pictures",
    "register",
    "same",
    "tables",
    "told",
    "translated",
    "words",
    "world",
]

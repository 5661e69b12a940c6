"""Figures have no addresses of their own yet: they are shown where they are used."""

from __future__ import annotations

from typing import Any

app_name = "claims"
public: list[Any] = []

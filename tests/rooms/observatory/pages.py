"""Addresses of the room in the cluster of the tests, and what a page says."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(f"observatory:{name}", kwargs={"cluster": "hangang", **values})


def text(response, status=200):
    body = response.content.decode()
    assert response.status_code == status, body[:2000]
    return body

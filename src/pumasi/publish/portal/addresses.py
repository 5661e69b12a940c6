"""Addresses of many articles at once: Django works each out anew, and of fifty only the ends differ."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from pumasi.commons.members.models import Cluster


def of_articles(cluster: Cluster) -> Callable[[int, str], str]:
    """How to write the address of an article from its number and its words, in the reader's language."""
    before, _middle, after = reverse(
        "portal:article", kwargs={"cluster": cluster.slug, "pk": 0, "slug": "item"}
    ).rpartition("0-item")
    return lambda pk, words: f"{before}{pk}-{words}{after}"

"""Feeds of a board in one language: RSS 2.0, Atom and JSON Feed, with ids that stay when a text is edited."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from pumasi.commons.members.models import Cluster
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal import addresses

KINDS = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}


# An empty feed has not changed since; Django would say that it was built just now, at every reading anew.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class _Rss(Rss201rev2Feed):
    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


class _Atom(Atom1Feed):
    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else NEVER


def body(
    form: str, cluster: Cluster, language: str, title: str, found: Sequence[newsroom.Told], site: str
) -> bytes:
    """The feed as it is sent. `site` begins every address."""
    here = site + reverse("portal:feed", kwargs={"cluster": cluster.slug, "form": form})
    board = site + reverse("portal:list", kwargs={"cluster": cluster.slug})
    figure = newsroom.marked(
        cluster,
        set().union(*(newsroom.quoted(one.blocks) for one in found)) if found else set(),
        language,
    )
    address = addresses.of_articles(cluster)
    entries = [
        {
            "id": f"urn:uuid:{one.uid}:{language}",
            "url": site + address(one.item_id, one.slug),
            "title": one.title,
            "summary": one.summary,
            "html": str(newsroom.html(one.blocks, figure)),
            "at": one.publish_at,
            "changed": max(one.edited_at, one.publish_at),
        }
        for one in found
    ]
    return (
        _json(title, here, board, language, entries)
        if form == "json"
        else _xml(form, title, here, board, language, entries)
    )


def _xml(form: str, title: str, here: str, board: str, language: str, entries: list[dict[str, Any]]) -> bytes:
    kind = _Rss if form == "rss" else _Atom
    made = kind(title=title, link=board, description=title, language=language, feed_url=here, feed_guid=board)
    for one in entries:
        made.add_item(
            title=one["title"], link=one["url"], description=one["summary"] or one["html"], unique_id=one["id"],
            unique_id_is_permalink=False, pubdate=one["at"], updateddate=one["changed"],
        )  # fmt: skip
    return made.writeString("utf-8").encode()


def _json(title: str, here: str, board: str, language: str, entries: list[dict[str, Any]]) -> bytes:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": board,
        "feed_url": here,
        "language": language,
        "items": [
            {
                "id": one["id"],
                "url": one["url"],
                "title": one["title"],
                "summary": one["summary"],
                "content_html": one["html"],
                "date_published": one["at"].isoformat(),
                "date_modified": one["changed"].isoformat(),
            }
            for one in entries
        ],
    }
    return json.dumps(told, ensure_ascii=False).encode()

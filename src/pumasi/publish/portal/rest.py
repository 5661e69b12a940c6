"""What is out, over REST: the boards of a cluster in each language, and one text with its source, licence and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import translation
from ninja import Query
from pydantic import Field

from pumasi.commons.members.models import Cluster
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Instant, Out, Page, Room, Window, languages_of, page, requires
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.models import Edition, Item
from pumasi.publish.portal import addresses

room = Room(tags=["News"])
Language = Literal["ko", "en"]


class Wanted(Window):
    """Which texts are wanted."""

    language: Language = Field("ko", description="Texts that are out in this language.")
    kind: Literal["", *Item.Kind.values] = Field("", description="One board; empty: all.")  # type: ignore[valid-type]
    q: str = Field("", max_length=100, description="Words in title, text or department.")


class NewsOut(Out):
    """A text that is out, as a list names it."""

    id: int
    language: Language
    kind: str
    title: str
    summary: str
    published_at: Instant
    edited_at: Instant
    department_ko: str
    department_en: str
    url: str = Field(description="Address of its page.")


class FileOut(Out):
    """A file that hangs on a text."""

    title_ko: str
    title_en: str
    kind: str = Field(description="As readers know it: PDF, HWPX.")
    bytes: int
    url: str


class ArticleOut(NewsOut):
    """A text as the world reads it."""

    html: str = Field(description="Its sections; figures stand as they are today.")
    licence: str = Field(description="KOGL type, or `own`.")
    sections: int = Field(
        description="Sections shown of an abridged text; 0 where nothing was left out on purpose."
    )
    sections_of: int
    languages: list[Language] = Field(description="In which languages it is out.")
    files: list[FileOut]


def _told(cluster: Cluster, language: str) -> Callable[[Iterable[Edition]], list[dict[str, Any]]]:
    """How editions of a language are given out."""
    with translation.override(language):
        address = addresses.of_articles(cluster)
    return lambda editions: [
        {
            "id": one.item_id, "language": one.language, "kind": one.item.kind, "title": one.shown_title,
            "summary": one.shown_summary, "published_at": one.publish_at, "edited_at": one.edited_at,
            **languages_of(one.item, "department"), "url": settings.SITE_URL + address(one.item_id, one.slug),
        }
        for one in editions
    ]  # fmt: skip


@room.get("/news", response=Page[NewsOut])
@requires("portal.read")
def list_news(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Read the boards of a language, the latest first."""
    cluster = cluster_of(request)
    found = newsroom.board(cluster, wanted.language, newsroom.Choice(wanted.q.strip(), wanted.kind))
    return page(found, wanted, _told(cluster, wanted.language))


@room.get("/news/{int:pk}", response=ArticleOut)
@requires("portal.read")
def get_news(request: HttpRequest, pk: int, language: Language = "ko") -> dict[str, Any]:
    """Read one text. What is not out in the language, or was withdrawn, is not found."""
    cluster = cluster_of(request)
    editions = {code: one for code, one in newsroom.editions(cluster, pk).items() if one.state == "published"}
    edition = editions.get(language)
    if edition is None:
        raise Http404
    (told,) = _told(cluster, language)([edition])
    return told | {
        "html": newsroom.as_html(cluster, edition.shown_blocks, language), "licence": edition.item.licence,
        "sections": edition.sections, "sections_of": edition.sections_of, "languages": sorted(editions, reverse=True),
        "files": _files(cluster, edition),
    }  # fmt: skip


def _files(cluster: Cluster, edition: Edition) -> list[dict[str, Any]]:
    with translation.override(edition.language):
        return [
            {
                **languages_of(one, "title"), "kind": one.ending, "bytes": one.size,
                "url": settings.SITE_URL
                + reverse("portal:attachment", kwargs={"cluster": cluster.slug, "pk": edition.item_id, "file": one.pk}),
            }
            for one in newsroom.files(edition.item)
        ]  # fmt: skip

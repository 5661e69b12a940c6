"""One's own notices and choices of mail over REST."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query
from ninja.responses import Status
from pydantic import Field

from pumasi.commons.mail import actions
from pumasi.commons.mail.models import Notice
from pumasi.kit.rest import In, Instant, Out, Page, Room, Window, page, requires

own = Room(tags=["My account"])


class NoticeOut(Out):
    """Something the site has to tell."""

    id: int
    text_ko: str
    text_en: str
    url: str
    created_at: Instant
    read_at: Instant | None


class NoticePage(Page[NoticeOut]):
    """Notices, and how many are unread."""

    unread: int


class TopicsIn(In):
    """Which topics of mail are wanted; those left out stay as they are."""

    wanted: dict[str, bool] = Field(max_length=50)


class TopicsOut(Out):
    """The choice for each topic that can be stopped."""

    wanted: dict[str, bool]


@own.get("/my/notices", response=NoticePage)
@requires("mail.own_notices")
def list_notices(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read one's notices, the newest first."""
    found = Notice.objects.filter(user=request.user).order_by("-created_at", "-pk")  # type: ignore[misc]
    return {**page(found, window), "unread": actions.unread(user=request.user)}


@own.post("/my/notices/read", response={204: None})
@requires("mail.own_notices")
def read_notices(request: HttpRequest) -> Status[None]:
    """Mark all notices as read."""
    actions.read_all(user=request.user)
    return Status(204, None)


@own.get("/my/mail-topics", response=TopicsOut)
@requires("mail.own_notices")
def get_mail_topics(request: HttpRequest) -> dict[str, Any]:
    """Read which mail one receives."""
    user: Any = request.user
    return {"wanted": actions.preferences(user.email)}


@own.patch("/my/mail-topics", response=TopicsOut)
@requires("mail.own_notices")
def change_mail_topics(request: HttpRequest, given: TopicsIn) -> dict[str, Any]:
    """Choose which mail to receive."""
    user: Any = request.user
    for topic, wanted in given.wanted.items():
        actions.prefer(address=user.email, topic=topic, wanted=wanted)
    return {"wanted": actions.preferences(user.email)}

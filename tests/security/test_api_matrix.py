"""The API keeps to the same rules as the pages: every operation × role, and things of another cluster."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from pumasi.kit.rest import OPERATIONS
from pumasi.web.rest import api
from security.test_matrix import MAY, PLAIN, house, rows_touched, undone

__all__ = ["house"]
pytestmark = pytest.mark.django_db
DOCUMENT = api.get_openapi_schema()
RULES = {one.name: one.rule for one in OPERATIONS}
EVERY = [
    (operation["operationId"], method.upper(), path)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if method != "parameters"
]
# What a number in an address names; elsewhere it is an organisation.
NAMED = {
    "imports": "batch",
    "people": "named",
    "introductions": "introduction",
    "connections": "b",
    "bookings": "booking",
    "facilities": "facility",
    "surveys": "survey",
    "news": "item",
}
# Public things of another cluster may be shown under this one's address.
PUBLIC_ANYWHERE = {"get_thread"}


def address(path: str, side: Any) -> str:
    """The operation's address in the cluster `here`, naming the things of `side`."""
    kind = next((name for word, name in NAMED.items() if f"/{word}/" in path), "a")
    values = {"cluster": "here", "source": side.line, "key": "network.ties"}
    return re.sub(r"{(\w+)}", lambda found: str(values.get(found.group(1), getattr(side, kind).pk)), path)


def ask(client: Client, method: str, url: str) -> tuple[int, int]:
    """Send an empty request; give the status and how many rows it touched."""
    with undone():
        before = rows_touched()
        sent = {} if method == "GET" else {"data": "{}", "content_type": "application/json"}
        response = client.generic(method, url, **sent)
        return response.status_code, rows_touched() - before


@pytest.mark.parametrize(("name", "method", "path"), EVERY, ids=[name for name, _method, _path in EVERY])
def test_api_matrix(name: str, method: str, path: str, house: Any) -> None:
    failures = []
    for actor, client in house.clients.items():
        if actor in PLAIN - {"mentor"}:
            continue
        status, touched = ask(client, method, address(path, house.here))
        if actor in MAY[RULES[name]]:
            wrong = status >= 500 or status == 401
        elif actor == "visitor":
            wrong = status != 401 or touched
        else:
            wrong = status != 404 or touched
        if wrong:
            failures.append(f"{method} {path} as {actor}: {status}, {touched} rows")
    assert not failures, "\n".join(failures)


FOREIGN = [one for one in EVERY if re.search(r"{(pk|source)}", one[2])]


@pytest.mark.parametrize(("name", "method", "path"), FOREIGN, ids=[name for name, _method, _path in FOREIGN])
def test_another_clusters_thing_is_not_there(name: str, method: str, path: str, house: Any) -> None:
    for actor in ("organisation_admin", "cluster_manager", "operator", "auditor"):
        status, touched = ask(house.clients[actor], method, address(path, house.there))
        assert name in PUBLIC_ANYWHERE or status in (404, 422), f"{method} {path} as {actor}: {status}"
        assert not touched, f"{method} {path} as {actor} touched {touched} rows"

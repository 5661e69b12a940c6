"""The API as a whole: how errors are answered, and the OpenAPI document with its page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.docs import DocsBase
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser

from pumasi.kit import access
from pumasi.kit.refused import Refused
from pumasi.kit.rest import OPERATIONS, Trouble, answer
from pumasi.kit.rest.errors import field_problem

ABOUT = """What the pages do, for programs: the same rules, the same audiences, nothing more than a page would show.

**Who calls.** A personal token in the header `Authorization: Bearer pumasi_…` (make one under *My account → API tokens*;
it may read only, or write too), or the cookie of somebody who has signed in, then with the header `X-CSRFToken` for all
that changes something. Public operations answer visitors.

**Language.** Names and texts come in every language (`name_ko`, `name_en`). Messages are in the language of the header
`Accept-Language` (ko or en).

**Errors** are JSON: `code` for programs, `message` for people. 401 sign in first; 403 may be seen but not done;
404 not there, or not for you; 422 refused, with `fields` where values are meant; 429 too many requests, wait the seconds
of the header `Retry-After`.

**Lists** take `limit` (at most 200) and `offset`, and tell `total`. **Ids** are integers. **Instants** are ISO 8601 with
their offset, in the zone of the cluster; days are plain (2026-07-08).
"""
CLUSTER = {
    "name": "cluster",
    "in": "path",
    "required": True,
    "description": "Short name of the cluster, as in the addresses of its pages.",
    "schema": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"},
}


class Strict(Parser):
    """Refuses texts that a database cannot keep: zero bytes and halves of characters."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read JSON."""
        return _keepable(super().parse_body(request))

    def parse_querydict(
        self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest
    ) -> Any:
        """Read a query or a form."""
        if isinstance(data, QueryDict):
            _keepable([[name, *values] for name, values in data.lists()])
        return super().parse_querydict(data, list_fields, request)


def _keepable(value: Any) -> Any:
    if isinstance(value, str) and (
        "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value)
    ):
        raise Trouble(400, "unreadable")
    if isinstance(value, dict):
        _keepable(list(value))
        _keepable(list(value.values()))
    if isinstance(value, list):
        for one in value:
            _keepable(one)
    return value


class Page(DocsBase):
    """The documentation as a page of the site, without anything from elsewhere."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Show every operation by subject."""
        document = api.get_openapi_schema(path_params=kwargs)
        subjects: dict[str, list[dict[str, Any]]] = {}
        for path, item in document["paths"].items():
            for method, operation in item.items():
                if method != "parameters":
                    entry = {**operation, "method": method.upper(), "path": path, "sent": _sent(operation)}
                    subjects.setdefault(operation["tags"][0], []).append(entry)
        address = self.get_openapi_url(api, kwargs)
        return render(
            request,
            "api_docs.html",
            {"subjects": subjects, "address": address, "schemas": document["components"]["schemas"]},
        )


def _sent(operation: dict[str, Any]) -> list[str]:
    """Names of what the body is."""
    contents = operation.get("requestBody", {}).get("content", {}).values()
    return [str(content["schema"].get("$ref", "")).rpartition("/")[2] for content in contents]


def _answer(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    """Say in JSON why an operation ended."""
    match error:
        case Trouble():
            return answer(error.status, error.code, fields=error.fields)
        case Refused():
            return answer(422, "refused", error.text())
        case ValidationError():
            return answer(422, fields=[field_problem(one) for one in error.errors])
        case HttpError():
            return answer(error.status_code)
        case _:
            return answer(403 if isinstance(error, PermissionDenied) else 404)


class PumasiAPI(NinjaAPI):
    """All rooms' operations. The middleware finds the cluster of an address, so operations do not name it."""

    def __init__(self) -> None:
        super().__init__(
            title="Pumasi", version="1", description=ABOUT, urls_namespace="ninja", docs=Page(), parser=Strict(),
            docs_decorator=access.requires("web.visit"),
        )  # fmt: skip
        for kind in (Trouble, Refused, PermissionDenied, Http404, HttpError, ValidationError):
            self.add_exception_handler(kind, _answer)

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """Name the cluster of an address, and say which operations answer visitors too."""
        document = super().get_openapi_schema(**options)
        public = {one.name for one in OPERATIONS if access.REGISTRY[one.rule]["public"]}
        for path, item in document["paths"].items():
            for operation in list(item.values()):
                if operation["operationId"] in public:
                    operation["security"].append({})
            if "{cluster}" in path:
                item["parameters"] = [CLUSTER]
        return document

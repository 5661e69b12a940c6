"""Every operation has a rule, a documented refusal and a stable name; callers meet the same rules as on the pages."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from ninja import Schema

import pumasi
from pumasi.kit import access
from pumasi.kit.rest import OPERATIONS
from pumasi.web.rest import api

DOCUMENT = api.get_openapi_schema()
EVERY = [
    (method, path, operation)
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
    if method != "parameters"
]


def test_every_operation_has_a_registered_rule():
    assert OPERATIONS
    assert {one.rule for one in OPERATIONS} <= set(access.REGISTRY)
    assert {operation["operationId"] for _, _, operation in EVERY} == {one.name for one in OPERATIONS}


def test_names_are_unique():
    names = [one.name for one in OPERATIONS]
    assert len(names) == len(set(names))


def test_every_view_function_carries_its_rule():
    declared = {one.name: one.rule for one in OPERATIONS}
    for bound in api._get_bound_routers():
        for view in bound.path_operations.values():
            for operation in view.operations:
                assert operation.view_func.access_rule == declared[operation.operation_id]


@pytest.mark.parametrize(("method", "path", "operation"), EVERY, ids=[o["operationId"] for _, _, o in EVERY])
def test_refusals_are_documented(method, path, operation):
    for status in (400, 401, 404, 422):
        schema = operation["responses"][status]["content"]["application/json"]["schema"]
        assert schema["$ref"].endswith(("Problem", "Invalid"))
    assert operation["tags"]
    assert operation["summary"]
    assert operation["security"]
    declared = {p["name"] for p in operation["parameters"] + DOCUMENT["paths"][path].get("parameters", [])}
    assert {word.strip("{}") for word in path.split("/") if word.startswith("{")} <= declared


def test_no_two_addresses_hide_each_other():
    shapes = [(method, path) for method, path, _ in EVERY]
    assert len(shapes) == len(set(shapes))
    rooms = {}
    for bound in api._get_bound_routers():
        for path in bound.path_operations:
            assert rooms.setdefault((bound.prefix, path), bound) is bound


def test_schemas_of_the_same_name_are_the_same():
    for found in pkgutil.walk_packages(pumasi.__path__, "pumasi."):
        if found.name.endswith("schemas") or ".rest" in found.name:
            importlib.import_module(found.name)
    seen = {}
    waiting = [Schema]
    while waiting:
        for one in waiting.pop().__subclasses__():
            if one.__module__.startswith("pumasi.") and one not in seen.values():
                if one.__name__.endswith(("In", "Out", "Row", "New")):
                    assert one.__name__ not in seen, one
                    seen[one.__name__] = one
                waiting.append(one)


MEMBERS_ONLY = [
    "/people",
    "/my/introductions",
    "/my/aims",
    "/connections/{first}",
    "/organisations/{first}/people",
    "/my/organisation",
]
DESK_ONLY = [
    "/record",
    "/applications",
    "/entry-claims",
    "/duplicates",
    "/segments",
    "/introductions",
    "/introductions/hold-back",
    "/organisations/{first}/desk",
]
MANAGERS_ONLY = ["/imports", "/custom-fields"]
OPEN = ["", "/organisations", "/organisations/{first}", "/listings", "/tags", "/figures", "/network", "/network/ties",
        "/network/map", "/network/alone", "/network/organisations/{first}", "/search", "/upcoming"]  # fmt: skip


def _status(call, user, town, path):
    answer = call(user).client.get(f"/api/v1/hangang{path.format(first=town.first.pk)}")
    assert answer["Content-Type"].startswith("application/json")
    return answer.status_code


@pytest.mark.parametrize("path", OPEN)
def test_public_operations_answer_visitors(town, call, path):
    assert _status(call, None, town, path) == 200


@pytest.mark.parametrize("path", MEMBERS_ONLY)
def test_members_operations(town, call, path):
    assert [_status(call, user, town, path) for user in (None, town.stranger, town.member)] == [401, 404, 200]


@pytest.mark.parametrize("path", DESK_ONLY)
def test_desk_operations(town, call, path):
    callers = (None, town.stranger, town.member, town.auditor, town.manager)
    assert [_status(call, user, town, path) for user in callers] == [401, 404, 404, 200, 200]


@pytest.mark.parametrize("path", MANAGERS_ONLY)
def test_manager_operations(town, call, path):
    callers = (None, town.member, town.auditor, town.manager)
    assert [_status(call, user, town, path) for user in callers] == [401, 404, 404, 200]


def test_an_unknown_cluster_and_address_answer_json(db, call):
    for path in ("/nowhere", "/nowhere/organisations", "/hangang/no/such/thing"):
        assert call().get(path, 404)["code"] == "not_found"


def test_a_wrong_method_answers_json(town, call):
    answer = call().client.delete("/api/v1/hangang/organisations")
    assert answer.status_code == 405
    assert answer.json()["code"] == "method"
    assert "GET" in answer["Allow"]


def test_only_admins_change_their_organisation(town, call):
    body = {"short_name_ko": "나래"}
    assert call(town.plain)("PATCH", "/hangang/my/organisation", body, 403)["code"] == "not_allowed"
    assert call(town.other)("PATCH", "/hangang/my/organisation", body, 200)["short_name_ko"] == "나래"


def test_a_session_needs_the_csrf_token_to_write(town):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(town.member)
    answer = browser.post("/api/v1/my/notices/read", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")
    browser.get("/en/my/profile/")
    token = browser.cookies["csrftoken"].value
    assert (
        browser.post(
            "/api/v1/my/notices/read", content_type="application/json", headers={"x-csrftoken": token}
        ).status_code
        == 204
    )

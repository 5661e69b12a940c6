"""A short run of schemathesis: whatever the document allows, the answers are as documented and nothing falls over."""

from __future__ import annotations

import itertools
import json

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch
from pumasi.measure.network import api as network
from pumasi.web.rest import api
from pumasi.web.wsgi import application

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
schema = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))
schema.app = application
numbers = itertools.count()


@pytest.fixture
def kept_connection():
    """The end of a request closes its connection, and with it the test's transaction: not here."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def token(kept_connection, town, settings, tmp_path):
    """A caller who may do everything, and rows for the addresses to name."""
    settings.MEDIA_ROOT = tmp_path
    Batch.objects.create(kind="members", cluster=town.cluster)
    network.suggest_by_hand(cluster=town.cluster, asker=town.first, asked=town.second)
    members.grant(user=town.manager, role="organisation_admin", cluster=town.cluster, organisation=town.first)
    return members.make_token(user=town.manager, name="any", scope="write")[1]


@pytest.mark.slow
@schema.parametrize()
@settings(
    max_examples=2, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_answers_are_as_documented(case, token, town):
    if "cluster" in case.path_parameters:
        case.path_parameters["cluster"] = "hangang"
    if "pk" in case.path_parameters and next(numbers) % 2 == 0:
        case.path_parameters["pk"] = town.first.pk
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)

"""A short run of schemathesis: whatever the document allows, the answers are as documented and nothing falls over."""

from __future__ import annotations

import itertools

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch, Relation
from pumasi.measure.network import api as network
from pumasi.web.wsgi import application

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def document(town, settings, tmp_path):
    """The document, with real ids to try and a caller who may do everything."""
    settings.MEDIA_ROOT = tmp_path
    Batch.objects.create(kind="members", cluster=town.cluster)
    network.suggest_by_hand(cluster=town.cluster, asker=town.first, asked=town.second)
    members.grant(user=town.manager, role="organisation_admin", cluster=town.cluster, organisation=town.first)
    _, town.token = members.make_token(user=town.manager, name="fuzz", scope="write")
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    document.town, document.numbers = town, itertools.count()
    document.relation = Relation.objects.get(organisation=town.first)
    return document


schema = schemathesis.pytest.from_fixture("document")


@schema.parametrize()
@settings(
    max_examples=4, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_answers_are_as_documented(case, document):
    real = next(document.numbers) % 2 == 0
    if "cluster" in case.path_parameters:
        case.path_parameters["cluster"] = "hangang"
    if real and "pk" in case.path_parameters:
        case.path_parameters["pk"] = document.town.first.pk
    case.call_and_validate(headers={"Authorization": f"Bearer {document.town.token}"}, checks=CHECKS)

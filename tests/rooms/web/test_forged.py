"""A form without its proof: refused on a page of the house, in the reader's language, that says what to do."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "told"), [("ko", "보내지 못했습니다"), ("en", "Go back: what you typed is still there.")]
)
def test_a_form_without_its_proof_is_told_what_to_do(given, language, told):
    given.cluster()
    client = Client(enforce_csrf_checks=True)
    response = client.post(f"/{language}/hangang/apply/", {})
    assert response.status_code == 403
    assert told in response.content.decode()

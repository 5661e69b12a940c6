"""What is there once at most is inserted in one statement."""

import pytest
from django.db import transaction

from pumasi.commons.mail.models import Message
from pumasi.kit.once import insert_once

pytestmark = pytest.mark.django_db


def message(dedupe="one"):
    return Message(dedupe=dedupe, topic="event", to="a@one.example", subject="s", text="t")


def test_the_first_is_inserted_and_the_second_is_not(django_assert_num_queries):
    first, second = message(), message()
    with transaction.atomic(), django_assert_num_queries(2):
        assert insert_once(first)
        assert not insert_once(second)
    assert second.pk is None
    kept = Message.objects.get()
    assert kept == first
    assert kept.created_at == first.created_at


def test_an_inserted_row_is_saved_again_as_a_change():
    row = message()
    assert insert_once(row)
    row.subject = "other"
    row.save()
    assert Message.objects.get().subject == "other"

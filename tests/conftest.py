"""What all tests share: a database made from the schema template, and small makers of clusters and people."""

from __future__ import annotations

import hashlib
import os
import signal
from pathlib import Path

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.utils import translation
from psycopg.conninfo import make_conninfo

TEMPLATE = "pumasi_test_template"

# Started in the background by some runners, a process is deaf to Ctrl-C and so are its children; tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Machines are shared and noisy: how long an example takes says nothing about whether it is right.
hypothesis.settings.register_profile(
    "pumasi", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("pumasi")


def _server() -> str:
    """The address of the test server's own database."""
    return make_conninfo(os.environ["DATABASE_URL"], dbname="postgres")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Make the template database from schema.sql once for each version of it: 0.3 s instead of 20 s of migrations."""
    from pumasi.web.schema import TEMPLATE as SCHEMA

    mark = hashlib.sha256(SCHEMA.read_bytes()).hexdigest()[:16]
    with psycopg.connect(_server(), autocommit=True) as side:
        side.execute("SELECT pg_advisory_lock(7304)")
        row = side.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", (TEMPLATE,)
        ).fetchone()
        if row and row[0] == mark:
            return
        side.execute(f"DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)")
        side.execute(f"CREATE DATABASE {TEMPLATE}")
        with psycopg.connect(make_conninfo(os.environ["DATABASE_URL"], dbname=TEMPLATE)) as inside:
            inside.execute(SCHEMA.read_text())
        side.execute(f"COMMENT ON DATABASE {TEMPLATE} IS '{mark}'")


@pytest.fixture(autouse=True)
def _nobody_is_held_back(request, monkeypatch):
    """The hash of two primary keys is a matter of luck; only the tests of the hold-back want it."""
    if "held_back" not in request.node.name:
        monkeypatch.setattr("pumasi.measure.network.queries.holdback.withheld", lambda *_: False)


@pytest.fixture(autouse=True)
def _every_test_begins_in_korean():
    """A request leaves its language behind on the thread; which test came before must not decide what one reads."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def given():
    """Speak of the room under test: given.cluster(), given.organisation(...), given.user(...)."""
    from makers import Makers

    return Makers()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real data to measure with; skipped with that reason where it is absent."""
    place = Path(
        os.environ.get("PUMASI_TEST_DATA")
        or Path(settings.BASE_DIR if hasattr(settings, "BASE_DIR") else ".") / "../shared"
    ).resolve()
    if not (place / "data").exists():
        pytest.skip(
            "the real data is not here; set PUMASI_TEST_DATA to the folder that holds data/ and tools/"
        )
    return place

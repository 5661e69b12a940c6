"""The sample cluster of one day, made once for all its tests."""

from datetime import date

import pytest

from pumasi.web.sample import SampleCluster, generate

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def sample() -> SampleCluster:
    return generate(today=TODAY)

"""Roles hold where and as long as they were given."""

import pytest

from pumasi.commons.members import api as members

pytestmark = pytest.mark.django_db


def test_a_manager_of_one_cluster_is_nobody_in_another(given):
    here, there = given.cluster("here"), given.cluster("there")
    manager = given.user("cluster_manager", cluster=here)
    assert members.manages(manager, here)
    assert not members.manages(manager, there)
    assert members.audience(manager, there) == "public"

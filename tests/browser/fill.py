"""Run inside the house's environment: loads the sample, makes an empty cluster, draws maps."""

from __future__ import annotations

import sys

import django

EMPTY, EMPTY_MANAGER, PASSWORD = "saebyeok", "manager@saebyeok.example", "pumasi-sample"


def sample() -> None:
    """The sample cluster, read and drawn."""
    from pumasi.measure.network import api as network
    from pumasi.web import jobs, load_sample

    load_sample.load()
    network.catch_up()
    jobs.draw_maps()


def empty() -> None:
    """A cluster with nothing in it but its manager."""
    from allauth.account.models import EmailAddress

    from pumasi.commons.members import api as members
    from pumasi.commons.members.models import Cluster, User

    cluster = Cluster.objects.create(
        slug=EMPTY, name_ko="새벽 클러스터", name_en="Saebyeok Cluster", contact_ko="클러스터 사무국",
        contact_en="Cluster office", contact_email="office@saebyeok.example",
    )  # fmt: skip
    person = members.add_person(name_ko="윤새벽", name_en="Yun Saebyeok", email=EMPTY_MANAGER)
    user = User.objects.create_user(EMPTY_MANAGER, PASSWORD, person=person)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    members.grant(user=user, role="cluster_manager", cluster=cluster)


def events() -> None:
    """Events in every state, and a 1:1 day."""
    import scene

    scene.write()


def read() -> None:
    """What the worker does when there is news."""
    from pumasi.measure.network import api as network

    network.catch_up()


def draw() -> None:
    """What the worker does every five minutes."""
    from pumasi.web import jobs

    jobs.draw_maps()


def roles() -> None:
    """Print role and address of the sample's accounts."""
    from pumasi.web import load_sample

    for role, user in load_sample.accounts():
        print(role, user.email)


def main(what: str) -> None:
    """Do the thing asked for."""
    django.setup()
    for deed in {
        "all": (sample, events, empty, roles),
        "events": (events,),
        "read": (read,),
        "draw": (draw,),
    }[what]:
        deed()


if __name__ == "__main__":
    main(sys.argv[1])

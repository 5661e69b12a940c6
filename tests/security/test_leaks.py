"""What is confidential changes nothing that anybody else sees: every page, file and answer with and without it.

The world is built once. Each case asks every address that can be read, for several readers, first without and then
with the confidential thing, and compares byte by byte; only what differs from one request to the next anyway (nonces,
tokens against forgery, when something was computed) is taken out. The clock hardly moves, so that no minute turns between two
readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from makers import Makers
from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.measure.network import api as network
from pumasi.operate.facilities import api as facilities
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.models import Event
from pumasi.web.rest import api
from security.reading import only_read, plain, read_on
from security.routes import FORMS, WHAT, ours

pytestmark = pytest.mark.django_db
ORGANISATIONS = 7
SECRET = "은밀한모임"
# Reading these changes or ends something, or they carry a key; they show nothing of the ledger.
UNREAD = {"link:tap", "link:unsubscribe", "accept_invitation", "sign_in", "health"}
# Words to look for: an organisation, a person, the secret itself, a beginning of it, initial consonants.
WORDS = ["보기", SECRET[:2], "Gathering"]


@pytest.fixture(scope="module")
def slow_clock() -> Iterator[None]:
    """A microsecond goes by each time somebody looks: moments stay apart and in order, and all lie in one minute."""
    begun, ticks = timezone.now(), count()
    with patch("django.utils.timezone.now", lambda: begun + timedelta(microseconds=next(ticks))):
        yield


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any, slow_clock: None) -> Iterator[SimpleNamespace]:
    """A cluster with a small network of every visibility, and readers of every audience; rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _build()
        transaction.set_rollback(True)


def _build() -> SimpleNamespace:
    make = Makers()
    here, there = make.cluster("here"), make.cluster("there")
    o = [make.organisation(f"(주)보기{n}", cluster=here) for n in range(ORGANISATIONS)]
    for one in o[:2]:
        members.relate(organisation=one, cluster=there, kind="member")
    named = [make.person(f"가나다{n}", at=one, named=True) for n, one in enumerate(o)]
    unnamed = [make.person(f"라마바{n}", at=one) for n, one in enumerate(o)]
    for days, (one, two, three) in enumerate([(0, 1, 2), (1, 2, 3), (3, 4, 5), (2, 3, 4)], start=3):
        people = [(named[one], o[one]), (named[two], o[two])]
        make.gathering(
            o[one], o[two], o[three], people=people, cluster=here, days_ago=days, visibility="members"
        )
    make.gathering(
        o[0], o[4], cluster=here, days_ago=9, visibility="public", source="meeting.1", kind="meetup"
    )
    make.gathering(
        o[0],
        o[4],
        cluster=here,
        days_ago=2,
        visibility="public",
        source="deal.1",
        kind="contract",
        origin="meeting.1",
    )
    make.gathering(o[1], o[5], cluster=here, days_ago=11, visibility="managers")
    make.gathering(o[0], o[1], o[2], cluster=here, days_ago=-4, visibility="members", stage="planned")
    members.list_something(organisation=o[0], kind="offer", text_ko="시험 장비 보기")
    event = an_event(here, "보기 행사", "public", o[1:4])
    house = SimpleNamespace(
        make=make,
        event=event,
        here=here,
        there=there,
        o=o,
        named=named,
        unnamed=unnamed,
        tried=[o[0], o[4], o[6]],
        # Free hours begin now and would differ from one reading to the next: this one is not bookable by itself.
        facility=facilities.add(cluster=here, kind="site", mode="closed", name_ko="시험장", name_en="Track"),
    )
    users = {
        "visitor": None,
        "member": make.user("member", cluster=here, organisation=o[0], person=named[0]),
        "member without a tie": make.user(
            "organisation_admin", cluster=here, organisation=o[6], person=named[6]
        ),
        "manager": make.user("cluster_manager", cluster=here, person=make.person()),
        "manager of another cluster": make.user("cluster_manager", cluster=there, person=make.person()),
    }
    house.clients = {name: Client() for name in users}
    for name, user in users.items():
        if user:
            house.clients[name].force_login(user)
    house.before = {}
    house.addresses = sorted(_readable(house, _addresses(house)))
    return house


def an_event(cluster: Any, title: str, visibility: str, organisations: list[Any]) -> Event:
    """A published event with somebody of each organisation, who agreed to be listed."""
    start = timezone.now() + timedelta(days=3)
    event = meetups.draft(
        cluster=cluster, title_ko=title, title_en=title, visibility=visibility, starts_at=start, ends_at=start + timedelta(hours=2),
        host=organisations[0],
    )  # fmt: skip
    meetups.publish(event=event)
    for n, one in enumerate(organisations):
        meetups.register(
            event=event, name=f"손님 {n}", email=f"{event.pk}.{n}@three.example", organisation=one, proved=True,
            consents={"attendees": True},
        )  # fmt: skip
    return event


def _readable(house: SimpleNamespace, addresses: set[str]) -> set[str]:
    """Addresses that take GET at all."""
    found = set()
    for url in addresses:
        with transaction.atomic():
            if house.clients["visitor"].get(url).status_code != 405:
                found.add(url)
            transaction.set_rollback(True)
    return found


def _addresses(house: SimpleNamespace) -> set[str]:
    """Every address that can be read, with every organisation, person and public source in it."""
    found = set()
    for route in ours():
        if route.name in UNREAD or route.name.startswith("intake:") or "key" in route.parameters:
            continue
        plain = "cluster" in route.parameters and "pk" not in route.parameters
        for cluster in ("here", "there") if plain else ("here",) if "cluster" in route.parameters else ("",):
            for values in _values(route, house):
                given_cluster = {"cluster": cluster} if cluster else {}
                found.add(reverse(route.name, kwargs={**values, **given_cluster}))
    for word in WORDS:
        for name in ("search", "suggest", "members:directory", "network:overview"):
            found.add(f"{reverse(name, kwargs={'cluster': 'here'})}?q={word}")
    for one in house.tried:
        page = reverse("members:organisation", kwargs={"cluster": "here", "pk": one.pk, "slug": one.slug})
        found |= {page, *(f"{page}?tab={tab}" for tab in ("listings", "together", "people"))}
    found.add(reverse("ledger:record", kwargs={"cluster": "here"}) + "?kind=secret")
    return found | set(_api_addresses(house))


def _api_addresses(house: SimpleNamespace) -> Iterator[str]:
    """Every operation of the API that reads, naming the same things as the pages."""
    for path, item in api.get_openapi_schema()["paths"].items():
        # Introductions take numbers while they are read: the number of another thing may be one of theirs.
        if "get" not in item or "/imports" in path or "/introductions/{pk}" in path:
            continue
        here = path.replace("{cluster}", "here").replace("{key}", "network.ties")
        if "{source}" in here:
            yield from (here.replace("{source}", source) for source in ("deal.1", "secret.1"))
        elif "{pk}" in here:
            things = [house.named[0], house.unnamed[4]] if "/people/" in here else house.tried
            things = [house.event] if "/events/" in here else things
            yield from (here.replace("{pk}", str(one.pk)) for one in things)
        else:
            yield here
            yield from (
                f"{here}?q={word}"
                for word in WORDS[:2]
                if here.endswith(("/search", "/organisations", "/ties"))
            )


def _values(route: Any, house: SimpleNamespace) -> list[dict[str, Any]]:
    if route.name in ("network:meet_at", "network:who_should_come"):
        return [{"source": house.event.source}]
    if "source" in route.parameters:
        return [{"source": source} for source in ("meeting.1", "deal.1", "secret.1")]
    rest = {"what": WHAT.get(route.name, "note"), "token": "1:none", "language": "ko", "kind": "privacy", "form": FORMS.get(route.name, "rss")}  # fmt: skip
    ours = ("portal:", "newsroom:", "observatory:")
    rest |= {"slug": "item", "file": 1} if route.name.startswith(ours) else {}
    more = {name: value for name, value in rest.items() if name in route.parameters}
    if "pk" not in route.parameters:
        return [more]
    if route.name in ("members:person", "members:reveal"):
        return [{"pk": one.pk} for one in (house.named[0], house.unnamed[4])]
    if route.name.startswith("meetups:"):
        parts = {"slug": house.event.slug, "file": 1}
        return [{"pk": house.event.pk, **{name: parts[name] for name in parts if name in route.parameters}}]
    if route.name.startswith("facilities:"):
        slug = {"slug": house.facility.slug} if "slug" in route.parameters else {}
        return [{"pk": house.facility.pk, **slug}]
    # Introductions are handed out anew for each reading: a number of theirs that is also an organisation's would differ by itself.
    if route.name in ("network:shared", "network:act", "network:decide"):
        return [{"pk": 0, **more}]
    return [{"pk": one.pk, **more} for one in house.tried]


def read(
    house: SimpleNamespace, readers: list[str], addresses: list[str]
) -> dict[tuple[str, str], tuple[int, str, bytes]]:
    """What each reader is shown at each address; reading leaves no trace."""
    with undone():
        read_on()
        network.hand_out_week(house.here)
        return dict(_answers(house, readers, addresses))


def _answers(
    house: SimpleNamespace, readers: list[str], addresses: list[str]
) -> Iterator[tuple[tuple[str, str], tuple[int, str, bytes]]]:
    for reader in readers:
        for url in addresses:
            # The people of one cluster are strangers in the other: a visitor's answers there say it all.
            if "/there/" in url and reader not in ("visitor", "manager of another cluster"):
                continue
            with connection.execute_wrapper(only_read):
                response = house.clients[reader].get(url)
                body = b"".join(response.streaming_content) if response.streaming else response.content
                yield (
                    (reader, url),
                    (response.status_code, response.headers.get("Location", ""), plain(body)),
                )


@contextmanager
def undone() -> Iterator[None]:
    """Leave the world as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def differences(
    house: SimpleNamespace,
    readers: list[str],
    addresses: list[str],
    secret: Callable[[], Any],
    *,
    before: dict[Any, Any] | None = None,
) -> list[str]:
    """Addresses that answer otherwise once `secret` happened; `before` keeps what a world shows without it."""
    kept = house.before if before is None else before
    with undone():
        for reader in readers:
            missing = [url for url in addresses if (reader, url) not in kept]
            kept.update(read(house, [reader], missing) if missing else {})
        secret()
        after = read(house, readers, addresses)
    return [
        f"{who}: {url}: {_first(kept[who, url], shown)}"
        for (who, url), shown in after.items()
        if kept[who, url] != shown
    ]


def _first(one: tuple[int, str, bytes], two: tuple[int, str, bytes]) -> str:
    """Where two answers part."""
    if one[:2] != two[:2]:
        return f"{one[:2]} and {two[:2]}"
    at = next(
        (i for i, (a, b) in enumerate(zip(one[2], two[2], strict=False)) if a != b),
        min(len(one[2]), len(two[2])),
    )
    return f"…{one[2][max(0, at - 60) : at + 60]!r} and {two[2][max(0, at - 60) : at + 60]!r}"


def confidential(house: SimpleNamespace, seats: list[int], *, people: bool = True, **values: Any) -> None:
    """A confidential gathering of the organisations numbered `seats`, with their people."""
    sitting = [house.o[n] for n in seats]
    who = (
        [(house.named[n], house.o[n]) for n in seats] + [(house.unnamed[n], house.o[n]) for n in seats]
        if people
        else []
    )
    told = {
        "kind": "secret",
        "source": "secret.1",
        "days_ago": 5,
        "title_ko": SECRET,
        "title_en": "Gathering of secrets",
        **values,
    }
    house.make.gathering(*sitting, people=who, cluster=house.here, visibility="confidential", **told)


def attended(house: SimpleNamespace, number: int, source: str, *, alone: bool = False) -> None:
    """Somebody who did not agree to be named turns out to have sat at a gathering too."""
    last = ledger.latest_lines([source])[source]
    fact = ledger.Fact(
        source=source, kind=last.kind, cluster=last.cluster_id, starts_at=last.starts_at, ends_at=last.ends_at,
        stage=last.stage, visibility=last.visibility, title_ko=last.title_ko, title_en=last.title_en, origin=last.origin,
        parts=[ledger.Seat(None if alone else house.o[number].pk, house.unnamed[number].pk)],
    )  # fmt: skip
    ledger.record(fact)


NOT_PARTIES = ["visitor", "member without a tie", "manager", "manager of another cluster"]
OTHERS = [*NOT_PARTIES, "member"]


# Fewer addresses, for the cases after the full sweep: those where a ledger line can show at all.
SHOWN = re.compile(
    r"/network/|/search|/figures|/connections|/home|/results|tab=together|/people/|^/ko/here/$|^/api/.*(network|search|threads|upcoming|introductions)|\.csv|\.json"
)
FEW = settings(
    max_examples=2, deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@pytest.fixture
def narrow(house):
    """Addresses where a ledger line can show, of one organisation."""
    other = {f"/{one.pk}" for one in house.tried[1:]}
    return [
        u
        for u in house.addresses
        if SHOWN.search(u) and "/there/" not in u and not any(part in u for part in other)
    ]


@pytest.mark.slow
def test_a_confidential_gathering_changes_nothing_for_others(house):
    """The full sweep: every address, every reader who did not sit there, of one that happened and one that is planned."""

    def secret() -> None:
        confidential(house, [0, 2, 5])
        confidential(house, [0, 3], source="secret.2", stage="planned", days_ago=-2, origin="meeting.1")
        an_event(house.here, SECRET, "confidential", [house.o[2], house.o[5]])

    told = differences(house, NOT_PARTIES, house.addresses, secret)
    assert not told, "\n".join(told[:20])


def test_a_person_who_did_not_agree_changes_nothing(house, narrow):
    """Their organisation sat there anyway; that they did too shows nowhere below the managers' desk."""
    readers = [reader for reader in OTHERS if reader != "manager"]

    def secret() -> None:
        for source in ("meeting.1", "deal.1"):
            attended(house, 4, source)
            attended(house, 6, source, alone=True)

    told = differences(house, readers, narrow, secret)
    assert not told, "\n".join(told[:20])


def test_the_parties_themselves_do_see_it(house, narrow):
    """The other half: a test that compared nothing would pass, this one would not."""
    told = differences(house, ["member"], narrow, lambda: confidential(house, [0, 2, 5]))
    assert any("/search/?q=" in line for line in told)
    assert any("/network/organisations/" in line for line in told)


@pytest.mark.parametrize("visibility", ["public", "members", "managers"])
def test_what_is_not_confidential_does_change_pages(house, narrow, visibility):
    """And so would one whose visibility was forgotten."""
    readers = {"public": "visitor", "members": "member", "managers": "manager"}
    reader = readers[visibility]

    def open_one() -> None:
        house.make.gathering(house.o[5], house.o[6], cluster=house.here, visibility=visibility)

    assert differences(house, [reader], narrow, open_one)
    lower = [
        readers[level] for level in readers if list(readers).index(level) < list(readers).index(visibility)
    ]
    told = (
        differences(house, [*lower, "manager of another cluster"], house.addresses, open_one) if lower else []
    )
    assert not told, "\n".join(told[:20])


def test_lines_for_another_clusters_people_stay_there(house, narrow):
    """Being a member here says nothing about what is for members there, though organisations belong to both."""

    def elsewhere() -> None:
        for visibility in ("members", "managers"):
            house.make.gathering(
                house.o[0], house.o[1], cluster=house.there, visibility=visibility, people=[(house.named[1], house.o[1])],
                source=f"there.{visibility}", title_ko=SECRET, title_en="Gathering there",
            )  # fmt: skip

    told = differences(house, ["visitor", "member", "manager"], narrow, elsewhere)
    assert not told, "\n".join(told[:20])


@pytest.mark.slow
@FEW
@given(
    agreed=st.sets(st.integers(0, ORGANISATIONS - 1)), seats=st.sets(st.integers(0, ORGANISATIONS - 2), min_size=2),
    stage=st.sampled_from(["happened", "planned"]), origin=st.sampled_from(["", "meeting.1", "deal.1"]),
    days=st.integers(-9, 30), attendee=st.integers(0, ORGANISATIONS - 1),
)  # fmt: skip
def test_random_consents_and_a_confidential_gathering(
    house, narrow, agreed, seats, stage, origin, days, attendee
):
    """Whoever agreed to be named: the gathering shows to nobody else, and the unnamed attendee to nobody at all."""
    with undone():
        for number, person in enumerate(house.unnamed):
            members.consent(person=person, purpose="named", given=number in agreed)

        def secret() -> None:
            confidential(house, sorted(seats), stage=stage, origin=origin, days_ago=days)
            if attendee not in agreed:
                attended(house, attendee, "deal.1", alone=True)

        told = differences(house, ["visitor", "member without a tie"], narrow, secret, before={})
    assert not told, "\n".join(told[:10])


# Smaller leaks, each found once


@pytest.fixture
def nearby(house):
    """The world, with what a test adds taken out again by the test's own rollback."""
    return house


def shown(house, reader, name, query="", **values):
    url = reverse(name, kwargs={"cluster": "here", **values})
    return house.clients[reader].get(f"{url}{query}").content.decode()


def test_own_fields_for_managers_filter_nothing_for_others(nearby):
    """?x_rating=high must not tell a visitor whom the office rates how."""
    field = members.add_custom_field(cluster=nearby.here, label_en="Rating", label_ko="등급", type="text")
    members.set_custom(organisation=nearby.o[3], field=field, text="high")
    asked = [
        plain(shown(nearby, "visitor", "members:directory", f"?x_rating={v}").encode())
        for v in ("high", "low")
    ]
    names = [re.findall(r"\(주\)보기\d", page.decode()) for page in asked]
    assert names[0] == names[1]
    assert (
        len(set(re.findall(r"\(주\)보기\d", shown(nearby, "manager", "members:desk", "?x_rating=high")))) == 1
    )


def test_a_hidden_organisation_is_in_no_public_count(nearby):
    def answer(name):
        return plain(shown(nearby, "visitor", name).encode())

    before = [answer(name) for name in ("about", "public_home", "members:directory")]
    nearby.make.organisation("(주)숨은곳", cluster=nearby.here, visibility="managers")
    assert [answer(name) for name in ("about", "public_home", "members:directory")] == before


def test_words_of_a_hidden_offer_find_nothing(nearby):
    listing = members.list_something(organisation=nearby.o[3], kind="offer", text_ko="극비장치")
    type(listing).objects.filter(pk=listing.pk).update(visibility="managers")
    members.reindex(nearby.o[3])
    assert "(주)보기3" not in shown(nearby, "visitor", "members:directory", "?q=극비장치")


def test_the_outbox_shows_no_keys_to_those_who_only_read(nearby):
    from pumasi.commons.mail import api as mail

    link = mail.offer(action="network.open", payload={"introduction": 1, "side": 1})
    key = link.rstrip("/").rpartition("/")[2]
    kept = mail.write(
        to="x@one.example", topic="introduction", dedupe="key", subject="s", text=link, cluster=nearby.here
    )
    auditor = Client()
    auditor.force_login(nearby.make.user("auditor", cluster=nearby.here))
    nearby.clients["auditor"] = auditor
    assert key not in shown(nearby, "auditor", "mail:message", pk=kept.pk)
    assert key in shown(nearby, "manager", "mail:message", pk=kept.pk)


def test_latin_words_can_be_searched_in_the_table_of_ties(nearby):
    """The search stands in a sub-query there, where tables have other names."""
    assert (
        nearby.clients["visitor"]
        .get(reverse("network:overview", kwargs={"cluster": "here"}) + "?q=Example")
        .status_code
        == 200
    )

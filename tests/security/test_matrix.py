"""Every address × method × role × own cluster, another cluster's thing, a confidential thing.

What is expected is written below for each rule, in words of product.md, and nowhere derived from the code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from pumasi.commons.members.models.users import Role
from pumasi.kit import access
from security import world
from security.routes import FORMS, WHAT, ours, routes

# Who there is.
OUTSIDE = {"visitor", "nobody", "respondent", "manager of another cluster"}
EVERYBODY = OUTSIDE | set(Role.values)
EVERYONE = EVERYBODY
SIGNED_IN = EVERYBODY - {"visitor"}
PEOPLE = EVERYBODY - OUTSIDE
# Roles whose own rooms come later: today they are people of the cluster like each other.
PLAIN = {
    "mentor",
    "investor",
}
ACTING = {"organisation_admin", "member"}
MANAGERS = {"operator", "cluster_manager"}
READERS = MANAGERS | {"auditor"}
# Who runs all events, and who sees the desk of each.
RUNNERS = MANAGERS | {"event_host"}
DESK = RUNNERS | {"auditor"}
# Who operates facilities, and who sees their desk.
OPERATORS = MANAGERS | {"facility_operator"}
FACILITY_DESK = OPERATORS | {"auditor"}
# Who asks, codes, settles and publishes surveys.
ANALYSTS = MANAGERS | {"analyst"}
# Who writes, translates and reviews.
NEWSROOM = MANAGERS | {"editor", "translator", "reviewer"}
NOBODY: set[str] = set()

# Which audience a rule lets in, in its own cluster. A new rule needs a line here.
MAY: dict[str, set[str]] = {
    "web.visit": EVERYONE,
    "web.own_account": SIGNED_IN,
    "web.belong": PEOPLE,
    "members.see_directory": EVERYONE,
    "members.see_people": PEOPLE,
    "members.claim": SIGNED_IN,
    "members.own_profile": SIGNED_IN,
    "members.act_for_organisation": ACTING,
    "members.edit_organisation": {"organisation_admin", *MANAGERS},
    "members.see_desk": READERS,
    "members.manage": MANAGERS,
    "members.operate": {"operator"},
    "ledger.see_thread": EVERYONE,
    "ledger.read": READERS,
    "ledger.import": MANAGERS,
    "mail.follow_link": EVERYONE,
    "mail.own_notices": SIGNED_IN,
    "mail.see_outbox": READERS,
    "mail.change_outbox": MANAGERS,
    "claims.see": EVERYONE,
    "intake.bring_in": MANAGERS,
    "facilities.see": EVERYONE,
    "facilities.report_problem": EVERYONE,
    "facilities.book": ACTING,
    "facilities.see_booking": ACTING | FACILITY_DESK,
    "facilities.see_desk": FACILITY_DESK,
    "facilities.operate": OPERATORS,
    "network.see": EVERYONE,
    "newsroom.see_desk": NEWSROOM | READERS,
    "newsroom.work": NEWSROOM,
    "newsroom.write": MANAGERS | {"editor"},
    "portal.read": EVERYONE,
    "portal.manage": MANAGERS,
    "observatory.see": EVERYONE,
    "observatory.respond": EVERYONE,
    "observatory.see_desk": ANALYSTS | READERS,
    "observatory.manage": ANALYSTS,
    "observatory.code": PEOPLE,
    "observatory.rate": PEOPLE,
    "network.share": EVERYONE,
    "network.see_connections": PEOPLE,
    "network.introduce": ACTING,
    "network.see_desk": READERS,
    "network.manage": MANAGERS,
    "meetups.see": EVERYONE,
    "meetups.register": EVERYONE,
    "meetups.hold_link": EVERYONE,
    "meetups.own": SIGNED_IN,
    "meetups.propose": ACTING,
    "meetups.see_desk": DESK | ACTING,
    "meetups.run": RUNNERS | ACTING,
    "meetups.manage": RUNNERS,
}
# Rules that are asked of a thing inside a view, not of a route; a refusal there answers 403: one sees the thing.
INSIDE = {"members.edit_organisation"}
ASKED_INSIDE = {
    ("invite", "POST"): "members.edit_organisation",
    ("members:my_organisation", "POST"): "members.edit_organisation",
}

# What the pk (or source) of an address names: in one's own cluster, and the confidential one of the same kind with
# those who may see it. Another cluster's thing is its own one over there.
ORGANISATION = ("a", "hidden", READERS)
EVENT = ("event", "secret_event", NOBODY)
# Pages of one event's desk: the rule lets in who may run some event, and the view asks whether this one.
OF_ONE_EVENT = [
    "meetups:desk_event",
    "meetups:edit",
    "meetups:act",
    "meetups:act_on",
    "meetups:assign",
    "meetups:letter",
    "meetups:programme",
    "meetups:export",
    "meetups:door",
    "meetups:walk_in",
    "meetups:tags",
    "meetups:sheet",
]
OF_ONE_DAY = ["meetups:plan", "meetups:nudge", "meetups:board", "meetups:signs", "meetups:agendas"]  # fmt: skip
# A facility for the office alone, and a confidential booking of others: those who operate see both.
FACILITY = ("facility", "hidden_facility", FACILITY_DESK)
BOOKING = ("booking", "secret_booking", OPERATORS)
SERVICE = ("service", "secret_service", OPERATORS)
# A draft exists for the desk alone.
ITEM = ("item", "secret_item", NOBODY)
# A survey that is published, and one that is in preparation.
SURVEY, FACTOR = ("survey", "secret_survey", NOBODY), ("factor", "secret_factor", NOBODY)
OF_BOOKING = ["facilities:booking", "facilities:booking_file"]
OF_SERVICE = ["facilities:service", "facilities:result", "facilities:statement"]
THINGS: dict[str, tuple[str, str | None, set[str]]] = {
    **dict.fromkeys(OF_BOOKING, BOOKING),
    **dict.fromkeys(OF_SERVICE, SERVICE),
    **{
        f"facilities:{name}": FACILITY
        for name in (
            "facility",
            "facility_short",
            "calendar",
            "feed",
            "picture",
            "problem",
            "ask",
            "borrow",
            "place",
            "edit",
            "set",
            "sign",
        )
    },
    "facilities:act": ("booking", None, NOBODY),
    **dict.fromkeys(OF_ONE_EVENT, EVENT),
    **dict.fromkeys(OF_ONE_DAY, ("day_event", None, NOBODY)),
    "meetups:event": EVENT,
    "meetups:event_short": EVENT,
    "meetups:register": EVENT,
    "meetups:picture": EVENT,
    "meetups:material": EVENT,
    "meetups:event_file": EVENT,
    "network:meet_at": ("event_source", "secret_event_source", NOBODY),
    "network:who_should_come": ("event_source", None, NOBODY),
    "decide_claim": ("claim", None, NOBODY),
    **{
        f"portal:{name}": ITEM
        for name in ("article", "article_short", "seen", "attachment", "look", "picture")
    },
    **{
        f"newsroom:{name}": ("item", None, NOBODY)
        for name in (
            "item",
            "act",
            "settings",
            "write",
            "translate",
            "check",
            "preview",
            "attach",
            "detach",
            "add_picture",
            "add_origin",
            "translation_file",
            "take_back",
        )
    },
    **{f"observatory:{name}": SURVEY for name in ("survey", "survey_short", "data", "dataset", "report")},
    "observatory:factor": FACTOR,
    **{
        f"observatory:{name}": ("survey", None, NOBODY)
        for name in (
            "desk_survey",
            "settings",
            "bring_in",
            "act",
            "coders",
            "add_surveyed",
            "add_factor",
            "add_story",
            "answers",
            "questions",
            "add_question",
            "bring_in_questions",
            "act_on_questions",
            "waves",
            "new_wave",
            "learn",
        )
    },
    **{
        f"observatory:{name}": ("surveyed", None, NOBODY) for name in ("surveyed", "settle", "remove", "code")
    },
    **{f"observatory:{name}": ("wave", "secret_wave", NOBODY) for name in ("by_question", "crossed")},
    **{
        f"observatory:{name}": ("wave", None, NOBODY)
        for name in ("wave", "act_on_wave", "bring_in_answers", "desk_by_question", "answers_file")
    },
    **{f"observatory:{name}": ("version", None, NOBODY) for name in ("preview", "questions_file")},
    **{f"observatory:{name}": ("question", None, NOBODY) for name in ("question", "act_on_question")},
    **{
        f"observatory:{name}": ("response", None, NOBODY)
        for name in ("response", "act_on_response", "answer_file")
    },
    **{
        f"observatory:{name}": ("binder", None, NOBODY)
        for name in ("binder", "act_on_binder", "binder_table")
    },
    "observatory:evidence_file": ("evidence", None, NOBODY),
    "observatory:edit_service": ("office_service", None, NOBODY),
    "observatory:edit_factor": ("factor", None, NOBODY),
    "observatory:story": ("story", None, NOBODY),
    "newsroom:figure": ("figure", None, NOBODY),
    "newsroom:forget_term": ("term", None, NOBODY),
    "newsroom:ask_link": ("link", None, NOBODY),
    "portal:call_off": ("policy", None, NOBODY),
    "revoke_token": ("token", None, NOBODY),
    "members:organisation": ORGANISATION,
    "members:claim": ("b", "hidden", READERS),
    "members:person": ("named", "unnamed", READERS),
    "members:reveal": ("named", None, NOBODY),
    "members:desk_about": ORGANISATION,
    "members:edit": ORGANISATION,
    "members:keep": ORGANISATION,
    "members:finish": ("task", None, NOBODY),
    "members:move": ("relation", None, NOBODY),
    "members:approve": ("application", None, NOBODY),
    "members:unmerge": ("merge", None, NOBODY),
    "members:change_listing": ("listing", None, NOBODY),
    "intake:check": ("batch", None, NOBODY),
    "intake:answer": ("batch", None, NOBODY),
    "intake:status": ("batch", None, NOBODY),
    "intake:stop": ("batch", None, NOBODY),
    "intake:undo": ("batch", None, NOBODY),
    "intake:errors": ("batch", None, NOBODY),
    "ledger:thread": ("line", "private_line", NOBODY),
    "mail:message": ("message", None, NOBODY),
    "mail:send_again": ("message", None, NOBODY),
    "network:together": ORGANISATION,
    "network:path": ("b", "hidden", READERS),
    "network:ask_via": ("b", "hidden", READERS),
    "network:decide": ("introduction", "private_introduction", NOBODY),
    "network:shared": ("introduction", "private_introduction", NOBODY),
    "network:act": ("introduction", "private_introduction", NOBODY),
}
# Rules open to all behind which the view asks whether the caller is a party.
PARTIES = {
    **dict.fromkeys([*OF_ONE_EVENT, *OF_ONE_DAY], DESK),
    "observatory:answers": NOBODY,
    "observatory:code": NOBODY,
    "network:shared": ACTING,
    "network:act": ACTING,
    "revoke_token": NOBODY,
}
# Public things of another cluster that a public page may show under this cluster's address: none of their lines
# belong here, but what is public is public.
PUBLIC_ANYWHERE = {"ledger:thread"}
METHODS = ("GET", "POST")
pytestmark = pytest.mark.django_db
OTHER_METHODS = ("PUT", "PATCH", "DELETE")


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[SimpleNamespace]:
    """Both clusters, signed-in clients of everybody, and a record of refusals; rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        here, there = world.side("here"), world.side("there")
        clients = {}
        for name, user in world.everybody(here, there).items():
            clients[name] = Client(raise_request_exception=False)
            if user:
                clients[name].force_login(user)
        yield SimpleNamespace(here=here, there=there, clients=clients, tokens=world.tokens(here))
        transaction.set_rollback(True)


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that refused, so that a refusal is told apart from a thing that is not there."""
    found: list[str] = []
    original = access.refuse

    def refuse(request: Any, name: str) -> Any:
        found.append(name)
        return original(request, name)

    monkeypatch.setattr(access, "refuse", refuse)
    return found


def rows_touched() -> int:
    """Rows that this transaction has inserted, changed or deleted so far, undone ones included."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables")
        return int(cursor.fetchone()[0])


@contextmanager
def undone() -> Iterator[None]:
    """Leave the world as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(client: Client, method: str, url: str) -> tuple[Any, int]:
    """Send one request; give the answer and how many rows it touched. Who is signed in stays as it was."""
    kept = client.cookies.copy()
    with undone():
        before = rows_touched()
        response = client.generic(method, url)
        touched = rows_touched() - before
    client.cookies = kept
    return response, touched


def file_of(thing: Any) -> Any:
    """The files of a thing: an event's, or a response's."""
    return getattr(thing, "materials", None) or thing.attachments


def address(route: Any, house: SimpleNamespace, thing: Any) -> str:
    """The address of the route in the cluster `here`, naming `thing`."""
    made: dict[str, Callable[[], Any]] = {
        "cluster": lambda: "here",
        "token": lambda: house.tokens[route.name],
        "source": lambda: thing,
        "pk": lambda: thing.pk,
        "slug": lambda: thing.slug,
        "file": lambda: file_of(thing or house.here.response).get().pk,
        "key": lambda: house.here.keys.get(route.name, house.here.registration.key),
        "what": lambda: WHAT.get(route.name, "note"),
        "form": lambda: FORMS.get(route.name, "rss"),
        "language": lambda: "ko",
        "kind": lambda: "privacy",
    }
    values = {name: made[name]() for name in route.parameters}
    return reverse(route.name, kwargs=values).replace("/ko/", "/en/", 1)


def things(route: Any, house: SimpleNamespace) -> Iterator[tuple[str, str, set[str]]]:
    """Each place with its address and the actors that may see the thing there."""
    named = {"pk", "source"} & set(route.parameters)
    if not named:
        yield "own cluster", address(route, house, None), EVERYBODY
        return
    own, private, may_see = THINGS[route.name]
    yield "own cluster", address(route, house, getattr(house.here, own)), PARTIES.get(route.name, EVERYBODY)
    seen = EVERYBODY if route.name in PUBLIC_ANYWHERE else NOBODY
    yield "another cluster's", address(route, house, getattr(house.there, own)), seen
    if private:
        yield "confidential", address(route, house, getattr(house.here, private)), may_see


def wrong(
    route: Any, response: Any, touched: int, method: str, actor: str, refused: list[str], may_see: set[str]
) -> str:
    """What is wrong with an answer, or nothing."""
    rule = route.rule
    inside = ASKED_INSIDE.get((route.name, method), rule)
    status, target = response.status_code, response.headers.get("Location", "")
    to_sign_in = status == 302 and "/account/login/" in target
    if status >= 500:
        return f"{status}: {getattr(response, 'exc_info', None) and response.exc_info[1]!r}"
    if status == 405:
        return f"405 touched {touched} rows" if touched else ""
    if actor not in MAY[rule]:
        if not refused:
            return f"{status}: let in"
        expected = to_sign_in if actor == "visitor" and method == "GET" else status == 404
        return f"refused with {status} {target}" * (
            not expected
        ) or f"refused and touched {touched} rows" * bool(touched)
    if refused:
        return f"{status}: kept out by {refused}"
    if actor not in may_see:
        return f"{status}: the thing shows" * (status != 404) or f"404 and touched {touched} rows" * bool(
            touched
        )
    if actor not in MAY[inside]:
        return f"{status}: let in" * (status != 403) or f"403 and touched {touched} rows" * bool(touched)
    if to_sign_in or status == 403 or (method == "GET" and status not in (200, 301, 302)):
        return f"{status} {target}"
    return ""


@pytest.mark.parametrize("route", ours(), ids=lambda route: route.name)
def test_matrix(route: Any, house: SimpleNamespace, refusals: list[str]) -> None:
    assert route.rule, f"{route.name} ({route.pattern}) declares no rule"
    failures = []
    for place, url, may_see in things(route, house):
        for actor, client in house.clients.items():
            if actor in PLAIN - {"mentor"} and place != "own cluster":
                continue
            for method in METHODS:
                refusals.clear()
                response, touched = ask(client, method, url)
                told = wrong(route, response, touched, method, actor, refusals, may_see)
                if told:
                    failures.append(f"{method} {url} ({place}) as {actor}: {told}")
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("route", ours(), ids=lambda route: route.name)
def test_other_methods_do_nothing(route: Any, house: SimpleNamespace) -> None:
    _place, url, _may = next(things(route, house))
    for actor in ("visitor", "cluster_manager"):
        for method in OTHER_METHODS:
            response, touched = ask(house.clients[actor], method, url)
            assert response.status_code in (404, 405), f"{method} {url} as {actor}: {response.status_code}"
            assert not touched, f"{method} {url} as {actor} touched {touched} rows"


def test_an_unknown_cluster_does_not_exist(house: SimpleNamespace) -> None:
    for actor in ("visitor", "nobody", "operator"):
        assert house.clients[actor].get("/en/nowhere/organisations/").status_code == 404
        assert house.clients[actor].get("/en/desk/nowhere/organisations/").status_code == 404


# The declaration itself


def test_plain_roles_are_alike_in_every_rule() -> None:
    """Only one of them is tried with foreign things, which is enough as long as no rule tells them apart."""
    assert all(who >= PLAIN or not PLAIN & who for who in MAY.values())


def test_every_rule_is_declared_here() -> None:
    assert set(access.REGISTRY) == set(MAY)


def test_what_is_public_is_declared_public() -> None:
    """A visitor who may is not asked to sign in, so the two declarations must agree."""
    assert {name for name, rule in access.REGISTRY.items() if rule["public"]} == {
        n for n, who in MAY.items() if "visitor" in who
    }


def test_every_rule_is_hidden_but_those_asked_of_a_thing_in_view() -> None:
    assert {name for name, rule in access.REGISTRY.items() if not rule["hide"]} == INSIDE


def test_every_address_owes_a_rule_or_a_reason() -> None:
    bare = [f"{route.name} {route.pattern}" for route in routes() if not route.rule and not route.exempt]
    assert not bare, f"no @requires: {bare}"


def test_every_address_that_names_a_thing_is_tried_with_a_foreign_one() -> None:
    named = {route.name for route in ours() if {"pk", "source"} & set(route.parameters)}
    assert named == set(THINGS)


def test_a_route_without_a_rule_is_noticed() -> None:
    from django.http import HttpResponse
    from django.urls import path

    from security.routes import _walk

    (found,) = _walk([path("bare/", lambda request: HttpResponse(), name="bare")], "", ())
    assert found.rule is None
    assert not found.exempt

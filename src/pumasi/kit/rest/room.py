"""A room's part of the REST API. An operation without a rule is refused when the site starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from ninja.constants import NOT_SET
from ninja.utils import check_csrf

from pumasi.kit import access
from pumasi.kit.rest.errors import Invalid, Problem, Trouble

Operation = TypeVar("Operation", bound=Callable[..., Any])
SAFE = {"GET", "HEAD", "OPTIONS"}


class Declared(NamedTuple):
    """An operation as its room declared it."""

    name: str
    methods: tuple[str, ...]
    path: str
    rule: str


OPERATIONS: list[Declared] = []


def requires(name: str) -> Callable[[Operation], Operation]:
    """Declare the rule of an operation, from the same registry as the pages."""

    def mark(operation: Operation) -> Operation:
        operation.access_rule = name  # type: ignore[attr-defined]
        return operation

    return mark


class Guard:
    """Lets a caller in by a rule, before anything of the request is read."""

    def __init__(self, rule: str) -> None:
        self.rule = rule

    def let_in(self, request: HttpRequest) -> bool:
        """Answer as the pages do: sign in first, 404 for what is hidden, 403 for what may be seen but not done."""
        if access.allowed(request.user, self.rule, getattr(request, "cluster", None)):
            return True
        if not request.user.is_authenticated:
            raise Trouble(401, "sign_in")
        hidden = access.REGISTRY[self.rule]["hide"]
        raise Trouble(404, "not_found") if hidden else Trouble(403, "not_allowed")


class Token(Guard):
    """A personal token; the middleware has read it from the Authorization header."""

    openapi_security_schema = {"type": "http", "scheme": "bearer"}

    def __call__(self, request: HttpRequest) -> bool:
        """Let in a caller with a token; a token for reading changes nothing."""
        token = getattr(request, "api_token", None)
        if token is None:
            return False
        if request.method not in SAFE and token.scope != "write":
            raise Trouble(403, "read_only_token")
        return self.let_in(request)


class Session(Guard):
    """The cookie of somebody who has signed in, or a visitor."""

    openapi_security_schema = {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}

    def __call__(self, request: HttpRequest) -> bool:
        """Let in a browser; what changes something needs the CSRF token too."""
        self.let_in(request)
        if request.method not in SAFE and check_csrf(request):
            raise Trouble(403, "csrf")
        return True


def _responses(methods: list[str], response: Any) -> dict[Any, Any]:
    """What is answered, with the errors that every operation may answer."""
    wanted = response if isinstance(response, dict) else {200: response}
    errors: dict[int, Any] = {400: Problem, 401: Problem, 404: Problem, 422: Invalid, 429: Problem}
    if not SAFE.issuperset(methods):
        errors[403] = Problem
    return {**wanted, **errors}


class Room(Router):
    """Operations of a room: each has a rule, a stable name, a sentence that says what it does, and its errors."""

    def add_api_operation(
        self,
        path: str,
        methods: list[str],
        view_func: Callable[..., Any],
        *,
        response: Any = NOT_SET,
        **options: Any,
    ) -> None:
        """Take an operation in; its function's name is its id in the OpenAPI document."""
        rule = getattr(view_func, "access_rule", None)
        if rule is None:
            raise LookupError(f"{view_func.__module__}.{view_func.__name__} declares no rule")
        OPERATIONS.append(Declared(view_func.__name__, tuple(methods), path, rule))
        options["auth"] = [Token(rule), Session(rule)]
        options["operation_id"] = view_func.__name__
        options["summary"] = (view_func.__doc__ or "").split("\n", maxsplit=1)[0].rstrip(".")
        super().add_api_operation(path, methods, view_func, response=_responses(methods, response), **options)

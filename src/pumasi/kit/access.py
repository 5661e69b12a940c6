"""Who may do what: every route names its rule, every rule is a predicate, and silence means no."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from rules.permissions import has_perm, set_perm

View = Callable[..., HttpResponseBase]
REGISTRY: dict[str, dict[str, Any]] = {}


# A predicate over a user and the thing (the cluster of the address, if the route names no other).
Rule = Callable[..., bool]


def everyone(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let everybody in; what is shown may still depend on the reader's audience."""
    return True


def rule(name: str, predicate: Rule, *, public: bool = False, hide: bool = True) -> None:
    """Register the rule `name` once at start-up.

    `public` marks a rule that lets visitors in; `hide` answers 404 (not 403) to those it refuses.
    """
    REGISTRY[name] = {"public": public, "hide": hide}
    set_perm(name, predicate)  # type: ignore[no-untyped-call]


def allowed(user: Any, name: str, thing: Any = None) -> bool:
    """Say whether `user` may do `name` to `thing`; an unknown rule is an error of ours and refused loudly."""
    if name not in REGISTRY:
        raise LookupError(f"no rule named {name}")
    return bool(has_perm(name, user, thing))  # type: ignore[no-untyped-call]


def require(user: Any, name: str, thing: Any = None) -> None:
    """Refuse with 403 what may be seen but not done."""
    if not allowed(user, name, thing):
        raise PermissionDenied(name)


def refuse(request: HttpRequest, name: str) -> HttpResponse:
    """Answer a refusal: a visitor is asked to sign in, a hidden place does not exist, the rest is 403."""
    if not request.user.is_authenticated and request.method == "GET":
        return redirect_to_login(request.get_full_path())
    if REGISTRY[name]["hide"]:
        raise Http404
    raise PermissionDenied(name)


def requires(name: str) -> Callable[[View], View]:
    """Declare the rule of a route. The permission matrix fails for a route without one."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not allowed(request.user, name, getattr(request, "cluster", None)):
                return refuse(request, name)
            return view(request, *args, **kwargs)

        guarded.access_rule = name  # type: ignore[attr-defined]
        return guarded

    return decorate

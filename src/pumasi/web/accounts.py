"""How allauth behaves here: accounts come by invitation, claim or sign-up; language follows the address."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Our answers to allauth's questions."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Lead to the home page, which is another one for each role."""
        return reverse("front")

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        """Keep the language in which somebody signed up."""
        user.language = (translation.get_language() or "ko")[:2]
        return super().save_user(request, user, form, commit)

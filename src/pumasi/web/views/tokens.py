"""One's API tokens: made, shown once, revoked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from pumasi.commons.members import api as members
from pumasi.commons.members.models import ApiToken
from pumasi.kit.access import requires

DAYS = [(30, gettext_lazy("30 days")), (90, gettext_lazy("90 days")), (365, gettext_lazy("One year"))]


class TokenForm(forms.Form):
    """A new token."""

    name = forms.CharField(
        label=gettext_lazy("What is it for?"),
        max_length=100,
        help_text=gettext_lazy("The name of the program or service that will use it."),
    )
    scope = forms.ChoiceField(label=gettext_lazy("It may"), choices=ApiToken.Scope.choices)
    days = forms.TypedChoiceField(label=gettext_lazy("Holds for"), choices=DAYS, coerce=int, initial=90)


@require_http_methods(["GET", "POST"])
@never_cache
@requires("web.own_account")
def tokens(request: HttpRequest) -> HttpResponse:
    """One's tokens; POST makes one and shows its text this once."""
    user: Any = request.user
    form = TokenForm(request.POST or None)
    fresh = ""
    if request.method == "POST" and form.is_valid():
        _made, fresh = members.make_token(user=user, **form.cleaned_data)
        form = TokenForm()
    context = {"form": form, "fresh": fresh, "tokens": members.tokens_of(user), "now": timezone.now()}
    return render(request, "tokens.html", context, status=422 if form.errors else 200)


@require_POST
@requires("web.own_account")
def revoke_token(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token at once."""
    members.revoke_token(token=get_object_or_404(ApiToken, pk=pk, user=request.user))
    messages.success(request, _("The token no longer works."))
    return redirect("tokens")

"""One's account: profile and consents, applying, inviting colleagues, accepting, signing in by link."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.commons.members import forms
from pumasi.commons.members.models import Claim, Organisation, Person, User
from pumasi.kit.access import require, requires
from pumasi.web import sign_in_links

BACKEND = "django.contrib.auth.backends.ModelBackend"


def person_of(request: HttpRequest) -> Person:
    """The person behind the account; made when first needed."""
    user: Any = request.user
    if user.person is None:
        user.person = members.add_person(
            name_en=user.email.split("@")[0], email=user.email, language=user.language
        )
        user.save()
    person: Person = user.person
    return person


@require_http_methods(["GET", "POST"])
@requires("web.own_account")
@transaction.atomic
def profile(request: HttpRequest) -> HttpResponse:
    """Name, language, consents and mail topics, each changeable at any time."""
    person, email = person_of(request), str(request.user.email)  # type: ignore[union-attr]
    held = set(person.consents.filter(withdrawn_at__isnull=True).values_list("purpose", flat=True))
    names = ("name_ko", "name_en", "phone", "language")
    form = forms.ProfileForm(request.POST or None, initial={name: getattr(person, name) for name in names})
    consents = forms.ConsentForm(request.POST or None, held=held)
    if request.method == "POST" and form.is_valid() and consents.is_valid():
        keep_profile(person, form.cleaned_data, consents.cleaned_data)
        for topic in mail.preferences(email):
            mail.prefer(address=email, topic=topic, wanted=f"topic_{topic}" in request.POST)
        messages.success(request, _("Saved."))
        return redirect("profile")
    topics = [(name, mail.TOPICS[name].label, wanted) for name, wanted in mail.preferences(email).items()]
    context = {"form": form, "consents": consents, "topics": topics, "person": person}
    return render(request, "profile.html", context, status=422 if form.errors else 200)


def keep_profile(person: Person, values: dict[str, Any], consents: dict[str, bool]) -> None:
    """Keep the columns of one's profile, and each consent that was said yes or no to."""
    for name, value in values.items():
        setattr(person, name, value)
    members.index_person(person).save()
    for purpose, given in consents.items():
        members.consent(person=person, purpose=purpose, given=given)


@require_POST
@requires("web.own_account")
def export_me(request: HttpRequest) -> HttpResponse:
    """Everything kept about oneself, as a file."""
    values = members.export(person=person_of(request))
    response = JsonResponse(values, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@require_POST
@requires("web.own_account")
def erase_me(request: HttpRequest) -> HttpResponse:
    """Forget oneself, for good; the word typed guards against a slip."""
    if request.POST.get("confirm") != request.user.email:  # type: ignore[union-attr]
        messages.error(request, _("Type your e-mail address to confirm."))
        return redirect("profile")
    members.erase(person=person_of(request))
    return redirect("front")


@require_http_methods(["GET", "POST"])
@requires("web.own_account")
def apply(request: HttpRequest) -> HttpResponse:
    """Apply for membership with one's organisation; the cluster office decides."""
    form = forms.ApplicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cluster: Any = request.cluster  # type: ignore[attr-defined]
        values = {name: form.cleaned_data[name] for name in form.Meta.fields}
        with transaction.atomic():
            made = members.add(cluster=cluster, state="applied", visibility="managers", **values)
            members.grant(user=request.user, role="organisation_admin", cluster=None, organisation=made)  # type: ignore[arg-type]
        return render(request, "applied.html", {"organisation": made})
    return render(request, "apply.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@requires("members.act_for_organisation")
@transaction.atomic
def invite(request: HttpRequest) -> HttpResponse:
    """Invite a colleague into one's organisation; its admins may."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    own = members.own_organisation(request)
    require(request.user, "members.edit_organisation", own)
    form = forms.InviteForm(request.POST)
    if form.is_valid():
        send_invitation(request, form.cleaned_data["email"], form.cleaned_data["role"], own)
        messages.success(request, _("The invitation is on its way."))
    else:
        messages.error(request, _("Check the e-mail address."))
    return redirect("members:my_organisation", cluster=cluster.slug)


@require_POST
@requires("members.manage")
@transaction.atomic
def decide_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or decline a claim, and tell the claimant."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    claim = get_object_or_404(Claim.objects.select_related("organisation", "user"), pk=pk, cluster=cluster)
    accepted = request.POST.get("answer") == "yes"
    by: Any = request.user
    tell_claimant(
        members.decide_claim(claim=claim, accepted=accepted, by=by, reason=request.POST.get("reason", ""))
    )
    messages.success(request, _("Decided."))
    return redirect("members:approvals", cluster=cluster.slug)


def tell_claimant(decided: Claim) -> None:
    """Write to the claimant what was decided, in their language."""
    with override(decided.user.language):
        yes = _("You now keep the entry of %(name)s") % {"name": decided.organisation}
        no = _("Your request for %(name)s was declined") % {"name": decided.organisation}
        subject = yes if decided.state == Claim.State.ACCEPTED else no
        mail.write(
            to=decided.user.email, topic="membership", dedupe=f"claim.{decided.pk}", subject=subject,
            text=f"{subject}.\n\n{decided.reason}", language=decided.user.language, cluster=decided.cluster,
        )  # fmt: skip


def send_invitation(request: HttpRequest, email: str, role: str, organisation: Organisation | None) -> None:
    """Invite somebody into an organisation by mail."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    by: Any = request.user
    invitation, token = members.invite(
        email=email, cluster=cluster, organisation=organisation, role=role, by=by
    )
    url = settings.SITE_URL + reverse("accept_invitation", args=[token])
    subject = _("%(who)s invites you to %(what)s") % {"who": by, "what": organisation or cluster}
    text = "\n\n".join(
        [subject + ".", _("Open the link to join; no password is needed. It holds for 14 days."), url]
    )
    mail.write(
        to=email, topic="invitation", dedupe=f"invitation.{invitation.pk}", subject=subject, text=text,
        language=(get_language() or "ko")[:2], cluster=cluster,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("web.visit")
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites on GET; join on POST."""
    if request.method == "POST":
        language = (get_language() or "ko")[:2]
        user = members.accept_invitation(
            token=token, name=request.POST.get("name", "").strip()[:120], language=language
        )
        # The link came by mail, so the address is proved.
        EmailAddress.objects.get_or_create(
            user=user, email=user.email, defaults={"verified": True, "primary": True}
        )
        login(request, user, backend=BACKEND)
        return redirect("front")
    return render(request, "invitation.html", {"invitation": members.invitation_for(token)})


@require_http_methods(["GET", "POST"])
@requires("web.visit")
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by link: GET asks (mail scanners open links), POST signs in."""
    user: User = sign_in_links.user_of(token)
    if request.method == "POST":
        login(request, user, backend=BACKEND)
        return redirect("front")
    return render(request, "sign_in_link.html", {"account_of": user})

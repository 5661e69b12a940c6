"""Who signs in, in which roles, and how somebody comes to have one."""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.kit.worded import Worded

_BY_NUMBER = Worded(lambda pk: User.objects.filter(pk=pk), pk=int)


class UserManager(BaseUserManager["User"]):
    """Makes users by mail address, and finds them by number."""

    def get(self, *args: Any, **kwargs: Any) -> User:
        """As Django does; by number alone, as for every page of somebody signed in, in words that are written once."""
        if args or set(kwargs) != {"pk"} or not isinstance(kwargs["pk"], int):
            return super().get(*args, **kwargs)
        found = _BY_NUMBER.one(pk=kwargs["pk"])
        if found is None:
            raise self.model.DoesNotExist("no user of that number")
        return found

    def create_user(self, email: str, password: str | None = None, **values: Any) -> User:
        """Make a user; without a password the sign-in is by link only."""
        user = self.model(email=self.normalize_email(email).lower(), **values)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **values: Any) -> User:
        """Make an installation operator who may open Django's admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **values)


class User(AbstractBaseUser, PermissionsMixin):
    """An account of this website. At most one person stands behind it."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(
        "members.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="user"
    )
    language = models.CharField(max_length=2, default="ko")
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        """The person's name where known, else the address."""
        return str(self.person) if self.person_id else self.email


class Role(models.TextChoices):
    """The roles of an installation, a cluster or an organisation."""

    OPERATOR = "operator", _("Installation operator")
    CLUSTER_MANAGER = "cluster_manager", _("Cluster manager")
    FACILITY_OPERATOR = "facility_operator", _("Facility operator")
    EVENT_HOST = "event_host", _("Event host")
    ORGANISATION_ADMIN = "organisation_admin", _("Organisation admin")
    MEMBER = "member", pgettext_lazy("role", "Member")
    MENTOR = "mentor", _("Mentor")
    REVIEWER = "reviewer", _("Reviewer")
    TRANSLATOR = "translator", _("Translator")
    EDITOR = "editor", _("Editor")
    ANALYST = "analyst", _("Analyst")
    RESPONDENT = "respondent", _("Respondent")
    INVESTOR = "investor", pgettext_lazy("role", "Investor")
    AUDITOR = "auditor", _("Auditor (reads only)")


@pghistory.track()
class RoleGrant(models.Model):
    """A role of a user in a cluster or an organisation, in a period; neither means the installation."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    cluster = models.ForeignKey(
        "members.Cluster", null=True, blank=True, on_delete=models.CASCADE, related_name="grants"
    )
    organisation = models.ForeignKey(
        "members.Organisation", null=True, blank=True, on_delete=models.CASCADE, related_name="grants"
    )
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "cluster", "organisation"],
                condition=models.Q(until__isnull=True),
                nulls_distinct=False,
                name="role_granted_once",
            )
        ]


class Invitation(models.Model):
    """An invitation by mail to join an organisation (or a cluster) in a role; the token is kept as its hash."""

    email = models.EmailField()
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey("members.Organisation", null=True, blank=True, on_delete=models.CASCADE)
    invited_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)


class Claim(models.Model):
    """Somebody says: this is my organisation. A manager (or its admin) decides."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Accepted")
        REFUSED = "refused", _("Refused")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="claims")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="claims")
    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="claims")
    message = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"],
                condition=models.Q(state="waiting"),
                name="claim_waiting_once",
            )
        ]


class ApiToken(models.Model):
    """A key by which a user's own programs call the API. It is shown once and kept as its hash."""

    class Scope(models.TextChoices):
        READ = "read", _("Read only")
        WRITE = "write", _("Read and write")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=100)
    hash = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=5, choices=Scope.choices, default=Scope.READ)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], name="api_token_of_user")]

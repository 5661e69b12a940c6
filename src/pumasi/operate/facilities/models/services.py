"""Tests and analyses done for somebody (시험·분석 의뢰), and loans of what can be carried."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from pumasi.kit.bilingual import Bilingual
from pumasi.operate.facilities.models.bookings import new_key
from pumasi.operate.facilities.models.places import Facility


@pghistory.track()
class ServiceRequest(models.Model):
    """A test or an analysis that the operator carries out: from the request to the result."""

    class State(models.TextChoices):
        REQUESTED = "requested", pgettext_lazy("service", "Requested")
        QUOTED = "quoted", pgettext_lazy("service", "Quote sent")
        ACCEPTED = "accepted", pgettext_lazy("service", "Accepted, waiting for the sample")
        RECEIVED = "received", pgettext_lazy("service", "Sample received")
        RUNNING = "running", pgettext_lazy("service", "Being carried out")
        REPORTED = "reported", pgettext_lazy("service", "Result ready")
        CLOSED = "closed", pgettext_lazy("service", "Closed")
        DECLINED = "declined", pgettext_lazy("service", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("service", "Withdrawn")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="service_requests")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="service_requests")
    organisation = models.ForeignKey(
        "members.Organisation", on_delete=models.PROTECT, related_name="service_requests"
    )
    person = models.ForeignKey(
        "members.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    title = models.CharField(max_length=200)
    sample = models.CharField(max_length=1_000, blank=True)
    wanted_by = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.REQUESTED)
    quote = models.DecimalField(max_digits=12, decimal_places=0, null=True, blank=True)
    quote_note = models.CharField(max_length=500, blank=True)
    result = models.FileField(upload_to="results/", blank=True)
    result_note = models.CharField(max_length=1_000, blank=True)
    confidential = models.BooleanField(default=False)
    key = models.CharField(max_length=22, unique=True, default=new_key, editable=False)
    origin = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    @property
    def source(self) -> str:
        """How the participation record names it."""
        return f"facilities.service.{self.pk}"


class ServiceStep(models.Model):
    """A step of a request: when it came to which state, and what was said."""

    request = models.ForeignKey(ServiceRequest, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=9, choices=ServiceRequest.State.choices)
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["at", "pk"]


@pghistory.track()
class Loan(models.Model):
    """A movable item lent to an organisation from a day to a day; the item is held meanwhile."""

    class State(models.TextChoices):
        REQUESTED = "requested", pgettext_lazy("loan", "Requested")
        APPROVED = "approved", pgettext_lazy("loan", "Approved")
        LENT = "lent", pgettext_lazy("loan", "Lent out")
        RETURNED = "returned", pgettext_lazy("loan", "Returned")
        DECLINED = "declined", pgettext_lazy("loan", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("loan", "Withdrawn")

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="loans")
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="loans")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.PROTECT, related_name="loans")
    person = models.ForeignKey(
        "members.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    purpose = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.REQUESTED)
    lent_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    condition = models.CharField(max_length=300, blank=True)
    reason = Bilingual(max_length=300)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="loan_lasts")
        ]

    @property
    def source(self) -> str:
        """How the holds name it."""
        return f"facilities.loan.{self.pk}"

"""What a cluster office does for its members, who made use of it, and whether it was of use to them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from pumasi.kit.bilingual import Bilingual

WORST, BEST = 1, 5


class Service(models.Model):
    """A service of the office, as it stands in its catalogue until it is given up."""

    cluster = models.ForeignKey("members.Cluster", on_delete=models.CASCADE, related_name="services")
    name = Bilingual(max_length=120)
    what = Bilingual(long=True, max_length=1000)
    whom = Bilingual(max_length=200)
    how = Bilingual(max_length=300)
    position = models.PositiveSmallIntegerField(default=0)
    # From that day on it is not offered; what was made use of stays.
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(name_ko="", name_en=""), name="service_has_a_name")
        ]


class ServiceUse(models.Model):
    """An organisation made use of a service on a day; somebody of it may say once how much it helped, and change their mind."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="uses")
    organisation = models.ForeignKey("members.Organisation", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    stars = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.CharField(max_length=500, blank=True)
    rated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-day", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service", "organisation", "day"], name="service_use_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(stars__isnull=True) | models.Q(stars__gte=WORST, stars__lte=BEST),
                name="service_stars_in_range",
            ),
        ]

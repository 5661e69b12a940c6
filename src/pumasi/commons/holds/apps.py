"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class HoldsConfig(AppConfig):
    """Holds: who and what is taken when."""

    name = "pumasi.commons.holds"
    label = "holds"
    default_auto_field = "django.db.models.BigAutoField"

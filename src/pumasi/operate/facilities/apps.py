"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    """Labs & test beds."""

    name = "pumasi.operate.facilities"
    label = "facilities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.operate.facilities import rules  # noqa: F401  # late: needs the app registry

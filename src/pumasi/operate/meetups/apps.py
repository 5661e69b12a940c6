"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class MeetupsConfig(AppConfig):
    """Meet-ups, events and 1:1 days."""

    name = "pumasi.operate.meetups"
    label = "meetups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.operate.meetups import rules  # noqa: F401  # late: needs the app registry

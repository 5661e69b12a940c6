"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class ObservatoryConfig(AppConfig):
    """Surveys, code book, blind coding, and what may be said of few cases."""

    name = "pumasi.measure.observatory"
    label = "observatory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.measure.observatory import rules  # noqa: F401  # late: needs the app registry

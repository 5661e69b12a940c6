"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Intake: member lists, sign-in sheets and public data come in, and go out again."""

    name = "pumasi.commons.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.commons.intake import rules  # noqa: F401  # late: needs the app registry

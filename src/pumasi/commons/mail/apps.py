"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Mail: the outbox."""

    name = "pumasi.commons.mail"
    label = "mail"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.commons.mail import rules  # noqa: F401  # late: needs the app registry

"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Boards, articles and feeds."""

    name = "pumasi.publish.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.publish.portal import rules  # noqa: F401  # late: needs the app registry

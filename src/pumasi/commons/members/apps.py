"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Members: who there is."""

    name = "pumasi.commons.members"
    label = "members"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.commons.members import rules  # noqa: F401  # late: needs the app registry

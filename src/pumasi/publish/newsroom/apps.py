"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """News, notices, press releases, success stories and investment news."""

    name = "pumasi.publish.newsroom"
    label = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.publish.newsroom import rules  # noqa: F401  # late: needs the app registry

"""The front door's entry in Django's list of apps."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The front door."""

    name = "pumasi.web"
    label = "web"

    def ready(self) -> None:
        """Register the front door's rules."""
        from pumasi.web import rules  # noqa: F401  # late: needs the app registry

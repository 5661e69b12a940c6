"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Claims: figures and the rows behind them."""

    name = "pumasi.commons.claims"
    label = "claims"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.commons.claims import rules  # noqa: F401  # late: needs the app registry

"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Ledger: who took part in what: the one book."""

    name = "pumasi.commons.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules."""
        from pumasi.commons.ledger import rules  # noqa: F401  # late: needs the app registry

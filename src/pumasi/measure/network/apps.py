"""The room's entry in Django's list of apps."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """Network: what the ledger says about who works with whom."""

    name = "pumasi.measure.network"
    label = "network"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the room's rules, and what the links in its letters do."""
        from pumasi.measure.network import rules  # noqa: F401  # late: needs the app registry
        from pumasi.measure.network.actions import letters  # late: needs the app registry

        letters.register()

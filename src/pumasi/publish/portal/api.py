"""The door of the portal."""

from pumasi.publish.portal.actions import forget_readers
from pumasi.publish.portal.subscribing import ask, confirm, forget_unconfirmed, stop, write_letters

__all__ = ["ask", "confirm", "forget_readers", "forget_unconfirmed", "stop", "write_letters"]

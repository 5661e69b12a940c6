"""The door of the portal."""

from pumasi.publish.portal.actions import forget_readers

__all__ = ["forget_readers"]

"""The door of the portal."""

from pumasi.publish.portal.actions import forget_readers
from pumasi.publish.portal.models import Site
from pumasi.publish.portal.moved import take_over, target_of
from pumasi.publish.portal.policies import announce, in_force, links
from pumasi.publish.portal.remembered import answer, keep
from pumasi.publish.portal.site import MOST_LINKS, chosen, dress, site
from pumasi.publish.portal.subscribing import ask, confirm, forget_unconfirmed, stop, write_letters

__all__ = [
    "MOST_LINKS", "Site", "announce", "answer", "ask", "chosen", "confirm", "dress", "forget_readers", "forget_unconfirmed", "in_force", "keep",
    "links", "site", "stop", "take_over", "target_of", "write_letters",
]  # fmt: skip

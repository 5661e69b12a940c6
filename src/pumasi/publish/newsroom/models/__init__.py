"""Tables of the newsroom."""

from pumasi.publish.newsroom.models.items import (
    Attachment,
    Edition,
    Item,
    Origin,
    Override,
    Picture,
    Revision,
)
from pumasi.publish.newsroom.models.links import Link
from pumasi.publish.newsroom.models.records import Claim, Memory, Pulse, Term

__all__ = [
    "Attachment",
    "Claim",
    "Edition",
    "Item",
    "Link",
    "Memory",
    "Origin",
    "Override",
    "Picture",
    "Pulse",
    "Revision",
    "Term",
]

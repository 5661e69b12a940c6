"""The REST API put together: every room's operations under /api/v1/, the OpenAPI document and its page."""

from __future__ import annotations

from pumasi.commons.claims import rest as claims
from pumasi.commons.intake import rest as intake
from pumasi.commons.ledger import rest as ledger
from pumasi.commons.mail import rest as mail
from pumasi.commons.members import rest as members
from pumasi.measure.network import rest as network
from pumasi.measure.observatory import rest as observatory
from pumasi.operate.facilities import rest as facilities
from pumasi.operate.meetups import rest as meetups
from pumasi.publish.portal import rest as portal
from pumasi.web.rest import account, front
from pumasi.web.rest.document import PumasiAPI

# Operations of one's own account stand before those of a cluster, whose short name could otherwise be taken for theirs.
api = PumasiAPI()
for _room in (front.everywhere, account.own, mail.own):
    api.add_router("", _room)
for _room in (
    front.room, *members.rooms, account.room, ledger.room, claims.room, *network.rooms, observatory.room,
    *meetups.rooms, *facilities.rooms, portal.room, intake.room,
):  # fmt: skip
    api.add_router("/{slug:cluster}", _room)

__all__ = ["api"]

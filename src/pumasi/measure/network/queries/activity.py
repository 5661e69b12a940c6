"""Which members were anywhere at all."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.measure.network.queries.base import rows_around

# Of any size: whoever came to a conference was active, though it made no tie.
ANY_SIZE = 1_000_000


def active(cluster: Cluster, audience: str, first: datetime, last: datetime) -> dict[int, int]:
    """Members by id, with how many gatherings each shared with another organisation from `first` up to, but not on, `last`."""
    ids = members.member_ids(cluster, audience)
    book = rows_around(ids, audience, cluster=cluster.pk, most=ANY_SIZE).between(first, last).incidence()
    degree = dict(zip(book.participants.tolist(), np.asarray(book.degrees).tolist(), strict=True))
    return {pk: degree.get(pk, 0) for pk in ids}

"""Which members were anywhere at all."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.dates import Span
from pumasi.measure.network.queries.base import rows_around

# Of any size: whoever came to a conference was active, though it made no tie.
ANY_SIZE = 1_000_000


def active(cluster: Cluster, audience: str, span: Span) -> dict[int, int]:
    """Members by id, with how many gatherings each shared with another organisation in a span of time."""
    ids = members.member_ids(cluster, audience)
    last = span.end or datetime.max.replace(tzinfo=UTC)
    book = rows_around(ids, audience, cluster=cluster.pk, most=ANY_SIZE).between(span.start, last).incidence()
    degree = dict(zip(book.participants.tolist(), np.asarray(book.degrees).tolist(), strict=True))
    return {pk: degree.get(pk, 0) for pk in ids}

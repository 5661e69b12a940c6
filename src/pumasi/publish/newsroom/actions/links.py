"""Asking whether the addresses that our texts and figures name still answer."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import CharField, F, Func, Q, Value, Window
from django.db.models.functions import Lower, RowNumber
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit import reaching
from pumasi.publish.newsroom.models import Link

Ask = Callable[[str], reaching.Answer]
# Whoever answers is asked again after a week, whoever did not on the next day; the few hours keep a daily job from skipping one.
WELL, ILL = timedelta(days=7), timedelta(hours=20)
# Of a run: so many addresses, so many of one host, a second apart, so many hosts beside each other, and so many seconds: the worker has
# other things to do. What was not reached in time comes first in the next run.
MOST, OF_A_HOST, APART, BESIDE, PATIENCE = 600, 60, 1.0, 8, 240.0
MISSING = {404, 410}
FAULT = 500

# An address of a text is read as `text.py` reads it.
GATHER = r"""
WITH named(address, item, claim) AS (
    SELECT link, id, NULL::bigint FROM newsroom_item WHERE cluster_id = %(cluster)s
    UNION ALL
    SELECT o.link, o.item_id, NULL FROM newsroom_origin o JOIN newsroom_item i ON i.id = o.item_id WHERE i.cluster_id = %(cluster)s
    UNION ALL
    SELECT found[1], e.item_id, NULL
    FROM newsroom_edition e JOIN newsroom_item i ON i.id = e.item_id, jsonb_array_elements(e.shown_blocks) AS block,
        regexp_matches(block->>'text', '\[[^\]\n]+\]\((https?://[^\s()<>"'']+)\)', 'g') AS found
    WHERE i.cluster_id = %(cluster)s AND e.state = 'published' AND e.shown_blocks::text LIKE '%%](http%%'
    UNION ALL
    SELECT link, NULL, id FROM newsroom_claim WHERE cluster_id = %(cluster)s
), each AS (
    SELECT address, COALESCE(array_agg(DISTINCT item) FILTER (WHERE item IS NOT NULL), '{}') AS items,
        COALESCE(array_agg(DISTINCT claim) FILTER (WHERE claim IS NOT NULL), '{}') AS claims
    FROM named WHERE address LIKE 'http%%' AND length(address) <= 1000 AND NOT starts_with(address, %(ours)s) GROUP BY address
), gone AS (
    DELETE FROM newsroom_link l WHERE cluster_id = %(cluster)s AND NOT EXISTS (SELECT FROM each WHERE each.address = l.address)
)
INSERT INTO newsroom_link AS l (cluster_id, address, items, claims, verdict, status, moved_to, failures)
SELECT %(cluster)s, address, items, claims, 'waiting', 0, '', 0 FROM each
ON CONFLICT (cluster_id, address) DO UPDATE SET items = excluded.items, claims = excluded.claims
WHERE (l.items, l.claims) IS DISTINCT FROM (excluded.items, excluded.claims)
"""


def gather(cluster: Cluster) -> None:
    """Note every address that items, their origins, published texts and figures name; forget those that nothing names any more."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(GATHER, {"cluster": cluster.pk, "ours": f"{settings.SITE_URL}/"})


def ask_due(ask: Ask = reaching.answer) -> int:
    """Ask the addresses whose turn it is, in all clusters; give how many.

    Where nothing at all answers it is our own line that is cut, and silence is held against nobody.
    """
    hosts: dict[str, list[Link]] = defaultdict(list)
    for link in _due():
        hosts[link.host].append(link)
    until = time.monotonic() + PATIENCE
    with ThreadPoolExecutor(BESIDE) as pool:
        asked = pool.map(lambda links: _asked(links, ask, until), hosts.values())
        answers = [pair for found in asked for pair in found]
    cut_off = not any(told.status for _link, told in answers)
    for link, told in answers:
        note(link, told, cut_off=cut_off)
    return len(answers)


def _due() -> list[Any]:
    """Links with their `host`: those who waited longest of each, so that one with thousands does not keep the others waiting."""
    now = timezone.now()
    turn = (
        Q(asked_at=None) | Q(failures=0, asked_at__lt=now - WELL) | Q(failures__gt=0, asked_at__lt=now - ILL)
    )
    waiting = [F("asked_at").asc(nulls_first=True), F("pk").asc()]
    host = Lower(Func(F("address"), Value("/"), Value(3), function="split_part", output_field=CharField()))
    place = Window(RowNumber(), partition_by=[F("host")], order_by=waiting)
    due = Link.objects.filter(turn).annotate(host=host).annotate(place=place)
    return list(due.filter(place__lte=OF_A_HOST).order_by(*waiting)[:MOST])


def _asked(links: Sequence[Link], ask: Ask, until: float) -> list[tuple[Link, reaching.Answer]]:
    """The addresses of one host, one after another, until the time is over."""
    found = []
    for n, link in enumerate(links):
        if time.monotonic() > until:
            break
        if n:
            time.sleep(APART)
        found.append((link, ask(link.address)))
    return found


def verdict(told: reaching.Answer) -> str:
    """What an answer says of an address. A page that wants a password, or turns machines away, is there."""
    if told.trouble:
        return "inside" if told.trouble == "inside" else "silent"
    if told.status in MISSING:
        return "gone"
    return "ill" if told.status >= FAULT else "alive"


def note(link: Link, told: reaching.Answer, *, cut_off: bool = False) -> Link:
    """Write down what came of asking."""
    now = timezone.now()
    link.asked_at = now
    found = verdict(told)
    if found == "alive":
        link.verdict, link.failures, link.since = found, 0, None
    elif not (found == "silent" and cut_off):
        link.verdict, link.failures, link.since = found, link.failures + 1, link.since or now
    if told.status:
        link.status, link.moved_to = told.status, told.moved_to[:1000]
    link.save(update_fields=["asked_at", "verdict", "failures", "since", "status", "moved_to"])
    return link

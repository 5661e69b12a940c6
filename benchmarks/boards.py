"""Articles, boards and feeds of a federation with 6,910 items, as everybody reads them. Goals: 250 a second, twice a Wagtail.

python -m benchmarks --only boards
"""

from __future__ import annotations

import threading
from datetime import date

from benchmarks.events import machine, queries
from benchmarks.serving import Client, House, Taken, house, load, timed
from benchmarks.spent import spent
from benchmarks.year import home

CLIENTS, TOTAL = 8, 800
# Wagtail 8 on a machine like this, pages a second: measured beside the other peers, not in this run.
PEER = {"article": 85, "list": 79, "feed": 351}


def boards() -> None:
    """Prints pages a second, p95 and queries of an article, a list and a feed."""
    with house() as here:
        one = federation()
        places = {
            "article": f"/en/federation/news/{one.item_id}-{one.slug}/",
            "list": "/en/federation/news/",
            "page 300": "/en/federation/news/?page=300",
            "search": "/en/federation/news/?q=energy",
            "feed": "/en/federation/news/feed.rss",
        }
        for name, path in places.items():
            _measured(here, name, path)


def federation():
    """A federation with its 6,910 items; the latest of them."""
    from pumasi.commons.members.models import Cluster
    from pumasi.publish.newsroom import api as newsroom

    cluster = Cluster.objects.create(slug="federation", name_ko="연합", name_en="Federation")
    report = newsroom.bring_in(cluster=cluster, found=_items())
    print(f"\nBoards of a federation ({report['created']:,} items, {machine()})")
    return newsroom.latest(cluster, "en", 1)[0]


def _items():
    import pyarrow.parquet as pq

    from pumasi.publish.newsroom.api import PastItem

    rows = pq.read_table(home() / "data" / "newsroom" / "fp7_results_in_brief.parquet").to_pylist()
    for row in rows:
        title = row["title"] or f"Result of project {row['project_rcn']}"
        body = row["teaser"] or f"Topics: {row['topics']}"
        yield PastItem(
            key=f"brief.{row['brief_rcn']}",
            day=row["date"] or date(2011, 1, 1),
            title=title,
            body=body,
            kind="success",
        )


def _measured(here: House, name: str, path: str) -> None:
    from django.test import Client as Inside  # late: after the house has set Django up

    inside = Inside()
    inside.get(path)
    asked = queries(lambda: inside.get(path))
    mine = threading.local()

    def look(_number: int, taken: Taken) -> None:
        if not hasattr(mine, "client"):
            mine.client = Client(here.address)
        with timed(taken, name):
            status, _, _ = mine.client.ask("GET", path)
        if status != 200:
            raise ValueError(str(status))

    load(look, 100, CLIENTS)
    with spent(here.data, here.web) as cost:
        taken = load(look, TOTAL, CLIENTS)
    rate = TOTAL / taken.clock
    beside = f"  {rate / PEER[name]:.1f} times a Wagtail (goal 2)" if name in PEER else ""
    told = f"p95 {taken.p95(name):4.0f} ms, {asked} queries, {taken.errors.total()} errors"
    print(f"  {name:9} {rate:6.0f} a second, {told}{beside}\n    {cost.each(TOTAL)}", flush=True)

"""Pages under wrk, as other products were measured: two web processes, 8 connections, 6 seconds, the median of three.

python -m benchmarks --only pages [--peers DIRECTORY]

DIRECTORY holds what peers gave in the same run, a file of JSON lines each: {"page": ..., "connections": 8, "rate": ...}. wrk is
small, so that the client takes little of the two processors; where it is missing (Debian: wrk), this part says so.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.boards import federation
from benchmarks.events import hot_event, machine, queries
from benchmarks.serving import Client, House, house

SECONDS, REPEATS, CONNECTIONS, WARM = 6, 3, 8, 12
NINETY_FIFTH = """
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("FOUND %.3f %.3f %d\\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(95) / 1e3, e.connect + e.read + e.write + e.timeout + e.status))
end
"""


@dataclass(frozen=True)
class Page:
    """A page, the goal in requests a second, and the pages of peers that it is set beside (name of the file, page)."""

    name: str
    path: str
    goal: int
    beside: tuple[tuple[str, str], ...]
    times: float = 2.0
    cookie: str = ""


def pages(peers: Path | None = None) -> None:
    """Print requests a second, p95 and queries of each page, and how many times a peer's it is."""
    print("\nPages under wrk, two web processes, 8 connections, median of three runs of 6 s")
    if shutil.which("wrk") is None:
        print("  wrk is not installed (Debian: apt-get install wrk)")
        return
    with house() as here:
        event = hot_event(100)
        article = federation()
        # A visitor with a message waiting gets a page of their own: nothing is taken from memory.
        anew = "messages=none"
        news = f"/en/federation/news/{article.item_id}-{article.slug}/"
        every = [
            Page("event", f"/ko/bench/events/{event.pk}-{event.slug}/", 250, (("pretix", "event"), ("indico", "event"), ("wagtail", "article"))),
            Page("article", news, 250, (("wagtail", "article"),), cookie=anew),
            Page("list", "/en/federation/news/", 250, (("wagtail", "index"),), cookie=anew),
            Page("feed", "/en/federation/news/feed.rss", 250, (("wagtail", "rss"),), cookie=anew),
            Page("article, remembered", news, 1000, (("wagtail", "article"),)),
            Page("feed, remembered", "/en/federation/news/feed.rss", 1000, (("wagtail", "rss"),)),
        ]  # fmt: skip
        for one in every:
            _told(here, one, peers)


def _told(here: House, page: Page, peers: Path | None) -> None:
    from django.test import Client as Inside  # late: after the house has set Django up

    inside = Inside(headers={"cookie": page.cookie} if page.cookie else {})
    asked = queries(lambda: inside.get(page.path))
    rate, p95, errors = under_wrk(here.address, page.path, page.cookie)
    told = (
        f"{rate:6.0f}/s (goal {page.goal}), p95 {p95:3.0f} ms, {asked} queries, {errors} errors; {machine()}"
    )
    print(f"  {page.name:20} {told}{_beside(page, rate, peers)}", flush=True)


def under_wrk(address: str, path: str, cookie: str = "") -> tuple[float, float, int]:
    """Requests a second and p95 in ms (medians), and errors of all runs."""
    url = f"http://{address}{path}"
    client = Client(address)
    for _ in range(WARM):
        client.ask("GET", path)
    found = [_run(url, cookie) for _ in range(REPEATS)]
    rate, p95 = (statistics.median(one[at] for one in found) for at in (0, 1))
    return rate, p95, int(sum(one[2] for one in found))


def _run(url: str, cookie: str) -> tuple[float, ...]:
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(NINETY_FIFTH)
        script.flush()
        words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--timeout", "30s", "-s", script.name]
        words += ["-H", f"Cookie: {cookie}"] if cookie else []
        told = subprocess.run([*words, url], check=True, capture_output=True, text=True).stdout
    found = re.search(r"FOUND (\S+) (\S+) (\S+)", told)
    if found is None:
        raise SystemExit(f"wrk said: {told}")
    return tuple(map(float, found.groups()))


def _beside(page: Page, rate: float, peers: Path | None) -> str:
    if peers is None:
        return ""
    told = [
        f"{name} {other} {theirs:.0f}/s: {rate / theirs:.1f} times (goal {page.times:g})"
        for name, other in page.beside
        if (theirs := rate_of(peers, name, other))
    ]
    return "".join(f"\n      {one}" for one in told)


def rate_of(peers: Path, name: str, page: str) -> float | None:
    """What a peer gave in the same run at as many connections; nothing where it was not measured."""
    file = peers / f"{name}.jsonl"
    rows = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
    return next(
        (row["rate"] for row in rows if row.get("page") == page and row["connections"] == CONNECTIONS), None
    )

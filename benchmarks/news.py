"""How soon a new line changes an organisation's introductions, without working out everybody's again."""

import time
from pathlib import Path

import numpy as np

from pumasi.engine.commands.introductions import evidence, read
from pumasi.engine.introductions.formula import introducer
from pumasi.engine.introductions.suggest import suggest

LINES = 50


def news(directory: Path) -> str:
    """Median and slowest time from a line of 3 to 20 organisations to the new suggestions of one of them."""
    book = read(directory)
    told = evidence(book, now=float(book.day.max()))
    who = introducer(told)
    rng = np.random.default_rng(20190708)
    spent = []
    for _ in range(LINES):
        present = rng.choice(who.size, rng.integers(3, 21), replace=False)
        topics = np.zeros(who.mix.shape[1])
        topics[rng.integers(topics.size)] = 1.0
        begin = time.perf_counter()
        after = who.told(present, age=0.0, topics=topics)
        suggest(after, int(present[0]))
        spent.append(time.perf_counter() - begin)
    middle, slowest = 1000 * np.median(spent), 1000 * max(spent)
    return f"{who.size:,} organisations: median {middle:.1f} ms, slowest of {LINES} {slowest:.1f} ms"

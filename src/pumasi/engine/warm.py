"""Compiles every kernel or loads it from the cache, once when a worker starts: no job waits for it."""

import numpy as np

from pumasi.engine.commands.timetable import warm as warm_timetable
from pumasi.engine.introductions.contacts import best_by_contacts
from pumasi.engine.introductions.everyone import for_everyone, spread
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.formula import introducer
from pumasi.engine.kernels.forces import repulsion
from pumasi.engine.network import projection
from pumasi.engine.network.graph import graph
from pumasi.engine.network.holes import holes
from pumasi.engine.network.incidence import incidence
from pumasi.engine.statistics.null import randomised
from pumasi.engine.statistics.verdict import clustering


def warm() -> None:
    """Runs each kernel once on three participants at two gatherings."""
    warm_timetable()
    three = incidence([0, 0, 1, 1], [0, 1, 1, 2])
    projection.warm()
    net = graph(projection.compiled(three, np.ones(2)))
    best_by_contacts(net)
    holes(net)
    repulsion(np.zeros((2, 2)), np.ones(2))
    next(randomised(three, draws=1))
    who = introducer(Evidence(three, np.zeros(2), np.zeros((2, 1))))
    spread(who, *for_everyone(who))
    clustering(projection.compiled(three, np.ones(2)))

"""The usual rankings that introductions are measured against, each a score for every candidate.

All take a graph and a block of askers and return shape (askers, n); partners are not left out here.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from pumasi.engine.arrays import Ints, Reals
from pumasi.engine.network.graph import Graph

Scores = Callable[[Graph, Ints], Reals]


def popularity(g: Graph, askers: Ints) -> Reals:
    """The number of partners: the same list for everyone."""
    return np.broadcast_to(g.degree.astype(np.float64), (askers.size, g.size))


def resource_allocation(g: Graph, askers: Ints) -> Reals:
    """Common contacts, each divided by its number of partners (Zhou et al., 10.1140/epjb/e2009-00335-8)."""
    return _over_contacts(g, askers, 1.0 / np.maximum(g.degree, 1))


def adamic_adar(g: Graph, askers: Ints) -> Reals:
    """Common contacts, each divided by the log of its partners (2003, doi 10.1016/S0378-8733(03)00009-1)."""
    return _over_contacts(g, askers, 1.0 / np.log(np.maximum(g.degree, 2)))


def personalised_pagerank(g: Graph, askers: Ints, *, stay: float = 0.6, steps: int = 8) -> Reals:
    """Where a walk from the asker is found that goes on with probability ``stay`` at each step."""
    walk = _matrix(g, 1.0 / np.maximum(g.degree, 1)[g.source])
    at = np.zeros((askers.size, g.size))
    at[np.arange(askers.size), askers] = 1.0
    home = at.copy()
    for _ in range(steps):
        at = (1 - stay) * home + stay * (walk.T @ at.T).T
    return np.asarray(at)


def three_steps(g: Graph, askers: Ints) -> Reals:
    """L3: ways of three steps, each divided by the root of the two in between (Kovács et al. 2019,
    doi 10.1038/s41467-019-09177-y).
    """
    root = 1.0 / np.sqrt(np.maximum(g.degree, 1))
    plain = _matrix(g, np.ones(g.to.size))
    between = _matrix(g, root[g.source] * root[g.to])
    return np.asarray(((plain[askers] @ between) @ plain).toarray())


def _over_contacts(g: Graph, askers: Ints, worth: Reals) -> Reals:
    plain, valued = _matrix(g, np.ones(g.to.size)), _matrix(g, worth[g.source])
    return np.asarray((plain[askers] @ valued).toarray())


def _matrix(g: Graph, values: Reals) -> Any:
    from scipy.sparse import csr_array  # late: slow import

    return csr_array((values, g.to, g.start), shape=(g.size, g.size))


BASELINES: dict[str, Scores] = {
    "popularity": popularity,
    "resource allocation": resource_allocation,
    "Adamic-Adar": adamic_adar,
    "personalised PageRank": personalised_pagerank,
    "three steps (L3)": three_steps,
}

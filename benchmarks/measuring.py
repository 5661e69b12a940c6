"""Measures of the year's ties: best non-partners, Burt's measures, PageRank, communities, betweenness."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.projecting import read
from pumasi.engine.network.graph import Graph, from_pairs
from pumasi.engine.network.projection import project

Run = Callable[[], str]
CACHE = Path(tempfile.gettempdir()) / "pumasi-bench-ties.npz"


def ties(path: str) -> Graph:
    """Organisations tied by two or more shared gatherings and a weight of at least 0.05; kept in a file."""
    if not CACHE.is_file():
        found = project(read(path, "organisation"))
        kept = found.only((found.shared >= 2) & (found.weight >= 0.05 - 1e-9))
        nodes, code = np.unique(np.concatenate([kept.a, kept.b]), return_inverse=True)
        ends = code.astype(np.int32).reshape(2, -1)
        g = from_pairs(ends[0], ends[1], kept.weight, size=nodes.size)
        np.savez(CACHE, start=g.start, to=g.to, weight=g.weight)
    with np.load(CACHE) as held:
        return Graph(held["start"], held["to"], held["weight"])


def small() -> Graph:
    """Three nodes in a row: enough to load what is compiled."""
    return from_pairs(np.asarray([0, 1], np.int32), np.asarray([1, 2], np.int32), np.ones(2), size=3)


def best_pumasi(path: str) -> Run:
    """Top-20 Adamic-Adar of everyone by the compiled kernel."""
    from pumasi.engine.introductions.contacts import best_by_contacts  # late: only where asked

    g = ties(path)
    best_by_contacts(small())
    return lambda: said(best_by_contacts(g)[1])


def best_scipy(path: str) -> Run:
    """The same by sparse products of 500 rows at a time."""
    from scipy.sparse import csr_array  # late: only where asked

    g = ties(path)
    shape = (g.size, g.size)
    plain = csr_array((np.ones(g.to.size), g.to, g.start), shape=shape)
    worth = 1 / np.log(np.maximum(g.degree, 2))
    valued = csr_array((worth[g.source], g.to, g.start), shape=shape)

    def run() -> str:
        scores = np.zeros((g.size, 20))
        for first in range(0, g.size, 500):
            rows = np.arange(first, min(first + 500, g.size))
            block = (plain[rows] @ valued).toarray()
            block[np.arange(rows.size), rows] = 0
            block[plain[rows].nonzero()] = 0
            scores[rows] = -np.sort(-np.partition(block, -20, axis=1)[:, -20:], axis=1)
        return said(scores)

    return run


def holes_pumasi(path: str) -> Run:
    """Constraint, effective size and clustering together."""
    from pumasi.engine.network.holes import holes  # late: only where asked

    g = ties(path)
    holes(small())
    return lambda: said(holes(g).constraint)


def holes_graphblas(path: str) -> Run:
    """Constraint alone by a masked sparse product."""
    import graphblas as gb  # late: only where asked

    gb.init("suitesparse", blocking=True)
    g = ties(path)

    def run() -> str:
        share = gb.Matrix.from_coo(
            g.source.astype(np.uint64), g.to, g.weight / g.strength[g.source], nrows=g.size, ncols=g.size
        )
        indirect = gb.Matrix(float, g.size, g.size)
        indirect(share.S) << share.mxm(share, gb.semiring.plus_times)
        both = share.ewise_add(indirect, gb.binary.plus).new()
        squared = both.ewise_mult(both, gb.binary.times).new()
        return said(squared.reduce_rowwise("plus").new().to_dense(fill_value=0.0))

    return run


def holes_igraph(path: str) -> Run:
    """Constraint alone by igraph."""
    import igraph  # late: only where asked

    g = ties(path)
    once = g.source < g.to
    net = igraph.Graph(n=g.size, edges=np.stack([g.source[once], g.to[once]], axis=1))
    weights = g.weight[once].tolist()
    return lambda: said(np.asarray(net.constraint(weights=weights)))


def rank_pumasi(path: str) -> Run:
    """PageRank by power iteration."""
    from pumasi.engine.network.centrality import pagerank  # late: only where asked

    g = ties(path)
    pagerank(small())
    return lambda: said(pagerank(g))


def rank_networkit(path: str) -> Run:
    """PageRank by NetworKit."""
    import networkit  # late: only where asked

    net = _net(networkit, ties(path))
    return lambda: said(np.asarray(networkit.centrality.PageRank(net, 0.85, 1e-10).run().scores()))


def rank_igraph(path: str) -> Run:
    """PageRank by igraph."""
    import igraph  # late: only where asked

    g = ties(path)
    once = g.source < g.to
    net = igraph.Graph(n=g.size, edges=np.stack([g.source[once], g.to[once]], axis=1))
    weights = g.weight[once].tolist()
    return lambda: said(np.asarray(net.pagerank(weights=weights)))


def groups_pumasi(path: str) -> Run:
    """One run of the communities."""
    from pumasi.engine.network.communities import communities  # late: only where asked

    g = ties(path)
    communities(small(), runs=1)
    return lambda: f"modularity {communities(g, runs=1).modularity:.4f}"


def groups_igraph(path: str) -> Run:
    """The Leiden method of igraph."""
    import igraph  # late: only where asked

    g = ties(path)
    once = g.source < g.to
    net = igraph.Graph(n=g.size, edges=np.stack([g.source[once], g.to[once]], axis=1))
    weights = g.weight[once].tolist()

    def run() -> str:
        found = net.community_leiden("modularity", weights=weights, n_iterations=2)
        return f"modularity {net.modularity(found.membership, weights=weights):.4f}"

    return run


def _net(networkit, g: Graph):
    once = g.source < g.to
    ends = (g.source[once].astype(np.uint64), g.to[once].astype(np.uint64))
    return networkit.GraphFromCoo((g.weight[once], ends), n=g.size, weighted=True, directed=False)


def said(values) -> str:
    """What must agree: the sum."""
    return f"sum {float(np.nansum(values)):.3f}"

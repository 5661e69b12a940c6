"""Every triangle of a graph met once, adding to its three ties what Burt's measures need."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small


@njit(cache=True, nogil=True)
def triangles(start: Ints, to: Ints, weight: Reals, inverse: Reals, sums: Reals, corners: Ints) -> None:
    """For each tie (i, j) the sums over common partners q of w_iq w_jq / s_q and of w_iq w_jq.

    Ties run from lower to higher index, nodes sorted by rising degree: then few ties leave any node, and the
    walk is short (Latapy 2008, doi 10.1016/j.tcs.2008.07.017). ``inverse``: 1 / s; fills ``sums``, shape
    (ties, 2), and ``corners``, the number of triangles at each node, both from zeros.
    """
    mark = np.zeros(start.size - 1, np.int64)
    for u in range(start.size - 1):
        for e in range(start[u], start[u + 1]):
            mark[to[e]] = e + 1
        for e in range(start[u], start[u + 1]):
            v, near = to[e], weight[e]
            by_v, by_u = near * inverse[v], near * inverse[u]
            divided, plain, met = 0.0, 0.0, 0
            for f in range(start[v], start[v + 1]):
                g = mark[to[f]] - 1
                if g < 0:
                    continue
                wu, wv = weight[g], weight[f]
                divided += wu * wv * inverse[to[f]]
                plain += wu * wv
                sums[g, 0] += by_v * wv
                sums[g, 1] += near * wv
                sums[f, 0] += by_u * wu
                sums[f, 1] += near * wu
                corners[to[f]] += 1
                met += 1
            sums[e, 0] += divided
            sums[e, 1] += plain
            corners[u] += met
            corners[v] += met
        for e in range(start[u], start[u + 1]):
            mark[to[e]] = 0


@njit(cache=True, nogil=True)
def count_triangles(start: Ints, to: Small) -> int:
    """Number of triangles of a symmetric graph (CSR, neighbours ascending), each met once from its lowest node."""
    found = 0
    for low in range(start.size - 1):
        for i in range(start[low], start[low + 1]):
            middle = to[i]
            if middle <= low:
                continue
            # Common neighbours above both, by walking the two ascending rows together.
            one, other = i + 1, start[middle]
            while one < start[low + 1] and other < start[middle + 1]:
                if to[one] == to[other]:
                    found += 1
                    one += 1
                    other += 1
                elif to[one] < to[other]:
                    one += 1
                else:
                    other += 1
    return found

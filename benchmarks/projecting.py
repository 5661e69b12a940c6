"""Pairs of a year's attendances: Pumasi's projection beside GraphBLAS, scipy and DuckDB.

Each function prepares what may be prepared (imports, compilation) and returns the run that is timed: from
opening the file to finished pairs with their weights.
"""

from collections.abc import Callable

import numpy as np
import pyarrow.parquet as pq

from pumasi.engine.network.incidence import Incidence, incidence

Run = Callable[[], str]


def read(path: str, by: str) -> Incidence:
    """The attendance file as an incidence: the same first step for everyone but DuckDB."""
    table = pq.read_table(path, columns=["gathering", by])
    return incidence(table["gathering"].to_numpy(), table[by].to_numpy())


def said(pairs: int, weight: float) -> str:
    """What must agree."""
    return f"{pairs:,} pairs, weight {weight:,.1f}"


def pumasi(path: str, by: str) -> Run:
    """The engine's own."""
    from pumasi.engine.commands import project  # late: only where asked
    from pumasi.engine.commands.project import warm  # late: only where asked

    warm()

    def run() -> str:
        found = project(path, by=by)
        return said(int(found["pairs"]), float(found["weight_sum"]))

    return run


def scipy(path: str, by: str) -> Run:
    """The sparse product of the incidence with itself, upper half."""
    from scipy.sparse import csr_array, triu  # late: only where asked

    def run() -> str:
        inc = read(path, by)
        shape = (inc.sizes.size, inc.participants.size)
        share = np.where(inc.sizes > 1, 1 / np.maximum(inc.sizes - 1, 1), 0)
        plain = csr_array((np.ones(inc.member.size), inc.member, inc.start), shape=shape)
        shared = csr_array((share[inc.gathering_of], inc.member, inc.start), shape=shape)
        pairs = triu(plain.T @ shared, k=1)
        pairs.data = pairs.data[pairs.data > 0]
        return said(pairs.data.size, pairs.data.sum())

    return run


def graphblas(path: str, by: str) -> Run:
    """The same product in SuiteSparse:GraphBLAS, masked to the upper half."""
    import graphblas as gb  # late: only where asked

    gb.init("suitesparse", blocking=True)

    def run() -> str:
        inc = read(path, by)
        share = np.where(inc.sizes > 1, 1 / np.maximum(inc.sizes - 1, 1), 0)
        rows, n = inc.gathering_of.astype(np.uint64), inc.participants.size
        size = (inc.sizes.size, n)
        matrix = gb.Matrix.from_coo(rows, inc.member, share[inc.gathering_of], nrows=size[0], ncols=n)
        ones = gb.Matrix.from_coo(rows, inc.member, np.ones(inc.member.size), nrows=size[0], ncols=n)
        pairs = ones.T.mxm(matrix, gb.semiring.plus_times).new()
        upper = pairs.select("triu", 1).new().select("valuegt", 0.0).new()
        return said(upper.nvals, float(upper.reduce_scalar("plus").new().value))

    return run


def duckdb(path: str, by: str) -> Run:
    """One SQL statement: a self-join of the distinct attendances."""
    import duckdb as db  # late: only where asked

    query = f"""
        WITH present AS (SELECT DISTINCT gathering, {by} AS who FROM read_parquet(?)),
        size AS (SELECT gathering, count(*)::DOUBLE AS k FROM present GROUP BY gathering HAVING count(*) > 1),
        tied AS (
            SELECT a.who AS a, b.who AS b, sum(1 / (k - 1)) AS weight
            FROM present a JOIN present b ON a.gathering = b.gathering AND a.who < b.who
            JOIN size s ON s.gathering = a.gathering
            GROUP BY a.who, b.who
        )
        SELECT count(*), sum(weight) FROM tied"""  # noqa: S608 - the column comes from our own list

    def run() -> str:
        with db.connect() as connection:
            pairs, weight = connection.execute(query, [path]).fetchone()
        return said(pairs, weight)

    return run

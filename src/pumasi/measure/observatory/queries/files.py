"""A survey as open data: one row for each cluster and factor, from which every share can be computed again."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pumasi.kit.bilingual import read
from pumasi.kit.sheets import writer
from pumasi.measure.observatory.models import Survey
from pumasi.measure.observatory.queries.codes import codes_of

COLUMNS = [
    "survey",
    "cluster_ko",
    "cluster_en",
    "country",
    "led_by",
    "source",
    "factor",
    "factor_ko",
    "factor_en",
    "named",
    "how",
]
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
Row = tuple[str | int | None, ...]


def rows_of(survey: Survey) -> Iterator[Row]:
    """`named` is 1, 0 or nothing (not settled yet); `how`: both coders agreed, a third settled it, or it is open.

    What clusters said in their own words is not among it: nobody was asked whether it may be published.
    """
    codes, factors = codes_of(survey), list(survey.factors.all())
    for one in survey.surveyed.all():
        for factor in factors:
            code = codes.stands(one.pk, factor.pk)
            how = (
                "settled"
                if (one.pk, factor.pk) in codes.settled
                else "agreed"
                if code is not None
                else "open"
            )
            yield (
                survey.slug, str(read(one, "name", "ko")), str(read(one, "name", "en")), one.country, one.lead, one.source,
                factor.key, str(read(factor, "name", "ko")), str(read(factor, "name", "en")),
                None if code is None else int(code), how,
            )  # fmt: skip


def written(survey: Survey, form: str) -> bytes:
    """The rows as CSV, XLSX or Parquet. Raises KeyError for another form."""
    return {"csv": _csv, "xlsx": _xlsx, "parquet": _parquet}[form](survey)


def _csv(survey: Survey) -> bytes:
    return writer.write_csv(COLUMNS, rows_of(survey))


def _xlsx(survey: Survey) -> bytes:
    return writer.write_xlsx(COLUMNS, rows_of(survey), sheet=survey.slug)


def _parquet(survey: Survey) -> bytes:
    import pyarrow as pa  # late: slow import
    import pyarrow.parquet as pq  # late: slow import

    types = [pa.int8() if name == "named" else pa.string() for name in COLUMNS]
    columns = list(zip(*rows_of(survey), strict=True)) or [()] * len(COLUMNS)
    table = pa.table(
        {name: pa.array(column, kind) for name, column, kind in zip(COLUMNS, columns, types, strict=True)}
    )
    kept = io.BytesIO()
    pq.write_table(table, kept)
    return kept.getvalue()

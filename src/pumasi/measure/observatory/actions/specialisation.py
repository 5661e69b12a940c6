"""Tables of people at work by industry, entered whole and taken out whole."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from pumasi.commons.members.models import Cluster
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.employment import Listed
from pumasi.measure.observatory.models import Employment, EmploymentTable
from pumasi.measure.observatory.schemes import SCHEMES


def enter(
    *, cluster: Cluster, year: int, scheme: str, listed: Listed, by: Any, **said: str
) -> EmploymentTable:
    """Enter the table of a year. `said`: region, whole and source in both languages, and the link.

    Raises Refused for an unknown classification, for a second table of the year, and where everybody at work cannot be known:
    some numbers are held back and no row tells the total, or the rows are more than the total.
    """
    if scheme not in SCHEMES:
        raise Refused("Choose the classification.", "산업분류를 선택해 주십시오.")
    here, there = _everybody(listed)
    try:
        with transaction.atomic():
            table = EmploymentTable.objects.create(
                cluster=cluster, year=year, scheme=scheme, all_here=here, all_there=there, by=by, **said
            )
            Employment.objects.bulk_create(Employment(table=table, **row) for row in listed.rows)
    except IntegrityError as why:
        raise Refused(
            "There is a table of {year} by {scheme} already. Take it out first.",
            "{year}년 {scheme} 표가 이미 있습니다. 먼저 그 표를 지워 주십시오.",
            year=str(year), scheme=scheme,
        ) from why  # fmt: skip
    return table


def _everybody(listed: Listed) -> tuple[int, int]:
    sums = [sum(row[what] or 0 for row in listed.rows) for what in ("here", "there")]
    if listed.everybody is None and any(row["here"] is None or row["there"] is None for row in listed.rows):
        raise Refused(
            "Some numbers are held back and no row gives the total, so shares cannot be known. Add a row “Total”.",
            "공개되지 않은 값이 있는데 합계 행이 없어 비중을 알 수 없습니다. ‘합계’ 행을 넣어 주십시오.",
        )
    here, there = listed.everybody or (sums[0], sums[1])
    if here < sums[0] or there < sums[1]:
        raise Refused(
            "The industries together are more people than the total. Look whether somebody is counted twice.",
            "산업별 종사자를 더하면 합계보다 많습니다. 두 번 세어진 사람이 없는지 확인해 주십시오.",
        )
    if here <= 0 or there < here:
        raise Refused(
            "The region has to have people at work, and the country at least as many.",
            "지역 종사자가 있어야 하고, 전국 종사자는 그 이상이어야 합니다.",
        )
    return here, there

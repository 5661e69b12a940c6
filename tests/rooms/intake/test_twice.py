"""The same member list twice changes nothing."""

from __future__ import annotations

import pytest

from fixtures import workbooks
from pumasi.commons.intake import bring_in, plan
from pumasi.commons.intake.run import member_sheet
from pumasi.commons.members.models import Batch, Organisation
from pumasi.kit import sheets
from pumasi.kit.sheets.columns import guess, mapping
from pumasi.kit.sheets.members import member_lines

pytestmark = pytest.mark.django_db


def test_the_same_list_twice_changes_nothing(given):
    cluster = given.cluster()
    sheet = member_sheet(sheets.read(workbooks.member_workbook(), "list.xlsx"))
    columns = mapping(guess(sheet))

    def once():
        rows = plan.plan(member_lines(sheet, columns), cluster=cluster)
        answers = {row.place: "same" for row in rows if row.verdict == "alike"}
        rows = plan.plan(member_lines(sheet, columns), cluster=cluster, answers=answers)
        return bring_in.bring_in(
            batch=Batch.objects.create(kind="members", cluster=cluster), cluster=cluster, rows=rows
        )

    assert once()["created"] == Organisation.objects.count() == 400
    again = once()
    assert (again["created"], again["changed"]) == (0, 0)

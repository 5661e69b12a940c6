"""Writes many rows at once by COPY: five to ten times faster than INSERT for wide tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)


def copy_in(rows: Sequence[M]) -> Sequence[M]:
    """Insert unsaved rows of one model and give them their ids; columns with a database default are left to it.

    Triggers fire and constraints hold as with INSERT; `save` and Django's signals do not run.
    """
    if not rows:
        return rows
    meta = type(rows[0])._meta  # noqa: SLF001
    fields = [field for field in meta.local_concrete_fields if not field.has_db_default()]
    _number(rows, meta)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.connection.cursor() as raw,
        raw.copy(f'COPY "{meta.db_table}" ({columns}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row([_value(field, row) for field in fields])
    return rows


def copy_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert plain rows of the named fields, for hundreds of thousands that nobody asks the ids of."""
    meta = model._meta  # noqa: SLF001
    columns = ", ".join(f'"{meta.get_field(name).column}"' for name in fields)  # type: ignore[union-attr]
    with (
        connection.cursor() as cursor,
        cursor.connection.cursor() as raw,
        raw.copy(f'COPY "{meta.db_table}" ({columns}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _number(rows: Sequence[models.Model], meta: Any) -> None:
    """Take ids from the table's own sequence, so that other writers are not disturbed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [meta.db_table, meta.pk.column, len(rows)],
        )
        for row, (number,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = number
            row._state.adding = False  # noqa: SLF001


def _value(field: Any, row: models.Model) -> Any:
    value = field.pre_save(row, add=True)
    if isinstance(field, models.JSONField):
        return json.dumps(value, ensure_ascii=False)
    return field.get_prep_value(value) if isinstance(value, str) else value

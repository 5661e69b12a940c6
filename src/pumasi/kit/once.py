"""Inserting what is there once at most, in one statement: no look before, no savepoint around."""

from __future__ import annotations

from django.db import models
from django.db.models.constants import OnConflict


def insert_once(row: models.Model) -> bool:
    """Insert an unsaved row and give it its id, unless a unique column or constraint says that it is there; say whether.

    Triggers fire; `save` and Django's signals do not run.
    """
    meta = type(row)._meta  # noqa: SLF001
    fields = [field for field in meta.local_concrete_fields if not field.primary_key]
    (found,) = type(row)._base_manager._insert(  # type: ignore[attr-defined]  # noqa: SLF001
        [row], fields=fields, returning_fields=[meta.pk], on_conflict=OnConflict.IGNORE
    )
    if found is None:
        return False
    row.pk = found[0]
    row._state.adding, row._state.db = False, "default"  # noqa: SLF001
    return True

"""Lines and their parts. Nothing is changed or deleted here: a correction is a new line."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.db import models
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from pumasi.commons.ledger import words
from pumasi.kit.bilingual import Bilingual


class TransactionId(models.Field):  # type: ignore[type-arg]
    """A column of PostgreSQL's type xid8: the id of the transaction that wrote the row."""

    def db_type(self, connection: Any) -> str:  # noqa: ARG002
        """Name the type; 64 bits, so it never wraps around."""
        return "xid8"

    def from_db_value(self, value: Any, *_: Any) -> int | None:
        """Read xid8, which the driver hands over as text."""
        return None if value is None else int(value)

    def get_prep_value(self, value: Any) -> Any:
        """Write as text, which PostgreSQL casts; integers have no cast to xid8."""
        return value if value is None or hasattr(value, "resolve_expression") else str(value)


# An undone import and the sample cluster leave without a trace; all other change is refused by the database.
_ERASING = "current_setting('pumasi.erasing', true) IS DISTINCT FROM 'on'"


def _append_only(name: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=f"""
            IF {_ERASING} THEN
                RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """,
    )


class Line(models.Model):
    """A fact as some room told it: `source` names the fact, `revision` how often it was told differently."""

    class Stage(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HAPPENED = "happened", _("Happened")

    class Visibility(models.TextChoices):
        PUBLIC = "public", _("Everyone")
        MEMBERS = "members", _("Members")
        MANAGERS = "managers", _("Managers only")
        CONFIDENTIAL = "confidential", _("Only those who took part")

    source = models.CharField(max_length=120)
    revision = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=40)
    cluster = models.ForeignKey("members.Cluster", null=True, on_delete=models.PROTECT, related_name="lines")
    host = models.ForeignKey(
        "members.Organisation", null=True, on_delete=models.PROTECT, related_name="hosted_lines"
    )
    series = models.CharField(max_length=120, blank=True)
    title = Bilingual(max_length=300)
    place = Bilingual(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    zone = models.CharField(max_length=60, default="Asia/Seoul")
    stage = models.CharField(max_length=8, choices=Stage.choices)
    basis = models.CharField(max_length=60, blank=True)
    visibility = models.CharField(max_length=12, choices=Visibility.choices)
    origin = models.CharField(max_length=120, blank=True)
    batch = models.ForeignKey("members.Batch", null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    transaction = TransactionId(db_default=RawSQL("pg_current_xact_id()", ()), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "revision"], name="line_told_once"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")), name="line_ends_after_it_starts"
            ),
        ]
        indexes = [
            models.Index(fields=["transaction", "id"], name="line_by_transaction"),
            models.Index(fields=["origin"], name="line_by_origin", condition=~models.Q(origin="")),
            models.Index(fields=["cluster", "starts_at"], name="line_of_cluster"),
            models.Index(fields=["batch"], name="line_of_batch", condition=models.Q(batch__isnull=False)),
        ]
        triggers = [_append_only("line_append_only")]

    @property
    def kind_label(self) -> str:
        """What kind of fact it is, in the reader's language."""
        return words.kind_label(self.kind)

    @property
    def basis_label(self) -> str:
        """What the line rests on, in the reader's language."""
        return words.basis_label(self.basis)


class Part(models.Model):
    """Somebody's part in a line. Weight 0 in a later revision takes it back."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="parts")
    organisation = models.ForeignKey(
        "members.Organisation", null=True, on_delete=models.PROTECT, related_name="parts"
    )
    person = models.ForeignKey("members.Person", null=True, on_delete=models.PROTECT, related_name="parts")
    group = models.CharField(max_length=80, blank=True)
    weight = models.FloatField(default=1.0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["line", "organisation", "person", "group"],
                nulls_distinct=False,
                name="part_once_a_line",
            ),
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | models.Q(person__isnull=False),
                name="part_of_somebody",
            ),
            models.CheckConstraint(condition=models.Q(weight__gte=0), name="part_weight_not_negative"),
        ]
        triggers = [_append_only("part_append_only")]


class Erased(models.Model):
    """A fact that left the book with its import: kept only until the readers have heard of it."""

    source = models.CharField(max_length=120)
    transaction = TransactionId(db_default=RawSQL("pg_current_xact_id()", ()), editable=False)

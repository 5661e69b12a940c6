"""Questions that pages put to the database in the same words each time: written once, then only their values change.

Django writes the statement of a query anew for each reader, which for a small table takes longer than the answer.

    agenda = Worded(lambda event: AgendaItem.objects.filter(event=event), event=int)
    agenda(event=7)  # what list(AgendaItem.objects.filter(event=7)) gives

The question may name foreign keys to fetch along (`select_related`), add columns (`annotate`) or give tuples (`values_list`); its words must not
depend on its values: no `None`, slices of one fixed length only (see `Start`), and lists as one value (see `Several`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import DateTimeField, Field, ForeignKey, Func, Lookup, QuerySet, Value
from django.db.models.query import ValuesListIterable, get_related_populators
from psycopg.sql import Literal

R = TypeVar("R")
Read = Callable[[list[tuple[Any, ...]]], list[Any]]


class Start(int):
    """The kind of the value that a slice of fixed length begins at: `asked[start : start + 20]`."""


class Several(tuple[Any, ...]):
    """The kind of a list of values: `filter(facility__any=several)`. However many there are, the words stay the same."""

    __slots__ = ()


Kind = int | str | date | Several  # a datetime is a date


@ForeignKey.register_lookup
@Field.register_lookup
class AnyOf(Lookup):  # type: ignore[type-arg]  # Django's own takes no argument
    """`field = ANY(list)`: what `__in` says, with one parameter for all values."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Write it; psycopg makes an array of a list."""
        words, given = self.process_lhs(compiler, connection)
        several = self.rhs if isinstance(self.rhs, Several) else list(self.rhs)
        return f"{words} = ANY(%s)", (*given, several)


def stretch(start: datetime, end: datetime | None) -> Func:
    """Time from `start` up to, not including, `end`, or without one: `filter(period__overlap=stretch(start, end))`."""
    ends = (Value(at, output_field=DateTimeField()) for at in (start, end))
    return Func(*ends, function="tstzrange", output_field=DateTimeRangeField())


@dataclass(frozen=True)
class _Statement:
    """The words, what stands in their places (a name where a value goes), and how rows are read."""

    sql: str
    names: list[str]
    read: Read


class Worded(Generic[R]):
    """A question whose statement is written when it is first asked."""

    def __init__(self, ask: Callable[..., QuerySet[Any, R]], **kinds: type[Kind]) -> None:
        """`ask` makes the query from values of the given kinds."""
        self._ask = ask
        self._marks = {name: _mark(kind, n) for n, (name, kind) in enumerate(kinds.items())}
        self._statement: _Statement | None = None

    def __call__(self, **values: Kind | list[Any]) -> list[R]:
        """Ask it."""
        statement = self._statement or self._write()
        return statement.read(_asked(statement.sql, [values[name] for name in statement.names]))

    def one(self, **values: Kind | list[Any]) -> R | None:
        """The first answer, or None."""
        return next(iter(self(**values)), None)

    def _write(self) -> _Statement:
        query = self._ask(**self._marks)
        compiler = query.query.get_compiler(connection=connection)
        sql, given = compiler.as_sql()
        names = {mark: name for name, mark in self._marks.items()}
        begins = [name for name, mark in self._marks.items() if isinstance(mark, Start)]
        for name in begins:  # Django writes it into the words; it stands at their end
            sql = sql.replace(f"OFFSET {self._marks[name]}", "OFFSET %s")
        places = [(names.get(one, "") if isinstance(one, Kind) else "", one) for one in given]
        places += [(name, None) for name in begins]
        if missing := set(self._marks) - {name for name, _ in places}:
            raise LookupError(f"the question does not use {sorted(missing)}")
        sql = _filled(sql, ["%s" if name else _written(constant) for name, constant in places])
        self._statement = _Statement(sql, [name for name, _ in places if name], _reader(query, compiler))
        return self._statement


def _written(constant: Any) -> str:
    """A value that never changes, as words: the database then knows its type, and it is not sent each time."""
    connection.ensure_connection()
    return Literal(constant).as_string(connection.connection).replace("%", "%%")


def _filled(sql: str, words: list[str]) -> str:
    """`sql` with the words in its places; a per cent sign that is meant as one stays doubled."""
    one_by_one = iter(words)
    return re.sub(r"%[%s]", lambda found: "%%" if found[0] == "%%" else next(one_by_one), sql)


def _asked(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    """Rows of a question whose values are sent apart from its words, so that the database plans it once for a connection.

    What wraps statements that write (history, ignored triggers) is passed by: it puts words before them, which a prepared
    statement does not allow. Where statements are logged, Django's own cursor writes the values into the words.
    """
    if connection.queries_logged:
        with connection.cursor() as logged:
            logged.execute(sql, values)
            return logged.fetchall()
    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    with connection.wrap_database_errors, ServerBindingCursor(connection.connection) as cursor:  # type: ignore[call-arg, attr-defined]
        cursor.execute(sql, values)
        return cursor.fetchall()  # type: ignore[no-any-return]


def _mark(kind: type[Kind], n: int) -> Kind:
    """What no value of a table looks like, so that its place is found again among the parameters."""
    if kind is Start:
        return Start(1_900_000_000 + n)
    if issubclass(kind, Several):
        return Several([n])
    if kind is int:
        return -1_900_000_000 - n
    if kind is datetime:
        return datetime(1, 1, 1 + n, tzinfo=UTC)
    return date(1, 1, 1 + n) if kind is date else f"\ue000{n}\ue000"


def _reader(query: QuerySet[Any, Any], compiler: Any) -> Read:
    """How the rows of a written query become what the query gives."""
    converters = compiler.get_converters([column for column, _, _ in compiler.select])

    def converted(rows: list[tuple[Any, ...]]) -> Iterable[Any]:
        return compiler.apply_converters(rows, converters) if converters else rows  # type: ignore[no-any-return]

    if issubclass(query._iterable_class, ValuesListIterable):  # type: ignore[attr-defined]  # noqa: SLF001
        return lambda rows: [tuple(row) for row in converted(rows)]
    shape, alias = compiler.klass_info, query.db
    first, last = shape["select_fields"][0], shape["select_fields"][-1] + 1
    names = [column.target.attname for column, _, _ in compiler.select[first:last]]
    annotated = list(compiler.annotation_col_map.items())
    related = get_related_populators(shape, compiler.select, alias)  # type: ignore[call-arg]  # the stubs are of a later Django

    def things(rows: list[tuple[Any, ...]]) -> list[Any]:
        found = []
        for row in converted(rows):
            thing = shape["model"].from_db(alias, names, row[first:last])
            for one in related:
                one.populate(row, thing)
            for name, place in annotated:
                setattr(thing, name, row[place])
            found.append(thing)
        return found

    return things

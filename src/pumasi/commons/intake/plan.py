"""What would become of each row of a member list: new, changed, the same, refused, or a look-alike to be asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit import names
from pumasi.kit.lookalikes import lookalikes, similarity
from pumasi.kit.sheets.members import MemberLine

SPELLING = 0.86
MATCHES = ("registration_number", "name")
COLUMNS = {
    "registration_number": "registration_number", "lei": "lei", "ror": "ror", "type": "kind", "web": "website",
    "phone": "phone", "country": "country",
}  # fmt: skip
TEXTS = ("address", "city", "sector")


@dataclass
class Planned:
    """One row: its values in the columns of an organisation, what would be done, and why."""

    place: str
    values: dict[str, Any]
    extras: dict[str, Any]
    verdict: str = "new"
    target: int | None = None
    twin: int | None = None
    score: float = 0.0
    # The two names that were compared last, and what a person said of them.
    pair: str = ""
    said: str = ""
    problem_en: str = ""
    problem_ko: str = ""
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name as it stands in the row."""
        return str(self.values.get("name_ko") or self.values.get("name_en") or "")

    @property
    def city(self) -> str:
        """The place as it stands in the row."""
        return str(self.values.get("city_ko") or self.values.get("city_en") or "")

    @property
    def key(self) -> str:
        """The normalised name that rows are matched by."""
        return names.key(self.name)


def is_korean(text: str) -> bool:
    """Say whether the text has Hangul in it."""
    return any("가" <= letter <= "힣" for letter in text)


def columns_of(line: MemberLine) -> tuple[dict[str, Any], dict[str, Any]]:
    """Split a row's values into an organisation's columns and what belongs to its relation, contact and listings."""
    given = dict(line.values)
    values: dict[str, Any] = {COLUMNS[name]: given.pop(name) for name in list(given) if name in COLUMNS}
    for name in ("name_ko", "name_en"):
        if given.get(name):
            values[name] = str(given.pop(name))
    if given.get("name"):
        text = str(given.pop("name"))
        values.setdefault("name_ko" if is_korean(text) or "name_en" in values else "name_en", text)
    for name in TEXTS:
        if given.get(name):
            text = str(given.pop(name))
            values[f"{name}_{'ko' if is_korean(text) else 'en'}"] = text
    if given.get("employees"):
        values["employees"] = str(given.pop("employees"))
    return values, given


def plan(
    lines: Iterable[MemberLine],
    *,
    cluster: Cluster,
    match: tuple[str, ...] = MATCHES,
    answers: Mapping[str, str] | None = None,
) -> list[Planned]:
    """Plan every row against the cluster's organisations and the rows before it. Reads only."""
    known = list(members.of_cluster(cluster, "managers"))
    rows = [_planned(line) for line in lines]
    _match(rows, known, match, answers or {})
    _look_alikes(rows, known, answers or {})
    return rows


def _planned(line: MemberLine) -> Planned:
    values, extras = columns_of(line)
    row = Planned(line.place.text("ko"), values, extras)
    row.problem_en = " ".join(f"{p.wrong.en} {p.remedy.en}" for p in line.problems)
    row.problem_ko = " ".join(f"{p.wrong.ko} {p.remedy.ko}" for p in line.problems)
    if line.refused:
        row.verdict = "refused"
    return row


def _match(
    rows: list[Planned], known: list[Organisation], match: tuple[str, ...], answers: Mapping[str, str]
) -> None:
    """Match by the chosen keys, the surest first: known organisations, then earlier rows of the same file."""
    by_number = (
        {o.registration_number: o for o in known if o.registration_number}
        if "registration_number" in match
        else {}
    )
    by_name = {o.name_key: o for o in known if o.name_key} if "name" in match else {}
    seen: dict[tuple[str, str], int] = {}
    for index, row in enumerate(rows):
        if row.verdict == "refused":
            continue
        number = row.values.get("registration_number") or ""
        target = by_number.get(number) or by_name.get(row.key)
        if target and number and target.registration_number and number != target.registration_number:
            target = None  # the same name under another number is another organisation
        if target:
            _against(row, target, answers)
        for kind, key in (("number", number), ("name", row.key)):
            if not key or (kind == "name" and "name" not in match):
                continue
            earlier = seen.setdefault((kind, key), index)
            if earlier != index and row.verdict == "new" and _same_number(rows[earlier], row):
                row.verdict, row.twin = "repeat", earlier


def _same_number(first: Planned, second: Planned) -> bool:
    one, two = first.values.get("registration_number"), second.values.get("registration_number")
    return not one or not two or one == two


def _against(row: Planned, target: Organisation, answers: Mapping[str, str]) -> None:
    """Compare with a known organisation: empty cells never overwrite, differing ones are changes."""
    row.target = target.pk
    row.changes = {
        name: value
        for name, value in row.values.items()
        if value not in (None, "") and str(getattr(target, name)) != str(value)
    }
    settled = answers.get(f"{row.key}={target.name_key}") == "same"
    if settled or names.key(str(row.changes.get("name_ko", ""))) == target.name_key:
        row.changes.pop("name_ko", None)  # another spelling of the same name is no news
    for name in ("name_ko", "name_en"):
        old, new = str(getattr(target, name) or ""), str(row.changes.get(name) or "")
        if old and new and similarity(old, new).score >= SPELLING:
            row.changes.pop(name)  # matched by number, spelled a little otherwise: the name stays as it is
    row.verdict = "changed" if row.changes else "same"


def _look_alikes(rows: list[Planned], known: list[Organisation], answers: Mapping[str, str]) -> None:
    """Ask about new rows whose name is nearly that of a known organisation or of an earlier row."""
    fresh = [i for i, row in enumerate(rows) if row.verdict == "new"]
    texts = [o.name_ko or o.name_en for o in known]  # type: ignore[attr-defined]
    texts += [rows[i].values.get("name_ko") or rows[i].values.get("name_en") for i in fresh]
    for pair in lookalikes(texts):
        if pair.second < len(known):
            continue
        row = rows[fresh[pair.second - len(known)]]
        if row.verdict != "new" or _told_apart(row, pair.first, known, rows, fresh):
            continue
        other = (
            known[pair.first].name_key
            if pair.first < len(known)
            else rows[fresh[pair.first - len(known)]].key
        )
        row.pair = f"{row.key}={other}"
        row.said = answers.get(row.place) or answers.get(row.pair, "")
        _ask(row, pair, known, fresh)


def _told_apart(
    row: Planned, first: int, known: list[Organisation], rows: list[Planned], fresh: list[int]
) -> bool:
    """Two different registration numbers settle it."""
    number = row.values.get("registration_number")
    other = (
        known[first].registration_number
        if first < len(known)
        else rows[fresh[first - len(known)]].values.get("registration_number")
    )
    return bool(number and other and number != other)


def _ask(row: Planned, pair: Any, known: list[Organisation], fresh: list[int]) -> None:
    if row.said == "different":
        return
    if pair.first < len(known):
        row.target = known[pair.first].pk
    else:
        row.twin = fresh[pair.first - len(known)]
    row.score = round(pair.score, 3)
    row.problem_en = row.problem_en or pair.reason.en
    row.problem_ko = row.problem_ko or pair.reason.ko
    row.verdict = "alike_same" if row.said == "same" else "alike"


def counts(rows: list[Planned]) -> dict[str, int]:
    """How many rows of each verdict."""
    verdicts = ("new", "changed", "same", "repeat", "alike", "alike_same", "refused")
    return {verdict: sum(row.verdict == verdict for row in rows) for verdict in verdicts}

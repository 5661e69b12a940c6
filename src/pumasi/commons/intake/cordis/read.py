"""Reading a CORDIS download: checked as a whole before anything is written."""

from __future__ import annotations

import csv
import io
import math
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import IO

from pumasi.kit.refused import Refused

PROJECT_COLUMNS = {"id", "startDate", "endDate"}
ORGANISATION_COLUMNS = {"projectID", "organisationID", "name", "activityType", "country", "role"}
# CORDIS says UK and EL where ISO 3166 says GB and GR.
COUNTRY = {"UK": "GB", "EL": "GR"}
KIND = {
    "PRC": "company",
    "HES": "university",
    "REC": "research_institute",
    "PUB": "public_body",
    "OTH": "other",
}
KIND_NAME = {
    "PRC": "company",
    "HES": "university",
    "REC": "research body",
    "PUB": "public body",
    "OTH": "organisation",
}
EARTH_KM = 6371.0

Tell = Callable[[int, int], None]


@dataclass(slots=True)
class Project:
    """A project as downloaded: its days and what it is about."""

    pk: str
    start: date
    end: date
    title: str
    topic: str


@dataclass(slots=True)
class Body:
    """An organisation as downloaded; `latitude` and `longitude` are of its town, in degrees."""

    pk: str
    name: str
    short_name: str
    activity: str
    country: str
    city: str
    latitude: float | None
    longitude: float | None
    website: str
    cluster: int | None = None


@dataclass
class Download:
    """All of it: projects and organisations by id, and who took part in what in which role."""

    projects: dict[str, Project] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(slots=True)
class Circle:
    """A cluster on the map: everything of its country within the radius."""

    name: str
    country: str
    latitude: float
    longitude: float
    radius_km: float


def _refuse(file: str, row: int, what: tuple[str, str], todo: tuple[str, str]) -> Refused:
    return Refused(
        "{file}, row {row}: {en} {todo_en}",
        "{file} {row}행: {ko} {todo_ko}",
        file=file, row=row, en=what[0], ko=what[1], todo_en=todo[0], todo_ko=todo[1],
    )  # fmt: skip


AGAIN = ("Download the file again.", "파일을 다시 내려받아 주십시오.")


def _opened(place: Path, name: str) -> IO[bytes]:
    """Open one file of the download, from a folder or from a zip."""
    try:
        if place.is_dir():
            return (place / name).open("rb")
        archive = zipfile.ZipFile(place)
        inside = next((entry for entry in archive.namelist() if entry.rpartition("/")[2] == name), None)
        if inside is None:
            raise FileNotFoundError(name)
        return archive.open(inside)
    except FileNotFoundError:
        raise Refused(
            "{place} holds no {name}. Choose the official CORDIS download (project.csv and organization.csv).",
            "{place}에 {name} 파일이 없습니다. CORDIS 공식 내려받기 파일(project.csv, organization.csv)을 선택해 주십시오.",
            place=place.name, name=name,
        ) from None  # fmt: skip
    except zipfile.BadZipFile:
        raise Refused(
            "{place} is cut off or not a zip file. Download it again.",
            "{place} 파일이 잘렸거나 ZIP 파일이 아닙니다. 다시 내려받아 주십시오.",
            place=place.name,
        ) from None


def _rows(place: Path, name: str, needed: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows with their line numbers; a wrong delimiter, encoding or a cut-off file is told with its place."""
    row = 1
    try:
        with _opened(place, name) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
            first = text.readline()
            if ";" not in first:
                raise _wrong_header(name, [first], needed)
            reader = csv.reader(chain([first], text), delimiter=";", quotechar='"', strict=True)
            header = next(reader, [])
            if not needed <= set(header):
                raise _wrong_header(name, header, needed)
            for cells in reader:
                row = reader.line_num
                if len(cells) != len(header):
                    raise _refuse(
                        name, row,
                        (f"{len(cells)} columns instead of {len(header)}.", f"열이 {len(header)}개가 아니라 {len(cells)}개입니다."),
                        ("Check the quotes and semicolons of that row.", "그 행의 따옴표와 쌍반점을 확인해 주십시오."),
                    )  # fmt: skip
                yield row, dict(zip(header, cells, strict=True))
    except UnicodeDecodeError:
        raise _refuse(
            name, row + 1, ("the text is not UTF-8.", "UTF-8 문자가 아닙니다."),
            ("Save the file as UTF-8, or bring a list of your own in under “Import members”.",
             "UTF-8로 저장하시거나, 자체 목록은 ‘기업·기관 목록 불러오기’를 이용해 주십시오."),
        ) from None  # fmt: skip
    except (csv.Error, EOFError, zipfile.BadZipFile, zipfile.zlib.error):  # type: ignore[attr-defined]
        raise _refuse(
            name,
            row + 1,
            ("the file is cut off or damaged here.", "파일이 여기에서 잘렸거나 손상되었습니다."),
            AGAIN,
        ) from None


def _wrong_header(name: str, header: list[str], needed: set[str]) -> Refused:
    if len(header) <= 2 and any(sign in "".join(header) for sign in ",\t|"):
        return _refuse(
            name, 1, ("the columns are not separated by semicolons.", "열이 쌍반점(;)으로 나뉘어 있지 않습니다."),
            ("Use the file as CORDIS offers it.", "CORDIS에서 받은 파일을 그대로 사용해 주십시오."),
        )  # fmt: skip
    missing = ", ".join(sorted(needed - set(header)))
    return _refuse(
        name, 1, (f"these columns are missing: {missing}.", f"다음 열이 없습니다: {missing}."), AGAIN
    )


def _number(text: str, file: str, row: int, column: str) -> float | None:
    """A number with a decimal comma or point; empty is none."""
    if not text.strip():
        return None
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise _refuse(
            file, row, (f"“{text}” in column {column} is not a number.", f"{column} 열의 값이 숫자가 아닙니다: “{text}”."),
            ("Correct the cell or download the file again.", "칸을 고치시거나 파일을 다시 내려받아 주십시오."),
        ) from None  # fmt: skip


def _day(text: str, file: str, row: int, column: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise _refuse(
            file, row, (f"“{text}” in column {column} is not a date.", f"{column} 열의 값이 날짜가 아닙니다: “{text}”."),
            ("Write it as 2016-03-31.", "2016-03-31과 같이 적어 주십시오."),
        ) from None  # fmt: skip


def read(place: Path, tell: Tell) -> Download:
    """Read the whole download. Nothing is written before all of it could be read."""
    if not place.exists():
        raise Refused("There is no file {place}.", "{place} 파일이 없습니다.", place=place.name)
    found = Download()
    for row, cells in _rows(place, "project.csv", PROJECT_COLUMNS):
        _number(cells.get("totalCost", ""), "project.csv", row, "totalCost")
        _number(cells.get("ecMaxContribution", ""), "project.csv", row, "ecMaxContribution")
        start = _day(cells["startDate"], "project.csv", row, "startDate")
        end = _day(cells["endDate"], "project.csv", row, "endDate") if cells["endDate"] else start
        title = cells.get("title") or cells.get("acronym") or cells.get("topics") or ""
        found.projects[cells["id"]] = Project(
            cells["id"], start, max(start, end), title[:300], cells.get("legalBasis", "")
        )
    for row, cells in _rows(place, "organization.csv", ORGANISATION_COLUMNS):
        _take_part(found, row, cells)
        if row % 5_000 == 0:
            tell(row, 100_000)
    return found


def _take_part(found: Download, row: int, cells: dict[str, str]) -> None:
    project, pk = cells["projectID"], cells["organisationID"]
    if project not in found.projects:
        raise _refuse(
            "organization.csv",
            row,
            (f"project {project} is not in project.csv.", f"project.csv에 {project} 과제가 없습니다."),
            AGAIN,
        )
    _number(cells.get("ecContribution", ""), "organization.csv", row, "ecContribution")
    if pk not in found.bodies:
        found.bodies[pk] = _body(pk, row, cells)
    found.parts.setdefault(project, {})[pk] = cells["role"]


def _body(pk: str, row: int, cells: dict[str, str]) -> Body:
    latitude, longitude = _place(cells.get("geolocation", ""), row)
    country = COUNTRY.get(cells["country"], cells["country"])
    activity = cells["activityType"]
    name = (
        cells["name"].strip() or f"Organisation {pk} ({KIND_NAME.get(activity, 'organisation')}, {country})"
    )
    return Body(
        pk, name[:300], cells.get("shortName", "")[:100], activity, country[:2], cells.get("city", "").title()[:100],
        latitude, longitude, cells.get("organizationURL", "")[:200],
    )  # fmt: skip


def _place(text: str, row: int) -> tuple[float | None, float | None]:
    if not text.strip():
        return None, None
    first, _comma, second = text.partition(",")
    return _number(first, "organization.csv", row, "geolocation"), _number(
        second, "organization.csv", row, "geolocation"
    )


def circles(place: Path) -> list[Circle]:
    """Read clusters as circles: name, country, lat, lon, radius_km."""
    found = []
    with place.open(encoding="utf-8-sig", newline="") as text:
        for row, cells in enumerate(csv.DictReader(text), start=2):
            try:
                country = COUNTRY.get(cells["country"], cells["country"])
                found.append(
                    Circle(
                        cells["name"],
                        country,
                        float(cells["lat"]),
                        float(cells["lon"]),
                        float(cells["radius_km"]),
                    )
                )
            except (KeyError, TypeError, ValueError):
                raise _refuse(
                    place.name, row,
                    ("name, country, lat, lon or radius_km is missing or not a number.",
                     "name, country, lat, lon, radius_km 중 빠졌거나 숫자가 아닌 값이 있습니다."),
                    ("Correct the row.", "그 행을 고쳐 주십시오."),
                ) from None  # fmt: skip
    return found


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees (haversine, Earth radius 6,371 km)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    inner = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(inner))


def place_in_clusters(found: Download, clusters: list[Circle]) -> None:
    """Put each organisation into the nearest cluster of its own country within the radius."""
    for body in found.bodies.values():
        if body.latitude is None or body.longitude is None:
            continue
        here = (body.latitude, body.longitude)
        near = [
            (distance, index)
            for index, circle in enumerate(clusters)
            if circle.country == body.country
            and (distance := distance_km(here, (circle.latitude, circle.longitude))) <= circle.radius_km
        ]
        body.cluster = min(near)[1] if near else None

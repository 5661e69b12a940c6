"""Lists of surveyed clusters as offices keep them, CSV, XLSX or pasted from a spreadsheet: read into rows, or told what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pumasi.kit.countries import code_of
from pumasi.kit.said import Said
from pumasi.kit.sheets import Problem, Row, shown
from pumasi.kit.sheets.named import named_rows
from pumasi.kit.sheets.vocabulary import index_of, plain_heading
from pumasi.measure.observatory.models import Surveyed

# A column's heading, in either language, by what stands below it.
HEADINGS = {
    "name_ko": "클러스터|클러스터명|국문|국문 이름|국문명|이름|name_ko|name in korean|korean name",
    "name_en": "cluster|cluster name|name|영문|영문 이름|영문명|name_en|name in english|english name",
    "country": "국가|나라|국가 코드|소재국|country|country code",
    "lead": "운영 주체|주도|운영|led by|lead",
    "said_ko": "응답|응답 원문|답변|국문 응답|said_ko|answer in korean",
    "said_en": "answer|response|영문 응답|said_en|answer in english",
}
LEADS = {
    "public": "공공기관 주도|공공|공공기관|정부|public|public body|led by a public body|government",
    "companies": "기업 주도|기업|민간|companies|company|private|led by companies",
    "": "알 수 없음|미상|-|–|unknown|not known",
}
MEANT = index_of(HEADINGS)
LED = index_of(LEADS)
LONGEST = {"name_ko": 200, "name_en": 200, "said_ko": 4000, "said_en": 4000}

NO_COLUMNS = Said(
    "There is no column for the cluster's name and country.", "클러스터 이름과 국가 열이 없습니다."
)
NAME_THEM = Said(
    "Write headings such as “Cluster” and “Country” above the columns.",
    "각 열 위에 ‘클러스터’, ‘국가’와 같은 제목을 써 주십시오.",
)
NO_NAME = Said("The cluster has no name.", "클러스터 이름이 없습니다.")
GIVE_NAME = Said("Give it a name in either language.", "한 언어로라도 이름을 적어 주십시오.")
NO_COUNTRY = "There is no country {text}.", "{text}: 없는 국가입니다."
GIVE_COUNTRY = Said(
    "Write the two-letter code (KR) or the name of the country.",
    "두 글자 코드(KR)나 국가 이름을 적어 주십시오.",
)
NO_LEAD = "It is not known who is meant by {text}.", "{text}: 알 수 없는 운영 주체입니다."
GIVE_LEAD = Said(
    "Write “companies” or “public body”, or leave the cell empty.",
    "‘기업’ 또는 ‘공공기관’이라고 적거나 비워 두십시오.",
)
TOO_LONG = "The text has more than {text} characters.", "{text}자를 넘습니다."
SHORTEN = Said("Shorten it.", "줄여 주십시오.")
TWICE = Said("The same cluster stands further up.", "같은 클러스터가 위에 있습니다.")
ONE_ROW = Said("Leave one of the rows.", "한 행만 남겨 주십시오.")


@dataclass
class Listed:
    """What a list says: the rows that can be entered, and what keeps others out."""

    rows: list[dict[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def listed(body: bytes, filename: str = "") -> Listed:
    """Read a list of clusters. Raises Refused for what is no table at all."""
    found, seen = Listed(), set[tuple[str, str]]()
    for one in named_rows(body, filename, meant=MEANT, needs=_enough, lacking=(NO_COLUMNS, NAME_THEM)):
        if isinstance(one, Problem):
            found.problems.append(one)
            continue
        row, told = one
        values = {what: shown(value).strip() for what, value in told.items()}
        wrong = list(_wrong(row, values, seen))
        found.problems += wrong
        found.rows += [] if wrong else [values]
    return found


def _enough(meant: set[str]) -> bool:
    """Say whether a row names the columns that are needed."""
    return "country" in meant and bool(meant & {"name_ko", "name_en"})


def _wrong(row: Row, values: dict[str, str], seen: set[tuple[str, str]]) -> Any:
    """What is wrong with a row; country and lead are put into the form that is kept."""
    name = (values.get("name_ko", ""), values.get("name_en", ""))
    if not any(name):
        yield Problem(row.place(), NO_NAME, GIVE_NAME, severe=True)
    elif name in seen:
        yield Problem(row.place(), TWICE, ONE_ROW, severe=True)
    seen.add(name)
    country, lead = values.get("country", ""), values.get("lead", "")
    if code := code_of(country):
        values["country"] = code
    else:
        yield Problem(row.place(), _said(NO_COUNTRY, country or "–"), GIVE_COUNTRY, severe=True)
    if not lead or plain_heading(lead) in LED:
        values["lead"] = LED[plain_heading(lead)] if lead else Surveyed.Lead.UNKNOWN.value
    else:
        yield Problem(row.place(), _said(NO_LEAD, lead), GIVE_LEAD, severe=True)
    for what, most in LONGEST.items():
        if len(values.get(what, "")) > most:
            yield Problem(row.place(), _said(TOO_LONG, f"{most:,}"), SHORTEN, severe=True)


def _said(pair: tuple[str, str], text: str) -> Said:
    return Said(*(one.format(text=text[:60]) for one in pair))

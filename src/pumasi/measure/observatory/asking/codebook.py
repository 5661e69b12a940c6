"""A version of the questions as DDI-Codebook 2.5 (DDI Alliance), the form in which data archives describe surveys: written, and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from pumasi.kit.bilingual import both, columns
from pumasi.kit.markup import language_of, parsed, text_of, written
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets import Problem
from pumasi.kit.sheets.cells import Place
from pumasi.measure.observatory.asking.answers import Kind
from pumasi.measure.observatory.asking.questions import KEY, Listed, plain
from pumasi.measure.observatory.asking.tables import cells_of, named
from pumasi.measure.observatory.models import Answer, Instrument, Question

DDI = "ddi:codebook:2_5"
# How DDI says what kind of answer a question takes.
RESPONSE_DOMAIN = {
    Kind.NUMBER: "numeric", Kind.MONEY: "numeric", Kind.ONE: "category", Kind.SCALE: "category", Kind.SEVERAL: "multiple",
    Kind.RANK: "multiple", Kind.TEXT: "text", Kind.FILE: "other",
}  # fmt: skip


def written_codebook(instrument: Instrument, questions: Sequence[Question]) -> bytes:
    """The version as DDI-Codebook 2.5: study, method, and a variable for each question with its words in both languages."""
    survey = instrument.survey
    book = ET.Element("codeBook", {"xmlns": DDI, "version": "2.5", "xml:lang": "ko"})
    study = ET.SubElement(book, "stdyDscr")
    title = ET.SubElement(ET.SubElement(study, "citation"), "titlStmt")
    _told(title, "titl", survey, "name", second="parTitl")
    ET.SubElement(title, "IDNo").text = f"{survey.slug}-v{instrument.number}"
    info = ET.SubElement(study, "stdyInfo")
    _told(info, "abstract", survey, "question")
    if survey.first_day or survey.last_day:
        days = ET.SubElement(info, "sumDscr")
        for event, day in (("start", survey.first_day), ("end", survey.last_day)):
            if day:
                ET.SubElement(
                    days, "collDate", {"event": event, "date": day.isoformat()}
                ).text = day.isoformat()
    _told(ET.SubElement(ET.SubElement(study, "method"), "dataColl"), "sampProc", survey, "selection")
    data = ET.SubElement(book, "dataDscr")
    for question in questions:
        if question.kind == Kind.TABLE:
            _grid(data, question)
        else:
            _variable(data, question)
    ET.indent(book)
    return written(book)


def _told(parent: ET.Element, tag: str, thing: Any, name: str, *, second: str = "") -> None:
    """A text in each language that has one."""
    for code, mark in (("ko", tag), ("en", second or tag)):
        if text := getattr(thing, f"{name}_{code}"):
            ET.SubElement(parent, mark, {"xml:lang": code}).text = text


def _grid(data: ET.Element, question: Question) -> None:
    """A table: a group of variables, one for each cell. Read back, each is a question of its own."""
    cells = [_of_cell(question, row, column) for row, column in cells_of(question)]
    group = ET.Element("varGrp", {
        "ID": f"G-{question.key}", "name": question.key, "type": "grid", "var": " ".join(f"V-{one.key}" for one in cells)
    })  # fmt: skip
    _told(group, "labl", question, "text")
    # The schema wants the groups before the variables.
    data.insert(len(data.findall("varGrp")), group)
    for one in cells:
        _variable(data, one)


def _of_cell(question: Question, row: Mapping[str, Any], column: Mapping[str, Any]) -> Question:
    """A cell as the question that it is."""
    number = bool(column.get("number"))
    words = {
        f"text_{code}": f"{text} – {named([row], code)[row['key']]}, {named([column], code)[column['key']]}"
        for code, text in zip(("ko", "en"), both(question, "text"), strict=True)
        if text
    }
    return Question(
        key=f"{question.key}.{row['key']}.{column['key']}", kind=Kind.NUMBER if number else Kind.TEXT, **words,
        **dict(zip(columns("section"), both(question, "section"), strict=True)), least=question.least, most=question.most,
    )  # fmt: skip


def _variable(data: ET.Element, question: Question) -> None:
    number = question.measures
    one = ET.SubElement(
        data,
        "var",
        {"ID": f"V-{question.key}", "name": question.key, "intrvl": "contin" if number else "discrete"},
    )
    _told(one, "labl", question, "text")
    asked = ET.SubElement(one, "qstn", {"responseDomainType": RESPONSE_DOMAIN[question.kind]})  # type: ignore[index]
    _told(asked, "preQTxt", question, "section")
    _told(asked, "qstnLit", question, "text")
    _told(asked, "ivuInstr", question, "help")
    if number and (question.least is not None or question.most is not None):
        bounds = {
            key: plain(value)
            for key, value in (("min", question.least), ("max", question.most))
            if value is not None
        }
        ET.SubElement(ET.SubElement(one, "valrng"), "range", bounds)
    for choice in question.choices:
        _category(one, choice["key"], choice, missing=False)
    for absent in (Answer.Absent.UNKNOWN, Answer.Absent.REFUSED):
        words = {
            "unknown": {"ko": "모름", "en": "Not known"},
            "refused": {"ko": "응답하지 않음", "en": "No answer wished"},
        }[absent]
        _category(one, absent, words, missing=True)
    ET.SubElement(one, "varFormat", {"type": "numeric" if number else "character"})


def _category(one: ET.Element, key: str, words: Any, *, missing: bool) -> None:
    category = ET.SubElement(one, "catgry", {"missing": "Y"} if missing else {})
    ET.SubElement(category, "catValu").text = key
    for code in ("ko", "en"):
        if words.get(code):
            ET.SubElement(category, "labl", {"xml:lang": code}).text = words[code]


def read_codebook(body: bytes, filename: str) -> Listed:
    """Read the variables of a DDI-Codebook as questions. Raises Refused for what is none."""
    book = parsed(body, filename)
    found, taken = Listed(), set[str]()
    variables = book.findall("{*}dataDscr/{*}var")
    if not variables:
        raise Refused(
            "{name} has no variable of a DDI codebook.",
            "{name}: DDI 코드북의 변수가 없습니다.",
            name=filename,
        )
    for number, variable in enumerate(variables, start=1):
        values = _question(variable, number)
        if values["key"] in taken or not (values["text_ko"] or values["text_en"]):
            wrong = Said(
                f"Variable {number} has no words, or a name that stands twice.",
                f"{number}번째 변수에 문항이 없거나 이름이 겹칩니다.",
            )
            found.problems.append(
                Problem(
                    Place(filename),
                    wrong,
                    Said("Put it right in the file.", "파일에서 고쳐 주십시오."),
                    severe=True,
                )
            )
            continue
        taken.add(values["key"])
        found.rows.append(values)
    return found


def _question(variable: Any, number: int) -> dict[str, Any]:
    name = re.sub(r"[^a-z0-9_-]+", "-", variable.get("name", "").lower()).strip("-_")[:40]
    asked = variable.find("{*}qstn")
    choices = [
        {"key": _text(one.find("{*}catValu"))[:40] or f"c{at}", **_words(one, "labl", 120)}
        for at, one in enumerate(variable.findall("{*}catgry"), start=1)
        if one.get("missing") != "Y"
    ]
    domain = asked.get("responseDomainType", "") if asked is not None else ""
    text = _words(asked, "qstnLit", 400) if asked is not None else {}
    bounds = variable.find("{*}valrng/{*}range")
    return {
        "key": name if KEY.fullmatch(name) else f"q{number}", "kind": _kind(domain, choices),
        **_both("text", text if any(text.values()) else _words(variable, "labl", 400)),
        **_both("section", _words(asked, "preQTxt", 120)), **_both("help", _words(asked, "ivuInstr", 400)), "choices": choices,
        "least": _bound(bounds, "min"), "most": _bound(bounds, "max"), "required": False, "only_if": "", "only_when": [],
    }  # fmt: skip


def _kind(domain: str, choices: list[Any]) -> str:
    if len(choices) > 1:
        return Kind.SEVERAL if domain == "multiple" else Kind.ONE
    return Kind.NUMBER if domain == "numeric" else Kind.TEXT


def _text(element: Any) -> str:
    return " ".join(text_of(element).split())


def _words(parent: Any, tag: str, most: int) -> dict[str, str]:
    """A text by language; one without a language stands for both that have none."""
    found = {"ko": "", "en": ""}
    for element in parent.findall(f"{{*}}{tag}") if parent is not None else []:
        language = language_of(element)
        for code in [language] if language in found else [code for code in found if not found[code]]:
            found[code] = _text(element)[:most]
    return found


def _both(name: str, words: dict[str, str]) -> dict[str, str]:
    return {f"{name}_{code}": text for code, text in words.items()}


def _bound(bounds: Any, name: str) -> Any:
    text = bounds.get(name, "") if bounds is not None else ""
    return Decimal(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None

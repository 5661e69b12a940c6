"""Identifiers of organisations and people: read, check digit, written form, and the reason if wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from pumasi.kit.refused import Refused
from pumasi.kit.said import Said

DASHES = re.compile(r"[\s\-‐‑‒–—―−－.]")
BUSINESS_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3)
ROR_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of an identifier: its bare value and written form, or the problem and the remedy.

    `certain` is False where the number may be right although its check digit is not.
    """

    scheme: str
    value: str
    formatted: str
    problem: Said | None = None
    remedy: Said | None = None
    certain: bool = True

    @property
    def ok(self) -> bool:
        """Whether the identifier can be kept as it is."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of identifier: its names, its shape, its check and its written form."""

    name: Said
    shape: Said
    pattern: re.Pattern[str]
    strip: re.Pattern[str]
    holds: Callable[[str], bool]
    write: Callable[[str], str]
    upper: bool = False
    certain: bool = True


def business_check_digit(nine: str) -> int:
    """Compute the tenth digit of a Korean business registration number (사업자등록번호) from the first nine.

    Weights 1 3 7 1 3 7 1 3 5; of the ninth product both digits count (National Tax Service's rule).
    """
    ninth = int(nine[8]) * 5
    total = sum(int(digit) * weight for digit, weight in zip(nine, BUSINESS_WEIGHTS, strict=False))
    return -(total + ninth + ninth // 10) % 10


def corporate_check_digit(twelve: str) -> int:
    """Compute the last digit of a corporate registration number (법인등록번호) from the first twelve.

    Weights 1 and 2 in turn. Numbers given by registries since 31 January 2025 carry no check digit.
    """
    return -sum(int(digit) * (1 + at % 2) for at, digit in enumerate(twelve)) % 10


def mod_97(text: str) -> int:
    """Take letters as 10 to 35 and give the remainder by 97 (ISO/IEC 7064, MOD 97-10); 1 is right."""
    return int("".join(str(int(sign, 36)) for sign in text)) % 97


def lei_check_digits(eighteen: str) -> str:
    """Compute the last two digits of a Legal Entity Identifier (ISO 17442)."""
    return f"{98 - mod_97(eighteen + '00'):02d}"


def orcid_check_sign(fifteen: str) -> str:
    """Compute the last sign of an ORCID iD (ISO/IEC 7064, MOD 11-2)."""
    total = 0
    for digit in fifteen:
        total = (total + int(digit)) * 2
    left = (12 - total % 11) % 11
    return "X" if left == 10 else str(left)


def ror_check_digits(six: str) -> str:
    """Compute the last two digits of a ROR id from the six signs after its leading zero (MOD 97-10)."""
    number = 0
    for sign in six:
        number = number * 32 + ROR_SIGNS.index(sign)
    return f"{98 - number * 100 % 97:02d}"


SCHEMES: dict[str, Scheme] = {
    "business_number": Scheme(
        Said("business registration number", "사업자등록번호"),
        Said("ten digits, such as 000-00-00000", "숫자 10자리(예: 000-00-00000)"),
        re.compile(r"\d{10}"),
        DASHES,
        lambda value: business_check_digit(value[:9]) == int(value[9]),
        lambda value: f"{value[:3]}-{value[3:5]}-{value[5:]}",
    ),
    "corporate_number": Scheme(
        Said("corporate registration number", "법인등록번호"),
        Said("thirteen digits, such as 000000-0000000", "숫자 13자리(예: 000000-0000000)"),
        re.compile(r"\d{13}"),
        DASHES,
        lambda value: corporate_check_digit(value[:12]) == int(value[12]),
        lambda value: f"{value[:6]}-{value[6:]}",
        certain=False,
    ),
    "lei": Scheme(
        Said("LEI", "법인식별기호(LEI)"),
        Said("twenty letters and digits, the last two digits", "영문자·숫자 20자리(끝 두 자리는 숫자)"),
        re.compile(r"[A-Z0-9]{18}\d{2}"),
        DASHES,
        lambda value: mod_97(value) == 1,
        str,
        upper=True,
    ),
    "ror": Scheme(
        Said("ROR id", "ROR 식별자"),
        Said(
            "nine signs that begin with 0, such as https://ror.org/0…",
            "0으로 시작하는 9자리(예: https://ror.org/0…)",
        ),
        re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}"),
        re.compile(r"^(?:https?://)?ror\.org/|[\s/]"),
        lambda value: ror_check_digits(value[1:7]) == value[7:],
        lambda value: f"https://ror.org/{value}",
    ),
    "orcid": Scheme(
        Said("ORCID iD", "ORCID 식별자"),
        Said("sixteen digits, such as 0000-0000-0000-0000", "숫자 16자리(예: 0000-0000-0000-0000)"),
        re.compile(r"\d{15}[\dX]"),
        re.compile(rf"^(?:HTTPS?://)?ORCID\.ORG/|{DASHES.pattern}|/$"),
        lambda value: orcid_check_sign(value[:15]) == value[15],
        lambda value: "-".join(value[at : at + 4] for at in range(0, 16, 4)),
        upper=True,
    ),
}


def check(scheme: str, text: object) -> Checked:
    """Look at an identifier and say what it is, or what is wrong with it and what to do.

    `text` may be a number as spreadsheets hold them (leading zeros lost). Schemes: the keys of SCHEMES.
    """
    kind = SCHEMES[scheme]
    value = _bare(kind, text)
    if not kind.pattern.fullmatch(value):
        return Checked(scheme, value, str(text).strip(), *_shape_problem(kind, value))
    if not kind.holds(value):
        return Checked(scheme, value, kind.write(value), *_digit_problem(kind), certain=kind.certain)
    return Checked(scheme, value, kind.write(value))


def read(scheme: str, text: object) -> str:
    """Give the bare value, or raise Refused with what is wrong and what to do."""
    checked = check(scheme, text)
    if checked.problem is None or not checked.certain:
        return checked.value
    remedy = checked.remedy or Said("", "")
    en, ko = f"{checked.problem.en} {remedy.en}", f"{checked.problem.ko} {remedy.ko}"
    raise Refused(en.replace("{", "{{").replace("}", "}}"), ko.replace("{", "{{").replace("}", "}}"))


def formatted(scheme: str, value: str) -> str:
    """Write a bare value the way it is printed: 000-00-00000, https://ror.org/0…"""
    return SCHEMES[scheme].write(value)


def _bare(kind: Scheme, text: object) -> str:
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    digits = (
        str(text).zfill(10) if isinstance(text, int) and kind is SCHEMES["business_number"] else str(text)
    )
    plain = unicodedata.normalize("NFKC", digits).strip()
    plain = plain.upper() if kind.upper else plain.lower()
    return kind.strip.sub("", plain)


def _shape_problem(kind: Scheme, value: str) -> tuple[Said, Said]:
    count = len(value)
    problem = Said(
        f"This is no {kind.name.en}: it has {count} signs after spaces and hyphens are set aside.",
        f"{kind.name.ko} 형식이 아닙니다(공백과 붙임표를 빼면 {count}자리).",
    )
    return problem, Said(
        f"Write {kind.shape.en}, or leave it empty.", f"{kind.shape.ko}로 쓰거나 비워 두십시오."
    )


def _digit_problem(kind: Scheme) -> tuple[Said, Said]:
    problem = Said(
        f"The check digit of this {kind.name.en} does not fit.",
        f"{kind.name.ko}의 검증번호가 맞지 않습니다.",
    )
    if not kind.certain:
        return problem, Said(
            "Compare it with the register. Numbers given since January 31, 2025 have no check digit; "
            "such a number may stay.",
            "등기사항증명서와 대조해 주십시오. 2025년 1월 31일 이후 부여된 번호에는 검증번호가 없으므로 "
            "그대로 두셔도 됩니다.",
        )
    return problem, Said(
        "Compare it with the certificate; often two digits have changed places.",
        "등록증과 대조해 주십시오. 두 숫자가 서로 바뀐 경우가 많습니다.",
    )

"""Errors of the REST API: a code for programs, a sentence for people in the language they asked for."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import JsonResponse
from django.utils.translation import get_language
from ninja import Schema

from pumasi.kit.said import Said

SAID = {
    "unreadable": Said(
        "The request cannot be read. Send JSON in UTF-8.",
        "요청을 읽을 수 없습니다. UTF-8로 된 JSON을 보내 주십시오.",
    ),
    "sign_in": Said(
        "Sign in, or send a token in the header “Authorization: Bearer …”.",
        "로그인하거나 “Authorization: Bearer …” 헤더에 토큰을 넣어 보내 주십시오.",
    ),
    "token": Said(
        "This token is not valid any more. Make a new one under “API tokens”.",
        "유효하지 않은 토큰입니다. ‘API 토큰’에서 새로 발급해 주십시오.",
    ),
    "read_only_token": Said(
        "This token may only read. Make one that may write.",
        "읽기 전용 토큰입니다. 쓰기 토큰을 발급해 주십시오.",
    ),
    "csrf": Said(
        "Send the value of the cookie “csrftoken” in the header “X-CSRFToken”, or use a token.",
        "쿠키 “csrftoken”의 값을 “X-CSRFToken” 헤더에 넣어 보내시거나 토큰을 사용해 주십시오.",
    ),
    "session_only": Said(
        "A token may not do this. Sign in on the site.",
        "토큰으로는 할 수 없습니다. 사이트에 로그인하여 진행해 주십시오.",
    ),
    "not_allowed": Said("You may see this, but not change it.", "열람하실 수는 있으나 변경 권한이 없습니다."),
    "not_found": Said("There is nothing here that you may see.", "자료가 없거나 열람 권한이 없습니다."),
    "method": Said(
        "This address does not take that method.", "이 주소에서는 해당 메서드를 사용할 수 없습니다."
    ),
    "invalid": Said(
        "Some values need a correction; see “fields”.",
        "올바르지 않은 값이 있습니다. “fields”를 확인해 주십시오.",
    ),
    "too_many": Said(
        "Too many requests in this minute. Wait as many seconds as “Retry-After” says.",
        "1분 동안 허용된 요청 수를 초과하였습니다. “Retry-After” 헤더의 초만큼 기다린 후 다시 요청해 주십시오.",
    ),
    "failed": Said(
        "Something went wrong on our side. Nothing was changed; try again later.",
        "서버에 문제가 발생했습니다. 변경된 내용은 없으니 잠시 후 다시 시도해 주십시오.",
    ),
}
BY_STATUS = {
    400: "unreadable",
    401: "sign_in",
    403: "not_allowed",
    404: "not_found",
    405: "method",
    422: "invalid",
    429: "too_many",
}

# What is wrong with a value, by the first word of the checker's name for it.
FIELD_SAID = {
    "missing": Said("This value is needed.", "필수 값입니다."),
    "int": Said("Write a whole number.", "정수를 입력해 주십시오."),
    "float": Said("Write a number.", "숫자를 입력해 주십시오."),
    "bool": Said("Write true or false.", "true 또는 false를 입력해 주십시오."),
    "date": Said("Write a day as 2026-07-08.", "날짜는 2026-07-08 형식으로 입력해 주십시오."),
    "datetime": Said(
        "Write an instant with its offset, as 2026-07-08T14:00:00+09:00.",
        "시각은 2026-07-08T14:00:00+09:00 형식으로 입력해 주십시오.",
    ),
    "timezone": Said(
        "Write an instant with its offset, as 2026-07-08T14:00:00+09:00.",
        "시각은 2026-07-08T14:00:00+09:00 형식으로 입력해 주십시오.",
    ),
    "string": Said("Write a text of the allowed length.", "허용된 길이의 문자열을 입력해 주십시오."),
    "list": Said("Write a list.", "목록을 입력해 주십시오."),
    "dict": Said("Write an object of names and values.", "이름과 값으로 된 객체를 입력해 주십시오."),
    "literal": Said(
        "Choose one of the values in the documentation.", "문서에 있는 값 가운데 하나를 선택해 주십시오."
    ),
    "greater": Said("The number is too small.", "값이 너무 작습니다."),
    "less": Said("The number is too large.", "값이 너무 큽니다."),
    "too": Said("The list is too long or too short.", "목록의 길이가 올바르지 않습니다."),
    "extra": Said("There is no such field.", "없는 항목입니다."),
}
OTHER_FIELD = Said("This value cannot be used here.", "사용할 수 없는 값입니다.")


class Problem(Schema):
    """Why a request was not answered: `code` for programs, `message` in the caller's language."""

    code: str
    message: str


class FieldProblem(Schema):
    """What is wrong with one value."""

    field: str
    message: str


class Invalid(Problem):
    """A refusal: what to do instead, and which values are meant."""

    fields: list[FieldProblem] = []


class Trouble(Exception):  # noqa: N818  # an answer, not a failure of ours
    """Ends an operation with a status, a code and, for a 422, the values that are meant."""

    def __init__(self, status: int, code: str, fields: list[tuple[str, str]] | None = None) -> None:
        super().__init__(code)
        self.status, self.code, self.fields = status, code, fields or []


def answer(
    status: int, code: str = "", message: str = "", fields: list[tuple[str, str]] | None = None
) -> JsonResponse:
    """Make the JSON of an error. Without a message the code's own sentence is said in the reader's language."""
    code = code or BY_STATUS.get(status, "failed" if status >= 500 else "unreadable")
    words = message or SAID[code].text(get_language() or "ko")
    body: dict[str, Any] = {"code": code, "message": words}
    if status == 422:
        body["fields"] = [{"field": field, "message": text} for field, text in fields or []]
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})


def field_problem(error: dict[str, Any]) -> tuple[str, str]:
    """Name and sentence of one finding of the checker."""
    place = [str(step) for step in error["loc"] if step not in ("body", "query", "path", "form", "file")]
    kind = str(error["type"]).split("_", maxsplit=1)[0]
    said = FIELD_SAID.get(kind, OTHER_FIELD)
    return ".".join(
        place[1:] if len(place) > 1 and place[0] in ("given", "window", "asked") else place
    ), said.text(get_language() or "ko")


def checked(form: BaseForm) -> dict[str, Any]:
    """Values of a form that the pages use too; what the form refuses is answered with 422."""
    if form.is_valid():
        return dict(form.cleaned_data)
    raise Trouble(
        422, "invalid", [(name, str(text)) for name, texts in form.errors.items() for text in texts]
    )

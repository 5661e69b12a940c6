"""From two files of one text in two languages to what was lost on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pumasi.engine.commands.project import InputError
from pumasi.engine.translation.check import check
from pumasi.engine.translation.records import Records

LARGEST = 4_000_000
# Windows saves Korean text as CP949 still.
ENCODINGS = ("utf-8-sig", "utf-16", "cp949")


def translation(
    source: Path, target: Path, *, language: str = "en", attachments: int | None = None
) -> dict[str, Any]:
    """Check a saved Korean page against its English one; messages in `language`.

    Gives blocks {source, missing}, numbers {source, missing} and findings, in order of harm: kind, category (MQM), source_text,
    target_text, place, message. Raises `InputError` for a file that is no text or is empty.
    """
    found = check(text_of(source), text_of(target), Records(attachments=attachments))
    return {
        "blocks": {"source": found.blocks, "missing": found.missing_blocks},
        "numbers": {"source": found.numbers, "missing": found.missing_numbers},
        "findings": [one.as_dict(language) for one in found.findings],
    }


def text_of(path: Path) -> str:
    """The text of a file, in UTF-8, UTF-16 or CP949."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    if len(raw) > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST // 1_000_000} MB. Give the text of one item.")
    utf16 = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    if b"\0" in raw and not utf16:
        raise InputError(f"{path}: not a text file. Save the page as text first.")
    for encoding in ENCODINGS if utf16 else ("utf-8-sig", "cp949"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not text.strip():
            raise InputError(f"{path}: there is no text in this file.")
        return text
    raise InputError(f"{path}: neither UTF-8 nor CP949. Save it as UTF-8.")

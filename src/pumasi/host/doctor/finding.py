"""The form of a finding, and the two ways most of them are made."""

from dataclasses import dataclass

from pumasi.host.refusal import HostRefusal


@dataclass(frozen=True)
class Finding:
    """What was looked at and how it is.

    `severity` says how bad it is when not `ok`: "note" (a part does without it), "warning" (it will hurt),
    "error" (Pumasi does not run). A remedy is empty where nothing is to be done.
    """

    key: str
    ok: bool
    severity: str
    what_en: str
    what_ko: str
    remedy_en: str = ""
    remedy_ko: str = ""


def fine(key: str, en: str, ko: str) -> Finding:
    """Make a finding about which nothing is to be done."""
    return Finding(key, ok=True, severity="note", what_en=en, what_ko=ko)


def trouble(key: str, severity: str, en: str, ko: str, remedy_en: str = "", remedy_ko: str = "") -> Finding:
    """Make a finding about which something can be done."""
    return Finding(
        key, ok=False, severity=severity, what_en=en, what_ko=ko, remedy_en=remedy_en, remedy_ko=remedy_ko
    )


def refused(key: str, refusal: HostRefusal) -> Finding:
    """Make a finding of a refusal, which says its remedy itself."""
    return trouble(key, "error", refusal.en, refusal.ko)

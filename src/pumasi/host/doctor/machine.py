"""Findings about the machine: room, memory, clock, letters, and programmes that only some parts need."""

import ctypes.util
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pumasi.host.doctor.finding import Finding, fine, trouble

GIGABYTE = 1 << 30
# Nothing of this release can have been installed earlier than it was written.
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PANGO = ("pango-1.0", "pangoft2-1.0", "gobject-2.0", "harfbuzz")


def disk(free: int, *, folder: Path) -> Finding:
    """Judge the bytes free where the home lies: below 1 GB the database may stop, below 5 GB it will soon."""
    en, ko = (
        f"{free / GIGABYTE:.1f} GB free at {folder}.",
        f"{folder}의 여유 공간은 {free / GIGABYTE:.1f}GB입니다.",
    )
    if free >= 5 * GIGABYTE:
        return fine("disk", en, ko)
    severity = "error" if free < GIGABYTE else "warning"
    return trouble(
        "disk",
        severity,
        en,
        ko,
        "Make room, or move PUMASI_HOME to a larger disk.",
        "여유 공간을 확보하거나 PUMASI_HOME을 더 큰 디스크로 옮겨 주십시오.",
    )


def memory(available: int | None) -> Finding:
    """Judge the bytes of memory available: database, pages and worker take about 1 GB together."""
    if available is None:
        return fine(
            "memory",
            "Free memory is not known on this system.",
            "이 시스템에서는 여유 메모리를 알 수 없습니다.",
        )
    en = f"{available / GIGABYTE:.1f} GB of memory available."
    ko = f"사용할 수 있는 메모리는 {available / GIGABYTE:.1f}GB입니다."
    if available >= GIGABYTE:
        return fine("memory", en, ko)
    return trouble(
        "memory",
        "warning",
        en,
        ko,
        "End other programmes, or give the machine at least 2 GB.",
        "다른 프로그램을 종료하거나 메모리를 2GB 이상으로 늘려 주십시오.",
    )


def available_memory(meminfo: str) -> int | None:
    """Read the bytes available from the text of /proc/meminfo."""
    for line in meminfo.splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def clock(now: datetime, *, newest_file: datetime | None) -> Finding:
    """Judge the clock: before this release, or a day behind files that were already written, it is wrong."""
    en, ko = f"The clock says {now:%Y-%m-%d %H:%M} UTC.", f"시스템 시각은 {now:%Y-%m-%d %H:%M}(UTC)입니다."
    behind = newest_file is not None and newest_file > now + timedelta(days=1)
    if now >= EARLIEST and not behind:
        return fine("clock", en, ko)
    return trouble(
        "clock",
        "error",
        en + " That cannot be right.",
        ko + " 올바르지 않은 시각입니다.",
        "Set the clock (timedatectl set-ntp true); sign-in links and deadlines depend on it.",
        "시각을 맞춰 주십시오(timedatectl set-ntp true). 로그인 링크와 마감 시각이 시계를 따릅니다.",
    )


def letters(locale_name: str) -> Finding:
    """Judge the locale by which the database classes letters."""
    if locale_name != "C":
        return fine(
            "locale", f"The locale {locale_name} is there.", f"{locale_name} 로캘을 사용할 수 있습니다."
        )
    return trouble(
        "locale",
        "warning",
        "No UTF-8 locale here: searching parts of Korean names will not work.",
        "UTF-8 로캘이 없어 한글 이름의 부분 검색이 동작하지 않습니다.",
        "Install the locale C.UTF-8 (package libc-bin or glibc-langpack-en) before the first start.",
        "처음 시작하기 전에 C.UTF-8 로캘을 설치해 주십시오(libc-bin 또는 glibc-langpack-en 패키지).",
    )


def pango(find: Callable[[str], str | None] = ctypes.util.find_library) -> Finding:
    """Say whether the libraries for PDF pages are there."""
    missing = [name for name in PANGO if not find(name)]
    if not missing:
        return fine("pango", "PDF pages can be made.", "PDF 문서를 만들 수 있습니다.")
    return trouble(
        "pango",
        "note",
        f"PDF pages cannot be made: {', '.join(missing)} missing. Everything else works.",
        f"PDF 문서를 만들 수 없습니다({', '.join(missing)} 없음). 다른 기능은 정상입니다.",
        "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0. macOS: brew install pango.",
        "Debian·Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0, macOS: brew install pango",
    )


def chromium(which: Callable[[str], str | None] = shutil.which) -> Finding:
    """Say whether the tests that need a browser can run."""
    there = next((path for name in BROWSERS if (path := which(name))), None)
    if there:
        return fine(
            "chromium", f"Browser tests can run ({there}).", f"브라우저 시험을 실행할 수 있습니다({there})."
        )
    return trouble(
        "chromium",
        "note",
        "No Chromium here: the browser tests are skipped. The site does not need it.",
        "Chromium이 없어 브라우저 시험을 건너뜁니다. 서비스 운영에는 필요하지 않습니다.",
        "Debian and Ubuntu: apt-get install chromium.",
        "Debian·Ubuntu: apt-get install chromium",
    )

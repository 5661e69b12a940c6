"""What a file may weigh before it is opened, and the refusals that say so."""

from __future__ import annotations

from dataclasses import dataclass
from zipfile import ZipFile

from pumasi.kit.refused import Refused

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file as it comes, bytes once unpacked, cells with content, cells looked at in all."""

    file_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    cells: int = 2_000_000
    cells_seen: int = 20_000_000


LIMITS = Limits()


def check_size(size: int, filename: str, limits: Limits) -> None:
    """Raise Refused when the file itself is too big."""
    if size > limits.file_bytes:
        raise Refused(
            "{file} has {size:,} MB; at most {most:,} MB can be read. Split it into several files.",
            "{file}의 크기가 {size:,}MB입니다. {most:,}MB까지 읽을 수 있으니 여러 파일로 나누어 주십시오.",
            file=filename,
            size=size // MEGABYTE,
            most=limits.file_bytes // MEGABYTE,
        )


def check_unpacked(archive: ZipFile, filename: str, limits: Limits) -> None:
    """Raise Refused when the workbook would unpack to more than may be read (a zip bomb, or a huge file).

    A false size in the archive's index does no harm: reading stops there and the checksum fails.
    """
    size = sum(entry.file_size for entry in archive.infolist())
    if size > limits.unpacked_bytes:
        raise Refused(
            "{file} would unpack to {size:,} MB; at most {most:,} MB can be read. Delete unused sheets, "
            "pictures and formatting, or split it into several files.",
            "{file}의 압축을 풀면 {size:,}MB가 됩니다. {most:,}MB까지 읽을 수 있으니 쓰지 않는 "
            "시트·그림·서식을 "
            "지우거나 여러 파일로 나누어 주십시오.",
            file=filename,
            size=size // MEGABYTE,
            most=limits.unpacked_bytes // MEGABYTE,
        )


class Counter:
    """Counts cells while a file is read and refuses in time."""

    def __init__(self, filename: str, limits: Limits) -> None:
        """Start at nothing."""
        self.filename, self.limits = filename, limits
        self.filled = self.seen = 0

    def add(self, *, filled: int, seen: int) -> None:
        """Count one line; raises Refused beyond the limit."""
        self.filled += filled
        self.seen += seen
        if self.filled > self.limits.cells or self.seen > self.limits.cells_seen:
            raise Refused(
                "{file} has more than {most:,} cells. Delete rows and columns that are not needed, or "
                "split it "
                "into several files.",
                "{file}의 셀이 {most:,}개를 넘습니다. 필요 없는 행과 열을 지우거나 여러 파일로 나누어 "
                "주십시오.",
                file=self.filename,
                most=self.limits.cells,
            )

"""Writes and checks the archive itself: a tar.gz whose last member is its manifest."""

import errno
import gzip
import hashlib
import io
import os
import stat
import tarfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from pumasi.host.backup.manifest import DUMP, FILES, MANIFEST, Manifest, from_json
from pumasi.host.refusal import HostRefusal

BLOCK = 1 << 20
# The dump is compressed already and uploads mostly are: the lightest level loses little.
LEVEL = 1


class _Hashing(io.RawIOBase):
    """Passes on what is read and keeps its SHA-256, so that each file is read once."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.sha = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._source.read(size)
        self.sha.update(block)
        return block


def pack(
    target: Path, *, dump: Path, files: Path, describe: Callable[[dict[str, tuple[str, int]]], Manifest]
) -> Manifest:
    """Write dump, files and manifest to `target`, down to the disk. `describe` makes the manifest."""
    members: dict[str, tuple[str, int]] = {}
    with target.open("wb") as raw:
        with (
            gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=LEVEL) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            for name, file in ((DUMP, dump), *_walk(files)):
                _add(tar, name, file, members)
            manifest = describe(members)
            _add_bytes(tar, MANIFEST, manifest.to_json())
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


def check(file: Path, *, into: Path | None = None) -> Manifest:
    """Read a whole archive and compare every member with the manifest; HostRefusal when anything differs.

    With `into`, the members are written below that folder on the way. Only plain files under the two known
    names are accepted, so an archive made by somebody else cannot write anywhere else.
    """
    try:
        members, text = _read_all(file, into)
    except FileNotFoundError as error:
        raise _no_such(file) from error
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise _damaged(file) from error
    manifest = from_json(text) if text else None
    if manifest is None or dict(manifest.members) != members:
        raise _damaged(file)
    return manifest


def _read_all(file: Path, into: Path | None) -> tuple[dict[str, tuple[str, int]], bytes | None]:
    members: dict[str, tuple[str, int]] = {}
    text = None
    with gzip.open(file) as packed:
        with tarfile.open(fileobj=packed, mode="r|") as tar:
            for entry in tar:
                source = tar.extractfile(entry) if entry.isreg() else None
                if source is None or text is not None or not _allowed(entry.name):
                    raise tarfile.ReadError(entry.name)
                if entry.name == MANIFEST:
                    text = source.read()
                else:
                    members[entry.name] = _take(source, into / entry.name if into else None)
        while packed.read(BLOCK):
            pass  # to the end: only there does gzip compare its checksum
    return members, text


def _allowed(name: str) -> bool:
    if name in {DUMP, MANIFEST}:
        return True
    return name.startswith(FILES) and not any(part in {"", ".", ".."} for part in name.split("/"))


def _take(source: IO[bytes], target: Path | None) -> tuple[str, int]:
    if target is None:
        return _digest(source, None)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("wb") as out:
        return _digest(source, out)


def _digest(source: IO[bytes], out: IO[bytes] | None) -> tuple[str, int]:
    sha, size = hashlib.sha256(), 0
    while block := source.read(BLOCK):
        sha.update(block)
        size += len(block)
        if out:
            out.write(block)
    return sha.hexdigest(), size


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        yield FILES + file.relative_to(folder).as_posix(), file


def _add(tar: tarfile.TarFile, name: str, file: Path, members: dict[str, tuple[str, int]]) -> None:
    handle = _open_plain(file)
    if handle is None:
        return
    with os.fdopen(handle, "rb") as source:
        facts = os.fstat(handle)
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = facts.st_size, int(facts.st_mtime), 0o600
        hashing = _Hashing(source)
        tar.addfile(entry, hashing)
        members[name] = (hashing.sha.hexdigest(), facts.st_size)


def _open_plain(file: Path) -> int | None:
    """Open a plain file; None for what is none. A link may lead outside, and a deleted file is not missed."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ELOOP, errno.ENXIO}:
            return None
        raise
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))


def _damaged(file: Path) -> HostRefusal:
    return HostRefusal(
        en=f"{file} is not a complete backup of Pumasi: it was cut short, changed or is something else. "
        "Nothing was touched. Use another backup, or copy this one again from where it was made.",
        ko=f"{file} 파일은 온전한 백업이 아닙니다. 일부가 잘렸거나 변경되었거나 다른 형식의 파일입니다. 기존 "
        "자료는 변경하지 않았습니다. 다른 백업을 사용하거나 원본에서 다시 복사해 주십시오.",
    )


def _no_such(file: Path) -> HostRefusal:
    return HostRefusal(
        en=f"There is no file {file}. Check its name.",
        ko=f"{file} 파일이 없습니다. 파일 이름을 확인해 주십시오.",
    )

"""The list of contents that closes a backup. A file without one, or that differs from it, is no backup."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

FORMAT = "pumasi-backup-1"
MANIFEST = "manifest.json"
DUMP = "database.dump"
FILES = "files/"


@dataclass(frozen=True)
class Manifest:
    """What a backup holds.

    `made_at` is ISO 8601 in UTC; `about` what the caller noted (versions); `postgresql` the server's version;
    `members` maps each name in the archive to its SHA-256 and size in bytes.
    """

    made_at: str
    about: Mapping[str, str]
    postgresql: str
    members: Mapping[str, tuple[str, int]]
    format: str = FORMAT

    @property
    def files(self) -> int:
        """How many uploaded files it holds."""
        return sum(name.startswith(FILES) for name in self.members)

    @property
    def size(self) -> int:
        """How many bytes its members have together, unpacked."""
        return sum(size for _, size in self.members.values())

    def to_json(self) -> bytes:
        """Write it as it stands in the archive."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def from_json(text: bytes) -> Manifest | None:
    """Read it back; None when it is not one of ours."""
    try:
        raw = json.loads(text)
        members = {name: (str(sha), int(size)) for name, (sha, size) in raw["members"].items()}
        known = Manifest(raw["made_at"], raw["about"], raw["postgresql"], members, raw["format"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return known if known.format == FORMAT and DUMP in members else None

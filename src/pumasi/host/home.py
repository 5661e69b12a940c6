"""The one folder in which an installation keeps everything of its own, and the names inside it."""

import hashlib
import os
import secrets
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pumasi.host.refusal import HostRefusal

PORT = 5432
SOCKET_NAME = f".s.PGSQL.{PORT}"
# sockaddr_un holds 108 bytes on Linux and 104 on macOS and the BSDs, the closing zero included.
SOCKET_PATH_LIMIT = 107 if sys.platform == "linux" else 103


def default_path() -> Path:
    """Say where an installation lives when PUMASI_HOME does not.

    Root gets /var/lib/pumasi: the database runs as an unprivileged user, who may not enter root's own home.
    """
    if os.geteuid() == 0:
        return Path("/var/lib/pumasi")
    try:
        return Path.home() / ".local" / "share" / "pumasi"
    except RuntimeError as error:
        raise HostRefusal(
            en="This user has no home directory. Set PUMASI_HOME to a folder that you may write to.",
            ko="현재 사용자에게 홈 디렉터리가 없습니다. "
            "쓰기 권한이 있는 폴더를 PUMASI_HOME에 지정해 주십시오.",
        ) from error


@dataclass(frozen=True)
class Home:
    """The folder of one installation. Creating the object touches nothing; `prepare` makes the folders."""

    path: Path

    def __post_init__(self) -> None:
        # Two spellings of one folder must share one lock and one socket.
        object.__setattr__(self, "path", Path(os.path.realpath(self.path)))

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> "Home":
        """Read PUMASI_HOME, else take the default of this user."""
        named = (os.environ if environ is None else environ).get("PUMASI_HOME", "").strip()
        return cls(Path(named).expanduser() if named else default_path())

    @property
    def database(self) -> Path:
        """Folder of the embedded database; belongs to the user that it runs as."""
        return self.path / "database"

    @property
    def data(self) -> Path:
        """The data directory proper; it exists only when complete."""
        return self.database / "data"

    @property
    def sockets(self) -> Path:
        """Folder of the database's socket: in the home, or a short one in /tmp when the home lies too deep.

        The short name derives from the home, so two homes never meet. It is /tmp and not TMPDIR because every
        process of this home must arrive at the same name.
        """
        inside = self.path / "sockets"
        if len(os.fsencode(inside / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
            return inside
        mark = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:16]
        return Path("/tmp") / f"pumasi-{mark}"  # noqa: S108 - owner and mode are checked before use

    @property
    def logs(self) -> Path:
        """Folder of what the processes have written."""
        return self.path / "logs"

    @property
    def database_logs(self) -> Path:
        """Folder of the database's own log, one file for each day of the week."""
        return self.logs / "database"

    @property
    def files(self) -> Path:
        """Uploaded files."""
        return self.path / "files"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time and is computed anew."""
        return self.path / "cache"

    @property
    def run(self) -> Path:
        """Locks and the state of what is running."""
        return self.path / "run"

    @property
    def state_file(self) -> Path:
        """Which processes are running, as JSON."""
        return self.run / "state.json"

    @property
    def secret_file(self) -> Path:
        """The secret with which sessions and links are signed."""
        return self.path / "secret-key"

    def prepare(self) -> "Home":
        """Make the folders that belong to whoever runs Pumasi. The database's own are made when it starts."""
        # 0711 as root: the database's user passes through without being able to list anything.
        passable = 0o711 if os.geteuid() == 0 else 0o700
        try:
            make_folder(self.path, mode=passable)
            make_folder(self.logs, mode=passable)
            for folder in (self.files, self.cache, self.run):
                make_folder(folder, mode=0o700)
        except OSError as error:
            raise _unwritable(self.path, error) from error
        return self

    def secret(self) -> str:
        """Give the secret key; the first to ask makes it, and all who ask at once get the same."""
        try:
            return self.secret_file.read_text("ascii")
        except FileNotFoundError:
            self.prepare()
            return _make_secret(self.secret_file)


def make_folder(folder: Path, *, mode: int) -> None:
    """Make a folder with exactly `mode`, whatever the umask; a folder that exists is left as it is."""
    if folder.is_dir():
        return
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    folder.chmod(mode)


def _make_secret(file: Path) -> str:
    """Write under another name and link, so that nobody ever reads half a key."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(50))
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):  # another process was first: its key is the key
            os.link(draft, file)
    finally:
        draft.unlink()
    return file.read_text("ascii")


def _unwritable(path: Path, error: OSError) -> HostRefusal:
    return HostRefusal(
        en=f"Pumasi cannot use {path} as its folder ({error.strerror}: {error.filename}). "
        "Give this user the right to write there, or set PUMASI_HOME to another folder.",
        ko=f"{path} 폴더를 사용할 수 없습니다({error.strerror}: {error.filename}). "
        "현재 사용자에게 쓰기 권한을 부여하거나 PUMASI_HOME에 다른 폴더를 지정해 주십시오.",
    )

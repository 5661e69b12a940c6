"""As which user of the operating system the database runs, and how to do something as that user."""

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pumasi.host.home import Home
from pumasi.host.refusal import HostRefusal

# Nothing of the caller's environment reaches the server: neither its PG* variables nor its secrets.
BARE_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"}


@dataclass(frozen=True)
class Account:
    """A user of this machine. `drops` is true when getting there means giving up root."""

    name: str
    uid: int
    gid: int
    groups: tuple[int, ...]
    drops: bool

    def run(
        self, argv: Sequence[str | Path], *, feed: str | None = None, timeout: float | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a programme as this user from "/", with a bare environment; gives output and exit code."""
        try:
            return subprocess.run(
                [str(word) for word in argv],
                input=feed,
                stdin=subprocess.DEVNULL if feed is None else None,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                timeout=timeout,
                cwd="/",
                env=BARE_ENVIRONMENT,
                user=self.uid if self.drops else None,
                group=self.gid if self.drops else None,
                extra_groups=self.groups if self.drops else None,
            )
        except PermissionError as error:
            if self.drops and error.filename == "/":  # it failed before the programme's own turn came
                raise self._cannot_become(error) from error
            return subprocess.CompletedProcess(list(argv), 126, "", str(error))

    def blocked_at(self, folder: Path) -> Path | None:
        """Give the first folder on the way to `folder` that this user may not enter, or None.

        Asked of the kernel as that user, so that access lists and mount options count as well.
        """
        way = [*reversed(folder.parents), folder]
        script = 'for step; do [ -x "$step" ] || { printf %s "$step"; exit 1; }; done'
        result = self.run(["/bin/sh", "-c", script, "sh", *way])
        return None if result.returncode == 0 else Path(result.stdout)

    def write(self, file: Path, text: str) -> None:
        """Replace a file as this user: root writing into another user's folder would follow their links."""
        script = 'umask 077 && cat > "$1.draft" && mv -f "$1.draft" "$1"'
        result = self.run(["/bin/sh", "-c", script, "sh", file], feed=text)
        if result.returncode:
            raise OSError(result.stderr.strip())

    def _cannot_become(self, error: OSError) -> HostRefusal:
        return HostRefusal(
            en=f"Pumasi runs as root here but may not become {self.name} ({error.strerror}), and PostgreSQL "
            "does not run as root. Start Pumasi as an ordinary user, or set DATABASE_URL.",
            ko=f"root로 실행되었으나 {self.name} 사용자로 전환할 수 없습니다({error.strerror}). "
            "PostgreSQL은 root로 실행되지 않으므로 일반 사용자로 시작하거나 DATABASE_URL을 지정해 주십시오.",
        )


def database_account(home: Home, *, environ: Mapping[str, str] | None = None) -> Account:
    """Choose the database's user: oneself, or for root an unprivileged user that exists already.

    Order for root: owner of existing data, PUMASI_DB_USER, postgres, nobody. Never makes a user.
    """
    if os.geteuid() != 0:
        return _myself(home)
    entry = _entry(_owner(home.database) or 0)
    if entry is not None and entry.pw_uid != 0:
        return _other(entry)
    named = (os.environ if environ is None else environ).get("PUMASI_DB_USER", "").strip()
    for name in [named] if named else ["postgres", "nobody"]:
        entry = _known(name)
        if entry is not None and entry.pw_uid != 0:
            return _other(entry)
    raise HostRefusal(
        en=f"The database needs an unprivileged user, and {named or 'postgres or nobody'} is not one on this "
        "machine. Set PUMASI_DB_USER to an existing user other than root.",
        ko=f"데이터베이스를 실행할 일반 사용자가 필요하나 {named or 'postgres 또는 nobody'} 계정을 사용할 수 "
        "없습니다. root가 아닌 기존 사용자를 PUMASI_DB_USER에 지정해 주십시오.",
    )


def admitted(home: Home) -> list[str]:
    """Name the users of this machine whom the database lets in: oneself, the home's owner, and root.

    Root could read the data anyway; admitting it lets `sudo` make a backup of somebody's installation.
    """
    owner = _owner(home.path)
    return sorted({own_name(), "root"} | ({_name(owner)} if owner is not None else set()))


def own_name() -> str:
    """Give the name of the user that this process runs as."""
    entry = _entry(os.geteuid())
    if entry is None:
        raise HostRefusal(
            en=f"User number {os.geteuid()} has no name on this machine, and PostgreSQL asks for one. "
            "Add the user to /etc/passwd, or set DATABASE_URL.",
            ko=f"사용자 번호 {os.geteuid()}에 해당하는 이름이 없어 PostgreSQL을 실행할 수 없습니다. "
            "/etc/passwd에 사용자를 등록하거나 DATABASE_URL을 지정해 주십시오.",
        )
    return entry.pw_name


def _myself(home: Home) -> Account:
    name = own_name()
    owner = _owner(home.database)
    if owner is not None and owner != os.geteuid():
        raise HostRefusal(
            en=f"The database in {home.path} belongs to another user ({_name(owner)}). "
            "Run Pumasi as the user who created it, or set PUMASI_HOME to a folder of your own.",
            ko=f"{home.path}의 데이터베이스는 다른 사용자({_name(owner)})의 것입니다. "
            "처음 만든 사용자로 실행하거나 PUMASI_HOME에 본인의 폴더를 지정해 주십시오.",
        )
    return Account(name, os.geteuid(), os.getegid(), (), drops=False)


def _other(entry: pwd.struct_passwd) -> Account:
    groups = tuple(os.getgrouplist(entry.pw_name, entry.pw_gid))
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, groups, drops=True)


def _owner(folder: Path) -> int | None:
    try:
        return folder.stat().st_uid
    except OSError:
        return None


def _known(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _entry(uid: int) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwuid(uid)
    except KeyError:
        return None


def _name(uid: int) -> str:
    entry = _entry(uid)
    return entry.pw_name if entry else str(uid)

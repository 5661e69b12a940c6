"""Makes the database's folders for the user it runs as, and refuses where that user could not get there."""

import os
import stat
from pathlib import Path

from pumasi.host.database.account import Account
from pumasi.host.home import Home
from pumasi.host.refusal import HostRefusal


def prepare_folders(home: Home, *, account: Account) -> None:
    """Make the home and the folders of the database in it; each of these is closed to everybody else."""
    home.prepare()
    blocked = account.blocked_at(home.path) if account.drops else None
    if blocked is not None:
        raise _unreachable(blocked, account)
    for folder in (home.database, home.database_logs, home.sockets):
        _own(folder, account)


def _own(folder: Path, account: Account) -> None:
    """Make `folder` the account's and nobody else's. A stranger's folder in /tmp is refused, never taken."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {account.uid, os.geteuid()}:
        raise _taken(folder)
    if account.drops and found.st_uid != account.uid:
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)


def _unreachable(blocked: Path, account: Account) -> HostRefusal:
    return HostRefusal(
        en=f"Pumasi runs as root, so the database runs as {account.name}, who may not enter {blocked}. Allow "
        f"it (chmod o+x {blocked}), or set PUMASI_HOME to a folder it can reach, such as /var/lib/pumasi.",
        ko=f"root로 실행하면 데이터베이스는 {account.name} 사용자로 동작하는데, 이 사용자에게 {blocked} 폴더 "
        f"접근 권한이 없습니다. 접근을 허용하거나(chmod o+x {blocked}) /var/lib/pumasi처럼 접근할 수 있는 "
        "폴더를 PUMASI_HOME에 지정해 주십시오.",
    )


def _taken(folder: Path) -> HostRefusal:
    return HostRefusal(
        en=f"{folder} belongs to another user, so Pumasi will not use it. Remove it, "
        "or choose another (shorter) PUMASI_HOME.",
        ko=f"{folder} 폴더가 다른 사용자의 소유이므로 사용하지 않습니다. 해당 폴더를 삭제하거나 "
        "다른(더 짧은) PUMASI_HOME을 지정해 주십시오.",
    )

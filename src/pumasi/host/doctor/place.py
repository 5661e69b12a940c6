"""Findings about the home: may we write there, is it closed to others, did a restore break off."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pumasi.host.backup.swap import SET_ASIDE
from pumasi.host.database.account import Account
from pumasi.host.doctor.finding import Finding, fine, trouble
from pumasi.host.home import SOCKET_NAME, SOCKET_PATH_LIMIT, Home


def nearest(folder: Path) -> Path:
    """Give the folder itself or the nearest one above it that exists."""
    return next(each for each in (folder, *folder.parents) if each.exists())


def writable(home: Home) -> Finding:
    """Say whether this user may write in the home, or make it."""
    if os.access(nearest(home.path), os.W_OK | os.X_OK):
        return fine("home", f"The installation lives in {home.path}.", f"설치 폴더는 {home.path}입니다.")
    return trouble(
        "home",
        "error",
        f"This user may not write in {nearest(home.path)}.",
        f"현재 사용자에게 {nearest(home.path)} 폴더의 쓰기 권한이 없습니다.",
        "Run Pumasi as the owner of that folder, or set PUMASI_HOME to another one.",
        "폴더의 소유자로 실행하거나 PUMASI_HOME에 다른 폴더를 지정해 주십시오.",
    )


def reachable(home: Home, account: Account) -> Finding:
    """Say whether the database's user can get to the home."""
    blocked = account.blocked_at(nearest(home.path)) if account.drops else None
    if blocked is None:
        return fine(
            "home-reachable",
            f"The database runs as {account.name}, who can reach the folder.",
            f"데이터베이스는 {account.name} 사용자로 실행되며 폴더에 접근할 수 있습니다.",
        )
    return trouble(
        "home-reachable",
        "error",
        f"The database runs as {account.name}, who may not enter {blocked}.",
        f"데이터베이스 사용자 {account.name}에게 {blocked} 폴더 접근 권한이 없습니다.",
        f"chmod o+x {blocked}, or set PUMASI_HOME to a folder such as /var/lib/pumasi.",
        f"chmod o+x {blocked} 명령을 실행하거나 PUMASI_HOME을 /var/lib/pumasi로 지정해 주십시오.",
    )


def private(home: Home) -> Finding:
    """Say whether others on this machine are kept out of uploads, data, socket and key."""
    kept = (home.files, home.run, home.database, home.sockets, home.secret_file)
    open_ = [path for path in kept if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077]
    if not open_:
        return fine(
            "home-private", "Others on this machine are kept out.", "다른 사용자의 접근이 차단되어 있습니다."
        )
    paths = " ".join(map(str, open_))
    return trouble(
        "home-private",
        "warning",
        f"Others on this machine can get at {paths}.",
        f"이 컴퓨터의 다른 사용자가 {paths}에 접근할 수 있습니다.",
        f"chmod go-rwx {paths}",
        f"chmod go-rwx {paths}",
    )


def socket_path(home: Home) -> Finding:
    """Say where the database's socket is; its path must stay within what the system allows."""
    path = home.sockets / SOCKET_NAME
    length = len(os.fsencode(path))
    en = f"The database's socket is {path} ({length} of {SOCKET_PATH_LIMIT} bytes)."
    ko = f"데이터베이스 소켓은 {path}입니다({SOCKET_PATH_LIMIT}바이트 중 {length}바이트)."
    return fine("socket-path", en, ko)


def leftovers(home: Home) -> Finding:
    """Say whether a restore that was killed left something behind."""
    left = sorted(_left(home))
    if not left:
        return fine("leftovers", "No interrupted restore.", "중단된 복원 작업이 없습니다.")
    paths = " ".join(map(str, left))
    return trouble(
        "leftovers",
        "warning",
        f"A restore was interrupted and left {paths}.",
        f"복원 작업이 중단되어 다음 항목이 남아 있습니다: {paths}.",
        "Restore again (it is safe to repeat); then remove what is named here.",
        "복원을 다시 실행한 뒤(반복해도 안전합니다) 위 폴더를 삭제해 주십시오.",
    )


def _left(home: Home) -> Iterator[Path]:
    for pattern in (f"{SET_ASIDE}*", ".restoring-*", ".copying-*"):
        yield from home.path.glob(pattern)

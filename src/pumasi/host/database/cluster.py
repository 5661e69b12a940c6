"""Makes the data directory and writes the server's settings and its rule of admission."""

import os
import secrets
from pathlib import Path

from pumasi.host.database.account import Account, admitted
from pumasi.host.database.binaries import Binaries
from pumasi.host.home import PORT, Home
from pumasi.host.refusal import HostRefusal

ADMIN = "pumasi_admin"
ROLE = "pumasi"
ADMISSION = "local all all peer map=pumasi\nlocal replication all peer map=pumasi\n"
BUILTIN_LOCALE_SINCE = 17

# Chosen for a small machine that also runs the site: the whole sample cluster fits into these buffers.
SETTINGS = {
    "listen_addresses": "''",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "1GB",
    "random_page_cost": "1.1",
    "fsync": "on",
    "jit": "off",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "lc_messages": "'C'",
    "default_text_search_config": "'pg_catalog.simple'",
    "logging_collector": "on",
    "log_filename": "'database-%a.log'",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_truncate_on_rotation": "on",
    "log_min_duration_statement": "2s",
    "log_line_prefix": "'%m [%p] %q%u@%d '",
}


def data_major(home: Home) -> int | None:
    """Give the version of PostgreSQL that made the data, or None when there are none yet."""
    try:
        return int((home.data / "PG_VERSION").read_text("ascii"))
    except (OSError, ValueError):
        return None


def make_data(home: Home, *, binaries: Binaries, account: Account) -> None:
    """Run initdb beside the final place and rename, so that a data directory that exists is complete."""
    account.run(["/bin/sh", "-c", 'rm -rf "$1"/data.new-*', "sh", home.database])
    draft = home.database / f"data.new-{secrets.token_hex(4)}"
    made = account.run([binaries.program("initdb"), "-D", draft, *_initdb_words(binaries, account)])
    if made.returncode == 0:
        made = account.run(["mv", draft, home.data])
    if made.returncode:
        raise _not_made(made.stderr)


def write_settings(home: Home, *, account: Account) -> None:
    """Write settings and admission anew at every start, so that an upgraded Pumasi brings its own along."""
    account.write(home.data / "postgresql.conf", settings_text(home))
    account.write(home.data / "pg_hba.conf", ADMISSION)
    account.write(home.data / "pg_ident.conf", ident_text(admitted(home)))


def settings_text(home: Home) -> str:
    """Compose postgresql.conf; what an operator writes into local.conf beside it comes last and wins."""
    own = {
        "unix_socket_directories": _quoted(f'"{home.sockets}"'),
        "log_directory": _quoted(str(home.database_logs)),
    }
    lines = [f"{key} = {value}" for key, value in {**SETTINGS, **own}.items()]
    head = "# Written by Pumasi at each start. Settings of your own belong into local.conf beside this file."
    return "\n".join([head, *lines, "include_if_exists = 'local.conf'", ""])


def ident_text(users: list[str]) -> str:
    """Compose pg_ident.conf.

    Admission is `peer`: the kernel tells the server who is at the other end of the socket. That holds for
    root and for an ordinary user alike and leaves no password to keep, to print or to lose. The user whom the
    server runs as is not admitted when root drops to it: `nobody` may be shared with other services.
    """
    return "".join(f'pumasi "{user}" {role}\n' for user in users for role in (ROLE, ADMIN))


def _initdb_words(binaries: Binaries, account: Account) -> list[str]:
    words = ["--username", ADMIN, "--encoding", "UTF8", "--auth", "reject", "--no-instructions"]
    # LC_CTYPE is a UTF-8 one even so: with plain "C", pg_trgm finds no letters in Korean names.
    words += ["--lc-collate=C", f"--lc-ctype={character_locale(account)}"]
    if binaries.major >= BUILTIN_LOCALE_SINCE:
        # Sorting then no longer hangs on the machine's C library, whose upgrades corrupt indexes.
        return [*words, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return [*words, "--locale-provider=libc"]


def character_locale(account: Account) -> str:
    """Name a UTF-8 locale of this machine for classing letters; "C" where there is none."""
    there = account.run(["locale", "-a"]).stdout.split() if _has_locale_command() else []
    plain = {name.lower().replace("-", ""): name for name in there}
    for wanted in ("c.utf8", "en_us.utf8", "ko_kr.utf8"):
        if wanted in plain:
            return "C.UTF-8" if wanted == "c.utf8" else plain[wanted]
    return "C"


def _has_locale_command() -> bool:
    return any(
        os.access(Path(folder) / "locale", os.X_OK) for folder in ("/usr/bin", "/bin", "/usr/local/bin")
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _not_made(said: str) -> HostRefusal:
    reason = said.strip().splitlines()[-1:] or ["?"]
    return HostRefusal(
        en=f"The database could not be set up: {reason[0]} Run `pumasi doctor` for what to check.",
        ko=f"데이터베이스를 준비하지 못했습니다: {reason[0]} `pumasi doctor`로 점검해 주십시오.",
    )

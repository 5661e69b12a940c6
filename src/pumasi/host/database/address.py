"""Addresses of databases, the embedded one's and DATABASE_URL, and how to ask whether they answer."""

import os
import re
from collections.abc import Mapping
from urllib.parse import quote

import psycopg
from psycopg import pq

from pumasi.host.database.cluster import ADMIN, ROLE
from pumasi.host.home import PORT, Home
from pumasi.host.refusal import HostRefusal

OLDEST_SERVER = 150000


def embedded_dsn(home: Home, database: str = ROLE) -> str:
    """Give the address of the home's own database, without starting it. It holds no password."""
    return _address(home, ROLE, database)


def admin_dsn(home: Home, database: str = "postgres") -> str:
    """Give the address for the superuser of the home's own server, for what the site itself may not do."""
    return _address(home, ADMIN, database)


def _address(home: Home, role: str, database: str) -> str:
    # The port is spelt out, or a PGPORT of the operator's would lead elsewhere.
    where = f"host={quote(str(home.sockets), safe='')}&port={PORT}"
    return f"postgresql://{role}@/{quote(database, safe='')}?{where}"


def external_url(environ: Mapping[str, str] | None = None) -> str | None:
    """Give DATABASE_URL when it is set."""
    return (os.environ if environ is None else environ).get("DATABASE_URL", "").strip() or None


def ping(dsn: str) -> pq.Ping:
    """Ask as pg_isready does, by its very function: OK, REJECT (still starting), NO_RESPONSE, NO_ATTEMPT."""
    asked = f"{dsn}{'&' if '?' in dsn else '?'}connect_timeout=5"
    return pq.Ping(pq.PGconn.ping(asked.encode()))  # the binary build gives a bare number


def answers(dsn: str) -> bool:
    """Say whether one can really log in there."""
    try:
        psycopg.connect(dsn, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def masked(dsn: str) -> str:
    """Hide the password of an address, in whichever of libpq's two spellings."""
    dsn = re.sub(r"(://[^:/@?]*:)[^/?]*(@)", r"\1***\2", dsn)
    return re.sub(r"(\b(?:ssl)?password=)('(?:[^'\\]|\\.)*'|[^\s&]+)", r"\1***", dsn)


def check_url(url: str) -> None:
    """Log in once; HostRefusal when it does not answer, is too old or does not store UTF-8."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            version, encoding = (
                connection.info.server_version,
                connection.info.parameter_status("server_encoding"),
            )
    except psycopg.Error as error:
        raise _no_answer(url, error) from None  # the chain would print the password
    if version < OLDEST_SERVER or encoding != "UTF8":
        raise _unsuitable(url, version, encoding or "?")


def _no_answer(url: str, error: psycopg.Error) -> HostRefusal:
    reason = masked(" ".join(str(error).split()))
    password = _password(url)
    if password:
        reason = reason.replace(password, "***")
    return HostRefusal(
        en=f"The database in DATABASE_URL ({masked(url)}) does not answer: {reason}. Check the address, the "
        "password and whether the server runs; without DATABASE_URL Pumasi brings its own database.",
        ko=f"DATABASE_URL의 데이터베이스({masked(url)})에 연결할 수 없습니다: {reason}. 주소와 "
        "비밀번호, 서버 상태를 확인해 주십시오. DATABASE_URL을 지정하지 않으면 내장 데이터베이스를 "
        "사용합니다.",
    )


def _password(url: str) -> str:
    try:
        return str(psycopg.conninfo.conninfo_to_dict(url).get("password") or "")
    except psycopg.Error:
        return ""


def _unsuitable(url: str, version: int, encoding: str) -> HostRefusal:
    number = version // 10000
    return HostRefusal(
        en=f"The database in DATABASE_URL ({masked(url)}) is PostgreSQL {number} with encoding {encoding}; "
        "Pumasi needs version 15 or newer with UTF8. Name another database.",
        ko=f"DATABASE_URL의 데이터베이스({masked(url)})는 PostgreSQL {number}, 문자 집합 {encoding}입니다. "
        "15 이상, UTF8인 데이터베이스를 지정해 주십시오.",
    )

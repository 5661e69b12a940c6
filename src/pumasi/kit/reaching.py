"""Asking an address of the web whether it answers, without being led into the house's own network.

A name is resolved once and the connection goes to the address that was looked at, so that a name cannot point elsewhere in between
(DNS rebinding); each redirect is looked at again. Nothing of a page is read.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

HOPS, SECONDS = 6, 10.0
FOR_GOOD = {301, 308}
LEADING_ON = {301, 302, 303, 307, 308}
AGENT = "Mozilla/5.0 (compatible; Pumasi link check)"


@dataclass(frozen=True, slots=True)
class Answer:
    """Status of the last page asked (0: none came), where the address leads for good, and why nothing came.

    `trouble` is `name` (the host has no address), `silent` (nobody answers), `tls` (its certificate does not hold), `inside` (it leads into
    a network that is not the world's), `loop` (led on and on), or nothing.
    """

    status: int = 0
    moved_to: str = ""
    trouble: str = ""


class _Trouble(Exception):  # noqa: N818  # not every trouble is an error of somebody's
    """Why nothing came."""


def answer(address: str, *, inside: bool = False, seconds: float = SECONDS) -> Answer:
    """Ask `address` and follow where it leads, `seconds` a page at most. `inside` allows private networks (tests)."""
    at, moved, for_good = address, "", True
    try:
        for _hop in range(HOPS):
            status, location = _asked(_parts(at), inside=inside, seconds=seconds)
            if status not in LEADING_ON or not location:
                return Answer(status, moved)
            at = _joined(at, location)
            for_good = for_good and status in FOR_GOOD
            moved = at if for_good else moved
    except _Trouble as trouble:
        return Answer(moved_to=moved, trouble=str(trouble))
    return Answer(trouble="loop")


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        raise _Trouble("name") from None


def _joined(address: str, location: str) -> str:
    try:
        return urljoin(address, location)
    except ValueError:
        raise _Trouble("name") from None


def _asked(url: SplitResult, *, inside: bool, seconds: float) -> tuple[int, str]:
    """Status and `Location` of one page. Some servers know no HEAD: a page is only missing when GET says so too."""
    status, location = _once("HEAD", url, inside=inside, seconds=seconds)
    return _once("GET", url, inside=inside, seconds=seconds) if status >= 400 else (status, location)


def _once(method: str, url: SplitResult, *, inside: bool, seconds: float) -> tuple[int, str]:
    try:
        host, port, secure = url.hostname or "", url.port, url.scheme == "https"
    except ValueError:
        raise _Trouble("name") from None
    if url.scheme not in {"http", "https"} or not host:
        raise _Trouble("name")
    line = _Line(host, port or (443 if secure else 80), secure=secure, inside=inside, seconds=seconds)
    try:
        path = quote(url.path or "/", safe="/%:@!$&'()*+,;=~") + (
            f"?{quote(url.query, safe='/%:@!$&()*+,;=~?')}" if url.query else ""
        )
        line.request(method, path, headers={"User-Agent": AGENT, "Accept": "*/*"})
        got = line.getresponse()
        return got.status, _readable(got.headers.get("Location", ""))
    except ssl.SSLError:
        raise _Trouble("tls") from None
    except (OSError, http.client.HTTPException):
        raise _Trouble("silent") from None
    finally:
        line.close()


def _readable(location: str) -> str:
    """A `Location` as its server meant it: headers come as Latin-1, though many hold UTF-8."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location


class _Line(http.client.HTTPConnection):
    """A connection to an address that was looked at first."""

    def __init__(self, host: str, port: int, *, secure: bool, inside: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self.secure, self.inside = secure, inside
        # Without its usual port the host is named alone, as browsers do.
        self.default_port = 443 if secure else 80

    def connect(self) -> None:
        """Connect to the first address of the host that may be visited."""
        found = _addresses(self.host, self.port)
        allowed = [one for one in found if self.inside or _of_the_world(one)]
        if not allowed:
            raise _Trouble("inside")
        self.sock = socket.create_connection((allowed[0], self.port), self.timeout)
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _Trouble("name") from None
    return [str(one[4][0]) for one in found]


def _of_the_world(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or found
    return mapped.is_global and not mapped.is_multicast

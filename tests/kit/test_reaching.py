"""Whether an address answers, asked of a server of our own; and that nobody is led inside."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pumasi.kit import reaching


class _Pages(BaseHTTPRequestHandler):
    """/ok, /gone, /head (knows GET only), /moved (for good), /there (for now), /round and round, /hangup."""

    asked: list[tuple[str, str]] = []

    def do_GET(self):
        self.asked.append((self.command, self.path))
        leads = {
            "/moved": (301, "/ok"),
            "/there": (302, "/moved"),
            "/round": (302, "/round"),
            "/가": (200, ""),
        }
        if self.path == "/hangup":
            self.connection.close()
            return
        status, to = leads.get(self.path, (200 if self.path in {"/ok", "/head"} else 404, ""))
        if self.path == "/head" and self.command == "HEAD":
            status = 405
        if self.path == "/%EA%B0%80":
            status = 200
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_words):
        """Say nothing."""


@pytest.fixture(scope="module")
def pages():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.mark.parametrize(
    ("path", "status", "moved"),
    [("/ok", 200, ""), ("/gone", 404, ""), ("/head", 200, ""), ("/가", 200, ""), ("/moved", 200, "/ok"), ("/there", 200, "")],
)  # fmt: skip
def test_what_a_server_says(pages, path, status, moved):
    told = reaching.answer(pages + path, inside=True)
    assert told == reaching.Answer(status, pages + moved if moved else "")


def test_why_nothing_came(pages):
    said = {
        "loop": pages + "/round",
        "silent": pages + "/hangup",
        "name": "https://no-such-host.invalid/",
        "tls": pages.replace("http:", "https:") + "/ok",
    }
    assert {why: reaching.answer(url, inside=True, seconds=5).trouble for why, url in said.items()} == {
        why: why for why in said
    }
    for address in (
        "ftp://example.org/",
        "https://",
        "http://[::1",
        "http://host:port/",
        "javascript:alert(1)",
    ):
        assert reaching.answer(address).trouble == "name"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254", "192.168.0.1", "[::ffff:127.0.0.1]", "0", "localhost", "2130706433", "224.0.0.1"]
)  # fmt: skip
def test_nobody_is_led_inside(host):
    assert reaching.answer(f"http://{host}/", seconds=2) == reaching.Answer(trouble="inside")


def test_a_redirect_leads_nobody_inside(pages, monkeypatch):
    """The first page is of the world, the second is not: each address is looked at by itself."""
    _Pages.asked.clear()
    looked = []
    monkeypatch.setattr(
        reaching, "_of_the_world", lambda address: looked.append(address) is None and len(looked) == 1
    )
    assert reaching.answer(pages + "/moved") == reaching.Answer(moved_to=pages + "/ok", trouble="inside")
    assert [path for _, path in _Pages.asked] == ["/moved"]

"""A translation machine that an installation names: it fills what is missing, and nothing goes out unread."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.actions import writing
from pumasi.publish.newsroom.exchange import provider
from pumasi.publish.newsroom.models import Edition
from pumasi.publish.newsroom.queries import checks, items

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
BODY = "첫 문단이다.\n\n{figure:n}이 답했다.\n\n셋째 문단이다."


def reading(texts, source, target):
    """A machine that says what it was asked; it loses every figure."""
    return [f"{target}:{text.replace('{figure:n}', 'many')}" for text in texts]


def failing(_texts, _source, _target):
    raise OSError("no machine here")


def short(_texts, _source, _target):
    return ["one"]


@pytest.fixture
def text(given):
    """A text and the empty edition in the other language."""
    edition = newsroom.write(
        cluster=given.cluster(), by=given.user("editor"), title="조사", body=BODY, kind="release"
    )
    return edition, writing.begin_translation(item=edition.item, by=given.user("translator"))


@pytest.fixture
def named(settings):
    """Names the machine of an installation."""

    def name(function):
        settings.TRANSLATOR = f"{__name__}:{function}"

    yield name
    provider._provider.cache_clear()


def form_of(page):
    """The fields of the writing desk as a browser would send them."""
    form = page.split("<form", 3)
    desk = next(part for part in form if 'name="version"' in part)
    said = dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</textarea>', desk))
    said |= dict(re.findall(r'<input type="hidden" name="((?:version|machine)[^"]*)" value="([^"]*)"', desk))
    return {**said, "title": "Survey", "summary": ""}


def test_none_is_needed(given, text, client, settings):
    client.force_login(given.user("translator"), backend=BACKEND)
    address = f"/en/desk/{given.cluster().slug}/news/{text[0].item_id}/translate/"
    assert "by machine" not in client.get(address).content.decode()
    assert not provider.is_named()


def test_what_it_fills_in_is_saved_by_a_person_and_marked_until_read(given, text, client, named):
    named("reading")
    source, target = text
    client.force_login(given.user("translator"), backend=BACKEND)
    address = f"/en/desk/{given.cluster().slug}/news/{source.item_id}/translate/"
    first, second, third = (one["id"] for one in source.blocks)
    page = client.get(address).content.decode()
    assert "Fill in what is missing by machine" in page
    sent = {**form_of(page), f"block-{first}": "The first, by hand.", "deed": "suggest"}
    page = client.post(address, sent).content.decode()
    assert not Edition.objects.get(pk=target.pk).blocks, "nothing is saved"
    form = form_of(page)
    assert form[f"block-{first}"] == "The first, by hand."
    assert form[f"block-{second}"] == "", "the machine lost the figure"
    assert form[f"block-{third}"] == "en:셋째 문단이다."
    client.post(address, {**form, f"block-{second}": "{figure:n} answered."})
    saved = Edition.objects.get(pk=target.pk)
    assert [bool(one.get("machine")) for one in saved.blocks] == [False, False, True]
    assert [row.state for row in items.beside(source, saved)] == ["translated", "translated", "machine"]
    assert "machine" in {one.kind for one in checks.open_findings(saved)}
    # The next save keeps the mark, until somebody reads it or writes other words.
    form = form_of(client.get(address).content.decode())
    client.post(address, form)
    assert Edition.objects.get(pk=target.pk).blocks[2]["machine"]
    form = form_of(client.get(address).content.decode())
    client.post(address, {**form, f"read-{third}": "on"})
    saved = Edition.objects.get(pk=target.pk)
    assert "machine" not in saved.blocks[2]
    assert "machine" not in {one.kind for one in checks.findings(saved)}


def test_other_words_are_a_persons(given, text, client, named):
    named("reading")
    source, target = text
    client.force_login(given.user("translator"), backend=BACKEND)
    address = f"/en/desk/{given.cluster().slug}/news/{source.item_id}/translate/"
    sent = {**form_of(client.get(address).content.decode()), "deed": "suggest"}
    form = form_of(client.post(address, sent).content.decode())
    client.post(
        address,
        {
            key: f"{value} indeed" if key.startswith("block-") and value else value
            for key, value in form.items()
        },
    )
    saved = Edition.objects.get(pk=target.pk).blocks
    assert saved
    assert not any(one.get("machine") for one in saved)


@pytest.mark.parametrize("function", ["failing", "short", "no_such_function"])
def test_a_machine_that_fails_costs_nobody_their_words(given, text, client, named, function):
    named(function)
    source, _target = text
    client.force_login(given.user("translator"), backend=BACKEND)
    address = f"/ko/desk/{given.cluster().slug}/news/{source.item_id}/translate/"
    sent = {
        **form_of(client.get(address).content.decode()),
        f"block-{source.blocks[0]['id']}": "Typed.",
        "deed": "suggest",
    }
    answer = client.post(address, sent)
    assert answer.status_code == 422
    assert "번역 엔진이 제대로 응답하지 않습니다" in answer.content.decode()
    assert form_of(answer.content.decode())[f"block-{source.blocks[0]['id']}"] == "Typed."


class _Libre(BaseHTTPRequestHandler):
    told: list[dict] = []

    def do_POST(self):
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.told.append({**told, "path": self.path})
        body = json.dumps({"translatedText": [f"<{one}>" for one in told["q"]]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words):
        """Say nothing."""


def test_a_server_of_the_known_protocol(settings):
    server = HTTPServer(("127.0.0.1", 0), _Libre)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.TRANSLATOR, settings.TRANSLATOR_KEY = (
        f"http://127.0.0.1:{server.server_address[1]}/mt/",
        "secret",
    )
    try:
        assert provider.suggested(["가", "나"], "ko", "en") == ["<가>", "<나>"]
    finally:
        server.shutdown()
        provider._provider.cache_clear()
    assert _Libre.told == [
        {
            "q": ["가", "나"],
            "source": "ko",
            "target": "en",
            "format": "text",
            "api_key": "secret",
            "path": "/mt/translate",
        }
    ]
    with pytest.raises(Refused):
        provider.suggested(["가"], "ko", "en")

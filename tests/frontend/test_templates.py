"""The frame and the components keep the rules of frontend/README.md."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "pumasi" / "web"
TEMPLATES = sorted([WEB / "templates" / "base.html", *(WEB / "templates" / "components").glob("*.html")])
TAGS = sorted((WEB / "templatetags").rglob("*.py"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_nothing_that_the_content_security_policy_refuses(path):
    text = path.read_text()
    assert not re.search(r"""\sstyle=["']""", text)
    assert not re.search(r"\son[a-z]+=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"""(?:src|href)=["']https?:""", text)


def test_every_icon_that_a_template_names_is_in_the_sprite():
    drawn = set((ROOT / "frontend" / "src" / "icons.js").read_text().split("`")[1].split())
    texts = [path.read_text() for path in (ROOT / "src").rglob("templates/**/*.html")]
    named = {name for text in texts for name in re.findall(r"""(?:\{% icon |icon=)"([a-z0-9-]+)\"""", text)}
    assert named
    assert named <= drawn


def test_every_component_template_is_shown_by_a_tag_with_its_name():
    shown = {name for path in TAGS for name in re.findall(r"components/(\w+)\.html", path.read_text())}
    assert {path.stem for path in TEMPLATES} - {"base"} == shown


def test_every_sentence_of_the_frame_has_a_korean_one():
    catalogue = (WEB / "locale" / "ko" / "LC_MESSAGES" / "django.po").read_text()
    known = set(re.findall(r'^msgid "(.+)"$', catalogue, re.MULTILINE))
    said = {words for path in TEMPLATES for words in re.findall(r'\{% translate "([^"]+)"', path.read_text())}
    assert said
    assert said <= known

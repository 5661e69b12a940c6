"""Site settings: what an office says of its cluster and how the pages look, without code."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image, ImageFile

from pumasi.commons.members import api as members
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal import api as portal
from pumasi.publish.portal import site as dressing
from pumasi.web import navigation
from pumasi.web.views.front import BLOCKS

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(name, kwargs={"cluster": "hangang", **values})


def drawn(kind="PNG", size=(900, 300)):
    out = io.BytesIO()
    Image.new("RGB", size, "#336699").save(out, kind)
    return out.getvalue()


@pytest.fixture
def settings_of(given):
    """The page of the settings, opened by the manager, and what its form says."""
    given.cluster()
    client = Client()
    client.force_login(given.user("cluster_manager"), backend=BACKEND)
    page = client.get(at("site"))
    forms = (page.context["about"], page.context["look"])
    told = {bound.html_name: bound.value() or "" for form in forms for bound in form}
    told = {name: value for name, value in told.items() if name != "logo"}
    return client, told


@pytest.fixture(autouse=True)
def nothing_remembered():
    dressing._sites.clear()
    yield
    dressing._sites.clear()


def send(client, told, **more):
    found = client.post(at("site"), {**told, **more})
    dressing._sites.clear()  # at commit, which a test does not reach
    return found


def test_kept_as_it_stands_nothing_changes(settings_of, client):
    manager, told = settings_of
    before = client.get(at("public_home")).content.decode()
    assert send(manager, told).status_code == 302
    after = client.get(at("public_home"))
    kept = portal.chosen(after.wsgi_request.cluster)
    assert kept.blocks == kept.menu == []  # as usual, whatever a later version adds
    for part in ("What are you here for?", "In figures", "Next events"):
        assert part in before and part in after.content.decode()


def test_name_contact_and_first_sentence(settings_of, client):
    manager, told = settings_of
    pulse = newsroom.pulse("hangang")
    answer = send(
        manager, told, name_en="River <b>Cluster</b>", contact_en="Desk of the river", contact_email="desk@river.example", answer_days="3",
        lead_en="Where boats are tested.", lead_ko="배를 시험하는 곳.",
    )  # fmt: skip
    assert answer.status_code == 302
    page = client.get(at("public_home")).content.decode()
    assert "River &lt;b&gt;Cluster&lt;/b&gt;" in page and "Where boats are tested." in page
    assert "desk@river.example" in page and "Answers within 3 working days" in page
    assert "배를 시험하는 곳." in client.get(at("public_home", "ko")).content.decode()
    assert newsroom.pulse("hangang") != pulse  # pages that are kept for visitors are made anew


def test_parts_stand_in_the_order_chosen_and_what_is_left_out_costs_nothing(settings_of, client):
    manager, told = settings_of
    client.get(at("public_home"))
    told |= {f"block.{name}": "" for name in BLOCKS}
    assert (
        send(manager, told, **{"block.news": "1", "block.doors": "3", "block.search": "2"}).status_code == 302
    )
    page = client.get(at("public_home"))
    assert page.context["blocks"] == ["home/news.html", "home/search.html", "home/doors.html"]
    assert "In figures" not in page.content.decode() and "figures" not in page.context


def test_the_menu_of_visitors_and_own_entries(settings_of, client):
    manager, told = settings_of
    entries = [entry.name for entry in navigation.for_visitors()]
    told |= {f"menu.{name}": "" for name in entries}
    told |= {"menu.portal:list": "1", "menu.members:directory": "2"}
    told |= {
        "link.0.label_en": "Visitors' centre",
        "link.0.label_ko": "방문자 센터",
        "link.0.url": "https://centre.example/",
    }
    assert send(manager, told).status_code == 302
    shown = [entry["label"] for entry in client.get(at("about")).context["navigation"]]
    assert [str(label) for label in shown] == ["News", "Organisations", "Visitors' centre"]
    korean = client.get(at("about", "ko")).context["navigation"]
    assert korean[-1] == {
        "label": "방문자 센터",
        "url": "https://centre.example/",
        "icon": "link",
        "active": False,
    }
    # Members keep the menu of their work, and what is left out can still be opened.
    assert len(manager.get(at("home")).context["navigation"]) > 3
    assert client.get(at("figures")).status_code == 200


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://plain.example/", "//other.example/", "data:text/html,x"]
)
def test_an_entry_leads_to_no_other_kind_of_address(settings_of, address):
    manager, told = settings_of
    answer = send(manager, told, **{"link.0.label_en": "x", "link.0.url": address}, name_en="Half kept")
    assert answer.status_code == 422
    assert "Begin with https://" in answer.content.decode()
    assert members.cluster_by_slug("hangang").name_en == "Handeul Cluster"  # neither form was kept


def test_an_entry_without_a_name_is_refused_and_everything_typed_stands(settings_of):
    manager, told = settings_of
    answer = send(manager, told, **{"link.0.url": "https://a.example/"}, lead_en="Typed with care")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Say what the menu shows" in page and "Typed with care" in page


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_drawn_anew_and_served_under_an_address_of_its_version(settings_of, client, kind):
    manager, told = settings_of
    raw = drawn(kind)
    upload = SimpleUploadedFile(f"logo.{kind.lower().replace('jpeg', 'jpg')}", raw)
    assert send(manager, told, logo=upload).status_code == 302
    page = client.get(at("public_home")).content.decode()
    mark = portal.site(members.cluster_by_slug("hangang")).logo_mark
    assert f'src="{at("portal:logo")}?v={mark}"' in page
    served = client.get(at("portal:logo"))
    body = b"".join(served.streaming_content)
    assert served["Content-Type"] == "image/png" and "max-age" in served["Cache-Control"]
    with Image.open(io.BytesIO(body)) as picture:
        assert picture.format == "PNG" and picture.height <= 120 and picture.width <= 720
    # Another process, which remembers the pages as they were, gives the file too, and the office sees what stands.
    dressing._sites.clear()
    dressing._sites.of(members.cluster_by_slug("hangang").pk, portal.Site)
    assert client.get(at("portal:logo")).status_code == 200
    page = manager.get(at("site"))
    assert "without_logo" in page.context["look"].fields
    assert send(manager, told, without_logo="on").status_code == 302
    assert client.get(at("portal:logo")).status_code == 404
    assert 'class="logo"' not in client.get(at("public_home")).content.decode()


@pytest.mark.parametrize(
    ("name", "body"),
    [("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), ("logo.png", b"<script>alert(1)</script>"),
     ("logo.png", drawn()[:200]), ("logo.jpg", drawn("JPEG")[:-90]), ("logo.webp", drawn("WEBP")[:-9]), ("logo.gif", b"GIF89a"), ("logo.png", b"\x89PNG" + bytes(2_100_000))],
)  # fmt: skip
@pytest.mark.parametrize(
    "lenient", [False, True]
)  # printing a PDF lets Pillow fill up what is cut off, for the whole process
def test_what_is_no_picture_is_refused(settings_of, monkeypatch, name, body, lenient):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    manager, told = settings_of
    answer = send(manager, told, logo=SimpleUploadedFile(name, body))
    assert answer.status_code == 422
    assert not portal.site(members.cluster_by_slug("hangang")).logo_mark


def test_a_colour_is_one_of_those_that_can_be_read(settings_of, client):
    manager, told = settings_of
    assert send(manager, told, tone="plum").status_code == 302
    assert '<html lang="en" data-tone="plum">' in client.get(at("public_home")).content.decode()
    assert send(manager, told, tone='red" onload="x').status_code == 422
    assert send(manager, told, tone="").status_code == 302
    assert '<html lang="en">' in client.get(at("public_home")).content.decode()


def test_a_cluster_keeps_a_name_and_answers_some_day(given):
    cluster = given.cluster()
    with pytest.raises(Refused, match="at least one language"):
        members.describe(cluster=cluster, name_ko=" ", name_en="")
    for days in (0, 61):
        with pytest.raises(Refused, match="working days"):
            members.describe(cluster=cluster, answer_days=days)
    with pytest.raises(TypeError, match="slug"):
        members.describe(cluster=cluster, slug="other")


def test_only_who_manages_may(given, client):
    assert client.get(at("site")).status_code in (302, 404)
    someone = Client()
    someone.force_login(given.user("member", organisation=given.organisation()), backend=BACKEND)
    assert someone.get(at("site")).status_code == 404
    assert someone.post(at("site"), {}).status_code == 404

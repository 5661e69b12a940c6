"""Every sentence of the interface is said in Korean: the catalogues are whole, and pages show no English of ours."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import trans_real

from pumasi.commons.mail import api as mail
from pumasi.commons.mail.models import Message as Mail
from pumasi.commons.members import api as members
from pumasi.measure.network import api as network
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction
from pumasi.web import messages

HANGUL = re.compile("[가-힣]")
# Three Latin words in a row are a sentence; one or two may be a name, a format or a unit.
ENGLISH = re.compile(r"\b[A-Za-z][a-z’'-]*(?:[,;:]? [A-Za-z][a-z’'-]*){2,}")
SHOWN = {"placeholder", "aria-label", "title", "alt", "label", "content"}
SILENT = {"script", "style", "code", "template"}
EMPTY = {"meta", "link", "input", "img", "br", "hr", "path", "circle", "rect", "use", "wbr"}


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Read the catalogues as they are now, whatever was compiled or read before."""
    if messages.compile_all():
        trans_real._translations = {}


# The catalogues


def test_every_sentence_has_a_sound_korean_translation() -> None:
    assert [str(problem) for problem in messages.missing()] == []


def test_no_translation_is_left_without_use() -> None:
    for language in ("ko", "en"):
        assert [str(problem) for problem in messages.unused(language)] == []


def test_sentences_are_written_in_english_in_the_sources() -> None:
    # Initial consonants are an example in the hint of the search field, not Korean text.
    assert [key.text for key in messages.collect() if HANGUL.search(key.text + key.context)] == []


def test_translations_are_korean_and_not_a_copy_of_the_original() -> None:
    same = {"API", "CSV", "XLSX", "Pumasi"}
    kept = [key.text for found in messages._kept("ko").values() for key, one in found.items()
            if one.string and not any(HANGUL.search(text) for text in messages._parts(one.string))]  # fmt: skip
    assert set(kept) <= same


@pytest.mark.parametrize("either", ["을(를)", "이(가)", "은(는)", "과(와)", "(으)로", "(이)"])
def test_no_particle_in_two_forms(either: str) -> None:
    assert [path.name for path in messages.catalogues() if either in path.read_text()] == []


def test_a_sentence_of_several_rooms_is_kept_once() -> None:
    kept = messages._kept("ko")
    seen = [key for found in kept.values() for key in found]
    assert len(seen) == len(set(seen))
    assert messages.home_of(
        messages.Wanted(places=["commons/mail/a.py:1", "commons/members/b.py:2"])
    ) == Path("web")
    assert messages.home_of(messages.Wanted(places=["commons/mail/a.py:1", "commons/mail/b.py:2"])) == Path(
        "commons/mail"
    )
    assert messages.home_of(messages.Wanted(places=["kit/numbers.py:1"])) == Path("web")


def _faults(key: messages.Key, said: object, plural: str = "", flags: tuple[str, ...] = ()) -> str:
    ids = (key.text, plural) if plural else key.text
    return messages._fault(messages.Wanted(plural=plural), key, Message(ids, said, flags=flags), 1)


def test_the_check_sees_what_is_wrong() -> None:
    key = messages.Key("%(n)s of %(all)s")
    assert _faults(key, "%(all)s 중 %(n)s") == ""
    assert "placeholders" in _faults(key, "%(all)s 중 일부")
    assert "placeholders" in _faults(key, "%(all)s 중 %(m)s")
    assert "doubtful" in _faults(key, "%(all)s 중 %(n)s", flags=("fuzzy",))
    assert "no translation" in _faults(key, "")
    assert "no translation" in messages._fault(messages.Wanted(), key, None, 1)
    assert "plural" in _faults(key, ("%(n)s %(all)s", ""), plural="%(n)s of them, %(all)s")


TEMPLATE = """{% load i18n %}
  <p title="{% translate "Name" context "of a ship" %}">{{ x|default:_("Nobody") }}{% card _("Head") lead=_("Tail") %}</p>
{% blocktranslate count n=n with a=b trimmed %}
   One 100% {{ a }}
{% plural %}
   Many {{ a }}
{% endblocktranslate %}{# {% translate "Never" %} #}{% comment %}{% translate "Nor this" %}{% endcomment %}"""


def test_templates_are_read_as_django_reads_them(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(TEMPLATE)
    found = {key: (plural, line) for key, plural, line in messages._used_in(page)}
    assert set(found) == {
        messages.Key("Name", "of a ship"), messages.Key("Nobody"), messages.Key("Head"), messages.Key("Tail"), messages.Key("One 100%% %(a)s"),
    }  # fmt: skip
    assert found[messages.Key("One 100%% %(a)s")][0] == "Many %(a)s"
    assert found[messages.Key("Nobody")][1] == 2


def test_compiled_catalogues_are_what_django_reads() -> None:
    for path in messages.catalogues():
        assert path.with_suffix(".mo").stat().st_mtime_ns >= path.stat().st_mtime_ns
    assert messages.compile_all() == 0
    with translation.override("ko"):
        assert translation.gettext("Organisations") == "기업·기관"
        assert translation.pgettext("navigation", "Home") == "홈"
        assert translation.ngettext(
            "%(n)d pair met for the first time.", "%(n)d pairs met for the first time.", 5
        ) % {"n": 5} == ("처음 만난 기업·기관은 5쌍입니다.")
    with translation.override("en"):
        assert translation.gettext("Organisations") == "Organisations"
        assert translation.ngettext("%(n)d pair", "%(n)d pairs", 1) == "%(n)d pair"
        assert translation.ngettext("%(n)d pair", "%(n)d pairs", 0) == "%(n)d pairs"


def test_updating_whole_catalogues_changes_nothing() -> None:
    before = {path: path.read_text() for path in messages.catalogues()}
    written = {}
    kept = [(*one, language) for language in ("ko", "en") for one in messages._kept(language).items()]
    for app, found, language in kept:
        place = messages.place_of(app, language)
        written[place] = before[place]
        head = before[place].split("\n\n", 1)[0]
        body = "\n".join(
            line
            for key in sorted(found, key=lambda k: (k.text.lower(), k.text, k.context))
            for line in ["", *messages._entry(key, found[key])]
        )
        assert f"{head}\n{body}\n" == before[place]
    assert written == before


# The pages


class Words(HTMLParser):
    """The words that a page shows, read aloud or written, outside what is marked as English."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        quiet = values.get("lang") == "en" or tag in SILENT
        if not self._silent() and not quiet:
            kept = [
                v
                for k, v in values.items()
                if v and (k in SHOWN - {"content"} or (k.startswith("data-") and HANGUL.search(v)))
            ]
            self.found += kept
        if tag not in EMPTY:
            self.hidden.append((tag, quiet))

    def handle_endtag(self, tag: str) -> None:
        while self.hidden:
            if self.hidden.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._silent():
            self.found.append(" ".join(data.split()))

    def _silent(self) -> bool:
        return any(quiet for _tag, quiet in self.hidden)


@cache
def ours() -> frozenset[str]:
    """Our sentences as they stand on an English page; the name of the other language is written in that language."""
    return frozenset(key.text for key in messages.collect() if len(key.text) > 2 and "%" not in key.text) - {
        "English"
    }


def english_in(page: str) -> list[str]:
    """The English on a page: whole sentences, and sentences of our catalogues even when they are one word."""
    words = Words()
    words.feed(page)
    return [text for text in words.found if ENGLISH.search(text) or text in ours()]


@pytest.fixture
def town(given, monkeypatch):
    """A cluster in which everything has happened once, with a member and a manager."""
    cluster = given.cluster(contact_email="office@one.example")
    orgs = [given.organisation(cluster=cluster) for _ in range(6)]
    first, second, third = orgs[:3]
    people = [given.person(at=one, named=True) for one in orgs]
    for person in people:
        members.consent(person=person, purpose="digest", given=True)
    for n, pair in enumerate([(0, 1), (1, 2), (2, 3), (0, 3), (3, 4)]):
        given.gathering(
            people=[(people[i], orgs[i]) for i in pair],
            cluster=cluster,
            days_ago=10 * n + 1,
            visibility="public",
            title_ko=f"모임 {n}",
        )
    given.gathering(first, second, cluster=cluster, days_ago=-3, stage="planned", visibility="public")
    members.list_something(organisation=first, kind="offer", text_ko="시험 장비를 함께 씁니다")
    members.list_something(organisation=second, kind="need", text_ko="시험할 곳을 찾습니다")
    # What a test writes is never committed, so the book is read to its last line.
    monkeypatch.setattr("pumasi.commons.ledger.api.horizon", lambda: 2**62)
    network.catch_up()
    manager = given.user("cluster_manager", cluster=cluster)
    member = given.user("organisation_admin", cluster=cluster, organisation=first, person=people[0])
    return {
        "cluster": cluster,
        "orgs": orgs,
        "people": people,
        "manager": manager,
        "member": member,
        "third": third,
    }


def _addresses(town, language: str = "ko") -> dict[str, list[str]]:
    """Pages by reader."""
    one, other = town["orgs"][0], town["orgs"][2]
    here = {"cluster": town["cluster"].slug}

    def to(name: str, **more: object) -> str:
        return reverse(name, kwargs={**here, **more})

    with translation.override(language):
        page = to("members:organisation", pk=other.pk, slug=other.slug)
        shared = [to("public_home"), to("about"), to("members:directory"), to("figures"), to("network:overview"), to("search") + "?q=모임",
                  to("search") + "?q=zz", page, page + "?tab=listings", page + "?tab=together", page + "?tab=people"]  # fmt: skip
        return {
            "visitor": [*shared, reverse("account_login"), reverse("account_signup"), reverse("account_reset_password"), to("public_home") + "nothing/"],
            "member": [*shared, to("home"), to("network:connections"), to("network:path", pk=other.pk), to("members:my_organisation"),
                       reverse("notices"), reverse("profile"), to("apply"), reverse("mfa_index"), reverse("account_email")],
            "manager": [*shared, to("home"), to("members:desk"), to("members:desk_about", pk=one.pk), to("members:edit", pk=one.pk),
                        to("members:new"), to("members:approvals"), to("members:duplicates"), to("members:fields"), to("network:alone"),
                        to("network:together", pk=one.pk), to("network:desk"), to("intake:start"), to("mail:desk"), to("ledger:record"),
                        to("members:person", pk=town["people"][0].pk)],
        }  # fmt: skip


def _crawl(client, town, language: str) -> dict[str, list[str]]:
    found = {}
    for reader, addresses in _addresses(town, language).items():
        client.logout()
        if reader != "visitor":
            client.force_login(town[reader], backend="django.contrib.auth.backends.ModelBackend")
        for address in addresses:
            answer = client.get(address, follow=True)
            assert answer.status_code == (404 if "nothing" in address else 200), (reader, address)
            found[f"{reader} {address}"] = english_in(answer.content.decode())
    return found


@pytest.mark.django_db
def test_korean_pages_show_no_english_of_ours(client, town) -> None:
    assert {page: text for page, text in _crawl(client, town, "ko").items() if text} == {}


@pytest.mark.django_db
def test_the_crawl_sees_english_where_there_is_some(client, town) -> None:
    # Without the catalogue every page would be English: so are the English pages to the same eye.
    assert [page for page, text in _crawl(client, town, "en").items() if len(text) < 3] == []


@pytest.mark.django_db
def test_korean_mails_and_their_links_show_no_english_of_ours(client, town) -> None:
    one, other = town["orgs"][0], town["orgs"][2]
    assert letters.weekly_letter(cluster=town["cluster"], organisation=one)
    found = Introduction.objects.filter(asker=one).first()
    asked = introduce.ask(introduction=found, person=town["people"][0], message="")
    letters.tell_asked(asked)
    answered = introduce.answer(
        introduction=asked, yes=True, known=False, person=members.contact_of(asked.asked_id)
    )
    letters.tell_both(answered)
    Introduction.objects.filter(pk=answered.pk).update(
        answered_at=timezone.now() - timezone.timedelta(days=31)
    )
    assert letters.ask_for_outcomes() == 2
    letters.ask_via(
        cluster=town["cluster"],
        seeker=other,
        seeker_person=town["people"][2],
        target=one,
        via=town["people"][1],
        message="부탁드립니다",
    )
    written = Mail.objects.order_by("pk")
    assert written.count() >= 6
    for letter in written:
        text = re.sub(r"https?://\S+", "", f"{letter.subject}\n{letter.text}")
        assert HANGUL.search(letter.subject), letter.subject
        assert not ENGLISH.search(text), text
        for address in re.findall(r"https?://[^/\s]+(/\S+)", letter.text):
            answer = client.get(address, follow=True)
            assert answer.status_code == 200
            assert english_in(answer.content.decode()) == [], address
    client.force_login(town["member"], backend="django.contrib.auth.backends.ModelBackend")
    with translation.override("ko"):
        shared = letters.shared_address(answered, "ko")
    assert english_in(client.get(shared).content.decode()) == []
    assert mail.wanted(town["people"][0].email, "digest")

"""Two clusters with one thing of every kind in each, and somebody in every role."""

from __future__ import annotations

import io
import itertools
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from makers import Makers
from pumasi.commons.intake import api as intake
from pumasi.commons.mail import api as mail
from pumasi.commons.mail.actions import unsubscribe_url
from pumasi.commons.mail.models import Message
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Relation
from pumasi.commons.members.models.users import Role
from pumasi.measure.network.models import Introduction
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions.letters import token_of
from pumasi.measure.observatory.asking.answers import Given
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import places as facility_places
from pumasi.operate.facilities.actions import services
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.actions import days, feeds, runs
from pumasi.operate.meetups.actions import events as making
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom import models as newsroom_models
from pumasi.publish.newsroom.actions import records as newsroom_records
from pumasi.publish.portal import api as portal
from pumasi.publish.portal import subscribing
from pumasi.web import sign_in_links

SHEET = "기업명,사업자등록번호\n(주)새보기,\n새보기둘,123\n".encode()
# Roles that are held for an organisation; the others are held in the cluster.
FOR_AN_ORGANISATION = {"organisation_admin", "member"}
number = itertools.count(1)


def side(slug: str) -> SimpleNamespace:
    """A cluster with one thing of every kind; `hidden`, `unnamed` and `private` are the confidential ones."""
    given = Makers()
    one = SimpleNamespace(cluster=given.cluster(slug), slug=slug)
    one.a, one.b, one.d = (given.organisation(f"(주){slug}{letter}", cluster=one.cluster) for letter in "abd")
    one.hidden = given.organisation(f"(주){slug}숨김", cluster=one.cluster, visibility="managers")
    applicant = given.organisation(f"(주){slug}신청", cluster=one.cluster)
    one.application = Relation.objects.get(organisation=applicant)
    Relation.objects.filter(pk=one.application.pk).update(state="applied")
    one.relation = Relation.objects.get(organisation=one.b)
    absorbed = given.organisation(f"(주){slug}합침", cluster=one.cluster)
    one.merge = members.merge(kept=one.b, absorbed=absorbed)
    one.named = given.person("가나다", at=one.b, named=True)
    one.unnamed = given.person("라마바", at=one.d)
    one.author = given.user("cluster_manager", cluster=one.cluster)
    one.task = members.add_task(cluster=one.cluster, organisation=one.a, author=one.author, text="전화")
    one.listing = members.list_something(organisation=one.a, kind="offer", text_ko="시험 장비")
    one.claim = members.claim(user=given.user(), organisation=one.b, cluster=one.cluster)
    one.message = mail.write(
        to=f"x{slug}@one.example",
        topic="membership",
        dedupe=f"matrix.{slug}",
        subject="s",
        text="t",
        cluster=one.cluster,
    )
    Message.objects.filter(pk=one.message.pk).update(state="failed")
    upload = SimpleUploadedFile("list.csv", SHEET)
    one.batch = intake.open_batch(kind="members", cluster=one.cluster, author=one.author, uploads=[upload])
    one.token, _text = members.make_token(user=one.author, name="t", scope="read", days=30)
    _told(given, one)
    _takes_place(one)
    _shared(one)
    _published(one)
    _surveyed(one)
    return one


def _takes_place(one: SimpleNamespace) -> None:
    """An event with a picture, a file and somebody who came, and one that is confidential."""
    start = timezone.now() + timedelta(minutes=5)
    when = {"starts_at": start, "ends_at": start + timedelta(hours=2), "host": one.b}
    one.event, one.secret_event = (
        meetups.publish(
            event=meetups.draft(cluster=one.cluster, title_ko=title, title_en=title, visibility=seen, **when)
        )
        for title, seen in (("보기 행사", "public"), ("비밀 행사", "confidential"))
    )
    for event in (one.event, one.secret_event):
        file = SimpleUploadedFile("a.pdf", b"%PDF-1.4")
        making.add_material(event=event, upload=file, for_participants=False)
        making.set_picture(
            event=event, upload=SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n"), text_ko="", text_en=""
        )
        meetups.register(event=event, name="손님", email="guest@three.example", proved=True)
    one.event_source, one.secret_event_source = one.event.source, one.secret_event.source
    one.registration = meetups.register(
        event=one.event, name="참가자", email=f"g{one.slug}@three.example", proved=True
    )
    meetups.check_in(event=one.event, codes=[(one.registration.code, None)])
    one.registration.refresh_from_db()
    _meets(one, when)
    feed = feeds.renew(user=one.author).key
    agenda = dict.fromkeys(
        ("meetups:participant", "meetups:agenda_file", "meetups:agenda_paper"), one.participant.key
    )
    one.keys = {"meetups:private_feed": feed, "meetups:join": one.day_registration.key, **agenda}


def _shared(one: SimpleNamespace) -> None:
    """Facilities that everybody and that the office alone may see, bookings and requests, one of each confidential."""
    common = {"cluster": one.cluster, "kind": "equipment", "movable": True}
    one.facility, one.hidden_facility = (
        facilities.add(name_en=name, visibility=seen, **common)
        for name, seen in (("Rig", "public"), ("Vault", "managers"))
    )
    for facility in (one.facility, one.hidden_facility):
        upload = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n")
        facility_places.set_picture(facility=facility, upload=upload, text_ko="", text_en="")
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=3)
    told = [(one.a, False), (one.d, True)]
    one.booking, one.secret_booking = (
        facilities.book(
            cluster=one.cluster,
            wish=facilities.Wish(
                who,
                None,
                ((one.facility, True),),
                start + timedelta(hours=n),
                start + timedelta(hours=n + 1),
                confidential=secret,
            ),
        )
        for n, (who, secret) in enumerate(told)
    )
    one.service, one.secret_service = (
        services.ask(
            cluster=one.cluster,
            facility=one.facility,
            organisation=who,
            person=None,
            title="시험",
            confidential=secret,
        )
        for who, secret in told
    )
    for request in (one.service, one.secret_service):
        for to, more in (("quoted", {"quote": 1}), ("accepted", {}), ("received", {}), ("running", {})):
            services.step(request=request, to=to, **more)
        services.step(request=request, to="reported", result=SimpleUploadedFile("r.pdf", b"%PDF-1.4"))


def _published(one: SimpleNamespace) -> None:
    """An item that is out, with a file and a picture, one that nobody outside the desk has seen, a figure, a term and an address."""
    editions = [
        newsroom.write(cluster=one.cluster, by=one.author, title=title, body="본문입니다.", kind="notice")
        for title in ("보기 공지", "비밀 초안")
    ]
    for edition in editions:
        edition.item.slug = edition.slug
        newsroom_records.attach(item=edition.item, upload=SimpleUploadedFile("a.pdf", b"%PDF-1.4"))
        picture = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n")
        newsroom_records.show(item=edition.item, upload=picture, text_ko="그림", text_en="")
    newsroom.publish(edition=editions[0])
    one.item, one.secret_item = (edition.item for edition in editions)
    one.figure = newsroom.state(
        cluster=one.cluster, key="survey", numerator=18, denominator=28, as_of=timezone.localdate()
    )
    # An address inside: asking it reaches nobody.
    one.link = newsroom_models.Link.objects.create(cluster=one.cluster, address="http://127.0.0.1/")
    one.term = newsroom.name(cluster=one.cluster, ko="밋업", en="meet-up")
    portal.dress(cluster=one.cluster, logo=SimpleUploadedFile("logo.png", drawn()))
    today = timezone.localdate()
    for ahead in (0, 30):
        one.policy = portal.announce(
            cluster=one.cluster, kind="privacy", text_ko="본문", valid_from=today + timedelta(days=ahead)
        )


def drawn() -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    return out.getvalue()


def _meets(one: SimpleNamespace, when: dict[str, Any]) -> None:
    """A 1:1 day with two participants and a meeting."""
    told = {"title_ko": "상담회", "title_en": "1:1 day", "kind": "brokerage"}
    one.day_event = meetups.publish(event=meetups.draft(cluster=one.cluster, **told, **when))
    day = days.set_up(event=one.day_event, first=when["starts_at"], minutes=20, pause=0, slots=2, tables=1)
    one.day_registration = meetups.register(
        event=one.day_event, name="참가자", email="d@three.example", organisation=one.a, proved=True
    )
    one.participant, other = (
        days.join(day=day, organisation=organisation, name="참가자", email=email)
        for organisation, email in ((one.b, "d1@three.example"), (one.d, ""))
    )
    days.wish(by=one.participant, about=other, strength="must")
    runs.publish(run=runs.run(day=day))


def _told(given: Makers, one: SimpleNamespace) -> None:
    """Gatherings of every visibility, and an introduction that is the actors' own and one that is not."""
    for visibility in ("public", "members", "managers"):
        given.gathering(
            one.a,
            one.b,
            cluster=one.cluster,
            visibility=visibility,
            source=f"{visibility}.{one.slug}",
            origin="",
        )
    given.gathering(
        one.b, one.d, cluster=one.cluster, visibility="confidential", source=f"private.{one.slug}"
    )
    one.line, one.private_line = f"public.{one.slug}", f"private.{one.slug}"
    now = timezone.now()
    make = Introduction.objects.create
    one.introduction = make(
        cluster=one.cluster, asker=one.a, asked=one.b, state="mutual", asked_at=now, answered_at=now
    )
    one.private_introduction = make(
        cluster=one.cluster, asker=one.b, asked=one.d, state="mutual", asked_at=now, answered_at=now
    )


def _surveyed(one: SimpleNamespace) -> None:
    """A survey that is published, coded by nobody who asks, and one in preparation; each with a factor and a cluster."""
    one.survey, one.secret_survey = (
        observatory.begin(cluster=one.cluster, slug=slug, name_ko=slug)
        for slug in ("open-survey", "secret-survey")
    )
    one.factor, one.secret_factor = (
        observatory.define(survey=survey, key="network", name_ko="협업")
        for survey in (one.survey, one.secret_survey)
    )
    one.surveyed = observatory.ask(survey=one.survey, country="KR", name_ko="보기 클러스터")
    observatory.appoint(survey=one.survey, user=one.author, place=1)
    one.story = observatory.tell(surveyed=one.surveyed, factors=[one.factor], title_ko="사례")
    observatory.publish(survey=one.survey)
    choices = [{"key": "yes", "ko": "예", "en": "Yes"}, {"key": "no", "ko": "아니요", "en": "No"}]
    for survey in (one.survey, one.secret_survey):
        observatory.put(survey=survey, key="visa", kind="one", choices=choices, text_ko="비자를 돕습니까?")
        observatory.put(survey=survey, key="plan", kind="file", text_ko="계획서를 올려 주십시오.")
        observatory.issue(survey=survey)
    over = timezone.localdate() - timedelta(days=1)
    one.wave, one.secret_wave = (
        observatory.begin_wave(survey=survey, opens=over, closes=over)
        for survey in (one.survey, one.secret_survey)
    )
    one.version = one.wave.instrument
    one.binder = observatory.bind(cluster=one.cluster, name_ko="인증")
    observatory.ask_for(binder=one.binder, text="기준")
    one.office_service = observatory.offer(cluster=one.cluster, name_ko="상담")
    document = SimpleUploadedFile("a.pdf", b"x")
    one.evidence = observatory.show(criterion=one.binder.criteria.get(), title="", by=None, upload=document)
    one.question, one.response = one.version.questions.get(key="visa"), one.wave.responses.get()
    plan = Given(one.version.questions.get(key="plan"), upload=SimpleUploadedFile("b.pdf", b"x"))
    observatory.keep(response=one.response, given=[plan], by=None)


def everybody(here: SimpleNamespace, there: SimpleNamespace) -> dict[str, Any]:
    """Accounts by name: each role in the cluster `here`, nobody's, and the manager of `there`."""
    given = Makers()
    found: dict[str, Any] = {"visitor": None, "nobody": given.user()}
    for role in Role.values:
        organisation = here.a if role in FOR_AN_ORGANISATION else None
        found[role] = given.user(role, cluster=here.cluster, organisation=organisation)
    found["manager of another cluster"] = given.user("cluster_manager", cluster=there.cluster)
    return found


def tokens(here: SimpleNamespace) -> dict[str, str]:
    """A key of each kind that is sent by mail."""
    link = mail.offer(
        action="network.open", payload={"introduction": here.introduction.pk, "side": here.a.pk}
    )
    letter = members.invite(
        email=f"i{next(number)}@two.example",
        cluster=here.cluster,
        organisation=here.a,
        role="member",
        by=None,
    )
    respondent = token_of(observatory.invite(response=here.response, email=f"r{next(number)}@two.example"))
    return {
        "link:tap": link.rstrip("/").rpartition("/")[2],
        "link:unsubscribe": unsubscribe_url("x@one.example", "digest", "en").rstrip("/").rpartition("/")[2],
        "accept_invitation": letter[1],
        "portal:subscription": subscribing.token_of(
            subscribing.ask(cluster=here.cluster, email=f"s{next(number)}@two.example", language="ko")
        ),
        **dict.fromkeys(("observatory:respond", "observatory:handed_in"), respondent),
        "sign_in": sign_in_links.make(Makers().user(), language="en").rstrip("/").rpartition("/")[2],
    }

"""What could we learn: gaps, the cases of those strong there, and the list of what is to be done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.observatory.asking import open_wave, put
from tests.rooms.observatory.pages import at

from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.asking.answers import Given
from pumasi.measure.observatory.models import ActionItem
from pumasi.measure.observatory.queries.learning import behind, lacking
from pumasi.measure.observatory.queries.results import survey_stories

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def cases(wave):
    """A case of a cluster that names the network, one of a cluster that does not, and one of another factor."""

    def tell(n, factor, title):
        return observatory.tell(surveyed=wave.asked[n], factors=[factor], title_ko=title, title_en=title)

    return [tell(3, wave.network, "Strong"), tell(9, wave.network, "Weak"), tell(3, wave.talent, "Other")]


def signed_in(user):
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def test_a_gap_is_what_others_name_and_comes_with_their_cases(wave, cases):
    results = observatory.results_of(wave.survey)
    every = list(survey_stories(wave.survey))
    [gap] = lacking(results, wave.asked[8], every)
    assert gap.factor == wave.network
    assert [one.title_en for one in gap.cases] == ["Strong"]
    assert lacking(results, wave.asked[2], every) == []


def test_numbers_below_the_lower_quarter_lead_to_those_in_the_upper_one(wave, cases):
    put(wave.survey, "hours", "number", unit_ko="시간", unit_en="h")
    observatory.issue(survey=wave.survey)
    now = open_wave(wave.survey)
    question = now.instrument.questions.get()
    for n, response in enumerate(now.responses.order_by("surveyed_id")):
        observatory.keep(
            response=response, given=[Given(question=question, value=str(100 * (n + 1)))], by=wave.third
        )
        if n != 11:
            observatory.send(response=response)
    # Of 100 to 1,100 the lower quarter ends at 350 and the upper one begins at 850; what was not sent does not count.
    every = list(survey_stories(wave.survey))
    [found] = behind(now, wave.asked[1], every)
    assert (found.own, found.middle.low, found.middle.high) == (200, 350, 850)
    assert [one.name_en for one in found.strong] == ["Cluster 8", "Cluster 9", "Cluster 10"]
    assert [one.title_en for one in found.cases] == ["Weak"]
    assert list(behind(now, wave.asked[5], every)) == []
    assert list(behind(now, wave.asked[11], every)) == []


def test_the_page_leads_from_the_gap_to_the_list_in_two_steps(wave, cases):
    desk = signed_in(wave.third)
    page = desk.get(at("learn", pk=wave.survey.pk), {"as": wave.asked[8].pk}).content.decode()
    assert "Strong" in page and "Weak" not in page and "6 of 12" in page
    due = timezone.localdate() - timedelta(days=2)
    told = {"then": "add", "what": "Begin a monthly meet-up", "owner": wave.third.pk, "due": due.isoformat(),
            "factor": wave.network.pk, "story": cases[0].pk}  # fmt: skip
    assert desk.post(at("act_on_list"), told).status_code == 302
    item = ActionItem.objects.get()
    assert (item.owner, item.factor, item.story, item.due) == (wave.third, wave.network, cases[0], due)
    assert "Past its day" in desk.get(at("to_do")).content.decode()
    desk.post(at("act_on_list"), {"then": "done", "item": item.pk})
    assert "Past its day" not in desk.get(at("to_do")).content.decode()
    desk.post(at("act_on_list"), {"then": "not_yet", "item": item.pk})
    assert ActionItem.objects.get().done_at is None
    desk.post(at("act_on_list"), {"then": "drop", "item": item.pk})
    assert not ActionItem.objects.exists()


@pytest.mark.parametrize(
    ("told", "says"),
    [({"what": " "}, "Write what is to be done."), ({"what": "x", "due": "soon"}, "Give the day as")],
)
def test_what_cannot_be_entered_says_why(wave, told, says):
    desk = signed_in(wave.third)
    answer = desk.post(at("act_on_list"), {"then": "add", **told})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    with pytest.raises(Refused):
        observatory.set_out(cluster=wave.cluster, what="")


def test_nothing_of_another_cluster_is_taken(wave, given):
    other = given.cluster("other")
    theirs = observatory.set_out(cluster=other, what="Theirs")
    survey = observatory.begin(cluster=other, slug="s", name_ko="조사")
    factor = observatory.define(survey=survey, key="f", name_ko="요인")
    desk = signed_in(wave.third)
    assert desk.post(at("act_on_list"), {"then": "done", "item": theirs.pk}).status_code == 404
    stranger = given.user("cluster_manager", cluster=other)
    desk.post(at("act_on_list"), {"then": "add", "what": "Ours", "factor": factor.pk, "owner": stranger.pk})
    ours = ActionItem.objects.get(cluster=wave.cluster)
    assert (ours.factor, ours.owner) == (None, None)
    assert "Theirs" not in desk.get(at("to_do")).content.decode()


def test_a_coder_who_is_not_done_sees_no_gap(wave, cases):
    wave.asked[5].codings.filter(coder=wave.coders[1]).delete()
    page = (
        signed_in(wave.users[0])
        .get(at("learn", pk=wave.survey.pk), {"as": wave.asked[8].pk})
        .content.decode()
    )
    assert "Strong" not in page and "when both of you are done" in page

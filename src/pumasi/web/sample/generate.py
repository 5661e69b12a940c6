"""Puts the sample cluster together; the same seed and day give the same cluster, down to the last line."""

from datetime import date

from pumasi.web.sample import calendar, gatherings, listings, organisations, people, relations, roles, thread
from pumasi.web.sample.draft import OrganisationDraft, PersonDraft
from pumasi.web.sample.lexicon import rows
from pumasi.web.sample.moments import ZONE, at, local_day
from pumasi.web.sample.shapes import Alias, Cluster, Gathering, Note, SampleCluster, Thread

SEED = 20190708


def _cluster() -> Cluster:
    name, about, *others = rows(file="cluster", section="cluster")
    lat, lon = organisations.CENTRE
    return Cluster("gaon", name[0], name[1], tuple(Alias(*other) for other in others), ZONE, lat, lon, *about)


def _notes() -> tuple[Note, ...]:
    return tuple(Note(*row) for row in rows(file="cluster", section="notes"))


def _story_start(slots: list[calendar.Slot]) -> calendar.Slot:
    return next(slot for slot in slots if slot.title.ko == thread.STORY_TITLE_KO)


def _story(held: list[Gathering], drafts: dict[str, OrganisationDraft], founder: PersonDraft) -> Thread:
    meetup = next(g for g in held if g.title_ko == thread.STORY_TITLE_KO)
    return thread.story(meetup, drafts, founder=founder.shown.key)


def generate(*, today: date, seed: int = SEED) -> SampleCluster:
    """The sample cluster as it stands on the morning of `today`.

    The past reaches to yesterday and two years back; planned gatherings lie in the next three weeks.
    """
    slots = calendar.build(today=today, seed=seed)
    start = _story_start(slots)
    opened = local_day(thread.opened(calendar.span(start)[0]))
    drafts = organisations.build(today=today, seed=seed)
    by_key = {d.shown.key: d for d in drafts}
    related = relations.build(drafts, today=today, opened=opened, seed=seed)
    everyone = people.build(drafts, today=today, opened=opened, seed=seed)
    founder = by_key[thread.SPIN_OUT].staff[0]
    guest = by_key[thread.COMPANY].staff[0]
    first = gatherings.StoryStart(
        start.title.ko, ((thread.COMPANY, guest.shown.key), (thread.LAB, founder.shown.key))
    )
    held = gatherings.build(slots, drafts, story=first, today=today, seed=seed)
    return SampleCluster(
        cluster=_cluster(),
        tags=organisations.tags(),
        organisations=tuple(d.shown for d in drafts),
        people=tuple(p.shown for p in everyone),
        affiliations=tuple(post for p in everyone for post in p.posts),
        relations=tuple(related),
        offers=tuple(listings.build(drafts, "offers", today=today, seed=seed)),
        needs=tuple(listings.build(drafts, "needs", today=today, seed=seed)),
        series=calendar.series(),
        gatherings=tuple(held),
        thread=_story(held, by_key, founder),
        partial_threads=thread.partials(held, by_key, now=at(today, 0), seed=seed),
        roles=roles.build(by_key, today=today),
        visibility_notes=_notes(),
    )

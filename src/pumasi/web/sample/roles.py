"""Chooses one example user per role, so that a newcomer can sign in and see the cluster with their eyes."""

from datetime import date

from pumasi.web.sample.draft import OrganisationDraft, PersonDraft
from pumasi.web.sample.shapes import Role

# Role, organisation, place in its staff; True where the role is held in that organisation only.
_HOLDERS = (
    ("operator", "gaon-industry-promotion-agency", 2, False),
    ("cluster_manager", "gaon-industry-promotion-agency", 0, False),
    ("facility_operator", "narae-institute-of-autonomous-driving", 1, True),
    ("event_host", "gaon-medical-device-association", 0, True),
    ("organisation_admin", "gilnun-systems", 0, True),
    ("member", "daon-meditech", 0, True),
    ("mentor", "hangyeol-autotech", 1, False),
    ("reviewer", "mirinae-startup-promotion-centre", 0, False),
    ("translator", "maldari-localization", 0, False),
    ("editor", "gaon-industry-promotion-agency", 1, False),
    ("analyst", "mirinae-startup-promotion-centre", 1, False),
    ("respondent", "seum-medical", 0, True),
    ("investor", "jinggeomdol-investment", 0, True),
    ("auditor", "gaon-city", 0, False),
)
HELD = {key for _, key, _, _ in _HOLDERS}


def _holder(draft: OrganisationDraft, place: int, *, today: date, taken: set[str]) -> PersonDraft:
    there = [p for p in draft.staff if p.works_at(draft.shown.key, today) and p.shown.key not in taken]
    return there[min(place, len(there) - 1)]


def build(drafts: dict[str, OrganisationDraft], *, today: date) -> tuple[Role, ...]:
    """Fourteen roles, each held by another person who works there today."""
    taken: set[str] = set()
    found = []
    for role, key, place, own in _HOLDERS:
        person = _holder(drafts[key], place, today=today, taken=taken)
        taken.add(person.shown.key)
        found.append(Role(role, person.shown.key, key if own else None))
    return tuple(found)

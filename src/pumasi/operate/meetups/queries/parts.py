"""What belongs to an event, as its pages ask for it each time: agenda, hosts, tags, files, questions, consents.

Most events lack most of it: `HELD` lets the question for the event itself say what there is, so that the rest is not asked for.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from pumasi.commons.members.models import Organisation, Tag
from pumasi.kit.worded import Worded
from pumasi.operate.meetups.models import AgendaItem, ConsentBlock, Event, Material, Question

HELD = {
    "has_agenda": Exists(AgendaItem.objects.filter(event=OuterRef("pk"))),
    "has_cohosts": Exists(Event.cohosts.through.objects.filter(event=OuterRef("pk"))),
    "has_tags": Exists(Event.tags.through.objects.filter(event=OuterRef("pk"))),
    "has_materials": Exists(Material.objects.filter(event=OuterRef("pk"))),
}
_PARTS: dict[str, Worded[Any]] = {
    "agenda": Worded(lambda event: AgendaItem.objects.filter(event=event), event=int),
    "cohosts": Worded(lambda event: Organisation.objects.filter(cohosted_events=event), event=int),
    "tags": Worded(lambda event: Tag.objects.filter(events=event), event=int),
    "materials": Worded(lambda event: Material.objects.filter(event=event), event=int),
}
questions = Worded(lambda event: Question.objects.filter(event=event), event=int)
consent_blocks = Worded(lambda event: ConsentBlock.objects.filter(event=event), event=int)


def of(event: Event, part: str) -> list[Any]:
    """The agenda, cohosts, tags or materials; not asked for where `HELD` has said that there are none."""
    return _PARTS[part](event=event.pk) if getattr(event, f"has_{part}", True) else []

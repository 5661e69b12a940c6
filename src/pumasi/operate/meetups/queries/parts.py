"""What belongs to an event, as its pages ask for it each time: agenda, hosts, tags, files, questions, consents."""

from __future__ import annotations

from pumasi.commons.members.models import Organisation, Tag
from pumasi.kit.worded import Worded
from pumasi.operate.meetups.models import AgendaItem, ConsentBlock, Material, Question

agenda = Worded(lambda event: AgendaItem.objects.filter(event=event), event=int)
cohosts = Worded(lambda event: Organisation.objects.filter(cohosted_events=event), event=int)
tags = Worded(lambda event: Tag.objects.filter(events=event), event=int)
materials = Worded(lambda event: Material.objects.filter(event=event), event=int)
questions = Worded(lambda event: Question.objects.filter(event=event), event=int)
consent_blocks = Worded(lambda event: ConsentBlock.objects.filter(event=event), event=int)

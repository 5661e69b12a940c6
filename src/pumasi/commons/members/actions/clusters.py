"""What an office says of its cluster: its name, what it is, and who answers."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pumasi.commons.members.models import Cluster
from pumasi.kit.bilingual import columns
from pumasi.kit.refused import Refused

SAID = (*columns("name"), *columns("description"), *columns("contact"), "contact_email", "answer_days")
LONGEST_ANSWER = 60


@transaction.atomic
def describe(*, cluster: Cluster, **said: Any) -> Cluster:
    """Change what is said of a cluster (the fields of `SAID`); what is not given stays. Raises Refused."""
    if unknown := set(said) - set(SAID):
        raise TypeError(f"a cluster is not described by {sorted(unknown)}")
    kept = Cluster.objects.select_for_update().get(pk=cluster.pk)
    for name, value in said.items():
        setattr(kept, name, value.strip() if isinstance(value, str) else value)
    if not (kept.name_ko or kept.name_en):  # type: ignore[attr-defined]
        raise Refused(
            "Give the cluster a name in at least one language.",
            "한 언어 이상으로 클러스터 이름을 입력해 주십시오.",
        )
    if not 1 <= kept.answer_days <= LONGEST_ANSWER:
        raise Refused(
            "Say in how many working days the office answers, from 1 to {most}.",
            "답변 기한을 1일에서 {most}일 사이의 영업일로 입력해 주십시오.",
            most=LONGEST_ANSWER,
        )
    kept.save()
    return kept

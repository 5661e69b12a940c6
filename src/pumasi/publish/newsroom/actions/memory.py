"""What was translated once is offered again."""

from __future__ import annotations

from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.models import Edition, Memory


def learn(edition: Edition, source: Edition) -> int:
    """Keep the paragraphs of a published translation; give how many."""
    originals = {one["id"]: one["text"] for one in source.blocks}
    pairs = [(originals[one["of"]], one["text"]) for one in edition.blocks if one.get("of") in originals]
    cluster = edition.item.cluster_id
    for mine, other in pairs:
        ko, en = (mine, other) if source.language == "ko" else (other, mine)
        Memory.objects.update_or_create(
            cluster_id=cluster, digest=text.digest(ko), defaults={"ko": ko, "en": en}
        )
    return len(pairs)

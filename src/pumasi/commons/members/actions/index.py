"""Keeps the columns that searching and matching read."""

from __future__ import annotations

from pumasi.commons.members.models import Organisation, Person
from pumasi.kit import hangul, names

SEARCHED = ["name_key", "folded", "initials", "search"]


def index(organisation: Organisation, *, extra: str = "") -> Organisation:
    """Set the search columns from the names and texts; `extra` holds words of tags and listings."""
    o = organisation
    every_name = [o.name_ko, o.name_en, o.short_name_ko, o.short_name_en]  # type: ignore[attr-defined]
    all_names = " ".join(every_name)
    o.name_key = names.key(o.name_ko or o.name_en)[:300]  # type: ignore[attr-defined]
    o.folded = "\n".join(hangul.fold(name).replace(" ", "") for name in every_name if name)
    o.initials = "\n".join(hangul.choseong(name).replace(" ", "") for name in every_name if name)
    texts = f"{o.sector_ko} {o.sector_en} {o.city_ko} {o.city_en}"  # type: ignore[attr-defined]
    described = f"{o.description_ko} {o.description_en}"  # type: ignore[attr-defined]
    o.search = hangul.vector_text([(all_names, "A"), (extra, "B"), (texts, "C"), (described, "D")])
    return o


def reindex(organisation: Organisation) -> None:
    """Bring the search columns of a stored organisation up to date, with its tags and public listings."""
    tags = organisation.tags.values_list("name_ko", "name_en")
    # A word that only members may read must not find the organisation for everybody.
    listed = organisation.listings.filter(visibility="public").values_list("text_ko", "text_en")
    extra = " ".join(word for pair in [*tags, *listed] for word in pair if word)
    index(organisation, extra=extra)
    organisation.save(update_fields=SEARCHED)


def index_person(person: Person) -> Person:
    """Set the columns by which a person is found and matched."""
    person.name_key = names.person_key(person.name_ko or person.name_en)[:120]  # type: ignore[attr-defined]
    person.folded = hangul.fold(f"{person.name_ko} {person.name_en}")  # type: ignore[attr-defined]
    return person

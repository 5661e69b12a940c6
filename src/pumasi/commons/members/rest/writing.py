"""Turns what is sent about an organisation into the same form that the pages use, so that the same rules hold."""

from __future__ import annotations

from typing import Any

from django.forms import model_to_dict

from pumasi.commons.members import forms
from pumasi.commons.members.actions import organisations
from pumasi.commons.members.models import Cluster, Organisation, Tag
from pumasi.commons.members.schemas import OrganisationChange
from pumasi.kit.rest import Trouble, checked

OWN = {"tags", "custom", "relation"}


def values_of(given: OrganisationChange, instance: Organisation | None = None) -> dict[str, Any]:
    """Columns that were sent, checked together with those that stay."""
    sent = {name: value for name, value in given.dict(exclude_unset=True).items() if name not in OWN}
    # The form works on a copy: a refused value must not stay on the object.
    copy = Organisation.objects.get(pk=instance.pk) if instance else Organisation(country="")
    fields = forms.OrganisationForm.Meta.fields
    form = forms.OrganisationForm({**model_to_dict(copy, fields), **sent}, instance=copy)
    clean = checked(form)
    return {name: clean[name] for name in (sent if instance else fields)}


def tags_of(given: OrganisationChange) -> list[Tag] | None:
    """Tags by their names, made where they are new; nothing if none were sent."""
    if given.tags is None:
        return None
    return [organisations.tag_named(word) for word in given.tags if word.strip()]


def set_custom(organisation: Organisation, cluster: Cluster, sent: dict[str, str]) -> None:
    """Keep values of the cluster's own fields; an unknown key is refused."""
    known = {field.key: field for field in cluster.custom_fields.all()}
    unknown = sorted(set(sent) - set(known))
    if unknown:
        raise Trouble(422, "invalid", [(f"custom.{key}", ", ".join(sorted(known)) or "-") for key in unknown])
    for key, text in sent.items():
        organisations.set_custom(organisation=organisation, field=known[key], text=text)

"""Addresses of the site that stood here before: links to it in letters, papers and search engines go on working."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from pumasi.commons.members.models import Cluster
from pumasi.kit.asked import number
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.models import Item
from pumasi.publish.portal.models import OldAddress

LONGEST, MOST = 500, 20_000


def parts_of(address: str) -> tuple[str, str]:
    """Path and sorted query of an address, whatever the host. Raises Refused for what is none."""
    found = urlsplit(address.strip())
    path = unquote(found.path)
    if not path.startswith("/") or path == "/" or len(path) > LONGEST:
        raise Refused(
            "{address} is no address of a page: it begins with / or https:// and names a page.",
            "{address}: 페이지 주소가 아닙니다. / 또는 https://로 시작하는 페이지 주소를 입력해 주십시오.",
            address=address.strip()[:80] or "–",
        )
    return path, _sorted(found.query)[:LONGEST]


def _sorted(query: str) -> str:
    return urlencode(sorted(parse_qsl(query)))


def target_of(path: str, query: str) -> str | None:
    """Where an address that is not found here leads: the known one that asks for most of what was asked."""
    asked = set(parse_qsl(query))
    known = [
        (set(parse_qsl(one.query)), one)
        for one in OldAddress.objects.filter(path=unquote(path)).select_related("item", "cluster")[:200]
    ]
    fitting = [(len(wants), one) for wants, one in known if wants <= asked]
    return _leads(max(fitting, key=lambda one: one[0])[1]) if fitting else None


def _leads(one: OldAddress) -> str | None:
    """The address of the item in the language it was written in, or in the other one; nothing while it is not out."""
    if one.item is None:
        return one.to
    editions = {
        key: found
        for key, found in newsroom.editions(one.cluster, one.item.pk).items()
        if found.state == "published"
    }
    edition = editions.get(one.item.language) or next(iter(editions.values()), None)
    if edition is None:
        return None
    with override(edition.language):
        return reverse(
            "portal:article", kwargs={"cluster": one.cluster.slug, "pk": one.item.pk, "slug": edition.slug}
        )


@transaction.atomic
def take_over(*, cluster: Cluster, text: str) -> tuple[int, int]:
    """Enter addresses, one on each line: the old one, then the new one or the number of an item. All or none.

    Gives how many are new and how many changed. Another cluster's stay its own.
    """
    lines = [line.replace("\t", " ").split() for line in text.splitlines() if line.strip()]
    if not lines or len(lines) > MOST:
        raise Refused("Write one to {n} lines.", "1~{n}줄을 입력해 주십시오.", n=MOST)
    new = changed = 0
    for line in lines:
        path, query, values = _read(cluster, line)
        there = OldAddress.objects.filter(path=path, query=query).first()
        if there is not None and there.cluster_id != cluster.pk:
            raise Refused(
                "{address} leads to another cluster already.",
                "{address}: 다른 클러스터로 연결된 주소입니다.",
                address=line[0][:80],
            )
        OldAddress.objects.update_or_create(path=path, query=query, defaults={"cluster": cluster, **values})
        new, changed = new + (there is None), changed + (there is not None)
    return new, changed


def _read(cluster: Cluster, line: list[str]) -> tuple[str, str, dict[str, object]]:
    if len(line) != 2:
        raise Refused(
            "Write the old address and, behind a space, the new one: {line}",
            "옛 주소와 새 주소를 한 칸 띄어 입력해 주십시오: {line}",
            line=" ".join(line)[:80],
        )
    path, query = parts_of(line[0])
    new = urlsplit(line[1])
    if line[1].isascii() and line[1].isdigit():
        item = Item.objects.filter(cluster=cluster, number=number(line[1])).first()
        if item is None:
            raise Refused("There is no item with the number {n}.", "{n}번 글이 없습니다.", n=line[1][:20])
        return path, query, {"item": item, "to": ""}
    to = new.path + (f"?{new.query}" if new.query else "")
    if not to.startswith("/") or to.startswith("//") or "\\" in to or len(to) > LONGEST:
        raise Refused(
            "{address} is no page of this site: begin with /ko/ or /en/, or give the number of an item.",
            "{address}: 이 사이트의 주소가 아닙니다. /ko/ 또는 /en/으로 시작하는 주소나 글 번호를 입력해 주십시오.",
            address=line[1][:80],
        )
    if (unquote(new.path), _sorted(new.query)) == (path, query):
        raise Refused(
            "{address} leads to itself.", "{address}: 자기 자신으로 연결됩니다.", address=line[0][:80]
        )
    return path, query, {"item": None, "to": to}


@transaction.atomic
def take_over_imported(*, cluster: Cluster) -> int:
    """Let the addresses that imported items had where they came from lead to them. Gives how many are new."""
    known, made = set(OldAddress.objects.values_list("path", "query")), []
    for item in Item.objects.filter(cluster=cluster).exclude(key="").exclude(link="").iterator():
        try:
            parts = parts_of(item.link)
        except Refused:
            continue
        if parts not in known:
            known.add(parts)
            made.append(OldAddress(cluster=cluster, path=parts[0], query=parts[1], item=item))
    return len(OldAddress.objects.bulk_create(made, batch_size=2000))

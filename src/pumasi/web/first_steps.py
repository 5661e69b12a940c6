"""The first cluster of an installation and its first manager."""

from __future__ import annotations

from zoneinfo import available_timezones

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.db import transaction

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.refused import Refused
from pumasi.web import sign_in_links

# Words that begin addresses of their own and cannot be the short name of a cluster.
RESERVED = {
    "my", "desk", "api", "static", "account", "admin", "link", "search", "notices", "invitation", "sign-in", "health",
    "clusters", "docs",
}  # fmt: skip


def new_cluster(*, slug: str, ko: str, en: str, manager: str, zone: str) -> str:
    """Make a cluster and the account of its manager; give a link that signs the manager in once."""
    _check(slug, manager, zone)
    with transaction.atomic():
        cluster = Cluster.objects.create(slug=slug, name_ko=ko, name_en=en, zone=zone, contact_email=manager)
        user = members.ensure_user(email=manager)
        EmailAddress.objects.get_or_create(
            user=user, email=user.email, defaults={"verified": True, "primary": True}
        )
        members.grant(user=user, role="cluster_manager", cluster=cluster)
    return sign_in_links.make(user)


def _check(slug: str, manager: str, zone: str) -> None:
    try:
        validate_slug(slug)
        validate_email(manager)
    except ValidationError as error:
        raise Refused(
            "Use small letters, digits and hyphens for the short name, and a whole mail address.",
            "짧은 이름에는 영문 소문자, 숫자, 붙임표만 쓰시고 메일 주소는 전체를 입력해 주십시오.",
        ) from error
    if slug in RESERVED or Cluster.objects.filter(slug=slug).exists():
        raise Refused(
            "{slug} is taken. Choose another short name.",
            "{slug}은(는) 쓸 수 없는 이름입니다. 다른 이름을 정해 주십시오.",
            slug=slug,
        )
    if zone not in available_timezones():
        raise Refused(
            "There is no time zone {zone}. Write it as Asia/Seoul.",
            "{zone} 시간대가 없습니다. Asia/Seoul처럼 적어 주십시오.",
            zone=zone,
        )

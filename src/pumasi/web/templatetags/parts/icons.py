"""Icons from the sprite that the build draws, and the mark of Pumasi."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_vite.core.asset_loader import DjangoViteAssetLoader

from pumasi.web.templatetags._library import register


def sprite() -> str:
    """Give the address of the icon sprite."""
    url: str = DjangoViteAssetLoader.instance().generate_vite_asset_url("src/icons.svg")
    return url


@register.simple_tag
def icon(name: str, size: int | str = "", label: str = "", classes: str = "") -> SafeString:
    """Draw an icon: {% icon "search" %}, {% icon "bell" size=20 label="Notifications" %}.

    `size` is 16, 20, 24 or 32 pixels at normal text size (default: that of the text). Without a label it is
    decoration and hidden from screen readers. Names are those of frontend/src/icons.js.
    """
    return _drawn(name, size, label, classes)


# A page draws some thirty, always the same ones. Typed: what is marked safe is not taken for what is not.
@lru_cache(maxsize=1024, typed=True)
def _drawn(name: str, size: int | str, label: str, classes: str) -> SafeString:
    style = f"icon icon-{size} {classes}".strip() if size else f"icon {classes}".strip()
    said = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html('<svg class="{}" {}><use href="{}#{}"></use></svg>', style, said, sprite(), name)


@register.inclusion_tag("components/mark.html")
def mark() -> dict[str, str]:
    """Draw the mark; it takes its colours from the theme: {% mark %}."""
    return {}

"""Renders the style pages with Django's template engine alone: no database, no running site."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import django
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WEB = ROOT / "src" / "pumasi" / "web"
OUT = HERE / "out"
PAGES = {"home": "visitor", "week": "manager", "member": "member", "directory": "manager", "organisation": "member", "network": "manager", "parts": "manager"}
SAMPLE = "<a href='#'>{}<span class='kind'>{}</span></a>"


def configure() -> None:
    """Set up Django for templates only."""
    locale = OUT / "locale" / "ko" / "LC_MESSAGES"
    locale.mkdir(parents=True, exist_ok=True)
    source = WEB / "locale" / "ko" / "LC_MESSAGES" / "django.po"
    if source.exists():
        with source.open("rb") as words, (locale / "django.mo").open("wb") as compiled:
            write_mo(compiled, read_po(words, locale="ko"))
    settings.configure(
        SECRET_KEY="style pages only",  # noqa: S106
        INSTALLED_APPS=["django.contrib.staticfiles", "django_vite"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [WEB / "templates", HERE / "templates"],
                "OPTIONS": {"libraries": {"pumasi": "pumasi.web.templatetags.pumasi"}},
            }
        ],
        LANGUAGES=[("ko", "Korean"), ("en", "English")],
        LOCALE_PATHS=[OUT / "locale"],
        USE_I18N=True,
        USE_TZ=True,
        TIME_ZONE="Asia/Seoul",
        STATIC_URL="/static/",
        DJANGO_VITE={
            "default": {"static_url_prefix": "built", "manifest_path": WEB / "static" / "built" / "manifest.json"}
        },
    )
    django.setup()


def main() -> None:
    """Write every page in both languages, beside the assets they need."""
    shutil.rmtree(OUT, ignore_errors=True)
    configure()
    sys.path.insert(0, str(HERE))
    import content  # late: needs Django's settings
    from django.template.loader import render_to_string  # late: needs Django's settings
    from django.test import RequestFactory  # late: needs Django's settings
    from django.utils import translation  # late: needs Django's settings

    for language in ("ko", "en"):
        with translation.override(language):
            (OUT / f"map-{language}.json").write_text(json.dumps(content.network(language)))
            for page, role in PAGES.items():
                request = RequestFactory().get(f"/{language}-{page}.html", {"kind": "c", "sort": "-events"})
                known = {**content.context(language), **content.frame(language, role, page), "request": request}
                (OUT / f"{language}-{page}.html").write_text(render_to_string(f"{page}.html", known, request=None))
    (OUT / "suggest.html").write_text(SAMPLE.format("Haedeun Mobility", "Company"))
    (OUT / "static").mkdir()
    shutil.copytree(WEB / "static" / "built", OUT / "static" / "built")
    print(f"Style pages written to {OUT.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()

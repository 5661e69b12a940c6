"""Pages that belong to no single room: front, home, search, one's account, notices, errors."""

from pumasi.web.views.abroad import abroad
from pumasi.web.views.account import (
    accept_invitation,
    apply,
    decide_claim,
    erase_me,
    export_me,
    invite,
    profile,
    sign_in,
)
from pumasi.web.views.errors import health, not_allowed, not_found
from pumasi.web.views.front import about, choose_language, figures, front, public_home
from pumasi.web.views.home import home, notices
from pumasi.web.views.search import search, suggest
from pumasi.web.views.site import site_settings
from pumasi.web.views.sitemap import robots, sitemap, sitemap_index
from pumasi.web.views.tokens import revoke_token, tokens

__all__ = [
    "about", "abroad", "accept_invitation", "apply", "choose_language", "decide_claim", "erase_me", "export_me", "figures", "front", "health",
    "home", "invite", "not_allowed", "not_found", "notices", "profile", "public_home", "revoke_token", "robots",
    "search", "sign_in", "site_settings", "sitemap", "sitemap_index", "suggest", "tokens",
]  # fmt: skip

"""Settings. Everything an installation may change comes from the environment; docs/operations.md lists each."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

HERE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("PUMASI_HOME") or Path(tempfile.gettempdir()) / "pumasi-without-home")
PRODUCTION = os.environ.get("PUMASI_PRODUCTION", "") == "1"
DEBUG = False
# The embedded database says so to everybody who runs it in production mode.
EMBEDDED_DATABASE = os.environ.get("PUMASI_EMBEDDED", "") == "1"


def _secret() -> str:
    """Read the secret from the environment, else from the home, where the commands put it."""
    kept = HOME / "secret-key"
    return os.environ.get("PUMASI_SECRET") or (
        kept.read_text().strip() if kept.exists() else "only-for-collectstatic"
    )


SECRET_KEY = _secret()
ALLOWED_HOSTS = os.environ.get("PUMASI_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
SITE_URL = os.environ.get("PUMASI_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https") else []


def _database(url: str) -> dict[str, Any]:
    """Turn a libpq address into Django's words; with a pool, connections are not kept by Django itself."""
    parts = conninfo_to_dict(url) if url else {"dbname": "pumasi"}
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    base = {named[key]: str(value) for key, value in parts.items() if key in named}
    rest = {key: value for key, value in parts.items() if key not in named}
    pool = {"min_size": 1, "max_size": int(os.environ.get("PUMASI_POOL", "6")), "timeout": 20}
    # From the fifth time on the database has a plan for a question that is asked in the same words (`kit.worded`); 0 for poolers that cannot.
    prepared = int(os.environ.get("PUMASI_PREPARE", "5")) or None
    return {
        "ENGINE": "django.db.backends.postgresql",
        **base,
        "CONN_MAX_AGE": 0,
        "OPTIONS": {**rest, "pool": pool, "prepare_threshold": prepared},
        "TEST": {"NAME": os.environ.get("PUMASI_TEST_DATABASE", "test_pumasi")},
    }


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}

ROOMS = [
    "pumasi.commons.members",
    "pumasi.commons.ledger",
    "pumasi.commons.mail",
    "pumasi.commons.claims",
    "pumasi.commons.holds",
    "pumasi.commons.intake",
    "pumasi.operate.meetups",
    "pumasi.operate.facilities",
    "pumasi.measure.network",
    "pumasi.measure.observatory",
    "pumasi.publish.newsroom",
    "pumasi.publish.portal",
]
INSTALLED_APPS = [
    *ROOMS,
    "pumasi.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "django_vite",
    "rules",
    "csp",
]
if os.environ.get("PUMASI_ADMIN", "") == "1":
    INSTALLED_APPS.append("django.contrib.admin")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pumasi.web.middleware.MemoryMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pumasi.web.middleware.ApiMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "pumasi.web.middleware.ClusterMiddleware",
    "pumasi.web.middleware.RefusalMiddleware",
]
ROOT_URLCONF = "pumasi.web.urls"
WSGI_APPLICATION = "pumasi.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "pumasi.web.context.shell",
            ],
            "builtins": ["pumasi.web.templatetags.extending"],
        },
    }
]
FORM_RENDERER = "pumasi.web.widgets.Renderer"

AUTH_USER_MODEL = "members.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_ADAPTER = "pumasi.web.accounts.Adapter"
ACCOUNT_RATE_LIMITS = (
    {} if os.environ.get("PUMASI_UNLIMITED") == "1" else {"login_failed": "10/m/ip,5/15m/key"}
)
# Proxies in front of us whose word on the caller's address counts.
PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("PUMASI_PROXIES", "0"))
# Requests a minute over the API, counted by each web process; 0 is no limit.
API_LIMITS = {
    "accounts": int(os.environ.get("PUMASI_API_LIMIT", "600")),
    "visitors": int(os.environ.get("PUMASI_API_LIMIT_VISITORS", "120")),
}
if os.environ.get("PUMASI_UNLIMITED") == "1":
    API_LIMITS = dict.fromkeys(API_LIMITS, 0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"APPS": []}}
if os.environ.get("PUMASI_OIDC_URL"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": "organisation",
            "name": os.environ.get("PUMASI_OIDC_NAME", "OpenID Connect"),
            "client_id": os.environ.get("PUMASI_OIDC_CLIENT", ""),
            "secret": os.environ.get("PUMASI_OIDC_SECRET", ""),
            "settings": {"server_url": os.environ["PUMASI_OIDC_URL"]},
        }
    )

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", _("Korean")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Seoul"
FORMAT_MODULE_PATH = ["pumasi.web.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("built", HERE / "static" / "built")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 31_536_000 if PRODUCTION else 60
DJANGO_VITE = {
    "default": {
        "dev_mode": False,
        "static_url_prefix": "built",
        "manifest_path": HERE / "static" / "built" / "manifest.json",
    }
}
MEDIA_ROOT = HOME / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
IMPORT_MAX_BYTES = 200_000_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_ENGINE = "pumasi.web.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = os.environ.get("PUMASI_SESSION_COOKIE", "sessionid")
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000

SMTP_URL = os.environ.get("PUMASI_SMTP", "")
CHECK_LINKS = os.environ.get("PUMASI_CHECK_LINKS", "1") == "1"
TRANSLATOR = os.environ.get("PUMASI_TRANSLATOR", "")
TRANSLATOR_KEY = os.environ.get("PUMASI_TRANSLATOR_KEY", "")
BOUNCES_URL = os.environ.get("PUMASI_BOUNCES", "")
DEFAULT_FROM_EMAIL = os.environ.get("PUMASI_FROM", "Pumasi <pumasi@localhost>")
# Django's own mails (sign-in codes, password resets) go through the same outbox.
EMAIL_BACKEND = "pumasi.commons.mail.transport.OutboxBackend"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
PROCRASTINATE_IMPORT_PATHS = ["pumasi.web.jobs"]
PGHISTORY_APPEND_ONLY = True
SILENCED_SYSTEM_CHECKS = ["fields.W344"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}, "procrastinate": {"level": "WARNING"}},
}

"""Settings of the tests: their own home and database, fast password hashes, no pool."""

import os
import tempfile
from pathlib import Path

from pumasi.host import api as host

_place = os.environ.get("PUMASI_TEST_HOME") or str(Path(tempfile.gettempdir()) / f"pumasi-test-{os.getuid()}")
# Each process of a parallel run has a server of its own: a transaction that one test keeps open would hold
# back every reader of the ledger on the same server.
_home = host.Home(Path(_place + os.environ.get("PYTEST_XDIST_WORKER", "")))
_home.prepare()
(_home.path / "static").mkdir(exist_ok=True)
os.environ["PUMASI_HOME"] = str(_home.path)
os.environ["PUMASI_SECRET"] = _home.secret()
os.environ["DATABASE_URL"] = os.environ.get("PUMASI_TEST_URL") or host.ensure(_home, environ={})

from pumasi.web import messages  # noqa: E402
from pumasi.web.settings import *  # noqa: E402, F403

# Compiled catalogues are not committed; without `make` the tests make them here.
messages.compile_all()
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_RATE_LIMITS = {}
API_LIMITS = {"accounts": 0, "visitors": 0}
ALLOWED_HOSTS = ["*"]
SITE_URL = "http://testserver"
SMTP_URL = BOUNCES_URL = ""
# A pool would hold connections that the runner needs gone when it drops the test database.
DATABASES["default"]["OPTIONS"].pop("pool", None)  # noqa: F405
DATABASES["default"]["TEST"]["TEMPLATE"] = "pumasi_test_template"  # noqa: F405
# Races show that a promise fails without its guard; nowhere else can one be switched off.
PLACES_GUARD = os.environ.get("PUMASI_PLACES_GUARD", "1") == "1"
HOLDS_GUARD = os.environ.get("PUMASI_HOLDS_GUARD", "1") == "1"

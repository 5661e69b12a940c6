"""The settings of an installation, with guards that the environment can switch off. Only negative controls use them."""

import os

from pumasi.web.settings import *  # noqa: F403

PLACES_GUARD = os.environ.get("PUMASI_PLACES_GUARD", "1") == "1"
HOLDS_GUARD = os.environ.get("PUMASI_HOLDS_GUARD", "1") == "1"

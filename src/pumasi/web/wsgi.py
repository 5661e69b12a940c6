"""What granian serves."""

import gc

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
# What is loaded by now lives as long as the process: the collector need not walk through it again and again.
gc.collect()
gc.freeze()

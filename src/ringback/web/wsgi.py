"""The pages as one WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from ringback.doors.clock import zone_kept
from ringback.settings import HOME
from ringback.web.uploads import sweep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ringback.web.settings")
with zone_kept():
    application = get_wsgi_application()
# What waited to be read belonged to the process before.
sweep(HOME, older_than=0)

"""Pages are served by threaded WSGI."""

import os

# libpq reads PGOPTIONS: no page may hold a connection longer than ten seconds on one statement.
os.environ.setdefault("PGOPTIONS", "-c statement_timeout=10000")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

"""The newsroom as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
# A page that needs longer than this is a mistake; commands and migrations have no such limit.
os.environ.setdefault("NEWSROOM_STATEMENT_TIMEOUT", "5s")

application = get_wsgi_application()

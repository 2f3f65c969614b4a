"""The newsroom as an ASGI application."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
os.environ.setdefault("NEWSROOM_STATEMENT_TIMEOUT", "5s")

application = get_asgi_application()

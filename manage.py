#!/usr/bin/env python
"""Django's command line for the newsroom."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        from django.core.management import execute_from_command_line
    except ModuleNotFoundError:
        sys.exit("Django is not installed here. Run: make setup, then .venv/bin/python manage.py …")
    execute_from_command_line(sys.argv)

"""Accounts of the desk."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import Group, User
from django.db import transaction

#: The group that migrations make, with what an editor may do; also the name of the first account.
EDITOR = "editor"


@transaction.atomic
def make_first_editor() -> str | None:
    """Make the account `editor` and return its random password, to be shown once; None where it exists already."""
    if User.objects.filter(username=EDITOR).exists():
        return None
    password = secrets.token_urlsafe(12)
    editor = User.objects.create_user(EDITOR, password=password, is_staff=True)
    editor.groups.add(Group.objects.get(name=EDITOR))
    return password

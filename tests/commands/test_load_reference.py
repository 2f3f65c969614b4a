"""`manage.py load_reference`."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation

pytestmark = pytest.mark.django_db


def run() -> str:
    out = StringIO()
    with translation.override("en"):
        call_command("load_reference", stdout=out)
    return out.getvalue()


def test_it_tells_what_it_did_and_does_nothing_twice():
    assert "0 changed, 0 unchanged" in run()
    assert "Reference data: 0 created, 0 changed" in run()

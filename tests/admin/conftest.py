"""An editor at the desk, and a small newsroom around them."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import translation
from playwright.sync_api import BrowserContext

from tests.factories import make_country, make_editor, make_topic

TABLES = (
    *("article", "importrun", "original", "country", "topic"),
    *("source", "sourcehabit", "sourcepolicy", "entity", "alias", "office"),
    *("judgement", "entitymerge", "unknownname", "lesson"),
)


def allow(user: User, *codenames: str) -> User:
    """Give `user` permissions by their codenames."""
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames))
    return User.objects.get(pk=user.pk)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The desk in English; a request of another test may have left German."""
    with translation.override("en"):
        yield


@pytest.fixture
def newsroom(db) -> None:
    """What texts are filed under."""
    make_country("KZ", "Kazakhstan", name_de="Kasachstan")
    make_country("UZ", "Uzbekistan", name_de="Usbekistan", position=2)
    make_topic("energy")
    make_topic("culture")


@pytest.fixture
def editor(newsroom) -> User:
    """A member of staff who may do all that an editor does."""
    deeds = ("view", "add", "change")
    rights = [f"{deed}_{table}" for deed in deeds for table in TABLES]
    return allow(make_editor(), *rights, "delete_alias")


def english_client(user: User) -> Client:
    """A browser with an English interface in which `user` is signed in."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


def sign_in(context: BrowserContext, user: User, site: str) -> None:
    """Sign `user` in at the address `site` in a real browser, with an English interface."""
    session = english_client(user).cookies["sessionid"].value
    cookies = {"sessionid": session, "django_language": "en"}
    context.add_cookies([{"name": n, "value": v, "url": site} for n, v in cookies.items()])


@pytest.fixture
def desk(editor) -> Client:
    """The editor's browser."""
    return english_client(editor)


@pytest.fixture
def count_queries(django_assert_max_num_queries) -> Callable[[Client, str], int]:
    """Return how many queries a page takes, once everything that is cached is."""

    def count(client: Client, path: str) -> int:
        client.get(path)
        with django_assert_max_num_queries(100) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count

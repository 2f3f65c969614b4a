"""What comes compressed: public pages and files, and nothing of the desk."""

import gzip

import pytest
from django.conf import settings

from tests.factories import make_published

pytestmark = pytest.mark.django_db

ACCEPTS = {"Accept-Encoding": "gzip, deflate, br"}


def read(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    "address",
    [
        "/de/",
        "/de/articles/",
        "/de/articles/?year=abc",
        "/de/articles/feed.atom",
        "/de/articles/feed.json",
        "/sitemap-pages.xml",
        f"/{settings.STATIC_URL.strip('/')}/articles/site.css",
        f"/{settings.STATIC_URL.strip('/')}/articles/mark.svg",
        f"/{settings.STATIC_URL.strip('/')}/articles/admin/desk.js",
    ],
)
def test_what_is_public_comes_compressed_to_those_who_accept_it(client, address):
    make_published(body=["Ein langer Text."] * 20)
    plain, small = client.get(address), client.get(address, headers=ACCEPTS)
    assert "Content-Encoding" not in plain.headers
    assert small["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small["Vary"]
    content, packed = read(plain), read(small)
    assert gzip.decompress(packed) == content
    assert len(packed) < len(content)


def test_pages_with_secrets_are_not_compressed(admin_client, client):
    for browser, address in (
        (client, "/admin/login/"),
        (admin_client, "/admin/"),
        (admin_client, "/admin/articles/article/"),
        (admin_client, "/admin/nirgends/"),
    ):
        assert "Content-Encoding" not in browser.get(address, headers=ACCEPTS).headers


def test_pictures_are_left_as_they_are(client):
    assert "Content-Encoding" not in client.get("/de/card.png", headers=ACCEPTS).headers


@pytest.mark.parametrize(
    "address", [f"/{settings.STATIC_URL.strip('/')}/articles/site.css", "/de/articles/feed.atom"]
)
def test_what_a_reader_holds_compressed_is_not_sent_again(client, address):
    make_published()
    held = client.get(address, headers=ACCEPTS)
    assert read(held)
    again = client.get(address, headers=ACCEPTS | {"If-None-Match": held["ETag"]})
    assert (again.status_code, read(again)) == (304, b"")

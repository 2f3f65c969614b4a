"""Pages for what a reader can't have. Tests without the database show that none of them needs it."""

import pytest
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.test import Client

from articles.views import errors


def test_an_unknown_address_is_answered_in_the_language_of_the_address(client):
    for address, words in (
        ("/de/nirgends/", "Hier ist keine Seite"),
        ("/en/nowhere/", "There is no page here"),
        ("/ru/nigde/", "Такой страницы нет"),
    ):
        answer = client.get(address)
        assert answer.status_code == 404
        assert words in answer.content.decode()


def test_an_address_without_a_language_is_answered_in_the_readers(client):
    answer = client.get("/nowhere/", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert "There is no page here" in answer.content.decode()


def test_an_error_page_leads_to_the_front_page_in_each_language(client):
    page = client.get("/de/nirgends/").content.decode()
    assert 'href="/de/"' in page
    for language in ("en", "ru"):
        assert f'href="/{language}/" hreflang="{language}"' in page


def test_a_failing_database_gives_a_page_in_words(client):
    client.raise_request_exception = False
    answer = client.get("/de/")  # this test may not use the database, so the front page fails
    assert answer.status_code == 500
    assert "Bei uns ist etwas schiefgegangen" in answer.content.decode()


@pytest.mark.parametrize(
    ("handler", "exception", "status", "words"),
    [
        (errors.bad_request, BadRequest("secret"), 400, "Diese Adresse verstehen wir nicht"),
        (errors.forbidden, PermissionDenied("secret"), 403, "fehlt Ihnen die Berechtigung"),
        (errors.not_found, Http404("secret"), 404, "Hier ist keine Seite"),
    ],
)
def test_what_an_exception_tells_developers_is_not_for_readers(
    rf, handler, exception, status, words
):
    answer = handler(rf.get("/de/x/"), exception)
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_a_host_we_do_not_serve_is_refused_in_words(client):
    answer = client.get("/de/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "Diese Adresse verstehen wir nicht" in answer.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_public_pages_are_for_reading_only(client, method):
    for address in ("/de/", "/de/about/", "/de/articles/", "/de/countries/x/", "/de/articles/x-1/"):
        assert getattr(client, method)(address).status_code == 405


def test_a_form_without_its_token_is_refused_in_our_words_and_under_our_rules():
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert answer.status_code == 403
    assert "Dieses Formular wurde nicht angenommen" in answer.content.decode()
    assert "Content-Security-Policy" in answer.headers
    assert "<style" not in answer.content.decode()

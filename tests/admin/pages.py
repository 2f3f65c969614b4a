"""How tests read and send pages of the desk."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse

from articles.models import Article

UPLOAD = "/admin/articles/importrun/add/"
TEXT = """Neue Pipeline für Aktau

Die Stadt Aktau in Kasachstan bekommt eine neue Leitung. Das teilte die Verwaltung am Montag mit, \
wie es in einer Erklärung heißt, die am Abend verbreitet wurde.

Die Arbeiten an der Pipeline bei Aktau sollen im kommenden Frühjahr beginnen und zwei Jahre dauern. \
Über die Kosten wurde zunächst nichts bekannt. Anwohner hatten seit langem über die alten Rohre \
geklagt, die an vielen Stellen rosten.
"""


def upload(client: Client, *files: tuple[str, str | bytes]) -> Any:
    """Send files by the upload page and return the page that follows."""
    sent = [
        SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)
        for name, data in files
    ]
    with TestCase.captureOnCommitCallbacks(execute=True):  # a worker reads what was sent
        page = client.post(UPLOAD, {"files": sent})
    return client.get(page.url) if page.status_code == 302 else page


def press(client: Client, run: Any, query: str = "", **sent: Any) -> Any:
    """Press a button of a run's page and return the page that follows; a worker does what was asked for."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = client.post(run.get_absolute_url() + query, sent)
    return client.get(page.url) if page.status_code == 302 else page


def text(response: Any) -> str:
    """Return a page's HTML with white space collapsed."""
    return " ".join(response.content.decode().split())


def address(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def history(article: Article) -> str:
    return reverse("admin:articles_article_history", args=[article.pk])


def filled(client: Client, article: Article) -> dict[str, Any]:
    """Return what a browser would send from the correction screen if nothing was touched."""
    form = client.get(address(article)).context["form"]
    data: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if value not in (None, "", []):
            data[bound.html_name] = value
    return data


def send(client: Client, article: Article, *buttons: str, **changed: Any) -> Any:
    """Change fields on the correction screen, press buttons, and return the page that follows."""
    data = filled(client, article) | changed | dict.fromkeys(buttons or ("_save",), "1")
    return client.post(address(article), data, follow=True)

"""The main job, once, as an editor does it in a browser: from a file to a reader."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from articles.actions.reference import load_reference
from articles.models import Article, Status
from tests.factories import make_source

from .admin.pages import TEXT

WATER = """ date 2025-04

Neue Messstellen am Amudarja

In Usbekistan messen seit April vierzig neue Stationen, wie viel Wasser der Amudarja führt.

Von Aigul Sadykova

Die Stationen stehen zwischen Termez und Nukus. Sie melden jede Stunde, wie hoch der Fluss steht und \
wie viel Wasser in die Kanäle abzweigt. Bisher lasen Wärter die Pegel zweimal am Tag ab.

Die Daten

In Usbekistan verbrauchen die Felder neun Zehntel des Wassers. Das Ministerium in Taschkent will mit den \
Zahlen die Bewässerung planen. Umweltschützer fordern, sie zu veröffentlichen, damit auch Bauern am \
Aralsee sehen, was ankommt. Der Wassermangel trifft die Dörfer am Unterlauf zuerst.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two texts as they lie on an editor's disk."""
    texts = {"amudarja.txt": WATER, "aktau.txt": TEXT}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]


@pytest.fixture
def newsroom(transactional_db, django_user_model) -> None:
    """What a fresh newsroom knows, a source that lets us publish, and an editor's account."""
    load_reference()
    make_source("Wasserblatt")
    django_user_model.objects.create_superuser("aigul", password="kumys-2026")


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_from_a_file_to_a_reader(page: Page, newsroom, files):
    sign_in(page)
    import_both(page, files)
    correct_and_publish(page)
    find_and_read(page)


def sign_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Benutzername").fill("aigul")
    page.get_by_label("Passwort").fill("kumys-2026")
    page.get_by_label("Passwort").press("Enter")
    expect(page.get_by_role("heading", name="Schreibtisch")).to_be_visible()


def import_both(page: Page, files: list[Path]) -> None:
    """Upload, review, leave one text out, store the other."""
    page.get_by_role("link", name="Texte einlesen").click()
    page.wait_for_load_state("networkidle")
    page.get_by_label("Dateien").set_input_files(files)
    page.wait_for_url("**/importrun/*/change/", timeout=60_000)  # read within the request here
    expect(page.get_by_text("2 eingegangen")).to_be_visible()
    assert not Article.objects.exists()
    left_out = page.locator(".item", has_text="aktau.txt").locator('[data-key="x"]')
    left_out.click()
    expect(left_out).to_have_attribute("aria-pressed", "true")
    page.locator("#storing .primary").click(timeout=60_000)
    expect(page.get_by_role("link", name="Entwurf öffnen")).to_have_count(1)
    expect(left_out).to_have_attribute("aria-pressed", "true")


def correct_and_publish(page: Page) -> None:
    """See where a value was read, be refused without a source, choose one, publish."""
    page.get_by_role("link", name="Entwurf öffnen").click()
    headline = page.get_by_label("Überschrift", exact=True)
    expect(headline).to_have_value("Neue Messstellen am Amudarja")
    page.locator("html.has-script").wait_for()  # the script is there and has set its focus
    page.wait_for_load_state("networkidle")
    headline.focus()
    expect(page.locator(".original .lit").first).to_contain_text("Neue Messstellen")
    headline.fill("Vierzig neue Messstellen am Amudarja")
    button(page, "Speichern und veröffentlichen").click()
    page.get_by_role("link", name="Wählen Sie die Quelle.").click()
    page.get_by_label("Quelle", exact=True).select_option(label="Wasserblatt (voller Text)")
    button(page, "Speichern und veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht.")).to_be_visible()
    assert Article.objects.get().status == Status.PUBLISHED


def find_and_read(page: Page) -> None:
    """Find the text by its country and by its topic, and read it."""
    page.goto("/de/")  # the desk's page gives its last sign while the editor is still signed in
    page.context.clear_cookies()
    page.reload()
    page.get_by_role("navigation", name="Bereiche").get_by_role("link", name="Usbekistan").click()
    link = page.get_by_role("link", name="Vierzig neue Messstellen am Amudarja")
    expect(link).to_be_visible()
    topic = Article.objects.get().topic_links.order_by("rank")[0].topic
    page.goto(f"/de/topics/{topic.code}/")
    link.click()
    expect(page).to_have_url(re.compile("vierzig-neue-messstellen-am-amudarja"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Vierzig neue Messstellen am Amudarja"
    )
    expect(page.get_by_role("article")).to_contain_text("Aigul Sadykova")
    expect(page.get_by_role("article")).to_contain_text("April 2025")
    expect(page.get_by_role("article")).to_contain_text("zwischen Termez und Nukus")

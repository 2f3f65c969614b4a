"""Every page of the desk, light and dark, on a telephone and at a desk: nothing that axe calls a violation of WCAG 2.2 AA."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import Page

from articles.actions.correcting import correct
from articles.actions.judging import reject
from articles.actions.merging import merge
from articles.actions.publishing import publish, withdraw
from articles.actions.undoing import undo_run
from articles.models import Article, Entity, ImportItem, ImportRun, Judgement
from tests.accessibility import violations
from tests.factories import (
    ask_name,
    make_article,
    make_country,
    make_entity,
    make_published,
    make_source,
    make_topic,
    propose,
)

from .conftest import english_client, sign_in
from .pages import TEXT, UPLOAD, address, upload

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
LONG = "Wasserwirtschaftsverwaltungszusammenarbeitskommission"
NEARLY = TEXT.replace("im kommenden Frühjahr", "im nächsten Herbst")


@pytest.fixture
def page(checked_page: Page, live_server, admin_user) -> Page:
    """A browser in which somebody who may see all is signed in."""
    sign_in(checked_page.context, admin_user, live_server.url)
    return checked_page


@pytest.fixture
def visit(page: Page, live_server) -> Iterator[Callable[..., None]]:
    """Return a function that opens an address, or takes the page as it stands, and looks at it in all its clothes.

    What axe finds fails the test at its end, so that one run tells all.
    """
    found: dict[str, list[str]] = defaultdict(list)

    def look(path: str = "", name: str = "") -> None:
        if path and not _shown(page, path):
            return
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                place = name or page.url.removeprefix(live_server.url)
                for violation in violations(page):
                    found[f"{place}: {violation}"].append(f"{width} px {scheme}")

    yield look
    assert not found, "\n".join(f"{one} [{', '.join(where)}]" for one, where in found.items())


def _shown(page: Page, path: str) -> bool:
    """Open `path` and return whether it is a page of its own, and not one that nobody may open or that leads elsewhere."""
    answer = page.goto(path)
    assert answer.status in (200, 403), f"{path}: {answer.status}"
    return answer.status == 200 and answer.url.endswith(path)


@pytest.fixture
def texts(admin_user) -> list[Article]:
    """A draft with its run, a doubtful draft, a published text, a withdrawn one; and what a second run holds back."""
    country, topic, source = make_country(), make_topic(), make_source(LONG)
    entity = make_entity("Aktau", kind="place", country=country)
    client = english_client(admin_user)
    upload(client, ("aktau.txt", TEXT))
    client.post(ImportRun.objects.get().get_absolute_url(), {"store": "1"})
    imported = Article.objects.get()
    upload(client, ("near.txt", NEARLY), ("same.txt", TEXT), ("bad.zip", b"PK\x03\x04"))
    draft = make_article(LONG, source=source, topics=[topic], entities=[entity])
    propose(draft, "headline")
    ready = publish(make_article("Erschienen"), by=admin_user)
    withdrawn = withdraw(make_published("Zurückgezogen"), by=admin_user, reason="Falsche Zahlen")
    return [imported, draft, ready, withdrawn]


@pytest.fixture
def asked(texts) -> Entity:
    """A name that could be one of the gazetteer, an answered one, and two entities that are one."""
    zhumabayev = make_entity("Askar Zhumabayev", name_de="Askar Schumabajew", doubtful="the name")
    zhumabayev.aliases.create(name="Жумабаев", kind="surname", language="kk")
    ask_name(texts[0], "Askar Schumabajew", key="k", candidates=["Askar Zhumabayev"])
    ask_name(texts[1], "Der Westen", key="w", kind="place", warning="misspelling")
    ask_name(texts[1], "Die Union", key="u")
    reject("u", by=None)
    make_entity("Aktau Stadt", kind="place")
    return zhumabayev


def test_before_signing_in_and_after_signing_out(page, visit, admin_user):
    page.context.clear_cookies()
    visit("/admin/login/")
    page.fill("[name=username]", "niemand")
    page.fill("[name=password]", "falsch")
    page.press("[name=password]", "Enter")
    page.wait_for_selector(".errornote")
    visit(name="wrong password")
    page.fill("[name=username]", admin_user.username)
    page.fill("[name=password]", "password")
    page.press("[name=password]", "Enter")
    page.wait_for_selector("#logout-form")
    visit("/admin/password_change/")
    page.press("[name=old_password]", "Enter")
    visit(name="new password refused")
    visit("/admin/password_change/done/")
    page.click("#logout-form button")
    page.wait_for_url("**/logout/")
    visit(name="signed out")


@pytest.mark.parametrize("part", range(2))
def test_each_table_with_its_forms(visit, texts, asked, part):
    tables = sorted(admin.site._registry, key=lambda model: model._meta.label)
    for model in tables[part::2]:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        visit(reverse(f"{name}_changelist"))
        visit(reverse(f"{name}_add"))
        if first := model._default_manager.first():
            for page in ("change", "history", "delete"):
                visit(reverse(f"{name}_{page}", args=[first.pk]))


def test_the_front_page_lists_and_what_is_not_there(page, visit, texts, asked):
    visit("/admin/")
    visit("/admin/articles/article/?q=aktau&status__exact=draft")
    visit("/admin/articles/article/?q=nirgends")
    visit("/admin/articles/")
    page.goto("/admin/nirgends/")
    visit(name="not found")


def test_importing(page, visit, texts):
    runs = ImportRun.objects.order_by("pk")
    for run in runs:
        visit(run.get_absolute_url())
    for item in ImportItem.objects.order_by("pk"):
        visit(reverse("admin:articles_importitem", args=[item.run_id, item.pk]))
    near = ImportItem.objects.get(verdict="near")
    visit(reverse("admin:articles_importitem_compare", args=[near.run_id, near.pk]))
    visit(UPLOAD)
    page.evaluate("document.querySelector('[data-plain]').hidden = false")
    page.evaluate("document.querySelector('[data-upload]').noValidate = true")
    page.evaluate("document.querySelector('[data-upload]').submit()")
    page.wait_for_selector(".errornote")
    visit(name="nothing to upload")


def test_a_run_at_work_and_undone(visit, texts, admin_user):
    stored, other = ImportRun.objects.order_by("pk")
    visit(reverse("admin:articles_importrun_undo", args=[stored.pk]))
    correct(texts[0], {"headline": "Von Hand"}, by=admin_user, version=texts[0].version)
    visit(reverse("admin:articles_importrun_undo", args=[stored.pk]))
    visit(reverse("admin:articles_importrun_undo", args=[other.pk]))
    for run, status in ((other, "reading"), (stored, "storing"), (stored, "undoing")):
        ImportRun.objects.filter(pk=run.pk).update(status=status)
        visit(run.get_absolute_url())
    undo_run(stored, by=None)
    visit(stored.get_absolute_url())
    visit(f"{other.get_absolute_url()}?q=nirgends")
    visit("/admin/articles/importrun/")


def test_correcting(page, visit, texts, asked, admin_user):
    imported, draft, ready, withdrawn = texts
    for article in (imported, ready, withdrawn):
        visit(address(article))
    page.goto(address(draft))
    page.fill("[name=date]", "31.12.2022")
    page.fill("[name=headline]", "")
    page.click(".steps [name=_save]")
    page.wait_for_selector("#errors")
    visit(name="errors")
    page.goto(address(draft))
    page.click("[name=_publish]")
    page.wait_for_selector("#refusals")
    visit(name="not published")
    page.goto(address(draft))
    theirs = {"headline": "Ihre", "standfirst": "Ihr Vorspann", "note": "Ihre Notiz"}
    correct(draft, theirs, by=admin_user, version=draft.version)
    page.fill("[name=headline]", "Meine")
    page.click(".steps [name=_save]")
    page.wait_for_selector("#conflict")
    visit(name="conflict")


def test_withdrawing(page, visit, texts):
    page.goto("/admin/articles/article/")
    page.check(f"[name=_selected_action][value='{texts[2].pk}']")
    page.select_option("[name=action]", "withdraw_selected")
    page.click("[name=index]")
    page.wait_for_selector("#reason")
    visit(name="reason for withdrawing")


def test_names(visit, asked):
    questions = "/admin/articles/unknownname/"
    for path in (f"{questions}?kind=place", f"{questions}?q=nirgends", f"{questions}judge/?key=k"):
        visit(path)
    visit(f"{questions}judge/?key=w&q=a")
    aktau, town = Entity.objects.filter(kind="place").order_by("pk")
    visit(f"/admin/articles/entity/{town.pk}/merge/")
    visit(f"/admin/articles/entity/{town.pk}/merge/?into={aktau.pk}")
    merge(town, into=aktau, by=None)
    visit(f"/admin/articles/entity/{aktau.pk}/change/")
    visit(f"/admin/articles/judgement/take-back/?ids={Judgement.objects.get().pk}")

"""Picture every kind of page of the public site, wide, narrow and dark, in each language of the interface.

Usage: .venv/bin/python tools/site_screenshots.py [--docs] [KIND…]

The pictures lie in build/screenshots, with a sheet for each kind of page on which a person sees all of its pictures at
once. `--docs` takes those of README.md and docs/site.md instead. The newsroom of the pictures has the seeds and the open
texts of the evaluation, under the invented outlets of the seeds, in a throw-away folder.
"""

import argparse
import os
import sys
import tempfile
from io import BytesIO, StringIO
from itertools import cycle
from pathlib import Path

from PIL import Image
from scratch import PASSWORD, ROOT, browser, served, set_up

FOLDER = ROOT / "build" / "screenshots"
PICTURES = ROOT / "docs" / "pictures"
#: Width and height in pixels, and the reader's theme.
SCREENS = {
    "wide": (1280, 800, "light"),
    "narrow": (390, 844, "light"),
    "dark": (1280, 800, "dark"),
}
#: Kinds of names with pages.
NAMES = ("person", "organisation", "place", "event")
#: Pages whose address is always the same, without the language before it.
ALWAYS = {
    "home": "/",
    "country": "/countries/kazakhstan/",
    "list": "/articles/",
    "facets": "/articles/?country=kazakhstan&country=uzbekistan&language=de&sort=oldest",
    "directory": "/people/",
    "found": "/people/?q=Toqajew",
    "search": "/search/?q=Wasser",
    "unfound": "/search/?q=Xylophon",
    "archive": "/archive/",
    "about": "/about/",
    "imprint": "/imprint/",
    "missing": "/nowhere/",
    "unreadable": "/articles/?after=x",
}
#: How wide a page is on a sheet, and how much of its height is shown, in pixels.
ON_SHEET = {"wide": 640, "narrow": 240, "dark": 640}
SHEET_HEIGHT, SHEET_GAP = 1300, 16
#: Pictures in the documents: kind of page, language, screen.
IN_DOCS = (
    ("home", "de", "wide"),
    ("article", "de", "wide"),
    ("country", "en", "wide"),
    ("person", "en", "dark"),
    ("foreign", "ru", "narrow"),
)
#: Colours of a picture in the documents: flat pages need no more.
COLOURS = 128


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "NEWSROOM_DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/pictured.sqlite3",
            "NEWSROOM_OWN_SOURCE": "tienschan-dienst",
        }
        set_up()
        make_newsroom()
        pages = {
            kind: address
            for kind, address in addresses().items()
            if not options.kinds or kind in options.kinds
        }
        with served() as site, browser() as chromium:
            if chromium is None:
                sys.exit(1)
            if options.docs:
                picture_for_docs(chromium, site, pages)
            else:
                picture_all(chromium, site, pages)


def make_newsroom() -> None:
    """Publish the seeds, and the texts of the evaluation under the outlets that the seeds came from."""
    from django.contrib.auth.models import User
    from django.core.management import call_command

    from articles.actions.correcting import correct
    from articles.actions.importing import start_run, store_run
    from articles.management.commands.run_newsroom import publish_if_ready
    from articles.models import Article, Source

    call_command("run_newsroom", "--prepare-only", stdout=StringIO())
    editor = User.objects.create_superuser("aigul", password=PASSWORD)
    outlets = cycle(Source.objects.filter(pk__in=Article.objects.published().values("source")))
    texts = sorted((ROOT / "tests/evaluation/open").glob("*.txt"))
    run = start_run(((path.name, path.read_bytes()) for path in texts), by=editor)
    for draft in store_run(run, by=editor):
        changed = correct(draft, {"source": next(outlets).pk}, version=draft.version, by=editor)
        publish_if_ready(changed)


def addresses() -> dict[str, str]:
    """Return an address for each kind of page, without its language."""
    from django.utils.translation import override

    from articles.models import Article, Topic

    published = Article.objects.published()
    with override("de"):
        texts = list(published.for_page().newest_first())
        german = [one for one in texts if one.policy == "full" and one.language == "de"]
        most_named = max(german, key=lambda one: len(one.named))
        excerpt = next(one for one in texts if one.policy == "excerpt")
        russian = next(one for one in texts if one.language == "ru" and one.policy == "full")
        named = published.most_named(200)
        names = {kind: next(one for one in named if one.kind == kind) for kind in NAMES}
        topic = max(Topic.objects.all(), key=lambda one: published.on(one).count())
        year, month, day = max(one.date for one in texts if len(one.date) == 10).split("-")
        pages = {
            "article": german[0].get_absolute_url(),
            "named": most_named.get_absolute_url(),
            "excerpt": excerpt.get_absolute_url(),
            "foreign": russian.get_absolute_url(),
            "lite": f"{german[0].get_absolute_url()}?lite=1",
            **{kind: one.get_absolute_url() for kind, one in names.items()},
            "topic": f"/de/topics/{topic.slug}/",
            "filtered": f"/de/articles/?country=kazakhstan&topic={topic.slug}",
            "source": f"/de/sources/{german[0].source.slug}/",
            "year": f"/de/archive/{year}/",
            "month": f"/de/archive/{year}/{month}/",
            "day": f"/de/archive/on-this-day/{month}-{day}/",
        }
    return ALWAYS | {kind: address.removeprefix("/de") for kind, address in pages.items()}


def picture_all(chromium, site: str, pages: dict[str, str]) -> None:
    """Picture each page from its head to its foot, and make a sheet of each kind."""
    from django.conf import settings

    languages = [code for code, _name in settings.LANGUAGES]
    FOLDER.mkdir(parents=True, exist_ok=True)
    taken: dict[tuple[str, str, str], Path] = {}
    for screen in SCREENS:
        for language in languages:
            page = opened(chromium, site, language, screen)
            for kind, address in pages.items():
                open_in(page, f"/{language}{address}")
                path = FOLDER / f"{kind}-{language}-{screen}.png"
                page.screenshot(path=path, full_page=True)
                taken[kind, language, screen] = path
            page.context.close()
    for kind in pages:
        rows = [[taken[kind, language, screen] for screen in SCREENS] for language in languages]
        sheet_of(rows).save(FOLDER / f"{kind}.png")
    print(f"{len(taken)} pictures and {len(pages)} sheets in {FOLDER.relative_to(ROOT)}")


def opened(chromium, site: str, language: str, screen: str):
    """Return a page of a reader's browser."""
    width, height, theme = SCREENS[screen]
    size = {"width": width, "height": height}
    context = chromium.new_context(
        base_url=site, viewport=size, color_scheme=theme, locale=language
    )
    return context.new_page()


def open_in(page, address: str) -> None:
    """Go to an address; one that fails ends the script."""
    if (status := page.goto(address).status) >= 500:
        sys.exit(f"{address}: {status}")


def sheet_of(rows: list[list[Path]]) -> Image.Image:
    """Return pictures side by side, a row for each language: as wide as `ON_SHEET` says, cut below."""
    columns = list(ON_SHEET.values())
    size = (sum(columns) + SHEET_GAP * (len(columns) + 1), (SHEET_HEIGHT + SHEET_GAP) * len(rows))
    sheet = Image.new("RGB", size, "#888")
    for row, paths in enumerate(rows):
        left = SHEET_GAP
        for path, width in zip(paths, columns, strict=True):
            with Image.open(path) as picture:
                scaled = picture.convert("RGB").resize(
                    (width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS
                )
            sheet.paste(
                scaled.crop((0, 0, width, min(SHEET_HEIGHT, scaled.height))),
                (left, (SHEET_HEIGHT + SHEET_GAP) * row),
            )
            left += width + SHEET_GAP
    return sheet


def picture_for_docs(chromium, site: str, pages: dict[str, str]) -> None:
    """Picture what the documents show, as large as a screen, in few colours."""
    for kind, language, screen in IN_DOCS:
        page = opened(chromium, site, language, screen)
        open_in(page, f"/{language}{pages[kind]}")
        with Image.open(BytesIO(page.screenshot())) as picture:
            path = PICTURES / f"site-{kind}-{language}-{screen}.png"
            flat = picture.convert("RGB").quantize(
                COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            )
            flat.save(path, optimize=True)
        page.context.close()
        print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1024} kB")
    context = chromium.new_context(base_url=site)
    (PICTURES / "site-card.png").write_bytes(
        context.request.get(f"/de{pages['article']}card.png").body()
    )


if __name__ == "__main__":
    main()

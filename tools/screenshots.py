"""Take the pictures of docs/editing.md, in German and English. Usage: .venv/bin/python tools/screenshots.py

A newsroom with the seeds is made in a throw-away folder, a run of texts is imported as an editor does it, and each page
is pictured where the guide speaks of it.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from scratch import PASSWORD, ROOT, served, set_up, signed_in

PICTURES = ROOT / "docs" / "pictures"
LANGUAGES = {"de": "de-DE", "en": "en-GB"}
SIZE = {"width": 1280, "height": 800}
#: Texts of the run that is pictured: some of them come twice, one is empty, one has become another since.
TEXTS = 14


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "NEWSROOM_DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/pictured.sqlite3",
        }
        set_up()
        run, article = make_newsroom()
        with served() as site:
            for language, locale in LANGUAGES.items():
                target = PICTURES / language
                target.mkdir(parents=True, exist_ok=True)
                with signed_in(site, "aigul", locale=locale, viewport=SIZE) as page:
                    if page is None:
                        sys.exit("Chromium is needed.")
                    take(page, target, run, article)
    sizes = [path.stat().st_size for path in PICTURES.glob("*/*.png")]
    print(f"{len(sizes)} pictures, {sum(sizes) // 1024} kB, in {PICTURES.relative_to(ROOT)}")


def make_newsroom():
    """Return the run that waits for review, and a draft with doubts."""
    from django.contrib.auth.models import User
    from django.core.management import call_command

    from articles.actions.importing import start_run
    from articles.models import Article

    call_command("run_newsroom", "--prepare-only", stdout=StringIO())
    editor = User.objects.create_superuser("aigul", password=PASSWORD)
    run = start_run(files(), by=editor)
    return run, Article.objects.filter(item__name__startswith="02_").get()


def files() -> Iterator[tuple[str, bytes]]:
    """Yield what lies in an editor's folder of a morning."""
    paths = sorted((ROOT / "tests/evaluation/open").glob("*.txt"))[:TEXTS]
    for path in paths:
        yield f"dienstag/{path.name}", path.read_bytes()
    yield "dienstag/noch_einmal.txt", (ROOT / "seeds/05_kokaral.txt").read_bytes()
    seed = (ROOT / "seeds/06_lawinen_pamir.txt").read_text(encoding="utf-8")
    yield (
        "dienstag/06_lawinen_pamir.txt",
        f"{seed}\nDie Straße bleibt bis Sonntag gesperrt.\n".encode(),
    )
    yield "dienstag/leer.txt", b""


def take(page, target: Path, run, article) -> None:
    """Picture every page of the guide, as large as a screen."""

    def picture(name: str) -> None:
        page.wait_for_timeout(500)
        page.screenshot(path=target / f"{name}.png")

    address = f"/admin/articles/article/{article.pk}/change/"
    page.goto("/admin/")
    picture("desk")
    page.goto("/admin/articles/importrun/add/")
    picture("upload")
    page.goto(run.get_absolute_url())
    picture("run")
    changed = run.items.filter(verdict__in=["near", "changed"]).first()
    page.goto(f"/admin/articles/importrun/{run.pk}/items/{changed.pk}/compare/")
    picture("compare")
    page.goto(address)
    picture("correction")
    page.keyboard.press("F6")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    picture("words")
    page.keyboard.press("h")
    picture("marked")
    page.goto(address)
    page.locator("#keys summary").click()
    picture("keys")
    page.goto("/admin/articles/unknownname/")
    picture("names")


if __name__ == "__main__":
    main()

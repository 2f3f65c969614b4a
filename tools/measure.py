"""Measure queries a page, on both databases, and the speed of reading. Usage: .venv/bin/python tools/measure.py

Queries: the demo (reference data and seeds) in throw-away databases; each page is asked for twice and the second time
counts. Reading: the texts of seeds/ and tests/evaluation/open in one process, after a first one; once as they come, with
words that were never met before, and once more, as a process reads that has been running for a while.
"""

import resource
import sys
import time
from collections.abc import Iterator
from io import StringIO

from scratch import ROOT, on_each_database, set_up

from articles.knowledge import from_files
from articles.pipeline.reader import Reader

#: Runs over texts read before, of which the fastest counts: the machine may have other work.
RUNS = 3


def main() -> None:
    if sys.argv[1:] == ["--pages"]:  # called below, with a database of its own
        print_queries()
        return
    on_each_database(__file__, "--pages", title="Queries a page")
    print_reading()


def print_queries() -> None:
    set_up()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    call_command("run_newsroom", "--prepare-only", stdout=StringIO())
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get())
    reader = Client(headers={"host": "localhost"})
    for path in pages():
        browser = client if path.startswith("/admin/") else reader
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            status = browser.get(path).status_code
        print(f"  {len(queries):3}  {status}  {path}")


def pages() -> Iterator[str]:
    from articles.models import Article, Entity, ImportItem, ImportRun, Source

    article = Article.objects.published().first()
    yield from ("/en/", "/en/articles/", "/en/countries/uzbekistan/", "/en/topics/religion/")
    yield "/en/articles/?country=uzbekistan&topic=religion"
    yield from (article.get_absolute_url(), "/en/none/")
    yield from ("/admin/", "/admin/articles/importrun/add/")
    for table in ("article", "importrun", "source", "entity", "country", "topic", "historyentry"):
        yield f"/admin/articles/{table}/"
    item = ImportItem.objects.first()
    yield f"/admin/articles/importrun/{item.run_id}/items/{item.pk}/"
    for model in (Article, ImportRun, Source, Entity):
        yield f"/admin/articles/{model._meta.model_name}/{model.objects.first().pk}/change/"


def print_reading() -> None:
    reader = Reader(from_files())
    folders = (ROOT / "seeds", ROOT / "tests/evaluation/open")
    texts = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt"))]
    reader.read(texts[0], "first")
    met, *again = (seconds_of_reading(reader, texts) for _ in range(1 + RUNS))
    size = sum(map(len, texts))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"Reading: {len(texts)} texts of {size / len(texts) / 1000:.1f} kB, computing time on one core, {memory} MB:"
    )
    for name, took in (("words met for the first time", met), ("words met before", min(again))):
        print(
            f"  {name:28} {took / len(texts) * 1000:5.1f} ms a text, {len(texts) / took:4.0f} texts/s, "
            f"{took / size * 1e6:.1f} s a million bytes"
        )


def seconds_of_reading(reader: Reader, texts: list[bytes]) -> float:
    started = time.process_time()
    for data in texts:
        reader.read(data, "text")
    return time.process_time() - started


if __name__ == "__main__":
    main()

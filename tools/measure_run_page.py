"""Measure the page of an import run of 5,000 files, on both databases. Usage: .venv/bin/python tools/measure_run_page.py

The run is made of the texts of seeds/ and tests/evaluation/open, each read by the real reader and repeated with other
names, verdicts and decisions, in throw-away databases. Each page is asked for twice and the second time counts: queries
and milliseconds in the server, then the first paint in Chromium, served by gunicorn as in production.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from itertools import cycle, islice
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import ARGUMENTS, find_chromium
from tests.postgres import PostgresServer, find_postgres

ROOT = Path(__file__).resolve().parent.parent
FILES = 5000
PASSWORD = "measured-only"
#: Verdicts, decisions and doubts of the texts, over and over.
LOT = [
    *[("new", "", 0)] * 6,
    *[("new", "", 2)] * 6,
    ("new", "skip", 1),
    ("near", "", 0),
    ("near", "store", 1),
    ("changed", "", 0),
    ("changed", "version", 3),
    *[("same", "", 0)] * 2,
    ("rejected", "", 0),
]
#: What is asked of the page: a name and the query of its address.
PAGES = {
    "the page": "",
    "page 60": "?page=60",
    "by doubts": "?order=doubts",
    "near": "?verdict=near",
    "doubtful": "?doubtful=1",
    "with warnings": "?warnings=1",
    "to be decided": "?undecided=1",
    "not stored": "?open=1",
    "named": "?q=text-49",
}


def main() -> None:
    if sys.argv[1:] == ["--pages"]:  # called below, with a database of its own
        measure()
        return
    with tempfile.TemporaryDirectory() as folder:
        measure_on("SQLite", f"sqlite:///{folder}/measured.sqlite3")
    if binaries := find_postgres():
        server = PostgresServer(binaries)
        try:
            server.start()
            measure_on("PostgreSQL", server.url.removesuffix("newsroom") + "postgres")
        finally:
            server.stop()
    else:
        print("PostgreSQL is not installed: not measured there.")


def measure_on(name: str, database_url: str) -> None:
    print(f"A run of {FILES:,} files, {name}:", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = {"NEWSROOM_DATA_DIR": folder, "DATABASE_URL": database_url}
        subprocess.run([sys.executable, __file__, "--pages"], env=os.environ | settings, check=True)


def measure() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0, stdout=StringIO())
    call_command("load_reference", stdout=StringIO())
    editor = User.objects.create_superuser("editor", password=PASSWORD)
    run = make_run(editor)
    client = Client(headers={"host": "localhost"})
    client.force_login(editor)
    addresses = {name: run.get_absolute_url() + query for name, query in PAGES.items()}
    item = run.items.get(position=FILES // 2)
    addresses["one text of it"] = f"/admin/articles/importrun/{run.pk}/items/{item.pk}/"
    addresses["list of runs"] = "/admin/articles/importrun/"
    addresses["progress"] = f"/admin/articles/importrun/{run.pk}/progress/"
    addresses["undoing asked"] = f"/admin/articles/importrun/{run.pk}/undo/"
    print("  queries  server ms  status")
    for name, address in addresses.items():
        measure_page(client, name, address)
    measure_paint(run.get_absolute_url())


def make_run(editor):
    """Return a run of `FILES` files that are read, with their readings."""
    from django.db import transaction

    from articles.actions.drafting import Catalogue, make_draft
    from articles.actions.knowing import desk_knowledge
    from articles.models import ImportItem, ImportRun, Original
    from articles.pipeline.reader import Reader
    from articles.pipeline.records import to_record

    reader = Reader(desk_knowledge())
    folders = (ROOT / "seeds", ROOT / "tests/evaluation/open")
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    records = [
        to_record(reader.read(path.read_bytes(), path.name)[0], file="", sha256="", with_text=True)
        for path in paths
    ]
    run = ImportRun.objects.create(created_by=editor)
    first = None
    lots = zip(range(1, FILES + 1), cycle(LOT), cycle(records), strict=False)
    while batch := list(islice(lots, 500)):
        items = []
        for number, (verdict, decision, doubts), record in batch:
            original = Original(sha256=f"{number:064x}", file="-", size=5000)
            original.save(force_insert=True)
            read = verdict in ImportItem.STORABLE
            items.append(
                ImportItem(
                    run=run,
                    position=number,
                    name=f"folder/text-{number}.txt",
                    original=original,
                    verdict=verdict,
                    decision=decision,
                    doubts=doubts,
                    reason="broken" if verdict == "rejected" else "",
                    reading=record if read else None,
                    text_digest=f"{number:064x}" if read else "",
                    same_as=None if verdict in ("new", "rejected") else first,
                    similarity=90 if verdict in ("near", "changed") else None,
                    contained=92 if verdict in ("near", "changed") else None,
                )
            )
        ImportItem.objects.bulk_create(items)
        first = first or items[0]
    catalogue = Catalogue()
    for item in run.items.filter(verdict="new")[:60]:  # some are stored already
        with transaction.atomic():
            item.article = make_draft(item, catalogue, by=editor)
            item.save(update_fields=["article"])
    return run


def measure_page(client, name: str, address: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    times = []
    for _ in range(3):
        started = time.perf_counter()
        status = client.get(address).status_code
        times.append((time.perf_counter() - started) * 1000)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    print(f"  {len(queries):7}  {median(times):9.0f}  {status}  {name}", flush=True)


@contextmanager
def served() -> Iterator[str]:
    """Serve the newsroom as `make run` does and yield its address."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen([*command, "--workers", "2", "--log-level", "error"], cwd=ROOT)
    try:
        for _ in range(100):
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def measure_paint(address: str) -> None:
    program = find_chromium()
    if program is None:
        print("  Chromium is not installed: first paint not measured.")
        return
    from playwright.sync_api import sync_playwright

    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served() as site, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=ARGUMENTS + sandbox)
        page = browser.new_page(base_url=site)
        page.goto("/admin/login/")
        page.fill("[name=username]", "editor")
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/admin/")
        paints = []
        for _ in range(5):
            page.goto(address)
            paints.append(page.evaluate(FIRST_PAINT))
        browser.close()
    print(f"  first paint in Chromium: {median(paints):.0f} ms (median of {len(paints)})")


FIRST_PAINT = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
    .observe({ type: "paint", buffered: true });
})"""


if __name__ == "__main__":
    main()

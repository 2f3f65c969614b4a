"""Measure the page of an import run of 5,000 files, on both databases. Usage: .venv/bin/python tools/measure_run_page.py

The run is made of the texts of seeds/ and tests/evaluation/open, each read by the real reader and repeated with other
names, verdicts and decisions, in throw-away databases. Each page is asked for twice and the second time counts: queries
and milliseconds in the server, then the first paint in Chromium, served by gunicorn as in production.
"""

import sys
import time
from io import StringIO
from itertools import cycle, islice
from statistics import median

from scratch import FIRST_PAINT, PASSWORD, ROOT, on_each_database, served, set_up, signed_in

FILES = 5000
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
    else:
        on_each_database(__file__, "--pages", title=f"A run of {FILES:,} files")


def measure() -> None:
    set_up()
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


def measure_paint(address: str) -> None:
    with served() as site, signed_in(site, "editor") as page:
        if page is None:
            return
        paints = []
        for _ in range(5):
            page.goto(address)
            paints.append(page.evaluate(FIRST_PAINT))
        print(f"  first paint in Chromium: {median(paints):.0f} ms (median of {len(paints)})")


if __name__ == "__main__":
    main()

"""Measure the public site with many texts, on both databases. Usage: .venv/bin/python tools/measure_site.py [TEXTS]

Makes TEXTS texts (100,000 unless told otherwise; `made_texts.py`) in throw-away databases and prints for each kind of page:
its queries; the time of the server and its computing time (medians of five, warm); what goes over the wire with all but the
pictures, compressed; and when the first text is seen in Chromium with nothing cached over a line of 400 kbit/s and 400 ms.
"""

import gzip
import re
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from urllib.parse import urlencode

from scratch import FIRST_PAINT, browser, on_each_database, served, set_up

TEXTS = 100_000
RUNS = 5
#: The line: bytes a second, and milliseconds until an answer begins.
LINE, LATENCY = 400_000 / 8, 400
#: Goals in bytes: an article, and any other page.
ARTICLE, LIST = 40_000, 60_000
FIRST_TEXT = 1500
_LINKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"')


def main() -> None:
    if sys.argv[1:2] == ["--here"]:  # called below, with a database of its own
        measure(int(sys.argv[2]))
        return
    texts = (sys.argv[1:] or [str(TEXTS)])[0]
    on_each_database(__file__, "--here", texts, title=f"The site with {texts} texts")


def measure(texts: int) -> None:
    set_up()
    from django.core.management import call_command
    from django.db import connection
    from made_texts import make_texts

    call_command("migrate", verbosity=0)
    make_texts(texts)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print_site()


def print_site() -> None:
    addresses = dict(pages())
    print_counting()
    columns = ("queries", "server ms", "CPU ms", "HTML kB", "wire kB", "first text ms")
    print("".join(f"{name:>{len(name) + 2}}" for name in columns))
    with served() as site, slow_line(site) as first_text:
        for name, address in addresses.items():
            queries, server, computing, size = asked(address)
            wire = weight(site, address)
            seen = first_text(address)
            goal = ARTICLE if name.startswith("article") else LIST
            missed = "  misses the goal" * (wire > goal or (seen or 0) >= FIRST_TEXT)
            row = (queries, f"{server:.1f}", f"{computing:.1f}", f"{size / 1000:.1f}")
            row += (f"{wire / 1000:.1f}", "-" if seen is None else f"{seen:.0f}")
            cells = (f"{cell:>{len(head) + 2}}" for cell, head in zip(row, columns, strict=True))
            print("".join(cells), f" {name}{missed}", flush=True)


def pages() -> Iterator[tuple[str, str]]:
    """Yield name and address of a page of each kind, and of lists narrowed in each way."""
    from django.db.models import Count

    from articles.models import Article, Country, Entity, Listing, Topic

    everything = Article.objects.published()
    deep = everything.newest_first()[everything.count() // 2]
    place = f"{deep.date_from:%Y%m%d}-0-{deep.pk}"
    named = Listing.objects.filter(key__startswith="entity:").values("key")
    named = named.annotate(texts=Count("pk")).order_by("-texts", "key")
    entities = [Entity.objects.get(pk=row["key"].split(":")[1]) for row in named[:2000:1999]]
    month = f"{deep.date_from:%Y/%m}"
    often, less, seldom = [Country.objects.all()[number].slug for number in (0, 1, 40)]
    topic, rare = [Topic.objects.all()[number].code for number in (0, 15)]
    yield from (("front page", "/de/"), ("all texts", "/de/articles/"))
    yield "all texts, the middle", f"/de/articles/?after={place}"
    yield "all texts, eldest first", "/de/articles/?sort=oldest"
    yield "country", f"/de/countries/{often}/"
    yield "topic", f"/de/topics/{topic}/"
    yield "source", "/de/sources/blatt-0/"
    for query in (
        f"country={often}&topic={topic}",
        f"country={often}&country={less}",
        f"country={seldom}&country={less}&topic={rare}",
        f"country={often}&topic={rare}&source=blatt-38",
        "source=blatt-3&language=uz&year=2018",
        "year=2019",
        f"kind=event&country={less}",
    ):
        yield query, f"/de/articles/?{query}"
    yield from (("archive", "/de/archive/"), ("year", f"/de/archive/{month[:4]}/"))
    yield from (("month", f"/de/archive/{month}/"), ("day", "/de/archive/on-this-day/05-03/"))
    yield "people", "/de/people/"
    yield "name in most texts", entities[0].get_absolute_url()
    yield "name in few texts", entities[-1].get_absolute_url()
    yield "search, a common word", "/de/search/?q=stadt"
    yield "search, narrowed", f"/de/search/?q=stadt&country={less}&year=2019"
    yield "search, words in a row", "/de/search/?q=%22die+stadt%22"
    yield "search, a name", f"/de/search/?{urlencode({'q': entities[0].name})}"
    yield "article", f"{deep.get_absolute_url()}"
    yield "article as text only", f"{deep.get_absolute_url()}?lite=1"
    yield "about", "/de/about/"


def print_counting() -> None:
    """Print what counting costs where nothing is kept yet, and after one text changed."""
    from articles.actions.listing import mark_blocks
    from articles.models import Source
    from articles.querysets import tallies

    sources = [str(pk) for pk in Source.objects.public().values_list("pk", flat=True)]
    for name, changed in (("in a new process", []), ("again", []), ("after a change", [1])):
        mark_blocks(changed)
        started, computing = time.perf_counter(), time.process_time()
        tallies.tally({}, sources)
        took, computed = time.perf_counter() - started, time.process_time() - computing
        print(
            f"  all texts counted by all facets, {name}: {took * 1000:.0f} ms, CPU {computed * 1000:.0f}"
        )


def asked(address: str) -> tuple[int, float, float, int]:
    """Return queries, milliseconds of the server and of computing, and the size of a page."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    client.get(address)
    took, computed = [], []
    for _ in range(RUNS):
        started, computing = time.perf_counter(), time.process_time()
        answer = client.get(address)
        took.append((time.perf_counter() - started) * 1000)
        computed.append((time.process_time() - computing) * 1000)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries), median(took), median(computed), len(answer.content)


def weight(site: str, address: str) -> int:
    """Return the bytes of a page and of what it is made with, pictures left out, as they go over the wire."""
    body, length = _fetched(site + address)
    linked = [one or other for one, other in _LINKED.findall(body.decode())]
    return length + sum(_fetched(site + path)[1] for path in dict.fromkeys(linked))


def _fetched(address: str) -> tuple[bytes, int]:
    """Return what is at an address, and how many bytes that took."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        packed = answer.headers["Content-Encoding"] == "gzip"
        return (gzip.decompress(body) if packed else body), len(body)


@contextmanager
def slow_line(site: str) -> Iterator[Callable[[str], float | None]]:
    """Yield what opens an address over the slow line and returns when its first text was seen (median of three)."""
    conditions = {
        "offline": False,
        "latency": LATENCY,
        "downloadThroughput": LINE,
        "uploadThroughput": LINE,
    }

    def first_text(address: str) -> float | None:
        seen = []
        for _ in range(3 if chromium else 0):
            context = chromium.new_context()  # with nothing cached
            page = context.new_page()
            line = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", conditions)
            page.goto(site + address)
            seen.append(page.evaluate(FIRST_PAINT))
            context.close()
        return median(seen) if seen else None

    with browser() as chromium:
        yield first_text


if __name__ == "__main__":
    main()

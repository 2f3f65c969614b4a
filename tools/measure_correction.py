"""Measure the correction screen of a long text, on both databases. Usage: .venv/bin/python tools/measure_correction.py

A text of 5,000 characters that names some 60 entities, made of names that the newsroom knows, is imported as any other. Its
page is asked for as an editor without special rights asks: queries, milliseconds in the server, first paint in Chromium.
"""

import sys
import time
from io import StringIO
from itertools import cycle
from statistics import median

from scratch import FIRST_PAINT, PASSWORD, on_each_database, served, set_up, signed_in

CHARACTERS, NAMES = 5000, 62
SENTENCES = (
    "In {} sprachen die Minister über das Wasser der Flüsse.",
    "Auch aus {} kamen im Frühjahr neue Zahlen zur Ernte.",
    "Der Bericht nennt {} und beruft sich auf die Verwaltung.",
)


def main() -> None:
    if sys.argv[1:] == ["--page"]:  # called below, with a database of its own
        measure()
    else:
        on_each_database(__file__, "--page", title="The correction screen")


def measure() -> None:
    set_up()
    from django.contrib.auth.models import Group, User
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from articles.actions.importing import start_run
    from articles.actions.storing import store_run

    call_command("migrate", verbosity=0, stdout=StringIO())
    call_command("load_reference", stdout=StringIO())
    editor = User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    run = start_run([("text.txt", text().encode())], by=editor)
    (article,) = store_run(run, by=editor)
    address = f"/admin/articles/article/{article.pk}/change/"
    client = Client(headers={"host": "localhost"})
    client.force_login(editor)
    client.get(address)
    times = []
    for _ in range(5):
        started = time.perf_counter()
        assert client.get(address).status_code == 200
        times.append((time.perf_counter() - started) * 1000)
    with CaptureQueriesContext(connection) as queries:
        size = len(client.get(address).content)
    places = sum(len(mention.spans) for mention in article.mentions.all())
    length = len(article.item.reading["text"])
    print(f"  {length:,} characters, {article.mentions.count()} names at {places} places")
    print(f"  {len(queries)} queries, {median(times):.0f} ms in the server, {size // 1024} kB")
    with served() as site, signed_in(site, "editor") as page:
        if page is None:
            return
        paints = []
        for _ in range(5):
            page.goto(address)
            paints.append(page.evaluate(FIRST_PAINT))
        print(f"  first paint in Chromium {median(paints):.0f} ms, at most {max(paints):.0f} ms")


def text() -> str:
    """Return a text of about `CHARACTERS` characters that names `NAMES` places of the newsroom once each."""
    from articles.models import Entity

    names = Entity.objects.filter(kind="place", aliases__language="de", aliases__weak=False)
    known = dict.fromkeys(
        name for name in names.order_by("pk").values_list("name_de", flat=True) if name
    )
    written, chosen = [], [name for name in known if name.isalpha()][:NAMES]
    for name, sentence in zip(chosen, cycle(SENTENCES)):
        written.append(sentence.format(name))
    filler = "Die Arbeiten sollen im kommenden Jahr weitergehen, hieß es am Abend."
    left = CHARACTERS - sum(map(len, written)) - len(written)
    written += [filler] * (left // len(filler))
    paragraphs = (" ".join(written[n : n + 8]) for n in range(0, len(written), 8))
    return "\n\n".join(["Zahlen aus sechzig Orten", *paragraphs, ""])


if __name__ == "__main__":
    main()

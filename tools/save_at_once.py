"""Save one article a hundred times at once, on both databases, and see that nobody's words are lost.

Usage: .venv/bin/python tools/save_at_once.py

Two editors are signed in at a real server with two workers. A hundred forms with words of their own are sent at once; then
fifty from a form that was opened before; then whoever was refused saves the page that came back, both editors at the same
time, until it is taken. Words are not lost where they stand in the article's history, or in the form of the answer 409.
"""

import http.client
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from io import StringIO
from threading import Barrier
from urllib.parse import urlencode, urlsplit

from lxml import html
from scratch import on_each_database, served, set_up

AT_ONCE, STALE = 100, 50
EDITORS = ("aigul", "bolot")
#: Whoever is refused more often than this has met no other editor, but a fault.
MOST_TRIES = 200


@dataclass
class Saved:
    """One form that was sent: its words and what came back."""

    editor: int
    words: dict[str, str]
    status: int
    seconds: float
    form: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_lost(self) -> bool:
        """Whether the answer is neither "saved" nor the words themselves."""
        if self.status == 302:
            return False
        return self.status != 409 or any(self.form[k] != [v] for k, v in self.words.items())


class Browser:
    """What one editor's browser does: opens the form, fills it in, sends it."""

    def __init__(self, site: str, path: str, cookies: dict[str, str]) -> None:
        self.host, self.path = urlsplit(site).netloc, path
        self.cookies = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def open(self) -> dict[str, list[str]]:
        status, page = self._ask("GET", None)
        assert status == 200, status
        return form_of(page)

    def send(self, editor: int, form: dict[str, list[str]], words: dict[str, str]) -> Saved:
        body = form | {name: [value] for name, value in words.items()} | {"_save": ["1"]}
        started = time.perf_counter()
        status, page = self._ask("POST", urlencode(body, doseq=True))
        saved = Saved(editor, words, status, time.perf_counter() - started)
        if status == 409:
            saved.form = form_of(page)
        return saved

    def _ask(self, method: str, body: str | None) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self.host, timeout=120)
        headers = {"Cookie": self.cookies, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, self.path, body, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
        signed_out = "login" in answer.headers.get("Location", "")
        return (401 if signed_out else answer.status), page


def form_of(page: str) -> dict[str, list[str]]:
    """Return what a browser would send of the page's form, by name."""
    form = html.fromstring(page).get_element_by_id("correction")
    values: dict[str, list[str]] = {}
    for name, value in form.form_values():
        # A browser drops the line break after the opening tag; the parser keeps it.
        values.setdefault(name, []).append(value.removeprefix("\n"))
    return values


def main() -> None:
    if sys.argv[1:] == ["--save"]:  # called below, with a database of its own
        sys.exit(save())
    on_each_database(__file__, "--save", title="Saving at once")


def save() -> int:
    set_up()
    from django.contrib.auth.models import Group, User
    from django.core.management import call_command
    from django.db import connections
    from django.test import Client

    from articles.models import Article
    from tests.factories import make_article

    call_command("migrate", verbosity=0, stdout=StringIO())
    article = make_article("Vor allem")
    path = f"/admin/articles/article/{article.pk}/change/"
    sessions = []
    for name in EDITORS:
        user = User.objects.create_user(name, is_staff=True)
        user.groups.add(Group.objects.get(name="editor"))
        client = Client(headers={"host": "localhost"})
        client.force_login(user)
        client.get(path)
        sessions.append({key: cookie.value for key, cookie in client.cookies.items()})
    connections.close_all()
    with served() as site:
        browsers = [Browser(site, path, cookies) for cookies in sessions]
        stale = [browser.open() for browser in browsers]
        first = at_once(browsers, stale, "zugleich", AT_ONCE)
        late = at_once(browsers, stale, "verspätet", STALE)
        again = until_saved(browsers, [one for one in first + late if one.status == 409])
    tell("sent at once", first)
    tell("sent from a form opened before", late)
    tell("sent again until taken", again)
    return judge(Article.objects.get(), first + late + again)


def words_of(number: int, editor: int, how: str) -> dict[str, str]:
    name = f"{EDITORS[editor]}, {how}, {number}"
    return {"headline": f"Überschrift von {name}", "note": f"Notiz von {name}\n\nZweiter Absatz"}


def at_once(
    browsers: list[Browser], forms: list[dict[str, list[str]]], how: str, number: int
) -> list[Saved]:
    start = Barrier(number)

    def deed(place: int) -> Saved:
        editor = place % len(browsers)
        start.wait()
        return browsers[editor].send(editor, forms[editor], words_of(place, editor, how))

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(deed, range(number)))


def until_saved(browsers: list[Browser], refused: list[Saved]) -> list[Saved]:
    """Let both editors save, each one after the other, what came back to them; return all answers."""

    def deeds(editor: int) -> list[Saved]:
        answers = []
        for one in refused:
            tries = 0
            while one.editor == editor and one.status == 409 and tries < MOST_TRIES:
                one = browsers[editor].send(editor, one.form, one.words)
                answers.append(one)
                tries += 1
        return answers

    with ThreadPoolExecutor(len(browsers)) as threads:
        return [one for answers in threads.map(deeds, range(len(browsers))) for one in answers]


def tell(what: str, answers: list[Saved]) -> None:
    counts = Counter(one.status for one in answers)
    other = sum(number for status, number in counts.items() if status not in (302, 409))
    slowest = max((one.seconds for one in answers), default=0.0)
    print(
        f"  {len(answers)} {what}: {counts[302]} saved, {counts[409]} shown both versions, "
        f"{other} failed; slowest {slowest:.1f} s"
    )


def judge(article, answers: list[Saved]) -> int:
    """Say what was lost, doubled or left out; return 1 where anything was."""
    from articles.models import HistoryEntry

    entries = HistoryEntry.objects.filter(deed="corrected").order_by("pk")
    told = [entry.changes["headline"] for entry in entries]
    saved = [one.words["headline"] for one in answers if one.status == 302]
    in_history = Counter(after for _, after in told)
    chain = ["Vor allem", *(after for _, after in told)]
    faults = {
        "answers without the words that were sent": sum(one.is_lost for one in answers),
        "saved texts that history does not hold once": sum(in_history[one] != 1 for one in saved),
        "texts in history that nobody was told of": len(set(in_history) - set(saved)),
        "texts never saved": len({one.words["headline"] for one in answers} - set(saved)),
        "gaps in the chain of history": sum(
            before != kept for (before, _), kept in zip(told, chain, strict=False)
        ),
        "gaps in the versions": abs(article.version - 1 - len(saved)),
        "last text that is not the article's": int(article.headline != chain[-1]),
    }
    print(f"  version {article.version} after {len(saved)} saves; {len(told)} lines of history")
    for fault, number in faults.items():
        if number:
            print(f"  FAULT: {number} {fault}")
    print("  nobody's words are lost" if not any(faults.values()) else "  WORDS ARE LOST")
    return int(any(faults.values()))


if __name__ == "__main__":
    main()

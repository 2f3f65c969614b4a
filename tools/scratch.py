"""What the measuring scripts stand on: throw-away databases, a served newsroom, a signed-in browser."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser import ARGUMENTS, find_chromium
from tests.postgres import PostgresServer, find_postgres

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "measured-only"

#: The time of the first paint of a page, in milliseconds from the click on.
FIRST_PAINT = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries()[0].startTime))
    .observe({ type: "paint", buffered: true });
})"""


def on_each_database(script: str, *arguments: str, title: str = "") -> None:
    """Run `script` with `arguments` on a new SQLite database, then on a new PostgreSQL one, each with a data folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        _run(script, arguments, title, "SQLite", f"sqlite:///{folder}/measured.sqlite3")
    if not (binaries := find_postgres()):
        print("PostgreSQL is not installed: not measured there.")
        return
    server = PostgresServer(binaries)
    try:
        server.start()
        url = server.url.removesuffix("newsroom") + "postgres"
        _run(script, arguments, title, "PostgreSQL", url)
    finally:
        server.stop()


def _run(script: str, arguments: tuple[str, ...], title: str, name: str, url: str) -> None:
    print(f"{title}{', ' if title else ''}{name}:", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = {"NEWSROOM_DATA_DIR": folder, "DATABASE_URL": url}
        command = [sys.executable, script, *arguments]
        subprocess.run(command, env=os.environ | settings, check=True)


def set_up() -> None:
    """Load Django with the newsroom's settings."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    import django

    django.setup()


@contextmanager
def served() -> Iterator[str]:
    """Serve the newsroom as `make run` does and yield its address."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen([*command, "--workers", "2", "--log-level", "error"], cwd=ROOT)
    try:
        for _ in range(600):
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def browser() -> Iterator:
    """Yield Chromium; None where there is none."""
    program = find_chromium()
    if program is None:
        print("  Chromium is not installed.")
        yield None
        return
    from playwright.sync_api import sync_playwright

    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=ARGUMENTS + sandbox)
        yield chromium
        chromium.close()


@contextmanager
def signed_in(site: str, username: str, **options) -> Iterator:
    """Yield a page of Chromium in which `username` is signed in; None where there is no Chromium."""
    with browser() as chromium:
        if chromium is None:
            yield None
            return
        page = chromium.new_page(base_url=site, **options)
        page.goto("/admin/login/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/admin/")
        yield page

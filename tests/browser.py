"""A real browser for tests: Playwright driving the Chromium that the system has.

    def test_a_reader_opens_the_front_page(page):
        page.goto("/en/")

Nothing is downloaded, and the browser reaches this machine only. A test fails at its end when
the page wrote an error to the console or raised one.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import playwright
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

# Playwright's synchronous API keeps an event loop running in the test's thread, so Django takes
# every ORM call of the test for a call from async code and refuses it. It is not one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PROGRAMS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Pages must work without the world outside: whatever they ask of it is an error in the console.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
MISSING = (
    "no browser: Chromium, or a library of Playwright's, is not installed (see make test-setup)"
)
PATIENCE = 10_000  # milliseconds


def find_chromium() -> str | None:
    """Return the path of this machine's Chromium or Chrome."""
    for command in COMMANDS:
        if found := shutil.which(command):
            return found
    return next((program for program in MAC_PROGRAMS if Path(program).exists()), None)


def find_driver() -> Path | None:
    """Return Playwright's own Node.js when it runs here; it needs a C library Debian may lack."""
    node = Path(playwright.__file__).parent / "driver" / "node"
    runs = subprocess.run([node, "--version"], capture_output=True).returncode == 0
    return node if runs else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this process; each test gets a page of its own."""
    program = find_chromium()
    if program is None or find_driver() is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Chromium's sandbox does not work for root.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=ARGUMENTS + sandbox)
        yield chromium
        chromium.close()


@pytest.fixture
def browser_errors() -> list[str]:
    """What went wrong in the page so far; a test that provokes an error on purpose clears it."""
    return []


@pytest.fixture
def page(browser: Browser, live_server, browser_errors: list[str]) -> Iterator[Page]:
    """A fresh page, its addresses relative to the running site, with a German reader's settings."""
    context = browser.new_context(base_url=live_server.url, locale="de-DE")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()

    def note_console(message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        # Chromium asks for the icon by itself, once for each process: no page's fault.
        if message.type == "error" and not address.endswith("/favicon.ico"):
            browser_errors.append(f"{message.text} ({address})")

    page.on("console", note_console)
    page.on("pageerror", lambda error: browser_errors.append(str(error)))
    yield page
    context.close()
    assert not browser_errors, "the browser reported errors:\n" + "\n".join(browser_errors)

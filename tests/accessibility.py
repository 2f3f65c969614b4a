"""Automatic checks of accessibility: axe-core (Deque Systems, MPL 2.0) in the tests' own browser.

    def test_the_front_page(checked_page):
        checked_page.goto("/en/")
        assert violations(checked_page) == []

axe finds what a machine can tell of WCAG 2.0, 2.1 and 2.2, levels A and AA; that a page is easy to
use, nobody has shown by it. `make test-setup` fetches it once, the tests never do.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .browser import PATIENCE

AXE_VERSION = "4.14.1"
#: As npm's registry states it for this version: SHA-512 of the package, in Base64.
AXE_INTEGRITY = "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
AXE = Path(sys.prefix) / f"share/axe-core-{AXE_VERSION}.min.js"
AXE_MISSING = f"axe-core {AXE_VERSION} is not installed (see make test-setup)"

STANDARDS = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
#: The rules of these standards that look at colours: all that another colour scheme of the same page can break.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
#: Colours fade when a page changes its scheme: axe measures what stands afterwards.
_RUN = """async (rules) => {
    const fades = document.getAnimations().map((fade) => fade.finished);
    await Promise.race([Promise.allSettled(fades), new Promise((end) => setTimeout(end, 1000))]);
    const options = { runOnly: rules, resultTypes: ["violations"] };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => (
        [id, help, node.target.flat().join(" "), node.failureSummary]
    )));
}"""


def find_axe() -> Path | None:
    """Return where axe-core lies in this environment."""
    return AXE if AXE.exists() else None


@pytest.fixture
def checked_page(browser: Browser, live_server) -> Iterator[Page]:
    """A fresh page without its Content-Security-Policy: axe puts a style of its own into what it looks at."""
    if find_axe() is None:
        if os.environ.get("CI"):
            pytest.fail(AXE_MISSING)
        pytest.skip(AXE_MISSING)
    context = browser.new_context(base_url=live_server.url, locale="de-DE", bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def violations(page: Page, rules: dict[str, object] = STANDARDS) -> list[str]:
    """Return what breaks WCAG 2.0 to 2.2, A or AA (or these rules), on the page as it stands: a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, rules)
    return sorted(
        f"{rule}: {' '.join(why.split())} ({help_}) at {where}" for rule, help_, where, why in found
    )

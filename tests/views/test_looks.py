"""How pages look where no validator sees it: widths, large type, paper, motion, and lines that can be read."""

import pytest
from playwright.sync_api import Page

#: A line of running text is read well up to so many letters (WCAG 2.2, 1.4.8), whatever the screen.
LONGEST_LINE = 80
STILL = """() => document.getAnimations().length === 0
    && [...document.querySelectorAll("*")].every((one) => getComputedStyle(one).transitionDuration === "0s")"""
#: Letters a line holds: the box of the text by the width of its average letter.
LETTERS_A_LINE = """() => {
    const body = document.querySelector(".body p");
    const probe = document.createElement("span");
    probe.textContent = body.textContent.slice(0, 60);
    probe.style.cssText = "white-space: nowrap; position: absolute";
    body.append(probe);
    const letter = probe.getBoundingClientRect().width / probe.textContent.length;
    probe.remove();
    return body.getBoundingClientRect().width / letter;
}"""
SHOWN = "(one) => [...document.querySelectorAll(one)].filter((it) => it.checkVisibility()).length"


@pytest.fixture
def looked_at(page: Page, browser_errors: list[str]) -> Page:
    """A page of a browser that may meet the errors of the table."""
    yield page
    # The browser reports the addresses that are errors on purpose; whatever else it says fails the test.
    browser_errors[:] = [one for one in browser_errors if "with a status of" not in one]


def too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_no_page_scrolls_sideways_however_long_its_words(looked_at, addresses):
    wide = []
    for address in addresses:
        looked_at.goto(address)
        for width in (320, 390, 1280, 2560):
            looked_at.set_viewport_size({"width": width, "height": 800})
            if too_wide(looked_at):
                wide.append((address, width))
    assert wide == []


def test_no_page_scrolls_sideways_in_letters_of_twice_the_size(looked_at, addresses):
    """WCAG 2.2, 1.4.4: as a reader has it who sets the browser's letters to 200 %."""
    looked_at.set_viewport_size({"width": 640, "height": 800})
    wide = []
    for address in addresses:
        looked_at.goto(address)
        looked_at.evaluate("document.documentElement.style.fontSize = '200%'")
        if too_wide(looked_at):
            wide.append(address)
    assert wide == []


@pytest.fixture
def story(page_types):
    (found,) = (one.address for one in page_types if one.name == "article: own")
    return found


@pytest.mark.parametrize("width", [390, 1280, 2560])
def test_lines_of_a_text_stay_readable_on_any_screen(looked_at, story, width):
    looked_at.set_viewport_size({"width": width, "height": 800})
    for address in (story, f"{story}?lite=1"):
        looked_at.goto(address)
        if "lite" in address:
            looked_at.evaluate("document.querySelector('main').className = 'body'")
        assert looked_at.evaluate(LETTERS_A_LINE) <= LONGEST_LINE, address


def test_on_paper_stand_the_text_its_source_date_and_address_and_no_navigation(looked_at, story):
    looked_at.goto(story)
    looked_at.emulate_media(media="print")
    for hidden in (".skip", ".languages", ".sections", ".share", ".alongside", ".colophon ul"):
        assert looked_at.evaluate(SHOWN, hidden) == 0, hidden
    for shown in ("h1", ".standfirst", ".body p", ".byline", ".provenance dd", ".wordmark", "time"):
        assert looked_at.evaluate(SHOWN, shown) > 0, shown
    assert looked_at.evaluate(SHOWN, ".printed-at") == 1
    assert story in looked_at.inner_text(".printed-at")
    assert "Tienschan-Dienst" in looked_at.inner_text(".provenance")
    assert "17. November 2025" in looked_at.inner_text("main")
    looked_at.emulate_media(media="screen")
    assert looked_at.evaluate(SHOWN, ".printed-at") == 0


def test_on_paper_lists_have_no_navigation_either(looked_at, addresses):
    looked_at.emulate_media(media="print")
    for address in ("/de/", "/de/countries/kazakhstan/", "/de/archive/2025/11/"):
        looked_at.goto(address)
        for hidden in (".languages", ".sections", ".narrowing", ".pagination", ".order"):
            assert looked_at.evaluate(SHOWN, hidden) == 0, f"{address}: {hidden}"


def test_ink_is_dark_on_paper_for_readers_with_a_dark_screen(looked_at, story):
    looked_at.emulate_media(media="print", color_scheme="dark")
    looked_at.goto(story)
    colours = looked_at.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_nothing_moves_for_readers_who_want_it_still(looked_at, addresses):
    looked_at.emulate_media(reduced_motion="reduce")
    moving = [one for one in addresses if looked_at.goto(one) and not looked_at.evaluate(STILL)]
    assert moving == []

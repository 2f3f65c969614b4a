"""Every kind of public page, light and dark, on a telephone and at a desk, in each language: nothing that axe calls a
violation of WCAG 2.2 AA; and each can be walked through by the Tab key alone."""

from collections import defaultdict

import pytest
from playwright.sync_api import Page

from tests.accessibility import OF_COLOURS, STANDARDS, violations

from .page_types import LANGUAGES

WIDTHS = (390, 1280)
#: The same page in the dark differs in its colours and in nothing else.
SCHEMES = {"light": STANDARDS, "dark": OF_COLOURS}
#: What a reader who presses Tab comes to: `outline` is 0 where nothing shows that it is focused, `covered` says whether
#: something lies over its middle (a country of the map is no rectangle), `place` is its place in reading order.
FOCUSED = """() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
        // Behind the last element a browser turns to its own controls; without any it begins anew.
        around: one === document.body || one.matches(".skip"),
        name: `${one.tagName} ${(one.textContent || one.name || "").trim().slice(0, 40)}`,
        place: [...document.querySelectorAll("*")].indexOf(one),
        covered: !!there && !one.closest("svg") && !one.contains(there) && !there.contains(one),
        outline: parseFloat(getComputedStyle(one).outlineWidth),
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
TO_REACH = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter((one) => one.checkVisibility() && !(one.type === "hidden")).length"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(checked_page: Page, addresses, language):
    found: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        checked_page.goto(address.replace("/de/", f"/{language}/", 1))
        for scheme, rules in SCHEMES.items():
            checked_page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                checked_page.set_viewport_size({"width": width, "height": 800})
                for violation in violations(checked_page, rules):
                    found[f"{address}: {violation}"].append(f"{width} px {scheme}")
    assert not found, "\n".join(f"{one} [{', '.join(where)}]" for one, where in found.items())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tab_key_comes_to_everything_visibly_and_out_again(
    checked_page: Page, addresses, width
):
    checked_page.set_viewport_size({"width": width, "height": 800})
    for address in addresses:
        checked_page.goto(address)
        to_reach = checked_page.evaluate(TO_REACH)
        checked_page.keyboard.press("Tab")  # the way past the navigation, specified below
        walked, place = 1, 0
        while not (now := _after_tab(checked_page))["around"]:
            walked += 1
            assert now["seen"], f"{address}: {now['name']} has the focus and is not to be seen"
            assert now["outline"] >= 2, f"{address}: {now['name']} does not show its focus"
            assert not now["covered"], f"{address}: something lies over {now['name']}"
            assert now["place"] > place, f"{address}: {now['name']} comes before it is read"
            place = now["place"]
            assert walked <= to_reach, f"{address}: no way out behind {now['name']}"
        assert walked == to_reach, address


def _after_tab(page: Page) -> dict:
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


def test_the_first_tab_offers_to_skip_to_the_text(checked_page: Page, addresses):
    for address in addresses:
        checked_page.goto(address)
        checked_page.keyboard.press("Tab")
        assert checked_page.evaluate(
            "document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0"
        )
        checked_page.keyboard.press("Enter")
        assert checked_page.evaluate("document.activeElement.id") == "text"
        checked_page.keyboard.press("Tab")
        assert checked_page.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('main, footer') !== null"
        ), address


def test_what_is_folded_opens_and_closes_by_the_keyboard(checked_page: Page, addresses):
    folds = 0
    for address in ("/de/articles/", "/de/countries/kazakhstan/"):
        checked_page.goto(address)
        for fold in checked_page.locator("details:visible").all():
            folds += 1
            fold.locator("summary").focus()
            checked_page.keyboard.press("Enter")
            assert fold.get_attribute("open") is not None
            assert fold.locator("a, table").first.is_visible()
            checked_page.keyboard.press("Space")
            assert fold.get_attribute("open") is None
    assert folds >= 2

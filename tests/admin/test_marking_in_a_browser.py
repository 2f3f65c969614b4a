"""Words of the original are marked by keyboard in a real browser: by quick hands, over a slow line, back and forth."""

import time

import pytest
from playwright.sync_api import Page, expect

from articles.actions.importing import start_run
from articles.actions.storing import store_run
from articles.models import Article, ImportItem, Marking
from tests.factories import FakeReader

from .conftest import sign_in
from .pages import address
from .test_marking import TEXT

SLOW = 0.6  # seconds until a mark is answered


@pytest.fixture
def draft(editor) -> Article:
    run = start_run([("0.txt", TEXT.encode())], by=None, reader=FakeReader())
    run.items.update(verdict="new")
    store_run(run, by=None)
    return Article.objects.get()


@pytest.fixture
def opened(page: Page, live_server, editor, draft) -> Page:
    """The correction screen, with the keys at the first line of the original."""
    sign_in(page.context, editor, live_server.url)
    page.goto(address(draft))
    page.wait_for_selector(".has-script")
    page.keyboard.press("F6")
    return page


def slow_down(page: Page) -> None:
    """Let the answer to a mark take its time."""

    def answer(route) -> None:
        time.sleep(SLOW)
        route.continue_()

    page.route("**/mark/", answer)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def body(page: Page) -> list[str]:
    return page.input_value("[name=body]").split("\n\n")


def marks(page: Page) -> list[str]:
    """Return what the marks say that stand on the screen: the words and their role."""
    sent = page.input_value("[name=markings]")
    rows = [one.replace("-", " ").split() for one in sent.split(",") if one]
    return [f"{TEXT[int(start) : int(end)].strip()} {role}" for start, end, role in rows]


def test_quick_keys_lose_no_mark(opened):
    slow_down(opened)
    press(opened, "ArrowDown", "x", "ArrowDown", "f")
    expect(opened.locator(".line.is-marked")).to_have_count(2)
    assert marks(opened) == [
        "Das Wasser fehlt, sagt Sarina Cholowa. crosshead",
        "Lesen Sie auch: Ernte. furniture",
    ]
    assert body(opened) == ["## Das Wasser fehlt, sagt Sarina Cholowa."]
    focused = opened.evaluate("document.activeElement.textContent")
    assert "Lesen Sie auch" in focused


def test_a_cyrillic_keyboard_marks_by_the_same_keys(opened):
    """Chromium's driver presses no Cyrillic keys: the events are those that such a keyboard sends."""
    press(opened, "ArrowDown")
    for key, code in (("ч", "KeyX"), ("г", "KeyU")):
        opened.evaluate(
            "([key, code]) => document.activeElement.dispatchEvent("
            "new KeyboardEvent('keydown', {key, code, bubbles: true, cancelable: true}))",
            [key, code],
        )
        expect(opened.locator(".line.is-crosshead")).to_have_count(1 if key == "ч" else 0)


def test_who_goes_on_reading_keeps_their_place_and_their_words(opened):
    slow_down(opened)
    press(opened, "x", "ArrowDown", "ArrowRight", "Shift+ArrowRight")
    expect(opened.locator(".line.is-marked")).to_have_count(1)
    assert opened.evaluate("String(getSelection())") == "Das Wasser"
    press(opened, "h")
    expect(opened.locator("[name=headline]")).to_have_value("Das Wasser")


def test_who_types_while_a_mark_is_on_its_way_keeps_the_words(opened):
    slow_down(opened)
    press(opened, "ArrowDown", "x")
    opened.focus("[name=body]")
    press(opened, "Control+End")
    opened.keyboard.type(" Mehr.")
    expect(opened.locator(".line.is-crosshead")).to_have_count(1)
    assert body(opened)[-1] == "Lesen Sie auch: Ernte. Mehr."
    assert "## Das Wasser fehlt, sagt Sarina Cholowa." in body(opened)
    assert opened.evaluate("document.activeElement.name") == "body"


def test_a_save_waits_for_the_mark(opened, draft):
    slow_down(opened)
    press(opened, "ArrowDown", "f", "Control+s")
    opened.wait_for_selector(".messagelist")
    assert Marking.objects.get().label == "promo"


def test_a_mark_that_is_refused_holds_the_save_back(opened, draft, browser_errors):
    press(opened, "ArrowDown", "d", "Control+s")
    expect(opened.locator("#status")).to_contain_text("There is no date")
    assert opened.locator(".messagelist").count() == 0
    browser_errors[:] = [error for error in browser_errors if "422" not in error]


def test_words_typed_over_a_mark_are_a_step_of_their_own(opened):
    before = opened.input_value("[name=body]")
    press(opened, "ArrowDown", "x")
    expect(opened.locator(".line.is-crosshead")).to_have_count(1)
    marked = opened.input_value("[name=body]")
    opened.fill("[name=body]", "Meine Worte.")
    states = []
    press(opened, "F6")
    for key in ("u", "u", "U", "U"):
        press(opened, key)
        states.append(opened.input_value("[name=body]"))
    assert states == [marked, before, marked, "Meine Worte."]


def test_undone_often_and_redone_often_all_is_as_it_was(opened, draft):
    states = [opened.input_value("[name=body]")]
    press(opened, "ArrowDown", "ArrowRight", "Shift+ArrowRight")
    for number, role in enumerate("xtfsh", 1):
        press(opened, role)
        opened.wait_for_function(
            "number => document.querySelector('[name=markings]').value.split(',').length === number",
            arg=number,
        )
        states.append(opened.input_value("[name=body]"))
    for _ in range(3):
        press(opened, *"uuuuuuu")
        assert opened.input_value("[name=body]") == states[0]
        assert marks(opened) == []
        press(opened, *"UUUUUUU")
        assert opened.input_value("[name=body]") == states[-1]
    assert opened.input_value("[name=headline]") == "Das Wasser"
    assert len(marks(opened)) == 5


def test_without_an_answer_the_editor_is_told(opened, browser_errors):
    opened.context.set_offline(True)
    press(opened, "f")
    expect(opened.locator("#status")).to_contain_text("the newsroom does not answer")
    browser_errors[:] = [error for error in browser_errors if "INTERNET" not in error]


def test_a_button_of_the_bar_is_pressed_by_enter(opened):
    opened.focus("[name=_mark][value=furniture]")
    press(opened, "Enter")
    expect(opened.locator(".line.is-marked")).to_have_count(1)


def test_tab_leads_into_a_list_that_is_searched_and_out_again(opened):
    opened.uncheck("#walk")
    box = ".names .adding .select2-search__field"
    opened.focus(box)
    for keys in ("Tab", "Shift+Tab"), ("Shift+Tab", "Tab"):
        press(opened, keys[0])
        assert not opened.locator(box).evaluate("box => box === document.activeElement")
        press(opened, keys[1])
        assert opened.locator(box).evaluate("box => box === document.activeElement")


def test_a_found_name_is_chosen_by_keyboard_while_tab_walks(opened):
    press(opened, "ArrowDown", "ArrowRight", "n")
    assert opened.evaluate("document.activeElement.value") == "Das"
    press(opened, "Tab")
    assert opened.evaluate("document.activeElement.className").startswith("select2-selection")


def test_white_space_is_no_words(opened, browser_errors):
    words = "() => document.querySelectorAll('.line p')[1].firstChild"
    opened.evaluate(f"getSelection().setBaseAndExtent(({words})(), 3, ({words})(), 4)")
    press(opened, "h")
    expect(opened.locator("#status")).to_contain_text("There are no words")
    browser_errors[:] = [error for error in browser_errors if "422" not in error]


def test_the_list_of_keys_opens_and_leads_back(opened):
    press(opened, "ArrowDown", "?")
    assert opened.evaluate("document.activeElement.closest('#keys').open")
    press(opened, "?", "x")
    expect(opened.locator(".line.is-crosshead")).to_contain_text("Das Wasser")


def test_words_selected_elsewhere_are_not_marked(opened):
    opened.evaluate(
        "() => { document.activeElement.blur(); getSelection().selectAllChildren(document.querySelector('h1')); }"
    )
    press(opened, "h")
    opened.wait_for_timeout(300)
    assert marks(opened) == []


def test_what_went_wrong_is_read_first_and_the_keys_lead_on_from_there(opened):
    opened.fill("[name=date]", "gestern")
    press(opened, "Control+s")
    opened.wait_for_selector("#errors:focus")
    press(opened, "Tab", "Enter")
    assert opened.url.endswith("#field-date")


def test_no_line_hides_behind_the_bar(opened):
    opened.set_viewport_size({"width": 1280, "height": 260})
    press(opened, "End", "Home", "ArrowDown", "f")
    expect(opened.locator(".line.is-marked")).to_have_count(1)
    press(opened, "u", "ArrowUp")
    top, bar = opened.evaluate(
        "[document.activeElement.getBoundingClientRect().top, document.querySelector('.marking').getBoundingClientRect().bottom]"
    )
    assert top >= bar - 1


def test_an_offered_day_is_taken_by_a_key_and_saved(page, live_server, editor, draft):
    Article.objects.update(date="2022-05", date_precision="month", date_from="2022-05-01")
    ImportItem.objects.update(
        reading=draft.item.reading
        | {"text": "Er kam am Montag.", "lines": [[0, 17, "body", "fake", 1.0]], "evidence": {}}
    )
    sign_in(page.context, editor, live_server.url)
    page.goto(address(draft))
    page.wait_for_selector(".has-script")
    page.locator("[data-sets]").nth(1).press("Enter")
    assert page.input_value("#id_date") == "2022-05-09"
    page.keyboard.press("Control+s")
    page.wait_for_load_state()
    page.wait_for_selector(".messagelist")
    assert Article.objects.get().date == "2022-05-09"

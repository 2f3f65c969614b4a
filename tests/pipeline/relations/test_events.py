"""Accounts of one event, told by others: conservative."""

import pytest

from articles.pipeline.relations.events import Rarity, same_event
from articles.pipeline.relations.tellings import Telling, telling_of

WEEKDAYS = {"montag": 0, "dienstag": 1, "monday": 0}
RARITY = Rarity({"Kazakhstan": 60, "Kassym-Jomart Tokayev": 30, "Astana": 30})


def telling(
    names: str, date: str = "2024-03-12", text: str = "Es geschah am Montag.", language: str = "de"
) -> Telling:
    named = [(name, place) for place, name in enumerate(names.split(", "))]
    return telling_of(language, date, named, [(text, 100)], WEEKDAYS)


ACCOUNT = telling("Kazakhstan, Kulsary, Chingis Arinov, Kulsary")


def test_two_accounts_share_rare_names_and_the_day_and_say_so():
    other = telling(
        "Kazakhstan, Chingis Arinov, Kulsary", "2024-03-13", "On Monday it rained.", "en"
    )
    found = same_event(ACCOUNT, other, RARITY)
    assert found is not None
    assert found.names == ("Chingis Arinov", "Kulsary")
    assert found.days == ("2024-03-11",)
    assert 0.9 < found.score <= 1
    assert same_event(other, ACCOUNT, RARITY) == found


def test_a_figure_counts_for_a_rare_name():
    one, other = (telling("Kulsary", text=text) for text in ("4.000 Häuser", "4000 Menschen"))
    found = same_event(one, other, RARITY)
    assert found is not None
    assert found.figures == ("4000",)
    assert same_event(one, telling("Kulsary", text="5.000 Menschen"), RARITY) is None


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("weeks later", telling("Kazakhstan, Kulsary, Chingis Arinov", "2024-04-02")),
        (
            "another day is spoken of",
            telling("Kulsary, Chingis Arinov", "2024-03-13", "Am Dienstag war Ruhe."),
        ),
        ("other rare names", telling("Kazakhstan, Osh, Batken, Naryn")),
        (
            "much else besides",
            telling(f"Kulsary, Chingis Arinov, {', '.join(map(str, range(20)))}"),
        ),
        ("the date is unknown", telling("Kulsary, Chingis Arinov", "")),
        ("the year alone is known", telling("Kulsary, Chingis Arinov", "2024")),
    ],
)
def test_no_account_of_the_same_event(what, other):
    assert same_event(ACCOUNT, other, RARITY) is None


def test_names_that_every_text_has_make_no_event():
    common = telling("Kazakhstan, Kassym-Jomart Tokayev, Astana")
    assert same_event(common, common, RARITY) is None


def test_what_the_desk_has_in_many_texts_is_no_longer_rare():
    known = Rarity({}, texts=900, naming={"Kulsary": 200, "Chingis Arinov": 200})
    assert same_event(ACCOUNT, ACCOUNT, known) is None


def test_with_a_month_only_a_figure_or_a_day_must_be_shared():
    one, other = (
        telling("Kulsary, Chingis Arinov", "2024-03", text) for text in ("Ruhe.", "Nacht.")
    )
    assert same_event(one, other, RARITY) is None
    one, other = (
        telling("Kulsary, Chingis Arinov", "2024-03", text) for text in ("40 Boote", "40 boats")
    )
    assert same_event(one, other, RARITY) is not None


def test_a_name_says_the_more_the_rarer_it_is():
    assert RARITY.weight("Kulsary") > RARITY.weight("Astana") > RARITY.weight("Kazakhstan") >= 0
    assert RARITY.is_rare("Kulsary")
    assert not RARITY.is_rare("Astana")

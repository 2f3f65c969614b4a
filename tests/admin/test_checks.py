"""Warnings for the fact-checker, on the desk."""

import pytest

from articles.admin.checks import CHECKS, checks_of
from articles.models import Article, ImportRun

from .pages import press, text, upload

TEXT = """Der Handel wächst

Im vergangenen Jahr stieg der Handel der beiden Nachbarn von 625,2 auf 970,8 Millionen Dollar um 14 Prozent. \
Das sagte der Minister am Montag, dem 3. Mai 2022, vor Studenten in Aktau am Kaspischen Meer.
"""
TOLD = "from 625,2 to 970,8 Millionen is +55 %, the text says 14 Prozent"


def test_the_review_page_and_the_correction_screen_tell_them(desk):
    page = text(upload(desk, ("handel.txt", TEXT)))
    assert TOLD in page
    assert "3. Mai 2022 is no Montag: 3 May 2022 is a Tuesday." in page
    press(desk, ImportRun.objects.get(), store="1")
    article = Article.objects.get()
    assert TOLD in text(desk.get(f"/admin/articles/article/{article.pk}/change/"))


@pytest.mark.parametrize(
    ("code", "values", "words"),
    [
        (
            "office-not-held",
            {"said": "Präsident X", "date": "2017-03", "terms": "2019-03-20–; 2001–2002-05"},
            "Präsident X: the text is of March 2017, the office was held 20 March 2019 –; 2001 – May 2002 as far as we know.",
        ),
        (
            "population-implausible",
            {"country": "Kasachstan", "said": "200 Millionen Einwohner", "known": "20.3"},
            "Kasachstan with 200 Millionen Einwohner: it has about 20.3 million inhabitants.",
        ),
        ("currencies-disagree", {"sum": "1 $", "other": "9 €"}, "hardly be the same: 1 $, 9 €."),
        ("misspelling", {"said": "Xi Xinping", "known": "Xi Jinping"}, "a misprint of Xi Jinping"),
        ("of-another-day", {}, "of another day"),
    ],
)
def test_each_is_told_in_words(code, values, words):
    [told] = checks_of({"checks": [{"code": code, "spans": [], "values": values}]})
    assert words in told


def test_readings_of_earlier_versions_have_none():
    assert checks_of({"text": ""}) == ()


def test_every_warning_has_words():
    assert all("%(" in str(words) for words in CHECKS.values())

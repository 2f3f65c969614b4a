"""What stands before the running text: the page's path, kicker, headline, standfirst, byline."""

import pytest

from tests.pipeline.press import BODY, HEADLINE, label_of, labelled, missed, page, values

STANDFIRST = (
    "Ein Damm hat einem Dorf sein Wasser zurückgegeben. Nun streiten alle darum, wem es gehört"
)


def test_a_full_head_is_labelled_line_by_line(read):
    head = (
        "Startseite > Umwelt",
        "Aralsee",
        "Die Fischer kehren an den See zurück",
        STANDFIRST + ".",
        "Von Jelena Lutz",
        "3. Mai 2021",
        "Ein Boot bei Moynaq. Foto: Privat",
    )
    article = read("\n\n".join((*head, *BODY["de"])))
    assert [label for _, label in labelled(article)] == [
        "navigation",
        "kicker",
        "headline",
        "standfirst",
        "byline",
        "date-line",
        "caption",
        "credit",
        "body",
        "body",
    ]


@pytest.mark.parametrize(
    ("language", "kicker"),
    [
        ("de", "Zentralasien"),
        ("de", "Reportage vom Aralsee"),
        ("de", "Wasser & Umwelt"),
        ("en", "Environment"),
        ("en", "Central Asia"),
        ("ru", "Экология"),
        ("fr", "Reportage"),
    ],
)
def test_a_short_line_over_the_headline_is_a_kicker(read, language, kicker):
    article = read(f"{kicker}\n\n{page(language=language)}")
    assert label_of(article, kicker) == "kicker"
    assert article.headline.value == HEADLINE[language]


@pytest.mark.parametrize(
    "language",
    [
        "de",
        "fr",
        "ru",
        missed("en", why="learnt from few English pages: twice at the top is navigation"),
    ],
)
def test_a_headline_printed_again_is_a_repetition(read, language):
    headline = HEADLINE[language]
    article = read(f"{headline}\n\n{headline}\n\n" + "\n\n".join(BODY[language]))
    assert [label for text, label in labelled(article) if text == headline] == [
        "headline",
        "repeated",
    ]


def test_a_headline_repeated_in_other_letters_is_a_repetition(read):
    article = read(f"{HEADLINE['de']}\n\n{HEADLINE['de'].upper()}\n\n" + "\n\n".join(BODY["de"]))
    assert label_of(article, HEADLINE["de"].upper()) == "repeated"


def test_a_long_line_under_the_headline_is_the_standfirst(read):
    article = read(page(STANDFIRST))
    assert label_of(article, STANDFIRST) == "standfirst"
    assert article.standfirst.value == STANDFIRST


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Jelena Lutz", ["Jelena Lutz"]),
        ("Jelena Lutz und Ole Brandt", ["Jelena Lutz", "Ole Brandt"]),
        ("Jelena Lutz, Almaty", ["Jelena Lutz"]),
        ("Sadyr Schaparow", []),
        ("Karakalpakstan", []),
        ("Ein altes Lied", []),
        ("Neue Hoffnung", []),
        ("Die Rückkehr der Fischer", []),
    ],
)
def test_a_bare_name_under_the_headline_is_the_author_unless_we_know_it(read, line, author):
    assert values(read(page(line)).byline) == author


def test_text_that_begins_in_mid_story_has_no_head(read):
    labels = {label for _, label in labelled(read("\n\n".join(BODY["de"])))}
    assert labels <= {"standfirst", "body"}

"""Countries that a text is about, most central first, and all that it mentions."""

import pytest

from articles.pipeline.classifying import find_countries
from articles.pipeline.linking import CountryWord
from articles.pipeline.results import Label, Span
from tests.pipeline.press import BODY, HEADLINE, around, page, values


def word(code: str, at: int, kind: str = "country", label: Label = Label.BODY) -> CountryWord:
    """Return a word that speaks for a country."""
    return CountryWord(code, Span(at, at + 5), kind, label)


@pytest.mark.parametrize(
    ("language", "sentence", "mentioned"),
    [
        ("de", "Kasachstan zahlt.", ["KZ"]),
        ("de", "Der kasachische Minister zahlt.", ["KZ"]),
        ("de", "Die Kasachen zahlen.", ["KZ"]),
        ("de", "In Almaty wird gezahlt.", ["KZ"]),
        ("de", "Zwei Usbekinnen warten in Duschanbe.", ["TJ", "UZ"]),
        ("de", "Turkmenisches Gas für Aserbaidschan.", ["AZ", "TM"]),
        ("en", "The Kyrgyz side agreed.", ["KG"]),
        ("en", "Tajiks and Uzbeks agreed.", ["TJ", "UZ"]),
        ("ru", "Узбекские рыбаки довольны.", ["UZ"]),
        ("ru", "В Ташкенте довольны.", ["UZ"]),
        ("fr", "Les pêcheurs ouzbeks sont contents.", ["UZ"]),
        ("de", "Das Boot kostet tausend US-Dollar.", []),
        ("de", "Und dann kam der Regen.", []),
        ("de", "Kasachstanreisende und Kirgisfilm kennt hier niemand.", []),
    ],
)
def test_names_adjectives_demonyms_and_places_mention_a_country(
    read, language, sentence, mentioned
):
    article = read(around(sentence, language=language))
    assert sorted(values(article.countries_mentioned)) == mentioned


def test_a_person_does_not_mention_a_country(read):
    assert values(read(around("Kassym-Schomart Tokajew reiste ab.")).countries_mentioned) == []


def test_the_country_of_the_headline_comes_first(read):
    text = f"Usbekistan setzt auf Fisch\n\n{BODY['de'][0]} In China und Russland fragt man danach."
    article = read(f"{text}\n\n{BODY['de'][1]}")
    assert values(article.countries)[0] == "UZ"
    assert set(values(article.countries_mentioned)) == {"UZ", "CN", "RU"}


def test_what_a_text_is_about_it_also_mentions():
    words = [word("KZ", 10 * n) for n in range(9)] + [word("RU", 400), word("KZ", 500, "person")]
    about, mentioned = find_countries(words, frozenset({"KZ"}))
    assert [found.value for found in about] == ["KZ"]
    assert [found.value for found in mentioned] == ["KZ", "RU"]


def test_the_words_that_spoke_for_a_country_are_its_evidence():
    words = [word("KZ", 0), word("KZ", 20, "adjective"), word("KZ", 40, "person")]
    about, _ = find_countries(words, frozenset())
    assert about[0].spans == (Span(0, 5), Span(20, 25))


def test_a_headline_weighs_more_than_the_body():
    words = [word("TJ", 0, label=Label.HEADLINE), word("RU", 50), word("RU", 70)]
    assert find_countries(words, frozenset())[0][0].value == "TJ"


def test_a_text_is_about_few_countries_and_most_central_first():
    codes = ["KZ", "KG", "TJ", "TM", "UZ", "RU", "CN"]
    words = [word(code, 10 * n) for n, code in enumerate(codes * 5)]
    about, mentioned = find_countries(words, frozenset())
    assert len(about) <= 4
    assert len(mentioned) == len(codes)
    confidences = [found.confidence for found in about]
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 < confidence <= 1 for confidence in confidences)


def test_without_words_there_are_no_countries():
    assert find_countries([], frozenset({"KZ"})) == ((), ())


def test_a_passing_mention_at_the_end_is_not_what_the_text_is_about(read):
    kyrgyz = " ".join(["Kirgistan baut Straßen, und die kirgisischen Bauern fahren darauf."] * 5)
    lines = ("Kirgistan baut", kyrgyz, *BODY["de"], "Die Bagger kommen aus Italien.")
    article = read("\n\n".join(lines))
    assert values(article.countries) == ["KG"]
    assert "IT" in values(article.countries_mentioned)


def test_furniture_speaks_for_no_country(read):
    article = read(page(tail=("Lesen Sie auch: Turkmenistan öffnet die Grenze",)))
    assert values(article.countries_mentioned) == []
    assert HEADLINE["de"] == article.headline.value

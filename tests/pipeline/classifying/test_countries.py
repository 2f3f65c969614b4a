"""Countries that a text is about, most central first, and all that it mentions."""

import pytest

from articles.pipeline.classifying import find_countries, tells_of_region
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


# --- Whether a text is about the region at all -----------------------------------------------------------

KZ, UZ, DE, AT = (word(code, 500 + 9 * at) for at, code in enumerate(("KZ", "UZ", "DE", "AT")))
REGION = frozenset(("KZ", "UZ"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], False),
        ([DE, AT], False),
        ([DE, AT, KZ], False),
        ([DE, AT, KZ, UZ], False),
        ([DE, DE, AT, KZ, UZ, KZ], True),
        ([KZ], True),
        ([KZ, UZ, DE], True),
        ([DE, DE, AT, word("KZ", 10, label=Label.HEADLINE)], True),
        ([DE, DE, AT, word("KZ", 10, label=Label.STANDFIRST)], True),
        ([DE, DE, AT, word("KZ", 900, label=Label.CAPTION)], False),
    ],
)
def test_a_text_is_about_the_region_if_it_names_it_often_or_above(words, expected):
    assert tells_of_region(words, REGION) == expected


def test_of_a_text_about_elsewhere_the_region_is_only_mentioned():
    about, mentioned = find_countries([DE, DE, AT, KZ], REGION)
    assert "KZ" not in values(about)
    assert values(about)[0] == "DE"
    assert "KZ" in values(mentioned)


def test_the_reader_says_so(read):
    alps = "In den Alpen reift der Käse. " * 12
    away = read(
        f"Käse\n\n{alps}Ein Praktikant kam aus Usbekistan nach Bayern.\n\n{alps}In der Schweiz auch."
    )
    assert "not-of-the-region" in away.warnings
    assert "not-of-the-region" not in read(around("In Almaty wird gezahlt.")).warnings

"""The source: shown by the page itself, or proposed from a weak sign, never guessed from a quotation."""

import pytest

from tests.pipeline.press import around, page, value

MAGAZINE = "Seidenstraßen-Magazin"


@pytest.mark.parametrize(
    ("tail", "source"),
    [
        # a sentence in which a known outlet speaks of itself
        ("Das Seidenstraßen-Magazin wird von einem gemeinnützigen Verein herausgegeben.", MAGAZINE),
        (
            "Der Ost-Kurier ist das Portal für Klartext aus dem Osten. Wer uns liest, liest weiter.",
            "Ost-Kurier",
        ),
        ("«Караван-Вести» — независимое издание о Центральной Азии.", "Караван-Вести"),
        # the outlet of a byline
        ("Maëlle Kerbrat Für Novastan France", "Novastan"),
        # furniture and rights that name an outlet
        ("Lest auch im Seidenstraßen-Magazin: Ein Fluss, vier Grenzen", MAGAZINE),
        ("© 2020 Seidenstraßen-Magazin", MAGAZINE),
        ("Jetzt Seidenstraßen-Magazin drei Wochen kostenlos lesen", MAGAZINE),
        # an outlet that nobody entered yet
        ("Herausgeber: Pamir-Institut e. V.", "Pamir-Institut"),
        ("© 2021 Pamir Beobachter", "Pamir Beobachter"),
        (
            "Der Pamir Beobachter ist das unabhängige Nachrichtenportal für Berg-Badachschan.",
            "Der Pamir Beobachter",
        ),
    ],
)
def test_the_page_shows_its_source(read, tail, source):
    assert value(read(page(tail=(tail,))).source_name) == source


@pytest.mark.parametrize(
    "sentence",
    [
        "Das berichtet die russische Agentur Interfax unter Berufung auf den Hafenmeister von Aktau.",
        "Wie Eurasianet schreibt, kehren auch in Karakalpakstan die Fischer an ihren See zurück.",
        "„Wir schlafen nicht“, sagte er der Zeitung Kommersant, und mehr wollte er auch nicht sagen.",
        "Laut Radio Azattyk haben sich mehr als zweihundert Familien für ein Haus am Ufer beworben.",
    ],
)
def test_a_quoted_outlet_is_not_the_source(read, sentence):
    article = read(around(sentence))
    assert article.source_name is None
    assert article.source_proposed is None


def test_a_sign_off_only_proposes_its_source(read):
    article = read(page(tail=("tsd",)))
    assert article.source_name is None
    assert article.source_proposed.value == "Tienschan-Dienst"
    assert article.source_proposed.proposed


def test_nothing_is_proposed_from_the_sign_off_of_a_foreign_agency(read):
    assert read(page(tail=("kx/yz",))).source_proposed is None


def test_a_text_without_a_sign_of_its_source_has_none(read):
    article = read(page())
    assert (article.source_name, article.source_proposed) == (None, None)


def test_the_source_stands_where_its_span_says(read):
    article = read(page(tail=("© 2021 Pamir Beobachter",)))
    assert article.source_name.spans[0].text_of(article.text.content) == "Pamir Beobachter"


@pytest.mark.parametrize(
    ("top", "source"),
    [
        ("Seidenstraßen-Magazin", MAGAZINE),
        ("Novastan – Zentralasien auf Deutsch", "Novastan"),
        ("Eurasianet   Topics   Regions   Donate", "Eurasianet"),
        # outlets that nobody entered yet: an address, an outlet's word, words that the page says of itself again
        ("pamir-beobachter.example", None),
        ("gipfelnetz.com", "gipfelnetz.com"),
        ("Pamir Beobachter", "Pamir Beobachter"),
        ("Gipfelgrat   Touren   Ausrüstung", "Gipfelgrat"),
        # sections
        ("Startseite   Politik   Kultur", None),
    ],
)
def test_a_masthead_names_the_source(read, top, source):
    tail = (
        "Abonnieren Sie den Newsletter von Gipfelgrat!" if "Gipfelgrat" in top else "Zur Startseite"
    )
    assert value(read(f"{top}\n\n{page(tail=(tail,))}").source_name) == source

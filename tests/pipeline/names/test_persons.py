"""Persons whom the gazetteer does not hold: by a given name, a role, or the ending of a surname."""

import pytest

from tests.pipeline.press import around


def persons(article) -> dict[str, tuple[str, ...]]:
    """Return the unknown persons with the forms in which the text names them."""
    return {
        entity.name: entity.surfaces
        for entity in article.entities
        if entity.kind == "person" and not entity.known
    }


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("de", "Am Ufer wartet die Fischerin Gulnara Estebesowa auf das Boot.", None),
        ("de", "„Wir haben Zeit“, sagt Bakyt Toktomuschew und lacht.", "Bakyt Toktomuschew"),
        ("de", "Den Plan stellte Vizeminister Ilchom Saidachmetow vor.", "Ilchom Saidachmetow"),
        ("de", "Die Hydrologin Schyldys Kuramajewa rechnet nach.", "Schyldys Kuramajewa"),
        ("de", "Zugegen war auch Ruth Hallinger aus Linz.", "Ruth Hallinger"),
        ("en", "“We have time,” says Aigerim Bekturova, smiling.", "Aigerim Bekturova"),
        ("en", "The plan was drawn up by engineer Rustam Xolmatov.", "Rustam Xolmatov"),
        ("ru", "«Мы подождём», — говорит Гульнара Эстебесова.", "Гульнара Эстебесова"),
        ("de", "Der Fischer Marat Dosymbekow lacht.", "Marat Dosymbekow"),
        ("de", "Der Elektriker Otabek Karimow lacht.", "Otabek Karimow"),
        ("fr", "« Nous attendrons », dit Aïgoul Bektourova.", None),
        ("de", "„Wir haben Zeit“, sagte Qerim Wollenhaupt und lachte.", "Qerim Wollenhaupt"),
        ("de", "Am Tor wartet Schwester Mechthild mit dem Schlüssel.", "Mechthild"),
        ("de", "Das sagt Bischof Adelio Dell’Oro aus Karaganda.", "Adelio Dell’Oro"),
        ("de", "Am Steuer saß Richter Soir Tursunkulow.", "Soir Tursunkulow"),
    ],
)
def test_an_unknown_person_is_read_with_kind_and_name(read, language, sentence, name):
    found = persons(read(around(sentence, language=language)))
    if name is None:
        assert any("Estebesowa" in one or "Bektourova" in one for one in found)
    else:
        assert name in found


def test_an_unknown_person_is_one_whether_named_in_full_or_by_surname(read):
    article = read(
        around(
            "Der Lehrer Marat Dosymbekow holt die Netze ein. Dosymbekow zählt laut mit. "
            "Dosymbekows Bruder schaut zu."
        )
    )
    assert persons(article) == {
        "Marat Dosymbekow": ("Marat Dosymbekow", "Dosymbekow", "Dosymbekows")
    }


def test_two_unknown_persons_of_one_sentence_are_two(read):
    article = read(around("Gekommen sind Bakyt Toktomuschew und Jelena Kudrjawzewa."))
    assert {"Bakyt Toktomuschew", "Jelena Kudrjawzewa"} <= set(persons(article))


@pytest.mark.parametrize(
    "sentence",
    [
        "Am Hafen durchsuchten Polizisten Wohnheime und Lager.",
        "Im Hafen fordern Abgeordnete Konsequenzen für das Amt.",
        "Dort half die NGO Fischbrücke beim Flicken.",
        "Der Neue Markt öffnet am Morgen, der Alte Basar erst am Mittag.",
        "Am Abend kam der Wind, und das Boot blieb im Hafen.",
        "Das Wasser stand im Mai höher als im August, sagen die Alten.",
        "Im Garten der Schule wächst Saxaul, und im Keller lagert Salz.",
    ],
)
def test_common_nouns_are_no_persons(read, sentence):
    assert persons(read(around(sentence))) == {}


def test_what_is_read_stands_where_the_spans_say(read):
    article = read(around("„Wir haben Zeit“, sagt Bakyt Toktomuschew und lacht."))
    for entity in article.entities:
        assert {span.text_of(article.text.content) for span in entity.spans} == set(entity.surfaces)

"""Organisations and places that the gazetteer does not hold: by the nouns that name their kind."""

import pytest

from tests.pipeline.press import around, missed

FIRST = "an English name that opens with the noun for the body"


def unknown(article, kind: str) -> set[str]:
    """Return the unknown entities of a kind."""
    return {entity.name for entity in article.entities if entity.kind == kind and not entity.known}


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("de", "Das teilte der Föderale Fischereidienst mit.", "Föderale Fischereidienst"),
        ("de", "Sie lehrt an der Sarybek-Universität.", "Sarybek-Universität"),
        ("en", "She teaches at Nowhere Hills University.", "Nowhere Hills University"),
        ("en", "She is at the University of Qumtepa.", "University of Qumtepa"),
        missed("en", "The Institute for Fisheries agrees.", "Institute for Fisheries", why=FIRST),
        ("de", "Der Verband der Netzflicker (VFNF) widerspricht.", "VFNF"),
    ],
)
def test_a_noun_for_a_body_makes_a_name(read, language, sentence, name):
    assert name in unknown(read(around(sentence, language=language)), "organisation")


@pytest.mark.parametrize(
    "sentence",
    [
        "Das kasachische Energieministerium schweigt dazu seit Wochen.",
        "Die Universität der Stadt hat kein Geld für ein Boot.",
        "Ein Institut in der Hauptstadt rechnet es gerade nach.",
        "Die Bank gab keinen Kredit, und das Gericht gab ihr recht.",
        "Er zahlte tausend Dollar (USD) und bekam eine Quittung.",
    ],
)
def test_a_description_of_a_body_is_no_name(read, sentence):
    assert unknown(read(around(sentence)), "organisation") == set()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Im Dorf Karaschygatsch steht nur noch die Schule.", "Karaschygatsch"),
        ("Der Fluss Tschongsuu führt im August kein Wasser.", "Tschongsuu"),
        ("Sie kommen aus Mirsaabad und bleiben über Nacht.", "Mirsaabad"),
    ],
)
def test_an_unknown_place_is_read_behind_its_kind_or_by_its_ending(read, sentence, name):
    assert name in unknown(read(around(sentence)), "place")

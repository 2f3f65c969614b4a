"""Organisations and places that the gazetteer does not hold: by the nouns that name their kind."""

import pytest

from tests.pipeline.press import around


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
        ("en", "The Institute for Fisheries agrees.", "Institute for Fisheries"),
        (
            "en",
            "It asked the Committee on the Welfare of Fish.",
            "Committee on the Welfare of Fish",
        ),
        ("de", "Das Komitee für Netze und Reusen tagt.", "Komitee für Netze und Reusen"),
        ("de", "Er klagt gegen das Amt für stille Gewässer.", "Amt für stille Gewässer"),
        ("de", "Sie bat die Stiftung Fischbrücke um Geld.", "Stiftung Fischbrücke"),
        ("de", "Der Angelklub Netzfreunde lud zum Fest.", "Angelklub Netzfreunde"),
        ("de", "Die Initiative »Netz und Reuse« sammelt Geld.", "Netz und Reuse"),
        ("ru", "В компании «Тихая Сеть» об этом не знали.", "Тихая Сеть"),
        ("de", "Der Verband der Netzflicker (VFNF) widerspricht.", "Verband der Netzflicker"),
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
        "Die Regierung schuf eine Kommission, und für Fischer gibt es ein Amt.",
        "Er zahlte tausend Dollar (USD) und bekam eine Quittung.",
    ],
)
def test_a_description_of_a_body_is_no_name(read, sentence):
    assert unknown(read(around(sentence)), "organisation") == set()


def test_a_place_named_by_a_closing_noun_is_no_town_of_that_name(read):
    article = read(around("Im Bischkek-Tal liegt Schnee."))
    assert "Bischkek-Tal" in unknown(article, "place")
    assert "Bishkek" not in {entity.name for entity in article.entities}


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

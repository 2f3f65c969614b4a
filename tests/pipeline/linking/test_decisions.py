"""What a name means where it could mean several things: each decision on a small gazetteer of its own."""

import pytest

from articles.knowledge import name_words
from articles.pipeline.knowledge import EntityRecord, Knowledge, NameForm, OfficeTerm
from articles.pipeline.reader import Reader
from tests.pipeline.press import around


def person(name, *forms, country="KG", offices=(), not_meant=()):
    return EntityRecord(
        name, "person", tuple(map(NameForm, forms)), country, tuple(offices), tuple(not_meant)
    )


def place(name, *forms, country="KG", weak=False, kind="place"):
    return EntityRecord(name, kind, tuple(NameForm(form, weak=weak) for form in forms), country)


SADYR = person(
    "Sadyr Japarov", "Sadyr Dschaparow", offices=[OfficeTerm("President", "KG", "2021-01-28")]
)
AKYLBEK = person(
    "Akylbek Japarov",
    "Akylbek Dschaparow",
    offices=[OfficeTerm("Chairman of the Cabinet", "KG", "2021-10-12", "2024-12-16")],
)
FATHER = person(
    "Gurbanguly Berdimuhamedow",
    "Gurbanguly Berdymuchamedow",
    country="TM",
    offices=[OfficeTerm("President", "TM", "2007-02-14", "2022-03-19")],
)
SON = person(
    "Serdar Berdimuhamedow",
    "Serdar Berdymuchamedow",
    country="TM",
    offices=[OfficeTerm("President", "TM", "2022-03-19")],
)
ENTITIES = (
    SADYR,
    AKYLBEK,
    FATHER,
    SON,
    person("Dariga Nazarbayeva", "Dariga Nasarbajewa", country="KZ"),
    person("Kamchybek Tashiev", "Kamtschybek Taschijew", "Камчыбек Ташиев"),
    person("Xi Jinping", "Xi Jinping", country="CN"),
    person("Alexander Nevsky", "Alexander Newski", country="RU"),
    place("Kyrgyzstan", "Kirgisistan", kind="country"),
    place("Turkmenistan", "Turkmenistan", kind="country", country="TM"),
    place("Naryn", "Naryn", weak=True),
    place("Naryn River", "Naryn", weak=True),
    place("Issyk-Kul Region", "Region Issyk-Kul"),
    EntityRecord(
        "Ministry of Health of Kyrgyzstan",
        "organisation",
        (
            NameForm("Gesundheitsministerium Kirgisistans"),
            NameForm("kirgisisches Außenministerium"),
        ),
        "KG",
    ),
)


@pytest.fixture(scope="module")
def read_with():
    words = name_words()

    def read(sentence, date="2023-05-04", entities=ENTITIES, no_names=()):
        knowledge = Knowledge(entities=entities, words=words, no_names=frozenset(no_names))
        text = f" date {date} {around(sentence)}"
        return Reader(knowledge).read(text.encode(), "text.txt")[0].entities

    return read


def linked(entities):
    return {entity.name: entity.surfaces for entity in entities if entity.known}


@pytest.mark.parametrize(
    ("sentence", "date", "expected"),
    [
        # the office beside the surname, at the date of the text
        ("Kirgisistans Präsident Dschaparow kam.", "2023-05-04", "Sadyr Japarov"),
        ("Turkmenistans Präsident Berdymuchamedow kam.", "2015-06-01", "Gurbanguly Berdimuhamedow"),
        ("Turkmenistans Präsident Berdymuchamedow kam.", "2023-06-01", "Serdar Berdimuhamedow"),
        # a former one is not the one in office
        ("Der frühere Präsident Berdymuchamedow kam.", "2023-06-01", "Gurbanguly Berdimuhamedow"),
        # father and son
        ("Vater Berdymuchamedow kam nach Turkmenistan.", "2023-06-01", "Gurbanguly Berdimuhamedow"),
        ("Berdymuchamedow junior kam nach Turkmenistan.", "2023-06-01", "Serdar Berdimuhamedow"),
        # the only bearer named in full
        ("Akylbek Dschaparow kam. Dann sprach Dschaparow.", "2023-05-04", "Akylbek Japarov"),
        # a spelling that nobody has listed
        ("Sadyr Schaparow kam.", "2023-05-04", "Sadyr Japarov"),
        ("Садыр Жапаров приехал.", "2023-05-04", "Sadyr Japarov"),
        # a river has an article, a town has none
        ("Am Naryn in Kirgisistan wird gebaut.", "2023-05-04", "Naryn River"),
        ("In Naryn in Kirgisistan wird gebaut.", "2023-05-04", "Naryn"),
    ],
)
def test_something_beside_the_name_decides(read_with, sentence, date, expected):
    found = linked(read_with(sentence, date)).keys() - {"Kyrgyzstan", "Turkmenistan"}
    assert found == {expected}


def test_what_nothing_decides_is_left_open_with_its_candidates(read_with):
    entities = read_with("Gestern kam Dschaparow zurück.")
    assert not linked(entities)
    [open_name] = [entity for entity in entities if entity.surfaces == ("Dschaparow",)]
    assert open_name.rule == "surname-of-several"
    assert open_name.candidates == ("Sadyr Japarov", "Akylbek Japarov")


def test_of_two_named_in_full_a_leader_keeps_the_surname_beside_a_relative_without_office(
    read_with,
):
    brother = person("Sabyr Japarov", "Sabyr Dschaparow")
    entities = (*ENTITIES, brother)
    both = "Sadyr Dschaparow traf Sabyr Dschaparow in Kirgisistan. Dschaparow dankte."
    found = linked(read_with(both, entities=entities))
    assert found["Sadyr Japarov"] == ("Sadyr Dschaparow", "Dschaparow")
    both = "Sadyr Dschaparow traf Akylbek Dschaparow in Kirgisistan. Dschaparow dankte."
    assert linked(read_with(both))["Sadyr Japarov"] == ("Sadyr Dschaparow",)


def test_an_unknown_bearer_named_in_full_contests_the_surname(read_with):
    both = "Sadyr Dschaparow traf Ernist Dschaparow in Kirgisistan. Dschaparow dankte."
    found = linked(read_with(both))
    assert found["Sadyr Japarov"] == ("Sadyr Dschaparow",)


def test_a_woman_is_not_the_genitive_of_a_man(read_with):
    entities = read_with("Там была Гульмира Ташиева. Потом говорила Ташиева.")
    assert "Kamchybek Tashiev" not in linked(entities)


def test_a_given_name_alone_is_the_person_named_in_full(read_with):
    found = linked(read_with("Dariga Nasarbajewa schwieg. Am Abend sprach Dariga doch."))
    assert found["Dariga Nazarbayeva"] == ("Dariga Nasarbajewa", "Dariga")


def test_a_misprint_is_linked_with_a_warning(read_with):
    [xi] = [e for e in read_with("Zu Gast war Xi Xinping.") if e.known]
    assert (xi.name, xi.warning) == ("Xi Jinping", "misspelling")


@pytest.mark.parametrize(
    "sentence", ["Er trug den Alexander-Newski-Orden.", "Es kam Mels Tashiev.", "Mels Tashiev kam."]
)
def test_a_name_inside_another_means_nobody(read_with, sentence):
    assert not linked(read_with(sentence))


def test_the_noun_for_the_kind_is_not_part_of_the_name(read_with):
    assert linked(read_with("Die Region Issyk-Kul baut."))["Issyk-Kul Region"] == ("Issyk-Kul",)


def test_a_body_is_named_or_only_described(read_with):
    named = linked(read_with("Das Gesundheitsministerium Kirgisistans warnt."))
    assert named.keys() == {"Ministry of Health of Kyrgyzstan", "Kyrgyzstan"}
    assert not linked(read_with("Das kirgisische Außenministerium warnt."))


def test_a_judgement_wins_over_every_rule(read_with):
    judged = person(*("Sadyr Japarov", "Sadyr Dschaparow"), not_meant=["Sadyr Schaparow"])
    assert not linked(read_with("Sadyr Schaparow kam.", entities=(judged,)))
    assert linked(read_with("Sadyr Dschaparow kam.", entities=(judged,)))


def test_what_is_judged_to_be_no_name_is_none(read_with):
    sentence = "Der Fischer Marat Dosymbekow lacht."
    assert [entity.surfaces for entity in read_with(sentence)] == [("Marat Dosymbekow",)]
    assert not read_with(sentence, no_names=["Marat Dosymbekow"])


def test_an_expert_beside_a_president_is_no_former_one(read_with):
    sentence = "Der Experte und Präsident Berdymuchamedow kam."
    assert linked(read_with(sentence, "2023-06-01")).keys() == {"Serdar Berdimuhamedow"}


KINDS = (
    place("Kyrgyzstan", "Kirgisistan", kind="country"),
    place("Uzgen", "Ösgön"),
    place("Uzgen District", "Bezirk Ösgön"),
    place("Talas", "Talas"),
    place("Talas Region", "Gebiet Talas"),
    place("Talas River", "Fluss Talas"),
    place("Karakol", "Karakol"),
    place("Karakol Region", "Gebiet Karakol"),
    place("Kumtor Mine", "Goldmine Kumtor", "Kumtor"),
    EntityRecord("Kabar", "organisation", (NameForm("Kabar", weak=True),), "KG"),
    EntityRecord("Neue Zürcher Zeitung", "organisation", (NameForm("Neue Zürcher Zeitung"),), "CH"),
    EntityRecord("Adidas", "organisation", (NameForm("Adidas"),), "DE"),
    EntityRecord("Zara", "organisation", (NameForm("Zara", weak=True),), "ES"),
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the noun for its kind, a list, an article tell places of one name apart
        ("Im Bezirk Ösgön wird gebaut.", {"Uzgen District": ("Ösgön",)}),
        ("In Ösgön wird gebaut.", {"Uzgen": ("Ösgön",)}),
        ("Am Talas wird gebaut.", {"Talas River": ("Talas",)}),
        ("In Talas wird gebaut.", {"Talas": ("Talas",)}),
        (
            "In den Gebieten Karakol und Talas wird gebaut.",
            {"Karakol Region": ("Karakol",), "Talas Region": ("Talas",)},
        ),
        # a noun for a kind is no part of the name
        ("Er fuhr zur Goldmine Kumtor.", {"Kumtor Mine": ("Kumtor",)}),
        # a weak name of a body: behind a noun for it, quoted, in a list
        ("Das meldet die Agentur Kabar.", {"Kabar": ("Kabar",)}),
        ("Das ist so, laut Kabar.", {"Kabar": ("Kabar",)}),
        ("Es war ein Kabar im Hafen.", {}),
        ("Sie liefern an Adidas, Zara und andere.", {"Adidas": ("Adidas",), "Zara": ("Zara",)}),
        # no name begins inside a known one
        (
            "Das schrieb die Neue Zürcher Zeitung.",
            {"Neue Zürcher Zeitung": ("Neue Zürcher Zeitung",)},
        ),
    ],
)
def test_the_words_around_a_name_say_which_thing_it_is(read_with, sentence, expected):
    entities = read_with(sentence, entities=KINDS)
    assert linked(entities) == expected
    assert {entity.kind for entity in entities if not entity.known} <= {"person", "place"}


def test_the_surname_of_a_known_person_is_known_in_the_spelling_of_the_full_name(read_with):
    known = person("Behzod Musayev", "Bechsod Mussajew")
    record = EntityRecord(
        known.name, known.kind, (*known.forms, NameForm("Musayev", "surname")), known.country
    )
    found = linked(read_with("Bechsod Mussajew kam. Mussajew dankte.", entities=(record,)))
    assert found == {"Behzod Musayev": ("Bechsod Mussajew", "Mussajew")}


def test_half_a_double_surname_is_another_person(read_with):
    entities = read_with("Akylbek Dschaparow-Tynajew kam.")
    assert not linked(entities)
    assert "Akylbek Dschaparow-Tynajew" in {entity.name for entity in entities}


@pytest.mark.parametrize(
    ("sentence", "summit"),
    [
        ("Beim Gipfel der GUS wurde gestritten.", "Gipfel der GUS"),
        (
            "Das Gipfeltreffen der Staatschefs der GUS begann.",
            "Gipfeltreffen der Staatschefs der GUS",
        ),
        ("Am Gipfel stand die GUS.", None),
    ],
)
def test_a_summit_is_named_by_the_body_that_meets(read_with, sentence, summit):
    body = EntityRecord(
        "Commonwealth of Independent States", "organisation", (NameForm("GUS", "abbreviation"),)
    )
    entities = read_with(sentence, entities=(body,))
    assert linked(entities) == {body.name: ("GUS",)}
    assert [one.name for one in entities if one.kind == "event"] == ([summit] if summit else [])

"""Magnitudes that cannot be."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence", "code"),
    [
        ("de", "Rund 120 Prozent der Bevölkerung leben auf dem Land.", "share-above-whole"),
        ("de", "Das sagten 102,5 Prozent aller Befragten.", "share-above-whole"),
        ("en", "Some 120 percent of the population live there.", "share-above-whole"),
        ("fr", "Quelque 120 % de la population y vit.", "share-above-whole"),
        ("ru", "Около 120 процентов населения живут там.", "share-above-whole"),
        ("de", "Er starb im Alter von 135 Jahren in Almaty.", "age-implausible"),
        ("de", "Der 195-jährige Mann wurde festgenommen.", "age-implausible"),
        ("en", "She died at the age of 145.", "age-implausible"),
        ("en", "The 219-year-old student was detained.", "age-implausible"),
        ("ru", "Он умер в возрасте 135 лет.", "age-implausible"),
    ],
)
def test_what_cannot_be_is_told(check, language, sentence, code):
    [found] = check(sentence, language)
    assert found.code == code
    assert found.values["said"] in sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Rund 12,0 Prozent der Bevölkerung leben auf dem Land."),
        ("de", "Hundert Prozent, also 100 Prozent der Wähler, kamen."),
        ("de", "Die Zahl wuchs um 120 Prozent der Bevölkerung zum Trotz."),
        ("de", "Die Schulden betragen 120 Prozent des Bruttoinlandsprodukts."),
        ("de", "Die 135-jährige Moschee wurde renoviert."),
        ("de", "Der 95-jährige Mann wurde festgenommen."),
        ("de", "Er starb im Alter von 95 Jahren, 135 Jahre nach der Gründung."),
        ("en", "The 135-year-old mosque was rebuilt."),
    ],
)
def test_what_can_be_is_not(check, language, sentence):
    assert check(sentence, language) == []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Kasachstan mit 200 Millionen Einwohnern ist ein großes Land.", True),
        ("Usbekistan hat rund 3,5 Millionen Einwohner.", True),
        ("Le Kirghizstan compte 70 millions d’habitants.", True),
        ("Kazakhstan, with its 190 million inhabitants, is large.", True),
        ("Kasachstan mit 20 Millionen Einwohnern ist ein großes Land.", False),
        ("Kasachstan hatte 16 Millionen Einwohner.", False),
        ("Kasachstan grenzt an China mit 1,4 Milliarden Einwohnern.", False),
        ("In Kasachstan hat Almaty 2 Millionen Einwohner.", False),
    ],
)
def test_the_inhabitants_of_the_five_countries_are_known_roughly(read, sentence, wrong):
    found = [check.code for check in read(sentence).checks]
    assert ("population-implausible" in found) == wrong

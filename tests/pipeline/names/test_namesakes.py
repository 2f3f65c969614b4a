"""Which of several entities a name means: named in full, its country near by, in office that day."""

import pytest

from articles.pipeline.knowledge import OfficeTerm
from articles.pipeline.names.namesakes import covers
from tests.pipeline.press import around, names

FATHER, SON = "Gurbanguly Berdimuhamedow", "Serdar Berdimuhamedow"
TURKMEN = "In Aschgabat empfing Präsident Berdymuchamedow den Gast aus Turkmenistans Süden."


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        ("2019-03-20", "", "2019-03-21", True),
        ("2019-03-20", "", "2019-03-19", False),
        ("2019-03-20", "", "2019-03", True),
        ("2019-03-20", "", "2019", True),
        ("2019-03-20", "", "2018", False),
        ("2007-02-14", "2022-03-19", "2022-03-19", True),
        ("2007-02-14", "2022-03-19", "2022-03-20", False),
        ("2007-02-14", "2022-03-19", "2022-04", False),
        ("2007", "2022", "2022-12-31", True),
        ("2007", "2022", "2023", False),
        ("", "1991", "1990", True),
        ("", "", "1812", True),
    ],
)
def test_an_office_is_held_at_a_date_as_exactly_as_each_is_known(start, end, date, held):
    assert covers(OfficeTerm("President", "KZ", start, end), date) is held


@pytest.mark.parametrize(
    ("date", "meant", "other"),
    [
        ("2015-06", FATHER, SON),
        ("2022-02", FATHER, SON),
        ("2022-04", SON, FATHER),
        ("2023-11-05", SON, FATHER),
    ],
)
def test_the_date_of_the_text_decides_between_father_and_son(read, date, meant, other):
    article = read(f" date {date} {around(TURKMEN)}")
    assert any(_same(meant, name) for name in names(article))
    assert not any(_same(other, name) for name in names(article))


def test_the_full_name_decides_against_the_date(read):
    sentence = "Neben ihm saß Gurbanguly Berdymuchamedow. Berdymuchamedow schwieg den ganzen Abend."
    article = read(f" date 2023-11 {around(sentence)}")
    [father] = [entity for entity in article.entities if _same(FATHER, entity.name)]
    assert len(father.spans) == 2
    assert not any(_same(SON, name) for name in names(article))


def _same(one: str, other: str) -> bool:
    """Compare names by the given name: the canonical spelling of the surname may change."""
    return one.split()[0] == other.split()[0] and other.split()[-1].startswith("Berd")


@pytest.mark.parametrize(
    ("sentence", "expected", "excluded"),
    [
        ("Die Basis Kant in Kirgistan wird erweitert, hieß es.", "Kant Air Base", "Immanuel Kant"),
        ("In Kant bei Bischkek stehen russische Flugzeuge.", "Kant", "Immanuel Kant"),
        ("Immanuel Kant hat Königsberg kaum je verlassen.", None, "Kant"),
        ("Sie lesen Kant im Original, Seite für Seite.", None, "Kant"),
        ("In Osch in Kirgistan beginnt der Markt um fünf.", "Osh", None),
        ("Islam Karimow regierte Usbekistan ein Vierteljahrhundert.", "Islam Karimov", None),
        ("Usbekistans Präsident Karimow starb im September.", "Islam Karimov", None),
        ("Der Elektriker Otabek Karimow wartet auf den Bus.", None, "Islam Karimov"),
        ("Xi Jinping kam nach Samarkand.", "Xi Jinping", None),
    ],
)
def test_a_name_means_whom_or_what_the_words_around_it_say(read, sentence, expected, excluded):
    found = names(read(around(sentence)))
    assert expected is None or expected in found or f"{expected} (city)" in found
    assert excluded not in found


def test_of_two_persons_who_share_a_surname_the_one_named_in_full_is_meant(read):
    sentence = "Der Ingenieur Otabek Karimow wartet auf den Bus. Karimow friert, Karimow flucht."
    [karimov] = [entity for entity in read(around(sentence)).entities if entity.kind == "person"]
    assert (karimov.name, len(karimov.spans)) == ("Otabek Karimow", 3)

"""Ranking: the right name first, and alone only where nothing else is as close."""

from articles.pipeline.names.matching import NameIndex

NAMES = ("Sadyr Japarov", "Akylbek Japarov", "Kassym-Jomart Tokayev", "Almaty", "Almaty Region")


def names(ranked):
    return [(found.name, found.comparison.verdict) for found in ranked]


def test_the_right_name_stands_first():
    index = NameIndex(dict.fromkeys(NAMES, ()))
    assert names(index.rank("Акылбек Жапаров"))[0] == ("Akylbek Japarov", "same")
    assert names(index.rank("Gebiet Almaty"))[0] == ("Almaty Region", "same")


def test_at_most_three_and_nothing_out_of_nothing():
    index = NameIndex(dict.fromkeys(NAMES, ()))
    assert len(index.rank("Japarov")) <= 3
    assert index.rank("") == []
    assert index.rank("…") == []


def test_a_surname_alone_leaves_both_namesakes_unsure():
    index = NameIndex(dict.fromkeys(NAMES, ()))
    assert names(index.rank("Schaparow"))[:2] == [
        ("Akylbek Japarov", "unsure"),
        ("Sadyr Japarov", "unsure"),
    ]


def test_two_names_that_sound_alike_leave_each_other_unsure():
    index = NameIndex({"Konaev": (), "Kunaev": ()})
    assert {verdict for _, verdict in names(index.rank("Конаев"))} <= {"same", "unsure"}
    alike = NameIndex({"Turkestan": (), "Turkistan": ("Turkestan",)})
    assert {verdict for _, verdict in names(alike.rank("Туркестан"))} == {"unsure"}


def test_forms_that_are_known_count_for_their_name():
    index = NameIndex({"Astana": ("Nur-Sultan",), "Almaty": ()})
    assert names(index.rank("Нур-Султан"))[0] == ("Astana", "same")

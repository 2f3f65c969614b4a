"""The languages of the interface: complete catalogues, plurals, and names of languages within a sentence."""

import pytest
from django.conf import settings
from django.utils.translation import ngettext, override

from articles.templatetags.reading import language_name
from tools.check_translations import LANGUAGES, catalogue


def test_each_language_but_that_of_the_code_has_a_catalogue_that_is_checked():
    assert {*LANGUAGES} == {code for code, _name in settings.LANGUAGES} - {"en"}
    for language in LANGUAGES:
        assert catalogue(language).with_suffix(".mo").exists()


@pytest.mark.parametrize(
    ("number", "texts", "minutes"),
    [
        (0, "0 материалов", "0 минут чтения"),
        (1, "1 материал", "1 минута чтения"),
        (2, "2 материала", "2 минуты чтения"),
        (4, "4 материала", "4 минуты чтения"),
        (5, "5 материалов", "5 минут чтения"),
        (11, "11 материалов", "11 минут чтения"),
        (12, "12 материалов", "12 минут чтения"),
        (14, "14 материалов", "14 минут чтения"),
        (21, "21 материал", "21 минута чтения"),
        (22, "22 материала", "22 минуты чтения"),
        (25, "25 материалов", "25 минут чтения"),
        (101, "101 материал", "101 минута чтения"),
        (111, "111 материалов", "111 минут чтения"),
        (112, "112 материалов", "112 минут чтения"),
        (1000, "1000 материалов", "1000 минут чтения"),
    ],
)
def test_russian_counts_in_three_forms(number, texts, minutes):
    with override("ru"):
        counted = ngettext("%(n)s text", "%(n)s texts", number) % {"n": number}
        to_read = ngettext("%(minutes)s minute to read", "%(minutes)s minutes to read", number)
        assert (counted, to_read % {"minutes": number}) == (texts, minutes)


@pytest.mark.parametrize(
    ("code", "alone", "origin", "medium"),
    [
        ("fr", "Французский", "французского", "французском"),
        ("de", "Немецкий", "немецкого", "немецком"),
        ("kk", "Казахский", "казахского", "казахском"),
        ("zh-hans", "Упрощенный китайский", "упрощенного китайского", "упрощенном китайском"),
        ("he", "Иврит", "иврита", "иврите"),
        ("hi", "Хинди", "хинди", "хинди"),
        ("xx", "xx", "xx", "xx"),
    ],
)
def test_russian_inflects_the_names_of_languages(code, alone, origin, medium):
    with override("ru"):
        assert language_name(code) == alone
        assert language_name(code, "from") == origin
        assert language_name(code, "in") == medium


def test_other_languages_leave_the_names_of_languages_as_they_are():
    for language, name in (("de", "Französisch"), ("en", "French")):
        with override(language):
            assert {language_name("fr", where) for where in ("", "from", "in")} == {name}

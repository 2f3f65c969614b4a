"""What a text says of its origin: where it appeared first, which language it was translated from."""

import pytest

from articles.knowledge import DATA
from articles.knowledge.relations import read_relation_words
from articles.pipeline.document import Document
from articles.pipeline.knowledge import SourceRecord
from articles.pipeline.names.gazetteer import Gazetteer
from articles.pipeline.parsing.source import SourceNames
from articles.pipeline.relations.reprints import Origin, Origins
from articles.pipeline.results import Label, Line, Span


@pytest.fixture(scope="module")
def origins() -> Origins:
    """Origins with the project's own words and one outlet."""
    sources = SourceNames(
        [SourceRecord("nordfunk", "Nordfunk", names=("Нордфанк",))], Gazetteer(())
    )
    return Origins(read_relation_words(DATA / "relations.toml"), sources)


def told(
    origins: Origins, text: str, label: Label = Label.BODY, language: str = ""
) -> tuple[str | None, str | None]:
    line = Line(Span(0, len(text)), label, "test")
    origin = origins.find(Document(text, (line,)), language)
    return (
        origin.reprint_of.value if origin.reprint_of else None,
        origin.translated_from.value if origin.translated_from else None,
    )


@pytest.mark.parametrize(
    ("remark", "outlet", "language"),
    [
        ("Dieser Artikel erschien zuerst auf Englisch bei Nordfunk.", "Nordfunk", "en"),
        ("Zuerst erschienen bei Nordfunk.", "Nordfunk", None),
        ("Mit freundlicher Genehmigung von Nordfunk", "Nordfunk", None),
        ("Erstveröffentlichung: Nordfunk, 3. Mai 2021", "Nordfunk", None),
        ("Der Beitrag wurde zuerst in der Zeitschrift „Ostwind“ veröffentlicht.", "Ostwind", None),
        (
            "Der Text erschien zuerst bei Nordfunk und wurde für uns aus dem Russischen übersetzt.",
            "Nordfunk",
            "ru",
        ),
        ("Originally published by Nordfunk.", "Nordfunk", None),
        ("This story first appeared in Kazakh on Nordfunk.", "Nordfunk", "kk"),
        ("Cet article a d'abord été publié en russe par Nordfunk.", "Nordfunk", "ru"),
        ("Впервые опубликовано на сайте «Нордфанк».", "Nordfunk", None),
        ("Aus dem Russischen von Robin Roth", None, "ru"),
        ("Aus dem Kasachischen übersetzt von Robin Roth", None, "kk"),
        ("Translated from Uzbek by Robin Roth", None, "uz"),
        ("Traduit de l'anglais par Robin Roth", None, "en"),
        ("Перевод с немецкого Анны Гореловой", None, "de"),
    ],
)
def test_a_remark_on_the_origin_is_read(origins, remark, outlet, language):
    assert told(origins, remark) == (outlet, language)


@pytest.mark.parametrize(
    "words",
    [
        "Das Buch erschien zuerst in Taschkent und wurde später verboten.",
        "Sie las die Übersetzung aus dem Kasachischen in einer Nacht.",
        "Aus dem kasachischen Aktau kommt das Öl, aus dem turkmenischen Awasa der Wind.",
        "Der Roman wurde aus dem Usbekischen in zwölf Sprachen übersetzt.",
        "Übersetzung: Robin Roth",
        "Nordfunk veröffentlichte die Liste am Freitag.",
    ],
)
def test_other_words_about_printing_and_languages_are_none(origins, words):
    assert told(origins, words) == (None, None)


def test_what_the_page_says_of_pictures_and_other_texts_is_none(origins):
    remark = "Mit freundlicher Genehmigung von Nordfunk"
    for label in (Label.CREDIT, Label.CAPTION, Label.RELATED, Label.COMMENTS):
        assert told(origins, remark, label) == (None, None)


def test_a_first_print_in_the_texts_own_language_makes_no_translation(origins):
    remark = "Dieser Artikel erschien zuerst auf Deutsch bei Nordfunk."
    assert told(origins, remark, language="de") == ("Nordfunk", None)


def test_a_text_without_a_remark_has_no_origin(origins):
    assert origins.find(Document("", ()), "de") == Origin()


def test_the_spans_are_those_of_outlet_and_language(origins):
    remark = "Dieser Artikel erschien zuerst auf Englisch bei Nordfunk."
    line = Line(Span(0, len(remark)), Label.SITE, "test")
    origin = origins.find(Document(remark, (line,)), "de")
    assert origin.reprint_of is not None
    assert origin.translated_from is not None
    assert origin.reprint_of.spans[0].text_of(remark) == "Nordfunk"
    assert remark[origin.translated_from.spans[0].start :].startswith("Englisch")

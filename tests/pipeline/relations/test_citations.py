"""Citations: where a text says that it knows something from an outlet."""

import pytest

from articles.knowledge import DATA
from articles.knowledge.relations import read_relation_words
from articles.pipeline.document import Document
from articles.pipeline.knowledge import SourceRecord
from articles.pipeline.names.gazetteer import Gazetteer
from articles.pipeline.parsing.source import SourceNames
from articles.pipeline.relations.citations import Citing
from articles.pipeline.results import Label, Line, Span

SOURCES = (
    SourceRecord("nordfunk", "Nordfunk", names=("Нордфанк",)),
    SourceRecord("steppe", "Steppenpost", domains=("steppenpost.example",)),
    SourceRecord("osch", "Osch"),  # bears the name of a town
)


@pytest.fixture(scope="module")
def citing() -> Citing:
    """Citing with the project's own words and three outlets."""
    words = read_relation_words(DATA / "relations.toml").citing
    return Citing(words, SourceNames(SOURCES, Gazetteer(())))


def cited(citing: Citing, text: str, label: Label = Label.BODY, own: tuple[str, ...] = ()):
    line = Line(Span(0, len(text)), label, "test")
    return citing.find(Document(text, (line,)), own)


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("Die Brücke bleibt zu, so Nordfunk am Freitag.", ["Nordfunk"]),
        ("Laut Nordfunk kam niemand zu Schaden.", ["Nordfunk"]),
        (
            "Nach Angaben der staatlichen Nachrichtenagentur Nordfunk kam niemand zu Schaden.",
            ["Nordfunk"],
        ),
        ("Das berichtet Nordfunk unter Berufung auf die Polizei.", ["Nordfunk"]),
        (
            "Wie die Zeitung „Steppenpost“ am Montag berichtete, fiel die Ernte aus.",
            ["Steppenpost"],
        ),
        ("Der Steppenpost zufolge fiel die Ernte aus.", ["Steppenpost"]),
        ("„Wir haben Brot“, sagte der Händler dem Portal Nordfunk.", ["Nordfunk"]),
        ("„Wir haben Brot“, sagte Bolot Asanow der Steppenpost.", ["Steppenpost"]),
        ("Das meldeten Nordfunk und die Steppenpost.", ["Nordfunk", "Steppenpost"]),
        ("The bridge is closed, Nordfunk reported on Friday.", ["Nordfunk"]),
        ("According to the news agency Nordfunk, nobody was hurt.", ["Nordfunk"]),
        ("“We have bread,” a trader told Nordfunk.", ["Nordfunk"]),
        ("Selon l'agence Nordfunk, le pont est fermé.", ["Nordfunk"]),
        ("По данным «Нордфанка», мост закрыт.", ["Nordfunk"]),
        ("Об этом пишет Нордфанк со ссылкой на полицию.", ["Nordfunk"]),
        ("Laut steppenpost.example fiel die Ernte aus.", ["Steppenpost"]),
    ],
)
def test_known_outlets_are_cited_by_their_own_name(citing, sentence, outlets):
    found = cited(citing, sentence)
    assert [one.value for one in found] == outlets
    assert all(one.confidence >= 0.9 for one in found)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("Die Zeitung „Morgenröte“ hatte zuerst darüber berichtet.", "Morgenröte"),
        ("Laut der Zeitschrift Ostwind fiel die Ernte aus.", "Ostwind"),
        ("Wie bergdorf.kg berichtet, fiel die Ernte aus.", "bergdorf.kg"),
        ("Как рассказали изданию «Утро», мост закрыт.", "Утро"),
    ],
)
def test_unknown_outlets_are_cited_as_printed_and_less_surely(citing, sentence, outlet):
    [found] = cited(citing, sentence)
    assert found.value == outlet
    assert found.confidence < 0.8
    assert found.spans[0].text_of(sentence) == outlet


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Reporter arbeitete zehn Jahre lang für Nordfunk.",
        "Vor dem Gebäude des Senders Nordfunk brannte ein Auto.",
        "Nordfunk gehört seit 2006 einem Metallhändler.",
        "„Das ist falsch“, sagte ein Sprecher der Steppenpost.",
        "„Das ist falsch“, sagte Anna Berg von der Steppenpost.",
        "In Osch berichtet man sich die Geschichte noch heute.",
        "По данным министерства, мост закрыт.",
        "Laut lachte der Hirte, so laut er konnte.",
    ],
)
def test_an_outlet_that_is_only_talked_about_is_not_cited(citing, sentence):
    assert cited(citing, sentence) == ()


def test_furniture_and_captions_cite_nothing(citing):
    for label in (Label.RELATED, Label.CAPTION, Label.SITE):
        assert cited(citing, "Laut Nordfunk bleibt die Brücke zu.", label) == ()


def test_the_texts_own_outlet_is_not_cited(citing):
    assert cited(citing, "Laut Nordfunk bleibt die Brücke zu.", own=("Nordfunk",)) == ()


def test_an_outlet_is_listed_once_with_all_its_places(citing):
    text = "Laut Nordfunk fiel die Ernte aus. Schuld sei der Frost, so Nordfunk."
    [found] = cited(citing, text)
    assert [span.text_of(text) for span in found.spans] == ["Nordfunk", "Nordfunk"]

"""Topics by the weighted words that speak for each; one to three, the weightiest first."""

import pytest

from articles.pipeline.classifying import TopicWords
from articles.pipeline.knowledge import TopicRecord
from tests.pipeline.press import around, values

WORDS = TopicWords(
    [
        TopicRecord("energy", (("de", ("Gas", "Pipeline*|3", "Strom*|2", "Öl|2")),)),
        TopicRecord("sport", (("de", ("Tor|2", "Kok Boru|4", "*meisterschaft*|3")),)),
        TopicRecord("religion", (("ru", ("мечет*|3", "ёлка")), ("fr", ("l'imam|2",)))),
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gas", {("energy", "gas", 1.0)}),
        ("GAS!", {("energy", "gas", 1.0)}),
        ("Der Gast", set()),
        ("Pipelines und Stromnetze", {("energy", "pipelines", 3.0), ("energy", "stromnetze", 2.0)}),
        ("Öl", {("energy", "öl", 2.0)}),
        ("Kok  Boru", {("sport", "kok  boru", 4.0)}),
        ("Kok Kok Boru-Turnier", {("sport", "kok boru", 4.0)}),
        ("Kok Borus, Kokboru", set()),
        ("die Weltmeisterschaften", {("sport", "weltmeisterschaften", 3.0)}),
        ("в мечети", {("religion", "мечети", 3.0)}),
        ("елка", {("religion", "елка", 1.0)}),
        ("l’imam", {("religion", "l'imam", 2.0)}),
        ("Torte", set()),
        ("", set()),
    ],
)
def test_words_stems_and_phrases_are_found_in_any_case(text, expected):
    assert {(hit.code, hit.word, hit.weight) for hit in WORDS.hits(text)} == expected


def test_a_word_stands_where_it_says():
    text = "Neue Pipelines, altes Öl"
    assert [text[hit.start : hit.end].lower() for hit in WORDS.hits(text)] == [
        hit.word for hit in WORDS.hits(text)
    ]


@pytest.mark.parametrize(
    ("topic", "sentence"),
    [
        ("energy", "Das Gas fließt durch die Pipeline, das Kraftwerk liefert wieder Strom."),
        ("diplomacy", "Beim Staatsbesuch unterzeichneten die Außenminister ein Abkommen."),
        ("disaster-accident", "Bei dem Erdbeben starben elf Menschen, Häuser stürzten ein."),
        (
            "politics-elections",
            "Bei der Parlamentswahl gewann die Partei, die Opposition nicht.",
        ),
        (
            "energy",
            "Gas exports through the pipeline rose, the power plant is running again.",
        ),
        ("politics-elections", "Voters go to the polls for the parliamentary election."),
        ("politics-elections", "На парламентских выборах избиратели голосовали за партии."),
        ("energy", "Экспорт газа по газопроводу вырос, электростанция снова работает."),
    ],
)
def test_a_topic_is_read_from_the_words_of_its_field(read, topic, sentence):
    assert topic in values(read(f"{sentence} " * 3).topics)


def test_topics_are_few_and_the_weightiest_comes_first(read):
    sentence = (
        "Die Präsidenten sprachen beim Gipfel über Gas, Strom, Handel, Zölle, Wahlen, Moscheen, Schulen, "
        "Krankenhäuser, Erdbeben, Migration, Fußball und das Fernsehen."
    )
    article = read(around(sentence))
    assert 1 <= len(article.topics) <= 3
    confidences = [found.confidence for found in article.topics]
    assert confidences == sorted(confidences, reverse=True)


def test_each_topic_shows_the_words_that_spoke_for_it(read):
    article = read(around("Das Gas fließt durch die Pipeline, das Kraftwerk liefert Strom."))
    [energy] = [found for found in article.topics if found.value == "energy"]
    assert "Pipeline" in {span.text_of(article.text.content) for span in energy.spans}


def test_furniture_speaks_for_no_topic(read):
    promo = "Lesen Sie auch: Erdbeben und Lawinen, Tote und Verletzte in den Bergen"
    assert "disaster-accident" not in values(read(around(promo)).topics)


@pytest.mark.parametrize("text", ["Und so weiter und so fort.", "WAR", "LICENSE", "Treffen"])
def test_a_text_that_says_next_to_nothing_is_read_all_the_same(read, text):
    assert len(read(text).topics) <= 1

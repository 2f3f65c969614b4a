"""What holds for every text: no crash, whole coverage, honest spans, the same reading twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.names.inflection import inflected
from articles.pipeline.names.tokens import fold, tokenize
from articles.pipeline.reader import Unreadable
from articles.pipeline.records import SEVERAL, SINGLE, to_record
from articles.pipeline.results import Found, ParsedArticle
from tests.pipeline.press import BODY, page, value, values

#: Characters that break readers: lone combining marks, right to left, joiners, astral, all line ends.
ODD = "\u0301\u0308\u0327\u200f\u202e\u200d\u00ad\u00a0\u2028\u2029\x85\x0b\x0c\r\n\t'’ʻ́İßẞıſﬁǅ𝕬🚀שלוםعربي漢字Ѐѐ"
#: Words that rules look for, so that random texts meet the rules.
WORDS = (
    "Von By Par Автор: Foto: © (dpa) /tass/ date 2022-05 3. Mai 2021 Kommentare Teilen Newsletter "
    "Startseite > Lesen Sie auch: Mehr zum Thema Kasachstan Tokajew Токаева US-Dollar Regionen "
    "Turkestan und Osch Kant Der Die Das Gas Aus dem Russischen von 14:05 Uhr . ! ? : – „ “ C5+1"
).split(" ")
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    st.text(st.sampled_from(ODD + "aÄb.:„“ Кк"), max_size=200),
    st.lists(st.sampled_from([*WORDS, "\n", "\n\n", *BODY["de"], *BODY["ru"]]), max_size=60).map(
        " ".join
    ),
)
BYTES = st.one_of(
    st.binary(max_size=400), TEXTS.map(str.encode), TEXTS.map(lambda t: t.encode("utf-16"))
)
#: Lines of page furniture as they stand around articles.
FURNITURE = (
    "Startseite > Politik > Zentralasien",
    "Zum Inhalt springen",
    "Menü",
    "Anzeige",
    "Wir nutzen Cookies und bitten um Ihre Einwilligung",
    "Skip to main content",
    "Home › World › Central Asia",
)
BELOW = (
    "Lesen Sie auch: Indien und Brasilien verhandeln weiter",
    "Mehr zum Thema",
    "Das könnte Sie auch interessieren",
    "Teilen",
    "Facebook Twitter WhatsApp",
    "Abonnieren Sie jetzt unseren Newsletter",
    "Jetzt spenden und unabhängigen Journalismus unterstützen",
    "Читайте также: Выборы в Бразилии",
    "Read more: Elections in Brazil",
    "Impressum",
    "Alle Rechte vorbehalten",
    "Kommentare",
)
KNOWN = page(
    "Von Jelena Lutz",
    "Präsident Kassym-Schomart Tokajew reiste am Montag von Kasachstan nach Usbekistan, um den See zu sehen.",
)


def readings(reader, data: bytes) -> list[ParsedArticle]:
    """Return what a file's bytes are read as; nothing when they are refused as unreadable."""
    try:
        return reader.read(data, "text.txt")
    except Unreadable:
        return []


def every_found(article: ParsedArticle) -> list[tuple[str, Found[str]]]:
    """Return all values of a reading with the names of their fields."""
    fields = ((name, getattr(article, name)) for name in SINGLE + SEVERAL)
    return [
        (name, found)
        for name, read in fields
        for found in ([read] if isinstance(read, Found) else read or ())
    ]


@settings(max_examples=150)
@given(data=BYTES)
def test_any_bytes_are_read_or_refused_and_nothing_else_happens(reader, data):
    for article in readings(reader, data):
        assert isinstance(article, ParsedArticle)
        assert to_record(article, file="text.txt", sha256="")["item"] == 1


@settings(max_examples=150)
@given(text=TEXTS)
def test_the_labels_cover_the_text_exactly_once(reader, text):
    for article in readings(reader, text.encode()):
        position = 0
        for line in article.lines:
            assert line.span.start == position
            assert line.span.end > position
            assert line.rule
            position = line.span.end
        assert position == len(article.text.content)


@settings(max_examples=150)
@given(text=TEXTS)
def test_every_span_lies_in_the_text_and_says_what_the_value_says(reader, text):
    for article in readings(reader, text.encode()):
        content = article.text.content
        for name, found in every_found(article):
            assert found.spans
            assert 0 <= found.confidence <= 1
            said = [span.text_of(content) for span in found.spans]
            assert all(0 <= s.start < s.end <= len(content) for s in found.spans), name
            if name in {"byline", "translator", "captions", "photo_credits", "crossheads"}:
                assert set(said) == {found.value}
            if name in {"headline", "agency", "boilerplate"}:
                assert said[0] == found.value
        for entity in article.entities:
            assert {span.text_of(content) for span in entity.spans} == set(entity.surfaces)


@settings(max_examples=100)
@given(text=TEXTS)
def test_what_is_furniture_feeds_nothing(reader, text):
    for article in readings(reader, text.encode()):
        hidden = [line.span for line in article.lines if line.label.is_furniture]
        named = [span for entity in article.entities for span in entity.spans]
        spoken = [span for found in article.countries_mentioned for span in found.spans]
        spoken += [span for found in article.topics for span in found.spans]
        assert not any(
            outer.start < span.end and span.start < outer.end
            for outer in hidden
            for span in named + spoken
        )


@settings(max_examples=60)
@given(text=TEXTS)
def test_reading_twice_gives_the_same(reader, text):
    assert readings(reader, text.encode()) == readings(reader, text.encode())


@settings(max_examples=60)
@given(
    above=st.lists(st.sampled_from(FURNITURE), max_size=4, unique=True),
    below=st.lists(st.sampled_from(BELOW), max_size=6, unique=True),
)
def test_furniture_around_a_known_text_changes_nothing_in_it(reader, above, below):
    [plain] = reader.read(KNOWN.encode(), "a.txt")
    [article] = reader.read("\n\n".join((*above, KNOWN, *below)).encode(), "b.txt")
    assert value(article.headline) == value(plain.headline)
    assert values(article.byline) == values(plain.byline) == ["Jelena Lutz"]
    assert values(article.countries) == values(plain.countries)
    assert values(article.countries_mentioned) == values(plain.countries_mentioned)
    assert [one.name for one in article.entities] == [one.name for one in plain.entities]
    assert values(article.topics) == values(plain.topics)


@pytest.mark.parametrize("line", FURNITURE)
def test_each_line_of_furniture_alone_changes_nothing(reader, line):
    [plain] = reader.read(KNOWN.encode(), "a.txt")
    [article] = reader.read(f"{line}\n\n{KNOWN}".encode(), "b.txt")
    assert value(article.headline) == value(plain.headline)
    assert [one.name for one in article.entities] == [one.name for one in plain.entities]


@settings(max_examples=400)
@given(word=st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), TEXTS))
def test_folding_twice_is_folding_once(word):
    assert fold(fold(word)) == fold(word)


@settings(max_examples=300)
@given(
    word=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    kind=st.sampled_from(["name", "surname", "historic", "misspelling", "adjective", "demonym"]),
    multiword=st.booleans(),
)
def test_the_inflected_forms_always_hold_the_folded_word(word, kind, multiword):
    assert fold(word) in inflected(word, kind=kind, multiword=multiword)


@settings(max_examples=200)
@given(text=TEXTS, start=st.integers(0, 50), length=st.integers(0, 200))
def test_words_lie_inside_the_stretch_asked_for_and_in_order(text, start, length):
    end = min(start + length, len(text))
    tokens = tokenize(text, start, end)
    places = [place for token in tokens for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(start <= place <= end for place in places)
    assert all(token.text == text[token.start : token.end] for token in tokens)

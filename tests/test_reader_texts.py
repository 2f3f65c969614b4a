"""What the data files tell readers in English is told in German and Russian too."""

import pytest
from django.utils.translation import override

from articles.knowledge import DATA, BadData, read_reference, reader_texts
from articles.knowledge.reader_texts import read_reader_texts
from articles.models import Entity, Source
from articles.models.passages import Passage

KNOWN, UNKNOWN = "Annexed by Israel, not recognised by most states.", "A note of somebody."


@pytest.fixture(scope="module")
def reference():
    return read_reference()


def test_every_decided_note_of_the_data_files_is_told_in_german_and_russian(reference):
    rows = [*reference.countries, *reference.entities]
    assert not {row.note for row in rows if row.decided} - {"", *reader_texts()}


def test_so_is_the_label_of_every_source_that_readers_meet(reference):
    shown = {
        source.label_reason
        for source in reference.sources
        if any(one.policy in ("full", "excerpt") for one in source.policies)
    }
    assert not shown - reader_texts().keys()


def test_nothing_is_told_that_no_file_says(reference):
    said = {row.note for row in (*reference.countries, *reference.entities)}
    said |= {source.label_reason for source in reference.sources}
    assert not reader_texts().keys() - said


@pytest.mark.parametrize(
    ("language", "note", "told"),
    [
        (
            "de",
            KNOWN,
            Passage("Von Israel annektiert, von den meisten Staaten nicht anerkannt."),
        ),
        ("ru", KNOWN, Passage("Аннексирован Израилем, большинство государств этого не признаёт.")),
        ("en", KNOWN, Passage(KNOWN)),
        ("de", UNKNOWN, Passage(UNKNOWN, "en")),
        ("en", UNKNOWN, Passage(UNKNOWN)),
    ],
)
def test_a_note_is_told_in_the_language_of_the_page_or_says_that_it_is_english(
    language, note, told
):
    with override(language):
        assert Entity(note=note).note_told == told


def test_so_is_the_reason_of_a_label():
    with override("de"):
        reason = Source(label_reason="Invented newspaper of the demo texts.").label_reason_told
    assert reason == Passage("Erfundene Zeitung der Demo-Texte.")


@pytest.mark.parametrize(
    ("said", "instead", "complaint"),
    [
        ('\nru = "Статус', '\nrus = "Статус', "reader_texts.toml: text [0-9]+: ru: is missing"),
        ('\nru = "Статус', '\nfr = "Statut."\nru = "Статус', "fr: unknown here"),
        (KNOWN, "Status disputed; the code only serves filing.", "stands here already"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, said, instead, complaint):
    spoilt = (DATA / "reader_texts.toml").read_text(encoding="utf-8").replace(said, instead, 1)
    (tmp_path / "reader_texts.toml").write_text(spoilt, encoding="utf-8")
    with pytest.raises(BadData, match=complaint):
        read_reader_texts(tmp_path / "reader_texts.toml")

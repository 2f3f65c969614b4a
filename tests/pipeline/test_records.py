"""A reading as plain data: the stable interface of `read_texts --json` and of a stored import."""

import hashlib
import json

import pytest

from articles.pipeline.records import SEVERAL, SINGLE, to_record
from tests.pipeline.press import page

KEYS = (
    "file item name sha256 encoding language date date_precision time updated address headline headline_proposed standfirst "
    "byline translator agency source_name source_proposed photo_credits captions crossheads "
    "boilerplate passages countries countries_mentioned topics cites reprint_of translated_from entities evidence lines warnings checks repairs"
).split()
TEXT = " date 2021-05 " + page(
    "Von Jelena Lutz",
    "Aus dem Russischen von Ruth Hallinger",
    "Der Hafen. Foto: Privat",
    "Präsident Kassym-Schomart Tokajew lud am 3. Mai nach Astana, und alle kamen mit dem Nachtzug.",
    tail=("Mehr zum Thema: Ein Fluss", "tsd"),
)


@pytest.fixture(scope="module")
def record(read):
    return to_record(read(TEXT), file="a.txt", sha256=hashlib.sha256(TEXT.encode()).hexdigest())


def test_the_keys_are_the_promised_ones(record):
    assert sorted(record) == sorted(KEYS)


def test_a_record_is_plain_json_and_survives_it(record):
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record


def test_single_values_are_texts_or_nothing_and_several_are_lists(record):
    for name in SINGLE:
        assert record[name] is None or isinstance(record[name], str)
    for name in SEVERAL:
        assert all(isinstance(value, str) for value in record[name])


def test_the_values_are_those_of_the_reading(record):
    assert record["date"] == "2021-05"
    assert record["date_precision"] == "month"
    assert record["byline"] == ["Jelena Lutz"]
    assert record["translator"] == ["Ruth Hallinger"]
    assert record["agency"] == "tsd"
    assert record["boilerplate"] == ["Mehr zum Thema: Ein Fluss"]
    assert (record["file"], record["item"], record["encoding"]) == ("a.txt", 1, "utf-8")


def test_an_empty_reading_has_nulls_and_empty_lists(read):
    record = to_record(read("Ja"), file="b.txt", sha256="0")
    assert {record[name] for name in ("date", "date_precision", "time", "agency")} == {None}
    assert record["byline"] == record["entities"] == record["countries"] == []


def test_the_text_comes_along_when_asked(read):
    assert to_record(read(TEXT), file="a", sha256="0", with_text=True)["text"] == TEXT


def test_every_value_has_evidence_with_spans_rule_and_confidence(record):
    for name in SINGLE + SEVERAL:
        values = record[name] if isinstance(record[name], list) else [record[name]]
        shown = record["evidence"].get(name, [])
        assert [one["value"] for one in shown] == [value for value in values if value]
        for one in shown:
            assert one["spans"]
            assert one["rule"]
            assert 0 < one["confidence"] <= 1
            assert all(0 <= start < end <= len(TEXT) for start, end in one["spans"])


def test_a_proposal_says_that_it_is_one(read, record):
    [source] = record["evidence"]["source_proposed"]
    assert source["proposed"]
    assert not record["evidence"]["date"][0]["proposed"]


def test_lines_cover_the_text(record):
    ends = [line[1] for line in record["lines"]]
    assert [line[0] for line in record["lines"]] == [0, *ends[:-1]]
    assert ends[-1] == len(TEXT)


def test_an_entity_names_its_kind_forms_and_places(record):
    [tokayev] = [one for one in record["entities"] if one["name"] == "Kassym-Jomart Tokayev"]
    assert tokayev["kind"] == "person"
    assert tokayev["known"] is True
    assert [TEXT[start:end] for start, end in tokayev["spans"]] == tokayev["surface"]
    assert "Токаев" in tokayev["aliases"]


def test_mojibake_that_was_undone_is_told_with_its_first_places(read):
    text = "Ein Weg fÃ¼r alle.\n" * 30
    record = to_record(read(text), file="a.txt", sha256="")
    assert record["repairs"]["number"] == 30
    assert record["repairs"]["first"][0] == [8, 11, "fÃ¼r", "für"]
    assert len(record["repairs"]["first"]) == 20
    assert "encoding-repaired" in record["warnings"]

"""How well a reading agrees with gold annotated by hand: precision, recall, F1 and the misses."""

import json

import pytest

from articles.pipeline.evaluating import Score, evaluate, load_gold

GOLD = {
    "language": "de",
    "date": "2021-05",
    "date_precision": "month",
    "headline": "Die Fischer kehren zurück",
    "standfirst": None,
    "byline": ["Jelena Lutz", "Ole Brandt"],
    "translator": [],
    "agency": None,
    "source_name": None,
    "photo_credits": [],
    "captions": [],
    "crossheads": ["Zwei Meter mehr"],
    "boilerplate": ["Mehr zum Thema: Ein Fluss, vier Grenzen und ein Damm"],
    "countries": ["KZ", "UZ"],
    "countries_mentioned": ["KZ", "UZ", "RU"],
    "topics": ["energy"],
    "entities": [
        {"name": "Kassym-Jomart Tokayev", "kind": "person", "surface": ["Tokajew", "Tokajews"]},
        {"name": "Aral Sea", "kind": "place", "surface": ["Aralsee"]},
    ],
}
READ = GOLD | {
    "file": "somewhere/01_fischer.txt",
    "entities": [
        {
            "name": one["name"],
            "kind": one["kind"],
            "known": True,
            "surface": one["surface"][:1],
            "aliases": [],
        }
        for one in GOLD["entities"]
    ],
}


def scores(**changes):
    """Return the scores by field of a reading that differs from the gold in `changes`."""
    return evaluate([READ | changes], {"01_fischer": GOLD}).scores


@pytest.mark.parametrize(
    ("right", "wrong", "missed", "precision", "recall", "f1"),
    [(0, 0, 0, 1, 1, 1), (3, 0, 0, 1, 1, 1), (1, 1, 0, 0.5, 1, 2 / 3), (1, 0, 3, 1, 0.25, 0.4)],
)
def test_precision_recall_and_f1(right, wrong, missed, precision, recall, f1):
    score = Score(right, wrong, missed)
    assert (score.precision, score.recall, score.f1) == pytest.approx((precision, recall, f1))


def test_a_reading_that_agrees_has_no_misses():
    evaluation = evaluate([READ], {"01_fischer": GOLD})
    assert evaluation.texts == 1
    assert evaluation.misses == []
    assert all(score.f1 == 1 for score in evaluation.scores.values())


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("date", "2021-06", Score(0, 1, 1)),
        ("date", None, Score(0, 0, 1)),
        ("headline", "die FISCHER kehren  zurück", Score(1, 0, 0)),
        ("agency", "dpa", Score(0, 1, 0)),
        ("byline", ["Jelena Lutz"], Score(1, 0, 1)),
        ("byline", ["Jelena Lutz", "Ole Brandt", "Nobody"], Score(2, 1, 0)),
        ("crossheads", [], Score(0, 0, 1)),
        ("boilerplate", ["Mehr zum Thema: Ein Fluss, vier Grenzen"], Score(1, 0, 0)),
        ("boilerplate", ["Mehr zum Thema: Zwei Seen"], Score(0, 1, 1)),
        ("countries", ["UZ", "KZ"], Score(2, 0, 0)),
        ("countries", ["KZ", "RU"], Score(1, 1, 1)),
        ("topics", [], Score(0, 0, 1)),
        ("entities", [], Score(0, 0, 2)),
    ],
)
def test_each_field_is_counted_by_its_own_rule(field, value, expected):
    assert scores(**{field: value})[field] == expected


@pytest.mark.parametrize(
    ("countries", "expected"),
    [(["KZ", "UZ"], Score(1, 0, 0)), (["UZ", "KZ"], Score(0, 1, 1)), ([], Score(0, 1, 1))],
)
def test_the_most_central_country_counts_on_its_own(countries, expected):
    assert scores(countries=countries)["first country"] == expected


def test_an_entity_is_found_by_a_printed_form_and_linked_by_its_name():
    wrong = [entity | {"name": "Somebody Else"} for entity in READ["entities"]]
    changed = scores(entities=wrong)
    assert changed["entities"] == Score(2, 0, 0)
    assert changed["links of known"] == Score(0, 2, 0)


def test_entities_of_credits_are_neither_asked_for_nor_wrong():
    extra = {
        "name": "Privat",
        "kind": "person",
        "known": False,
        "surface": ["Privat"],
        "aliases": [],
    }
    gold = GOLD | {"entities_credits": [{"name": "Privat", "surface": ["Privat"]}]}
    evaluation = evaluate([READ | {"entities": [*READ["entities"], extra]}], {"01_fischer": gold})
    assert evaluation.scores["entities"] == Score(2, 0, 0)


def test_a_text_that_was_not_read_is_a_miss():
    evaluation = evaluate([], {"01_fischer": GOLD})
    assert (evaluation.texts, evaluation.misses) == (0, ["01_fischer: not read"])


def test_gold_is_found_by_the_number_before_the_underscore_too():
    assert evaluate([READ], {"01": GOLD}).texts == 1


def test_the_table_names_every_field_and_lists_the_misses():
    evaluation = evaluate([READ | {"byline": []}], {"01_fischer": GOLD})
    table = evaluation.table()
    assert "byline" in table
    assert "countries" in table
    assert "01_fischer byline: missed Jelena Lutz; Ole Brandt wrong –" in table


def test_gold_is_loaded_by_the_stem_of_its_files(tmp_path):
    (tmp_path / "01_fischer.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "01_fischer.txt").write_text("…", "utf-8")
    assert load_gold(tmp_path) == {"01_fischer": GOLD}

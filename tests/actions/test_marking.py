"""Words of an original made a headline, a byline, furniture: what that changes, and how it is kept."""

import pytest
from django.utils import translation

from articles.actions.blocks import body_blocks, remade
from articles.actions.correcting import correct
from articles.actions.labels import marked
from articles.actions.marking import CannotMark, Mark, labels, values_under
from articles.models import Article, HistoryEntry, Marking, Mention
from tests.actions.texts import draft
from tests.factories import make_country, make_editor, make_entity, make_source

TEXT = """Dürre in Aktau
Das Wasser fehlt.Regen bleibt aus?Am Kaspischen Meer warten alle.
Von Aigul Sadykova, 5. Mai 2022
Lesen Sie auch: Ernte in Aktau.
"""


def at(words: str, role: str, text: str = TEXT) -> Mark:
    """Give the first place of `words` a role."""
    start = text.index(words)
    return Mark(start, start + len(words), role)


def reading(text: str = TEXT) -> dict:
    """The reading of a text of which everything but the first line is body."""
    lines, place = [], 0
    for line in text.splitlines(keepends=True):
        label = "body" if place else "headline"
        lines.append([place, place + len(line), label, "fake", 0.9])
        place += len(line)
    return {"text": text, "lines": lines}


def body_under(*marks: Mark) -> list[tuple[str, str]]:
    """Return kind and words of the body after these marks, one by one."""
    read = reading()
    blocks = body_blocks(read)
    for mark in marks:
        changed = values_under(
            mark, {"byline": [], "photo_credits": [], "captions": []}, blocks, read, {}
        )
        blocks = changed.get("body", blocks)
    return [(block["kind"], block["text"]) for block in blocks]


GLUED = ("paragraph", "Das Wasser fehlt.Regen bleibt aus?Am Kaspischen Meer warten alle.")
BYLINE = ("paragraph", "Von Aigul Sadykova, 5. Mai 2022")
PROMO = ("paragraph", "Lesen Sie auch: Ernte in Aktau.")


@pytest.mark.parametrize(
    ("case", "marks", "expected"),
    [
        ("nothing marked", [], [GLUED, BYLINE, PROMO]),
        ("a line that is furniture", [at(PROMO[1], "furniture")], [GLUED, BYLINE]),
        (
            "a cross-head glued between two sentences",
            [at("Regen bleibt aus?", "crosshead")],
            [
                ("paragraph", "Das Wasser fehlt."),
                ("crosshead", "Regen bleibt aus?"),
                ("paragraph", "Am Kaspischen Meer warten alle."),
                BYLINE,
                PROMO,
            ],
        ),
        (
            "furniture that becomes text again stands where it was",
            [at(BYLINE[1], "furniture"), at(BYLINE[1], "body")],
            [GLUED, BYLINE, PROMO],
        ),
        ("a date on a line of its own", [at(BYLINE[1], "date")], [GLUED, PROMO]),
        ("a date inside a line stays there", [at("5. Mai 2022", "date")], [GLUED, BYLINE, PROMO]),
        (
            "a headline that is made text",
            [at("Dürre in Aktau", "body")],
            [("paragraph", "Dürre in Aktau"), GLUED, BYLINE, PROMO],
        ),
    ],
)
def test_the_body_follows_what_its_lines_are(case, marks, expected, db):
    assert body_under(*marks) == expected


def test_a_paragraph_that_an_editor_wrote_stays():
    written = {"kind": "paragraph", "text": "Von der Redaktion."}
    read = reading()
    mark = at(PROMO[1], "furniture")
    blocks = remade([*body_blocks(read), written], read, mark.start, mark.end, "")
    assert [block["text"] for block in blocks] == [GLUED[1], BYLINE[1], "Von der Redaktion."]
    assert all(block["text"] == read["text"][slice(*block["span"])] for block in blocks[:-1])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (BYLINE[1], [GLUED[1], BYLINE[1], "Von der Redaktion."]),
        (
            "Am Kaspischen Meer",
            [
                "Das Wasser fehlt.Regen bleibt aus?",
                "Am Kaspischen Meer",
                "warten alle.",
                BYLINE[1],
                "Von der Redaktion.",
            ],
        ),
    ],
)
def test_words_become_something_else_where_they_stand_though_what_follows_was_written_anew(
    words, expected
):
    written = {"kind": "paragraph", "text": "Von der Redaktion."}
    read, mark = reading(), at(words, "crosshead")
    blocks = remade([*body_blocks(read)[:2], written], read, mark.start, mark.end, "crosshead")
    assert [block["text"] for block in blocks] == expected
    assert [block["text"] for block in blocks if block["kind"] == "crosshead"] == [words]


VALUES = {"byline": ["dpa"], "translator": [], "photo_credits": ["Archiv"], "captions": []}


@pytest.mark.parametrize(
    ("mark", "read", "field", "value"),
    [
        (at("Dürre in Aktau", "headline"), {}, "headline", "Dürre in Aktau"),
        (at("Aigul Sadykova", "byline"), {}, "byline", ["dpa", "Aigul Sadykova"]),
        (at("Aigul Sadykova", "byline"), {"byline": ["dpa"]}, "byline", ["Aigul Sadykova"]),
        (at("5. Mai 2022", "date"), {}, "date", "2022-05-05"),
        (at("Ernte in Aktau", "credit"), {}, "photo_credits", ["Archiv", "Ernte in Aktau"]),
        (at("Aktau\nDas", "standfirst"), {}, "standfirst", "Aktau Das"),
    ],
)
def test_a_field_takes_the_words(mark, read, field, value, db):
    """What only the machine read of a list makes room, what a person said stays."""
    assert values_under(mark, VALUES, [], reading(), read)[field] == value


def test_a_source_is_found_by_its_name_or_a_habit(db):
    text = "Quelle: steppe.example\n"
    source = make_source("Steppenbote")
    source.habits.create(kind="domain", text="steppe.example")
    mark = at("steppe.example", "source", text)
    assert values_under(mark, VALUES, [], reading(text), {}) == {"source": source.pk}


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        (at("Das Wasser", "date"), "no date"),
        (at("Das Wasser", "source"), "knows no source “Das Wasser”"),
        (Mark(14, 15, "headline"), "no words"),
    ],
)
def test_words_that_cannot_be_that_are_refused(mark, why, db):
    with translation.override("en"), pytest.raises(CannotMark, match=why):
        values_under(mark, VALUES, [], reading(), {})


def test_a_marked_part_parts_its_line_and_the_newest_marking_counts():
    read = reading()
    one, two = at("Regen bleibt aus?", "crosshead"), at("bleibt", "furniture")
    lines = marked(read, [(one.start, one.end, "crosshead"), (two.start, two.end, "promo")])[
        "lines"
    ]
    assert [(read["text"][start:end], label) for start, end, label, *_ in lines[1:6]] == [
        ("Das Wasser fehlt.", "body"),
        ("Regen ", "crosshead"),
        ("bleibt", "promo"),
        (" aus?", "crosshead"),
        ("Am Kaspischen Meer warten alle.\n", "body"),
    ]
    assert marked(read, [])["lines"] == read["lines"]


def test_only_a_whole_line_becomes_a_date_line():
    assert labels(at(BYLINE[1], "date"), reading())
    assert not labels(at("5. Mai 2022", "date"), reading())


@pytest.fixture
def article(db) -> Article:
    make_country("KZ")
    return draft(TEXT)


def test_marks_are_kept_with_labels_places_and_history(article):
    editor = make_editor()
    marks = [at("Aigul Sadykova", "byline"), at(PROMO[1], "furniture")]
    saved = correct(
        article, {"byline": ["Aigul Sadykova"]}, by=editor, version=article.version, marks=marks
    )
    assert [(row.label, row.by) for row in Marking.objects.all()] == [
        ("byline", editor),
        ("promo", editor),
    ]
    byline = saved.evidence.get(field="byline")
    assert (byline.spans, byline.rule) == ([[marks[0].start, marks[0].end]], "editor")
    assert byline.is_confirmed
    assert HistoryEntry.objects.latest("pk").changes["markings"] == [
        [],
        ["byline: Aigul Sadykova", "furniture: Lesen Sie auch: Ernte in Aktau."],
    ]


def test_a_mark_that_changes_no_value_is_kept_all_the_same(article):
    mark = at("Dürre in Aktau", "headline")
    saved = correct(article, {}, by=make_editor(), version=article.version, marks=[mark])
    assert saved.version == article.version + 1
    assert saved.evidence.get(field="headline").is_confirmed


def test_what_became_furniture_feeds_nothing(article):
    place, confirmed, elsewhere = (make_entity(name, kind="place") for name in ("A", "B", "C"))
    promo = at(PROMO[1], "furniture")
    here, there = [promo.start + 3, promo.start + 6], [0, 5]
    for entity, spans in ((place, [here]), (confirmed, [here]), (elsewhere, [there, here])):
        Mention.objects.create(content_object=article, tag=entity, spans=spans, rule="known")
    editor = make_editor()
    Mention.objects.filter(tag=confirmed).update(
        confirmed_by=editor, confirmed_at=article.created_at
    )
    correct(article, {}, by=editor, version=article.version, marks=[promo])
    left = {
        mention.tag.name: mention.spans
        for mention in Mention.objects.filter(content_object=article)
    }
    assert left == {"B": [here], "C": [there]}

"""ninjs of all versions, and what services wrap around it."""

import json
from typing import Any

import pytest

from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Refused
from tests.pipeline.formats.structured import entries, hinted, items, lines, stated

ONE = {"uri": "urn:a:1", "type": "text", "headline": "T", "body_text": "Satz."}


def read(value: Any) -> list[Any]:
    """Return the texts of a value."""
    return items(json.dumps(value))


@pytest.mark.parametrize(
    "wrapped",
    [
        ONE,
        [ONE],
        {"items": [ONE]},
        {"_items": [ONE], "_meta": {"total": 1}},
        {"data": {"items": [{"meta": {}, "item": ONE}]}},
        {"entries": [ONE]},
    ],
)
def test_texts_are_found_in_what_services_wrap_around_them(wrapped):
    [item] = read(wrapped)
    assert lines(item) == ["T", "Satz."]


@pytest.mark.parametrize(
    ("of", "head"),
    [
        ({"headline": "T"}, {"headline": "T"}),
        ({"headlines": [{"role": "seo", "value": "S"}, {"role": "main", "value": "T"}]}, {"headline": "T"}),
        ({"headlines": [{"role": "short", "value": "S"}]}, {"headline": "S"}),
        ({"headlines": [{"value": "T"}, {"role": "kicker", "value": "K"}]}, {"headline": "T", "kicker": "K"}),
        ({"headline": "T", "by": "Von Anna Berg"}, {"headline": "T", "byline": "Von Anna Berg"}),
        ({"headline": "T", "bylines": [{"by": "A B"}, {"by": "C D"}]}, {"headline": "T", "byline": "A B, C D"}),
        ({"headline": "T", "subheadlines": [{"value": "Unterzeile"}]}, {"headline": "T", "standfirst": "Unterzeile"}),
        ({"headline": "T", "description_text": "Unterzeile"}, {"headline": "T", "standfirst": "Unterzeile"}),
        ({"headline": "T", "teaser": "T"}, {"headline": "T"}),
        ({"headline": "T", "dateline": "Osch (dpa) - "}, {"headline": "T", "date-line": "Osch (dpa) -"}),
    ],
)  # fmt: skip
def test_head_lines_of_all_versions(of, head):
    [item] = read(of | {"body_html": "<p>Satz.</p>"})
    assert dict(hinted(item)) == head


@pytest.mark.parametrize(
    "bodies",
    [
        {"bodies": [{"contentType": "text/plain", "value": "Eins.\n\nZwei."}, {"contentType": "text/html", "value": "<p>Eins.</p><p>Zwei.</p>"}]},
        {"body_text": "Eins. Zwei.", "body_xhtml": "<p>Eins.</p><p>Zwei.</p>"},
        {"article_html": "<section><p>Eins.</p></section>", "infobox_html": "<p>Zwei.</p>"},
        {"bodies": [{"role": "main", "value": "Eins."}, {"role": "box", "value": "Zwei."}]},
    ],
)  # fmt: skip
def test_bodies_that_open_alike_are_one_and_others_are_added(bodies):
    [item] = read({"headline": "T"} | bodies)
    assert lines(item) == ["T", "Eins.", "Zwei."]


@pytest.mark.parametrize(
    ("of", "warnings"),
    [
        ({"pubstatus": "usable"}, ()),
        ({"pubStatus": "canceled"}, ("canceled",)),
        ({"pubstatus": "stat:withheld"}, ("withheld",)),
        ({"signal": "sig:correction"}, ("correction",)),
        ({"signals": ["update", {"code": "kill"}]}, ("update", "canceled")),
        ({"signals": ["newscontent", 5]}, ()),
        ({"embargoed": "2024-05-06T10:00:00Z"}, ("embargoed",)),
        ({"embargoed": None}, ()),
    ],
)
def test_what_the_agency_says_of_its_text_is_a_warning(of, warnings):
    [item] = read(ONE | of)
    assert item.text.warnings == warnings


def test_embargo_and_notes_are_stated_for_the_desk():
    [item] = read(
        ONE
        | {
            "embargoed": "20240506T100000Z",
            "ednote": "Nicht vor zehn",
            "notepad": {"public_html": "<p>Foto folgt</p>"},
        }
    )
    notes = [one.span.text_of(item.text.content) for one in item.stated if one.field == "note"]
    assert stated(item)["embargo"] == "2024-05-06T10:00:00Z"
    assert notes == ["Nicht vor zehn", "Foto folgt"]


@pytest.mark.parametrize(
    ("of", "date", "updated"),
    [
        (
            {"firstcreated": "2024-05-06", "versioncreated": "2024-05-07"},
            "2024-05-06",
            "2024-05-07",
        ),
        ({"firstCreated": "2024-05-06", "versionCreated": "2024-05-06"}, "2024-05-06", None),
        ({"version_created": "2024-05-07"}, "2024-05-07", None),
        ({"contentcreated": "2024-05-05", "versioncreated": "2024-05-07"}, "2024-05-07", None),
        ({}, None, None),
    ],
)
def test_the_first_version_is_the_date_and_this_one_the_update(of, date, updated):
    [item] = read(ONE | of)
    assert (stated(item).get("date"), stated(item).get("updated")) == (date, updated)


@pytest.mark.parametrize(
    ("subject", "keyword"),
    [
        ({"code": "20000536", "scheme": "http://cv.iptc.org/newscodes/mediatopic/", "name": "Streik"}, "medtop:20000536 Streik"),
        ({"qcode": "medtop:20000536", "name": "Streik"}, "medtop:20000536 Streik"),
        ({"uri": "http://cv.iptc.org/newscodes/mediatopic/20000536"}, "medtop:20000536"),
        ({"code": "f25af2d07e4e", "scheme": "http://cv.ap.org/id/", "name": "General news"}, "General news"),
        ({"qcode": "dpacat:wi", "type": "dnltype:desk", "name": "wi"}, None),
    ],
)  # fmt: skip
def test_only_public_codes_of_subjects_stay(subject, keyword):
    [item] = read(ONE | {"subjects": [subject]})
    assert stated(item).get("keywords") == keyword


def test_an_address_of_the_web_is_one_and_another_is_the_agencys_own():
    assert stated(read(ONE)[0])["identifier"] == "urn:a:1"
    assert stated(read(ONE | {"uri": "https://a.example/1"})[0])["address"] == "https://a.example/1"


def test_pictures_of_a_text_give_captions_and_texts_inside_are_texts():
    picture = {
        "type": "picture",
        "descriptions": [{"role": "caption", "value": "Am Fluss"}],
        "by": "A. Berg",
    }
    inner = {"type": "text", "headline": "U", "bodies": [{"value": "Satz zwei."}]}
    outer, other = read(ONE | {"associations": [picture, inner]})
    assert hinted(outer)[1:] == [("caption", "Am Fluss"), ("credit", "A. Berg")]
    assert lines(other) == ["U", "Satz zwei."]


def test_pictures_and_ambiguous_objects_are_refused_and_their_neighbours_go_on():
    found = entries(
        '[{"type": "picture", "headline": "P"}, {"headline": "A", "headline": "B"}, {"headline": "C"}]'
    )
    assert [(one.code, one.name) if isinstance(one, Refused) else one.name for one in found] == [
        ("format", "P"),
        ("broken", ""),
        "C",
    ]


def test_a_file_without_news_is_refused():
    with pytest.raises(Unreadable) as refusal:
        split_items(b'{"x": {"headline": "in no known place"}}', "a.json")
    assert refusal.value.code == "format"


def test_a_wires_prose_is_body_but_for_what_may_be_signed():
    prose = "Ein Satz mit sehr vielen Wörtern, der so lang ist, dass er nur Fließtext sein kann"
    [item] = read({"headline": "T", "body_text": f"Von Anna Berg\n{prose}.\n{prose} (dpa)"})
    assert hinted(item)[1:] == [("body", f"{prose}.")]

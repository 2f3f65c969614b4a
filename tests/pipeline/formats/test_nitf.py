"""NITF: a text of its own."""

import pytest

from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from tests.pipeline.formats.structured import hinted, items, lines, stated

PROSE = "Ein Satz, der so viele Wörter hat, dass ihn niemand für eine Überschrift oder einen Namen hält."


def nitf(
    head: str = "",
    body_head: str = "<hedline><hl1>T</hl1></hedline>",
    content: str = "<p>Satz.</p>",
    end: str = "",
) -> str:
    """Return a document."""
    return (
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf baselang="de">'
        f"<head>{head}</head><body><body.head>{body_head}</body.head><body.content>{content}</body.content>"
        f"<body.end>{end}</body.end></body></nitf>"
    )


@pytest.mark.parametrize(
    ("head", "date", "embargo"),
    [
        ('<docdata><date.issue norm="20240506T101500+0200"/></docdata>', "2024-05-06T10:15:00+0200", None),
        ('<docdata><date.issue norm="20240506"/></docdata>', "2024-05-06", None),
        ('<pubdata date.publication="20240506T101500Z"/>', "2024-05-06T10:15:00Z", None),
        ('<docdata><date.release norm="20240506T101500Z"/></docdata>', "2024-05-06T10:15:00Z", None),
        ('<docdata><date.issue norm="20240506T101500+0600"/><date.release norm="20240506T041500Z"/></docdata>', "2024-05-06T10:15:00+0600", None),
        ('<docdata><date.issue norm="20240506T101500Z"/><date.release norm="20240507T000100Z"/></docdata>', "2024-05-06T10:15:00Z", "2024-05-07T00:01:00Z"),
        ('<docdata><date.issue norm="20240506T101500Z"/><date.release norm="YYYYMMDD"/></docdata>', "2024-05-06T10:15:00Z", None),
    ],
)  # fmt: skip
def test_the_day_of_issue_is_the_date_and_a_later_release_an_embargo(head, date, embargo):
    [item] = items(nitf(head))
    assert (stated(item)["date"], stated(item).get("embargo")) == (date, embargo)
    assert item.text.warnings == (("embargoed",) if embargo else ())


@pytest.mark.parametrize(
    ("byline", "written"),
    [
        ("By BERNARD CONDON<byttl>AP Business Writer</byttl>", "By BERNARD CONDON (AP Business Writer)"),
        ("By <person>Anna Berg</person>,\n <byttl>Staff</byttl>", "By Anna Berg (Staff)"),
        ("Von Anna Berg", "Von Anna Berg"),
    ],
)  # fmt: skip
def test_the_trade_stands_in_brackets_behind_the_name(byline, written):
    [item] = items(nitf(body_head=f"<byline>{byline}</byline>"))
    assert hinted(item) == [("byline", written)]


def test_second_headlines_are_standfirst_above_and_cross_heads_inside():
    [item] = items(
        nitf(
            body_head="<hedline><hl1>T</hl1><hl2>Unterzeile</hl2></hedline>",
            content=f"<p>{PROSE}</p><hl2>Zwischentitel</hl2><p>{PROSE}</p>",
        )
    )
    assert [hint for hint in hinted(item) if hint[0] != "body"] == [
        ("headline", "T"),
        ("standfirst", "Unterzeile"),
        ("crosshead", "Zwischentitel"),
    ]


def test_pictures_have_caption_and_credit():
    media = "<media><media-reference source='a.jpg'/><media-caption>Am Fluss</media-caption><media-producer>APA/Mair</media-producer></media>"
    [item] = items(nitf(content=f"<p>Satz.</p>{media}"))
    assert hinted(item)[1:] == [("caption", "Am Fluss"), ("credit", "APA/Mair")]


def test_outlet_holder_subjects_and_notes_are_stated():
    [item] = items(
        nitf(
            '<tobject><tobject.subject tobject.subject.refnum="11006005" tobject.subject.matter="Government"/></tobject>'
            '<docdata management-status="canceled"><doc.copyright holder="AP"/><ed-msg info="Nicht vor zehn"/>'
            '<key-list><keyword key="Honduras"/></key-list></docdata><pubdata name="AP Wire"/>',
            "<hedline><hl1>T</hl1></hedline><distributor>The Associated Press</distributor><rights>© AP</rights>",
        )
    )
    assert stated(item) == {
        "source": "The Associated Press",
        "agency": "AP",
        "language": "de",
        "keywords": "subj:11006005 Government; Honduras",
        "rights": "© AP",
        "note": "Nicht vor zehn",
    }
    assert item.text.warnings == ("canceled",)


def test_place_and_closing_line_are_kept():
    [item] = items(
        nitf(
            body_head="<dateline><location>Osch</location><story.date>06.05.2024</story.date></dateline>",
            end="<tagline>Mehr folgt.</tagline>",
        )
    )
    assert lines(item) == ["Osch", "Satz.", "Mehr folgt."]
    assert hinted(item)[0] == ("date-line", "Osch")


def test_a_document_without_words_is_refused():
    with pytest.raises(Unreadable) as refusal:
        split_items(b"<nitf><body/></nitf>", "a.xml")
    assert refusal.value.code == "empty"

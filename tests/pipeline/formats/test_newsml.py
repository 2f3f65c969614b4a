"""NewsML-G2: items alone or in a message, with XHTML, NITF or plain text inside."""

import pytest

from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Refused
from tests.pipeline.formats.structured import entries, hinted, items, lines, stated

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def item(meta: str = "", content: str = "", body: str = "", rights: str = "") -> str:
    """Return a news item."""
    return (
        f'<newsItem {NAR} guid="urn:a:1" xml:lang="de"><rightsInfo>{rights}</rightsInfo><itemMeta>{meta}</itemMeta>'
        f"<contentMeta>{content}</contentMeta><contentSet>{body}</contentSet></newsItem>"
    )


def xhtml(markup: str) -> str:
    """Return inline XHTML as agencies write it."""
    return (
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title>'
        f"</head><body>{markup}</body></html></inlineXML>"
    )


@pytest.mark.parametrize(
    "body",
    [
        xhtml("<p>Eins.</p><p>Zwei.</p>"),
        '<inlineXML><x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:body><x:p>Eins.</x:p><x:p>Zwei.</x:p></x:body></x:html></inlineXML>',
        '<inlineXML><nitf><body><body.head/><body.content><p>Eins.</p><p>Zwei.</p></body.content></body></nitf></inlineXML>',
        '<inlineXML><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei.</p></div></inlineXML>',
        '<inlineData contenttype="text/plain">Eins.\n\nZwei.</inlineData>',
        '<inlineData contenttype="text/html">&lt;p&gt;Eins.&lt;/p&gt;&lt;p&gt;Zwei.&lt;/p&gt;</inlineData>',
    ],
)  # fmt: skip
def test_bodies_of_all_kinds_are_read(body):
    [found] = items(item(content="<headline>T</headline>", body=body))
    assert lines(found) == ["T", "Eins.", "Zwei."]


@pytest.mark.parametrize(
    ("content", "head"),
    [
        ("<headline>T</headline><by>Von Anna Berg</by>", {"headline": "T", "byline": "Von Anna Berg"}),
        ('<headline rank="3">K</headline><headline rank="1">T</headline>', {"headline": "T"}),
        (
            '<headline role="hld:subHeadline">Unterzeile</headline><headline role="hld:main">T</headline>',
            {"headline": "T", "standfirst": "Unterzeile"},
        ),
        ('<headline>T</headline><description role="drol:summary">Worum</description>', {"headline": "T", "standfirst": "Worum"}),
        ('<headline>T</headline><description role="drol:caption">Bild</description>', {"headline": "T"}),
        ("<headline>T</headline><dateline>Osch (dpa) - </dateline>", {"headline": "T", "date-line": "Osch (dpa) -"}),
        ("<headline>T</headline><dateline>Satz</dateline>", {"headline": "T"}),
    ],
)  # fmt: skip
def test_head_lines_go_by_role_and_rank(content, head):
    [found] = items(item(content=content, body=xhtml("<p>Satz.</p>")))
    assert dict(hinted(found)) == head


@pytest.mark.parametrize(
    ("meta", "warnings"),
    [
        ('<pubStatus qcode="stat:usable"/>', ()),
        ('<pubStatus qcode="stat:canceled"/>', ("canceled",)),
        ('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', ("withheld",)),
        ('<signal qcode="sig:correction"/><signal qcode="edStat:U"/>', ("correction",)),
        ("<embargoed>2024-05-06T10:00:00Z</embargoed>", ("embargoed",)),
        ("<embargoed/>", ()),
    ],
)
def test_what_the_agency_says_of_its_text_is_a_warning(meta, warnings):
    [found] = items(item(meta, "<headline>T</headline>", xhtml("<p>Satz.</p>")))
    assert found.text.warnings == warnings


def test_a_cancelled_item_without_a_body_is_still_shown():
    [found] = items(
        item(
            '<pubStatus qcode="stat:canceled"/><edNote>Meldung entfällt</edNote>',
            "<headline>T</headline>",
        )
    )
    assert (found.text.warnings, stated(found)["note"]) == (("canceled",), "Meldung entfällt")


def test_dates_people_subjects_and_rights_are_stated():
    [found] = items(
        item(
            '<provider literal="AFP"/><versionCreated>20240507T100000Z</versionCreated><firstCreated>2024-05-06</firstCreated>',
            '<infoSource literal="Kontinent Presse"/><creditline>KNP</creditline><language tag="de-AT"/>'
            '<subject qcode="medtop:20000536"><name>Streik</name></subject><subject qcode="dpa:1"><name>Osch</name></subject>'
            '<subject qcode="N2:KG"/><keyword>Bus</keyword>',
            xhtml("<p>Satz.</p>"),
            "<copyrightNotice>© KNP</copyrightNotice>",
        )
    )
    assert stated(found) == {
        "date": "2024-05-06",
        "updated": "2024-05-07T10:00:00Z",
        "source": "Kontinent Presse",
        "agency": "KNP",
        "identifier": "urn:a:1",
        "language": "de-AT",
        "keywords": "medtop:20000536 Streik; Osch; Bus",
        "rights": "© KNP",
    }


@pytest.mark.parametrize(
    ("other", "detail"),
    [
        ('<newsItem><itemMeta><itemClass qcode="ninat:picture"/><title>P</title></itemMeta></newsItem>', "picture"),
        ("<packageItem><itemMeta><title>P</title></itemMeta><groupSet><itemRef/><itemRef/></groupSet></packageItem>", "packageItem, 2 references"),
        ("<conceptItem><itemMeta><title>P</title></itemMeta></conceptItem>", "conceptItem"),
    ],
)  # fmt: skip
def test_pictures_and_packages_are_refused_by_name_and_texts_beside_them_read(other, detail):
    text = item(content="<headline>T</headline>", body=xhtml("<p>Satz.</p>"))
    refused, found = entries(f"<newsMessage {NAR}><itemSet>{other}{text}</itemSet></newsMessage>")
    assert refused == Refused("P", "format", detail, 1)
    assert found.name == "T"


def test_a_message_without_items_is_refused():
    with pytest.raises(Unreadable) as refusal:
        split_items(f"<newsMessage {NAR}/>".encode(), "a.xml")
    assert refusal.value.code == "empty"

"""DOCX and ODT as ministries, agencies and freelancers send them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.formats import split_items
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, Label, Refused
from tests.pipeline.formats.archive_files import zipped
from tests.pipeline.formats.office_files import CORE, docx, odt, p

PROSE = (
    "Die Stadtverwaltung von Osch hat am Montag das Wasser rationiert, weil der Kanal aus dem Stausee seit zwei "
    "Wochen kaum noch etwas führt."
)


def one(data, name="a.docx"):
    [item] = split_items(data, name)
    assert isinstance(item, Item)
    return item


def lines(data):
    item = one(data)
    return [line for line in item.text.content[item.body :].split("\n") if line]


def hints(data):
    item = one(data)
    return [(hint.label, hint.span.text_of(item.text.content)) for hint in item.hints]


def stated(data):
    item = one(data)
    return {one.field: (one.span.text_of(item.text.content), one.confidence) for one in item.stated}


def reason(data, name="a.docx"):
    with pytest.raises(Unreadable) as refusal:
        split_items(data, name)
    return refusal.value.code


def h(words, level=1):
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def t(words, style="Standard"):
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def test_styles_tell_headline_standfirst_cross_heads_and_captions():
    body = (
        p("Wasser wird knapp", "Titel")
        + p("Drei Viertel sind betroffen", "Untertitel")
        + p(PROSE)
        + p("Was nun?", "berschrift1")
        + p(PROSE)
        + p("Kanal in Osch", "Beschriftung")
    )
    assert hints(docx(body)) == [
        (Label.HEADLINE, "Wasser wird knapp"),
        (Label.STANDFIRST, "Drei Viertel sind betroffen"),
        (Label.CROSSHEAD, "Was nun?"),
        (Label.CAPTION, "Kanal in Osch"),
    ]
    assert lines(docx(body))[2] == PROSE


def test_where_nobody_used_styles_bold_lines_are_headings():
    body = (
        p("PRESSEMITTEILUNG", bold=True)
        + p("Osch, 6. Mai 2024", bold=True)
        + p("Wasser wird knapp in Osch", bold=True)
        + p(PROSE, bold=True)
        + p(PROSE)
        + p("Was nun?", bold=True)
        + p(PROSE)
        + p("Der Bürgermeister sagte dazu nichts.", bold=True)
    )
    assert hints(docx(body)) == [
        (Label.HEADLINE, "Wasser wird knapp in Osch"),
        (Label.STANDFIRST, PROSE),
        (Label.CROSSHEAD, "Was nun?"),
    ]


def test_a_style_in_bold_counts_and_a_run_may_say_otherwise():
    plain = '<w:p><w:pPr><w:pStyle w:val="Fett"/></w:pPr><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Nicht fett hier</w:t></w:r></w:p>'
    assert hints(docx(p(PROSE) + p("Was nun?", "Fett") + plain)) == [(Label.CROSSHEAD, "Was nun?")]


def test_a_style_of_the_house_is_what_it_is_based_on():
    body = p("Wasser wird knapp", "Haus") + p(PROSE) + p("Was nun?", "Stark") + p(PROSE)
    assert hints(docx(body)) == [
        (Label.HEADLINE, "Wasser wird knapp"),
        (Label.CROSSHEAD, "Was nun?"),
    ]


def test_words_of_a_paragraph_are_joined_over_runs_links_and_fields():
    body = (
        "<w:p><w:r><w:t>Wa</w:t></w:r><w:proofErr/><w:r><w:t>sser</w:t></w:r><w:r><w:tab/></w:r>"
        "<w:hyperlink><w:r><w:t>in Osch</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE \\* MERGE</w:instrText></w:r>"
        "<w:r><w:br/><w:t>Zweite</w:t><w:noBreakHyphen/><w:t>Zeile</w:t></w:r></w:p>"
    )
    assert lines(docx(body)) == ["Wasser in Osch", "Zweite\N{NON-BREAKING HYPHEN}Zeile"]


def test_tracked_changes_are_accepted_and_told_and_comments_are_no_text():
    body = (
        "<w:p><w:r><w:t>Das Wasser </w:t></w:r><w:del><w:r><w:delText>fehlt</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>wird knapp</w:t></w:r></w:ins><w:commentRangeStart/>"
        "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom></w:p>"
    )
    data = docx(body, comments="<w:comment>" + p("Stimmt das?") + "</w:comment>")
    assert lines(data) == ["Das Wasser wird knapp"]
    assert one(data).text.warnings == ("tracked-changes",)


def test_notes_follow_the_text_under_their_marks():
    body = "<w:p><w:r><w:t>Öl</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = (
        f"<w:footnote w:type='separator' w:id='0'>{p('---')}</w:footnote>"
        f"<w:footnote w:id='2'>{p('Quelle: Amt.')}</w:footnote>"
    )
    assert lines(docx(body, footnotes=notes)) == ["Öl[2]", "[2] Quelle: Amt."]


def cell(*paragraphs):
    return f"<w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc>"


def test_rows_are_lines_unless_the_table_is_there_for_its_looks():
    data = f"<w:tbl><w:tblPr/><w:tr>{cell(p('Jahr'))}{cell(p('Öl'))}</w:tr></w:tbl>"
    looks = f"<w:tbl><w:tr>{cell(p('Links'), p('darunter'))}{cell(p('Rechts'))}</w:tr></w:tbl>"
    assert lines(docx(data + looks)) == ["Jahr | Öl", "Links", "darunter", "Rechts"]


def test_text_boxes_are_read_once():
    box = (
        "<w:p><w:r><w:t>Davor</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent>{0}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ).format(p("Im Kasten"))
    assert lines(docx(box)) == ["Davor", "Im Kasten"]


def test_what_stands_on_every_page_is_the_pages_but_for_a_date():
    data = docx(
        p(PROSE),
        header1=p("Pressestelle der Stadt"),
        header2=p("Pressestelle der Stadt") + p("6. Mai 2024"),
        footer1=p("Seite 1"),
    )
    assert lines(data) == ["Pressestelle der Stadt", "6. Mai 2024", PROSE, "Seite 1"]
    assert hints(data) == [(Label.SITE, "Pressestelle der Stadt"), (Label.SITE, "Seite 1")]


def test_what_a_document_says_of_itself_is_weak_and_its_making_is_no_date():
    said = stated(docx(p(PROSE), core=CORE))
    assert said == {
        "headline": ("Wasser in Osch", 0.3),
        "byline": ("Anna Berg", 0.3),
        "updated": ("2024-05-06T08:00:00Z", 0.3),
    }
    made_up = docx(p(PROSE), core=CORE.replace("Wasser in Osch", "Microsoft Word - pm.doc"))
    assert "headline" not in stated(made_up)


def test_an_odt_is_read_alike():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + t("weg") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + t("Wasser wird knapp", "P1")
        + t(PROSE)
        + h("Was nun?", 2)
        + t(
            'Öl<text:s text:c="2"/>und <text:span>Gas</text:span><text:line-break/>heute<text:note><text:note-citation>1'
            "</text:note-citation><text:note-body>"
            + t("Quelle: Amt.")
            + "</text:note-body></text:note>"
            "<office:annotation>" + t("Stimmt das?") + "</office:annotation>."
        )
        + t('<text:span text:style-name="T1">Fett gesetzt</text:span>')
        + "<text:list><text:list-item>"
        + t("Punkt")
        + "</text:list-item></text:list>"
        + "<table:table><table:table-row><table:table-cell>"
        + t("Jahr")
        + "</table:table-cell><table:table-cell>"
        + t("Öl")
        + "</table:table-cell></table:table-row></table:table>"
    )
    data = odt(
        body,
        "<dc:title>Wasser</dc:title><dc:creator>Bolot</dc:creator><dc:date>2024-05-06T08:00:00</dc:date>",
    )
    assert lines(data) == [
        "Wasser wird knapp",
        PROSE,
        "Was nun?",
        "Öl und Gas",
        "heute[1].",
        "Fett gesetzt",
        "Punkt",
        "Jahr | Öl",
        "[1] Quelle: Amt.",
    ]
    assert hints(data) == [
        (Label.HEADLINE, "Wasser wird knapp"),
        (Label.CROSSHEAD, "Was nun?"),
        (Label.CROSSHEAD, "Fett gesetzt"),
    ]
    assert one(data).text.warnings == ("tracked-changes",)
    assert stated(data)["updated"] == ("2024-05-06T08:00:00", 0.3)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(""), "empty"),
        (docx("<w:p/>"), "empty"),
        (odt(""), "empty"),
        (odt(t("Text"), manifest="<encryption-data/>"), "encrypted"),
        (docx(p("a" * 1000))[:-200], "broken"),
        (zipped(("[Content_Types].xml", b""), ("word/a.xml", b"")), "broken"),
        (zipped(("[Content_Types].xml", b""), ("word/document.xml", b"\0" * 5_000_000)), "ratio"),
        (
            zipped(
                ("[Content_Types].xml", b""),
                ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            ),
            "entities",
        ),
        (zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b"")), "format"),
        (zipped(("mimetype", b"application/epub+zip"), ("content.opf", b""), method=0), "format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 9,
            "encrypted",
        ),
        (b"{\\rtf1\\ansi Wasser}", "format"),
        (b"%PDF-1.7 ...", "format"),
    ],
)
def test_what_cannot_be_read_has_its_reason(data, code):
    assert reason(data) == code


def test_documents_in_an_archive_are_documents_not_archives():
    archive = zipped(("a.docx", docx(p("Wasser"))), ("b.odt", odt(t("Öl"))), method=0)
    assert [entry.name for entry in split_items(archive, "a.zip")] == ["a.docx", "b.odt"]
    assert all(isinstance(entry, Item) for entry in split_items(archive, "a.zip"))


DOCUMENTS = [docx(p("Wasser", "Titel") + p(PROSE), core=CORE), odt(h("Wasser") + t(PROSE))]


@settings(max_examples=150)
@given(
    document=st.sampled_from(DOCUMENTS),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8),
)
def test_a_damaged_document_is_a_text_or_has_a_reason(document, changes):
    damaged = bytearray(document)
    for place, byte in changes:
        damaged[int(place * (len(damaged) - 1))] = byte
    try:
        found = split_items(bytes(damaged), "a.docx")
    except Unreadable:
        return
    assert all(isinstance(entry, Item | Refused) for entry in found)

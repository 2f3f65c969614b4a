"""The door of the core: a file's bytes in, its texts out, read."""

import pytest

from articles.pipeline.knowledge import Knowledge
from articles.pipeline.reader import Reader, Unreadable
from tests.pipeline.press import BODY, HEADLINE, label_of, page, value, values

TEXT = " date 2021-05 " + page(
    "Ein Damm hat einem Dorf das Wasser zurückgegeben. Nun streiten alle, wem es gehört",
    "Von Jelena Lutz",
    "3. Mai 2021, 9:30 Uhr",
    "Aus dem Russischen von Ruth Hallinger",
    "Ein Boot bei Moynaq in Usbekistan. Foto: Privat",
    tail=("tsd", "Mehr zum Thema: Ein Fluss, vier Grenzen"),
)


def test_a_whole_text_is_read_field_by_field(read):
    article = read(TEXT)
    assert value(article.headline) == HEADLINE["de"]
    assert (value(article.date), article.date_precision) == ("2021-05-03", "day")
    assert value(article.time) == "09:30"
    assert values(article.byline) == ["Jelena Lutz"]
    assert values(article.translator) == ["Ruth Hallinger"]
    assert values(article.captions) == ["Ein Boot bei Moynaq in Usbekistan."]
    assert values(article.photo_credits) == ["Foto: Privat"]
    assert value(article.agency) == "tsd"
    assert value(article.source_proposed) == "Tienschan-Dienst"
    assert value(article.standfirst).startswith("Ein Damm")
    assert values(article.boilerplate) == ["Mehr zum Thema: Ein Fluss, vier Grenzen"]
    assert values(article.countries_mentioned) == ["UZ"]
    assert value(article.language) == "de"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_the_file_changes_nothing_in_the_reading(reader, codec):
    [article] = reader.read(TEXT.encode(codec), "text.txt")
    assert article.text.content == TEXT
    assert values(article.byline) == ["Jelena Lutz"]
    assert value(article.date) == "2021-05-03"


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_other_line_ends_change_nothing_in_the_reading(reader, read, ends):
    [article] = reader.read(TEXT.replace("\n", ends).encode(), "text.txt")
    plain = read(TEXT)
    for name in ("headline", "standfirst", "date", "agency"):
        assert value(getattr(article, name)) == value(getattr(plain, name))
    for name in ("byline", "captions", "boilerplate", "countries", "topics"):
        assert values(getattr(article, name)) == values(getattr(plain, name))


def test_soft_hyphens_and_no_break_spaces_change_nothing_in_what_is_linked(read):
    names = "Präsident Kassym-Schomart Tokajew lud nach Astana, und ganz Kasachstan sprach davon."
    shy = names.replace("Kasachstan", "Kasach\u00adstan").replace("Schomart T", "Schomart\u00a0T")
    one, other = (read("\n\n".join((*BODY["de"], text))) for text in (names, shy))
    assert [entity.name for entity in one.entities] == [entity.name for entity in other.entities]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"%PDF-1.4 ...", "format"), (b"\xff\xfe\x00\xd8\x00", "encoding")],
)
def test_a_file_that_holds_no_text_is_refused(reader, data, code):
    with pytest.raises(Unreadable) as refused:
        reader.read(data, "file.txt")
    assert refused.value.code == code


def test_doubts_about_the_encoding_are_told(reader):
    [article] = reader.read(TEXT.encode("cp1252"), "text.txt")
    assert "encoding-guessed" in article.warnings


def test_a_page_of_furniture_alone_is_said_to_have_no_body(read):
    article = read("Startseite > Politik\n\nWir nutzen Cookies\n\nImpressum | Datenschutz\n")
    assert "no-body" in article.warnings
    assert article.entities == ()


def test_a_reader_that_knows_nothing_still_reads_what_says_itself_what_it_is():
    [article] = Reader(Knowledge()).read(TEXT.encode(), "text.txt")
    assert value(article.date) == "2021-05-03"
    assert values(article.byline) == ["Jelena Lutz"]
    assert (article.countries, article.topics) == ((), ())


def test_reading_one_text_leaves_no_trace_in_the_next(reader, read):
    first = read(page())
    read("Otabek Karimow und Marat Dosymbekow aus Taschkent treffen Tokajew.\n\n" + TEXT)
    assert read(page()) == first


def test_a_long_text_is_read_to_its_end(read):
    text = "\n\n".join([HEADLINE["de"], *BODY["de"] * 60, "In Duschanbe endet die Reise."])
    article = read(text)
    assert "Dushanbe" in {entity.name for entity in article.entities}
    assert label_of(article, "In Duschanbe") == "body"

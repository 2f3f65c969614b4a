"""Who signs a text: initials, agencies in brackets, a dateline's agency, exactly as printed."""

import pytest

from articles.pipeline.parsing.agency import Agencies
from tests.pipeline.press import BODY, HEADLINE, page, value

AGENCIES = Agencies("dpa afp ap apa rtr kna epd tass тасс".split())
SIGN_OFFS = [
    "dpa",
    "(dpa)",
    "/dpa/",
    "dpa.",
    "APA/ag",
    "(apa/afp)",
    "(APA, 3. 5. 2021)",
    "kh/jw (afp, dpa)",
    "/tass/",
    "(ТАСС)",
    "cstr.",
    "(red)",
    "(KNA)",
    "kna/epd",
    "AFP, AP, dpa",
    "ab/CD (rtr, ap)",
    "– dpa",
]
NO_SIGN_OFFS = [
    "Handel",
    "Wasser",
    "Bischkek",
    "(Fotografie)",
    "Das war alles.",
    "Nurlan Asanow",
    "weiter",
    "und so weiter und so fort, bis der Winter kam",
    "",
]


@pytest.mark.parametrize("line", SIGN_OFFS)
def test_a_line_of_codes_is_a_sign_off(line):
    assert AGENCIES.is_sign_off(line)


@pytest.mark.parametrize("line", NO_SIGN_OFFS)
def test_a_short_line_of_words_is_no_sign_off(line):
    assert not AGENCIES.is_sign_off(line)


def test_a_code_that_somebody_entered_signs_from_then_on():
    assert not AGENCIES.is_sign_off("(Qwertz)")
    assert Agencies(["Qwertz"]).is_sign_off("(Qwertz)")


@pytest.mark.parametrize(
    "sign",
    [
        "dpa",
        "dpa/ag",
        "APA/ag",
        "cstr.",
        "/tass/",
        "wb/MK (afp, dpa)",
        "(KNA)",
    ],
)
def test_a_sign_off_below_the_text_is_read_as_printed(read, sign):
    article = read(page(tail=(sign,)))
    assert value(article.agency) == sign
    assert article.agency.spans[0].text_of(article.text.content) == sign


@pytest.mark.parametrize(
    ("closing", "sign"),
    [
        ("Der Hafen bleibt bis auf Weiteres geschlossen. (dpa)", "(dpa)"),
        ("Der Hafen bleibt bis auf Weiteres geschlossen. (APA/AFP)", "(APA/AFP)"),
        ("Der Hafen bleibt bis auf Weiteres geschlossen. /dpa/", "/dpa/"),
        ("Der Hafen bleibt bis auf Weiteres geschlossen (siehe Karte).", None),
        ("Der Hafen bleibt bis auf Weiteres geschlossen (Stand Mai).", None),
        ("Der Hafen gehört der Staatsholding (SH)", None),
    ],
)
def test_brackets_that_close_the_last_paragraph_sign_it_when_they_hold_an_agency(
    read, closing, sign
):
    assert value(read(page(tail=(f"{BODY['de'][0]} {closing}",))).agency) == sign


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("Taschkent (dpa) – ", "dpa"),
        ("Taschkent, 3. Mai (dpa) – ", "dpa"),
        ("Astana/Bischkek (AFP) - ", "AFP"),
        ("Nur-Sultan (KNA) ", "KNA"),
        ("АСТАНА, 3 мая. /ТАСС/. ", "/ТАСС/"),
        ("Taschkent, 3. Mai – ", None),
        ("Almaty (Kasachstan) – ", None),
    ],
)
def test_the_agency_of_a_dateline_signs_the_text(read, dateline, agency):
    language = "ru" if "АСТАНА" in dateline else "de"
    first, second = BODY[language]
    article = read(f"{HEADLINE[language]}\n\n{dateline}{first}\n\n{second}\n")
    assert value(article.agency) == agency


@pytest.mark.parametrize(
    "quoting",
    [
        "Ein Fischer sagte der Deutschen Presse-Agentur (dpa), er habe nun genug gewartet.",
        "Nach Angaben der russischen Agentur Interfax (Moskau) blieb es ruhig.",
        "Der Deutschen Presse-Agentur (dpa) sagte er, er habe nun genug gewartet.",
    ],
)
def test_a_paragraph_that_quotes_an_agency_is_not_signed_by_it(read, quoting):
    assert read(page(tail=(quoting, BODY["de"][0]))).agency is None


def test_a_dateline_is_known_by_its_agency_its_day_or_its_capitals():
    for line in ("Osch (dpa) – Der Markt", "Osch, 3. Mai 2020 – Der Markt", "OSH — The market is"):
        assert AGENCIES.has_dateline(line)
    for line in ("Osch – der Markt der Märkte", "Der Markt (alt) – ein Bild", "Am 3. Mai begann"):
        assert not AGENCIES.has_dateline(line)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("ПАВЛОДАР. ТАСС – На реке открыли мост", {"point": "ТАСС"}),
        ("14.03.2025  |  (rsn) - Was für ein Tag", {"round": "rsn"}),
        ("(Berlin, 17. September 2015) – Die Behörden schweigen", {"day": "17. September 2015"}),
    ],
)
def test_a_dateline_has_many_forms(line, printed):
    match = AGENCIES.dateline(line)
    assert match is not None
    assert {
        name: value for name, value in match.groupdict().items() if value
    }.items() >= printed.items()


def test_an_author_and_a_day_in_brackets_sign_a_paragraph():
    line = "Das sagt man im Rathaus. (Ole Brandt, 12.1.2025)"
    start, end = AGENCIES.sign_off_at_end(line)
    assert line[start:end] == "Ole Brandt, 12.1.2025"


@pytest.mark.parametrize(
    ("line", "agency"),
    [("Von Ole Brandt (KNA)", "KNA"), ("Von dpa", "dpa"), ("Von Ole Brandt (56)", None)],
)
def test_an_agency_beside_the_author_or_in_his_place_is_read(read, line, agency):
    assert value(read(page(line)).agency) == agency

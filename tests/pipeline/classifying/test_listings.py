"""Pages of teasers, which have no text of their own."""

import pytest

TEASERS = (
    "Nach Ülken am Balchaschsee will Kasachstan ein weiteres Kernkraftwerk bauen, sagt die Regierung.",
    "Präsident Tokajew will den Senat abschaffen; in den Regionen regt sich Widerspruch dagegen.",
    "Im Gebiet Kostanai ist in einer Gaststätte ein Gastank explodiert, es gab mehrere Verletzte.",
    "Die Fluggesellschaft reagiert auf die gestiegene Nachfrage mit täglichen Flügen nach Frankfurt.",
    "Seit Monaten fördert das Land mehr Öl, als mit dem Kartell vereinbart war, sagt der Minister.",
)
BODY = (
    "Die Arbeiten in Kasachstan begannen im Frühjahr und dauern an, wie die Verwaltung mitteilte. "
    * 9
)


def page(*entries: str) -> str:
    return "Thema: Kasachstan\n\n" + "\n".join(entries)


def is_listing(read, text: str) -> bool:
    return "listing-page" in read(text).warnings


@pytest.mark.parametrize(
    "entries",
    [
        [f"Titel {n}\n{teaser} mehr" for n, teaser in enumerate(TEASERS)],
        [f"Titel {n}\n{teaser}\nWeiterlesen »" for n, teaser in enumerate(TEASERS)],
        [f"Titel {n}\n{teaser} Read more →" for n, teaser in enumerate(TEASERS)],
        [f"Titel {n}\n{teaser}\n{n + 3}.05.2022 | 14:12 Uhr" for n, teaser in enumerate(TEASERS)],
        [f"Titel {n}\n{teaser}\nRedaktion\n{n + 3}. Mai 2022" for n, teaser in enumerate(TEASERS)],
    ],
)
def test_teasers_with_dates_or_ways_on_are_a_list(read, entries):
    assert is_listing(read, page(*entries))


@pytest.mark.parametrize(
    "text",
    [
        # an article, with teasers of others behind it
        page(BODY, BODY, *(f"Titel {n}\n{teaser} mehr" for n, teaser in enumerate(TEASERS[:4]))),
        # a live report: its entries are of one day
        page(*(f"1{n}:30 Uhr, 3. Mai 2022\n{teaser}" for n, teaser in enumerate(TEASERS))),
        # a chronicle in prose
        page(*TEASERS),
        page(*(f"{teaser} mehr" for teaser in TEASERS[:2])),
        "",
    ],
)
def test_texts_of_their_own_are_none(read, text):
    assert not is_listing(read, text or "Ohne Text")

"""Organisations that the gazetteer does not hold: by the nouns that name their kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .senses import (
    UnknownName,
    WordSenses,
    adjacent,
    before,
    hyphen_run,
    is_german,
    opens_sentence,
)
from .tokens import Token

#: Words that carry a name on: Institut für …, University of …
_LINKS = frozenset("on für der des von zur und fur of for and the de du des la et по и".split())
_AND = frozenset(["und", "and", "et", "и"])
_FOR = frozenset(["fur", "for", "pour", "of", "по"])
#: … and those that carry on what a body is for.
_INSIDE = frozenset("der und of the and et de la des и".split())
_ADJECTIVE = re.compile(r".{3,}(?:e|er|en|es|em)$")
#: Bodies that bear the name of their seat.
_SEATED = ("universitat", "hochschule", "university", "universite", "bistum", "diozese", "diocese")
#: Bodies whose name goes on behind the noun: Stiftung Klimabrücke, Bundesverband Solarwirtschaft, Kantonsspital Freiburg.
_NAMED_ON = (
    "stiftung",
    "verband",
    "genossenschaft",
    "klub",
    "club",
    "verein",
    "spital",
    "klinikum",
    "kombinat",
    "kollektiv",
    "anstalt",
)
_PURPOSE = frozenset(["fur", "zur", "for", "on", "pour", "по"])
#: Bodies of members, whose noun in the genitive makes the name: Akademie der Wissenschaften, Verband der Netzflicker.
_OF_MEMBERS = (
    "akademie",
    "verband",
    "union",
    "bund",
    "vereinigung",
    "assoziation",
    "stiftung",
    "rat",
    "partei",
)
_MEMBERS = re.compile(r".{4,}(?:en|er|innen)$")
_OPENING, _CLOSING = frozenset('„“«»"‚›‹'), frozenset('“”«»"‘›‹')
_LONGEST_QUOTED = 60
#: Beginnings of common words that open the titles of bodies.
_TITLES = (
    "international",
    "national",
    "central",
    "zentrale",
    "federal",
    "foderal",
    "state",
    "regional",
    "general",
    "north",
    "south",
    "east",
    "west",
)
#: Before a description: "eine Klinik für Pferde".
_INDEFINITE = frozenset("ein eine einem einen einer eines kein keine a an une un".split())
LONGEST_NAME = 9
#: Capitals in brackets that are no body's name.
_NO_ACRONYM = frozenset(
    (
        "USD EUR KZT UZS KGS TJS TMT RUB CHF GMT CET MEZ TV PDF COVID SMS CEO KWH BIP GDP NGO NRO "
        "ИП ТВ США"
    ).split()
)


def find_organisation(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> UnknownName | None:
    """Return the organisation whose name begins at word `index`.

    German writes adjectives small, so a capital on one inside a sentence makes it part of a name: "der Föderale
    Zolldienst". Descriptions (das kasachische Energieministerium) are no names.
    """
    first = tokens[index]
    hyphened = hyphen_run(tokens, index, content)
    plain = _opens_title(first, content) or not (senses.is_common(first) or senses.is_role(first))
    if (
        hyphened - index > 1
        and plain
        and senses.is_body(tokens[hyphened - 1])
        and not any(taken[index:hyphened])
    ):
        return UnknownName(index, hyphened - index, "organisation", "hyphened-body", 0.6)
    if quoted := _quoted_end(tokens, index, content, senses):
        return UnknownName(index, quoted - index, "organisation", "quoted-body", 0.6)
    if purpose := _purpose_end(tokens, index, content, taken, senses):
        return UnknownName(index, purpose - index, "organisation", "body-and-purpose", 0.6)
    if seat := _seated_end(tokens, index, content, senses):
        return UnknownName(index, seat - index, "organisation", "body-and-seat", 0.6)
    german = is_german(content, first)
    ahead = before(tokens, index, content)
    if (
        german
        and ahead
        and ahead.is_capitalised
        and senses.is_body(ahead)
        and plain
        and not taken[index]
        and not senses.is_body(first)
        and not (index + 1 < len(tokens) and tokens[index + 1].text.isdigit())
    ):
        return UnknownName(
            index,
            _apposed_end(tokens, index, content, taken, senses),
            "organisation",
            "behind-body",
            0.5,
        )
    if german and opens_sentence(content, first):
        return find_acronym(tokens, index, content)
    end, bodies = _extent(tokens, index, content, senses, german)
    named = (
        not german
        or bool(_ADJECTIVE.fullmatch(first.key))
        or any(taken[index:end])
        or senses.is_body_suffix(tokens[end - 1])
    )
    apposed = (
        german
        and bodies == 1
        and end - index > 2
        and senses.is_body(tokens[index + 1])
        and not tokens[index + 1].key.endswith(_SEATED)
        and tokens[index + 2].is_capitalised
    )
    if (
        bodies
        and end - index >= 2
        and named
        and plain
        and not senses.is_body(first)
        and not apposed
    ):
        return UnknownName(index, end - index, "organisation", "named-body", 0.6)
    return find_acronym(tokens, index, content)


def _opens_title(token: Token, content: str) -> bool:
    """Return whether a common word with a capital opens the titles of bodies too, inside a sentence: National, Internationale."""
    return token.key.startswith(_TITLES) and not opens_sentence(content, token)


def may_open_body(key: str) -> bool:
    """Return whether a body that bears the name of its seat may begin with a folded word: Universität, Bistum."""
    return key.endswith(_SEATED) or _is_named_on(key)


def _is_named_on(key: str) -> bool:
    """Return whether a folded noun is a compound whose name goes on behind it, or Stiftung: a lone Verband is its kind."""
    return key.endswith(_NAMED_ON) and (key not in _NAMED_ON or key == "stiftung")


def _quoted_end(
    tokens: Sequence[Token], index: int, content: str, senses: WordSenses
) -> int | None:
    """Return the end of a name in quotation marks right behind the noun for a body: компания «Тихая Сеть», die Partei „Reforma“."""
    start = tokens[index].start
    if not index or content[start - 1 : start] not in _OPENING:
        return None
    ahead = tokens[index - 1]
    if content[ahead.end : start - 1] != " " or not senses.is_body(ahead):
        return None
    end = index + 1
    while end < len(tokens) and content[tokens[end - 1].end : tokens[end].start] in {" ", "-"}:
        end += 1
    closed = content[tokens[end - 1].end : tokens[end - 1].end + 1] in _CLOSING
    return end if closed and tokens[end - 1].end - start <= _LONGEST_QUOTED else None


def _purpose_end(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> int | None:
    """Return the end of a body's name that opens with the noun for it and goes on with what it is for or made of.

    "Komitee für Frauen und Familie", "Institute of Nuclear Physics", "Akademie der Wissenschaften"; not "Parliament of Georgia".
    """
    first = tokens[index]
    if index + 2 >= len(tokens) or not first.is_capitalised or not senses.is_body(first):
        return None
    german, link = is_german(content, first), tokens[index + 1]
    ahead = before(tokens, index, content)
    described = ahead is not None and (
        ahead.key in _INDEFINITE
        or (ahead.is_capitalised and not german and not senses.is_common(ahead))
    )
    if described or not adjacent(first, link, content):
        return None
    if link.key in _PURPOSE:
        place = index + 2
    elif german and link.key == "der" and first.key.endswith(_OF_MEMBERS):
        last = tokens[index + 2]
        is_name = _MEMBERS.fullmatch(last.key) and last.is_capitalised and not senses.is_role(last)
        return index + 3 if is_name and adjacent(link, last, content) else None
    elif not german and link.key == "of":
        place = index + 2
    else:
        return None
    end = _phrase_end(tokens, place, content)
    if end <= place or all(taken[place:end]) or (end - place == 1 and link.key == "of"):
        return None
    return end


def _phrase_end(tokens: Sequence[Token], index: int, content: str) -> int:
    """Return the end of the nouns from `index` on, with the small adjectives and links between them."""
    end = place = index
    while place < len(tokens) and place - index < LONGEST_NAME:
        if not adjacent(tokens[place - 1], tokens[place], content):
            break
        if tokens[place].is_capitalised:
            end = place + 1
        elif tokens[place].key not in _INSIDE and not (
            _ADJECTIVE.fullmatch(tokens[place].key) and is_german(content, tokens[place])
        ):
            break
        place += 1
    return end


def _seated_end(
    tokens: Sequence[Token], index: int, content: str, senses: WordSenses
) -> int | None:
    """Return the end of a body named by its seat: "Universität Zürich", "University of Helsinki", "Bistum Görlitz"."""
    key = tokens[index].key
    if not may_open_body(key) or index + 1 >= len(tokens):
        return None
    end = index + 1
    if _is_named_on(key) and (
        senses.is_common(tokens[end])
        or senses.is_body(tokens[end])
        or not is_german(content, tokens[index])
    ):
        return None
    if tokens[end].key in _FOR | {"de", "du"} and end + 1 < len(tokens):
        end += 1
    named = (
        tokens[end].is_capitalised
        and not senses.is_role(tokens[end])
        and not senses.is_given(tokens[end])
    )
    joined = all(
        adjacent(one, other, content)
        for one, other in zip(tokens[index:end], tokens[index + 1 : end + 1], strict=True)
    )
    return hyphen_run(tokens, end, content) if named and joined else None


def _apposed_end(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> int:
    """Return how many words a name has that stands right behind the noun for its kind: "das Institut Paperlab"."""
    end = index + 1
    while end < len(tokens) and end - index < 4 and tokens[end].is_capitalised and not taken[end]:
        if not adjacent(tokens[end - 1], tokens[end], content) or senses.is_common(tokens[end]):
            break
        end += 1
    return end - index


def _extent(
    tokens: Sequence[Token], index: int, content: str, senses: WordSenses, german: bool
) -> tuple[int, int]:
    """Return the end of a run of capitalised words and the small ones that carry it on, and how many bodies it holds."""
    end, bodies = index, 0
    while end < len(tokens) and end - index < LONGEST_NAME:
        token = tokens[end]
        if end > index and not adjacent(tokens[end - 1], token, content):
            break
        if token.is_capitalised:
            bodies += senses.is_body(token) or senses.is_body_suffix(token)
        elif token.key not in _LINKS or not (bodies or not german):
            break
        elif token.key in _AND and not any(word.key in _FOR for word in tokens[index:end]):
            break  # "Goethe-Institut und Stiftung" are two; "Universität für Sprachen und Kultur" is one
        end += 1
    while end > index + 1 and not tokens[end - 1].is_capitalised:
        end -= 1
    return end, bodies


def may_be_acronym(word: str) -> bool:
    """Return whether a word has the capitals of an abbreviation and is no common one."""
    return word.isupper() and 2 < len(word) <= 7 and word not in _NO_ACRONYM


def find_acronym(tokens: Sequence[Token], index: int, content: str) -> UnknownName | None:
    """Return the body whose abbreviation stands in brackets at word `index`: (ZKSF)."""
    token = tokens[index]
    bracketed = (
        content[token.start - 1 : token.start] == "(" and content[token.end : token.end + 1] == ")"
    )
    if bracketed and may_be_acronym(token.text):
        return UnknownName(index, 1, "organisation", "bracketed-acronym", 0.6)
    return None

"""What stands before the running text: kicker, headline, bylines, and the path of the page."""

from __future__ import annotations

import re

from ..parsing.byline import bare_name
from ..results import Label
from .pieces import Piece
from .senses import Senses

#: A path of pages that a scraper numbered: "1. Startseite 2. Wissen".
_NUMBERED = re.compile(r"\d\.\s\S")
#: A byline stands no further from the ends of a text than so many lines.
EDGE = 9
#: A line of no more words may be a kicker, or the page's, where a longer one follows.
KICKER_WORDS = 4
#: A line of more words under a short one is its standfirst rather than the headline.
HEADLINE_WORDS = 14

_AND = re.compile(r"\s(?:und|and|et|и|&)\s")
_TWO_SENTENCES = re.compile(r"[.!]\s[^\W\d_a-zäöü]")
#: A byline is no sentence; the point of an initial ("Reinhard L.") does not close one.
CLOSES_A_SENTENCE = re.compile(r"[^\W\d_]{3,}\.$")


def label_head(pieces: list[Piece], senses: Senses) -> None:
    """Label what stands before the running text: kicker, headline, standfirst, byline, and the page's path."""
    first_prose = next(
        (index for index, piece in enumerate(pieces) if piece.is_open and piece.is_prose),
        len(pieces),
    )
    head = [piece for piece in pieces[:first_prose] if piece.is_open]
    for piece in head:
        if _NUMBERED.match(piece.text):
            piece.mark(Label.NAVIGATION, "numbered-path", 0.8)
    head = [piece for piece in head if piece.is_open]
    headline = _headline(head, pieces)
    if headline is None:
        return
    headline.mark(Label.HEADLINE, "first-line", 0.9 if headline.words >= 4 else 0.7)
    for piece in head[: head.index(headline)]:
        is_title = _squeezed(headline.text) in _squeezed(piece.text)
        piece.mark(
            Label.NAVIGATION if is_title or piece.words > 6 else Label.KICKER,
            "before-headline",
            0.6,
        )
    for piece in head[head.index(headline) + 1 :]:
        _label_after_headline(piece, headline, senses)
    for piece in pieces:
        if piece.is_open and _squeezed(piece.text) == _squeezed(headline.text):
            piece.mark(Label.REPEATED, "headline-again", 0.95)


def _headline(head: list[Piece], pieces: list[Piece]) -> Piece | None:
    """Return the headline: the line that the page prints twice, else the first that is longer than a kicker."""
    printed = [_squeezed(piece.text) for piece in pieces if piece.words < 60]
    twice = [
        piece
        for piece in head
        if piece.words >= 3 and sum(_squeezed(piece.text) in text for text in printed) > 1
    ]
    rest = [
        piece
        for piece in head
        if any(character.isalpha() for character in piece.text) and not _is_title(piece, head)
    ]
    longer = next(
        (
            piece
            for piece in rest
            if KICKER_WORDS < piece.words <= HEADLINE_WORDS
            and not piece.ends_a_sentence
            and not _TWO_SENTENCES.search(piece.text)
        ),
        None,
    )
    if twice and (
        longer is None
        or twice[0].words > KICKER_WORDS
        or _squeezed(twice[0].text) in _squeezed(longer.text)
    ):
        return twice[0]
    if longer and rest[0].words <= KICKER_WORDS:
        rest = rest[rest.index(longer) :]
    if longer is None and len(rest) > 1 and rest[0].words == 1:
        rest = rest[1:]
    return rest[0] if rest and rest[0].words >= 2 else None


def _is_title(piece: Piece, head: list[Piece]) -> bool:
    """Return whether a line is the page's title: a headline of the page with sections and the site's name behind it."""
    first, dash, _ = piece.text.partition(" - ")
    words = _squeezed(first)
    return (
        bool(dash)
        and len(words) > 15
        and any(words in _squeezed(other.text) for other in head if other is not piece)
    )


def _squeezed(text: str) -> str:
    """Return a line as it compares with its repetitions: without case and white space."""
    return re.sub(r"\s+", "", text).casefold()


def _label_after_headline(piece: Piece, headline: Piece, senses: Senses) -> None:
    if piece.text.casefold() == headline.text.casefold():
        piece.mark(Label.REPEATED, "headline-again", 0.95)
    elif is_author(piece, senses):
        piece.mark(Label.BYLINE, "name-line", 0.85)
    elif senses.has_dateline(piece.text) or (piece.words < 6 and piece.ends_a_sentence):
        return  # a short text's body
    elif piece.words >= 6:
        piece.mark(Label.STANDFIRST, "under-headline", 0.8)
    else:
        piece.mark(Label.NAVIGATION, "short-line-under-headline", 0.5)


def is_author(piece: Piece, senses: Senses) -> bool:
    """Return whether a line is nothing but names of people whom the gazetteer does not know."""
    people = bare_name(piece.text)
    if (
        not people
        or CLOSES_A_SENTENCE.search(piece.text)
        or not all(_begins_with_given_name(name, senses) for name, _ in people)
    ):
        return False
    return not senses.is_known(" ".join(name for name, _ in people))


def _begins_with_given_name(name: str, senses: Senses) -> bool:
    """Return whether a name begins with a given name or an initial; all capitals count as a name's shape too."""
    first = name.split()[0]
    return (
        senses.is_given_name(first)
        or senses.is_given_name(first.capitalize())
        or bool(re.fullmatch(r"[^\W\d_]\.", first))
    )


def label_name_lines(pieces: list[Piece], senses: Senses) -> None:
    """Label a line of nothing but a personal name among the first or last lines as the byline."""
    printed = [piece for piece in pieces if piece.label is not Label.BLANK]
    for piece in [*printed[:EDGE], *printed[-EDGE:]]:
        if not piece.is_open:
            continue
        again = bare_name(piece.text) and sum(other.text == piece.text for other in printed) > 1
        if is_author(piece, senses) or (again and not senses.is_known(piece.text)):
            piece.mark(Label.BYLINE, "name-line", 0.85)

"""The article's own parts: headline, standfirst, byline, dates, captions, cross-heads, sign-off."""

from __future__ import annotations

import re
from typing import Protocol

from ..parsing.agency import is_sign_off, sign_off_at_end
from ..parsing.byline import bare_name, names_in_line
from ..parsing.credits import credit_in
from ..parsing.publication_date import is_date_line
from ..parsing.translator import names_in_line as translators_in_line
from ..results import Label
from .pieces import Piece, cut

#: A cross-head is short and closes without a full stop.
CROSSHEAD_WORDS = 12
#: In an interview, short questions are the interviewer's, not cross-heads.
INTERVIEW_QUESTIONS = 3
_GLUED_START = re.compile(
    r"(?<=[a-zäöüßа-яё0-9”“\"»)][.!?])(?=[A-ZÄÖÜА-ЯЁ„])|(?<=[.!?][“”\"»])(?=[A-ZÄÖÜА-ЯЁ])"
)
_GLUED_END = re.compile(
    r"(?<=[a-zäöüßа-яё])(?=[A-ZÄÖÜА-ЯЁ][a-zäöüßа-яё]*[ ,])|(?<=[?!])(?=[A-ZÄÖÜА-ЯЁ„])"
)
_OPENING = re.compile(r"[„“\"«»]?[^\W_a-zà-öø-ÿа-яё]|\d|[„«\"]")
_FULL_NAME = re.compile(r"\b([A-ZÄÖÜА-ЯЁ][\w’'-]+)[  ](?=([A-ZÄÖÜА-ЯЁ][\w’'-]{2,}))")


class NameSense(Protocol):
    """What labelling asks about names; the reader answers from its gazetteer."""

    def is_known(self, text: str) -> bool:
        """Return whether the words hold a name of the gazetteer."""

    def is_given_name(self, word: str) -> bool:
        """Return whether a word is a given name."""

    def is_surname(self, word: str) -> bool:
        """Return whether a word is the surname of a known person."""


def label_marked_lines(content: str, pieces: list[Piece]) -> list[Piece]:
    """Label the lines that say themselves what they are: dates, bylines, translators, credits."""
    labelled: list[Piece] = []
    for piece in pieces:
        if not piece.is_open or piece.words > 60:
            labelled.append(piece)
        elif translators_in_line(piece.text):
            piece.mark(Label.TRANSLATOR, "translator-prefix", 0.97)
            labelled.append(piece)
        elif names_in_line(piece.text) and not piece.text.endswith("."):
            piece.mark(Label.BYLINE, "byline-prefix", 0.95)
            labelled.append(piece)
        elif is_date_line(piece.text):
            piece.mark(Label.DATE_LINE, "date-line", 0.95)
            labelled.append(piece)
        else:
            labelled.extend(_caption_and_credit(content, piece))
    return labelled


def _caption_and_credit(content: str, piece: Piece) -> list[Piece]:
    place = credit_in(piece.text)
    if place is None:
        return [piece]
    inner = piece.start + content[piece.start : piece.end].index(piece.text)
    *captions, credit = cut(content, piece, inner + place)
    credit.mark(Label.CREDIT, "credit", 0.9)
    for caption in captions:
        caption.mark(Label.CAPTION, "before-credit", 0.9)
    return [*captions, credit]


def label_sign_off(content: str, pieces: list[Piece]) -> list[Piece]:
    """Label the sign-off: a line of its own behind the body, or the brackets that close the last paragraph."""
    own = [piece for piece in pieces if piece.label is None or not piece.label.is_furniture]
    tail = [piece for piece in own if piece.label is not Label.BLANK][-6:]
    for piece in reversed(tail):
        if piece.is_open and is_sign_off(piece.text):
            piece.mark(Label.SIGN_OFF, "sign-off-line", 0.95)
            return pieces
    last = next((piece for piece in reversed(tail) if piece.is_open and piece.is_prose), None)
    if last is None or (where := sign_off_at_end(last.text)) is None:
        return pieces
    inner = last.start + content[last.start : last.end].index(last.text)
    body, sign = cut(content, last, inner + where[0])
    sign.mark(Label.SIGN_OFF, "sign-off-at-end", 0.95)
    index = pieces.index(last)
    return [*pieces[:index], body, sign, *pieces[index + 1 :]]


def label_head(pieces: list[Piece], names: NameSense) -> None:
    """Label what stands before the running text: kicker, headline, standfirst, byline, and the page's path."""
    first_prose = next(
        (index for index, piece in enumerate(pieces) if piece.is_open and piece.is_prose),
        len(pieces),
    )
    head = [piece for piece in pieces[:first_prose] if piece.is_open]
    headline = _headline(head, pieces)
    if headline is None:
        return
    headline.mark(Label.HEADLINE, "first-line", 0.9 if headline.words >= 4 else 0.7)
    for piece in head[: head.index(headline)]:
        piece.mark(Label.KICKER if piece.words <= 6 else Label.NAVIGATION, "before-headline", 0.6)
    for piece in head[head.index(headline) + 1 :]:
        _label_after_headline(piece, headline, names)
    for piece in pieces:
        if piece.is_open and piece.text.casefold() == headline.text.casefold():
            piece.mark(Label.REPEATED, "headline-again", 0.95)


def _headline(head: list[Piece], pieces: list[Piece]) -> Piece | None:
    """Return the headline: the line that the page prints twice, else the first that is longer than a kicker."""
    everywhere = [piece.text.casefold() for piece in pieces]
    for piece in head:
        again = sum(piece.text.casefold() in text for text in everywhere if len(text) < 300)
        if piece.words >= 3 and again > 1:
            return piece
    rest = [piece for piece in head if any(character.isalpha() for character in piece.text)]
    while len(rest) > 1 and rest[0].words <= 4 < rest[1].words and not rest[1].ends_a_sentence:
        rest = rest[1:]
    return rest[0] if rest and rest[0].words >= 2 else None


def _label_after_headline(piece: Piece, headline: Piece, names: NameSense) -> None:
    if piece.text.casefold() == headline.text.casefold():
        piece.mark(Label.REPEATED, "headline-again", 0.95)
    elif _is_author(piece, names):
        piece.mark(Label.BYLINE, "name-line", 0.85)
    elif piece.words >= 6:
        piece.mark(Label.STANDFIRST, "under-headline", 0.8)


def _is_author(piece: Piece, names: NameSense) -> bool:
    """Return whether a line is nothing but the name of somebody whom the gazetteer does not know."""
    people = bare_name(piece.text)
    return bool(people) and not names.is_known(" ".join(name for name, _ in people))


def label_name_lines(pieces: list[Piece], names: NameSense) -> None:
    """Label a line of nothing but a personal name among the first lines as the byline."""
    for piece in [piece for piece in pieces if piece.label is not Label.BLANK][:9]:
        if (
            piece.is_open
            and _is_author(piece, names)
            and names.is_given_name(piece.text.split()[0])
        ):
            piece.mark(Label.BYLINE, "name-line", 0.85)


def label_standfirst(pieces: list[Piece], names: NameSense) -> None:
    """Label the standfirst: repeated in the body, parted from it, or told again by the paragraph behind it."""
    if any(piece.label is Label.STANDFIRST for piece in pieces):
        return
    prose = [piece for piece in pieces if piece.is_open and piece.is_prose]
    if len(prose) < 2 or prose[0].words > 75:
        return
    first, second = prose[0], prose[1]
    repeated = [piece for piece in prose[1:] if piece.text == first.text]
    between = pieces[pieces.index(first) + 1 : pieces.index(second)]
    if repeated:
        first.mark(Label.STANDFIRST, "printed-twice", 0.97)
        for piece in repeated:
            piece.mark(Label.REPEATED, "standfirst-again", 0.97)
    elif any(
        piece.label in {Label.BYLINE, Label.CREDIT, Label.CAPTION, Label.DATE_LINE}
        for piece in between
    ):
        first.mark(Label.STANDFIRST, "parted-from-body", 0.9)
    elif not _carries_on(first.text, second.text, names):
        first.mark(Label.STANDFIRST, "told-again", 0.7)


def _carries_on(first: str, second: str, names: NameSense) -> bool:
    """Return whether `second` carries `first` on, naming by surname alone whom `first` named in full.

    A standfirst is told again by the paragraph behind it, which introduces everybody anew.
    """
    in_full = _people(first, names)
    introduced = _people(second, names)
    return any(
        re.search(rf"\b{re.escape(surname)}s?\b", second) and surname not in introduced
        for surname in in_full
    )


def _people(text: str, names: NameSense) -> set[str]:
    """Return the surnames of the people whom a text names in full."""
    return {
        match[2].removesuffix("s")
        for match in _FULL_NAME.finditer(text)
        if names.is_given_name(match[1]) or names.is_surname(match[2])
    }


def split_glued_crossheads(content: str, pieces: list[Piece]) -> list[Piece]:
    """Cut cross-heads out that are glued to their sentences: "… verantwortlich.Waffenruhe gebrochen?Die erneuten …"."""
    split: list[Piece] = []
    for piece in pieces:
        parts = _glued(content, piece) if piece.is_open and piece.is_prose else None
        split.extend(parts or [piece])
    return split


def _glued(content: str, piece: Piece) -> list[Piece] | None:
    inner = piece.start + content[piece.start : piece.end].index(piece.text)
    heads: list[tuple[int, int]] = []
    starts = [0, *(match.start() for match in _GLUED_START.finditer(piece.text))]
    for start in starts:
        end = _GLUED_END.search(piece.text, start + 3, start + 95)
        if end is None:
            continue
        words = piece.text[start : end.start()].split()
        if 2 <= len(words) <= CROSSHEAD_WORDS and not re.search(
            r"[.;:](?:\s|$)", piece.text[start : end.start()]
        ):
            heads.append((start, end.start()))
    if not heads:
        return None
    parts = cut(content, piece, *(inner + place for head in heads for place in head))
    for start, _ in heads:
        part = next(part for part in parts if part.start <= inner + start < part.end)
        part.mark(Label.CROSSHEAD, "glued", 0.8)
    return parts


def label_captions(pieces: list[Piece]) -> None:
    """Label the line right above a caption (the picture's own description) as a caption too."""
    for above, below in zip(pieces, pieces[1:], strict=False):
        if (
            above.is_open
            and below.label is Label.CAPTION
            and not above.is_prose
            and not above.ends_a_sentence
        ):
            above.mark(Label.CAPTION, "above-caption", 0.8)


def label_crossheads(pieces: list[Piece]) -> None:
    """Label short unpunctuated lines between paragraphs as cross-heads, but not the questions of an interview."""
    own = [
        piece
        for piece in pieces
        if piece.label is None or piece.label in {Label.STANDFIRST, Label.REPEATED, Label.CROSSHEAD}
    ]
    questions = [
        piece for piece in own if piece.is_open and piece.text.endswith("?") and not piece.is_prose
    ]
    for index, piece in enumerate(own):
        if not piece.is_open or piece.is_prose or not 0 < index < len(own) - 1:
            continue
        if (
            piece.words > CROSSHEAD_WORDS
            or piece.text[-1] in ".,;:…"
            or not _OPENING.match(piece.text)
        ):
            continue
        if piece.text.endswith("?") and len(questions) >= INTERVIEW_QUESTIONS:
            continue
        before, after = own[index - 1], own[index + 1]
        if (before.is_prose or before.ends_a_sentence) and (after.is_prose or after.words >= 8):
            piece.mark(Label.CROSSHEAD, "short-line-between-paragraphs", 0.85)


def label_tail(pieces: list[Piece], names: NameSense) -> None:
    """Label what stands behind the last paragraph: a name is the byline, other short lines are the page's."""
    last = max(
        (index for index, piece in enumerate(pieces) if piece.is_open and piece.is_prose),
        default=None,
    )
    if last is None:
        return
    for piece in pieces[last + 1 :]:
        if not piece.is_open or piece.ends_a_sentence:
            continue
        if _is_author(piece, names):
            piece.mark(Label.BYLINE, "name-line", 0.85)
        elif piece.words <= CROSSHEAD_WORDS:
            piece.mark(Label.NAVIGATION, "short-line-behind-body", 0.5)

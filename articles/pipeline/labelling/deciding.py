"""What the lines are that no rule knows for certain: decided together, by their signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..results import Label
from .chain import Chain, Decision
from .crossheads import CROSSHEAD_WORDS
from .layout import LineSigns, headings_above, signs_of_page
from .pieces import Piece
from .senses import Senses

#: The one name under which the chain knows all kinds of furniture.
FURNITURE = "furniture"
#: Rules that are certain: people taught them, or the line says itself what it is.
_CERTAIN = (
    "taught",
    "inlined",
    "translator-prefix",
    "credit",
    "before-credit",
    "behind-credit",
    "picture-prefix",
    "agency",
)
#: A byline holds one of these signs, a date line one of those.
_SIGNED = frozenset({"unknown-name", "given-name", "by", "trade", "mark=byline"})
_NO_AUTHOR = frozenset({"known-name", "plain-words"})
_DATED = frozenset({"date", "day", "time", "mark=date-line"})
#: Running text inside the article is furniture only where it speaks to the reader, or of the page.
_FOR_READERS = frozenset({"addresses-reader", "address", "rights", "of-page"})
#: So sure the signs must be that a line is body, where a rule says that it is not.
OVERRULING = 0.9
#: So sure the signs must be that a line of no rule is the page's: what is hidden wrongly costs a reader more than what stays.
SURE_TO_HIDE, SURE_TO_HIDE_PROSE = 0.55, 0.9
#: Where short sentences belong to the article: between its paragraphs, right behind the last, and where it has none.
_INSIDE = frozenset({"zone=middle", "no-prose", "behind=1"})
#: No headline, sign-off, kicker has more words.
LONGEST_HEADLINE, LONGEST_SIGN_OFF, KICKER_WORDS = 34, 9, 6
#: A picture's own description, which some pages print above its caption, is no longer.
DESCRIPTION_WORDS = 5
#: A line of more words that holds two sentences is no headline, and the first that may be one no longer either:
#: «Wasser reicht für alle». Wie die Dörfer am Talas einen Fluss teilen.
LONGEST_SENTENCE, LONGEST_FIRST = 10, 18
#: A page has a headline where it is so likely that one of its lines is: most pages have one.
LIKELY = 0.25
#: Lines that say themselves what they are, and that it is neither headline nor cross-head.
_MARKED = frozenset({Label.CREDIT, Label.BYLINE, Label.DATE_LINE, Label.TRANSLATOR})
#: Signs of the page rather than of a kicker.
_NO_KICKER = frozenset(
    {"menu", "parted", "stroke", "outlet", "address", "again", "date", "time", "minutes"}
)
_NO_CROSSHEAD = frozenset(
    {"zone=tail", "begin=lower", "end=.", "end=,", "end=:", "end=…", "one-of-questions"}
)
#: The kinds of furniture that a heading gives to the lines under it.
_GIVEN = frozenset(
    {Label.RELATED, Label.NEWSLETTER, Label.COMMENTS, Label.PROMO, Label.SHARE, Label.AUTHOR_BOX}
)
#: What a last paragraph that tells of the page is called.
_OF_PAGE = {
    "of-page=author": Label.AUTHOR_BOX,
    "of-page=outlet": Label.SITE,
    "of-page=note": Label.SITE,
}
_CHOICES = {
    label.value: label
    for label in Label
    if label not in {Label.BLANK, Label.HEADER, Label.REPEATED} and not label.is_furniture
}


def decide_lines(pieces: Sequence[Piece], senses: Senses, chain: Chain, *, dated: bool) -> None:
    """Label the lines of a page by what their signs say together; `dated` where a header stands before them.

    Labels that rules gave are signs too, and are overruled where the others speak against them; what markup hints or
    people taught stays.
    """
    lines, signs = signs_of_page(pieces, senses, dated=dated)
    fixed = certain_roles(lines)
    decided = with_one_headline(chain.decide(signs, fixed, barred_roles(lines, signs)))
    decided = _with_one_standfirst(decided, signs)
    headings = headings_above(lines)
    for index, decision in enumerate(decided):
        piece, role = lines[index], decision.label
        sure = SURE_TO_HIDE_PROSE if piece.is_prose else SURE_TO_HIDE
        if role == FURNITURE and piece.is_open and decision.confidence < sure:
            decision = replace(decision, label=_next_best(decision, FURNITURE))
            role = decision.label
        below = decided[index + 1].label if index + 1 < len(decided) else ""
        if piece.label and _role(piece.label) == role:
            piece.confidence = decision.confidence
        elif role == Label.BODY and piece.label and decision.confidence < OVERRULING:
            continue
        elif role == Label.BODY:
            piece.label, piece.rule, piece.confidence = None, "", decision.confidence
        elif role != FURNITURE:
            piece.mark(_CHOICES[role], "signs", decision.confidence)
        elif below == Label.HEADLINE and _may_be_kicker(piece, signs[index]):
            piece.mark(Label.KICKER, "above-headline", 0.6)
        elif kind := next((sign for sign in signs[index].own if sign in _OF_PAGE), ""):
            piece.mark(_OF_PAGE[kind], "tells-of-page", decision.confidence)
        elif headings[index] in _GIVEN:
            piece.mark(headings[index] or Label.RELATED, "under-its-heading", decision.confidence)
        else:
            piece.mark(Label.NAVIGATION, "signs", decision.confidence)


def with_one_headline(decided: list[Decision]) -> list[Decision]:
    """Return the decisions with the likeliest headline as the only one, where there may well be one."""
    if not decided:
        return []
    chances = [decision.likely[Label.HEADLINE] for decision in decided]
    best = chances.index(max(chances)) if sum(chances) >= LIKELY else None
    return [
        replace(decision, label=Label.HEADLINE.value)
        if index == best
        else replace(decision, label=_next_best(decision, Label.HEADLINE))
        if decision.label == Label.HEADLINE
        else decision
        for index, decision in enumerate(decided)
    ]


def _with_one_standfirst(decided: list[Decision], signs: Sequence[LineSigns]) -> list[Decision]:
    """Return the decisions with the first paragraph as body where a line of the head is the standfirst already."""
    heads = any(
        decision.label == Label.STANDFIRST and of_line.zone == "head"
        for decision, of_line in zip(decided, signs, strict=False)
    )
    return [
        replace(decision, label=Label.BODY.value)
        if heads and decision.label == Label.STANDFIRST and "first-paragraph" in of_line.place
        else decision
        for decision, of_line in zip(decided, signs, strict=False)
    ]


def _next_best(decision: Decision, label: str) -> str:
    """Return the likeliest label but for `label` and the headline, of which a page has one."""
    others = {
        other: chance
        for other, chance in decision.likely.items()
        if other not in {label, Label.HEADLINE}
    }
    return max(others, key=others.__getitem__)


def certain_roles(lines: Sequence[Piece]) -> list[str | None]:
    """Return what each line is for certain, None where its signs decide."""
    return [
        _role(piece.label) if piece.label and _is_certain(piece, heading) else None
        for piece, heading in zip(lines, headings_above(lines), strict=True)
    ]


def _is_certain(piece: Piece, heading: Label | None) -> bool:
    """Return whether a label stays: "Von Anna Berg" is a byline, but for the author of another text under "Lesen Sie auch"."""
    if piece.rule == "byline-prefix":
        return heading not in {Label.RELATED, Label.PROMO}
    return piece.hinted or piece.rule.startswith(_CERTAIN)


def _may_be_kicker(piece: Piece, signs: LineSigns) -> bool:
    """Return whether a line right above the headline may be its kicker rather than the page's."""
    return piece.is_open and piece.words <= KICKER_WORDS and _NO_KICKER.isdisjoint(signs.own)


def _role(label: Label) -> str:
    """Return the chain's name for a label."""
    return FURNITURE if label.is_furniture or label is Label.REPEATED else label.value


def barred_roles(lines: Sequence[Piece], signs: Sequence[LineSigns]) -> list[frozenset[str]]:
    """Return for each line what it cannot be, whatever else speaks for it."""
    return [
        frozenset(_barred(piece, of_line.here)) for piece, of_line in zip(lines, signs, strict=True)
    ]


def _barred(piece: Piece, signs: frozenset[str]) -> Iterator[str]:
    if piece.is_open and "no-prose" in signs and piece.text[-1] == ".":
        yield Label.CAPTION
    if piece.label is not Label.TRANSLATOR:
        yield Label.TRANSLATOR
    if not signs & _SIGNED or (signs & _NO_AUTHOR and not signs & {"by", "trade"}):
        yield Label.BYLINE
    if not signs & _DATED:
        yield Label.DATE_LINE
    if piece.words > LONGEST_SIGN_OFF:
        yield Label.SIGN_OFF
    longest = LONGEST_HEADLINE
    if "two-sentences" in signs:
        longest = LONGEST_FIRST if "first-title" in signs else LONGEST_SENTENCE
    too_long = piece.words > longest
    too_long |= piece.text[-1] == "." and piece.words > KICKER_WORDS - 2 and "again" not in signs
    if piece.words < 2 or too_long or "zone=head" not in signs or piece.label in _MARKED:
        yield Label.HEADLINE
    too_long = piece.words > CROSSHEAD_WORDS or piece.text[-1] == ";"
    if too_long or signs & _NO_CROSSHEAD or piece.label in _MARKED:
        yield Label.CROSSHEAD
    if "zone=head" not in signs or piece.words > KICKER_WORDS:
        yield Label.KICKER
    told = piece.is_prose or (signs & _INSIDE and piece.text[-1] == ".")
    outside = "zone=tail" in signs and "behind=1" not in signs
    if piece.is_open and told and not outside and not signs & _FOR_READERS:
        yield FURNITURE
    first = "zone=head" in signs or "first-paragraph" in signs
    carried_on = "carried-on" in signs and "parted-from-body" not in signs
    if not first or carried_on or "dateline" in signs:
        yield Label.STANDFIRST


def label_above_captions(pieces: Sequence[Piece]) -> None:
    """Label a picture's own description that touches the caption under it."""
    for above, below in zip(pieces, pieces[1:], strict=False):
        short = above.text and above.words <= DESCRIPTION_WORDS and not above.ends_a_sentence
        if short and below.label is Label.CAPTION and (above.is_open or above.rule == "signs"):
            above.mark(Label.CAPTION, "above-caption", 0.8)


def label_repetitions(pieces: Sequence[Piece]) -> None:
    """Label what repeats the headline or the standfirst; of two headlines the first counts."""
    _first_is_headline(pieces)
    said: dict[str, Label] = {}
    for piece in _in_order(pieces):
        words = piece.squeezed
        if piece.label is Label.HEADLINE and Label.HEADLINE in said.values():
            piece.mark(
                *(Label.REPEATED, "headline-again")
                if words in said
                else (Label.KICKER, "second-headline")
            )
        elif words in said:
            piece.mark(Label.REPEATED, f"{said[words]}-again", 0.97)
        elif piece.label in {Label.HEADLINE, Label.STANDFIRST}:
            said[words] = piece.label


def _first_is_headline(pieces: Sequence[Piece]) -> None:
    """Where a page prints its headline twice, the first place counts."""
    headline = next((piece for piece in pieces if piece.label is Label.HEADLINE), None)
    if headline is None:
        return
    first = next(piece for piece in pieces if piece.squeezed == headline.squeezed)
    if first is not headline:
        first.mark(Label.HEADLINE, headline.rule, headline.confidence)


def _in_order(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the headline first, wherever it stands, then all lines in their order."""
    headline = next((piece for piece in pieces if piece.label is Label.HEADLINE), None)
    if headline:
        yield headline
    for piece in pieces:
        if piece.text and piece is not headline and piece.label is not Label.HEADER:
            yield piece

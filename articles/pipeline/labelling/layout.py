"""Signs of the lines of a page together: their own, their neighbours', their place, the headings over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..results import Label
from .boxes import of_the_page
from .pieces import Piece
from .senses import Senses
from .signs import bucket, page_of, signs_of_line
from .standfirst import carries_on

#: In an interview, short questions are the interviewer's, not cross-heads.
INTERVIEW_QUESTIONS = 3
#: A heading speaks for so many lines under it.
REACH = 6
#: Signs of a line that also speak for its neighbours, by their beginnings.
_CARRIED = (
    "words=",
    "mark=",
    "prose",
    "sentence",
    "date",
    "agency",
    "slash",
    "name",
    "dateline",
    "again",
    "end=",
    "menu",
    "outlet",
    "told=",
    "by",
    "time",
    "minutes",
    "begin=",
    "none",
)
#: Signs that mean another thing at the top of a page than in the middle or at the end.
_PLACED = (
    "words=",
    "sentence",
    "prose",
    "told=",
    "end=",
    "titled",
    "mixed",
    "quotes",
    "name",
    "known",
)
_HEADINGS = frozenset(
    {
        Label.RELATED,
        Label.NEWSLETTER,
        Label.COMMENTS,
        Label.SHARE,
        Label.PROMO,
        Label.AUTHOR_BOX,
        Label.SITE,
        Label.APPEAL,
        Label.NAVIGATION,
    }
)


#: Lines with such a sign are no titles.
NO_TITLE = frozenset(
    {"menu", "parted", "stroke", "date", "time", "minutes", "address", "rights", "outlet"}
)

#: What stands above the first line of a page and below its last one.
_NOTHING = ("none",)


@dataclass(frozen=True, slots=True)
class LineSigns:
    """The signs of a line: its `own`, those of its `place`, the own ones of the lines `above` and `below`, its `zone`.

    They are kept apart because the chain looks them up apart; `names` tells them all.
    """

    own: Sequence[str]
    place: Sequence[str]
    above: Sequence[str]
    below: Sequence[str]
    zone: str

    @property
    def here(self) -> frozenset[str]:
        """The signs of the line itself and of its place."""
        return frozenset((*self.own, *self.place))

    def names(self) -> Iterator[str]:
        """Yield the names of all signs, under which their weights are learnt."""
        yield from self.own
        yield from self.place
        for side, signs in (("above", self.above), ("below", self.below)):
            yield from (f"{side}:{sign}" for sign in signs if sign.startswith(_CARRIED))
        yield from (f"{self.zone}&{sign}" for sign in self.own if sign.startswith(_PLACED))


def signs_of_page(
    pieces: Sequence[Piece], senses: Senses, *, dated: bool
) -> tuple[list[Piece], list[LineSigns]]:
    """Return the printed lines of a page, and the signs of each; `dated` where a header stands before them."""
    lines = [piece for piece in pieces if piece.text and piece.label is not Label.HEADER]
    prose = [index for index, piece in enumerate(lines) if piece.is_open and piece.is_prose]
    page = page_of(lines, [lines[index] for index in prose])
    own = [signs_of_line(piece, page, senses) for piece in lines]
    _add_signs_of_kin(lines, prose, own, senses)
    of_page = of_the_page(lines, prose, page.in_short)
    for index, kind in of_page.items():
        own[index] += ["of-page", f"of-page={kind}"]
    prose = [index for index in prose if index not in of_page]
    blanks, headings = _blanks_around(pieces), headings_above(lines)
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    heads = f"heads={bucket(sum(piece.is_open for piece in lines[:first]), (1, 2, 3, 5, 8))}"
    titles = _titles(lines, own, first)
    signs = []
    for index, piece in enumerate(lines):
        place = _place(index, first, last, len(lines), dated)
        if index < first:
            place.append(heads)
        place += titles.get(index, ())
        place += blanks.get(id(piece), ())
        if headings[index]:
            place.append(f"under={headings[index]}")
        signs.append(
            LineSigns(
                own[index],
                place,
                own[index - 1] if index else _NOTHING,
                own[index + 1] if index + 1 < len(lines) else _NOTHING,
                "head" if index < first else "tail" if index > last else "middle",
            )
        )
    return lines, signs


def _place(index: int, first: int, last: int, count: int, dated: bool) -> list[str]:
    """Return the signs of where a line stands: `first` and `last` are the outer paragraphs of running text."""
    signs = []
    if index < first:
        signs = [
            "zone=head",
            f"from-top={bucket(index, (0, 1, 2, 4, 8))}",
            f"to-body={bucket(first - index, (1, 2, 3, 5, 8))}",
        ]
    elif index > last:
        signs = [
            "zone=tail",
            f"behind={bucket(index - last, (1, 2, 3, 5, 8))}",
            f"from-end={bucket(count - 1 - index, (0, 1, 3))}",
        ]
    else:
        signs = ["zone=middle"]
    if index == first:
        signs.append("first-paragraph")
    if first == count:
        signs.append("no-prose")
    if index == 0:
        signs += ["top", "behind-header" if dated else "no-header"]
    return signs


def _titles(
    lines: Sequence[Piece], own: Sequence[Sequence[str]], first: int
) -> dict[int, list[str]]:
    """Return the signs of the lines above the body that may be titles: which of how many, and how long beside the others.

    Kicker, headline and second headline are told from one another by that.
    """
    titles = [
        index
        for index in range(first)
        if lines[index].is_open
        and lines[index].words > 1
        and lines[index].text[-1] not in ".:,"
        and NO_TITLE.isdisjoint(own[index])
    ]
    longest = max((lines[index].words for index in titles), default=0)
    signs = {}
    for number, index in enumerate(titles, 1):
        signs[index] = [
            f"title={bucket(number, (1, 2, 3))}/{bucket(len(titles), (1, 2, 3))}",
            "longest-title" if lines[index].words == longest else "shorter-title",
        ]
        if number == 1:
            signs[index].append("first-title")
        else:
            ratio = lines[index].words / lines[titles[number - 2]].words
            signs[index].append(
                "longer-than-last"
                if ratio > 1.3
                else "shorter-than-last"
                if ratio < 0.77
                else "as-long-as-last"
            )
        if number < len(titles):
            ratio = lines[index].words / lines[titles[number]].words
            signs[index].append(
                "longer-than-next"
                if ratio > 1.3
                else "shorter-than-next"
                if ratio < 0.77
                else "as-long-as-next"
            )
    return signs


def _blanks_around(pieces: Sequence[Piece]) -> dict[int, tuple[str, str]]:
    """Return for each piece whether blank lines stand around it, on pages that have any."""
    blank = [not piece.text for piece in pieces]
    if not any(blank):
        return {}
    return {
        id(piece): (
            "blank-above" if index and blank[index - 1] else "touching-above",
            "blank-below" if index + 1 < len(pieces) and blank[index + 1] else "touching-below",
        )
        for index, piece in enumerate(pieces)
    }


def _add_signs_of_kin(
    lines: Sequence[Piece], prose: Sequence[int], signs: Sequence[list[str]], senses: Senses
) -> None:
    """Add what lines show together: the questions of an interview, a first paragraph that the second carries on."""
    questions = [
        index
        for index, piece in enumerate(lines)
        if piece.is_open and piece.text.endswith("?") and not piece.is_prose
    ]
    if len(questions) >= INTERVIEW_QUESTIONS:
        for index in questions:
            signs[index].append("one-of-questions")
    if len(prose) > 1:
        first, second = (lines[index].text for index in prose[:2])
        carried_on = carries_on(first, second, senses)
        signs[prose[0]].append("carried-on" if carried_on else "told-again")
        between = {lines[index].label for index in range(prose[0] + 1, prose[1])}
        if between & {Label.BYLINE, Label.CREDIT, Label.CAPTION, Label.DATE_LINE}:
            signs[prose[0]].append("parted-from-body")


def headings_above(lines: Sequence[Piece]) -> list[Label | None]:
    """Return for each line the label of the furniture that stands not far above it, running text not between."""
    headings: list[Label | None] = []
    heading, reach = None, 0
    for piece in lines:
        headings.append(heading if reach else None)
        if piece.is_open and piece.is_prose:
            heading, reach = None, 0
        elif piece.label in _HEADINGS:
            heading, reach = piece.label, REACH
        else:
            reach = max(0, reach - 1)
    return headings

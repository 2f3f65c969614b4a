"""Signs of the lines of a page together: their own, their neighbours', their place, the headings over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..results import Label
from .pieces import Piece
from .senses import Senses
from .signs import Page, bucket, signs_of_line, squeezed, stems_of
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


def signs_of_page(
    pieces: Sequence[Piece], senses: Senses, *, dated: bool
) -> tuple[list[Piece], list[list[str]]]:
    """Return the printed lines of a page, and the signs of each; `dated` where a header stands before them."""
    lines = [piece for piece in pieces if piece.text and piece.label is not Label.HEADER]
    prose = [index for index, piece in enumerate(lines) if piece.is_open and piece.is_prose]
    page = Page(
        frozenset(stem for index in prose for stem in stems_of(lines[index].text)),
        Counter(map(squeezed, (piece.text for piece in lines))),
        tuple(squeezed(piece.text) for piece in lines if not piece.is_prose),
    )
    own = [signs_of_line(piece, page, senses) for piece in lines]
    _add_signs_of_kin(lines, prose, own, senses)
    carried = [[sign for sign in signs if sign.startswith(_CARRIED)] for signs in own]
    blanks, headings = _blanks_around(pieces), headings_above(lines)
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    heads = bucket(sum(piece.is_open for piece in lines[:first]), (1, 2, 3, 5, 8))
    placed = []
    for index, piece in enumerate(lines):
        zone = "head" if index < first else "tail" if index > last else "middle"
        placed.append(
            [
                *own[index],
                *_place(index, first, last, len(lines), dated),
                *([f"heads={heads}"] if index < first else ()),
                *blanks.get(id(piece), ()),
                *(f"above:{sign}" for sign in (carried[index - 1] if index else ("none",))),
                *(
                    f"below:{sign}"
                    for sign in (carried[index + 1] if index + 1 < len(lines) else ("none",))
                ),
                *([f"under={headings[index]}"] if headings[index] else ()),
                *(f"{zone}&{sign}" for sign in own[index] if sign.startswith(_PLACED)),
            ]
        )
    return lines, placed


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

"""The untouched original as the desk shows it: every line with its label, every place that a value was read from.

Pure: a reading's plain data in, lines of pieces out. Templates only print them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..actions.labels import Marked, marked
from ..pipeline.results import FURNITURE, Label

#: What an editor calls each label, and the colour it shares with its neighbours (a class of desk.css).
LABELS: dict[Label, tuple[str | Promise, str]] = {
    Label.BLANK: ("", "blank"),
    Label.HEADER: (_("header"), "origin"),
    Label.KICKER: (_("kicker"), "title"),
    Label.HEADLINE: (_("headline"), "title"),
    Label.STANDFIRST: (_("standfirst"), "standfirst"),
    Label.BYLINE: (_("byline"), "people"),
    Label.TRANSLATOR: (_("translator"), "people"),
    Label.DATE_LINE: (_("date"), "origin"),
    Label.CROSSHEAD: (_("cross-head"), "crosshead"),
    Label.BODY: (_("body"), "body"),
    Label.REPEATED: (_("repeated"), "furniture"),
    Label.CAPTION: (_("caption"), "picture"),
    Label.CREDIT: (_("picture credit"), "picture"),
    Label.SIGN_OFF: (_("sign-off"), "people"),
    Label.NAVIGATION: (_("navigation"), "furniture"),
    Label.RELATED: (_("related texts"), "furniture"),
    Label.PROMO: (_("promotion"), "furniture"),
    Label.APPEAL: (_("appeal for support"), "furniture"),
    Label.NEWSLETTER: (_("newsletter"), "furniture"),
    Label.PAYWALL: (_("paywall"), "furniture"),
    Label.COOKIE: (_("cookie notice"), "furniture"),
    Label.SHARE: (_("share links"), "furniture"),
    Label.COMMENTS: (_("comments"), "furniture"),
    Label.AUTHOR_BOX: (_("about the author"), "furniture"),
    Label.SITE: (_("about the site"), "furniture"),
}

#: The legend: each colour with its words, in the order of a page.
LEGEND = (
    ("title", _("headline")),
    ("standfirst", _("standfirst")),
    ("crosshead", _("cross-head")),
    ("people", _("byline, translator, sign-off")),
    ("origin", _("header, date")),
    ("picture", _("caption, picture credit")),
    ("furniture", _("page furniture: feeds nothing")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the original that something was read from: `key` joins it with its field or name."""

    start: int
    end: int
    key: str
    title: str = ""
    kind: str = "field"


@dataclass(slots=True)
class Piece:
    """Characters under the same marks. `anchors` are the addresses of the marks that begin here."""

    text: str
    marks: list[Mark]
    anchors: list[str] = field(default_factory=list)

    @property
    def keys(self) -> str:
        """The keys of all marks on the piece, for the script that joins fields and words."""
        return " ".join(dict.fromkeys(mark.key for mark in self.marks))

    @property
    def name(self) -> Mark | None:
        """The name that the piece is part of, if it is one."""
        return next((mark for mark in self.marks if mark.kind != "field"), None)

    @property
    def title(self) -> str:
        """What was read here, in words."""
        return " · ".join(dict.fromkeys(str(mark.title) for mark in self.marks if mark.title))


@dataclass(slots=True)
class ShownLine:
    """One labelled line, cut into pieces: its number in the original and where it begins and ends there."""

    label: str | Promise
    colour: str
    rule: str
    number: int
    start: int
    end: int
    pieces: list[Piece]

    @property
    def is_marked(self) -> bool:
        """Whether an editor said what it is."""
        return self.rule == "editor"


def anchor(key: str) -> str:
    """Return the address, within the page, of the first place where `key` was read."""
    return f"read-{key}"


def shown_lines(
    reading: dict[str, Any], marks: Iterable[Mark], markings: Iterable[Marked] = ()
) -> list[ShownLine]:
    """Return the lines of a reading (with its text) as editors marked them, each cut where a mark begins or ends.

    A line of which only a part was marked is shown as several, all under its number.
    """
    text: str = reading["text"]
    starts = [line[0] for line in reading["lines"]]
    ordered = sorted((mark for mark in marks if mark.start < mark.end), key=lambda m: m.start)
    reached: set[str] = set()
    lines = []
    for start, end, code, rule, *_confidence in marked(reading, markings)["lines"]:
        label = Label(code)
        words, colour = LABELS[label]
        if rule == "editor" and label in FURNITURE:
            words = _("page furniture")
        here = [mark for mark in ordered if mark.start < end and start < mark.end]
        pieces = list(_pieces(text, start, end, here, reached))
        number = bisect_right(starts, start)
        lines.append(ShownLine(words, colour, rule, number, start, end, pieces))
    return lines


def _pieces(
    text: str, start: int, end: int, marks: list[Mark], reached: set[str]
) -> Iterator[Piece]:
    """Yield the stretches between the ends of `marks`; each key gives its address to its first piece only."""
    cuts = {start, end} | {
        place for mark in marks for place in (mark.start, mark.end) if start < place < end
    }
    edges = sorted(cuts)
    for left, right in zip(edges, edges[1:], strict=False):
        over = [mark for mark in marks if mark.start <= left and right <= mark.end]
        new = [mark.key for mark in over if mark.key not in reached]
        reached.update(new)
        yield Piece(text[left:right], over, [anchor(key) for key in dict.fromkeys(new)])


def quote(text: str, spans: Iterable[Iterable[int]], length: int = 90) -> str:
    """Return the words at `spans` on one line, cut to `length` with an ellipsis."""
    words = " … ".join(
        " ".join(text[start:end].split()) for start, end in dict.fromkeys(map(tuple, spans))
    )
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"

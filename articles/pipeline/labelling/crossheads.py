"""Cross-heads that are glued to their sentences."""

from __future__ import annotations

import re

from ..results import Label
from .furniture import crosshead_glued_by_blank, opens_like_a_sentence
from .pieces import Piece, cut

#: A cross-head is short and closes without a full stop.
CROSSHEAD_WORDS = 12
#: No cross-head has more characters.
LONGEST = 95
#: The stop in front of a sentence that no blank parts from the one before it, and the quotation mark behind the stop.
_GLUED_START = re.compile(
    r"[.!?](?:(?<=[a-zäöüßа-яё0-9”“\"»)][.!?])(?=[A-ZÄÖÜА-ЯЁ„])|[“”\"»](?=[A-ZÄÖÜА-ЯЁ]))"
)
_GLUED_END = re.compile(
    r"(?<=[a-zäöüßа-яё])(?=[A-ZÄÖÜА-ЯЁ][a-zäöüßа-яё]*[ ,])|(?<=[?!])(?=[A-ZÄÖÜА-ЯЁ„])"
)


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
    if opened := crosshead_glued_by_blank(piece.text):
        heads.append((0, opened))
    starts = [0, *(match.end() for match in _GLUED_START.finditer(piece.text))]
    for start in starts:
        found = _GLUED_END.search(piece.text, start + 3, start + LONGEST)
        end = found.start() if found else len(piece.text)
        if end - start > LONGEST or (found is None and (start == 0 or piece.ends_a_sentence)):
            continue
        if start == 0 and (
            opens_like_a_sentence(piece.text) or not opens_like_a_sentence(piece.text[end:])
        ):
            continue  # FlyArystan, AstraZeneca: a capital inside a name
        words = piece.text[start:end].split()
        if 2 <= len(words) <= CROSSHEAD_WORDS and not re.search(
            r"[.;:](?:\s|$)", piece.text[start:end]
        ):
            heads.append((start, end))
    if not heads:
        return None
    parts = cut(content, piece, *(inner + place for head in heads for place in head))
    for start, _ in heads:
        part = next(part for part in parts if part.start <= inner + start < part.end)
        part.mark(Label.CROSSHEAD, "glued", 0.8)
    return parts

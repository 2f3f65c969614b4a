"""The body of an article, made from the labelled lines of its reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from ..pipeline.results import Label

Block = dict[str, Any]
Reading = dict[str, Any]

_KINDS = {Label.BODY.value: "paragraph", Label.CROSSHEAD.value: "crosshead"}
#: Two texts with less than this in common say little: then all of the text is compared.
_SHORT = 200


def body_blocks(reading: Reading) -> list[Block]:
    """Return the body of a reading (with its text) as blocks, each with its span in the original."""
    text: str = reading["text"]
    blocks: list[Block] = []
    for kind, start, end in _stretches(reading):
        last = blocks[-1] if blocks else None
        if last and kind == last["kind"] == "paragraph" and _runs_on(text, last["span"], start):
            last["span"][1] = end
        else:
            blocks.append({"kind": kind, "span": [start, end]})
    for block in blocks:
        block["text"] = " ".join(text[slice(*block["span"])].split())
    return blocks


def text_digest(reading: Reading) -> str:
    """Return a hash of the body's words: the same for texts that differ in case, white space or furniture only."""
    words = " ".join(block["text"] for block in body_blocks(reading))
    if len(words) < _SHORT:
        words = " ".join(reading["text"].split())
    return hashlib.sha256(words.casefold().encode()).hexdigest()


def line_blocks(reading: Reading) -> list[Block]:
    """Return every line of the original as a paragraph with its span, whatever its label: to find words again."""
    text: str = reading["text"]
    rows = (_block(text, "paragraph", start, end) for start, end, *_rest in reading["lines"])
    return [block for block in rows if block["text"]]


def remade(blocks: list[Block], reading: Reading, start: int, end: int, kind: str) -> list[Block]:
    """Return `blocks` with the words from `start` to `end` taken out, and put in again as `kind` unless that is empty.

    A paragraph of which only a part is meant is parted. Blocks that an editor wrote have no span, and stay. The words come
    where they stood, else before the first block that follows them in the original.
    """
    text: str = reading["text"]
    made: list[Block] = []
    place: int | None = None
    for block in blocks:
        first, last = block.get("span", (0, 0))
        if last <= start or end <= first:
            made.append(block)
            continue
        for part in ((first, min(start, last)), (max(first, end), last)):
            if text[slice(*part)].strip():
                made.append(_block(text, block["kind"], *part))
            if place is None:
                place = len(made)
    if kind:
        behind = (n for n, block in enumerate(made) if block.get("span", (-1,))[0] >= end)
        place = next(behind, len(made)) if place is None else place
        rows = (line for line in reading["lines"] if line[0] < end and start < line[1])
        new = (_block(text, kind, max(line[0], start), min(line[1], end)) for line in rows)
        made[place:place] = [block for block in new if block["text"]]
    return made


def _block(text: str, kind: str, start: int, end: int) -> Block:
    """Return a block of the words from `start` to `end`, without the white space around them."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = first + len(words.strip())
    return {"kind": kind, "span": [first, last], "text": " ".join(words.split())}


def _stretches(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """Yield kind and span, without white space at its ends, of each line that belongs to the body."""
    text: str = reading["text"]
    for start, end, label, *_rest in reading["lines"]:
        line = text[start:end]
        if label in _KINDS and line.strip():
            left = len(line) - len(line.lstrip())
            yield _KINDS[label], start + left, start + len(line.rstrip())


def _runs_on(text: str, before: list[int], start: int) -> bool:
    """Return whether a stretch goes on with the one before it: nothing but blanks stands between on their line."""
    between = text[before[1] : start]
    return not between.strip() and "\n" not in between

"""The body of an article as plain text in a box, and back: what an editor types is all the markup there is.

A blank line parts paragraphs, a line that begins with `## ` is a cross-head, lines that begin with `> ` are a
quotation. A paragraph that really begins so gets a backslash before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]

CROSSHEAD = "## "
QUOTATION = "> "
_LOOKS_MARKED = re.compile(r"\s*\\*(?:## |>)")
_ESCAPED = re.compile(r"\\(\\*(?:## |>))")
_BLANK_LINES = re.compile(r"\n\s*\n")


def to_text(blocks: list[Block]) -> str:
    """Return `blocks` as an editor sees and types them.

    >>> to_text([{"kind": "crosshead", "text": "Wasser"}, {"kind": "paragraph", "text": "Es fehlt."}])
    '## Wasser\\n\\nEs fehlt.'
    """
    return "\n\n".join(_written(block) for block in blocks)


def _written(block: Block) -> str:
    lines = _BLANK_LINES.sub("\n", block["text"]).split("\n")
    match block["kind"]:
        case "crosshead":
            return CROSSHEAD + " ".join(lines)
        case "quotation":
            return "\n".join(QUOTATION + line for line in lines)
        case _:
            return "\n".join(
                "\\" + line.lstrip() if _LOOKS_MARKED.match(line) else line for line in lines
            )


def to_blocks(text: str, before: list[Block]) -> list[Block]:
    """Return the blocks that an editor wrote; one whose words are unchanged keeps the span it had in `before`.

    >>> to_blocks("## Wasser\\n\\nEs fehlt.", [])
    [{'kind': 'crosshead', 'text': 'Wasser'}, {'kind': 'paragraph', 'text': 'Es fehlt.'}]
    """
    spans: dict[str, list[Any]] = defaultdict(list)
    for block in before:
        if "span" in block:
            spans[_BLANK_LINES.sub("\n", block["text"])].append(block["span"])
    blocks = []
    for kind, words in _read(text.replace("\r\n", "\n").replace("\r", "\n")):
        block = {"kind": kind, "text": words}
        if spans[words]:
            block["span"] = spans[words].pop(0)
        blocks.append(block)
    return blocks


def _read(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and words of each block."""
    for chunk in _BLANK_LINES.split(text):
        kind = ""
        lines: list[str] = []
        for line in chunk.strip().split("\n"):
            this, words = _kind(line.strip())
            if lines and (this != kind or this == "crosshead"):
                yield kind, "\n".join(lines)
                lines = []
            kind = this
            lines.append(words)
        if any(lines):
            yield kind, "\n".join(lines)


def _kind(line: str) -> tuple[str, str]:
    if line.startswith(CROSSHEAD):
        return "crosshead", line.removeprefix(CROSSHEAD).strip()
    if line.startswith(">"):
        return "quotation", line.removeprefix(">").strip()
    return "paragraph", line[1:] if _ESCAPED.match(line) else line

"""Names in the text of an article, each linked where it stands first, as print would set it in small capitals once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

#: Kinds of blocks whose words may carry links; a heading is no place for them.
LINKED = ("paragraph", "quotation")


@dataclass(frozen=True)
class Piece:
    """Some words of a block, with the address that they lead to, or none."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Block:
    """A block of a body (see `models.Body`), its words cut into pieces."""

    kind: str
    text: str
    pieces: tuple[Piece, ...]


def linked(blocks: list[dict[str, Any]], mentions: Iterable[Any]) -> list[Block]:
    """Return the blocks of a body with the first words that name each entity made a piece of their own.

    A mention knows the forms that the text prints (`surfaces`); where two begin alike the longer one is meant, and
    words inside another name are none. An entity without a page is left as it is printed.
    """
    addresses = {
        " ".join(surface.split()): mention.tag.get_absolute_url()
        for mention in mentions
        if mention.tag.has_page
        for surface in mention.surfaces
    }
    addresses.pop("", None)
    pattern = _pattern(addresses)
    open_ones = set(addresses.values())
    return [
        Block(block["kind"], block["text"], tuple(_pieces(block, pattern, addresses, open_ones)))
        for block in blocks
    ]


def _pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(forms, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _pieces(
    block: dict[str, Any],
    pattern: re.Pattern[str] | None,
    addresses: dict[str, str],
    open_ones: set[str],
) -> Iterator[Piece]:
    """Yield the pieces of a block; an address is taken from `open_ones` once it is linked."""
    text, end = block["text"], 0
    found = pattern.finditer(text) if pattern and block["kind"] in LINKED else ()
    for match in found:
        address = addresses[match.group()]
        if address in open_ones:
            open_ones.remove(address)
            yield Piece(text[end : match.start()])
            yield Piece(match.group(), address)
            end = match.end()
    yield Piece(text[end:])

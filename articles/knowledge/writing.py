"""Data files as text: cut into their entries, so that those that change are written anew and all others stay as they are."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .tables import BadData

_HEADER = re.compile(r"\s*\[{1,2}\s*(\"[^\"]*\"|[\w-]+)[^\[\]]*(\]{1,2})\s*(#.*)?")
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Block:
    """An entry of a data file: the comments before it, and its own text."""

    before: str
    text: str

    @property
    def values(self) -> dict[str, Any]:
        """What the entry says."""
        return tomllib.loads(self.text)


def split(text: str) -> tuple[list[Block], str]:
    """Return the entries of a data file, and what follows the last one.

    An entry is an `[[entity]]` each, or all tables that begin with one key (`[karawan]`, `[[karawan.policies]]`).
    """
    blocks: list[list[str]] = [[]]
    key = ""
    for line in text.splitlines(keepends=True):
        header = _HEADER.fullmatch(line)
        if header and (header[1] != key or line.lstrip().startswith(f"[[{key}]]")):
            key = header[1]
            blocks.append(_taken_comments(blocks[-1]))
        blocks[-1].append(line)
    rest = _taken_comments(blocks[-1])
    entries = [_block(lines) for lines in blocks[1:]]
    return entries, "".join(blocks[0] if len(blocks) == 1 else []) + "".join(rest)


def _taken_comments(lines: list[str]) -> list[str]:
    """Take the comments and blank lines from the end of `lines` and return them: they speak of what follows."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    taken = lines[end:]
    del lines[end:]
    return taken


def _block(lines: list[str]) -> Block:
    first = next(number for number, line in enumerate(lines) if line.lstrip().startswith("["))
    return Block("".join(lines[:first]), "".join(lines[first:]))


def rewritten(text: str, change: Callable[[Block], str | None], added: Iterable[str] = ()) -> str:
    """Return a data file with each entry as `change` returns it (None drops it), and `added` ones behind."""
    blocks, rest = split(text)
    parts: list[str] = []
    for block in blocks:
        parts += [block.before, change(block) or ""]
    more = "".join(f"\n{entry}" for entry in added)
    return "".join(parts) + rest.rstrip("\n") + ("\n" if rest.strip() else "") + more


def table(header: str, values: Mapping[str, Any]) -> str:
    """Return a table of TOML: its header and each value that is not empty on a line of its own."""
    lines = [f"{_name(key)} = {_value(value)}" for key, value in values.items() if _says(value)]
    return "\n".join([header, *lines]) + "\n"


def header(*keys: str, listed: bool = False) -> str:
    """Return the header of a table, or of one of a list of tables.

    >>> header("karawan"), header("karawan", "policies", listed=True)
    ('[karawan]', '[[karawan.policies]]')
    """
    name = ".".join(map(_name, keys))
    return f"[[{name}]]" if listed else f"[{name}]"


def _says(value: Any) -> bool:
    return value not in ("", None, [], False)


def _name(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return _text(value.isoformat())
        case str():
            return _text(value)
        case dict():
            pairs = (f"{_name(key)} = {_value(one)}" for key, one in value.items() if _says(one))
            return "{ " + ", ".join(pairs) + " }"
        case [dict(), dict(), *_]:
            return "[\n" + "".join(f"  {_value(one)},\n" for one in value) + "]"
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
    raise BadData(f"no data file can hold {value!r}")

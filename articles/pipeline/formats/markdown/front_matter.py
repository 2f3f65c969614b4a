"""Front matter: the lines of keys and values that site generators put above a text, in the part of YAML that they use."""

from __future__ import annotations

import re

_KEY = r"[A-Za-z_][\w-]{0,40}"
HAS_FRONT_MATTER = re.compile(
    rf"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:#.*\n|\s*\n)*{_KEY}[ \t]*:.*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)".encode()
)
_PAIR = re.compile(rf"({_KEY})[ \t]*:(?:[ \t]+(.*))?$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)$")
_BLOCK = re.compile(r"[>|][+-]?$")
_COMMENT = re.compile(r"[ \t]#[ \t].*$")
#: No front matter has more lines.
_LONGEST = 400


def read_front_matter(content: str) -> tuple[list[tuple[str, str]], str]:
    """Return the keys of the front matter with their values, in order, and the text behind it.

    A list is its entries joined by commas, a folded text one line; what is nested deeper stands under its outer key.

    >>> read_front_matter("---\\ntitle: 'Öl'\\ntags: [a, b]\\n---\\nText")
    ([('title', 'Öl'), ('tags', 'a, b')], 'Text')
    """
    lines = content.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        return [], content
    end = next(
        (n for n, line in enumerate(lines[1:_LONGEST], 1) if line.strip() in {"---", "..."}), 0
    )
    pairs = _pairs([line.rstrip() for line in lines[1:end]])
    return (pairs, "".join(lines[end + 1 :])) if pairs else ([], content)


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, list[str], str]] = []
    for line in lines:
        pair = _PAIR.match(line)
        if pair:
            words = (pair[2] or "").strip()
            is_block = bool(_BLOCK.match(words))
            found.append((pair[1], [] if is_block else [words], " " if is_block else ", "))
        elif found and line.strip() and not line.lstrip().startswith("#"):
            entry = _ENTRY.match(line)
            found[-1][1].append(entry[1] if entry else line.strip())
    return [
        (key, joint.join(value for value in map(_value, values) if value))
        for key, values, joint in found
    ]


def _value(words: str) -> str:
    """Return a value without its quotation marks; a list in brackets as its entries."""
    words = words.strip()
    if words[:1] in {'"', "'"}:
        end = words.find(words[0], 1)
        while end > 0 and words[0] == "'" and words[end + 1 : end + 2] == "'":
            end = words.find("'", end + 2)
        while end > 0 and words[0] == '"' and words[end - 1] == "\\":
            end = words.find('"', end + 1)
        if end > 0:
            return words[1:end].replace("''", "'").replace('\\"', '"')
    if words.startswith("[") and words.endswith("]"):
        return ", ".join(_value(one) for one in words[1:-1].split(",") if one.strip())
    return _COMMENT.sub("", words)

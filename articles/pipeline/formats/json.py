"""JSON opened safely: one value or one a line; what parsers disagree about is refused with its reason.

RFC 8259 leaves duplicate names, numbers of any size and half surrogates to the reader, and has neither NaN nor Infinity:
whoever guesses, guesses differently from the next program. Half a surrogate pair becomes U+FFFD, as in plain text; a name
that stands twice becomes a `Twice`, which only matters where it is asked for (a picture's renditions often have one).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..reading import Unreadable, decode

#: Python reads no whole number of more digits either (its own guard against quadratic time); no id is longer.
_MOST_DIGITS = 300
_OPENING = re.compile(rb"[\s\xef\xbb\xbf\xfe\xff\0]*[\[{][\s\0]*[\[{\"\]}]")
_SPACE = re.compile(r"[\s\x1e]*")


#: An object as it is read.
Object = dict[str, Any]


class _Refusal(ValueError):
    """A value that is JSON by its shape, but not one that two readers would read alike."""


@dataclass(frozen=True, slots=True)
class Twice:
    """The value of a name that stands twice in one object, with different values."""

    name: str


@dataclass(frozen=True, slots=True)
class OpenedJSON:
    """The values of a file (one, or one a line), the encoding it was read in, and warnings.

    A value that could not be read stands as the `Unreadable` that says why.
    """

    values: tuple[Any, ...]
    encoding: str
    warnings: tuple[str, ...]


def looks_like_json(data: bytes) -> bool:
    """Return whether a file begins as JSON does: an object or an array with something JSON in it.

    >>> [looks_like_json(data) for data in (b' {"uri": ""}', b"[dpa] Bischkek", b'[{"a": 1}]')]
    [True, False, True]
    """
    return bool(_OPENING.match(data[:4096]))


def open_json(data: bytes) -> OpenedJSON:
    """Return the values of a JSON file, or of one with a value on each line.

    Raises `Unreadable`: `effort` where it is nested too deeply, `broken` where its only value can't be read.
    """
    text = decode(data)
    repaired: list[bool] = []
    decoder = _decoder(repaired)
    values = tuple(_values(text.content, decoder))
    if len(values) == 1 and isinstance(values[0], Unreadable):
        raise values[0]
    warnings = text.warnings
    if repaired and "control-characters" not in warnings:
        warnings = (*warnings, "control-characters")
    return OpenedJSON(values, text.encoding, warnings)


def named(of: Object, *names: str) -> tuple[str, str]:
    """Return the first of `names` under which an object has a text, and the text; twice "" without one."""
    for name in names:
        value = of.get(name)
        if isinstance(value, str) and value.strip():
            return name, value
    return "", ""


def text(of: Object, *names: str) -> str:
    """Return the text under the first of `names` that has one; "" without one."""
    return named(of, *names)[1]


def texts(value: Any) -> list[str]:
    """Return the texts of a list; a text alone counts as a list of one, anything else as an empty one."""
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def dicts(value: Any) -> list[Object]:
    """Return the objects of a list; none where it is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def ambiguity(of: Object) -> str:
    """Return why an object can't be trusted: a name that stands twice in it; "" without one."""
    twice = next((value.name for value in of.values() if isinstance(value, Twice)), None)
    return f"the name “{twice[:60]}” stands twice" if twice is not None else ""


def _values(content: str, decoder: json.JSONDecoder) -> Iterator[Any]:
    content = content.lstrip("\ufeff")
    lines = [line for line in content.split("\n") if line.strip()]
    if all(_is_object(line) for line in lines[:2]) and len(lines) > 1:
        for number, line in enumerate(lines, 1):
            yield from _decoded(line.strip().rstrip(","), decoder, f"text {number}, ")
    else:
        yield from _decoded(content.strip(), decoder)


def _is_object(line: str) -> bool:
    return line.lstrip().startswith("{") and line.rstrip("\r ,").endswith("}")


def _decoded(content: str, decoder: json.JSONDecoder, where: str = "") -> Iterator[Any]:
    """Yield the values that stand one behind the other; the first that can't be read ends them."""
    at = 0
    while at < len(content):
        try:
            value, at = decoder.raw_decode(content, at)
        except RecursionError:
            yield Unreadable("effort", f"{where}nested too deeply")
            return
        except ValueError as error:
            yield Unreadable("broken", f"{where}{_reason(error)}")
            return
        yield value
        space = _SPACE.match(content, at)
        at = space.end() if space else at


def _reason(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    return str(error)[:200]


def _decoder(repaired: list[bool]) -> json.JSONDecoder:
    """Return a decoder; something is added to `repaired` where half a surrogate pair was replaced."""

    def object_of(pairs: list[tuple[str, Any]]) -> Object:
        found: Object = {}
        for name, value in pairs:
            if name in found and found[name] != value:
                found[name] = Twice(name)
                continue
            if isinstance(value, str) and not _is_whole(value):
                repaired.append(True)
                value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            found[name] = value
        return found

    return json.JSONDecoder(
        object_pairs_hook=object_of, parse_int=_whole_number, parse_constant=_refuse_constant
    )


def _is_whole(words: str) -> bool:
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _whole_number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _Refusal(f"a number of {len(digits)} digits")
    return int(digits)


def _refuse_constant(name: str) -> float:
    raise _Refusal(f"{name} is no JSON")

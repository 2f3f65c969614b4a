"""Words in a box: as large as they fit, in lines of like length, cut after a word where even the smallest are too many."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: From one line to the next, in sizes of the letters.
LEADING = 1.15
#: No box holds more letters than this in the smallest size.
LONGEST = 700
#: Blanks that lines end at; no line ends at the one in "5 000 km".
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")

#: The width of a text in letters of a size, in pixels.
Measure = Callable[[str, int], float]


@dataclass(frozen=True)
class Setting:
    """The lines of a text and the size of its letters in pixels."""

    size: int
    lines: tuple[str, ...]


def fitted(text: str, sizes: Sequence[int], box: tuple[float, float], measure: Measure) -> Setting:
    """Return `text` set in the first of `sizes` (falling) in which all of it fits a box of this width and height.

    In the last size words that are wider than the box are broken, and what does not fit any more is an ellipsis.
    """
    width, height = box
    words = _words(text[:LONGEST])
    for size in sizes:
        widths = [measure(word, size) for word in words]
        blank = measure(" ", size)
        rows = _rows(widths, blank, width)
        if max(widths, default=0) <= width and len(rows) <= _room(height, size):
            return Setting(size, _joined(words, _balanced(widths, blank, width)))
    words = [part for word in words for part in _broken(word, width, lambda t: measure(t, size))]
    rows = _rows([measure(word, size) for word in words], blank, width)
    lines = _joined(words, rows)
    room = _room(height, size)
    if len(lines) > room:
        lines = (
            *lines[: room - 1],
            cut(" ".join(lines[room - 1 : room + 1]), width, size, measure),
        )
    return Setting(size, lines)


def cut(text: str, width: float, size: int, measure: Measure) -> str:
    """Return `text` as one line of at most `width`: whole, or as many of its words as fit, then an ellipsis."""
    words = _words(text[:LONGEST])
    whole = " ".join(words)
    if len(text) <= LONGEST and measure(whole, size) <= width:
        return whole
    held = _held(len(words), width, lambda n: measure(f"{' '.join(words[:n])} …", size))
    if held:
        return f"{' '.join(words[:held])} …"
    return (
        f"{words[0][: _held(len(words[0]), width, lambda n: measure(f'{words[0][:n]}…', size))]}…"
    )


def _words(text: str) -> list[str]:
    return [
        word.replace("\u00a0", " ").replace("\u202f", " ") for word in _BLANKS.split(text) if word
    ]


def _room(height: float, size: int) -> int:
    """Return how many lines of this size stand one above the other."""
    return int(height // (size * LEADING))


def _rows(widths: Sequence[float], blank: float, width: float) -> list[int]:
    """Return how many words stand in each row if each takes as many as it holds, at least one."""
    rows: list[int] = []
    used = width + 1
    for word in widths:
        if rows and used + blank + word <= width:
            rows[-1] += 1
            used += blank + word
        else:
            rows.append(1)
            used = word
    return rows


def _balanced(widths: Sequence[float], blank: float, width: float) -> list[int]:
    """Return the rows of the narrowest box that needs no more of them: no last line holds one small word."""
    least = len(_rows(widths, blank, width))
    low, high = max(widths, default=0), width
    while high - low > 4:
        middle = (low + high) / 2
        if len(_rows(widths, blank, middle)) > least:
            low = middle
        else:
            high = middle
    return _rows(widths, blank, high)


def _joined(words: Sequence[str], rows: Sequence[int]) -> tuple[str, ...]:
    starts = [sum(rows[:n]) for n in range(len(rows))]
    return tuple(" ".join(words[a : a + n]) for a, n in zip(starts, rows, strict=True))


def _broken(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the parts of a word that fit the width, all but the last with a hyphen."""
    if measure(word) <= width:
        return [word]
    end = max(1, _held(len(word) - 1, width, lambda n: measure(f"{word[:n]}-")))
    return [f"{word[:end]}-", *_broken(word[end:], width, measure)]


def _held(most: int, width: float, measure: Callable[[int], float]) -> int:
    """Return how many of `most` things fit the width; `measure` tells how wide so many are."""
    return bisect_right(range(1, most + 1), width, key=measure)

"""Translations without a remark: the same names and figures in the same order, in another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .tellings import Telling

#: A long text is compared by its beginning: time grows with the square.
_MOST = 400
#: Names and figures that must follow each other alike, as a share of the longer and of the shorter list.
_FEWEST, _OF_LONGER = 10, 0.6
_OF_SHORTER, _OF_LONGER_WHEN_CUT = 0.8, 0.4
#: Where one of the two says from which language it was translated, and the other is in that.
_FEWEST_WITH_REMARK, _OF_LONGER_WITH_REMARK = 6, 0.4


@dataclass(frozen=True, slots=True)
class Translation:
    """Why a text is a translation of another: a score from 0 to 1, and what follows each other alike in both."""

    score: float
    shared: tuple[str, ...]
    is_told: bool


def is_translation(
    one: Telling, other: Telling, *, original_of_one: str = "", original_of_other: str = ""
) -> Translation | None:
    """Return why one of two texts is a translation of the other; None when neither is, or when that is not sure.

    `original_of_…` is the language (BCP 47) that a text says it was translated from.
    """
    if not one.language or _primary(one.language) == _primary(other.language):
        return None
    is_told = _primary(original_of_one) == _primary(other.language) or _primary(
        original_of_other
    ) == _primary(one.language)
    shared = common_sequence(one.order[:_MOST], other.order[:_MOST])
    lengths = sorted(min(len(telling.order), _MOST) for telling in (one, other))
    if not lengths[0]:
        return None
    of_shorter, of_longer = (len(shared) / length for length in lengths)
    fewest, least = (
        (_FEWEST_WITH_REMARK, _OF_LONGER_WITH_REMARK) if is_told else (_FEWEST, _OF_LONGER)
    )
    is_cut = of_shorter >= _OF_SHORTER and of_longer >= _OF_LONGER_WHEN_CUT
    if len(shared) < fewest or not (of_longer >= least or is_cut):
        return None
    return Translation(round(of_longer, 3), tuple(shared), is_told)


def common_sequence(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the longest sequence that both hold in this order, gaps allowed.

    >>> common_sequence(["a", "b", "c", "d"], ["b", "x", "d", "a"])
    ['b', 'd']
    """
    lengths = [[0] * (len(other) + 1)]
    for name in one:
        row = [0]
        for place, another in enumerate(other):
            longest = (
                lengths[-1][place] + 1
                if name == another
                else max(lengths[-1][place + 1], row[place])
            )
            row.append(longest)
        lengths.append(row)
    found: list[str] = []
    left, right = len(one), len(other)
    while left and right:
        if one[left - 1] == other[right - 1]:
            found.append(one[left - 1])
            left, right = left - 1, right - 1
        elif lengths[left - 1][right] >= lengths[left][right - 1]:
            left -= 1
        else:
            right -= 1
    return found[::-1]


def _primary(language: str) -> str:
    return language.partition("-")[0]

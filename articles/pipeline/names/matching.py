"""Candidates for a printed name, ranked: which of many names it is a spelling of."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .comparing import DIFFERENT, RANK, SAME, UNSURE, Comparison, compare
from .folding import skeletons

#: So many forms that share consonants with a query are compared sound by sound.
_SHORTLIST = 60
#: By so much the best of several must be closer than the next to be meant alone.
_CLEAR = 0.03


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that a query may be a spelling of."""

    name: str
    comparison: Comparison


class NameIndex:
    """Names, each with the forms that it is known by, found by the consonants of their words."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._forms = tuple(
            (name, form) for name, forms in names.items() for form in dict.fromkeys((name, *forms))
        )
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        for number, (_, form) in enumerate(self._forms):
            grams = _grams(form)
            self._sizes.append(len(grams))
            for gram in grams:
                self._holders[gram].append(number)

    def rank(self, query: str, most: int = 3) -> list[Candidate]:
        """Return up to `most` names, the likeliest first. Of several that sound the same at most one is the same."""
        best: dict[str, Comparison] = {}
        for number in self._shortlist(query):
            name, form = self._forms[number]
            found = compare(query, form)
            if found.verdict == DIFFERENT and not found.score:
                continue
            if name not in best or _weight(found) > _weight(best[name]):
                best[name] = found
        ranked = [Candidate(name, found) for name, found in best.items()]
        ranked.sort(key=lambda found: (*(-part for part in _weight(found.comparison)), found.name))
        return _unless_shared(ranked)[:most]

    def _shortlist(self, query: str) -> list[int]:
        """Return the forms that share most of their consonants with a query (Dice's coefficient)."""
        grams = _grams(query)
        shared = Counter(number for gram in grams for number in self._holders.get(gram, ()))
        alike = {
            number: count / (len(grams) + self._sizes[number]) for number, count in shared.items()
        }
        return heapq.nlargest(_SHORTLIST, alike, key=lambda number: alike[number])


def _weight(found: Comparison) -> tuple[int, float]:
    return RANK[found.verdict], found.score


def _unless_shared(ranked: list[Candidate]) -> list[Candidate]:
    """Let only the best of several that sound the same stay the same, and none where nothing parts them."""
    same = [found for found in ranked if found.comparison.verdict == SAME]
    if len(same) < 2:
        return ranked
    clear = same[0].comparison.score - same[1].comparison.score >= _CLEAR
    doubtful = same[1:] if clear else same
    return [
        replace(found, comparison=Comparison(UNSURE, found.comparison.score, "another is as close"))
        if found in doubtful
        else found
        for found in ranked
    ]


def _grams(name: str) -> set[str]:
    """Return the pairs of neighbouring consonants of a name's words, under all readings."""
    grams: set[str] = set()
    for skeleton in skeletons(name):
        padded = f"^{skeleton}$"
        grams.update(padded[index : index + 2] for index in range(len(padded) - 1))
    return grams

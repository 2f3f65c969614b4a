"""A linear chain: the labels of a page's lines that fit their signs and one another best, and how surely.

A conditional random field of the first order (Lafferty, McCallum, Pereira 2001): each sign speaks for or against each label
by its weight, each label for the one that follows it; the best path is Viterbi's, the confidences are the marginals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from operator import add, mul

from ..knowledge import LineWeights


@dataclass(frozen=True, slots=True)
class Decision:
    """What a line is on the best path, and how likely it is each label, the other lines being anything."""

    label: str
    likely: Mapping[str, float]

    @property
    def confidence(self) -> float:
        """How likely the label is."""
        return round(self.likely[self.label], 3)


#: The score of a label that a line cannot have.
NEVER = -1e6


class Chain:
    """Decides with one set of weights."""

    def __init__(self, weights: LineWeights) -> None:
        self.labels = weights.labels
        index = {label: number for number, label in enumerate(weights.labels)}
        self._signs = {
            sign: tuple((index[label], weight) for label, weight in spoken)
            for sign, spoken in weights.signs.items()
        }
        size = range(len(weights.labels))
        self._first = [weights.follow.get(("", label), 0.0) for label in self.labels]
        self._follow = [
            [weights.follow.get((self.labels[left], self.labels[right]), 0.0) for right in size]
            for left in size
        ]
        self._before = list(map(list, zip(*self._follow, strict=True)))
        self._out_of = [list(map(exp, row)) for row in self._follow]
        self._into = list(map(list, zip(*self._out_of, strict=True)))

    def decide(
        self,
        signs: Sequence[Sequence[str]],
        fixed: Sequence[str | None],
        barred: Sequence[Collection[str]],
    ) -> list[Decision]:
        """Return what each line is; nothing where there are no weights or no lines.

        A `fixed` label stays, and speaks for its neighbours; a line gets none of its `barred` ones.
        """
        if not signs or not self.labels:
            return []
        scores = [
            self._scores(of_line, label, out)
            for of_line, label, out in zip(signs, fixed, barred, strict=True)
        ]
        return [
            Decision(self.labels[best], dict(zip(self.labels, likely, strict=True)))
            for best, likely in zip(self._best_path(scores), self._likely(scores), strict=True)
        ]

    def _scores(
        self, signs: Sequence[str], fixed: str | None, barred: Collection[str]
    ) -> list[float]:
        if fixed in self.labels:
            return [0.0 if label == fixed else NEVER for label in self.labels]
        scores = [NEVER if label in barred else 0.0 for label in self.labels]
        for sign in signs:
            for label, weight in self._signs.get(sign, ()):
                scores[label] += weight
        return scores

    def _best_path(self, scores: list[list[float]]) -> list[int]:
        size = range(len(self.labels))
        best = [score + first for score, first in zip(scores[0], self._first, strict=True)]
        came_from: list[list[int]] = []
        for line in scores[1:]:
            reached = [list(map(add, best, column)) for column in self._before]
            highest = list(map(max, reached))
            came_from.append([one.index(top) for one, top in zip(reached, highest, strict=True)])
            best = list(map(add, highest, line))
        path = [max(size, key=best.__getitem__)]
        for back in reversed(came_from):
            path.append(back[path[-1]])
        return path[::-1]

    def _likely(self, scores: list[list[float]]) -> list[list[float]]:
        """Return the marginal probability of each label of each line."""
        weights = [_weights(line) for line in scores]
        ahead = [_shares(map(mul, weights[0], map(exp, self._first)))]
        for line in weights[1:]:
            reached = (sum(map(mul, ahead[-1], column)) for column in self._into)
            ahead.append(_shares(map(mul, line, reached)))
        behind = [[1.0] * len(self.labels)]
        for line in reversed(weights[1:]):
            weighted = list(map(mul, line, behind[-1]))
            behind.append(_shares(sum(map(mul, weighted, row)) for row in self._out_of))
        behind.reverse()
        return [_shares(map(mul, one, other)) for one, other in zip(ahead, behind, strict=True)]


def _weights(scores: list[float]) -> list[float]:
    """Return the exponentials of a line's scores, the highest as 1, so that none overflows."""
    top = max(scores)
    return [exp(score - top) for score in scores]


def _shares(weights: Iterable[float]) -> list[float]:
    """Return weights as shares of their sum: only their proportions count, and long pages would run out of numbers."""
    found = list(weights)
    whole = sum(found)
    return [weight / whole for weight in found]

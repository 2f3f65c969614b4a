"""A linear chain: the labels of a page's lines that fit their signs and one another best, and how surely.

A conditional random field of the first order (Lafferty, McCallum, Pereira 2001): each sign speaks for or against each label
by its weight, each label for the one that follows it; the best path is Viterbi's, the confidences are the marginals.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

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
            back = [
                max(size, key=lambda left: best[left] + self._follow[left][right]) for right in size
            ]
            best = [
                best[back[right]] + self._follow[back[right]][right] + line[right] for right in size
            ]
            came_from.append(back)
        path = [max(size, key=best.__getitem__)]
        for back in reversed(came_from):
            path.append(back[path[-1]])
        return path[::-1]

    def _likely(self, scores: list[list[float]]) -> list[list[float]]:
        """Return the marginal probability of each label of each line."""
        size = range(len(self.labels))
        ahead = [[score + first for score, first in zip(scores[0], self._first, strict=True)]]
        for line in scores[1:]:
            before = ahead[-1]
            ahead.append(
                [
                    line[right]
                    + _log_sum([before[left] + self._follow[left][right] for left in size])
                    for right in size
                ]
            )
        behind = [[0.0] * len(self.labels)]
        for line in reversed(scores[1:]):
            after = behind[-1]
            behind.append(
                [
                    _log_sum(
                        [self._follow[left][right] + line[right] + after[right] for right in size]
                    )
                    for left in size
                ]
            )
        behind.reverse()
        whole = _log_sum(ahead[-1])
        return [
            [min(1.0, exp(one[label] + other[label] - whole)) for label in size]
            for one, other in zip(ahead, behind, strict=True)
        ]


def _log_sum(values: list[float]) -> float:
    top = max(values)
    return top + log(sum(exp(value - top) for value in values))

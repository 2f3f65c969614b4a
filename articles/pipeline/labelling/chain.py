"""A linear chain: the labels of a page's lines that fit their signs and one another best, and how surely.

A conditional random field of the first order (Lafferty, McCallum, Pereira 2001): each sign speaks for or against each label
by its weight, each label for the one that follows it; the best path is Viterbi's, the confidences are the marginals.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul

from ..knowledge import LineWeights
from .layout import LineSigns

#: The weights of a sign, one for each label.
Row = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a line is on the best path, and how likely it is each label, the other lines being anything."""

    label: str
    likely: Mapping[str, float]

    @property
    def confidence(self) -> float:
        """How likely the label is."""
        return round(self.likely[self.label], 3)


class Chain:
    """Decides with one set of weights.

    Only the labels that a line may have are counted with: of twelve, two or three are left to a paragraph, one to a line
    that a rule is sure of.
    """

    def __init__(self, weights: LineWeights) -> None:
        self.labels = weights.labels
        self._index = {label: number for number, label in enumerate(weights.labels)}
        rows = {sign: self._row(dict(spoken)) for sign, spoken in weights.signs.items()}
        self._here = rows
        self._above, self._below = (_behind(f"{side}:", rows) for side in ("above", "below"))
        self._zones = {zone: _behind(f"{zone}&", rows) for zone in ("head", "middle", "tail")}
        self._first = self._row(
            {label: weights.follow.get(("", label), 0.0) for label in self.labels}
        )
        self._follow = [
            self._row({label: weights.follow.get((left, label), 0.0) for label in self.labels})
            for left in self.labels
        ]
        self._factor = [tuple(map(exp, row)) for row in self._follow]

    def _row(self, spoken: Mapping[str, float]) -> Row:
        return tuple(spoken.get(label, 0.0) for label in self.labels)

    def decide(
        self,
        signs: Sequence[LineSigns],
        fixed: Sequence[str | None],
        barred: Sequence[Collection[str]],
    ) -> list[Decision]:
        """Return what each line is; nothing where there are no weights or no lines.

        A `fixed` label stays, and speaks for its neighbours; a line gets none of its `barred` ones.
        """
        if not signs or not self.labels:
            return []
        allowed = [self._allowed(label, out) for label, out in zip(fixed, barred, strict=True)]
        scores = [
            self._scores(of_line, labels) for of_line, labels in zip(signs, allowed, strict=True)
        ]
        nothing = dict.fromkeys(self.labels, 0.0)
        return [
            Decision(
                self.labels[best],
                nothing
                | {
                    self.labels[label]: chance for label, chance in zip(labels, likely, strict=True)
                },
            )
            for best, labels, likely in zip(
                self._best_path(allowed, scores),
                allowed,
                self._likely(allowed, scores),
                strict=True,
            )
        ]

    def _allowed(self, fixed: str | None, barred: Collection[str]) -> list[int]:
        """Return the numbers of the labels that a line may have; of all, where nothing is left."""
        if fixed in self._index:
            return [self._index[fixed]]
        allowed = [number for label, number in self._index.items() if label not in barred]
        return allowed or list(self._index.values())

    def _scores(self, signs: LineSigns, allowed: list[int]) -> list[float]:
        """Return how strongly the signs of a line speak for each label that it may have."""
        if len(allowed) == 1:
            return [0.0]
        rows = [
            row
            for table, of_kind in (
                (self._here, signs.own),
                (self._here, signs.place),
                (self._above, signs.above),
                (self._below, signs.below),
                (self._zones[signs.zone], signs.own),
            )
            for sign in of_kind
            if (row := table.get(sign))
        ]
        return [sum([row[label] for row in rows]) for label in allowed]

    def _best_path(self, allowed: list[list[int]], scores: list[list[float]]) -> list[int]:
        best = [
            score + self._first[label] for label, score in zip(allowed[0], scores[0], strict=True)
        ]
        came_from: list[list[int]] = []
        for before, labels, line in zip(allowed, allowed[1:], scores[1:], strict=False):
            follow = [self._follow[left] for left in before]
            ways, highest = [], []
            for label, score in zip(labels, line, strict=True):
                reached = [sofar + row[label] for sofar, row in zip(best, follow, strict=True)]
                top = max(reached)
                ways.append(reached.index(top))
                highest.append(top + score)
            came_from.append(ways)
            best = highest
        place = best.index(max(best))
        path = [allowed[-1][place]]
        for labels, ways in zip(reversed(allowed[:-1]), reversed(came_from), strict=True):
            place = ways[place]
            path.append(labels[place])
        return path[::-1]

    def _likely(self, allowed: list[list[int]], scores: list[list[float]]) -> list[list[float]]:
        """Return the marginal probability of each label that each line may have."""
        weights = [_weights(line) for line in scores]
        ahead = [
            _shares(
                [
                    weight * exp(self._first[label])
                    for label, weight in zip(allowed[0], weights[0], strict=True)
                ]
            )
        ]
        factors = [
            [[self._factor[left][right] for right in labels] for left in before]
            for before, labels in zip(allowed, allowed[1:], strict=False)
        ]
        for line, between in zip(weights[1:], factors, strict=True):
            reached = [sum(map(mul, ahead[-1], column)) for column in zip(*between, strict=True)]
            ahead.append(_shares(list(map(mul, line, reached))))
        behind = [[1.0] * len(allowed[-1])]
        for line, between in zip(reversed(weights[1:]), reversed(factors), strict=True):
            weighted = list(map(mul, line, behind[-1]))
            behind.append(_shares([sum(map(mul, weighted, row)) for row in between]))
        behind.reverse()
        return [
            _shares(list(map(mul, one, other))) for one, other in zip(ahead, behind, strict=True)
        ]


def _behind(prefix: str, rows: Mapping[str, Row]) -> dict[str, Row]:
    """Return the rows of the signs that begin with `prefix`, by what follows it."""
    return {sign.removeprefix(prefix): row for sign, row in rows.items() if sign.startswith(prefix)}


def _weights(scores: list[float]) -> list[float]:
    """Return the exponentials of a line's scores, the highest as 1, so that none overflows."""
    top = max(scores)
    return [exp(score - top) for score in scores]


def _shares(weights: list[float]) -> list[float]:
    """Return weights as shares of their sum: only their proportions count, and long pages would run out of numbers."""
    whole = sum(weights)
    return [weight / whole for weight in weights]

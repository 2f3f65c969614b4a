"""A linear chain: the labels of a page's lines that fit their signs and one another best, and how surely.

A conditional random field of the first order (Lafferty, McCallum, Pereira 2001): each sign speaks for or against each label
by its weight, each label for the one that follows it; the best path is Viterbi's, the confidences are the marginals.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp
from operator import add, itemgetter, mul

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
        #: for each label, how well it follows each label; and as factors, there and back
        self._behind = [
            self._row({left: weights.follow.get((left, label), 0.0) for left in self.labels})
            for label in self.labels
        ]
        self._behind_factor = [tuple(map(exp, row)) for row in self._behind]
        self._ahead_factor = list(zip(*self._behind_factor, strict=True))

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
        rows = chain(
            map(self._here.get, signs.own),
            map(self._here.get, signs.place),
            map(self._above.get, signs.above),
            map(self._below.get, signs.below),
            map(self._zones[signs.zone].get, signs.own),
        )
        of_labels = zip(*map(_those(allowed), filter(None, rows)), strict=True)
        return list(map(sum, of_labels)) or [0.0] * len(allowed)

    def _best_path(self, allowed: list[list[int]], scores: list[list[float]]) -> list[int]:
        best = [
            score + self._first[label] for label, score in zip(allowed[0], scores[0], strict=True)
        ]
        came_from: list[list[int]] = []
        for before, labels, line in zip(allowed, allowed[1:], scores[1:], strict=False):
            of_before = _those(before)
            ways, highest = [], []
            for label, score in zip(labels, line, strict=True):
                reached = list(map(add, best, of_before(self._behind[label])))
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
        those = list(map(_those, allowed))
        for line, labels, of_before in zip(weights[1:], allowed[1:], those, strict=False):
            last = ahead[-1]
            reached = [sum(map(mul, last, of_before(self._behind_factor[one]))) for one in labels]
            ahead.append(_shares(list(map(mul, line, reached))))
        behind = [[1.0] * len(allowed[-1])]
        for line, labels, of_after in zip(
            weights[:0:-1], allowed[-2::-1], those[::-1], strict=False
        ):
            weighted = list(map(mul, line, behind[-1]))
            behind.append(
                _shares(
                    [sum(map(mul, weighted, of_after(self._ahead_factor[one]))) for one in labels]
                )
            )
        behind.reverse()
        return [
            _shares(list(map(mul, one, other))) for one, other in zip(ahead, behind, strict=True)
        ]


def _behind(prefix: str, rows: Mapping[str, Row]) -> dict[str, Row]:
    """Return the rows of the signs that begin with `prefix`, by what follows it."""
    return {sign.removeprefix(prefix): row for sign, row in rows.items() if sign.startswith(prefix)}


def _those(labels: list[int]) -> Callable[[Row], Row]:
    """Return what picks the weights of some labels, one or more, out of a row."""
    return itemgetter(*labels) if len(labels) > 1 else itemgetter(slice(labels[0], labels[0] + 1))


def _weights(scores: list[float]) -> list[float]:
    """Return the exponentials of a line's scores, the highest as 1, so that none overflows."""
    top = max(scores)
    return [exp(score - top) for score in scores]


def _shares(weights: list[float]) -> list[float]:
    """Return weights as shares of their sum: only their proportions count, and long pages would run out of numbers."""
    whole = sum(weights)
    return [weight / whole for weight in weights]

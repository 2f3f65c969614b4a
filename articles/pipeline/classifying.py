"""Classifying: the countries a text is about or merely mentions, and its topics, each with the words that spoke."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .document import Document
from .knowledge import TopicRecord
from .linking import CountryWord
from .results import Found, Label, Span

#: How much a word counts by where it stands …
PLACE_WEIGHT = {
    Label.HEADLINE: 3.0,
    Label.KICKER: 2.0,
    Label.STANDFIRST: 2.0,
    Label.CROSSHEAD: 1.5,
    Label.CAPTION: 0.5,
}
#: … and by what it is.
KIND_WEIGHT = {"country": 1.0, "adjective": 0.8, "demonym": 0.8, "place": 0.7, "person": 0.5}
#: A text is about a country that has this share of the leading country's weight …
ABOUT_SHARE = 0.34
#: … and about so many at most.
ABOUT_LIMIT = 4
TOPIC_LIMIT = 3
TOPIC_SHARE = 0.42
TOPIC_MINIMUM = 2.5
_WORD = re.compile(r"\w+(?:'\w+)?")


def find_countries(
    words: Sequence[CountryWord], focus: frozenset[str]
) -> tuple[tuple[Found[str], ...], tuple[Found[str], ...]]:
    """Return the countries that a text is about, most central first, and all that it mentions.

    Persons speak for what a text is about, but they do not mention their country.
    """
    weight: dict[str, float] = defaultdict(float)
    spans: dict[str, list[Span]] = defaultdict(list)
    first = {word.span for word in sorted(words, key=lambda word: word.span)[:3]}
    for word in words:
        weight[word.code] += (
            KIND_WEIGHT[word.kind]
            * PLACE_WEIGHT.get(word.label, 1.0)
            * (1.5 if word.span in first else 1.0)
        )
        if word.kind != "person":
            spans[word.code].append(word.span)
    for code in focus & set(weight):
        weight[code] *= 1.25
    ranked = sorted((code for code in weight if spans[code]), key=lambda code: -weight[code])
    top = weight[ranked[0]] if ranked else 0.0
    about = [code for code in ranked if weight[code] >= ABOUT_SHARE * top and weight[code] >= 1.5][
        :ABOUT_LIMIT
    ]
    return (
        tuple(
            Found(
                code,
                tuple(spans[code]),
                "weight-of-words",
                round(min(0.95, weight[code] / top * 0.9), 2),
            )
            for code in about
        ),
        tuple(Found(code, tuple(spans[code]), "named", 0.95) for code in ranked),
    )


class TopicWords:
    """The words of all topics as one index, compiled once."""

    def __init__(self, topics: Iterable[TopicRecord]) -> None:
        self._exact: dict[str, dict[str, float]] = defaultdict(dict)
        self._patterns: list[tuple[re.Pattern[str], str, float]] = []
        loose: dict[tuple[str, float], list[str]] = defaultdict(list)
        for topic in topics:
            for _, entries in topic.words:
                for entry in entries:
                    text, _, number = entry.partition("|")
                    text, value = text.strip().lower().replace("ё", "е"), float(number or 1)
                    if "*" in text or " " in text or "-" in text:
                        loose[topic.code, value].append(
                            re.escape(text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
                        )
                    else:
                        self._exact[text][topic.code] = max(
                            value, self._exact[text].get(topic.code, 0)
                        )
        for (code, value), patterns in loose.items():
            self._patterns.append(
                (
                    re.compile(
                        rf"(?<!\w)(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?!\w)"
                    ),
                    code,
                    value,
                )
            )

    def hits(self, text: str) -> list[tuple[str, str, float, int, int]]:
        """Return (topic code, word, weight, start, end) for every word of a topic in `text`."""
        lowered = text.lower().replace("’", "'").replace("ё", "е")
        found = [
            (code, match[0], value, match.start(), match.end())
            for match in _WORD.finditer(lowered)
            for code, value in self._exact.get(match[0], {}).items()
        ]
        for pattern, code, value in self._patterns:
            found.extend(
                (code, match[0], value, match.start(), match.end())
                for match in pattern.finditer(lowered)
            )
        return found


def find_topics(document: Document, words: TopicWords) -> tuple[Found[str], ...]:
    """Return one to three topics, the weightiest first; a word said again counts less and less."""
    said: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    spans: dict[str, list[Span]] = defaultdict(list)
    value_of: dict[tuple[str, str], float] = {}
    for span, label in document.prose():
        best: dict[tuple[str, int], tuple[str, float, int]] = {}
        for code, word, value, start, end in words.hits(span.text_of(document.content)):
            if (code, start) not in best or best[code, start][1] < value:
                best[code, start] = (word, value, end)
        for (code, start), (word, value, end) in best.items():
            said[code][word[:7]] += (
                2.0 if label in {Label.HEADLINE, Label.STANDFIRST, Label.KICKER} else 1.0
            )
            value_of[code, word[:7]] = max(value, value_of.get((code, word[:7]), 0))
            spans[code].append(Span(span.start + start, span.start + end))
    weight = {
        code: sum(value_of[code, word] * math.log2(1 + times) for word, times in counts.items())
        for code, counts in said.items()
    }
    ranked = sorted(weight, key=lambda code: -weight[code])
    top = weight[ranked[0]] if ranked else 0.0
    chosen = [code for code in ranked if weight[code] >= max(TOPIC_MINIMUM, TOPIC_SHARE * top)][
        :TOPIC_LIMIT
    ] or ranked[:1]
    return tuple(
        Found(code, tuple(spans[code][:12]), "words", round(min(0.95, weight[code] / (top + 2)), 2))
        for code in chosen
    )

"""The topics of a text, by the weighted words that speak for each (the vocabulary is `articles/data/topics.toml`).

The constants were set on the texts that may be looked at (`tests/evaluation/open`, `seeds/`); see docs/quality.md.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from operator import itemgetter
from typing import NamedTuple

from ..document import Document
from ..knowledge import TopicRecord
from ..names.tokens import Remembered
from ..results import Found, Label, Span

LIMIT = 3
#: A topic needs this share of the leading one's weight, and at least so much of its own.
SHARE = 0.4
MINIMUM = 2.5
#: How often a word counts as said where readers look first.
PROMINENT = 2.0
PROMINENT_LABELS = frozenset({Label.KICKER, Label.HEADLINE, Label.STANDFIRST, Label.CROSSHEAD})
#: Strong words weigh more than weak ones, but less than their number says.
DAMPING = 0.7
#: Words that begin alike (Pipeline, Pipelines) are one word said again.
STEM = 7
#: The editor is shown so many places at most.
SHOWN = 12
#: What a topic's words weigh, on average, in texts about something else; so much speaks for nothing yet.
BACKGROUND = {
    "transport-infrastructure": 7.0,
    "culture-society": 7.0,
    "education-science": 5.0,
    "security-military": 4.0,
    "water-environment": 3.5,
    "trade-economy": 3.0,
    "energy": 2.5,
    "politics-elections": 2.5,
    "health": 2.5,
    "diplomacy": 2.0,
    "technology-space": 2.0,
    "migration-labour": 2.0,
    "media": 1.5,
    "disaster-accident": 1.0,
    "human-rights-justice": 1.0,
    "religion": 0.5,
    "sport": 0.5,
}
#: What speaks for diplomacy where leaders of several countries are named: so much for each country after the first.
LEADERS = 4.0
#: Words with what an apostrophe joins to them, and without; in brackets, so that a text is split into them.
_WORD = re.compile(r"(\w+(?:'\w+)?)")
_LETTERS = re.compile(r"(\w+)")
#: All of an entry behind its first word.
_BEHIND_FIRST_WORD = re.compile(r"[^\w*].*", re.DOTALL)


#: Words, each with where it begins.
Places = list[tuple[str, int]]


class TopicHit(NamedTuple):
    """A word of a topic's vocabulary in a text."""

    code: str
    word: str
    weight: float
    start: int
    end: int


class _Entries(NamedTuple):
    """All entries of one topic and weight that are not just one plain word, as one pattern, the longest first."""

    order: int
    code: str
    weight: float
    pattern: re.Pattern[str]


class TopicWords:
    """The words of all topics as one index, compiled once; every entry begins with a letter, a digit or an asterisk."""

    def __init__(self, topics: Iterable[TopicRecord]) -> None:
        self._exact: dict[str, dict[str, float]] = defaultdict(dict)
        loose: dict[tuple[str, float], list[str]] = defaultdict(list)
        for topic in topics:
            for entry in (entry for _, entries in topic.words for entry in entries):
                text, _, number = entry.partition("|")
                text, weight = _lowered(text.strip()), float(number or 1)
                if re.fullmatch(r"\w+", text):
                    self._exact[text][topic.code] = max(
                        weight, self._exact[text].get(topic.code, 0)
                    )
                else:
                    loose[topic.code, weight].append(text)
        # The first word of an entry, or its beginning, tells at once that most words of a text begin no entry.
        self._by_word: dict[str, set[_Entries]] = defaultdict(set)
        self._by_stem: dict[str, set[_Entries]] = defaultdict(set)
        for order, ((code, weight), texts) in enumerate(loose.items()):
            entries = _Entries(order, code, weight, _any_of(texts))
            for text in texts:
                stem, asterisk, _ = _BEHIND_FIRST_WORD.sub("", text).partition("*")
                (self._by_stem if asterisk else self._by_word)[stem].add(entries)
        self._beginning_with = Remembered(self._entries_beginning_with)

    def hits(self, text: str) -> list[TopicHit]:
        """Return every word of a topic in `text`, the weightiest reading of each place and topic."""
        lowered = _lowered(text)
        letters = _places_of(_LETTERS, lowered)
        words = _places_of(_WORD, lowered) if "'" in lowered else letters
        best: dict[tuple[str, int], TopicHit] = {}
        for hit in chain(self._exact_hits(words), self._loose_hits(lowered, letters)):
            held = best.get((hit.code, hit.start))
            if held is None or held.weight < hit.weight:
                best[hit.code, hit.start] = hit
        return list(best.values())

    def _exact_hits(self, words: Places) -> Iterator[TopicHit]:
        exact = self._exact
        for word, start in [place for place in words if place[0] in exact]:
            for code, weight in exact[word].items():
                yield TopicHit(code, word, weight, start, start + len(word))

    def _loose_hits(self, lowered: str, words: Places) -> list[TopicHit]:
        """Return the hits of each topic and weight in turn; those of one do not overlap."""
        found: list[tuple[int, TopicHit]] = []
        behind: dict[int, int] = {}
        known = self._beginning_with
        for start, begun in [(start, begun) for word, start in words if (begun := known[word])]:
            for order, code, weight, pattern in begun:
                match = pattern.match(lowered, start) if start >= behind.get(order, 0) else None
                if match:
                    behind[order] = match.end()
                    found.append((order, TopicHit(code, match[0], weight, *match.span())))
        return [hit for _, hit in sorted(found, key=itemgetter(0))]

    def _entries_beginning_with(self, word: str) -> tuple[_Entries, ...]:
        fitting = {*self._by_word.get(word, ())}
        for length in range(len(word) + 1):
            fitting |= self._by_stem.get(word[:length], set())
        return tuple(sorted(fitting, key=itemgetter(0)))


def _places_of(pattern: re.Pattern[str], text: str) -> Places:
    """Return the words of a text, each with where it begins."""
    parts = pattern.split(text)  # what parts words, a word, what parts words, …
    offsets = list(accumulate(map(len, parts)))
    return list(zip(parts[1::2], offsets[::2], strict=False))


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    patterns = [re.escape(text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for text in texts]
    return re.compile(rf"(?:{'|'.join(sorted(patterns, key=len, reverse=True))})(?!\w)")


def _lowered(text: str) -> str:
    """Return a text as the vocabulary compares it; no character is added or lost, so offsets stay true."""
    lowered = text.lower().replace("’", "'").replace("ё", "е")
    return lowered if len(lowered) == len(text) else text


@dataclass(slots=True)
class _Spoken:
    """What speaks for one topic: how often each word was said, its weight, and where."""

    times: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    weights: dict[str, float] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    added: float = 0.0

    @property
    def weight(self) -> float:
        """The topic's weight: a word said again counts less and less."""
        return self.added + math.fsum(
            self.weights[word] ** DAMPING * math.log2(1 + times)
            for word, times in self.times.items()
        )


def find_topics(
    document: Document, words: TopicWords, leaders: Mapping[str, Sequence[Span]]
) -> tuple[Found[str], ...]:
    """Return one to three topics, the weightiest first, each with the places of its words.

    `leaders` are the places where a text names leaders, by their countries: several countries speak for diplomacy.
    """
    spoken: dict[str, _Spoken] = defaultdict(_Spoken)
    for span, label in document.prose():
        for hit in words.hits(span.text_of(document.content)):
            topic, stem = spoken[hit.code], hit.word[:STEM]
            topic.times[stem] += PROMINENT if label in PROMINENT_LABELS else 1.0
            topic.weights[stem] = max(hit.weight, topic.weights.get(stem, 0.0))
            if len(topic.spans) < SHOWN:
                topic.spans.append(Span(span.start + hit.start, span.start + hit.end))
    if len(leaders) > 1:
        spoken["diplomacy"].spans.extend(span for spans in leaders.values() for span in spans[:1])
        spoken["diplomacy"].added = LEADERS * (len(leaders) - 1)
    weight = {
        code: max(0.0, topic.weight - BACKGROUND.get(code, 0.0)) for code, topic in spoken.items()
    }
    ranked = sorted((code for code in weight if weight[code]), key=lambda code: -weight[code])
    if not ranked:
        return ()
    least = max(MINIMUM, SHARE * weight[ranked[0]])
    chosen = [code for code in ranked if weight[code] >= least][:LIMIT] or ranked[:1]
    return tuple(
        Found(
            code,
            tuple(spoken[code].spans[:SHOWN]),
            "words",
            _confidence(weight[code], weight[ranked[0]]),
        )
        for code in chosen
    )


def _confidence(weight: float, top: float) -> float:
    """Return how sure a topic is: by its share of the leading topic's weight, and by how much speaks for it at all."""
    return round(min(0.95, (0.45 + 0.5 * weight / top) * weight / (weight + 1)), 2)

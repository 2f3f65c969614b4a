"""What a reader searched for, shown in the texts that were found: the sentence in which it stands, its words marked.

Only what the source lets readers see is looked into (`showing.py`): a text may be found by words that its page does not show.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..pipeline.relations.sentences import sentences_of
from ..pipeline.search import Words, keys_of, places_of
from ..showing import shown_of

#: A longer sentence is cut around the first words that were found, so many characters ahead of them.
LONGEST_SENTENCE, AHEAD = 320, 120


@dataclass(frozen=True)
class Piece:
    """Some words, and whether they were searched for."""

    text: str
    found: bool = False


@dataclass(frozen=True)
class Hit:
    """A text that was found: its headline, and a sentence of it or else its summary, in pieces."""

    article: Any
    headline: list[Piece]
    sentence: list[Piece]


def hit_of(article: Any, asked: Collection[Words]) -> Hit:
    """Return a found article (loaded with its body, and in `named` the mentions of who was meant) as a hit."""
    printed = (keys_of(form) for mention in article.named for form in mention.surfaces)
    wanted = [*asked, *(Words(tuple(keys)) for keys in printed if keys)]
    return Hit(
        article,
        headline=list(_pieces(article.headline, wanted)),
        sentence=list(_pieces(_sentence(article, wanted), wanted)),
    )


def _sentence(article: Any, wanted: Collection[Words]) -> str:
    """Return the sentence that holds most of what is wanted, the first of several; the summary where none holds any."""
    shown = shown_of(article)
    passages = [shown.standfirst, shown.excerpt, *(block["text"] for block in shown.blocks)]
    sentences = chain.from_iterable(sentences_of(passage, 0) for passage in passages)
    best, most = "", 0
    for sentence, _span in sentences:
        held = len({words for words, _place in places_of(sentence, wanted)})
        if held > most:
            best, most = sentence, held
    return _cut(best, wanted) if best else shown.summary


def _cut(sentence: str, wanted: Collection[Words]) -> str:
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    start = max(places_of(sentence, wanted)[0][1].start - AHEAD, 0)
    if start:
        start = sentence.find(" ", start) + 1
    cut = textwrap.shorten(sentence[start:], LONGEST_SENTENCE, placeholder=" …")
    return f"… {cut}" if start else cut


def _pieces(text: str, wanted: Collection[Words]) -> Iterator[Piece]:
    end = 0
    for _words, place in places_of(text, wanted):
        if end < place.start:
            yield Piece(text[end : place.start])
        yield Piece(text[place.start : place.end], found=True)
        end = place.end
    if end < len(text):
        yield Piece(text[end:])

"""Passages in another language than the text's: paragraphs and longer quotations, told by their small words.

A false passage is worse than a missed one: names, titles and short sentences count as the text's own language, and what
the words propose the model of character sequences must confirm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from .document import Document
from .function_words import FUNCTION_WORDS
from .language import find_language
from .results import Found, Label, Span

#: Fewer characters than this are a name, a title or half a sentence.
SHORTEST = 60
#: Prose has 20 to 45 small words in a hundred (Turkic languages 6 to 12): a line with this share of the text's own is its own.
_OWN_SHARE = 0.08
#: A foreign passage has this share of another language's, so many different ones, and so many times the text's own.
_SHARE, _DIFFERENT, _TIMES = 0.06, 3, 3
_CONFIDENCE = 0.9

_WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ‘’'`][^\W\d_]+)*")
_QUOTATION = re.compile(r"(?<=[„“«»”\"])[^„“«»”\"]{60,}(?=[“«»”\"])")
_CYRILLIC = re.compile(r"[\u0400-\u052f][\u0400-\u052f\W\d_]{58,}[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z\u00c0-\u02ff\u1e00-\u1eff\W\d_]{58,}[A-Za-z]")
_IN_CYRILLIC = frozenset({"ru", "uk", "kk", "ky", "tg", "uz-Cyrl"})
#: In which languages a word is a small one.
_LANGUAGES_OF: dict[str, list[str]] = defaultdict(list)
for _language, _words in FUNCTION_WORDS.items():
    for _small in _words:
        _LANGUAGES_OF[_small].append(_language)
_READ = (Label.STANDFIRST, Label.BODY, Label.CAPTION)


def find_passages(document: Document, language: Found[str] | None) -> tuple[Found[str], ...]:
    """Return for each language (BCP 47) other than the text's `language` its passages, as the spans of one value."""
    own = FUNCTION_WORDS.get(language.value) if language else None
    if not (own and language):
        return ()
    passages: dict[str, list[tuple[Span, float]]] = defaultdict(list)
    for line, (label, text, span) in zip(document.lines, document.printed, strict=True):
        if label not in _READ or line.span.end - line.span.start < SHORTEST:
            continue
        for start, end in _stretches(text, own, language.value):
            found = _foreign_language(text[start:end], own)
            if found and found.value != language.value:
                place = Span(span.start + start, span.start + end)
                passages[found.value].append((place, found.confidence))
    return tuple(
        Found(value, tuple(span for span, _ in places), "small-words", min(c for _, c in places))
        for value, places in passages.items()
    )


def _stretches(text: str, own: frozenset[str], language: str) -> list[tuple[int, int]]:
    """Return what of a line may be foreign: quotations and stretches in other letters, or all of it."""
    whole = [(0, len(text))]
    others = _LATIN if language in _IN_CYRILLIC else _CYRILLIC
    inner = [found.span() for found in _QUOTATION.finditer(text)]
    inner = inner or [found.span() for found in others.finditer(text)]
    if not inner:
        words = text.lower().split()
        return [] if sum(map(own.__contains__, words)) >= _OWN_SHARE * len(words) else whole
    edges = pairwise([(0, 0), *inner, (len(text), 0)])
    outside = " ".join(text[end:start] for (_, end), (start, _) in edges)
    return inner if _WORD.search(outside) and not _foreign_language(outside, own) else whole


def _foreign_language(text: str, own: frozenset[str]) -> Found[str] | None:
    """Return the language of a stretch that has another language's small words and hardly any of `own`."""
    words = _WORD.findall(text.lower())
    if sum(map(len, words)) * 10 < SHORTEST * 8:
        return None
    found: dict[str, list[str]] = {language: [] for language in FUNCTION_WORDS}
    for word in words:
        for language in _LANGUAGES_OF.get(word, ()):
            found[language].append(word)
    likely = max(found, key=lambda language: len(found[language]))
    number = len(found[likely])
    if (
        number < _SHARE * len(words)
        or len(set(found[likely])) < _DIFFERENT
        or number < _TIMES * sum(map(own.__contains__, words))
    ):
        return None
    confirmed = find_language(text, Span(0, len(text)))
    if confirmed is None or confirmed.value != likely or confirmed.confidence < _CONFIDENCE:
        return None
    return confirmed

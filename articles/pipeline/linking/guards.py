"""Where a hit of the gazetteer is no name after all, or another's: what its own words and the ones beside it say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..names.entries import COUNTRY_WORDS
from ..names.gazetteer import Hit, given_names
from ..names.persons import ends_as_surname
from ..names.tokens import Token, fold, tokenize, words_of

_OF = frozenset(["of", "de", "du", "der", "des", "von"])


def is_doubtful(hits: Sequence[Hit]) -> bool:
    """Return whether what begins at a word may mean several entities, or none: surnames, weak and shared forms."""
    if hits[0].form.kind in COUNTRY_WORDS:
        return False
    if len(hits) == 1:
        return hits[0].form.kind == "surname" or hits[0].form.weak
    name = hits[0].entity.name
    return any(
        hit.form.kind == "surname" or hit.form.weak or hit.entity.name != name for hit in hits
    )


def is_weak_surname(hit: Hit) -> bool:
    """Return whether a hit may as well be part of another name: "Marat" is a surname, but "Marat Dosymbekow" a person."""
    return hit.form.kind == "surname" and hit.form.weak


def is_genitive(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Return whether a country's name depends on the word before it: "Kasachstans", "of Kazakhstan", "Казахстана"."""
    ahead, last = tokens[hit.index - 1], tokens[hit.index + hit.length - 1]
    return ahead.key in _OF or last.key != tokenize(hit.form.text)[-1].key


def is_description(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Return whether a body is only described, not named: "das kasachische Außenministerium"."""
    return (
        hit.entity.kind == "organisation" and hit.length > 1 and tokens[hit.index].text[0].islower()
    )


def is_inflected(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Return whether a surname stands in another case than its form: Akajews, Исакова."""
    key = tokens[hit.index].key
    return key.endswith("s") if hit.by_sound else key != fold(hit.form.text)


def is_judged_otherwise(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Return whether a word closes a name that an editor judged never to mean the entity."""
    for form in hit.entity.not_meant:
        words = [fold(word) for word in words_of(form)]
        first = hit.index + 1 - len(words)
        if first >= 0 and [token.key for token in tokens[first : hit.index + 1]] == words:
            return True
    return False


def is_thing_named_after(hit: Hit, tokens: Sequence[Token], content: str) -> bool:
    """Return whether hyphens make a person's name part of a thing's: Alexander-Newski-Orden. Putin-Toqajew-Treffen names both."""
    last = tokens[hit.index + hit.length - 1]
    if content[last.end : last.end + 1] != "-":
        return False
    if hit.length > 1:
        words = tokens[hit.index : hit.index + hit.length]
        gaps = {content[one.end : other.start] for one, other in pairwise(words)}
        return gaps == {"-"} and " " in hit.form.text
    ahead = tokens[hit.index - 1] if hit.index else None
    joined = ahead is not None and content[ahead.end : last.start] == "-"
    return joined and ahead is not None and ahead.key in given_names([hit.entity])


def is_half_a_surname(hit: Hit, tokens: Sequence[Token], content: str) -> bool:
    """Return whether a hyphen joins the surname of a hit to another one: Akmat Alagushev-Tynaev, Grekow-Asanow."""
    last, end = tokens[hit.index + hit.length - 1], hit.index + hit.length
    if end < len(tokens) and content[last.end : tokens[end].start] == "-":
        return ends_as_surname(tokens[end])
    if hit.length > 1 or not hit.index or content[tokens[hit.index - 1].end : last.start] != "-":
        return False
    return ends_as_surname(tokens[hit.index - 1])

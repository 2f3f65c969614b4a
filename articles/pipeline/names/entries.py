"""The entries of the gazetteer: one form of one entity each, and whether words of a text are that form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..knowledge import EntityRecord, NameForm
from .folding import form_keys, word_keys
from .inflection import inflected
from .tokens import Token, tokenize

#: Kinds of forms that speak for a country without naming it.
COUNTRY_WORDS = ("adjective", "demonym")
#: Kinds of forms that are found only as they are written.
_AS_WRITTEN = (*COUNTRY_WORDS, "abbreviation", "misspelling", "nickname")
_ACRONYM_LENGTH = 8
#: A lone word of fewer sounds is found only as it is written: Osch, Kant, Mary are too like other words.
_SHORTEST_SURNAME, _SHORTEST_NAME = 5, 6
_UMLAUTS = re.compile("[äöüÄÖÜ]")
#: Words of a name stand close: a hyphen, a blank, a point.
_WIDEST_GAP = 3


class Entry(NamedTuple):
    """A form of an entity, cut into its words as printed."""

    words: tuple[str, ...]
    form: NameForm
    entity: EntityRecord


@lru_cache(maxsize=200_000)
def inflections(word: str, kind: str, multiword: bool) -> frozenset[str]:
    """Return what `inflected` makes of a word, remembered."""
    return frozenset(inflected(word, kind=kind, multiword=multiword))


def written_keys(entry: Entry, place: int) -> frozenset[str]:
    """Return the folded forms under which a text may print one word of a form; given names in Latin script stay as they are."""
    word, last = entry.words[place], place == len(entry.words) - 1
    is_person = entry.entity.kind == "person"
    if is_person and not last and entry.words[0].isascii():
        return inflections(word, "given", False)
    multiword = len(entry.words) > 1 and not is_person
    languages = entry.form.language
    german = not languages or "de" in languages or is_person or not word.isascii()
    return inflections(word, entry.form.kind if german or multiword else foreign(entry), multiword)


def foreign(entry: Entry) -> str:
    """Return the kind under which a form that is not German is inflected: it takes no genitive (France: no Frances)."""
    return entry.form.kind if entry.form.kind in COUNTRY_WORDS else "given"


def may_begin(entry: Entry, token: Token) -> bool:
    """Return whether a word is the first one of a form as it is written, inflected or not."""
    return (
        token.is_capitalised or entry.form.kind == "adjective" or not entry.form.text[0].isupper()
    ) and token.key in written_keys(entry, 0)


def is_written_alone(entry: Entry, token: Token) -> bool:
    """Return whether a word is a form of one word as it is written, inflected or not."""
    printed = entry.form.text
    if token.key not in written_keys(entry, 0):
        return False
    if printed.isupper() and len(printed) <= _ACRONYM_LENGTH:
        return token.text == printed
    if entry.form.kind == "adjective":
        return True
    if _UMLAUTS.search(token.text) and not _UMLAUTS.search(printed):
        return False  # Über is no Uber, Blätter no Blatter
    return (token.is_capitalised or not printed[0].isupper()) and is_meant(entry, [token])


def is_written_on(entry: Entry, tokens: Sequence[Token], index: int) -> bool:
    """Return whether the words behind word `index`, which the form may begin with, are the rest of the form as it is written."""
    length = len(entry.words)
    if index + length > len(tokens):
        return False
    for place in range(1, length):
        word = tokens[index + place]
        if word.start - tokens[index + place - 1].end > _WIDEST_GAP:
            return False
        if word.key not in written_keys(entry, place):
            return False
    return entry.form.kind == "adjective" or is_meant(entry, tokens[index : index + length])


def is_heard(entry: Entry, tokens: Sequence[Token], index: int) -> bool:
    """Return whether the words from `index` on sound like a form whose first word is known to."""
    words = tokens[index : index + len(entry.words)]
    if len(entry.words) == 1:
        # across scripts a lone word sounds like too many: Bein, Бэйцзин
        alike = is_cyrillic(words[0].text) == is_cyrillic(entry.words[0])
        return alike and words[0].is_capitalised and is_meant(entry, words)
    return (
        stand_close(entry, words)
        and not any(comma_between(*pair) for pair in pairwise(words))
        and all(
            not heard_keys(word.text).isdisjoint(form_keys(own, entry.form.language))
            for word, own in zip(words[1:], entry.words[1:], strict=True)
        )
        and words[-1].is_capitalised
        and is_meant(entry, words)
    )


def comma_between(one: Token, other: Token) -> bool:
    """Return whether two words are so far apart that a comma or a full stop parts them; an initial's point does not."""
    return other.start - one.end == len(", ") and len(one.text) > 1


def is_cyrillic(word: str) -> bool:
    """Return whether a word begins with a Cyrillic letter."""
    return "\u0400" <= word[0] <= "\u04ff"


def stand_close(entry: Entry, words: Sequence[Token]) -> bool:
    """Return whether there are as many words as the form has, none far from the next."""
    return len(words) == len(entry.words) and all(
        after.start - before.end <= _WIDEST_GAP
        for before, after in zip(words, words[1:], strict=False)
    )


def is_meant(entry: Entry, words: Sequence[Token]) -> bool:
    """Return whether no editor judged that these words never mean the entity."""
    if not entry.entity.not_meant:
        return True
    printed = [token.key for token in words]
    return all(
        printed != [token.key for token in tokenize(form)] for form in entry.entity.not_meant
    )


def may_be_heard(entry: Entry) -> bool:
    """Return whether a form may be found by its sounds: no abbreviation, nothing weak, no capitals."""
    form = entry.form
    if form.kind in _AS_WRITTEN or form.weak or not form.text[0].isupper():
        return False
    return len(entry.words) > 1 or not form.text.isupper()


def shortest_key(entry: Entry) -> int:
    """Return how many sounds the first word must have: a lone one more, Bein is not Beijing."""
    if len(entry.words) > 1:
        return 1
    return _SHORTEST_SURNAME if entry.form.kind == "surname" else _SHORTEST_NAME


@lru_cache(maxsize=200_000)
def heard_keys(word: str) -> frozenset[str]:
    """Return the keys of a word as a text prints it: with a German genitive, also those without."""
    keys = set(word_keys(word))
    if len(word) > 4 and word[-1] == "s" and word[-2] not in "sß'’":
        keys.update(word_keys(word[:-1]))
    return frozenset(keys)

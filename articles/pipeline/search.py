"""What readers search for, and the words that a text is found by: one analyser for every database.

Words are those of the gazetteer (`names.tokens`): case and diacritics do not count, an Uzbek oʻ is an o. A text is found
by its own words and by *signs*, which no reader can type: what it is listed by and whom it names. Who looks words up in
names first, and asks for the sign of each found entity beside them, finds a text in whatever spelling it names somebody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .names.tokens import tokenize
from .results import Span

#: As many characters a question may have: a long headline.
LONGEST_QUESTION = 300
#: From so many characters on a word also finds those that begin with it: German and Russian inflect at the end.
BEGINS_FROM = 4
#: Longer words are cut, in texts as in questions: no name or word is longer, and databases refuse endless ones.
LONGEST_WORD = 60
#: As many characters of words are kept of a text: PostgreSQL holds a megabyte of them, in bytes and with their places.
MOST_CHARACTERS = 200_000
#: What signs begin with, and no word of any language.
_SIGN = "xqz"
#: A database's own idea of a word must be ours: letters and digits only.
_NO_LETTER = re.compile(r"[\W_]+")
_QUOTED = re.compile(r'["„“”«»]([^"„“”«»]*)["„“”«»]')


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in a row; `begins` if a lone word also stands for those that begin with it.

    `quoted` ones are asked for as they are printed, and mean nobody by another name.
    """

    keys: tuple[str, ...]
    begins: bool = False
    quoted: bool = False

    def fits(self, keys: list[str]) -> bool:
        """Whether words with these keys are the ones."""
        return (*keys,) == self.keys or (self.begins and keys[0].startswith(self.keys[0]))


#: What a text must hold: of each part at least one of its alternatives.
Question = tuple[tuple[Words, ...], ...]


def keys_of(text: str) -> list[str]:
    """Return the keys of the words of `text`, in its order.

    >>> keys_of("Tokaïev in Oʻzbekiston, 2022")
    ['tokaiev', 'in', 'ozbekiston', '2022']
    """
    return [key for key, _span in _words(text)]


def places_of(text: str, wanted: Collection[Words]) -> list[tuple[Words, Span]]:
    """Return which of the wanted words stand where in `text`, in its order, the longest first where several begin.

    >>> places_of("Rede Tokajews", [Words(("tokajew",), begins=True)])
    [(Words(keys=('tokajew',), begins=True, quoted=False), Span(start=5, end=13))]
    """
    words = _words(text)
    keys, spans = [key for key, _span in words], [span for _key, span in words]
    longest_first = sorted(wanted, key=lambda one: -len(one.keys))
    found: list[tuple[Words, Span]] = []
    number = 0
    while number < len(keys):
        here = (one for one in longest_first if one.fits(keys[number : number + len(one.keys)]))
        if one := next(here, None):
            end = number + len(one.keys)
            found.append((one, Span(spans[number].start, spans[end - 1].end)))
        number += len(one.keys) if one else 1
    return found


def asked(question: str) -> list[Words]:
    """Return what a reader asks for: each word by itself, but words between quotation marks in a row and exactly so.

    >>> asked('Tokajew "Neues Kasachstan"')
    [Words(keys=('neues', 'kasachstan'), begins=False, quoted=True), Words(keys=('tokajew',), begins=True, quoted=False)]
    """
    parts = [Words(tuple(keys_of(one)), quoted=True) for one in _QUOTED.findall(question)]
    plain = keys_of(_QUOTED.sub(" ", question))
    parts += [Words((key,), begins=len(key) >= BEGINS_FROM) for key in plain]
    return [part for part in dict.fromkeys(parts) if part.keys]


def sign(name: str) -> str:
    """Return the sign of what is no word: a key of a listing (`country:KZ`), an entity (`entity:12`).

    >>> sign("topic:public-health")
    'xqztopicpublichealth'
    """
    return _SIGN + _NO_LETTER.sub("", name).casefold()


def text_to_search(parts: Iterable[str], signs: Iterable[str]) -> str:
    """Return the keys and signs that a text is found by, parted by blanks; between its parts no words stand in a row."""
    kept = f" {_SIGN} ".join(" ".join(keys_of(part)) for part in parts)
    return " ".join([kept[:MOST_CHARACTERS], *sorted(map(sign, signs))])


def as_fts5(question: Question) -> str:
    """Return a question as SQLite's FTS5 reads it."""
    return " AND ".join(f"({' OR '.join(map(_in_fts5, part))})" for part in question)


def as_tsquery(question: Question, *, in_a_row: bool = True) -> str:
    """Return a question as PostgreSQL's `tsquery` reads it; with words anywhere that should stand `in_a_row`, if not so."""
    between = " <-> " if in_a_row else " & "
    return " & ".join(
        f"({' | '.join(_in_tsquery(words, between) for words in part)})" for part in question
    )


def _words(text: str) -> list[tuple[str, Span]]:
    """Return the keys of the words of `text` with their places."""
    words = [
        (_NO_LETTER.sub("", token.key)[:LONGEST_WORD], Span(token.start, token.end))
        for token in tokenize(text)
    ]
    return [(key, span) for key, span in words if key and not key.startswith(_SIGN)]


def _in_fts5(words: Words) -> str:
    return f'"{" ".join(words.keys)}"' + ("*" if words.begins else "")


def _in_tsquery(words: Words, between: str) -> str:
    row = between.join(f"'{key}'" + (":*" if words.begins else "") for key in words.keys)
    return f"({row})"

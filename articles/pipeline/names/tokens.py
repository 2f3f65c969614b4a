"""Words of a text as the gazetteer compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, compress, count
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

#: A word is a run of letters, or of digits (20. Januar), or both (C5+1); an apostrophe stays inside Uzbek oʻ and gʻ, soft
#: hyphens and joiners are skipped over.
_WORD = re.compile(
    r"([A-ZА-Я]\d+(?:\+\d)?|\d+(?:\+\d)?"
    r"|[^\W\d_]+(?:(?:[\u0300-\u036f\u00ad\u200d]|(?<=[oOgG])[ʻʼ‘’'`](?=[^\W\d_]))[^\W\d_]*)*(?:\+\d)?)"
)
_DROPPED = dict.fromkeys(map(ord, "ʻʼ‘’'`\u00ad\u200d"))


class Token(NamedTuple):
    """A word of a text: as printed, folded for comparison, where it stands, and whether it begins with a capital letter."""

    text: str
    key: str
    start: int
    end: int
    is_capitalised: bool


def as_token(word: str) -> Token:
    """Return a word that stands alone."""
    return Token(word, fold(word), 0, len(word), word[0].isupper())


_TEXT, _IS_CAPITALISED = itemgetter(0), itemgetter(4)
#: Makes a token of a tuple of its fields; several times as fast as the call of the class.
_as_token = partial(tuple.__new__, Token)

Answer = TypeVar("Answer")
#: So many words of texts are remembered with what was found out about them.
_MOST_REMEMBERED = 200_000


class Remembered(dict[str, Answer], Generic[Answer]):
    """What a function says of a word, asked once for each: texts repeat their words. Forgets all when it holds too many."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Answer:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a word without case and diacritics: the key under which spellings of one script meet.

    >>> fold("Tokaïev"), fold("Oʻzbekiston"), fold("Тоқаев")
    ('tokaiev', 'ozbekiston', 'тоқаев')
    """
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    # Composed first: 𝕬 has a capital only behind its decomposition.
    word = unicodedata.normalize("NFKC", word).casefold().translate(_DROPPED)
    decomposed = unicodedata.normalize("NFKD", word)
    if not decomposed.isascii() and any(
        "\u0400" <= character <= "\u04ff" for character in decomposed
    ):
        # й and ё are letters of their own; only the stress mark and ё's dots are dropped.
        return unicodedata.normalize("NFKC", word).replace("ё", "е").replace("\u0301", "")
    return (
        "".join(character for character in decomposed if not unicodedata.combining(character))
        .replace("ß", "ss")
        .replace("ı", "i")
    )


#: Of each word, its key and whether it begins with a capital letter.
_KEYS = Remembered(fold)
_CAPITALISED = Remembered(lambda word: word[0].isupper())


def texts_of(tokens: Sequence[Token]) -> Iterator[str]:
    """Return the words of a text as printed."""
    return map(_TEXT, tokens)


def capitalised(tokens: Sequence[Token]) -> list[int]:
    """Return which words of a text begin with a capital letter."""
    return list(compress(count(), map(_IS_CAPITALISED, tokens)))


def tokenize(content: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of `content` between two offsets.

    >>> [token.text for token in tokenize("Kassym-Schomart Tokajews G‘ani")]
    ['Kassym', 'Schomart', 'Tokajews', 'G‘ani']
    """
    parts = _WORD.split(content[start:end])  # what parts words, a word, what parts words, …
    words = parts[1::2]
    offsets = list(accumulate(map(len, parts), initial=start))
    keys, capitalised = map(_KEYS.__getitem__, words), map(_CAPITALISED.__getitem__, words)
    return list(
        map(_as_token, zip(words, keys, offsets[1::2], offsets[2::2], capitalised, strict=False))
    )


@lru_cache(maxsize=256)
def tokens_of(line: str) -> tuple[Token, ...]:
    """Return the words of a line, remembered for a while: several rules ask for those of the same line."""
    return tuple(tokenize(line))


@lru_cache(maxsize=200_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name as printed.

    >>> words_of("Issyk-Kul")
    ('Issyk', 'Kul')
    """
    return tuple(_WORD.findall(text))

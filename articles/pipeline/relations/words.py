"""The words by which a text says what it has to do with others (`articles/data/relations.toml`), and patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CitingWords:
    """Words around a cited outlet; `*` at the end of a word stands for any ending.

    `ahead` and `behind` say on which side of it they stand, `after` stand directly behind it; `saying` are verbs for words
    spoken `to` it; `kinds` are nouns for what it is (Zeitung, агентство).
    """

    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReprintWords:
    """Words of a remark on the first publication: `texts` that were `first` printed elsewhere, `appeared`, or `permission`."""

    texts: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    appeared: tuple[str, ...] = ()
    permission: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationWords:
    """Openings of a remark on the translation, words before a language inside a sentence, and languages (BCP 47) by name."""

    openings: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RelationWords:
    """All of them.

    `weekdays` are the names of the days in small letters, Monday = 0; `commonness` tells of how many of a hundred texts
    name an entity.
    """

    citing: CitingWords = CitingWords()
    reprinting: ReprintWords = ReprintWords()
    translating: TranslationWords = TranslationWords()
    weekdays: Mapping[str, int] = field(default_factory=dict)
    commonness: Mapping[str, int] = field(default_factory=dict)


def telling_of(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the longest word of each phrase, casefolded: a casefolded text without any of them holds none of the phrases.

    >>> telling_of(["nach Angaben", "sagte*"])
    ('angaben', 'sagte')
    """
    words = (phrase.casefold().rstrip("*").split() for phrase in phrases)
    return tuple(dict.fromkeys(max(of_phrase, key=len) for of_phrase in words))


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches one of `phrases` as whole words in any case and with any white space, the longest first.

    >>> bool(re.search(any_of(["nach Angaben", "sagte*"]), "sagten sie")), re.search(any_of(["so"]), "also")
    (True, None)
    """
    spelt = [_spelt(phrase) for phrase in sorted(set(phrases), key=len, reverse=True)]
    return rf"(?<!\w)(?i:{'|'.join(spelt)})" if spelt else r"(?!)"


def _spelt(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.rstrip("*").split())
    if phrase.endswith("*"):
        return words + r"\w*"
    return words if phrase.endswith(("'", "’")) else words + r"(?!\w)"

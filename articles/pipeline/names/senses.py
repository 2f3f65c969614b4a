"""What a word of a text can be, by the word lists: a given name, a role, a body, a kind of place, a common word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import NameWords
from .gazetteer import Gazetteer
from .inflection import inflected
from .tokens import Remembered, Token, fold

#: German makes new roles by compounding: Vizeaußenminister, Regierungssprecherin.
_ROLE_ENDINGS = (
    "minister",
    "ministerin",
    "chef",
    "chefin",
    "sprecher",
    "sprecherin",
    "prasident",
    "prasidentin",
    "leiter",
    "leiterin",
    "experte",
    "expertin",
    "trainer",
    "trainerin",
    "forscher",
    "forscherin",
    "direktor",
    "direktorin",
    "berater",
    "beraterin",
    "referent",
    "referentin",
    "vorstand",
)
_INITIAL = re.compile(r"[A-ZА-Я]\.?$")
#: Characters of a text that are looked at together for their language.
_BLOCK = 300
HYPHENS = frozenset(["-", "‑"])
_GAPS = HYPHENS | {" ", "\xa0"}
_POINTS = frozenset([". ", ".\xa0", "."])
_GERMAN = re.compile(r"\b(?:der|die|das|und|ist|wurde)\b")


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name found by the words around it: `length` words from word `index` on."""

    index: int
    length: int
    kind: str
    rule: str
    confidence: float


class Senses(NamedTuple):
    """What one word can be. `place_ending`: it ends as places of the region do, -abad, -kent."""

    given: bool
    common: bool
    role: bool
    body: bool
    body_suffix: bool
    place_head: bool
    place_ending: bool

    @property
    def plain(self) -> bool:
        """Whether a word that only sounds like a name is a common noun, a role, a given name."""
        return self.common or self.role or self.body or self.place_head or self.given


def _with_cases(words: frozenset[str]) -> frozenset[str]:
    """Return folded words with the cases of the Russian ones: издание, изданию."""
    russian = (word for word in words if "\u0400" <= word[0] <= "\u04ff")
    return words.union(*map(inflected, russian))


class WordSenses:
    """The word lists and the gazetteer's given names as questions about one word."""

    def __init__(self, words: NameWords, gazetteer: Gazetteer) -> None:
        self._words = words
        self._gazetteer = gazetteer
        #: Russian nouns in all their cases
        self._roles = _with_cases(words.roles)
        self._bodies = _with_cases(words.organisation_heads)
        self._places = _with_cases(words.place_heads)
        self._heads = tuple(head for head in words.organisation_heads if len(head) > 4)
        #: the last letters of these: most words end otherwise
        self._tails = frozenset(head[-3:] for head in self._heads)
        #: the senses of a word as printed
        self.of = Remembered(self._of)

    def _of(self, word: str) -> Senses:
        key, words = fold(word), self._words
        common = key in words.common
        given = key in words.given or self._gazetteer.is_given_name(key)
        return Senses(
            given=given and not common and word[0].isupper() and not _is_acronym(word),
            common=common,
            role=self._names_role(key),
            body=self._ends_in_body(key),
            body_suffix=word in words.organisation_suffixes,
            place_head=self._names_place(key),
            place_ending=self._ends_as_place(key.removesuffix("s")),
        )

    def is_given(self, token: Token) -> bool:
        """Return whether a word is a given name."""
        return self.of[token.text].given

    def is_role(self, token: Token) -> bool:
        """Return whether a word is a noun that stands beside names, inflected and compounded ones included."""
        return self.of[token.text].role

    def is_one_role(self, token: Token) -> bool:
        """Return whether a word is a role in the form that one person has: no plural ("Villagers Look"), no case of one."""
        return token.key in self._words.roles or token.key.endswith(_ROLE_ENDINGS)

    def is_common(self, token: Token) -> bool:
        """Return whether a word is never part of a name."""
        return self.of[token.text].common

    def is_body(self, token: Token) -> bool:
        """Return whether a word is a noun for a body or ends in one: Universität, Zolldienst, Nationalbank."""
        return self.of[token.text].body

    def is_body_suffix(self, token: Token) -> bool:
        """Return whether a word marks a company: GmbH, AG, Ltd."""
        return self.of[token.text].body_suffix

    def is_place_head(self, token: Token) -> bool:
        """Return whether a word is a kind of place: Dorf, Region, Fluss."""
        return self.of[token.text].place_head

    def has_place_ending(self, token: Token) -> bool:
        """Return whether a word ends as places of the region do: -abad, -kent."""
        return self.of[token.text].place_ending

    def is_plain(self, token: Token) -> bool:
        """Return whether a word that only sounds like a name is a common noun, a role, a given name."""
        return self.of[token.text].plain

    def _names_role(self, key: str) -> bool:
        forms = {key, *(key.removesuffix(ending) for ending in ("s", "n", "en", "in"))}
        return not forms.isdisjoint(self._roles) or any(
            form.endswith(_ROLE_ENDINGS) for form in forms
        )

    def _ends_in_body(self, key: str) -> bool:
        forms = {key, key.removesuffix("s"), key.removesuffix("es")}
        return not forms.isdisjoint(self._bodies) or any(
            form[-3:] in self._tails
            and form.endswith(self._heads)
            and not form.startswith(self._heads)
            for form in forms
        )

    def _names_place(self, key: str) -> bool:
        forms = {key, *(key.removesuffix(ending) for ending in ("s", "es", "en"))}
        return not forms.isdisjoint(self._places)

    def _ends_as_place(self, key: str) -> bool:
        return key.endswith(self._words.place_endings) and len(key) > 6


def _is_acronym(word: str) -> bool:
    """Return whether a word has the capitals of a short abbreviation: NGO is no Ngo."""
    return word.isupper() and 1 < len(word) < 5


def adjacent(before: Token, after: Token, content: str) -> bool:
    """Return whether only a blank, a hyphen, or an initial's point parts two words."""
    gap = content[before.end : after.start]
    return gap in _GAPS or (gap in _POINTS and bool(_INITIAL.fullmatch(before.text)))


def before(tokens: Sequence[Token], index: int, content: str) -> Token | None:
    """Return the word right before word `index`, where only a blank or hyphen parts them."""
    return (
        tokens[index - 1] if index and adjacent(tokens[index - 1], tokens[index], content) else None
    )


def hyphen_run(tokens: Sequence[Token], index: int, content: str) -> int:
    """Return the end of the run of capitalised words that hyphens join from word `index` on."""
    end = index + 1
    while (
        end < len(tokens)
        and content[tokens[end - 1].end : tokens[end].start] in HYPHENS
        and tokens[end].is_capitalised
    ):
        end += 1
    return end


def opens_sentence(content: str, token: Token) -> bool:
    """Return whether a word opens a sentence or a quotation, where its capital proves nothing."""
    ahead = content[max(0, token.start - 3) : token.start].strip(' \xa0„“"«(')
    return not ahead or ahead[-1] in ".!?:…\n\r"


def is_german(content: str, token: Token) -> bool:
    """Return whether the words around are German, which gives every noun a capital."""
    return _is_german_near(content, token.start // _BLOCK)


@lru_cache(maxsize=1024)
def _is_german_near(content: str, block: int) -> bool:
    start = block * _BLOCK
    return bool(_GERMAN.search(content, max(0, start - _BLOCK), start + 2 * _BLOCK))

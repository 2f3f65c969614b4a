"""Names that the gazetteer does not hold: persons, organisations and places by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..knowledge import NameWords
from .gazetteer import Gazetteer
from .tokens import Token

_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "di",
        "da",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "uulu",
        "kyzy",
        "kysy",
        "ogly",
        "oglu",
        "qizi",
        "uly",
        "улы",
        "уулу",
        "кызы",
        "оглы",
    ]
)
_SURNAME = re.compile(
    r".{2,}(?:ow|ew|owa|ewa|ov|ev|ova|eva|jew|jewa|yev|yeva|aev|aeva|bajew|bayev|baev|bekow|bekov|uly|zoda|sade|zade|"
    r"shvili|schwili|enko|idze|yan|jan|sson|skij|ski|sky|off|"
    r"ов|ева?|ова|ин|ина|ский|ская|енко|дзе|швили|ян|заде|зода|баев|беков)s?$"
)
_ORGANISATION_TAIL = frozenset(
    [
        "für",
        "der",
        "des",
        "von",
        "zur",
        "of",
        "for",
        "and",
        "und",
        "the",
        "de",
        "du",
        "des",
        "la",
        "et",
        "по",
        "и",
    ]
)
_ADJECTIVE = re.compile(r".{3,}(?:e|er|en|es|em|ische[nrsm]?)$")
_INITIAL = re.compile(r"[A-ZА-Я]\.?$")
_NO_ACRONYM = frozenset(
    [
        "USD",
        "EUR",
        "KZT",
        "UZS",
        "KGS",
        "TJS",
        "TMT",
        "RUB",
        "CHF",
        "GMT",
        "CET",
        "MEZ",
        "TV",
        "PDF",
        "CO2",
        "COVID",
        "SMS",
        "UHR",
        "CEO",
        "PKW",
        "LKW",
        "KM",
        "KW",
        "MW",
        "GW",
        "TWH",
        "KWH",
        "BIP",
        "GDP",
        "OK",
        "NGO",
        "NGOS",
        "NRO",
        "ИП",
        "ТВ",
        "США",
    ]
)


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name found by the words around it: `length` words from word `index` on."""

    index: int
    length: int
    kind: str
    rule: str
    confidence: float


class UnknownNames:
    """Finds names of persons, organisations and places that the gazetteer does not hold."""

    def __init__(self, words: NameWords, gazetteer: Gazetteer) -> None:
        self._words = words
        self._gazetteer = gazetteer

    def is_given(self, token: Token) -> bool:
        """Return whether a word is a given name."""
        return token.is_capitalised and (
            token.key in self._words.given or self._gazetteer.is_given_name(token.key)
        )

    def is_role(self, token: Token) -> bool:
        """Return whether a word is a noun that stands beside names, compounds included (Vizeaußenminister)."""
        key = token.key
        return any(
            form in self._words.roles
            or any(
                key.endswith(head)
                for head in (
                    "minister",
                    "ministerin",
                    "chef",
                    "sprecher",
                    "sprecherin",
                    "prasident",
                    "prasidentin",
                )
            )
            for form in (key, key.removesuffix("s"), key.removesuffix("en"), key.removesuffix("n"))
        )

    def is_common(self, token: Token) -> bool:
        """Return whether a word is never part of a name."""
        return token.key in self._words.common

    def find(
        self, tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool]
    ) -> UnknownName | None:
        """Return the unknown name that begins at word `index`, if one does."""
        if taken[index] or not tokens[index].is_capitalised:
            return None
        return (
            self._person(tokens, index, content, taken)
            or self._organisation(tokens, index, content, taken)
            or self._place(tokens, index, content, taken)
        )

    # --- persons ---------------------------------------------------------------------------------

    def _person(
        self, tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool]
    ) -> UnknownName | None:
        end = self._run(tokens, index, content, taken)
        if end - index < 2:
            return self._lone_surname(tokens, index, content)
        first, last = tokens[index], tokens[end - 1]
        if self.is_given(first) and not self.is_common(last):
            return UnknownName(index, end - index, "person", "given-name", 0.8)
        if self.is_common(first) or self.is_role(first):
            return None
        if _SURNAME.fullmatch(last.key):
            return UnknownName(index, end - index, "person", "surname-ending", 0.7)
        before = (
            tokens[index - 1] if index and _adjacent(tokens[index - 1], first, content) else None
        )
        if before and self.is_role(before) and end - index <= 3:
            return UnknownName(index, end - index, "person", "behind-role", 0.7)
        return None

    def _run(self, tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool]) -> int:
        """Return the end of the run of words from `index` on that one name could hold."""
        end = index
        while end < len(tokens) and end - index < 4 and not taken[end]:
            token = tokens[end]
            if end > index and not _adjacent(tokens[end - 1], token, content):
                break
            if not token.is_capitalised:
                if token.key in _PARTICLES and end > index:
                    end += 1
                    continue
                break
            if end > index and (self.is_common(token) or self.is_role(token)):
                break
            end += 1
        while (
            end > index
            and tokens[end - 1].key in _PARTICLES
            and not tokens[end - 1].key.endswith(("uulu", "kyzy", "ogly", "уулу", "кызы"))
        ):
            end -= 1
        return end

    def _lone_surname(
        self, tokens: Sequence[Token], index: int, content: str
    ) -> UnknownName | None:
        token = tokens[index]
        before = (
            tokens[index - 1] if index and _adjacent(tokens[index - 1], token, content) else None
        )
        plain = not self.is_common(token) and not self.is_role(token) and len(token.text) > 3
        if (
            plain
            and before
            and before.is_capitalised
            and self.is_role(before)
            and not self._is_body(token)
        ):
            return UnknownName(index, 1, "person", "surname-behind-role", 0.5)
        if (
            plain
            and re.search(
                r"(?:ow|ew|owa|ewa|bajew|yev|yeva|ov|ova|зода|ов|ев|ова|ева)s?$", token.key
            )
            and len(token.text) > 5
        ):
            return UnknownName(index, 1, "person", "lone-surname-ending", 0.5)
        return None

    # --- organisations ---------------------------------------------------------------------------

    def _is_body(self, token: Token) -> bool:
        """Return whether a word is, or ends in, a noun for a body: Universität, Zolldienst, Nationalbank."""
        key = (
            token.key.removesuffix("s")
            if token.key not in self._words.organisation_heads
            else token.key
        )
        return key in self._words.organisation_heads or any(
            len(head) > 3 and key.endswith(head) and len(key) > len(head) + 2
            for head in self._words.organisation_heads
        )

    def _organisation(
        self, tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool]
    ) -> UnknownName | None:
        hyphened = _hyphen_run(tokens, index, content)
        if (
            hyphened - index > 1
            and self._is_body(tokens[hyphened - 1])
            and not any(taken[index:hyphened])
        ):
            if not self.is_common(tokens[index]) and not self.is_role(tokens[index]):
                return UnknownName(index, hyphened - index, "organisation", "hyphened-body", 0.6)
        if _opens_sentence(content, tokens[index]) and _is_german(content, tokens[index]):
            return None
        end, bodies = index, 0
        while end < len(tokens) and end - index < 9:
            token = tokens[end]
            if end > index and not _adjacent(tokens[end - 1], token, content):
                break
            if token.is_capitalised:
                bodies += self._is_body(token)
                end += 1
            elif (
                token.key in _ORGANISATION_TAIL
                and bodies + _is_english(tokens, index)
                and end + 1 < len(tokens)
            ):
                if (
                    not tokens[end + 1].is_capitalised
                    and tokens[end + 1].key not in _ORGANISATION_TAIL
                ):
                    break
                end += 1
            else:
                break
        while end > index and not tokens[end - 1].is_capitalised:
            end -= 1
        opening = tokens[index]
        named = (
            bool(_ADJECTIVE.fullmatch(opening.key))
            or any(taken[index:end])
            or _is_english(tokens, index)
        )
        if (
            bodies
            and end - index >= 2
            and named
            and not self._is_body(opening)
            and not self.is_role(opening)
        ):
            return UnknownName(index, end - index, "organisation", "named-body", 0.6)
        return self._acronym(tokens, index, content)

    @staticmethod
    def _acronym(tokens: Sequence[Token], index: int, content: str) -> UnknownName | None:
        token = tokens[index]
        bracketed = (
            content[token.start - 1 : token.start] == "("
            and content[token.end : token.end + 1] == ")"
        )
        if (
            token.text.isupper()
            and 2 < len(token.text) <= 7
            and bracketed
            and token.text not in _NO_ACRONYM
        ):
            return UnknownName(index, 1, "organisation", "bracketed-acronym", 0.6)
        return None

    # --- places ----------------------------------------------------------------------------------

    def _place(
        self, tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool]
    ) -> UnknownName | None:
        token = tokens[index]
        end = _hyphen_run(tokens, index, content)
        if self.is_common(token) or self.is_role(token) or any(taken[index:end]):
            return None
        before = (
            tokens[index - 1] if index and _adjacent(tokens[index - 1], token, content) else None
        )
        if (
            before
            and before.key.removesuffix("s").removesuffix("es") in self._words.place_heads
            and len(token.text) > 2
        ):
            return UnknownName(index, end - index, "place", "behind-kind-of-place", 0.6)
        ending = tokens[end - 1].key
        if (
            len(ending) > 5
            and ending.removesuffix("s").endswith(self._words.place_endings)
            and not _opens_sentence(content, token)
        ):
            return UnknownName(index, end - index, "place", "place-ending", 0.5)
        return None


def _adjacent(before: Token, after: Token, content: str) -> bool:
    """Return whether only a blank, a hyphen, or an initial's point parts two words."""
    gap = content[before.end : after.start]
    return gap in {" ", "\xa0", "-", "‑", "–"} or (
        gap in {". ", ".\xa0", "."} and bool(_INITIAL.fullmatch(before.text))
    )


def _hyphen_run(tokens: Sequence[Token], index: int, content: str) -> int:
    end = index + 1
    while (
        end < len(tokens)
        and content[tokens[end - 1].end : tokens[end].start] in {"-", "‑"}
        and tokens[end].is_capitalised
    ):
        end += 1
    return end


def _opens_sentence(content: str, token: Token) -> bool:
    before = content[max(0, token.start - 3) : token.start].strip(' \xa0„“"«(')
    return not before or before[-1] in ".!?:…\n\r"


def _is_english(tokens: Sequence[Token], index: int) -> bool:
    around = {token.key for token in tokens[max(0, index - 40) : index + 40]}
    return (
        len(around & {"the", "of", "and", "to", "in", "said", "a", "for"}) >= 4
        and "der" not in around
    )


def _is_german(content: str, token: Token) -> bool:
    return bool(
        re.search(
            r"\b(?:der|die|das|und|ist)\b", content[max(0, token.start - 300) : token.end + 300]
        )
    )

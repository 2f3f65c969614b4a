"""Citations: the outlets that a text names as where it knows something from. A cited outlet is never the source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Protocol

from ..document import Document
from ..results import Found, Label, Span
from .sentences import sentences_of
from .words import CitingWords, any_of, telling_of

#: What may stand between a word of citing and the outlet: quotation marks, nouns for outlets, words in small letters.
_SMALL = r"[^\W\d_A-ZÄÖÜА-ЯЁ][\w’'-]*"
#: Behind these an outlet's name is a place: "In Fergana berichtet man", "сообщают из Ферганы".
_PLACING = r"(?:in|im|aus|nach|bei|für|from|at|of|for|à|pour|в|из|на|у|для)"
#: Behind these an outlet is not what reports, nor whom one speaks to: "auf seinem Kanal", "von der Stiftung".
_PREPOSITION = r"(?:in|im|an|am|auf|aus|bei|für|mit|nach|über|unter|von|vom|vor|zu|zum|zur|at|by|for|from|of|on|with|à|chez|dans|de|par|pour|sur|в|на|из|для|о|об|от|с|у|к)"
_ARTICLE = r"(?i:der|die|das|the|le|la|l['’])"
_OPENING = r"[„“”«»\"‚‘(]?"
_CLOSING = r"[“”«»\"‘’)]?"
#: An outlet that nobody knows: an address, or a name in quotation marks or capitals behind a noun for outlets.
_ADDRESS = re.compile(
    r"(?<![\w@./])[A-Za-zА-Яа-я][\w-]+\.(?:[a-z]{2}|com|org|net|info|news|media|report|asia|today|online)(?![\w.])"
)
#: What every address has; few sentences have it.
_POINT_INSIDE = re.compile(r"\.[a-z]")
_NAME = r"(?:[„“«\"](?P<quoted>[^„“”«»\"]{2,40})[“”»\"]|(?P<plain>[A-ZÄÖÜА-ЯЁ][\w’'.-]*\w(?:\s[A-ZÄÖÜА-ЯЁ0-9][\w’'.-]*\w)*))"
#: Where something other than an outlet stands between two outlets that belong together.
_LISTED = re.compile(rf"{_CLOSING}(?:,|,?\s(?:und|sowie|and|et|и))\s(?:\w+\s)?{_OPENING}$")

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND_PREPOSITION = re.compile(rf"(?<!\w){_PREPOSITION}$")
_BEHIND_NOUN = re.compile(rf"(?<!\w)(?i:der|die|das|ein|eine)\s(?:{_SMALL}\s)*[A-ZÄÖÜ][\w-]+$")
_WHERE = (Label.STANDFIRST, Label.BODY, Label.CROSSHEAD)


class Outlets(Protocol):
    """What is asked of the known outlets (`parsing.source.SourceNames`)."""

    def named_in(self, line: str, offset: int = 0) -> list[tuple[str, Span]]:
        """Return the known outlets that a line names."""

    def may_be_outlet(self, printed: str) -> bool:
        """Return whether a name may be an outlet's: a known one, or none that is known otherwise."""


class Citing:
    """Finds citations, with patterns compiled once from the words of citing and the known outlets."""

    def __init__(self, words: CitingWords, outlets: Outlets) -> None:
        self._outlets = outlets
        kinds = any_of(words.kinds)
        word = rf"(?:{kinds}|{_SMALL})"
        last = rf"(?:{kinds}|(?!{_PLACING}\s){_SMALL})"
        subject = rf"(?:(?:{kinds}|(?!{_PREPOSITION}\s){_SMALL})\s+){{0,5}}{_OPENING}$"
        between = rf"(?:(?:{word}\s+){{0,4}}{last}\s+)?{_OPENING}$"
        # The longest word of each phrase tells at once that most sentences cite nobody.
        self._telling = frozenset(
            max(_WORD.findall(phrase.casefold()), key=len)
            for phrase in (*words.ahead, *words.behind, *words.after, *words.saying)
        )
        self._ahead = re.compile(rf"{any_of(words.ahead)}[\s:]+{between}")
        self._subject = re.compile(
            rf"(?:^|[,;:–—-]\s|(?<!\w)(?i:wie|as|как|dass|that|что|que)\s)"
            rf"(?:{_ARTICLE}\s+|\w+\s+(?={kinds}))?{subject}"
        )
        self._behind = re.compile(rf"{_CLOSING}[^,;:!?()]{{0,60}}?{any_of(words.behind)}")
        self._after = re.compile(rf"{_CLOSING}\s*{any_of(words.after)}")
        self._told = re.compile(
            rf"{any_of(words.saying)}(?P<said>.*?)\s(?P<to>{any_of(words.to)})\s+{subject}"
        )
        self._unknown = re.compile(rf"{kinds}\s+{_NAME}")
        self._kinds = telling_of(words.kinds)

    def find(self, document: Document, own: Collection[str] = ()) -> tuple[Found[str], ...]:
        """Return the outlets that the text cites, the first cited first; `own` are names that mean the text's own outlet."""
        found: dict[str, tuple[list[Span], str, float]] = {}
        for line, span in document.lines_with(*_WHERE):
            telling = self._telling.intersection(_WORD.findall(line.casefold()))
            if not telling:
                continue
            for sentence, where in sentences_of(line, span.start):
                folded = sentence.casefold()
                if not _says_one_of(telling, folded):
                    continue
                for name, place, rule, confidence in self._cited_in(sentence, folded, where.start):
                    if name not in own:
                        found.setdefault(name, ([], rule, confidence))[0].append(place)
        return tuple(
            Found(name, tuple(spans), rule, confidence)
            for name, (spans, rule, confidence) in found.items()
        )

    def _cited_in(
        self, sentence: str, folded: str, start: int
    ) -> Iterator[tuple[str, Span, str, float]]:
        last = None
        for name, place, known in self._outlets_in(sentence, folded):
            rule = self._rule(sentence[: place.start], sentence[place.end :])
            if (
                rule is None
                and last is not None
                and _LISTED.fullmatch(sentence[last.end : place.start])
            ):
                rule = "cited-in-list"
            if rule:
                last = place
                yield (
                    name,
                    Span(start + place.start, start + place.end),
                    rule,
                    0.9 if known else 0.7,
                )

    def _outlets_in(self, sentence: str, folded: str) -> list[tuple[str, Span, bool]]:
        """Return the outlets that a sentence names in order, and whether each is known."""
        named = [(name, span, True) for name, span in self._outlets.named_in(sentence)]
        has_kind = any(word in folded for word in self._kinds)
        for match in self._unknown.finditer(sentence) if has_kind else ():
            group = "quoted" if match["quoted"] else "plain"
            if match["quoted"] or self._outlets.may_be_outlet(match["plain"]):
                named.append((match[group], Span(*match.span(group)), False))
        if _POINT_INSIDE.search(sentence):
            named.extend(
                (match[0], Span(*match.span()), False) for match in _ADDRESS.finditer(sentence)
            )
        if len(named) < 2:
            return named
        apart: list[tuple[str, Span, bool]] = []
        for one in sorted(named, key=lambda row: (not row[2], row[1])):
            if not any(
                one[1].start < other.end and other.start < one[1].end for _, other, _ in apart
            ):
                apart.append(one)
        return sorted(apart, key=lambda row: row[1])

    def _rule(self, before: str, behind: str) -> str | None:
        """Return the rule by which an outlet between two parts of a sentence is cited."""
        if self._ahead.search(before):
            return "cited-behind-cue"
        if self._after.match(behind):
            return "cited-before-cue"
        if self._subject.search(before) and self._behind.match(behind):
            return "outlet-reports"
        told = self._told.search(before)
        return "told-outlet" if told and not _speaks_for(told) else None


def _says_one_of(words: Collection[str], folded: str) -> bool:
    said = [word for word in words if word in folded]
    return bool(said) and not set(said).isdisjoint(_WORD.findall(folded))


def _speaks_for(told: re.Match[str]) -> bool:
    """Return whether the outlet is that of the speaker: "sagte sie von der taz", "sagte ein Sprecher der taz"."""
    if _BEHIND_PREPOSITION.search(told["said"]):
        return True
    return told["to"].casefold() == "der" and bool(_BEHIND_NOUN.search(told["said"]))

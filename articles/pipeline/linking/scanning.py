"""Finding: the gazetteer's names in a stretch of prose and, between and around them, unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..knowledge import NameForm
from ..names.entries import COUNTRY_WORDS
from ..names.gazetteer import Gazetteer, Hit, given_names
from ..names.kinds import has_article, kind_beside, kind_named
from ..names.namesakes import is_natural
from ..names.persons import ends_as_surname
from ..names.senses import UnknownName, WordSenses, is_german, opens_sentence
from ..names.summits import find_summit
from ..names.tokens import Token, capitalised, fold, tokenize, words_of
from ..names.unknown import UnknownNames
from ..results import Label, Span
from .guards import (
    is_description,
    is_doubtful,
    is_genitive,
    is_half_a_surname,
    is_inflected,
    is_judged_otherwise,
    is_thing_named_after,
    is_weak_surname,
)
from .stretch import Name, Stretch

#: Endings of German nouns for a site, and nouns for what is called by a name of its own.
_SITES = ("mine", "hafen", "kraftwerk", "stutzpunkt", "werk", "feld", "grube", "kombinat", "anlage")
_MEDIA_AND_PARTIES = frozenset(
    "partei bewegung agentur nachrichtenagentur zeitung sender portal firma konzern magazin".split()
)
_OF = frozenset(["von", "de", "of"])
_BLANKS = frozenset([" ", "\xa0"])
#: A surname that is only heard proves nothing alone where it is shorter: Query, Kerry.
_LONG_SURNAME = 7
#: Longer words before a surname are more often a role than a given name.
_LONGEST_GIVEN = 9
_CURRENCY = frozenset({"dollar", "dollars", "cent", "cents"})
#: Between the members of a list that share one "Regionen" before them.
_LIST = frozenset(["und", "sowie", "and", "bzw", "oder", "or", "et", "и", "of", "von", "de"])


def _kind_of_list(between: Sequence[Token], listed: str) -> str:
    """Return the kind that a list of regions or districts goes on with over the words `between` two names, or "".

    `listed` is the kind of the list so far. "Regionen Osch und Talas", "the districts of Kungrad and Muynak".
    """
    for token in reversed(between):
        if token.key not in _LIST:
            return _listed(token)
    return listed


def _listed(token: Token) -> str:
    """Return the kind of administrative unit that a noun before a list names, or ""."""
    kind = kind_named(token.key)
    return kind if kind in {"region", "district"} else ""


def _without_rare(hits: list[Hit]) -> list[Hit]:
    """Return what a word means without what nobody thinks of: beside a country weak forms (a channel "Казахстан"), beside others weak surnames."""
    strong = [hit for hit in hits if not hit.form.weak and hit.entity.kind != "person"]
    if not strong:
        return hits
    if any(hit.entity.kind == "country" for hit in strong):
        return [hit for hit in hits if not hit.form.weak]
    return [hit for hit in hits if not is_weak_surname(hit)]


class Scanner:
    """Finds names in stretches of prose; what they mean is decided later."""

    def __init__(self, gazetteer: Gazetteer, senses: WordSenses) -> None:
        self._gazetteer = gazetteer
        self._senses = senses
        self._unknown = UnknownNames(senses)

    def scan(self, content: str, span: Span, label: Label) -> Stretch:
        """Find the gazetteer's names and, between and around them, unknown ones."""
        tokens = tokenize(content, span.start, span.end)
        stretch = Stretch(tokens, label, [False] * len(tokens))
        end, listed = 0, ""
        for index in self._gazetteer.beginnings(tokens):
            hits = self._hits(tokens, index, content) if index >= end else []
            if not hits:
                continue
            listed = _listed(tokens[index]) or _kind_of_list(tokens[end:index], listed)
            stretch.hits[index] = [self._meant(hit, tokens, content, listed) for hit in hits]
            end = index + hits[0].length
            if end - index > 1:
                if leading := self._leading_nouns(hits[0], tokens, content):
                    stretch.leading[index] = leading
                self._look_inside(stretch, index, tokens, content)
            if hits[0].entity.kind == "organisation" and (summit := find_summit(hits[0], tokens)):
                stretch.unknown.append(summit)
            if not all(map(is_weak_surname, stretch.hits[index])):
                stretch.taken[index:end] = [True] * (end - index)
        self._find_unknown(content, stretch)
        stretch.names = [
            Name(stretch.name_span(found[0]), found, is_doubtful(found))
            for found in stretch.hits.values()
        ]
        stretch.free = [index for index in capitalised(tokens) if not stretch.taken[index]]
        return stretch

    def _hits(self, tokens: Sequence[Token], index: int, content: str) -> list[Hit]:
        """Return the names that begin at word `index` and mean nothing else there, a country before its people: Polen."""
        hits = self._gazetteer.hits(tokens, index)
        if hits and is_description(hits[0], tokens):
            hits = self._gazetteer.lone_hits(tokens[index], index)
        hits = [hit for hit in hits if not self.is_another(hit, tokens, content)]
        if len(hits) > 1:
            hits.sort(key=lambda hit: hit.form.kind in COUNTRY_WORDS)
            return _without_rare(hits)
        return hits

    def _leading_nouns(self, hit: Hit, tokens: Sequence[Token], content: str) -> int:
        """Return how many words before a name only tell its kind or office: Fluss, Goldmine, Papst; in German and written small."""
        for place in range(hit.length - 1):
            token = tokens[hit.index + place]
            if hit.entity.kind == "person":
                is_noun = self._senses.is_role(token)
            elif hit.entity.kind == "place":
                is_noun = self._senses.is_place_head(token) or (
                    token.key.endswith(_SITES) and self._bears(hit, tokens, place + 1)
                )
            else:
                is_noun = token.key in _MEDIA_AND_PARTIES and self._bears(hit, tokens, place + 1)
            if not is_noun and not (place and token.key in _OF):
                return place
            if token.is_capitalised and not is_german(content, token):
                return place
        return hit.length - 1

    def _bears(self, hit: Hit, tokens: Sequence[Token], skipped: int) -> bool:
        """Return whether the words of a hit without the first ones are a name of the same entity too."""
        rest = tokens[hit.index + skipped : hit.index + hit.length]
        printed = [token.key.removesuffix("s") for token in rest]
        return any(
            [fold(word).removesuffix("s") for word in words_of(form.text)] == printed
            for form in hit.entity.forms
        )

    def _look_inside(
        self, stretch: Stretch, index: int, tokens: Sequence[Token], content: str
    ) -> None:
        """Find the countries and places that a longer name holds: "Gesundheitsministerium Kasachstans", "Gipfel in Samarkand".

        Of a body only a country in the genitive at its end counts (Kazakhstan Temir Zholy names no country).
        """
        outer = stretch.hits[index][0]
        end = index + outer.length
        if outer.entity.kind not in {"organisation", "event"}:
            return
        for place in range(index + 1, end):
            inner = self._gazetteer.hits(tokens, place)
            if not inner or inner[0].index + inner[0].length > end or inner[0].by_sound:
                continue
            country = inner[0].entity.kind == "country" and inner[0].form.kind not in COUNTRY_WORDS
            belongs = (
                country
                and inner[0].index + inner[0].length == end
                and is_genitive(inner[0], tokens)
            )
            named = outer.entity.kind == "event" and (
                inner[0].entity.kind == "country"
                or (inner[0].entity.kind == "place" and not tokens[place - 1].is_capitalised)
            )
            is_one = len({hit.entity.name for hit in inner}) == 1
            if belongs or (named and is_one and not inner[0].form.weak):
                stretch.hits[place] = inner

    def _meant(self, hit: Hit, tokens: Sequence[Token], content: str, listed: str) -> Hit:
        """Return what a hit means in its place: a region in a list of regions, a river behind "am", "US-" before a noun an adjective."""
        if hit.entity.kind == "place":
            return self._place_meant(hit, tokens, content, listed)
        if hit.form.kind == "surname" and self._may_be_another(hit, tokens, content):
            return replace(hit, form=hit.form._replace(weak=True))
        last = tokens[hit.index + hit.length - 1]
        if hit.form.text == "US" and content[last.end : last.end + 1] in {"-", "‑"}:
            return Hit(hit.index, hit.length, NameForm("US-", "adjective"), hit.entity)
        return hit

    def _place_meant(self, hit: Hit, tokens: Sequence[Token], content: str, listed: str) -> Hit:
        """Return the place of that name that the noun beside it, the list that it stands in or an article speaks of."""
        end = hit.index + hit.length
        kind = kind_beside(tokens, hit.index, end, content) or listed
        if kind:
            return self._gazetteer.as_kind(hit, kind)
        if hit.length == 1 and has_article(tokens, hit.index, end, content):
            return self._gazetteer.as_natural(hit)
        return hit

    def _find_unknown(self, content: str, stretch: Stretch) -> None:
        """Find unknown names; names that stand inside a longer one, as a city in its university's, are dropped."""
        for unknown in self._unknown.find(stretch.tokens, content, stretch.taken):
            end = unknown.index + unknown.length
            if stretch.taken[unknown.index] and unknown.index not in stretch.hits:
                continue  # it begins inside a known name: "(Neue) Zürcher Zeitung"
            inside = [place for place in range(unknown.index, end) if place in stretch.hits]
            if any(stretch.hits[place][0].entity.kind == "organisation" for place in inside):
                continue
            if unknown.rule == "closing-kind" and not self._is_other_place(
                unknown, inside, stretch
            ):
                continue
            stretch.unknown.append(unknown)
            for place in inside:
                del stretch.hits[place]
            stretch.taken[unknown.index : end] = [True] * unknown.length

    @staticmethod
    def _is_other_place(unknown: UnknownName, inside: Sequence[int], stretch: Stretch) -> bool:
        """Return whether a name that closes with a kind is no known place: it opens with one at most, which is of no such kind."""
        if not inside:
            return True
        first, *others = inside
        hit = stretch.hits[first][0]
        ends_before = first == unknown.index and hit.length < unknown.length
        return not others and ends_before and not is_natural(hit)

    def is_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a form means something else here: US before Dollar, a name behind another's given name."""
        is_person = hit.entity.kind == "person"
        if is_person and (
            is_thing_named_after(hit, tokens, content) or is_half_a_surname(hit, tokens, content)
        ):
            return True
        end = hit.index + hit.length
        following = tokens[end] if end < len(tokens) else None
        if following and following.key in _CURRENCY and hit.form.text in {"US", "USA"}:
            return True
        if hit.length > 1:
            return False
        return (
            (hit.by_sound and self._senses.is_plain(tokens[hit.index]))
            or is_judged_otherwise(hit, tokens)
            or self._opens_a_person(hit, following, content, tokens)
            or ((is_person or hit.form.weak) and self._closes_a_person(hit, tokens, content))
        )

    def _opens_a_person(
        self, hit: Hit, following: Token | None, content: str, tokens: Sequence[Token]
    ) -> bool:
        """Return whether a word is the given name of a person whose surname follows: Lena Ostendorf, Nursultan Weber."""
        name = tokens[hit.index]
        return (
            following is not None
            and following.is_capitalised
            and content[name.end : following.start] in _BLANKS
            and not self._senses.is_plain(following)
            and (
                self._senses.is_given(name)
                or (hit.entity.kind in {"place", "person"} and ends_as_surname(following))
            )
        )

    def _closes_a_person(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a word is the surname of somebody else, whose given name stands before it."""
        ahead = self._ahead(hit, tokens, content)
        if ahead is None or not (
            self._senses.is_given(ahead) or self._may_be_given(ahead, hit, tokens, content)
        ):
            return False
        return ahead.key not in given_names([hit.entity]) and not self._senses.is_role(ahead)

    @staticmethod
    def _ahead(hit: Hit, tokens: Sequence[Token], content: str) -> Token | None:
        """Return the word before a hit where only a blank parts them."""
        ahead = tokens[hit.index - 1] if hit.index else None
        close = ahead and content[ahead.end : tokens[hit.index].start] in _BLANKS
        return ahead if close else None

    def _may_be_given(self, ahead: Token, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether the word before a surname may be a given name that no list has: "Zhanel Tulegenova", "Mels Karimow".

        German roles are longer; in Cyrillic the first word of a sentence may be anything.
        """
        return (
            hit.entity.kind == "person"
            and len(ahead.text) <= _LONGEST_GIVEN
            and (ahead.text.isascii() or not opens_sentence(content, ahead))
            and self._is_no_word(ahead, hit, tokens)
        )

    def _may_be_another(self, hit: Hit, tokens: Sequence[Token], content: str) -> bool:
        """Return whether a surname is a plain word too, or stands behind a word that may be somebody's given name."""
        name = tokens[hit.index]
        if self._senses.is_plain(name) or (hit.by_sound and len(name.text) < _LONG_SURNAME):
            return True
        ahead = self._ahead(hit, tokens, content)
        return (
            ahead is not None
            and (name.text.isascii() or not opens_sentence(content, ahead))
            and self._is_no_word(ahead, hit, tokens)
        )

    def _is_no_word(self, ahead: Token, hit: Hit, tokens: Sequence[Token]) -> bool:
        """Return whether the word before a hit is capitalised and nothing that we know: no noun, role, place.

        Before a genitive stands a noun: "Porträt Akajews", "Адвокаты Исакова".
        """
        return (
            ahead.is_capitalised
            and not is_inflected(hit, tokens)
            and not self._senses.is_plain(ahead)
            and all(one.by_sound for one in self._gazetteer.hits(tokens, hit.index - 1))
        )

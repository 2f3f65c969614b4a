"""Places that the gazetteer does not hold: by the nouns that name their kind, or by their endings."""

from __future__ import annotations

from collections.abc import Sequence

from .senses import (
    HYPHENS,
    UnknownName,
    WordSenses,
    adjacent,
    before,
    hyphen_run,
    is_german,
    opens_sentence,
)
from .tokens import Token

#: Kinds of places whose name follows them: "das Dorf Schahrinaw", "село Каратерен". Behind others a noun is a noun.
_APPOSED = tuple(
    (
        "dorf stadt region gebiet provinz bezirk kreis rajon oblast fluss siedlung gemeinde insel bezirks provinz village city town "
        "district province river settlement город городе города село селе села поселок поселке район районе река ville riviere"
    ).split()
)
#: Towns that need no name behind them: "in der Hauptstadt Plakate".
_NO_KIND = ("hauptstadt", "altstadt", "innenstadt")
_LONGEST_PLACE = 4
#: Kinds that close a place's name: with a capital in English, behind a hyphen in German.
_CLOSING_KINDS = frozenset(
    (
        "glacier valley steppe desert river pass gorge canyon peak range mountains dam canal reservoir avenue street square boulevard "
        "bridge stadium arena district "
        "tal tals tales see sees gletscher gletschers pass passes schlucht damm damms dammes prospekt prospekts platz platzes "
        "strasse stausee stausees"
    ).split()
)


def is_kind_of_place(key: str) -> bool:
    """Return whether a folded word is a kind of place, or ends in one, that stands before its name: Dorf, city, село."""
    return key == "ort" or (key.endswith(_APPOSED) and not key.endswith(_NO_KIND))


def may_close_place(key: str) -> bool:
    """Return whether a folded noun closes the names of places: Glacier, -Tal."""
    return key in _CLOSING_KINDS


def find_closed_place(
    tokens: Sequence[Token], index: int, content: str, senses: WordSenses
) -> UnknownName | None:
    """Return the place whose name begins at word `index` and closes with the noun for its kind: Lysyi Glacier, Bartang-Tal.

    The words before the noun may be a known name: a valley is not the village that it is called after.
    """
    end = index
    while end < len(tokens) and end - index < _LONGEST_PLACE and tokens[end].is_capitalised:
        if end > index and not adjacent(tokens[end - 1], tokens[end], content):
            return None
        if end > index and tokens[end].key in _CLOSING_KINDS:
            hyphened = content[tokens[end - 1].end : tokens[end].start] in HYPHENS
            named = hyphened or not is_german(content, tokens[end])
            return (
                UnknownName(index, end + 1 - index, "place", "closing-kind", 0.6) if named else None
            )
        if (
            senses.is_common(tokens[end])
            or senses.is_role(tokens[end])
            or senses.is_body(tokens[end])
        ):
            return None
        end += 1
    return None


def find_place(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> UnknownName | None:
    """Return the place whose name begins at word `index`: behind a kind of place, or with an ending of the region."""
    token = tokens[index]
    end = hyphen_run(tokens, index, content)
    if (
        senses.is_common(token)
        or senses.is_role(token)
        or senses.is_place_head(token)
        or any(taken[index:end])
    ):
        return None
    ahead = before(tokens, index, content)
    if (
        ahead
        and is_kind_of_place(ahead.key)
        and content[ahead.end : token.start] != "-"
        and len(token.text) > 2
    ):
        return UnknownName(index, end - index, "place", "behind-kind-of-place", 0.6)
    if end - index > 1 and senses.is_place_head(tokens[end - 1]) and not senses.is_body(token):
        return UnknownName(index, end - index, "place", "hyphened-kind-of-place", 0.6)
    if senses.has_place_ending(tokens[end - 1]) and not opens_sentence(content, token):
        return UnknownName(index, end - index, "place", "place-ending", 0.5)
    return None

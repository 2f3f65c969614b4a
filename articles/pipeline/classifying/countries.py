"""The countries that a text is about or merely mentions, each with the words that spoke for it.

The weights were set on the texts that may be looked at (`tests/evaluation/open`, `seeds/`); see docs/quality.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..linking import CountryWord
from ..results import Found, Label, Span

#: How much a word counts by where it stands …
PLACE_WEIGHT = {
    Label.HEADLINE: 4.0,
    Label.KICKER: 2.0,
    Label.STANDFIRST: 3.0,
    Label.CROSSHEAD: 1.5,
    Label.CAPTION: 0.5,
}
#: … and by what it is.
KIND_WEIGHT = {"country": 1.0, "adjective": 0.8, "demonym": 0.8, "place": 0.7, "person": 0.8}
#: A text is about a country that has this share of the leading country's weight …
ABOUT_SHARE = 0.3
#: … and about so many at most.
ABOUT_LIMIT = 4
#: The countries of the desk weigh more, and so do the first names of a text.
FOCUS = 1.5
FIRST = 2.5
#: Less than this is a mention in passing.
ABOUT_MIN = 1.5
#: Texts about the region name it more often: of 159 that may be looked at none less than six times, the two others at most twice.
REGION_AT_LEAST = 3


def tells_of_region(words: Sequence[CountryWord], focus: frozenset[str]) -> bool:
    """Return whether `words` make a text one about the desk's countries (`focus`), rather than one that mentions them.

    One word above the body is enough, or several in it, or most of those that name any country.
    """
    named = [word for word in words if word.code in focus]
    above = (Label.HEADLINE, Label.KICKER, Label.STANDFIRST)
    is_most = len(named) > len(words) / 2
    return is_most or len(named) >= REGION_AT_LEAST or any(word.label in above for word in named)


def find_countries(
    words: Sequence[CountryWord], focus: frozenset[str]
) -> tuple[tuple[Found[str], ...], tuple[Found[str], ...]]:
    """Return the countries that a text is about, most central first, and all that it mentions.

    Persons speak for what a text is about, but they do not mention their country.
    """
    weight: dict[str, float] = defaultdict(float)
    spans: dict[str, list[Span]] = defaultdict(list)
    first = {word.span for word in sorted(words, key=lambda word: word.span)[:3]}
    for word in words:
        weight[word.code] += (
            KIND_WEIGHT[word.kind]
            * PLACE_WEIGHT.get(word.label, 1.0)
            * (FIRST if word.span in first else 1.0)
        )
        if word.kind != "person":
            spans[word.code].append(word.span)
    for code in focus & set(weight):
        weight[code] *= FOCUS if tells_of_region(words, focus) else 0
    ranked = sorted((code for code in weight if spans[code]), key=lambda code: -weight[code])
    top = weight[ranked[0]] if ranked else 0.0
    about = [
        code for code in ranked if weight[code] >= ABOUT_SHARE * top and weight[code] >= ABOUT_MIN
    ][:ABOUT_LIMIT]
    return (
        tuple(
            Found(code, tuple(spans[code]), "weight-of-words", _confidence(weight[code] / top))
            for code in about
        ),
        tuple(Found(code, tuple(spans[code]), "named", 0.95) for code in ranked),
    )


def _confidence(share: float) -> float:
    """Return how sure a country is, from its share of the leading country's weight: 0.6 at the threshold, 0.95 at most."""
    return round(min(0.95, 0.6 + 0.5 * (share - ABOUT_SHARE) / (1 - ABOUT_SHARE)), 2)

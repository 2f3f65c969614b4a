"""Names that the gazetteer does not hold, each kind by a rule of its own."""

from __future__ import annotations

from collections.abc import Sequence

from .bodies import find_organisation, find_place
from .persons import find_person
from .senses import UnknownName, WordSenses
from .tokens import Token

RULES = (find_person, find_organisation, find_place)


def find_unknown(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> UnknownName | None:
    """Return the unknown name that begins at word `index`, by the first rule that reads one."""
    if not tokens[index].is_capitalised:
        return None
    if taken[index]:
        # A taken word may still open a longer name: a city in the name of its university.
        return find_organisation(tokens, index, content, taken, senses)
    return next(
        (found for rule in RULES if (found := rule(tokens, index, content, taken, senses))), None
    )

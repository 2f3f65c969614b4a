"""Names of languages behind a preposition, where the language of the page changes them.

gettext cannot: it is given the name that Django knows. Russian names are adjectives ("французский": "перевод с
французского", "на французском") and small; names that are none, as "хинди", stay as they are but "иврит", a noun.
"""

import re

from django.utils.translation import get_language

#: By the English preposition, the ending that an adjective takes, and a noun.
_RUSSIAN = {"from": ("ого", "а"), "in": ("ом", "е")}
_ADJECTIVE = re.compile(r"(?<=\w)[иы]й\b")
_NOUN = re.compile(r"(?<=иврит)$")


def behind_preposition(name: str, preposition: str) -> str:
    """Return the `name` of a language in that of the page as it stands behind its word for "from" or "in"."""
    if (get_language() or "")[:2] != "ru":
        return name
    adjective, noun = _RUSSIAN[preposition]
    return _NOUN.sub(noun, _ADJECTIVE.sub(adjective, name.lower()))

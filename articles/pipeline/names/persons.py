"""Persons whom the gazetteer does not hold: by a given name, a role, or the ending of a surname."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .senses import UnknownName, WordSenses, adjacent, before
from .surnames import DESCENT
from .tokens import Token

#: Lower-case parts inside a name; words of descent (uulu, kyzy) close one.
_PARTICLES = frozenset(
    ["von", "van", "der", "den", "de", "di", "da", "du", "la", "le", "al", "el", "bin", "ibn"]
)
#: Particles that are German articles unless another stands before them.
_ARTICLES = frozenset(["der", "den"])
#: Words before a noun, which a name does not take: "der Dorfvorsteher Emom Rahmonow".
_DETERMINERS = frozenset(
    (
        "der die das den dem des ein eine einen einem einer eines sein seine seinen seinem ihr ihre ihren ihrem "
        "dessen deren unser unsere diesem dieser diesen"
    ).split()
)
#: Words before the name of somebody who is called so.
_CALLED = frozenset(["heisst", "namens", "named", "nomme", "nommee"])
#: Endings of roles that are participles: in the plural they look like one woman (Abgeordnete, Vorsitzende).
_PARTICIPLES = ("nete", "nde", "tragte", "agte")
#: Verbs of saying, folded, beside which two capitalised words that are nothing else are a person.
_SAYING = frozenset(
    (
        "sagt sagte erklart erklarte betont betonte meint meinte erzahlt erzahlte nennt nannte lobt lobte fragt fragte antwortet "
        "antwortete kritisiert kritisierte warnt warnte berichtet berichtete urteilt urteilte ruft rief klagt klagte "
        "said says told warned explained recalled added asked argued a-t-elle explique raconte confie affirme estime dit"
    ).split()
)
_SURNAME = re.compile(
    r".{2,}(?:ow|ew|owa|ewa|ov|ev|ova|eva|jew|jewa|yev|yeva|aev|aeva|bajew|bayev|baev|bekow|bekov|uly|zoda|soda|sade|zade|"
    r"shvili|schwili|enko|idze|jan|yan|skij|ski|sky|"
    r"ов|ева?|ова|ин|ина|ский|ская|енко|дзе|швили|ян|заде|зода)(?:s|а|у|ым|ом|е|ой)?$"
)
_LONE_SURNAME = re.compile(
    r".{3,}(?:ow|ew|owa|ewa|ov|ova|yev|yeva|aev|aeva|zoda|soda|ов|ев|ова|ева|зода)(?:s|а|у|ым|е|ой)?$"
)
LONGEST_NAME = 4
_APOSTROPHES = frozenset(["'", "’"])


def find_person(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> UnknownName | None:
    """Return the person whose name begins at word `index`.

    A given name and a word that is no common noun make a name; so do two words with the ending of a surname, behind a role
    ("Vizeminister Sultan Kamaletdinow") or beside a verb of saying ("sagte Gitta Pollmann"); a lone word only behind a
    role or with a plain ending.
    """
    end = _run(tokens, index, content, taken, senses)
    if end - index < 2:
        return _lone_name(tokens, index, content, senses)
    first, last = tokens[index], tokens[end - 1]
    ahead = before(tokens, index, content)
    behind_role = ahead is not None and ahead.is_capitalised and senses.is_role(ahead)
    if end - index > 2 and not senses.is_given(first):
        if ahead is not None and ahead.key in _DETERMINERS:
            return None  # "der Dorfvorsteher Emom Rahmonow": the name begins with the next word
        if senses.is_given(tokens[index + 1]):
            return None  # "Elektriker Otabek Karimow": the name begins with the next word
    if senses.is_given(first):
        return UnknownName(index, end - index, "person", "given-name", 0.8)
    has_ending = bool(_SURNAME.fullmatch(last.key))
    if behind_role and has_ending and end - index == 2 and not senses.is_role(first):
        return UnknownName(index, 2, "person", "behind-role", 0.7)
    if _is_noun(first, senses) or any(senses.is_body(token) for token in tokens[index:end]):
        return None
    if has_ending:
        return UnknownName(index, end - index, "person", "surname-ending", 0.7)
    if behind_role and end - index <= 3:
        return UnknownName(index, end - index, "person", "behind-role", 0.7)
    shouted = first.text.isupper() or last.text.isupper()
    if end - index == 2 and not shouted and _is_said(tokens, index, end, content):
        return UnknownName(index, 2, "person", "beside-saying", 0.6)
    return None


def _is_noun(token: Token, senses: WordSenses) -> bool:
    """Return whether a word is something else than the first one of a name: a common noun, a role, a kind of place."""
    return senses.is_common(token) or senses.is_role(token) or senses.is_place_head(token)


def _is_said(tokens: Sequence[Token], index: int, end: int, content: str) -> bool:
    """Return whether a verb of saying stands right before or behind the words from `index` to `end`."""
    ahead = before(tokens, index, content)
    if ahead is not None and ahead.key in _SAYING and not ahead.is_capitalised:
        return True
    following = (
        tokens[end]
        if end < len(tokens) and adjacent(tokens[end - 1], tokens[end], content)
        else None
    )
    return following is not None and following.key in _SAYING


def _run(
    tokens: Sequence[Token], index: int, content: str, taken: Sequence[bool], senses: WordSenses
) -> int:
    """Return the end of the run of words from `index` on that one name could hold."""
    end = index
    while end < len(tokens) and end - index < LONGEST_NAME and not taken[end]:
        token = tokens[end]
        if end > index and not (
            adjacent(tokens[end - 1], token, content) or _elided(tokens[end - 1], token, content)
        ):
            break
        inside = end > index and (
            token.key in DESCENT
            or (token.key in _PARTICLES and _joins_names(tokens[end - 1], token))
        )
        if not token.is_capitalised and not inside:
            break
        if end > index and not inside and (senses.is_common(token) or senses.is_role(token)):
            break
        end += 1
    while end > index and tokens[end - 1].key in _PARTICLES and not tokens[end - 1].is_capitalised:
        end -= 1
    return end


def _elided(one: Token, other: Token, content: str) -> bool:
    """Return whether an apostrophe joins two parts of a surname: Dell'Oro, D'Angelo, O'Brien."""
    return (
        content[one.end : other.start] in _APOSTROPHES
        and len(one.text) < 5
        and other.is_capitalised
    )


def _joins_names(ahead: Token, particle: Token) -> bool:
    """Return whether a particle is part of a name: "von der Leyen", but not "Serik den Motor"."""
    return particle.key not in _ARTICLES or ahead.key in _PARTICLES - _ARTICLES


def ends_as_surname(token: Token) -> bool:
    """Return whether a word has the ending of a surname: -ow, -bajew, -uly."""
    return len(token.text) > 5 and bool(_SURNAME.fullmatch(token.key))


def ends_as_lone_surname(key: str) -> bool:
    """Return whether a folded word has an ending by which it is a surname without any other evidence."""
    return bool(_LONE_SURNAME.fullmatch(key))


def joins_names(key: str) -> bool:
    """Return whether a folded word may stand inside a name without a capital: von, uulu."""
    return key in _PARTICLES or key in DESCENT


def _lone_name(
    tokens: Sequence[Token], index: int, content: str, senses: WordSenses
) -> UnknownName | None:
    """Return the person named by one word: a surname by its ending or behind a role, a given name behind one ("Schwester Inga")."""
    token = tokens[index]
    if (
        _is_noun(token, senses)
        or senses.is_body(token)
        or len(token.text) < 4
        or token.text.isupper()
    ):
        return None
    ahead = before(tokens, index, content)
    if ahead and _names_one(ahead, tokens[index - 2] if index > 1 else None, senses):
        rule = "given-behind-role" if senses.is_given(token) else "surname-behind-role"
        return UnknownName(index, 1, "person", rule, 0.5)
    if ends_as_lone_surname(token.key):
        return UnknownName(index, 1, "person", "lone-surname-ending", 0.5)
    return None


def _names_one(role: Token, ahead: Token | None, senses: WordSenses) -> bool:
    """Return whether a word says that a person's name follows: a role of one person, "namens".

    A form of several (Polizisten, Abgeordnete) may be one of one too, behind an article.
    """
    if role.key in _CALLED:
        return True
    if not role.is_capitalised or not senses.is_role(role):
        return False
    of_one = senses.is_one_role(role) and not role.key.endswith(_PARTICIPLES)
    return of_one or (ahead is not None and ahead.key in _DETERMINERS)

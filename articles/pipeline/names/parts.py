"""The parts of a name: words, patronymics, initials, and the noun for its kind (Gebiet, озеро, River)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from .orthographies import Reading, plain, readings

_WORD = re.compile(r"(?:(?<![^\W\d_])[dl]'(?=[^\W\d_]))|(?:[^\W\d_]|['\u0300-\u036f])+\.?|\d+")
_HYPHENS = re.compile("[-‑–]")
#: KazMunayGas, BakaiBank: capitals inside a word begin another.
_HUMP = re.compile(r"(?<=[a-zа-яёіәғқңөұүһ])(?=[A-ZА-ЯҚӨ][a-zа-яёіәғқңөұүһ])")
#: Longer words in capitals are names in a headline: TOKAJEW.
_ACRONYM = 5
_ELIDED = {"d'", "l'"}
_VOWEL_LETTERS = set("aeiouyäöüаеёиоуыэюя")
#: Words inside names that carry no identity: articles, prepositions, the ezafe of Mazar-i-Sharif.
_LINKS = frozenset(
    "von van der die das den de du des la le les l d of the and und et и e i ı y ye und al el ul".split()
)
#: Endings of patronymics and Turkic words of descent, as sounds: -owitsch, -овна, -uly, -кызы, ogly, uulu.
_PATRONYMIC = re.compile(r"(?:[oe]viC|[oe]vna|iCna|u?uly|u?uli|u?ulu|k[yi][sz34][yi]|[o8]gl[yiu])$")
#: The same words of descent standing apart.
_DESCENT = re.compile(r"u?ul[yiu]|k[yi][sz34][yi]|[o8]gl[yiu]")
#: Nouns for the kind of a place or body in the languages of the desk. Names of different kinds are different names.
_KINDS = {
    "region": "gebiet region oblast oblasty oblysy oblys oblusu provinz province provinzen viloyat viloyati velayat welaýat velayaty "
    "welaýaty область обл облысы облусу вилоят вилояти вилояты région oblasts vilayet wilajat welajat област вилоети",
    "district": "rajon rayon raion district distrikt bezirk kreis район ауданы району тумани tumani etrap etraby audany nohiyai ноҳияи",
    "city": "stadt city ville город г town шаары қаласы shahri шаҳри şäheri qalasy kenti",
    "village": "dorf village село аул айылы ауылы qishlog'i кишлак деревня поселок settlement siedlung",
    "river": "fluss river rivière fleuve река р daryosi дарёси özeni өзені дарыясы derýasy darjasy",
    "lake": "see lake lac озеро оз köli көлі көлү ko'li kuli кўли",
    "sea": "meer sea mer море dengizi теңізі teñizi deňzi денгизи teńizi",
    "valley": "tal valley vallée долина becken водийси vodiysi basin бассейн",
    "canal": "kanal canal канал",
    "mountains": "gebirge mountains monts горы range хребет тоосу тауы tog'lari berge",
    "pass": "pass перевал col ашуусу",
    "reservoir": "stausee reservoir водохранилище réservoir",
    "plant": "kraftwerk wasserkraftwerk гэс hpp hydropower aes аэс staudamm dam",
    "desert": "wüste desert пустыня désert",
    "airport": "flughafen airport аэропорт aéroport",
    "airline": "air airlines airways авиалинии",
    "university": "universität university университет université",
    "bank": "bank банк banque",
    "agency": "agentur agency агентство nachrichtenagentur",
    "peak": "pik peak пик gipfel berg mount гора",
    "party": "partei party партия партиясы parti",
    "palace": "palast palace дворец palais",
    "radio": "radio радио",
    "republic": "republik republic республика республикасы république respublikasy",
    "square": "platz square площадь place",
    "canyon": "schlucht canyon каньон ущелье gorge",
}  # fmt: skip
_KIND_OF = {plain(word): kind for kind, words in _KINDS.items() for word in words.split()}
#: Nouns that German joins to the name: Aralsee, Ferganatal, Tschüifluss.
_JOINED = {"stausee": "reservoir", "see": "lake", "tal": "valley", "fluss": "river", "gebirge": "mountains", "pass": "pass",
           "kanal": "canal", "wüste": "desert", "gebiet": "region", "becken": "valley"}  # fmt: skip
#: A sea that is called a lake is the same water: Aral Sea, Aralsee, Kaspisee.
_ALIKE = ({"lake", "sea"}, {"lake", "reservoir"}, {"plant", "reservoir"}, {"mountains", "peak"})
#: Endings of the adjectives that Russian makes of places: Хатлонская, Согдийская, Алматинская область.
_REGION_ADJECTIVE = ("ская", "нская", "инская", "ийская", "йская", "цкая")


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name with its readings. `role`: name, patronymic or initial."""

    text: str
    role: str
    readings: tuple[Reading, ...]
    #: an adjective was cut back to its stem, which may lack the name's last vowel (Алматинская: алмат)
    is_stem: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words in order, and the kinds that it names ("Gebiet Osch": region)."""

    text: str
    parts: tuple[Part, ...]
    kinds: frozenset[str]
    acronym: bool = False

    @property
    def core(self) -> tuple[Part, ...]:
        """The words that make the name: no patronymic where others remain."""
        core = tuple(part for part in self.parts if part.role != "patronymic")
        return core or self.parts


@lru_cache(maxsize=50_000)
def take_apart(text: str) -> Name:
    """Return the parts of a printed name."""
    words = [
        word
        for word in _WORD.findall(plain(_HUMP.sub(" ", _HYPHENS.sub(" ", text))))
        if word not in _ELIDED
    ]
    named = [word for word in words if word not in _KIND_OF and word not in _LINKS]
    kinds: set[str] = set()
    solid: list[str] = []
    for place, word in enumerate(words):
        bare = word.rstrip(".")
        if bare in _KIND_OF and named and len(words) > 1:
            kinds.add(_KIND_OF[bare])
        elif bare not in _LINKS or not named or word != bare or place == len(words) - 1:
            solid.append(word)
    parts = [_part(word, bool(kinds)) for word in solid]
    if not parts:
        parts = [Part(word, "name", readings(word)) for word in words]
    letters = text.replace("+", "").replace("-", "")
    acronym = len(words) == 1 and letters.isupper() and 1 < len(letters) <= _ACRONYM
    return Name(text, _with_patronymics(parts), frozenset(kinds), acronym)


def _part(word: str, of_a_kind: bool) -> Part:
    bare = word.rstrip(".")
    if bare.isdigit():
        return Part(bare, "number", (Reading(bare, "digits", 0.0),))
    if len(bare) == 1 or (word.endswith(".") and not set(bare) & _VOWEL_LETTERS):
        return Part(bare, "initial", readings(bare))
    if of_a_kind and bare.endswith(_REGION_ADJECTIVE):
        stems = [bare.removesuffix(ending) for ending in _REGION_ADJECTIVE if bare.endswith(ending)]
        if stems := [stem for stem in stems if len(stem) > 1]:
            read = dict.fromkeys(reading for stem in stems for reading in readings(stem))
            return Part(stems[0], "name", tuple(read), is_stem=True)
    return Part(bare, "name", readings(bare))


def _with_patronymics(parts: list[Part]) -> tuple[Part, ...]:
    """Mark patronymics: words of descent join the word before them, and count where two other words make the name."""
    joined: list[Part] = []
    for part in parts:
        if joined and _heard(part, _DESCENT.fullmatch) and joined[-1].role == "name":
            text = joined.pop().text + part.text
            part = Part(text, "name", readings(text))
        joined.append(part)
    if sum(part.role == "name" for part in joined) < 3:
        return tuple(joined)
    named = [
        place for place, part in enumerate(joined) if place and _heard(part, _PATRONYMIC.search)
    ]
    if len(named) > 1 and named[-1] == len(joined) - 1:
        named.pop()  # Dmitri Dmitrijewitsch Schostakowitsch: the last one is the surname
    return tuple(
        replace(part, role="patronymic") if place in named else part
        for place, part in enumerate(joined)
    )


@lru_cache(maxsize=50_000)
def without_joined_kind(name: Name) -> Name | None:
    """Return a name without the noun for its kind that German joins to it (Ferganatal: Fergana, a valley), if it has one."""
    if len(name.parts) != 1 or name.kinds:
        return None
    word = name.parts[0].text
    for noun, kind in _JOINED.items():
        if word.endswith(noun) and len(word) - len(noun) >= 3:
            bare = word.removesuffix(noun)
            return Name(name.text, (Part(bare, "name", readings(bare)),), frozenset({kind}))
    return None


def _heard(part: Part, matches: Callable[[str], object]) -> bool:
    """Return whether the sounds of a word match under a scheme that nothing speaks against."""
    likely = (reading for reading in part.readings if not reading.penalty)
    return any(matches(reading.sounds.replace("w", "v")) for reading in likely)


def kinds_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the kinds of two names can be one: a sea may be called a lake, a region no city."""
    if not one or not other or one & other:
        return True
    return any({first, second} <= alike for alike in _ALIKE for first in one for second in other)

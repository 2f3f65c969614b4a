"""Every spelling of a name: in which language and script, from when to when, and which outlets print it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..pipeline.scripts import script_of, tag_of
from .entity import Alias, Entity
from .schemes import SCHEMES, scheme_of

SCRIPTS: dict[str, str | Promise] = {
    "Latn": _("Latin script"),
    "Cyrl": _("Cyrillic script"),
    "Arab": _("Arabic script"),
    "Hans": _("Chinese script"),
    "Jpan": _("Japanese script"),
    "Kore": _("Korean script"),
    "Armn": _("Armenian script"),
    "Geor": _("Georgian script"),
    "Grek": _("Greek script"),
    "Hebr": _("Hebrew script"),
    "Mong": _("Mongolian script"),
    "Deva": _("Devanagari script"),
}
#: Kinds whose names pass from language to language by their sounds; those of bodies and events are translated …
_SPELLED = (Entity.Kind.PERSON, Entity.Kind.PLACE, Entity.Kind.COUNTRY)
#: … and forms that follow no scheme, whoever bears them.
_UNSPELLED = (Alias.Kind.ABBREVIATION, Alias.Kind.NICKNAME, Alias.Kind.MISSPELLING)
#: Languages that the desk reads most come first, all others by their code, forms of no language last.
_FIRST = ("de", "en", "ru")
#: A printed form that goes on behind a known one by so many letters is that one, inflected: Tokajews, Токаева, Токаевым.
_LONGEST_ENDING = 3
_SHORTEST_STEM = 4
_HYPHENS = {0xAD: None, 0x2010: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """One form of a name in one language, and the outlets that print it, each with its number of texts."""

    text: str
    kind: str
    language: str
    script: str
    scheme: str = ""
    start: str = ""
    end: str = ""
    weak: bool = False
    in_use: bool = True
    outlets: tuple[tuple[str, int], ...] = ()

    @property
    def tag(self) -> str:
        """Its language and script for browsers and screen readers."""
        return tag_of(self.language, self.script)

    @property
    def kind_name(self) -> str:
        """Its kind in words."""
        return str(Alias.Kind(self.kind).label)

    @property
    def scheme_name(self) -> str | Promise:
        """The scheme that its letters follow in words, empty where nothing tells it."""
        return SCHEMES.get(self.scheme, "")


@dataclass(frozen=True, slots=True)
class Group:
    """The spellings of one language in one script."""

    language: str
    script: str
    spellings: tuple[Spelling, ...]

    @property
    def script_name(self) -> str | Promise:
        """The script in words, its code where we have none."""
        return SCRIPTS.get(self.script, self.script)

    @property
    def scheme(self) -> str:
        """The scheme that at least half of its spellings follow, empty where none does."""
        [(scheme, number)] = Counter(one.scheme for one in self.spellings).most_common(1)
        return scheme if 2 * number >= len(self.spellings) and scheme != "mixed" else ""

    @property
    def scheme_name(self) -> str | Promise:
        """Its scheme in words."""
        return SCHEMES.get(self.scheme, "")


Usage = Mapping[str, Counter[str]]


def spellings_of(entity: Entity, aliases: Iterable[Alias], usage: Usage) -> list[Spelling]:
    """Return every form of a name once for each of its languages, the entity's own names among them."""
    held = list(aliases)
    known = {alias.name for alias in held}
    own = {entity.name_de: "de", entity.name_ru: "ru", entity.name: "en"}
    held = [
        Alias(name=name, language=language, script=script_of(name))
        for name, language in own.items()
        if name and name not in known
    ] + held
    return [
        Spelling(
            text=alias.name,
            kind=alias.kind,
            language=language,
            script=alias.script,
            scheme=_scheme(entity, alias, language),
            start=alias.start,
            end=alias.end,
            weak=alias.weak,
            in_use=alias.in_use,
            outlets=tuple(usage.get(alias.name, Counter()).most_common()),
        )
        for alias in held
        for language in alias.language.split() or [""]
    ]


def _scheme(entity: Entity, alias: Alias, language: str) -> str:
    spelled = entity.kind in _SPELLED and alias.kind not in _UNSPELLED
    return scheme_of(alias.name, language) if spelled else ""


def scheme_name(entity: Entity, form: str) -> str | Promise:
    """Return the scheme of a printed form of no language in words."""
    return SCHEMES.get(scheme_of(form), "") if entity.kind in _SPELLED else ""


def grouped(spellings: Iterable[Spelling]) -> list[Group]:
    """Return spellings by language and script, the desk's own languages first."""
    groups: dict[tuple[str, str], list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        groups[spelling.language, spelling.script].append(spelling)
    return [Group(*key, tuple(groups[key])) for key in sorted(groups, key=_place)]


def by_period(spellings: Iterable[Spelling]) -> list[tuple[str, str, list[Spelling]]]:
    """Return forms by the time of their validity, the oldest first, each form once: start, end, forms."""
    periods: dict[tuple[str, str], dict[str, Spelling]] = defaultdict(dict)
    for one in spellings:
        periods[one.start or one.end, one.end].setdefault(one.text, one)
    return [
        (first.start, first.end, [*periods[key].values()])
        for key in sorted(periods)
        for first in [*periods[key].values()][:1]
    ]


def _place(key: tuple[str, str]) -> tuple[int, str, str]:
    language, script = key
    if language in _FIRST:
        return _FIRST.index(language), "", script
    return (len(_FIRST) if language else len(_FIRST) + 1), language, script


def usage_of(forms: Collection[str], printed: Iterable[tuple[str, list[str]]]) -> Usage:
    """Return, for each form that is printed, in how many texts each outlet prints it.

    `printed` tells the outlet and the forms of each text. An inflected form counts for the form that it is made of; what
    is made of none counts for itself.

    >>> usage_of(["Tokajew"], [("Dienst", ["Tokajew", "Tokajews"]), ("Blatt", ["Toqaev"])])
    {'Tokajew': Counter({'Dienst': 1}), 'Toqaev': Counter({'Blatt': 1})}
    """
    known = {_plain(form).casefold(): form for form in forms}
    usage: dict[str, Counter[str]] = {}
    made_of: dict[str, str] = {}
    for outlet, surfaces in printed:
        for surface in surfaces:
            if surface not in made_of:
                made_of[surface] = _stem(surface, known)
        for form in {made_of[surface] for surface in surfaces}:
            usage.setdefault(form, Counter())[outlet] += 1
    return usage


def _plain(text: str) -> str:
    """Return a printed form with plain blanks and hyphens, as line breaks and soft hyphens of a page vary them."""
    return " ".join(text.translate(_HYPHENS).split())


def _stem(surface: str, known: Mapping[str, str]) -> str:
    """Return the known form that a printed one is made of: itself or the longest that it begins with."""
    plain = _plain(surface)
    folded = plain.casefold()
    for length in range(len(folded), max(len(folded) - _LONGEST_ENDING, _SHORTEST_STEM) - 1, -1):
        if folded[:length] in known:
            return known[folded[:length]]
    return plain


def by_outlet(usage: Usage) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return each outlet with the forms that it prints, the most frequent first."""
    outlets: dict[str, Counter[str]] = defaultdict(Counter)
    for form, counted in usage.items():
        for outlet, number in counted.items():
            outlets[outlet][form] += number
    return [(outlet, outlets[outlet].most_common()) for outlet in sorted(outlets)]

"""Places of one name told apart by their kind: beside "Bezirk" a town's name is the district's, behind "am" the river's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..knowledge import EntityRecord
from .tokens import Token, tokenize

#: Words for a region, folded, in the singular and plural forms that stand beside names.
REGION_WORDS = frozenset(
    (
        "region regionen gebiet gebiete gebieten gebiets provinz provinzen oblast oblaste oblasten oblasts regions province provinces "
        "область области областей областях областью"
    ).split()
)
_DISTRICT_WORDS = frozenset(
    (
        "bezirk bezirke bezirken bezirks rajon rajons distrikt distrikte distrikten district districts "
        "район района районе районом районы районов районах"
    ).split()
)
_KINDS = {
    **dict.fromkeys(REGION_WORDS, "region"),
    **dict.fromkeys(_DISTRICT_WORDS, "district"),
    **dict.fromkeys(
        "fluss fluß flusses flusse river rivers riviere fleuve река реки реке реку рекой".split(),
        "river",
    ),
    **dict.fromkeys("see sees lake lac озеро озера озере озером".split(), "lake"),
    **dict.fromkeys("tal tals tales valley vallee долина долины долине долину".split(), "valley"),
    **dict.fromkeys("schlucht gorge ущелье ущелья".split(), "gorge"),
    **dict.fromkeys("gletscher gletschers glacier ледник ледника леднике".split(), "glacier"),
    **dict.fromkeys("pass passes col перевал перевала перевале".split(), "pass"),
}
#: Kinds with an article before their names, which towns and regions have not: am Naryn, the Gunt, le Syr-Daria.
_WITH_ARTICLE = ("river", "lake", "glacier")
_ARTICLES = frozenset("der dem den des am vom zum the le du au".split())
#: What follows such a name where it is not the beginning of a longer one ("the Naryn region").
_BEHIND = frozenset(
    (
        "and or in is was has had which that from for to at with on of by near above below where who flows is und oder "
        "et ou qui est a dans"
    ).split()
)
#: Words between the noun for a kind and the name.
_OF = frozenset(["of", "de", "du", "d", "von"])


def kind_named(key: str) -> str:
    """Return the kind of place that a folded noun names: region, district, river …, or ""."""
    return _KINDS.get(key, "")


def kind_beside(tokens: Sequence[Token], index: int, end: int, content: str) -> str:
    """Return the kind of place that a noun right before or behind the words from `index` to `end` names, or ""."""
    if index:
        ahead = tokens[index - 1]
        if ahead.key in _OF and index > 1:
            ahead = tokens[index - 2]
        if (kind := _KINDS.get(ahead.key, "")) and tokens[index].start - ahead.end <= len(" von "):
            return kind if "." not in content[ahead.end : tokens[index].start] else ""
    if end < len(tokens) and content[tokens[end - 1].end : tokens[end].start] in {" ", "-", "\xa0"}:
        return _KINDS.get(tokens[end].key, "")
    return ""


def has_article(tokens: Sequence[Token], index: int, end: int, content: str) -> bool:
    """Return whether the words from `index` to `end` stand behind an article and no longer name begins with them."""
    if not index or tokens[index - 1].key not in _ARTICLES:
        return False
    gap = content[tokens[end - 1].end : tokens[end - 1].end + 1]
    if gap != " " or end == len(tokens):
        return gap not in {"-", "‑"}
    german = tokens[index - 1].key not in {"the", "le", "du", "au"}
    following = tokens[end]
    return following.key in _BEHIND or (german and not following.is_capitalised)


class KindsOfPlaces:
    """The places of the gazetteer by their kind and their names without the noun for it: "Gebiet Schambyl" under "schambyl"."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self._bare: dict[str, dict[str, list[EntityRecord]]] = defaultdict(dict)
        #: what was found for the name of a place and a kind: texts repeat their places
        self._found: dict[tuple[str, str], EntityRecord | None] = {}
        for entity in entities:
            if entity.kind == "place":
                self._add(entity)

    def _add(self, entity: EntityRecord) -> None:
        words = [token.key for token in tokenize(entity.name)]
        kind = next((_KINDS[word] for word in (*words[-1:], *words[:1]) if word in _KINDS), "")
        if not kind:
            return
        for form in entity.forms:
            keys = [token.key for token in tokenize(form.text)]
            bare = [key for key in keys if _KINDS.get(key) != kind and key not in _OF]
            if len(bare) < len(keys) or form.weak:
                places = self._bare[kind].setdefault(" ".join(bare), [])
                if entity not in places:
                    places.append(entity)

    def named_like(self, place: EntityRecord, kind: str) -> EntityRecord | None:
        """Return the only place of a kind that bears a name of another one in the same country, or of one in none."""
        asked = (place.name, kind)
        if asked not in self._found:
            self._found[asked] = self._find(place, kind)
        return self._found[asked]

    def _find(self, place: EntityRecord, kind: str) -> EntityRecord | None:
        bare = self._bare.get(kind, {})
        found = {
            other.name: other
            for form in place.forms
            for other in bare.get(" ".join(token.key for token in tokenize(form.text)), ())
            if other.country == place.country or not (other.country and place.country)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def natural(self, place: EntityRecord) -> EntityRecord | None:
        """Return the only river, lake or glacier that bears the name of another place in the same country."""
        found = [other for kind in _WITH_ARTICLE if (other := self.named_like(place, kind))]
        return found[0] if len(found) == 1 else None

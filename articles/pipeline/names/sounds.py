"""The sounds of names: what each letter of a scheme may stand for, and how far two sounds lie apart.

A reading of a word is a string of the symbols below, one character a sound. Some letters leave it open which sound is
meant (German `sch` is ш or ж); they have a symbol of their own that stands for all of these.
"""

from __future__ import annotations

from functools import lru_cache

VOWELS = frozenset("aAeiyoOuU58")
#: Symbols that stand for several sounds: what a scheme cannot tell apart.
OPEN = {
    "1": "SZ",  # German sch: ш or ж
    "2": "ZJ",  # ж, j, zh: zh in Kazakh, j (dž) in Kyrgyz
    "3": "sz",  # German and French s
    "4": "cz",  # German z: ц, or з where English is mixed in
    "5": "oe",  # ё, often printed е
    "6": "Cc",  # Turkmen and Kyrgyz ç, German tz …
    "8": "ouO",  # Uzbek oʻ, Tajik ӯ
}
_CLOSE = {
    # vowels: front and back ones, and what Uzbek, Tajik and the Russian forms of Turkic names exchange
    "aA": 0.08, "oO": 0.08, "uU": 0.05, "iy": 0.05, "ei": 0.28, "ey": 0.35, "eA": 0.2, "ao": 0.22, "Ao": 0.4,
    "ou": 0.38, "OU": 0.2, "Ou": 0.25, "oU": 0.3, "yu": 0.3, "yU": 0.35, "iU": 0.3, "ae": 0.4,
    "ay": 0.45, "Ai": 0.45, "Ay": 0.45, "oe": 0.45, "Oe": 0.25, "UO": 0.2, "Ue": 0.45, "oy": 0.5,
    # consonants that schemes or neighbouring languages exchange
    "ZJ": 0.12, "SZ": 0.35, "SC": 0.4, "CJ": 0.35, "SJ": 0.5, "ZC": 0.6, "sz": 0.12, "cs": 0.3, "cz": 0.3, "cC": 0.3,
    "zZ": 0.5, "zJ": 0.5, "sS": 0.5, "kg": 0.3, "kh": 0.3, "gh": 0.3, "td": 0.3, "pb": 0.35, "vf": 0.3, "vw": 0.05,
    "uw": 0.05, "Uw": 0.1, "uv": 0.25, "ow": 0.2, "ov": 0.4, "vb": 0.4, "mn": 0.9, "nN": 0.05, "gN": 0.4, "jJ": 0.6, "jZ": 0.6,
    "ij": 0.02, "yj": 0.05, "ej": 0.15, "jg": 0.5,
}  # fmt: skip
#: Of these the ones that only a lost diacritic or the vowel of a neighbouring language explains.
_NOT_BY_LETTER = frozenset("ou uo ae ea ay ya ei ie ey ye oy yo yu uy sS Ss zZ Zz zJ Jz".split())
_VOWEL_APART, _CONSONANT_APART, _KINDS_APART = 0.9, 1.0, 1.2
#: What it costs to leave a sound out.
_DROPPED = {"j": 0.03, "h": 0.3, "w": 0.3, "i": 0.43, "y": 0.4, "e": 0.48, "u": 0.55, "g": 0.8}
_DROPPED_VOWEL, _DROPPED_CONSONANT, _DROPPED_TWIN = 0.6, 0.9, 0.1
_OPEN_COST = 0.02
_SIBILANTS = frozenset("sz3")
#: Vowels that nobody drops who follows the letters.
_FULL_VOWELS = frozenset("aou")
#: Vowels before which i may be no more than a glide.
_BEHIND_A_GLIDE = frozenset("aou")


def apart(one: str, other: str, by_letter: bool = False) -> float:
    """Return how far two sounds lie apart: 0 the same, 1 different consonants.

    `by_letter`: both words follow Russian letter by letter (`orthographies.are_by_letter`), so that no letter has lost
    its diacritic and no neighbouring language its vowel.

    >>> apart("1", "2") < 0.05 < apart("S", "2")
    True
    """
    if one == other:
        return 0.0
    if one in OPEN or other in OPEN:
        pairs = (
            apart(first, second, by_letter)
            for first in OPEN.get(one, one)
            for second in OPEN.get(other, other)
        )
        return min(pairs) + _OPEN_COST
    close = _CLOSE.get(one + other, _CLOSE.get(other + one))
    if close is not None and not (by_letter and one + other in _NOT_BY_LETTER):
        return close
    if (one in VOWELS) != (other in VOWELS):
        return _KINDS_APART
    return _VOWEL_APART if one in VOWELS else _CONSONANT_APART


class _Costs(dict[str, float]):
    """What each sound costs against one sound, worked out when first asked."""

    def __init__(self, sound: str, by_letter: bool) -> None:
        super().__init__()
        self._sound, self._by_letter = sound, by_letter

    def __missing__(self, other: str) -> float:
        cost = self[other] = apart(self._sound, other, self._by_letter)
        return cost


_costs_of = lru_cache(maxsize=1024)(_Costs)


def dropped(reading: str, index: int) -> float:
    """Return what it costs that the other spelling lacks a sound of `reading`."""
    sound = reading[index]
    if index and sound in VOWELS and apart(sound, reading[index - 1]) < 0.1:
        return _DROPPED_TWIN
    if sound == "i" and reading[index + 1 : index + 2] in _BEHIND_A_GLIDE:
        return 0.18  # Piandj and Panj for Пяндж
    if sound in _SIBILANTS and reading[index + 1 : index + 2] in _SIBILANTS:
        return 0.3  # heard as one: Kyrgyzstan, Kirgistan
    if sound == "g" and index and reading[index - 1] == "n":
        return 0.15  # ng for ң
    if index == len(reading) - 1 and sound in VOWELS:
        return 0.8  # Karimow and Karimowa, Kirgise and Kirgisen are different words
    if sound == "w" and not index:
        return _DROPPED_CONSONANT  # Alijew, Walijew
    if sound == "h" and index == len(reading) - 1:
        return _DROPPED_CONSONANT  # Iljin, Iljinych
    cost = _DROPPED.get(sound)
    if cost is None:
        cost = _DROPPED_VOWEL if sound in VOWELS else _DROPPED_CONSONANT
    return cost


@lru_cache(maxsize=100_000)
def _all_dropped(reading: str, by_letter: bool) -> tuple[float, ...]:
    costs = tuple(dropped(reading, index) for index in range(len(reading)))
    if not by_letter:
        return costs
    return tuple(
        _VOWEL_APART if sound in _FULL_VOWELS and cost > _DROPPED_TWIN else cost
        for sound, cost in zip(reading, costs, strict=True)
    )


#: Beyond so much a sound nothing is alike any more, and counting stops.
_HOPELESS = 0.65


@lru_cache(maxsize=400_000)
def distance(one: str, other: str, by_letter: bool = False) -> float:
    """Return the cost of the cheapest alignment of two readings; of hopeless ones at least how hopeless they are.

    >>> distance("2aparov", "1aparov") < 0.1
    True
    """
    if one == other:
        return 0.0
    limit = _HOPELESS * max(3, len(one), len(other))
    costs = _all_dropped(other, by_letter)
    before = [0.0]
    for cost in costs:
        before.append(before[-1] + cost)
    for sound, lost in zip(one, _all_dropped(one, by_letter), strict=True):
        apart_from = _costs_of(sound, by_letter)
        left = before[0] + lost
        now = [left]
        for column, heard in enumerate(other):
            cost = before[column] + apart_from[heard]
            over = before[column + 1] + lost
            if over < cost:
                cost = over
            left += costs[column]
            if cost < left:
                left = cost
            now.append(left)
        if min(now) > limit:
            return limit
        before = now
    return before[-1]

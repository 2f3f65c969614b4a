"""Inflected forms of names: German, English and Russian endings, made by rule when the gazetteer is built."""

from __future__ import annotations

from .tokens import fold

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
_GERMAN_ADJECTIVE = ("er", "en", "em", "es", "e")
#: Russian endings by the ending of the base form, longest first (Rosental': declension of nouns, adjectives, surnames).
_RUSSIAN = (
    (
        "ский",
        ("ского", "скому", "ским", "ском", "ская", "скую", "ской", "ское", "ские", "ских", "скими"),
    ),
    (
        "цкий",
        ("цкого", "цкому", "цким", "цком", "цкая", "цкую", "цкой", "цкое", "цкие", "цких", "цкими"),
    ),
    ("ый", ("ого", "ому", "ым", "ом", "ая", "ую", "ой", "ое", "ые", "ых", "ыми")),
    ("ой", ("ого", "ому", "ым", "им", "ом", "ая", "ую", "ое", "ые", "ых")),
    (
        "ий",
        (
            "ия",
            "ию",
            "ием",
            "ии",
            "его",
            "ему",
            "им",
            "ем",
            "яя",
            "юю",
            "ей",
            "ого",
            "ому",
            "ом",
            "ая",
            "ую",
            "ой",
            "ие",
            "их",
        ),
    ),
    ("ай", ("ая", "аю", "аем", "ае")),
    ("ей", ("ея", "ею", "еем", "ее")),
    ("ая", ("ой", "ую", "ою")),
    ("ое", ("ого", "ому", "ым", "ом")),
    ("ие", ("их", "им", "ими")),
    ("ые", ("ых", "ым", "ыми")),
    ("ия", ("ии", "ию", "ией")),
    ("ова", ("овой", "ову", "овою")),
    ("ева", ("евой", "еву", "евою")),
    ("ина", ("иной", "ину", "ины", "ине")),
    ("ов", ("ова", "ову", "овым", "ове", "овы", "овых", "овыми")),
    ("ев", ("ева", "еву", "евым", "еве", "евы", "евых", "евыми")),
    ("ин", ("ина", "ину", "иным", "ином", "ине", "ины", "иных")),
    ("ец", ("ца", "цу", "цем", "цом", "це", "цы", "цев", "цам", "цами", "цах")),
    ("а", ("ы", "и", "е", "у", "ой", "ою", "ей", "ам", "ами", "ах")),
    ("я", ("и", "е", "ю", "ей", "ей", "ям", "ях")),
    ("ы", ("ов", "ам", "ами", "ах")),
    ("и", ("ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях")),
    ("ь", ("и", "я", "ю", "ем", "ью", "е")),
)
#: Longer nouns take -es in the genitive too: des Volksrates, des Ausschusses, des Roten Kreuzes.
_SHORTEST_STRONG = 4
_CONSONANT = ("а", "у", "ом", "ем", "е", "ы", "ов", "и", "ам", "ах", "ами")


def inflected(word: str, *, kind: str = "name", multiword: bool = False) -> set[str]:
    """Return the folded forms under which a text may print one word of a name, the base form included.

    The kinds `adjective` and `demonym` add their German and French endings; `multiword` adds those of the adjectives
    and plurals inside longer names (Vereinte Nationen: Vereinten).

    >>> sorted(inflected("Tokajew"))
    ['tokajew', 'tokajews']
    """
    base = fold(word)
    forms = {base}
    if not base or kind == "given":
        return forms
    if any(character in _CYRILLIC for character in base):
        return forms if word.isupper() and len(word) < 3 else forms | _russian(base)
    if word.isupper() and len(word) > 1:
        return forms
    if base[-1] not in "sxz":
        forms.add(base + "s")
    if len(base) > _SHORTEST_STRONG and kind == "name" and base[-1] not in "aeiouy":
        forms.add(base + "es")
    if kind == "adjective":
        forms.update(base + ending for ending in _GERMAN_ADJECTIVE)
    elif kind == "demonym" and base.endswith("e"):
        forms.update({base + "n", base[:-1] + "in", base[:-1] + "innen"})
    elif kind == "demonym":
        forms.update({base + "n", base + "nen", base + "en", base + "e", base + "es"})
    elif multiword and len(base) > 4:
        forms |= _german_plural_or_adjective(base)
    return forms


def _german_plural_or_adjective(base: str) -> set[str]:
    for ending in _GERMAN_ADJECTIVE:
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            stem = base[: -len(ending)]
            return {base + "n", *(stem + other for other in _GERMAN_ADJECTIVE)}
    return set()


def _russian(base: str) -> set[str]:
    for ending, others in _RUSSIAN:
        if base.endswith(ending) and len(base) > len(ending):
            return {base[: -len(ending)] + other for other in others}
    if base[-1] in "бвгджзклмнпрстфхцчшщ" and len(base) > 1:
        return {base + other for other in _CONSONANT}
    return set()

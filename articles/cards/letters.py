"""The letters of cards: one family out of a pinned package, so that every machine draws the same ones.

Source Serif Pro has Latin with all its accents, Greek, and Cyrillic with the letters of Kazakh, Kyrgyz, Tajik and Uzbek.
"""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from PIL import ImageFont

REGULAR, SEMIBOLD = "Regular", "Semibold"
#: No character has this code, so a font draws its sign for what it lacks.
_LACKING = "\U0010ffff"


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the family in a weight and a size in pixels."""
    path = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(str(path), size)


def writable(text: str) -> str:
    """Return `text` as these letters can write it: without signs that they lack, empty where they lack a letter or digit.

    "Öl 🔥 steigt" loses its flame, while a word with holes in it would be another word.
    """
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        category = unicodedata.category(letter)
        if letter.isspace() or (category[0] != "C" and is_drawn(letter)):
            kept.append(letter)
        elif category[0] in "LN":
            return ""
    return "".join(kept).strip()


@lru_cache(maxsize=4096)
def is_drawn(letter: str) -> bool:
    """Return whether the family has this letter."""
    return _ink(letter) != _ink(_LACKING)


def _ink(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font(REGULAR, 24).getmask(letter)
    return mask.size, bytes(mask)

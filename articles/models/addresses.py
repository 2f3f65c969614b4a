"""Parts of addresses: any name or headline as a few plain Latin words."""

import unicodedata

from django.utils.text import slugify

#: Letters that Unicode's decomposition does not turn into Latin ones, each before its transcription (`-` for none):
#: Cyrillic of Russian, Ukrainian, Kazakh, Kyrgyz, Uzbek and Tajik as usual in English, then Latin letters.
LETTERS = """
    а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
    щ shch ъ - ы y ь - э e ю yu я ya ґ g є ye і i ї yi
    ә a ғ gh қ q ң ng ө o ұ u ү u һ h ў o ҳ h ӣ i ӯ u ҷ j
    ä ae ö oe ü ue ß ss æ ae œ oe ø o ł l đ d ı i ə a ŋ ng
"""
_PAIRS = LETTERS.split()
_TABLE = str.maketrans(
    {letter: latin.strip("-") for letter, latin in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
    | {"–": "-", "—": "-"}
)


def ascii_slug(text: str, length: int = 80) -> str:
    """Return `text` as part of an address, cut after a whole word; empty where nothing of it can be transcribed.

    >>> ascii_slug("Тоқаев: «Größere Öffnung» – O‘zbekiston")
    'toqaev-groessere-oeffnung-ozbekiston'
    """
    slug = slugify(unicodedata.normalize("NFC", text).lower().translate(_TABLE))
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rsplit("-", 1)[0][:length].strip("-")

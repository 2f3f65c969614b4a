"""The letters of the desk's languages, the most frequent first: what tells one code page from another."""

from __future__ import annotations

#: Alphabets of languages in Cyrillic letters, by falling frequency in press texts; BCP 47.
CYRILLIC = {
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "uk": "оанивітерксулдмпягзбьчйхжцїшюєщфґ",
    "kk": "аеінтырлқдсмкбожшуғгйңпзұөүәияхчвфюцһёэщъь",
    "ky": "аынкиертудлобмгсөжүйпчшэзяңвхюфцьёщъ",
    "uz-Cyrl": "аиолнртдемгсбқшкуйҳзўвпхчжяғфэъюцёьы",
    "tg": "аиорндтмуебсшкҳлвӣгзхфҷқпғӯячйэъюжёц",
}
#: The letters beyond a to z of languages in Latin letters, likewise.
LATIN = {
    "de": "üäöß",
    "fr": "éàèêçôûùîâœëïüæ",
    "tr": "ıüşğçöâîû",
    "pl": "łęąóżśćńź",
    "tk": "ýäöüşçňž",
}
#: Signs of typography that any press text may hold.
TYPOGRAPHY = frozenset("„“”‚‘’«»–—…\u00a0·•›‹©")
#: Signs that press texts hold now and then.
SELDOM = frozenset("§°€№®™±²³½¼¾×¢£¥¹ªº¿¡†‡−\u00ad")


def is_letter(character: str) -> bool:
    """Return whether it is a letter with two cases: ª and º are signs."""
    return character.isalpha() and character.lower() != character.upper()


def is_cyrillic(letter: str) -> bool:
    """Return whether a letter is a Cyrillic one."""
    return "\u0400" <= letter <= "\u052f"

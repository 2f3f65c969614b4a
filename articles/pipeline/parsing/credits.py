"""Picture credits and captions, as printed."""

from __future__ import annotations

import re

from ..document import Document
from ..results import Found, Label

#: Where a credit begins, at the start of a line or behind a caption.
_OPENING = re.compile(
    # most letters begin no such word: one look tells it
    r"(?=[ABCFGIPQSUWipСФ©(])(?:(?:Foto|Fotos|Photo|Photos|Bild|Bilder|Bildquelle|Bildnachweis|Bildrechte|Quelle|Image|Images|Picture|Credit|"
    r"Fotografie|Abbildung|Grafik|Фото|Снимок|Crédit(?: photo)?|Archivfoto|Symbolbild|Symbolfoto|Archivbild)"
    r"(?:\s(?:credit|by|von|de|courtesy(?: of)?))?\s?[:©|/](?=\s?\S)|PHOTO(?=\s[A-Z]{2})|©|\(c\)\s(?=[A-ZА-Я])|Copyright(?!\w)|"
    r"Photos? by\s(?=[A-Z])|Photos?\s(?=[A-Z]\S+\s[A-Z][\w-]+/[A-Z])|Фото\s(?=[А-ЯЁ«]|автора|редакции|пресс-служб)|(?<![\w])(?:[Pp]icture[ -][Aa]lliance|IMAGO|imago images|Getty Images|Shutterstock|Wikimedia Commons|Pixabay|Unsplash)\b)",
)
_BRACKETED = re.compile(
    r"[(\[](?:(?i:Foto|Fotos|Photo|Bild|Image|Фото|Archivfoto|Symbolbild)(?!\s[-–]\s)|Quelle|©)[^()\[\]]{0,90}[)\]]\.?$"
)
#: Who sells or sends pictures, as credits name it.
_SELLER = (
    r"(?:AFP|AP|Reuters|REUTERS|dpa|DPA|EPA|epa|Keystone|KEYSTONE|APA|TASS|ITAR-TASS|Getty(?:\sImages)?|GETTY IMAGES|[Ii]mago(?:\simages)?|IMAGO|laif|Anadolu|"
    r"picture[ -][Aa]lliance|Picture[ -]Alliance|Xinhua|XinHua|Sputnik|SNA|KNA|epd|SID|NurPhoto|ZUMA|Bloomberg|NYT|NZZ|Alamy|Shutterstock|ТАСС|РИА Новости|"
    r"AA|TT|NTB|ANP|EFE|ANSA|PA|CTK|Vatican Media)"
)
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яё][\w.’'-]*"
_NAMES = rf"{_CAPITAL}\s(?:(?:von|van|de)\s)?{_CAPITAL}(?:\s{_CAPITAL})?"
#: What follows "Foto:" where nothing parts it from its caption.
_NAMED = re.compile(rf"\s?(?:{_NAMES}\s?/\s?)?{_SELLER}(?:\s?/\s?{_SELLER})*")
#: "Turar Iskakow / AP", "… mai 2025. TURAR BERDALINE / AFP", "… an guten Tagen.  Urs Aeberhard / NZZ"
_BY_NAME = re.compile(
    rf"(?:^|[.!?»“”\")]\s+|\s{{2,}})(?P<credit>{_NAMES}\s?/\s?{_SELLER}(?:\s?/\s?{_SELLER})*)$"
)
#: "APA/AFP/Marat Karimow", "IMAGO/SID/Marco Wolf"
_BY_SELLER = re.compile(rf"(?:^|[.!?»“”\")]\s+)(?P<credit>(?:{_SELLER}\s?/\s?){{1,3}}{_NAMES})$")
#: A credit that its caption follows: "Foto: imago images/Xinhua Das Bergwerk …", "dpa/Malte Ossendorf Kanzler Olaf Scholz …"
_AHEAD = re.compile(
    rf"(?:(?:Fotos?|Bild(?:er)?|Photos?|Bildquelle)\s?:\s?)?(?:©\s?)?(?:{_SELLER}\s?/\s?)+(?:{_SELLER}|{_CAPITAL}\s{_CAPITAL})"
    r"\s(?=[^\W\d_a-zäöüа-яё].{25,})"
)
#: What follows © in a line of rights: it is the page's, not a picture's.
_OF_PAGE = re.compile(
    r"(?:©|\([cC]\)|Copyright)\s*(?:$|.*\b(?:GmbH|AG|KG|Verlag\w*|Alle Rechte|All rights|(?:19|20)\d\d|dpa-infocom|Inc\.|Ltd|LLC|АО|ООО|e\. ?V\.))"
)

#: "… mit alten und neuen Zeichen (Deutschlandfunk / Edda Kirchhoff)": behind words without a full stop.
_AGENCY_IN_BRACKETS = re.compile(
    r"(?<=[^.!?…\s])\s\((?:[^()/]{2,40}\s?/\s?[^()]{2,60}|dpa|AFP|AP|Reuters|imago|IMAGO|picture[ -]alliance)\)$"
)

#: "… auf dem Landgut Lohn. KEYSTONE", "… bevor die Busse kommen. STRANZINGER"
_CAPITALS_AT_END = re.compile(
    r"(?<=[a-zäöüß\d])[.!?)»“\"]{1,2}\s(?P<credit>(?:KEYSTONE|REUTERS|IMAGO|AFP|DPA|AP|EPA|APA|GETTY IMAGES|TASS|ITAR-TASS|[A-ZÄÖÜ][A-ZÄÖÜ-]{4,})(?:[/ ][A-ZÄÖÜ./ -]+)?)$"
)


def credit_in(line: str) -> int | None:
    """Return where the credit begins on a line of caption and credit, or of credit alone; None without one.

    >>> "In Beijing im Februar. Photo: Akorda.kz"[credit_in("In Beijing im Februar. Photo: Akorda.kz"):]
    'Photo: Akorda.kz'
    """
    if len(line) > 420:
        return None
    if match := _BY_NAME.search(line) or _BY_SELLER.search(line):
        return match.start("credit")
    if match := _BRACKETED.search(line) or _AGENCY_IN_BRACKETS.search(line):
        return match.start() + len(match[0]) - len(match[0].lstrip())
    if (match := _CAPITALS_AT_END.search(line)) and len(line) < 300:
        return match.start("credit")
    match = _OPENING.search(line)
    if match is None or len(line) - match.start() > 120 or _OF_PAGE.match(line, match.start()):
        return None
    ahead = line[: match.start()].rstrip()
    named = _NAMED.fullmatch(line, match.end()) or line[: match.start()].endswith("  ")
    if (
        ahead
        and not named
        and not match[0].startswith(("©", "(c)"))
        and ahead[-1] not in '.!?)]“”"»|–'
    ):
        return None  # "Die Quelle: ein Loch im Fels."
    return match.start()


def credit_ahead(line: str) -> int | None:
    """Return where the caption begins on a line that its credit opens; None where no credit does.

    >>> credit_ahead("Foto: imago images/Xinhua Das Bergwerk ist eines der letzten.")
    26
    """
    match = _AHEAD.match(line) if len(line) < 300 and "/" in line[:80] else None
    return match.end() if match else None


def find_credits(document: Document) -> tuple[Found[str], ...]:
    """Return the picture credits exactly as printed."""
    return tuple(
        Found(line, (span,), "credit-line", 0.95)
        for line, span in document.lines_with(Label.CREDIT)
    )


def find_captions(document: Document) -> tuple[Found[str], ...]:
    """Return the captions exactly as printed, without their credits."""
    return tuple(
        Found(line, (span,), "caption-line", 0.9)
        for line, span in document.lines_with(Label.CAPTION)
    )

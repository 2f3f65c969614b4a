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
    r"Photos? by\s(?=[A-Z])|Фото\s(?=[А-ЯЁ«])|(?<![\w])(?:[Pp]icture[ -][Aa]lliance|IMAGO|imago images|Getty Images|Shutterstock|Wikimedia Commons|Pixabay|Unsplash)\b)",
)
_BRACKETED = re.compile(
    r"[(\[](?:Foto|Fotos|Photo|Bild|Quelle|Image|Фото|Archivfoto|Symbolbild|©)[^()\[\]]{0,90}[)\]]\.?$"
)

#: "… mit alten und neuen Zeichen (Deutschlandfunk / Edda Kirchhoff)": behind words without a full stop.
_AGENCY_IN_BRACKETS = re.compile(
    r"(?<=[^.!?…\s])\s\((?:[^()/]{2,40}\s?/\s?[^()]{2,60}|dpa|AFP|AP|Reuters|imago|IMAGO|picture[ -]alliance)\)$"
)

#: "… auf dem Landgut Lohn. KEYSTONE"
_CAPITALS_AT_END = re.compile(
    r"[.!?)»“\"]\s(?P<credit>(?:KEYSTONE|REUTERS|IMAGO|AFP|DPA|AP|EPA|APA|GETTY IMAGES|TASS|ITAR-TASS)(?:[/ ][A-ZÄÖÜ./ -]+)?)$"
)


def credit_in(line: str) -> int | None:
    """Return where the credit begins on a line of caption and credit, or of credit alone; None without one.

    >>> "In Beijing im Februar. Photo: Akorda.kz"[credit_in("In Beijing im Februar. Photo: Akorda.kz"):]
    'Photo: Akorda.kz'
    """
    if len(line) > 420:
        return None
    if match := _BRACKETED.search(line) or _AGENCY_IN_BRACKETS.search(line):
        return match.start() + len(match[0]) - len(match[0].lstrip())
    if (match := _CAPITALS_AT_END.search(line)) and len(line) < 300:
        return match.start("credit")
    match = _OPENING.search(line)
    if match is None or len(line) - match.start() > 120:
        return None
    ahead = line[: match.start()].rstrip()
    if ahead and not match[0].startswith(("©", "(c)")) and ahead[-1] not in '.!?)]“”"»|–':
        return None  # "Die Quelle: ein Loch im Fels."
    return match.start()


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

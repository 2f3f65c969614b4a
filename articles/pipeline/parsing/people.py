"""Names of the people behind a text, as bylines and translator lines print them."""

from __future__ import annotations

import re

from ..results import Span

#: Lower-case parts that a name may hold.
PARTICLES = "von|van|der|den|de|di|da|du|la|le|al|el|bin|ibn|zu|zur|uulu|kyzy|ogly|qizi"
_WORD = r"[^\W\d_a-zà-öø-ÿа-яё](?:[^\W\d_]|['’ʻ-])*\.?"
_NAME = re.compile(rf"(?:{_WORD})(?:\s(?:(?:{PARTICLES})\s)*(?:{_WORD}))*")
_TITLES = re.compile(
    r"^(?:(?:Dr|Prof|Dipl|Ing|Mag|Lic|PD)\.?\s*(?:phil\.|rer\. ?\w+\.|med\.|jur\.)?\s*)+"
)
#: What signs beside people, but is none.
_NO_PERSON = re.compile(
    r"\b(?:Studio|Redaktion|Büro|Agentur|Korrespondent\w*|Staff|Reuters|Team|Desk|Office|News|Plus|Report|MDR|ARD|ZDF|NDR|WDR|SWR|RBB|SRF|ORF|CNN|BBC|Service|RFE|RL|Division|Department|Abteilung|Referat|Institut\w*|Programm?|Regionalprogramm|Zentrum|Center|Centre|Stiftung|Zeitung|Magazin|AKTUELL|Radio|[A-Z]{2,4}-\w+)\b"
)
#: "Mehr von Anna Berg", "Text von Anna Berg": no given names.
_NO_GIVEN_NAME = re.compile(
    r"(?:Mehr|Alle|Weitere|Weiteres|Artikel|Beiträge|Text|Texte|Kommentar|Bericht|More|Articles?|Archiv|Stand|Zusammengestellt|Aufgezeichnet|Von|By|Par)\s"
)
_SEPARATORS = re.compile(r"\s*(?:,|;|/|\||&|•|·|(?<=\s)(?:und|and|et|и|sowie|with|mit)(?=\s))\s*")


def split_names(text: str, offset: int = 0) -> list[tuple[str, Span]]:
    """Return the personal names that a credit lists, without titles, places and outlets; spans shifted by `offset`.

    A part counts when it is nothing but a name of two to five words; a lone word only when it is the whole credit
    (a pseudonym).

    >>> [name for name, _ in split_names("Dr. Anna Berg und Bolot Asanow, Bischkek")]
    ['Anna Berg', 'Bolot Asanow']
    """
    names: list[tuple[str, Span]] = []
    position = 0
    parts = []
    for separator in [*_SEPARATORS.finditer(text), None]:
        end = separator.start() if separator else len(text)
        parts.append((position, text[position:end]))
        position = separator.end() if separator else end
    for start, part in parts:
        part = re.sub(r"\s*\([^()]*\)\s*$", "", part)
        title = _TITLES.match(part)
        start, part = (start + title.end(), part[title.end() :]) if title else (start, part)
        start, part = start + len(part) - len(part.lstrip()), part.strip()
        if is_name(part) and (" " in part or "\xa0" in part or len(parts) == 1):
            names.append((part, Span(offset + start, offset + start + len(part))))
    return names


def is_name(text: str) -> bool:
    """Return whether `text` has the shape of a personal name: up to five capitalised words and particles."""
    shaped = bool(_NAME.fullmatch(text)) and len(text.split()) <= 5 and len(text) <= 60
    return shaped and not _NO_PERSON.search(text) and not _NO_GIVEN_NAME.match(text)

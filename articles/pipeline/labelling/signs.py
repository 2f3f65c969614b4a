"""Signs by which people tell what a line is: its shape, its words, what is known of them, what the page repeats.

Each sign is a short name that is there or not ("words=3", "date", "told=most"). None of them decides alone: `chain` weighs
them, with weights learnt from annotated texts (`tools/learn_lines.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from ..parsing.byline import bare_name
from ..parsing.dates import dates_in, days_in, times_in
from .pieces import Piece
from .senses import Senses

#: In lines of more words nobody looks for names, dates or menus; they are told by their length and their neighbours.
SHORT = 24
#: Lines of no more words are signs by their very words: "Teilen", "Artikel merken".
WORDED = 7
#: Letters of a word that tell it from others whatever its ending, and the shortest word that tells anything.
STEM, TELLING = 6, 5
#: A line is looked for in so many short lines of its page, from the top on: no page has more, and a list may have any number.
LOOKED_THROUGH = 300
#: What a line holds of another tells something if it is longer.
TELLING_PART = 20
#: So many characters tell of most sentences that they are none in capitals, and no title.
_OPENING = 60
_PARTS = re.compile(r"\s[|·•]\s|\s{2,}|[›»>]\s|\s/\s|•")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG_WORD = re.compile(rf"[^\W\d_]{{{TELLING},}}")
_ADDRESS = re.compile(r"@|www\.|https?:|\b[\w-]+\.(?:de|com|org|net|kz|kg|uz|tj|tm|ru|at|ch)\b")
_BULLET = re.compile(r"[-–—•*▶►→>+]\s?")
_MINUTES = re.compile(r"\b\d+ ?(?:min|мин)", re.IGNORECASE)
_TWO_SENTENCES = re.compile(r"[.!?…][\"“”»)]?\s+[A-ZÄÖÜА-ЯЁ„«\"]")
_COLON = re.compile(r"([^:]{2,40}):\s")
_BY = re.compile(
    r"(?:^|[\s,.;•|–-])(?:[Vv]on|VON|[Bb]y|BY|[Pp]ar|PAR|[Аа]втор:?|[Tt]ext:)\s+[A-ZÄÖÜА-ЯЁ]"
)
_TRADE = re.compile(
    r",\s*(?:[^\W\d_]+\s){0,3}?(?:\w*korrespondent|\w*redakteur|\w*reporter|researcher|\w*referent|\w*experte|\w*expertin|editor|"
    r"staff|correspondent|autor)",
    re.IGNORECASE,
)
#: Rows of a table, lines of a list.
_GAP = re.compile(r"\S(?:\s{2,}|\t)\S")
_NUMBERED = re.compile(r"\d{1,2}[.)]?\s\S")
#: Words that say what a picture shows, and where it was taken.
_PICTURED = re.compile(
    r"\b(?:links|rechts|Archiv\w*|Symbol\w*|Mitte|l\.|r\.|zu sehen|zeigt|Blick auf|Luftaufnahme|aerial|pictured|left|right|seen|file photo|на фото|"
    r"слева|справа|à gauche|à droite|vue|Screenshot)(?=[\s,.):]|$)"
)
_PLACED_AT = re.compile(
    r"\b(?:in|bei|vor|im|am|auf|nahe|at|near|on|à|dans|в|на|у|около)\s(?:der\s|dem\s|den\s|the\s|la\s|le\s)?[A-ZÄÖÜА-ЯЁ]"
)
_QUOTES = re.compile('[„“"«»]')
_SLASH = re.compile(r"\S\s?/\s?[A-ZА-ЯЁ]")
_READER = re.compile(
    r"\b(?=[dnouvwyвмнDNOUVWYВМНSI])(?:(?i:wir|uns|unser\w*|du|dein\w*|you|your|our|us|nous|vous|votre|nos|вы|ваш\w*|мы|наш\w*)|(?<=[^\W_] )(?:Sie|Ihr\w*))\b"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the lines of a page have in common: the words of its running text, and what it prints more than once.

    `short` are its first lines that are no running text, squeezed, `in_short` all of them as one string, `telling` those long
    enough to be known again inside another line.
    """

    body: frozenset[str]
    printed: Counter[str]
    short: frozenset[str]
    in_short: str
    telling: tuple[str, ...]


def page_of(lines: Sequence[Piece], prose: Sequence[Piece]) -> Page:
    """Return what `lines` have in common, of which `prose` are the running text."""
    short = list(islice((piece.squeezed for piece in lines if not piece.is_prose), LOOKED_THROUGH))
    return Page(
        frozenset(stem for piece in prose for stem in stems_of(piece.text)),
        Counter(piece.squeezed for piece in lines),
        frozenset(short),
        "\n".join(short),
        tuple(line for line in short if len(line) > TELLING_PART),
    )


def signs_of_line(piece: Piece, page: Page, senses: Senses) -> list[str]:
    """Return the signs of a line by itself and among the words of its page."""
    signs = [*_shape(piece), *_repeated(piece, page)]
    if not piece.is_prose:
        signs.append(f"told={_told(piece.text, page)}")
    if piece.words <= SHORT:
        parts = [part for part in _PARTS.split(piece.text) if part.strip()]
        signs += _contents(piece, parts)
        signs += _known(piece, parts, senses)
    if senses.has_dateline(piece.text):
        signs.append("dateline")
    if piece.label:
        signs += [f"mark={piece.label}", "rule=" + re.sub(r"-\d+$", "", piece.rule)]
    return signs


def _shape(piece: Piece) -> list[str]:
    """Return the signs of how a line is written, whatever it says."""
    text = piece.text
    words = _WORD.findall(text[:_OPENING])
    if piece.words <= WORDED or not _has_small(words):
        words = _WORD.findall(text[:400])
    signs = [
        f"words={bucket(piece.words, (1, 2, 3, 5, 8, 12, 16, 24, 36))}",
        f"end={_end(text[-1])}",
        f"begin={_begin(text[0])}",
    ]
    if words and all(word.isupper() for word in words):
        signs.append("capitals")
    if len(words) > 1 and all(word[0].isupper() for word in words):
        signs.append("titled")
    elif _has_small(words):
        signs.append("mixed")
    for name, holds in (
        ("sentence", piece.ends_a_sentence),
        ("prose", piece.is_prose),
        ("bullet", _BULLET.match(text)),
        ("two-sentences", _TWO_SENTENCES.search(text)),
        ("dash", " – " in text or " - " in text),
        ("quotes", _QUOTES.search(text)),
        ("bracketed", text[0] in "(["),
        ("closed-by-bracket", text[-1] == ")"),
        ("rights", "©" in text or "(c)" in text or "(C)" in text),
        ("stroke", "|" in text),
        ("addresses-reader", _READER.search(text)),
    ):
        if holds:
            signs.append(name)
    if piece.words <= WORDED:
        signs += [f"word={word.casefold()}" for word in sorted(set(words))]
        signs.append(f"line={text.casefold()[:40]}")
    else:
        signs.append("opens=" + text.split(None, 1)[0].casefold().strip('„“"«»:.,'))
    return signs


def _has_small(words: Sequence[str]) -> bool:
    """Return whether a word behind the first one begins with a small letter, as in a sentence, but not in a title."""
    return any(word[0].islower() for word in words[1:])


def _contents(piece: Piece, parts: Sequence[str]) -> list[str]:
    """Return the signs of what a short line holds: dates, addresses, several `parts`, an author's trade."""
    text = piece.text
    signs = []
    if len(parts) > 1:
        signs += ["parted", f"parts={bucket(len(parts), (2, 3, 5))}"]
        if max(len(part.split()) for part in parts) <= 3:
            signs.append("menu")
    if colon := _COLON.match(text):
        signs += ["colon", f"before-colon={bucket(len(colon[1].split()), (1, 2, 4))}"]
    has_digits = any(map(str.isdigit, text))
    for name, holds in (
        ("address", ("." in text or "@" in text or ":" in text) and _ADDRESS.search(text)),
        ("digits", has_digits),
        ("date", has_digits and dates_in(text)),
        ("day", has_digits and days_in(text)),
        ("time", has_digits and next(times_in(text), None)),
        ("minutes", has_digits and _MINUTES.search(text)),
        ("by", _BY.search(text)),
        ("trade", "," in text and _TRADE.search(text)),
        ("slash", "/" in text and _SLASH.search(text)),
        ("row", has_digits and len(_GAP.findall(text)) > 1),
        ("numbered", has_digits and _NUMBERED.match(text)),
        ("pictured", _PICTURED.search(text)),
        ("placed", _PLACED_AT.search(text)),
    ):
        if holds:
            signs.append(name)
    return signs


def _known(piece: Piece, parts: Sequence[str], senses: Senses) -> list[str]:
    """Return the signs that take knowledge of names, outlets and agencies."""
    text = piece.text
    first = parts[0].strip() if parts else text
    signs = []
    if senses.names_outlet(first):
        signs.append("outlet")
    if senses.signs(text):
        signs.append("agency")
    if piece.words > SHORT // 2:
        return signs
    if senses.is_known(text):
        signs.append("known")
    if people := " ".join(name for name, _ in bare_name(text)):
        known = "known" in signs if people == text else senses.is_known(people)
        signs += ["name", "known-name" if known else "unknown-name"]
        if any(map(senses.is_plain_word, people.split())):
            signs.append("plain-words")
    opening = text.split(None, 1)[0]
    if piece.words > 1 and (
        senses.is_given_name(opening) or senses.is_given_name(opening.capitalize())
    ):
        signs.append("given-name")
    if senses.is_sign_off(text):
        signs.append("sign-off")
    return signs


def _repeated(piece: Piece, page: Page) -> list[str]:
    line = piece.squeezed
    if page.printed[line] > 1:
        return ["again"]
    if piece.words > 2 * SHORT:
        return []
    if piece.words >= 3:
        place = page.in_short.find(line)
        if place >= 0 and line in page.short:  # the line itself is the first or the second place
            place = page.in_short.find(line, place + 1)
        if place >= 0:
            return ["inside"]
    if any(other in line and other != line for other in page.telling):
        return ["holds"]
    return []


def _told(text: str, page: Page) -> str:
    """Return how much of a line the running text tells again, by the stems of its longer words."""
    stems = stems_of(text)
    if not stems:
        return "nothing"
    share = sum(stem in page.body for stem in stems) / len(stems)
    return "no" if share == 0 else "few" if share < 0.34 else "half" if share < 0.67 else "most"


def stems_of(text: str) -> list[str]:
    """Return the stems of the longer words, by which a line is told again."""
    return [word.casefold()[:STEM] for word in _LONG_WORD.findall(text)]


def bucket(number: int, edges: tuple[int, ...]) -> str:
    """Return the first edge that a number does not pass, as part of a sign."""
    return next((str(edge) for edge in edges if number <= edge), "more")


def _end(character: str) -> str:
    if character in '.?!:,…)“”"»':
        return character
    return "digit" if character.isdigit() else "other"


def _begin(character: str) -> str:
    if character in "„“\"«»‘'":
        return "quote"
    if character.isdigit():
        return "digit"
    return "upper" if character.isupper() else "lower" if character.islower() else "sign"

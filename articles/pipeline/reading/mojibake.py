"""Mojibake: UTF-8 that somebody once read in a code page and saved again, "fÃ¼r", "РўРѕРєР°РµРІ"; undone and told.

The signs of the code page are turned back into its bytes; where these are UTF-8 for letters of the desk's languages, they
are what was meant. Cyrillic pages make mojibake of letters that texts may hold as they are ("В" and a no-break space are
the UTF-8 of the space), so a single such pair counts only beside better proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ..results import Repair, Span
from .code_pages import decoded
from .letters import CYRILLIC, LATIN, SELDOM, TYPOGRAPHY, is_cyrillic, is_letter

#: The code pages that UTF-8 was taken for, and whether one pair of their signs alone is proof.
PAGES = {"cp1252": True, "cp1251": False, "cp1250": True, "cp866": True}
#: Texts go through the mill more than once: "fÃƒÂ¼r".
LAYERS = 3

_LOST = "\N{REPLACEMENT CHARACTER}"
_LETTERS = "".join((*LATIN.values(), *CYRILLIC.values()))
#: What the desk's texts hold: meant beyond doubt.
_OWN = frozenset(_LETTERS + _LETTERS.upper()) | TYPOGRAPHY | SELDOM | {"ʻ", "ʼ", _LOST}
#: What any text may hold: Latin letters with marks, Cyrillic ones, signs, pictures.
_MEANT = re.compile(
    r"[\xa0-\u017f\u02b0-\u02ff\u0400-\u052f\u2010-\u2bff\ufffd\U0001f000-\U0001faff]+"
)
#: First bytes of the characters that can be meant, and the bytes behind a first one.
_LEADS, _OTHERS = b"\xc2\xc3\xc4\xc5\xca\xd0\xd1\xd2\xd3\xe2", range(0x80, 0xC0)
#: Under cp866 letters begin with signs that press texts do not hold, and signs with a capital inside a word ("тАЮ").
_CP866_LEADS = "╨╤├┬┼╩"
_ASCII = bytes(range(128))
_SPECIAL = re.compile(r"[^\W\d_\x00-\x7f]")
#: One character of a run, its bytes as code points.
_CHARACTER = re.compile(
    r"[\xc2-\xdf][\x80-\xbf \ufffd]|[\xe0-\xef][\x80-\xbf\ufffd]{2}|\xf0[\x80-\xbf\ufffd]{3}"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters of a line that are UTF-8 in disguise, what they mean, and whether they alone are proof."""

    start: int
    end: int
    meant: str
    is_proof: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """The runs of a line under the page that explains most of it; `is_whole` where that is every special letter."""

    runs: tuple[_Run, ...]
    is_whole: bool

    @property
    def is_proven(self) -> bool:
        return any(run.is_proof for run in self.runs)

    def weight(self) -> int:
        return sum((run.end - run.start) * (1 + run.is_proof) for run in self.runs)


def repair(content: str) -> tuple[str, tuple[Repair, ...]]:
    """Return `content` with its mojibake undone, and the repairs, whose spans lie in the returned text.

    Repairs side by side are one. A place that may as well be meant is left, and told as a repair that changes nothing.
    """
    lines = _suspicious_lines(content)
    if not lines:
        return content, ()
    is_whole = all(line.is_whole for line in lines) and _none_between(content, lines)
    if not (any(line.is_proven for line in lines) or (is_whole and _are_own(lines))):
        return content, ()
    parts: list[str] = []
    repairs: list[Repair] = []
    position = length = 0
    for line in lines:
        if not (line.is_proven or is_whole):
            continue
        for start, end, meant in _places(content, line):
            parts += (content[position:start], meant)
            length += start - position + len(meant)
            repairs.append(Repair(Span(length - len(meant), length), content[start:end], meant))
            position = end
    return "".join((*parts, content[position:])), tuple(repairs)


def _suspicious_lines(content: str) -> list[_Line]:
    """Return the lines that hold runs, where one of them is proof or may be; most texts have none, and cost one search."""
    is_ascii = _is_mostly_ascii(content)
    looked_at = _without_ascii(content) if is_ascii else content
    beginning = _beginning(with_cp866=any(map(looked_at.__contains__, _CP866_LEADS)))
    if is_ascii and not beginning.search(looked_at):
        return []
    places = [found.start() - 1 for found in beginning.finditer(content)]
    if not (is_ascii or any(_is_proof_at(content, place) for place in places)):
        return []
    lines = []
    end = -1
    for place in places:
        if place > end:
            start, end = content.rfind("\n", 0, place) + 1, content.find("\n", place)
            end = len(content) if end < 0 else end
            lines.append(
                max((_read(content, start, end, page) for page in PAGES), key=_Line.weight)
            )
    return lines


def _are_own(lines: list[_Line]) -> bool:
    """Return whether the runs of a text without other special letters are what such a text holds.

    Where all other letters are ASCII, "В" and a no-break space are no Cyrillic word: "1800В Kilometer".
    """
    return all(_OWN.issuperset(run.meant) for line in lines for run in line.runs)


def _is_proof_at(content: str, position: int) -> bool:
    """Return whether a run that begins at `position` is proof of mojibake."""
    founds = ((page, _run(page).match(content, position)) for page in PAGES)
    return any(found and _run_of(content, found, page).is_proof for page, found in founds)


def _is_mostly_ascii(content: str) -> bool:
    head = content[:400]
    return len(head.encode("ascii", "ignore")) * 4 > len(head) * 3


def _without_ascii(content: str) -> str:
    """Return the other characters: mojibake is a row of them, and where they are few, the search is over sooner."""
    return content.encode().translate(None, _ASCII).decode()


def _none_between(content: str, lines: list[_Line]) -> bool:
    """Return whether no special letter stands outside the runs of `lines`."""
    position = 0
    for run in (run for line in lines for run in line.runs):
        if _SPECIAL.search(content, position, run.start):
            return False
        position = run.end
    return not _SPECIAL.search(content, position)


@cache
def _beginning(*, with_cp866: bool) -> re.Pattern[str]:
    """Return a pattern for the second character of mojibake behind a first one, under one page or another."""
    pages = [page for page in PAGES if page != "cp866"]
    leads, others, first, second = (
        _some(part, *pages) for part in (_LEADS, _OTHERS, b"\xf0", b"\x9f")
    )
    pattern = f"[{others}АВДЖЯ](?<=[{leads}][{others}]|[{first}][{second}]|т[АВДЖ]|ЁЯ)"
    return re.compile(f"{pattern}|(?<=[{_CP866_LEADS}])." if with_cp866 else pattern)


@cache
def _run(page: str) -> re.Pattern[str]:
    """Return a pattern for a run of UTF-8 in the characters of `page`.

    A byte may be lost; and that of Р, a no-break space, may have become a space on the way ("Р РѕСЃСЃРёСЏ").
    """
    two, three, four, other, first, next_first = (
        f"[{_some(part, page)}]"
        for part in (range(0xC2, 0xE0), range(0xE0, 0xF0), b"\xf0", _OTHERS, b"\xd0", b"\xd0\xd1")
    )
    lost = f"{first} (?={next_first}{other})"
    return re.compile(f"(?:{two}{other}|{three}{other}{{2}}|{four}{other}{{3}}|{lost})+")


def _some(part: Iterable[int], *pages: str) -> str:
    """Return the characters of some bytes under `pages`, for a set in a pattern."""
    some = set(part)
    characters = {one for page in pages for one, byte in bytes_of(page).items() if byte in some}
    if _OTHERS[0] in some:
        characters.add(ord(_LOST))
    return re.escape("".join(map(chr, sorted(characters))))


@cache
def bytes_of(page: str) -> dict[int, int]:
    """Return the byte for each character of `page` beyond ASCII.

    Controls are the bytes that `page` lacks, and those that ISO 8859-1 had in place of signs.
    """
    table = {byte: byte for byte in range(0x80, 0xA0)}
    table |= {ord(decoded(bytes([byte]), page)): byte for byte in range(0x80, 0x100)}
    table.pop(ord(_LOST), None)
    if page == "cp1251":
        table[ord(_LOST)] = 0x98  # the only byte that it lacks
    return table


def _read(content: str, start: int, end: int, page: str) -> _Line:
    """Return the runs of a line under `page`."""
    founds = _run(page).finditer(content, start, end)
    runs = tuple(run for found in founds if (run := _run_of(content, found, page)).meant)
    explained = sum(len(_SPECIAL.findall(content, run.start, run.end)) for run in runs)
    return _Line(runs, explained == len(_SPECIAL.findall(content, start, end)))


def _run_of(content: str, found: re.Match[str], page: str) -> _Run:
    """Return a run with its meaning, which is "" for part of a word with other letters, such as "СССР»"."""
    start, end = found.span()
    if _SPECIAL.match(content, end) or (start and _SPECIAL.match(content, start - 1)):
        return _Run(start, end, "", False)
    meant = _meaning(found[0], page)
    around = content[start - 1 : start] + content[end : end + 1]
    is_in_word = any(one.isascii() and one.isalpha() for one in around)
    return _Run(start, end, meant, _is_proof(meant, page, is_in_word))


@lru_cache(maxsize=4096)  # words return
def _meaning(run: str, page: str) -> str:
    """Return what a run means, all layers peeled; "" where that is no text."""
    meant = _deepest(run, page, LAYERS) or _peeled(run, page)
    return meant if _MEANT.fullmatch(meant) and meant.strip(_LOST) else ""


def _deepest(run: str, page: str, layers: int) -> str:
    """Return what is proof under the last of at most `layers` layers; "" where nothing is."""
    meant = _peeled(run, page)
    pages = (other for other in PAGES if layers > 1 and _run(other).fullmatch(meant))
    deeper = next(filter(None, (_deepest(meant, other, layers - 1) for other in pages)), "")
    return deeper or (meant if _is_proof(meant, page) else "")


def _peeled(run: str, page: str) -> str:
    disguised = run.translate(bytes_of(page))
    return "".join(_character(found[0]) for found in _CHARACTER.finditer(disguised))


def _character(sequence: str) -> str:
    """Return the character whose bytes are the code points of `sequence`; U+FFFD where one is lost or it is none."""
    if _LOST in sequence:
        return _LOST
    return sequence.replace(" ", "\xa0").encode("latin-1").decode("utf-8", "replace")[0]


def _is_proof(meant: str, page: str, in_ascii_word: bool = False) -> bool:
    """Return whether nothing but mojibake makes these characters."""
    if not (meant and _OWN.issuperset(meant)):
        return False
    letters = list(filter(is_letter, meant))
    if PAGES[page] or len(letters) > 1:
        return True
    if letters:
        return in_ascii_word and not is_cyrillic(letters[0])
    return max(meant) > "\u07ff"  # вЂ“, в„–: three characters that no word holds


def _places(content: str, line: _Line) -> Iterator[tuple[int, int, str]]:
    """Yield what stands for what in a line: words, or all of it where nothing of it was right."""
    groups: list[list[_Run]] = []
    for run in line.runs:
        between = content[groups[-1][-1].end : run.start] if groups else " "
        if groups and between.isascii() and (line.is_whole or " " not in between):
            groups[-1].append(run)
        else:
            groups.append([run])
    for group in groups:
        start, end = _word_around(content, group[0].start, group[-1].end)
        is_sure = any(run.is_proof or _is_own_letter(run.meant) for run in group)
        meant = _meant(content, start, end, group)
        yield start, end, meant if line.is_whole or is_sure else content[start:end]


def _is_own_letter(meant: str) -> bool:
    """Return whether a run is a letter: beside proof "Рё" is one, "В«" may stand there as it is."""
    return _OWN.issuperset(meant) and any(map(is_letter, meant))


def _meant(content: str, start: int, end: int, runs: list[_Run]) -> str:
    parts, position = [], start
    for run in runs:
        parts += [content[position : run.start], run.meant]
        position = run.end
    return "".join((*parts, content[position:end]))


def _word_around(content: str, start: int, end: int) -> tuple[int, int]:
    """Return the range widened over the ASCII letters at its ends."""
    while start and content[start - 1].isascii() and content[start - 1].isalpha():
        start -= 1
    while end < len(content) and content[end].isascii() and content[end].isalpha():
        end += 1
    return start, end

"""Page furniture: whole lines of it, and fragments that scraping glued into running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge import Knowledge
from ..parsing.byline import names_in_line
from ..parsing.dates import dates_in
from ..parsing.translator import names_in_line as translators_in_line
from ..results import Label
from .pieces import Piece, cut
from .senses import Senses

#: In a line this long, a word of furniture alone proves nothing: the line must also address its reader …
LONG_LINE = 25
#: No fragment of furniture in running text is longer; looking further costs time and tells nothing.
HORIZON = 1200
#: … and so must a sentence of so many words.
SENTENCE = 7
_WORDY = frozenset({Label.APPEAL, Label.NEWSLETTER, Label.COOKIE, Label.PAYWALL})
_ADDRESS = re.compile(
    r"\b(?=[udeiswmnvyoмнв])(?:uns|unser\w*|wir|euch|eu(?:re|er)\w*|ihr|ihnen|sie können|ihre|du|dein\w*|you|your|our|us|we|мы|нас|наш\w*|вы|вас|ваш\w*|"
    r"nous|notre|nos|vous|votre|vos)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][“”\"»)]*\s+(?=[^\W\d_]|[„“\"«>►▶➤→+])")
#: Words that German, in the middle of a sentence, never writes with a capital: a new sentence begins here.
_OPENERS = (
    "Der|Die|Das|Dem|Den|Ein|Eine|Einer|Er|Es|Im|In|Am|An|Auf|Bei|Beim|Nach|Nachdem|Auch|Doch|Zudem|Wie|L"
    "aut|Mit|Für|Dabei|Damit|Dazu|Seit|Bereits|Während|Zuvor|Zum|Zur|Unter|Aus|Vor|Um|Dies|Diese|Dieser|D"
    "ieses|Demnach|Allerdings|Außerdem|Gleichzeitig|So|Als|Da|Wenn|Aber|Und|Noch|Nun|Jetzt|Hier|Dort|Denn"
    "|Obwohl|Weil|Trotz|Gegen|Durch|Über|Insgesamt|Seine|Ihre|Beide"
)
#: … where a fragment of furniture ends, French and Russian ones too, and behind a bracket or a word glued to the next one.
_BEHIND_FRAGMENT = re.compile(
    rf"(?<=[\w“”\"»)])\s+(?=(?:{_OPENERS}|Solche|Weitere|Mehrere|Viele|Einige|Zwar|Später|Danach|Dann|Zunächst|"
    r"Dans|En|Il|Elle|Ils|Elles|Selon|Mais|Cette|Pour|Depuis|Après|Ainsi|По|Во?|На|Он|Она|Они|Это|Но|При|После|За|Из|До|Ранее|Однако|Напомним)\s+\S)"
    r"|(?<=\d\d\))\s+(?=[A-ZÄÖÜА-ЯЁ])|(?<=[a-zäöüßа-яё])(?=[A-ZÄÖÜ][a-zäöüß]+\s(?:and|und|et|is|was|the)\s)"
)
#: Begins with the blank, so that a search may leap from blank to blank, and to the next capital.
_NEW_SENTENCE = re.compile(rf"\s(?<=[\w“”\"»]\s)\s*(?=[A-ZÄÖÜ])(?=(?:{_OPENERS})\s+\S)")
#: "Lohn vor Sicherheit »Jeder von uns weiß …": a heading's small words are prepositions and articles, never a verb.
_QUOTATION = re.compile(r"\s(?<=[\w?!]\s)\s*(?=[„»«“\"][A-ZÄÖÜ])")
_QUOTED = re.compile(r"[„“\"»][^„“”\"»«]{8,70}[“”\"«]")
#: Leaders open sentences with their office, which no heading ends with.
_ROLE = re.compile(
    r"\s(?<=[\w?!]\s)\s*(?=(?:Präsident|Staatschef|Premierminister|Ministerpräsident|Außenminister)\s[A-ZÄÖÜ])"
)
_SMALL_WORDS = frozenset(
    "vor nach mit ohne gegen für im am in an auf aus bei zu zum zur über unter und oder statt wie der die das den dem des".split()
)
_OPENER = re.compile(rf"(?:{_OPENERS})\s")
_ENGLISH_OPENER = re.compile(
    r"(?:The|There|This|These|In|At|On|It|He|She|They|But|And|For|With|As|When|A|An|From|To)\s"
)
_PART = re.compile(r"(?<=[\s|–•·-])[^\W_]")
_ARTICLE = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines|sie|er|es|sich|ist|hat|habe|sei|wurde|werde)\b"
)
_TWO_CAPITALS = re.compile(r"(?P<last>[A-ZÄÖÜ][\w-]+)\s(?P<next>[A-ZÄÖÜ][\w-]+)")
_COLON = re.compile(r"^(?:\S+\s){0,3}\S+:\s+\S")
#: Names of outlets begin with such a word.
_OUTLET = re.compile(
    r"(?:Der (?:Spiegel|Standard|Freitag|Tagesspiegel)|Die (?:Zeit|Welt|Presse|Grünen|Linke|Tageszeitung)|Das Erste|Am Sonntag)"
)


class FurnitureRules:
    """The general rules and the habits of sources, compiled once."""

    def __init__(self, knowledge: Knowledge) -> None:
        openings = [words for source in knowledge.sources for words in source.furniture]
        descriptions = [words for source in knowledge.sources for words in source.self_descriptions]
        # what people taught of a page counts before what is usual
        self._rules = []
        if openings:
            self._rules.append((Label.PROMO, _any_of(openings), True, "taught-opening"))
        if descriptions:
            self._rules.append((Label.SITE, _any_of(descriptions), False, "taught-description"))
        self._rules += [
            (
                Label(rule.label),
                _compiled(rule.pattern),
                rule.inline,
                f"furniture-{rule.label}-{number}",
            )
            for number, rule in enumerate(knowledge.furniture)
        ]
        self._of_sites = [rule for rule in self._rules if rule[0] is Label.SITE]
        # a long line that opens with "Lesen Sie auch" goes on as running text
        self._of_long = [rule for rule in self._rules if rule[0] is not Label.RELATED]
        self._not_wordy = [rule for rule in self._rules if rule[0] not in _WORDY]
        self._inline = [
            (label, pattern, rule) for label, pattern, inline, rule in self._rules if inline
        ]

    def of_line(self, text: str) -> tuple[Label, str] | None:
        """Return the label of a whole line of furniture and the rule that knew it."""
        text = text.replace("\u00ad", "")
        words = len(text.split())
        long, closed = words > LONG_LINE, words > SENTENCE and text.endswith((".", "!", "?"))
        rules = self._of_long if long else self._rules
        if (long or closed) and not _ADDRESS.search(text):
            rules = self._of_sites if long else self._not_wordy
        for label, pattern, _, rule in rules:
            if pattern.match(text):
                return label, rule
        return None

    def inlined(self, text: str, senses: Senses) -> Iterator[tuple[int, int, Label, str]]:
        """Yield the fragments of furniture inside running text as (start, end, label, rule)."""
        starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
        taken = 0
        for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
            if start < taken:
                continue
            fragment = self._by_opening(text, start) or _headline_in(text, start, senses, following)
            if fragment:
                taken = fragment[1]
                yield fragment

    def beside_a_date(self, text: str) -> Iterator[tuple[int, int, Label, str]]:
        """Yield the furniture that closes a short line with a date: a reading time, a button, a number of comments."""
        printed = dates_in(text)
        if not printed or len(text.split()) > LONG_LINE:
            return
        for part in _PART.finditer(text, printed[0].span.end):
            for label, pattern, _ in self._inline:
                if pattern.fullmatch(text[part.start() :].strip()):
                    yield part.start(), len(text), label, "furniture-beside-date"
                    return

    def _by_opening(self, text: str, start: int) -> tuple[int, int, Label, str] | None:
        rest = text[start : start + HORIZON]
        if start == 0 and len(rest.split()) <= LONG_LINE:
            return None  # a line of its own, judged as a whole
        for label, pattern, rule in self._inline:
            if (match := pattern.match(rest)) and match.end() < 200:
                return start, start + _fragment_end(rest), label, f"inlined-{rule}"
        return None


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE)


def _any_of(taught: list[str]) -> re.Pattern[str]:
    return _compiled("|".join(re.escape(words).replace(r"\ ", " ") for words in taught))


def _fragment_end(rest: str) -> int:
    """Return where a fragment of furniture ends: where a sentence plainly begins, else with its line."""
    for boundary in (_BEHIND_FRAGMENT, _SENTENCE_END):
        for match in boundary.finditer(rest):
            if len(rest[: match.start()].split()) >= 3 and _is_running(rest, match.end()):
                return match.end()
    return len(rest)


def _is_running(text: str, start: int) -> bool:
    """Return whether running text stands at `start`: eight words and the end of a sentence, not too far off."""
    ahead = text[start : start + HORIZON]
    return len(ahead.split(None, 8)) >= 8 and bool(re.search(r"[.!?…][“”\"»)]*(?:\s|$)", ahead))


def opens_like_a_sentence(text: str) -> bool:
    """Return whether a text begins with a word that opens sentences rather than headings."""
    return bool(_OPENER.match(text) or _ENGLISH_OPENER.match(text))


def crosshead_glued_by_blank(text: str) -> int | None:
    """Return where the first sentence begins on a line that a cross-head opens, parted by no more than a blank.

    "Weniger Wasser aus dem Syrdarja Nach Angaben der Hydrologin …"
    """
    for match in (
        *_NEW_SENTENCE.finditer(text, 0, 90),
        *_ROLE.finditer(text, 0, 60),
        *_QUOTATION.finditer(text, 0, 60),
    ):
        before = text[: match.start()]
        if _QUOTED.fullmatch(before):
            before = before.strip('„“”"»«')
        if (
            not 2 <= len(before.split()) <= 9
            or re.search(r"[.:;!„“\"»]", before)
            or _OPENER.match(before)
        ):
            return None
        small = [word for word in before.split() if word[0].islower()]
        quoted = match.re is _QUOTATION
        if quoted and not all(word.strip(",") in _SMALL_WORDS for word in small):
            continue
        if (
            before[0].isupper()
            and not _OUTLET.match(text, match.end())
            and _is_running(text, match.end())
        ):
            return match.end()
    return None


def _headline_in(
    text: str, start: int, senses: Senses, end: int
) -> tuple[int, int, Label, str] | None:
    """Return a related headline that stands in the sentence `start` to `end` without any separator.

    The next sentence begins with a capital that German has nowhere else, or behind a headline with a colon with a
    name: "… worden. Kasachstan: Mindestens 35 Tote bei schwerem Grubenunglück Der russische Staatschef …".
    """
    if start == 0 or not text[start].isupper():
        return None
    for match in _NEW_SENTENCE.finditer(text, start, end):
        before = text[start : match.start()]
        if not 4 <= len(before.split()) <= 16 or re.search(r"[,;„“\"»]", before):
            continue
        if _OUTLET.match(text, match.end()) or not _is_running(text, match.end()):
            continue
        # a small word right before the capital: no German sentence goes on like this
        broken = before.split()[-1].islower()
        if broken or _COLON.match(before) or not _ARTICLE.search(before):
            return start, match.end(), Label.RELATED, "inlined-headline"
    return _headline_before_name(text, start, senses, end)


def _headline_before_name(
    text: str, start: int, senses: Senses, end: int
) -> tuple[int, int, Label, str] | None:
    """Return a related headline with a colon behind which a sentence begins with a person's name."""
    if text.find(":", start, end) < 0 or not _COLON.match(text[start:end]):
        return None
    for match in _TWO_CAPITALS.finditer(text, start, end):
        place = match.start("next")
        before = text[start:place]
        named = senses.is_surname(match["next"]) or senses.is_given_name(match["next"])
        named = named and not senses.is_given_name(match["last"]) and _is_running(text, place)
        if named and 4 <= len(before.split()) <= 16 and not re.search(r"[,;„“\"»]", before):
            return start, place, Label.RELATED, "inlined-headline"
    return None


def separate_furniture(
    content: str, pieces: list[Piece], rules: FurnitureRules, senses: Senses
) -> list[Piece]:
    """Label whole lines of furniture and cut inlined fragments out of running text."""
    separated: list[Piece] = []
    body = min((piece.start for piece in pieces if piece.is_open and piece.is_prose), default=0)
    for piece in pieces:
        if not piece.is_open:
            separated.append(piece)
        # before the body, "Analyse: …" is the headline rather than a link to another text
        elif (whole := rules.of_line(piece.text)) and not (
            (whole[0] is Label.RELATED and piece.start < body)
            or translators_in_line(piece.text)
            or (
                whole[0] is Label.AUTHOR_BOX
                and piece.words < SENTENCE
                and names_in_line(piece.text)
            )
        ):
            piece.mark(whole[0], whole[1], 0.9)
            separated.append(piece)
        else:
            separated.extend(_without_fragments(content, piece, rules, senses))
    return separated


def _without_fragments(
    content: str, piece: Piece, rules: FurnitureRules, senses: Senses
) -> list[Piece]:
    fragments = list(
        rules.inlined(piece.text, senses) if piece.is_prose else rules.beside_a_date(piece.text)
    )
    if not fragments:
        return [piece]
    inner = piece.start + content[piece.start : piece.end].index(piece.text)
    places = [inner + place for start, end, _, _ in fragments for place in (start, end)]
    parts = cut(content, piece, *places)
    for start, _, label, rule in fragments:
        part = next(part for part in parts if part.start <= inner + start < part.end)
        part.mark(label, rule, 0.8)
    return parts

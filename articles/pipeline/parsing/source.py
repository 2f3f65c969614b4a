"""The source: the outlet that a text shows itself to come from, or a proposal from weaker signs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..document import Document
from ..knowledge import EntityRecord, NameForm, SourceRecord
from ..names.gazetteer import Gazetteer
from ..names.tokens import tokens_of
from ..results import Found, Label, Span
from .masthead import known_masthead, unknown_masthead
from .outlets import OutletNames
from .stated import stated_value

#: Lines on which a page speaks of itself ("Lest auch auf Novastan"). Comments may name any outlet.
_OWN = (
    Label.SITE,
    Label.APPEAL,
    Label.NEWSLETTER,
    Label.PROMO,
    Label.SHARE,
    Label.NAVIGATION,
    Label.PAYWALL,
    Label.COOKIE,
    Label.AUTHOR_BOX,
    Label.RELATED,
)
_NAME = r"(?P<name>[A-ZÄÖÜА-Я][\w.’'-]*(?:\s(?:&|[A-ZÄÖÜА-Я0-9][\w.’'-]*)){0,4})"
_SELF = re.compile(
    rf"(?:(?:Der|Die|Das)\s(?=\S+\s(?:ist|is)\s))?{_NAME} (?:ist|is) (?:das|ein|eine|die|der|an?|the) [^.]{{0,70}}"
    r"(?i:magazin|portal|zeitung|medium|plattform|agentur|magazine|news|outlet|agency|newspaper|verein|reader-funded|stiftung|verband|netzwerk|foundation)|"
    rf"(?:Über|About)\s(?P<about>{_NAME[len('(?P<name>') : -1]})\s?:"
)
#: Phrases in which a page names itself: its newsletter, its readers, its account.
_OWN_PHRASES = re.compile(
    rf"(?:Newsletter (?:der|des|von|from|of)(?: the)?|[Ll](?:est|esen Sie|ies) auch (?:auf|bei|in)|[Rr]ead more on|Mehr (?:vom|von|auf)|"
    rf"Spenden(?:konto)?\s?:|[Ss]upport|[Ss]ubscribe to|JOURNALISM:)\s{_NAME}"
    rf"|^(?P<reading>{_NAME[len('(?P<name>') : -1]}) (?:lesen heißt|is reader-funded)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*(?:©\s*)?(?:by\s+)?(?:Text\s*:\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?[ ,]*)?"
    rf"(?:by\s+)?(?:(?:ИА|[Ии]нформационное агентство)\s)?(?:«(?P<quoted>[^»]{{2,40}})»|{_NAME}|(?P<domain>[\w-]+\.[a-z]{{2,4}})\b)"
)
_PATH = re.compile(r"^(?P<domain>[\w-]+\.(?:de|at|ch|com|org|net|info|kz|kg|uz|tj|tm|ru))\s?[›>»|]")
#: What a publisher adds to the name of its outlet.
_PUBLISHER = re.compile(r"\s(?:Verlag\w*|GmbH|AG|Media|Medien\w*|Ltd|LLC|Inc|e\.?\s?V)\b.*$")
_OUTLET_OF_BYLINE = re.compile(
    rf"\s(?:[Ff]ür|[Ff]or|[Pp]our|[Дд]ля)\s+{_NAME}\.?$|[,|]\s«(?P<quoted>[^»]{{3,40}})»"
)
_PRESS_OFFICE = re.compile(
    r"^(?P<name>[^\W\d_][^,;:|]{2,50}),\s(?:Referat\s|Abteilung\s)?(?:Presse|Öffentlichkeitsarbeit|Press Office)\b"
)
_CONTACT = re.compile(r"^(?:Presse)?[Kk]ontakt\s?:\s*(?P<name>[^\W\d_][^,;:|]{2,50}),")
_PUBLISHED_BY = re.compile(
    r"^(?:Herausgeber(?:in)?|Published by|Publisher|Издатель)\s?:\s*(?P<name>[^\W\d_][^,;:|]{2,50}?)(?:\s(?:e\. ?V\.|GmbH|AG)|[,;|]|$)"
)
#: What may stand before an outlet's name where a file states it: an article, an address's beginning, another part of a title.
#: "Вестник Ферганы" is not Fergana.
_BEFORE_NAME = re.compile(
    r"(?:(?:https?://)?(?:www\.)?|(?:.*[|:•·–—»›-]\s*)?(?:(?i:the|der|die|das|le|la|les)\s)?)[„“\"«]?"
)
#: The first of several sources on a line is the outlet itself: "Quelle: ZEIT ONLINE, dpa, KNA, ces".
_FIRST_SOURCE = re.compile(r"^(?:Quellen?|Source|Источник)\s?:\s*(?P<name>[^,/:]{3,30})[,/]")
_DOMAIN_LINE = re.compile(
    r"^(?:Quelle|Source|Источник)\s?: ?(?P<domain>[\w-]+\.(?:de|at|ch|com|org|net|eu|kz|kg|uz|tj|tm|ru|info|media|asia))\b"
)
#: A page asks its readers in its own name: "tagesschau.de auf WhatsApp: Jetzt Kanal abonnieren".
_ASKS_READERS = re.compile(
    r"abonnieren|abonniert|probeabo|kostenlos|gratis|morning briefing|(?:unser|der|the) newsletter|unterstütz|spende|mitglied|whatsapp|telegram|lest auch (?:auf|bei|in)|"
    r"subscribe|support |sign up|donate|member|поддерж|подпис|abonnez|soutenez",
    re.IGNORECASE,
)
#: The number of a wire that the page took over.
_WIRE = re.compile(r"dpa-infocom|dpa:\d")
#: A page names itself in its first and its last lines.
TOP, BOTTOM = 4, 4
_UNPRINTED = frozenset({Label.BLANK, Label.HEADER})
#: What parts the name of a site from its sections or its motto.
_PARTED = re.compile(r"\s[–—|·•›>-]\s|\s{2,}|[›|]")


class SourceNames:
    """The known outlets by name and domain, compiled once, to find them in the page's words about itself."""

    def __init__(self, sources: Sequence[SourceRecord], gazetteer: Gazetteer) -> None:
        self.sources = tuple(sources)
        self._gazetteer = gazetteer
        self._index = Gazetteer(
            EntityRecord(source.name, "source", _forms(source, gazetteer)) for source in sources
        )
        self._descriptions = [
            (words.casefold(), source.name)
            for source in sources
            for words in source.self_descriptions
        ]

    def named_in(self, line: str, offset: int = 0) -> list[tuple[str, Span]]:
        """Return the known outlets that a line names."""
        tokens = tokens_of(line)
        found, end = [], 0
        for index in self._index.beginnings(tokens):
            hits = self._index.hits(tokens, index) if index >= end else []
            if hits:
                end = index + hits[0].length
                where = Span(offset + tokens[index].start, offset + tokens[end - 1].end)
                found.append((hits[0].entity.name, where))
        return found

    def described_in(self, line: str) -> str | None:
        """Return the outlet of which a line holds what we were taught that it says of itself."""
        folded = line.replace("\u00ad", "").casefold()
        return next((name for words, name in self._descriptions if words in folded), None)

    def is_source(self, text: str) -> bool:
        """Return whether a text is the name of a known outlet and nothing else."""
        named = self.named_in(text)
        return (
            len(named) == 1 and named[0][1].end - named[0][1].start >= len(text.strip(" .:|")) - 1
        )

    def may_be_outlet(self, printed: str) -> bool:
        """Return whether a name behind "für" is an outlet's: a known one, or none that the gazetteer knows otherwise."""
        return bool(self.named_in(printed)) or not self._gazetteer.knows(printed)

    def by_beginning(self, printed: str) -> str:
        """Return our name of an outlet that a printed name begins with (Novastan France), else the printed name."""
        named = self.named_in(printed)
        return named[0][0] if named and named[0][1].start == 0 else printed


def _forms(source: SourceRecord, gazetteer: Gazetteer) -> tuple[NameForm, ...]:
    """Return the names and addresses of an outlet, those that the gazetteer has for it included (ТАСС)."""
    known = gazetteer.by_name.get(source.name)
    names = {
        source.name,
        *source.names,
        *source.domains,
        *(form.text for form in (known.forms if known else ()) if not form.weak),
    }
    return tuple(NameForm(name) for name in sorted(names))


def find_source(document: Document, names: SourceNames, outlets: OutletNames) -> Found[str] | None:
    """Return the outlet that the page shows as its own: by a sentence about itself, a byline, its furniture."""
    return (
        _self_described(document, names)
        or _of_byline(document, names)
        or known_masthead(document, names)
        or _by_outlet(document, names)
        or _stated(document, names)
        or _named_by_page(document, names)
        or unknown_masthead(document, outlets)
        or _of_site_line(document, outlets)
        or _unknown_outlet(document)
    )


def _self_described(document: Document, names: SourceNames) -> Found[str] | None:
    for line, span in document.lines_with(*_OWN):
        if name := names.described_in(line):
            return Found(name, (span,), "self-description", 0.97)
    return None


def _of_byline(document: Document, names: SourceNames) -> Found[str] | None:
    for line, span in document.lines_with(Label.BYLINE):
        match = _OUTLET_OF_BYLINE.search(line)
        group = "quoted" if match and match["quoted"] else "name"
        if match and names.may_be_outlet(match[group]):
            where = Span(span.start + match.start(group), span.start + match.end(group))
            return Found(names.by_beginning(match[group]), (where,), "outlet-of-byline", 0.9)
    return None


def _by_outlet(document: Document, names: SourceNames) -> Found[str] | None:
    """Return the outlet that signs in place of an author: "By RFE/RL's Kyrgyz Service"."""
    for line, (_, words, span) in zip(document.lines, document.printed, strict=True):
        if line.rule == "byline-prefix":
            named = names.named_in(words, span.start)
            if named and named[0][1].start - span.start < 6:
                return Found(named[0][0], (named[0][1],), "outlet-as-author", 0.85)
    return None


def _stated(document: Document, names: SourceNames) -> Found[str] | None:
    """Return the outlet that the file states, under our name for it where we know it, by name or by address."""
    stated = stated_value(document, "source")
    if stated is None:
        return None
    start = stated.spans[0].start
    named = names.named_in(stated.value, start)
    if len(named) == 1 and _BEFORE_NAME.fullmatch(stated.value[: named[0][1].start - start]):
        return Found(named[0][0], (named[0][1],), stated.rule, stated.confidence)
    printed = stated.value.partition(" <")[0]  # a mail's sender: "Pressestelle <post@example.org>"
    return Found(printed, (Span(start, start + len(printed)),), stated.rule, stated.confidence)


def _named_by_page(document: Document, names: SourceNames) -> Found[str] | None:
    """Return the known outlet that the page's own furniture names most often; one mention among other texts is no sign."""
    spans: dict[str, list[Span]] = defaultdict(list)
    weight: Counter[str] = Counter()
    edges = _edges(document)
    for line, span in document.lines_with(*_OWN, Label.DATE_LINE):
        if _WIRE.search(line):
            continue
        asks = bool(_ASKS_READERS.search(line))
        for name, where in names.named_in(line, span.start):
            strong = "." in where.text_of(document.content) or "©" in line or span in edges
            weight[name] += 3 if asks else 2 if strong else 1
            spans[name].append(where)
    ranked = weight.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    name, count = ranked[0]
    return Found(name, tuple(spans[name]), "named-by-page", min(0.95, 0.65 + 0.1 * count))


def _edges(document: Document) -> set[Span]:
    """Return the first and last printed lines of a page, where it names itself."""
    printed = [span for label, _, span in document.printed if label not in _UNPRINTED]
    return {*printed[:TOP], *printed[-BOTTOM:]}


def _of_site_line(document: Document, outlets: OutletNames) -> Found[str] | None:
    """Return the outlet whose name opens a line of furniture at the top: "Steppenpost – Nachrichten aus Zentralasien"."""
    printed = [line for line in document.printed if line[0] not in _UNPRINTED][:TOP]
    for label, words, span in printed:
        if not label.is_furniture:
            continue
        name = _PARTED.split(words, maxsplit=1)[0].strip()
        if name[:1].isupper() and outlets.names_one(name):
            return Found(name, (Span(span.start, span.start + len(name)),), "site-line", 0.75)
    return None


def _unknown_outlet(document: Document) -> Found[str] | None:
    """Return an outlet that we do not know, from a rights line, a sentence about itself, or its address."""
    lines = list(document.lines_with(*_OWN, Label.SIGN_OFF, Label.COMMENTS))
    for rule, pattern in (
        ("path", _PATH),
        ("source-line", _DOMAIN_LINE),
        ("copyright", _COPYRIGHT),
        ("self-description", _SELF),
        ("own-phrase", _OWN_PHRASES),
        ("press-contact", _CONTACT),
        ("press-contact", _PRESS_OFFICE),
        ("publisher", _PUBLISHED_BY),
        ("first-source", _FIRST_SOURCE),
    ):
        for line, span in lines:
            match = pattern.search(line)
            group = (
                next((name for name, value in match.groupdict().items() if value), None)
                if match
                else None
            )
            if match and group:
                printed = _PUBLISHER.sub("", match[group])
                where = Span(
                    span.start + match.start(group), span.start + match.start(group) + len(printed)
                )
                return Found(printed, (where,), rule, 0.8)
    return None


def propose_source(agency: Found[str] | None, sources: Sequence[SourceRecord]) -> Found[str] | None:
    """Return the source whose sign-off closes the text, marked as proposed: initials are a weak sign."""
    if agency is None:
        return None
    signed = agency.value.strip("()[]/. ").casefold()
    for source in sources:
        if any(sign.strip("()[]/. ").casefold() == signed for sign in source.sign_offs):
            return Found(source.name, agency.spans, "sign-off", 0.6, proposed=True)
    return None

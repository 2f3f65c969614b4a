"""The door of the core: a file's bytes in, its texts out, read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .checking.checker import Checker
from .classifying import (
    TopicWords,
    find_countries,
    find_topics,
    lists_other_texts,
    tells_of_region,
)
from .document import Document
from .formats import split_items
from .knowledge import Knowledge
from .labelling import Chain, FurnitureRules, label_lines
from .language import find_language
from .linking import CountryWord, Linker
from .names.gazetteer import Gazetteer
from .parsing.agency import Agencies, find_agency
from .parsing.byline import find_byline
from .parsing.credits import find_captions, find_credits
from .parsing.crossheads import find_crossheads
from .parsing.headline import find_headline, propose_headline
from .parsing.outlets import OutletNames
from .parsing.publication_date import find_date, find_time, find_update
from .parsing.source import SourceNames, find_source, propose_source
from .parsing.standfirst import find_standfirst
from .parsing.stated import stated_value
from .parsing.translator import find_translator
from .passages import find_passages
from .reading import Unreadable
from .relations.citations import Citing
from .relations.reprints import Origins
from .results import Found, Item, ParsedArticle, Refused, Span

__all__ = ["Reader", "Unreadable"]


class Reader:
    """Reads texts with one state of knowledge, which is prepared once and never changes."""

    def __init__(
        self,
        knowledge: Knowledge,
        gazetteer: Gazetteer | None = None,
        split: Callable[[bytes, str], list[Item | Refused]] = split_items,
    ) -> None:
        """Prepare `knowledge`; `gazetteer` is the index of its entities where one was kept.

        `split` opens files: here, or where the shell wants hostile ones opened.
        """
        self._split = split
        self.knowledge = knowledge
        self.gazetteer = gazetteer or Gazetteer(knowledge.entities)
        self._linker = Linker(self.gazetteer, knowledge.words, knowledge.no_names)
        self.furniture = FurnitureRules(knowledge)
        self._agencies = Agencies([*knowledge.agencies, *_sign_offs(knowledge)])
        self._sources = SourceNames(knowledge.sources, self.gazetteer)
        self._outlets = OutletNames(knowledge.words)
        self.senses = _ReaderSenses(self._linker, self._sources, self._agencies, self._outlets)
        self._chain = Chain(knowledge.lines)
        self._topics = TopicWords(knowledge.topics)
        self._citing = Citing(knowledge.relations.citing, self._sources)
        self._origins = Origins(knowledge.relations, self._sources)
        self._checker = Checker(
            knowledge.checks, knowledge.relations.weekdays, knowledge.words, knowledge.entities
        )

    def read(self, data: bytes, name: str) -> list[ParsedArticle | Refused]:
        """Return every text of a file, and what of it was refused, in order; `name` helps to tell the format.

        Raises `Unreadable` where the file as a whole holds no text.
        """
        return [
            item if isinstance(item, Refused) else self._parse(item)
            for item in self._split(data, name)
        ]

    def _parse(self, item: Item) -> ParsedArticle:
        document = label_lines(item, self.furniture, self.senses, self._chain)
        date = find_date(document, self._agencies)
        agency = find_agency(document, self._agencies)
        headline = find_headline(document)
        source = find_source(document, self._sources, self._outlets)
        proposed = None if source else propose_source(agency, self.knowledge.sources)
        language = _language(document)
        origin = self._origins.find(document, language.value if language else "")
        entities, country_words = self._linker.link(document, date.value if date else None)
        about, mentioned = find_countries(country_words, self.knowledge.focus)
        return ParsedArticle(
            text=item.text,
            number=item.number,
            name=item.name,
            lines=document.lines,
            language=language,
            passages=find_passages(document, language),
            date=date,
            time=find_time(document, date),
            headline=headline,
            headline_proposed=None if headline else propose_headline(document),
            updated=find_update(document),
            address=stated_value(document, "address"),
            standfirst=find_standfirst(document),
            byline=find_byline(document, self._is_no_person),
            translator=find_translator(document),
            agency=agency,
            source_name=source,
            source_proposed=proposed,
            photo_credits=find_credits(document),
            captions=find_captions(document),
            crossheads=find_crossheads(document),
            boilerplate=_boilerplate(document),
            countries=about,
            countries_mentioned=mentioned,
            topics=find_topics(document, self._topics, self._linker.leaders(entities)),
            cites=self._citing.find(
                document, {found.value for found in (source, proposed) if found}
            ),
            reprint_of=origin.reprint_of,
            translated_from=origin.translated_from,
            entities=entities,
            warnings=self._warnings(item, document, country_words),
            checks=self._checker.check(
                document,
                language.value if language else "",
                date.value if date else None,
                entities,
            ),
        )

    def _warnings(
        self, item: Item, document: Document, words: Sequence[CountryWord]
    ) -> tuple[str, ...]:
        warnings = list(item.text.warnings)
        if not any(label.is_prose for label, _words, _span in document.printed):
            warnings.append("no-body")
        elif not tells_of_region(words, self.knowledge.focus):
            warnings.append("not-of-the-region")
        if "listing-page" not in warnings and lists_other_texts(document):
            warnings.append("listing-page")
        return tuple(warnings)

    def _is_no_person(self, name: str) -> bool:
        """Return whether a name in a byline is an outlet's or its office's: "Nordfunk Moskau"."""
        return bool(self._sources.named_in(name)) or self._linker.ends_with_place(name)


class _ReaderSenses:
    """Answers labelling's questions from the gazetteer, the sources and the agencies."""

    def __init__(
        self, linker: Linker, sources: SourceNames, agencies: Agencies, outlets: OutletNames
    ) -> None:
        self._linker = linker
        self._sources = sources
        self.is_source = sources.is_source
        self.names_outlet = outlets.names_one
        self.is_given_name = linker.is_given_name
        self.is_surname = linker.is_surname
        self.is_plain_word = linker.is_plain_word
        self.is_sign_off = agencies.is_sign_off
        self.signs = agencies.names_one
        self.sign_off_at_end = agencies.sign_off_at_end
        self.has_dateline = agencies.has_dateline

    def is_known(self, text: str) -> bool:
        """Return whether the words hold a name of the gazetteer or of a source."""
        return self._linker.is_known(text) or bool(self._sources.named_in(text))


def _sign_offs(knowledge: Knowledge) -> Iterator[str]:
    """Yield the sign-offs of all sources; an agency signs with its own name too."""
    for source in knowledge.sources:
        yield from source.sign_offs
        if source.is_agency:
            yield source.name


def _language(document: Document) -> Found[str] | None:
    prose = document.prose()
    if not prose:
        return None
    longest = max(prose, key=lambda stretch: stretch[0].end - stretch[0].start)[0]
    whole = Span(prose[0][0].start, prose[-1][0].end)
    return find_language(document.content, whole if whole.end - whole.start < 1200 else longest)


def _boilerplate(document: Document) -> tuple[Found[str], ...]:
    """Return the furniture, a value for each line or fragment."""
    found = []
    for line, (label, words, span) in zip(document.lines, document.printed, strict=True):
        if label.is_furniture:
            found.append(Found(words, (span,), line.rule, line.confidence))
    return tuple(found)

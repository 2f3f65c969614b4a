"""What the core returns: values with the place where they were read, the rule that read them, and how surely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range [start, end) of characters in the decoded text."""

    start: int
    end: int

    def text_of(self, content: str) -> str:
        """Return the characters of `content` inside the span."""
        return content[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, where it stood, the rule that read it, and the confidence from 0 to 1.

    `proposed` marks a value that is not printed in the text as such: a headline made from the standfirst, a source
    inferred from a sign-off.
    """

    value: T
    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    proposed: bool = False


class Label(StrEnum):
    """What a line of the original is. Everything from NAVIGATION on is furniture and feeds nothing."""

    BLANK = "blank"
    HEADER = "header"
    KICKER = "kicker"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    TRANSLATOR = "translator"
    DATE_LINE = "date-line"
    CROSSHEAD = "crosshead"
    BODY = "body"
    REPEATED = "repeated"
    CAPTION = "caption"
    CREDIT = "credit"
    SIGN_OFF = "sign-off"
    NAVIGATION = "navigation"
    RELATED = "related"
    PROMO = "promo"
    APPEAL = "appeal"
    NEWSLETTER = "newsletter"
    PAYWALL = "paywall"
    COOKIE = "cookie"
    SHARE = "share"
    COMMENTS = "comments"
    AUTHOR_BOX = "author-box"
    SITE = "site"

    @property
    def is_furniture(self) -> bool:
        """Whether a line with this label is part of the page, not of the article."""
        return self in FURNITURE

    @property
    def is_prose(self) -> bool:
        """Whether a line with this label is read for names, countries and topics."""
        return self in PROSE


FURNITURE = frozenset(
    {
        Label.NAVIGATION,
        Label.RELATED,
        Label.PROMO,
        Label.APPEAL,
        Label.NEWSLETTER,
        Label.PAYWALL,
        Label.COOKIE,
        Label.SHARE,
        Label.COMMENTS,
        Label.AUTHOR_BOX,
        Label.SITE,
    }
)
PROSE = frozenset(
    {
        Label.KICKER,
        Label.HEADLINE,
        Label.STANDFIRST,
        Label.CROSSHEAD,
        Label.BODY,
        Label.CAPTION,
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the original with one label. All lines of a text together cover it exactly once.

    A printed line with a fragment of furniture inlined in it makes several of these.
    """

    span: Span
    label: Label
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Repair:
    """A place where mojibake was undone: "fÃ¼r" before, "für" after, which stands at `span` of the text.

    A place that may as well be meant was left: it is the same before and after.
    """

    span: Span
    before: str
    after: str

    @property
    def is_done(self) -> bool:
        """Whether anything was changed."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded text: what a file says, before anybody decides what its lines are."""

    content: str
    encoding: str
    warnings: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of its text outside the text: its date in metadata, its subject, its author.

    `field` is one of `STATED`; the words stand at `span` of the text's header, so that an editor sees them too. `rule`
    names the place they came from, such as `json-ld-datePublished`.
    """

    field: str
    span: Span
    rule: str
    confidence: float = 1.0


#: The fields that a file may state, each as the file writes it. `address` is the canonical one of the text, `identifier` the
#: agency's own, `note` what it tells the desk.
STATED = frozenset(
    {
        "date",
        "updated",
        "headline",
        "standfirst",
        "byline",
        "source",
        "agency",
        "language",
        "address",
        "kicker",
        "keywords",
        "rights",
        "embargo",
        "note",
        "identifier",
    }
)


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup of a file says a stretch of the text is: `<h1>` a headline, `<nav>` navigation."""

    span: Span
    label: Label
    rule: str
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a file (most files hold one), with what the file says about it beside its words.

    `name` tells it from the others of its file: the member of an archive, the title of an entry. `body` is where the
    article's own text begins, behind a header such as ` date 2022-05 ` or the lines that `stated` points into.
    """

    text: Text
    number: int = 1
    name: str = ""
    body: int = 0
    stated: tuple[Stated, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A member of a file that can't be read: its `name`, the `code` of the reason, and a `detail` for people."""

    name: str
    code: str
    detail: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """An entity that a text names: all places where it does, as printed, and all forms known for it.

    A name that is not `known` may have `candidates`: known entities that it could mean, the likeliest first, which an
    editor chooses from. `warning` is a code such as `misspelling` where the fact-checker should look.
    """

    name: str
    kind: str
    known: bool
    surfaces: tuple[str, ...]
    spans: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None
    rule: str = ""
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A warning for the fact-checker: its `code`, where it stands, and the words and numbers that it tells people, by name."""

    code: str
    spans: tuple[Span, ...]
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """Everything that was read from one text. None or an empty tuple where the text has nothing.

    `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as the text says; `time` is `HH:MM`. `headline` is only a
    printed one: a proposal stands in `headline_proposed`. `source_proposed` is inferred, `source_name` is shown. `address`
    is the canonical one that the file states. `cites` are outlets, `reprint_of` is the one where the text says that it
    appeared first, `translated_from` the language (BCP 47) of its original. `name` tells the text from others of its file.
    """

    text: Text
    number: int
    lines: tuple[Line, ...]
    name: str = ""
    language: Found[str] | None = None
    passages: tuple[Found[str], ...] = ()
    date: Found[str] | None = None
    time: Found[str] | None = None
    headline: Found[str] | None = None
    headline_proposed: Found[str] | None = None
    updated: Found[str] | None = None
    address: Found[str] | None = None
    standfirst: Found[str] | None = None
    byline: tuple[Found[str], ...] = ()
    translator: tuple[Found[str], ...] = ()
    agency: Found[str] | None = None
    source_name: Found[str] | None = None
    source_proposed: Found[str] | None = None
    photo_credits: tuple[Found[str], ...] = ()
    captions: tuple[Found[str], ...] = ()
    crossheads: tuple[Found[str], ...] = ()
    boilerplate: tuple[Found[str], ...] = ()
    countries: tuple[Found[str], ...] = ()
    countries_mentioned: tuple[Found[str], ...] = ()
    topics: tuple[Found[str], ...] = ()
    cites: tuple[Found[str], ...] = ()
    reprint_of: Found[str] | None = None
    translated_from: Found[str] | None = None
    entities: tuple[LinkedEntity, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    checks: tuple[Check, ...] = ()

    @property
    def date_precision(self) -> str | None:
        """`year`, `month` or `day`: how exactly the date is known; None without a date."""
        if self.date is None:
            return None
        return {4: "year", 7: "month"}.get(len(self.date.value), "day")

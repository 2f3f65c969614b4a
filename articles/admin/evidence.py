"""Where the values of an article were read, in the words of the desk; and the marks they leave on the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models import Article, ArticleCountry, Evidence
from ..models.article import Confirmable
from ..templatetags.desk import honest_date
from .original import Mark, anchor, quote
from .wording import Words, field_name, rule_name


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One value with its place in the original, as a line under its field."""

    subject: str
    quote: str
    anchor: str
    rule: Words
    percent: int
    state: str  # "confirmed", "proposed", "doubtful" or "sure": a class of desk.css
    words: str

    @property
    def is_open(self) -> bool:
        """Whether an editor should look at it."""
        return self.state in ("proposed", "doubtful")


def line_of(row: Any, text: str, key: str, subject: str = "", spans: Any = None) -> EvidenceLine:
    """Return the line for a row of evidence or a link, read from `text` and marked there with `key`."""
    spans = row.spans if spans is None else spans
    state = state_of(row)
    return EvidenceLine(
        subject=subject,
        quote=quote(text, spans[:3]) if text else "",
        anchor=anchor(key) if spans and text else "",
        rule="" if row.rule == "editor" else rule_name(row.rule),
        percent=round(row.confidence * 100),
        state=state,
        words=_words(row, state),
    )


def state_of(row: Confirmable) -> str:
    """Return how far a value may be trusted."""
    if row.is_confirmed:
        return "confirmed"
    if getattr(row, "proposed", False):
        return "proposed"
    return "doubtful" if row.is_doubtful else "sure"


def _words(row: Confirmable, state: str) -> str:
    if state == "confirmed":
        who = row.confirmed_by.get_username() if row.confirmed_by else _("the system")
        when = date_format(timezone.localtime(row.confirmed_at), "SHORT_DATETIME_FORMAT")
        return _("confirmed by %(who)s, %(when)s") % {"who": who, "when": when}
    words = {"proposed": _("proposed, not printed"), "doubtful": _("doubtful")}
    return words.get(state, "")


def lines_by_field(article: Article, text: str) -> dict[str, list[EvidenceLine]]:
    """Return the lines under each field of a loaded article."""
    lines: dict[str, list[EvidenceLine]] = {}
    for row in article.evidence.all():
        if row.field not in ("countries", "countries_mentioned", "topics"):
            place = "" if row.field == "language" else text  # read from all of it
            lines[row.field] = [line_of(row, place, row.field, _as_read(article, row))]
    for link in sorted(article.country_links.all(), key=lambda link: link.rank):
        about = link.role == ArticleCountry.Role.ABOUT
        field = "countries" if about else "countries_mentioned"
        key = f"country-{link.country_id}"
        lines.setdefault(field, []).append(line_of(link, text, key, link.country.name))
    for filed in sorted(article.topic_links.all(), key=lambda row: row.rank):
        key = f"topic-{filed.topic_id}"
        lines.setdefault("topics", []).append(line_of(filed, text, key, filed.topic.name))
    return lines


def _as_read(article: Article, row: Evidence) -> str:
    """Return a source or date that was read where the article holds another; of other fields the quote says it."""
    held = {"source": article.source.name if article.source else "", "date": article.date}
    if row.field not in held or not row.value or held[row.field] == row.value:
        return ""
    return honest_date(row.value) if row.field == "date" else str(row.value)


def sure_fields(article: Article) -> list[str]:
    """Return the fields of which everything was read with confidence and not all is confirmed yet."""
    rows: dict[str, list[Any]] = {}
    for row in article.evidence.all():
        rows.setdefault(row.field, []).append(row)
    for link in article.country_links.all():
        about = link.role == ArticleCountry.Role.ABOUT
        rows.setdefault("countries" if about else "countries_mentioned", []).append(link)
    rows["topics"] = list(article.topic_links.all())
    rows["entities"] = [mention for mention in article.mentions.all() if not mention.rejected]
    return [field for field, found in rows.items() if _is_sure(found)]


def _is_sure(rows: Iterable[Confirmable]) -> bool:
    states = {state_of(row) for row in rows}
    return "sure" in states and states <= {"sure", "confirmed"}


def marks_of_article(article: Article, unknown: Iterable[dict[str, Any]]) -> Iterator[Mark]:
    """Yield the marks of a loaded article on its original; `unknown` are the reading's names without an entity."""
    for row in article.evidence.all():
        if row.field != "language":
            yield from _marks(row.spans, row.field, str(field_name(row.field)))
    for link in article.country_links.all():
        yield from _marks(link.spans, f"country-{link.country_id}", link.country.name)
    for filed in article.topic_links.all():
        yield from _marks(filed.spans, f"topic-{filed.topic_id}", filed.topic.name)
    for mention in article.mentions.all():
        kind = "rejected" if mention.rejected else "name"
        yield from _marks(mention.spans, f"name-{mention.tag_id}", str(mention.tag), kind)
    yield from marks_of_unknown(unknown)


def marks_of_unknown(unknown: Iterable[dict[str, Any]]) -> Iterator[Mark]:
    """Yield the marks of names that the gazetteer does not hold."""
    for number, name in enumerate(unknown, 1):
        title = f"{name['name']} ({_('not in the gazetteer')})"
        yield from _marks(name["spans"], f"unknown-{number}", title, "unknown")


def _marks(spans: Iterable[Any], key: str, title: str, kind: str = "field") -> Iterator[Mark]:
    for start, end in spans:
        yield Mark(start, end, key, title, kind)


def marks_of_reading(reading: dict[str, Any]) -> Iterator[Mark]:
    """Yield the marks of a reading that no article was made of yet."""
    for field, found in reading["evidence"].items():
        if field in ("language", "boilerplate", "countries_mentioned"):
            continue
        for one in found:
            by_value = field in ("countries", "topics")
            key = f"{field}-{one['value']}" if by_value else field
            yield from _marks(one["spans"], key, str(field_title_of(field)))
    known = [name for name in reading["entities"] if name["known"]]
    for number, name in enumerate(known, 1):
        yield from _marks(name["spans"], f"name-{number}", name["name"], "name")
    yield from marks_of_unknown(name for name in reading["entities"] if not name["known"])


def field_title_of(field: str) -> Words:
    """Return what editors call a field of a reading, those of its lines included."""
    own = {"crosshead": _("cross-head"), "crossheads": _("cross-head")}
    return own.get(field) or field_name(field)

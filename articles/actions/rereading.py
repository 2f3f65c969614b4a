"""Read a stored text again: what nobody decided on follows the new reading, what a person decided stays.

Where a new reading says something else of a value that a person confirmed or corrected, it waits beside that as a suggestion.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..isolation import split_in_child
from ..models import Article, HistoryEntry, ImportItem, SketchHash, Status, UnknownName
from ..pipeline.knowledge import Knowledge
from ..pipeline.names.gazetteer import Gazetteer
from ..pipeline.reader import Reader, Unreadable
from ..pipeline.records import to_record
from ..pipeline.results import Item, ParsedArticle, Refused
from .blocks import Reading, body_blocks, text_digest
from .carrying import carried, place_in
from .cleaning import clean_data
from .correcting import check_still_ready
from .correcting import columns_of as with_what_follows
from .doubting import doubtful_fields
from .drafting import Catalogue, countries_of, evidence_of, topics_of, values_of
from .editing import EditConflict, locked, write
from .following import Plan, plan_of
from .heeding import heeded
from .labels import Marked
from .listing import list_anew
from .naming import mentions_of, unknown_names_of
from .publishing import obstacles
from .recording import Person, record
from .relating import relate_again
from .resembling import keep_sketch, wording_of_item
from .states import Changes, State, columns_of, in_words, made_state, put, state_of

Deed = HistoryEntry.Deed


class CannotRead(Exception):
    """A text cannot be read again; `reason` says why, for the editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


class ReadsAgain(Protocol):
    """What reads the text of an item again: a `Rereader`, or a test's own."""

    def read(self, item: ImportItem) -> Reading: ...


class Rereader:
    """Reads stored texts again, with one state of knowledge; of a file with many texts only the one that is asked for."""

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer | None = None) -> None:
        """Prepare `knowledge`; `gazetteer` is the index of its entities where another reader has it already."""
        self._number = 1
        self._reader = Reader(knowledge, gazetteer, split=self._split)
        self.gazetteer = self._reader.gazetteer

    def read(self, item: ImportItem) -> Reading:
        """Return the reading of an item's text as it is read now; `CannotRead` where its file gives it no more."""
        original = item.original
        if original is None:
            raise CannotRead(_("The original of this text is not there."))
        self._number, name = item.number, item.reading["file"]
        try:
            texts = self._reader.read(original.read(), name)
        except (Unreadable, OSError, ValueError) as error:  # ValueError: a file that is gone
            raise CannotRead(_("The original of this text can't be read any more.")) from error
        parsed = next((one for one in texts if isinstance(one, ParsedArticle)), None)
        if parsed is None:
            raise CannotRead(_("The original of this text can't be read any more."))
        reading = to_record(parsed, file=name, sha256=original.sha256, with_text=True)
        stored: Reading = clean_data(reading)
        return stored

    def _split(self, data: bytes, name: str) -> list[Item | Refused]:
        return [one for one in split_in_child(data, name) if one.number == self._number]


def plan_reading(article: Article, reading: Reading, catalogue: Catalogue) -> Plan:
    """Return what `apply_reading` would change of `article`; nothing is written."""
    read = _said_by(reading, article, catalogue, lock=False)
    return _plan(article, reading, read, catalogue)


@transaction.atomic
def apply_reading(
    article: Article,
    reading: Reading,
    *,
    by: Person,
    deed: HistoryEntry.Deed = Deed.READ_AGAIN,
    reason: str = "",
    catalogue: Catalogue | None = None,
) -> Article:
    """Let `article` follow `reading` (a record with its text) in all that nobody decided on, and return it anew.

    Its item must still hold the reading that the article was made from: by that a suggestion is told from what the
    editor has seen already. Where nothing differs, nothing is written. Raises `EditConflict` unless the article is
    as the caller saw it, and `NotReady` where a published one would lose what it needs to be published.
    """
    catalogue = catalogue or Catalogue()
    # locked in the order in which everybody does: entities, questions, articles
    read = _said_by(reading, article, catalogue, lock=True)
    lock_questions([article.pk])
    current = locked(article.pk, version=article.version)
    plan = _plan(current, reading, read, catalogue)
    _carry_markings(current, reading)
    relate_again(current, reading, catalogue)
    if plan.is_empty:
        return current
    write_changes(current, plan.parts, plan.values)
    record(current, deed, by=by, changes=in_words(plan.values), reason=reason)
    return Article.objects.get(pk=current.pk)


def read_again(article: Article, rereader: ReadsAgain, *, by: Person) -> Article:
    """Read the original of `article` anew, let it follow that reading, keep this with its item, and return it.

    Raises `CannotRead`, and what `apply_reading` raises.
    """
    item = ImportItem.objects.filter(article=article).select_related("original").first()
    if item is None:
        raise CannotRead(_("This text came from no file."))
    reading = rereader.read(item)  # takes its time, so nothing is locked meanwhile
    with transaction.atomic():
        followed = apply_reading(article, reading, by=by)
        item.refresh_from_db()
        if not is_of(item, article, reading):
            raise EditConflict(followed)
        keep_reading(item, reading)
    return followed


def is_of(item: ImportItem, article: Article, reading: Reading) -> bool:
    """Return whether a reading still is of the text that an article shows: it may have got another version meanwhile."""
    return item.article_id == article.pk and item.original_id == reading["sha256"]


def keep_reading(item: ImportItem, reading: Reading) -> None:
    """Keep a new reading with a stored item, and what is looked up of it: its digest, its doubts, its sketch.

    The digest stays where another stored text has the new one: two texts that became the same stay two.
    """
    if item.reading == reading:
        return
    item.reading = reading
    item.doubts = len(doubtful_fields(reading))
    digest = text_digest(reading)
    stored = ImportItem.objects.filter(text_digest=digest, article__isnull=False)
    if not stored.exclude(pk=item.pk).exists():
        item.text_digest = digest
    item.save(update_fields=["reading", "doubts", "text_digest"])
    SketchHash.objects.filter(item=item).delete()
    keep_sketch(item, wording_of_item(item))


def write_changes(article: Article, parts: Changes, values: Mapping[str, Any]) -> None:
    """Write changed parts of a locked article: a new version where `values` that somebody sees change.

    Raises `NotReady` where a published article would lose what it needs to be published.
    """
    was_public = article.status == Status.PUBLISHED
    tolerated = obstacles(article) if was_public else []
    if values:
        write(article, **with_what_follows(article, columns_of(parts, article)))
    put(article, parts)
    if was_public:
        check_still_ready(Article.objects.get(pk=article.pk), tolerated)
    list_anew([article.pk])


def lock_questions(articles: Collection[int]) -> None:
    """Lock the unknown names of articles until the transaction ends."""
    rows = UnknownName.objects.filter(article__in=articles).select_for_update(of=("self",))
    list(rows.order_by("pk").values_list("pk"))


def _plan(article: Article, reading: Reading, read: State, catalogue: Catalogue) -> Plan:
    """Return what the state `read`, which `reading` says, makes of the article's."""
    now, before = state_of(article), _reading_before(article)
    if before is None:
        return plan_of(now, now, read, None)
    earlier = _said_by(before, article, catalogue, lock=False)
    if before["text"] == reading["text"]:
        return plan_of(now, now, read, earlier)
    return plan_of(now, carried(now, before["text"], reading["text"]), read, earlier)


def _said_by(reading: Reading, article: Article, catalogue: Catalogue, *, lock: bool) -> State:
    """Return the state that a draft of `reading` would have, with the article's markings over it."""
    reading = heeded(reading, [one for _, one in _markings(article, reading) if one])
    values = values_of(reading, catalogue)
    like = Article(pk=article.pk, language=values["language"])
    return made_state(
        values | {"source": values["source_id"]},
        body_blocks(reading),
        evidence_of(like, reading),
        [
            *countries_of(like, reading, catalogue),
            *topics_of(like, reading, catalogue),
            *mentions_of(like, reading, catalogue.names, lock=lock),
            *unknown_names_of(like, reading, catalogue.names),
        ],
    )


def _reading_before(article: Article) -> Reading | None:
    """Return the reading that the article was made from, or that it followed last."""
    item = getattr(article, "item", None)
    return item.reading if item else None


def _markings(article: Article, reading: Reading) -> list[tuple[int, Marked | None]]:
    """Return the markings of an article by their keys, where their words stand in the text of `reading`; None: gone."""
    rows = list(article.markings.values_list("pk", "start", "end", "label"))
    before = _reading_before(article)
    if not before or before["text"] == reading["text"]:
        return [(pk, (start, end, label)) for pk, start, end, label in rows]
    found: list[tuple[int, Marked | None]] = []
    for pk, start, end, label in rows:
        place = place_in(reading["text"], before["text"], (start, end))
        found.append((pk, (place[0], place[1], label) if place else None))
    return found


def _carry_markings(article: Article, reading: Reading) -> None:
    """Let markings stand where their words stand in the text of `reading`; those whose words are gone go."""
    before = _reading_before(article)
    if not before or before["text"] == reading["text"]:
        return
    for pk, place in _markings(article, reading):
        rows = article.markings.filter(pk=pk)
        if place:
            rows.update(start=place[0], end=place[1])
        else:
            rows.delete()

"""Texts that a judgement would change, each with the sentence that prints the name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..actions.foreseeing import Change, Foreseen
from ..models import Article, ImportItem, UnknownName
from .wording import Words

#: So many texts are listed, and so much of the text is shown on each side of the name.
SHOWN_TEXTS, AROUND = 50, 70
CHANGES: dict[Change, Words] = {
    Change.COMES: _("is filed under it"),
    Change.MORE: _("names it already; these words come to it"),
    Change.GOES: _("is no longer filed under it"),
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an original with a little of what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one text."""

    article: Article
    change: str
    said: Words
    quoted: Quoted | None


@dataclass(frozen=True, slots=True)
class Effects:
    """All texts that change: how many, and the first of them."""

    number: int
    shown: list[Effect]

    @property
    def left(self) -> int:
        """How many more there are than are shown."""
        return self.number - len(self.shown)


def effects_of(texts: Sequence[Foreseen]) -> Effects:
    """Return the texts in words, the first `SHOWN_TEXTS` with a quotation; one query."""
    first = texts[:SHOWN_TEXTS]
    originals = _originals([one.article.pk for one in first])
    shown = [
        Effect(
            one.article,
            one.change.value,
            CHANGES[one.change],
            quoted(originals.get(one.article.pk, ""), one.spans),
        )
        for one in first
    ]
    return Effects(len(texts), shown)


def quoted_rows(rows: Collection[UnknownName]) -> list[tuple[UnknownName, Quoted | None]]:
    """Return unknown names, each with a quotation from its text; one query."""
    originals = _originals([row.article_id for row in rows])
    return [(row, quoted(originals.get(row.article_id, ""), row.spans)) for row in rows]


def quoted(text: str, spans: Iterable[Sequence[int]]) -> Quoted | None:
    """Return the words at the first of `spans` with what stands around them on their line; None where there is no text."""
    first = next(iter(spans), None)
    if first is None or not text[first[0] : first[1]].strip():
        return None
    start, end = first
    begin = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    line = text.find("\n", end)
    finish = min(line if line >= 0 else len(text), end + AROUND)
    before, after = text[begin:start], text[end:finish]
    cut_before = begin > 0 and text[begin - 1] != "\n"
    cut_after = finish < len(text) and text[finish] != "\n"
    return Quoted(
        ("…" + before.partition(" ")[2]) if cut_before else before.lstrip(),
        text[start:end],
        (after.rpartition(" ")[0] + " …") if cut_after else after.rstrip(),
    )


def _originals(keys: Collection[int]) -> dict[int, str]:
    rows = ImportItem.objects.filter(article__in=keys)
    return {key: text or "" for key, text in rows.values_list("article", "reading__text") if key}

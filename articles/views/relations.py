"""What an article has to do with other texts, as readers see it: where it comes from, and who else tells of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from ..dates import date_in_words
from ..models import Article, ArticleRelation, Precision
from ..templatetags.reading import language_name

Kind = ArticleRelation.Kind
#: As many other texts stand beside one; an event of great interest has more accounts than a page can show.
BESIDE = 8
#: The groups of other texts, in this order. Accounts of an event are found by what the texts share, and so it is said.
GROUPS = {
    Kind.SAME_EVENT: gettext_lazy("Probably on the same event"),
    Kind.TRANSLATION: gettext_lazy("In other languages"),
    Kind.NEAR_DUPLICATE: gettext_lazy("Nearly the same text elsewhere"),
}


@dataclass(frozen=True)
class Relations:
    """The relations of an article that readers may know of."""

    article: Any
    rows: list[ArticleRelation]

    def groups(self) -> list[tuple[str, Any, list[Any]]]:
        """Return kind, title and texts of each group of other texts that the public may read, in one query.

        Outlets take turns: the newest of each stand before the second of any.
        """
        kinds = {self._there(row): row.kind for row in self.rows if row.other_id}
        if not kinds:
            return []
        shown = Article.objects.published().filter(pk__in=list(kinds)).select_related("source")
        texts = _in_turns(shown.newest_first())
        groups = [
            (kind.value, title, [text for text in texts if kinds[text.pk] == kind][:BESIDE])
            for kind, title in GROUPS.items()
        ]
        return [group for group in groups if group[2]]

    def sentences(self) -> Iterator[str]:
        """Yield in sentences where the text appeared, when, and of what it is a translation."""
        yield self._appeared()
        for outlet in self._outlets(Kind.REPRINT):
            yield _("It was first printed by %(outlet)s.") % {"outlet": outlet}
        if translated := self._translated():
            yield translated
        if cited := self._outlets(Kind.CITES):
            yield _("It cites %(outlets)s.") % {"outlets": in_a_row(cited)}

    def _appeared(self) -> str:
        words = {"source": self.article.source.name, "day": date_in_words(self.article.date)}
        if self.article.is_ours:
            return _("Written in this newsroom.")
        by_precision = {
            Precision.DAY: _("Appeared in %(source)s on %(day)s."),
            Precision.MONTH: _("Appeared in %(source)s in %(day)s."),
            Precision.YEAR: _("Appeared in %(source)s in the year %(day)s."),
        }
        undated = _("Appeared in %(source)s.")
        return by_precision.get(self.article.date_precision, undated) % words

    def _translated(self) -> str:
        said = [
            row.reasons.get("language", "") for row in self.rows if row.kind == Kind.TRANSLATION
        ]
        # The remark stands at both texts: the one in that language is the original.
        language = next((one for one in said if one and not self._is_own(one)), "")
        words = {
            "language": language_name(language, "from"),
            "people": in_a_row(self.article.translator),
        }
        if language and self.article.translator:
            return _("Translated from %(language)s by %(people)s.") % words
        if language:
            return _("Translated from %(language)s.") % words
        return _("Translated by %(people)s.") % words if self.article.translator else ""

    def _is_own(self, language: str) -> bool:
        return language.split("-")[0] == self.article.language.split("-")[0]

    def _outlets(self, kind: str) -> list[str]:
        names = [
            row.outlet.name if row.outlet else row.named for row in self.rows if row.kind == kind
        ]
        return [name for name in names if name and name != self.article.source.name]

    def _there(self, row: ArticleRelation) -> int:
        """Return the key of the other text of a relation that has one."""
        here = row.article_id == self.article.pk
        return row.other_id if here and row.other_id else row.article_id


def relations_of(article: Any) -> Relations:
    """Return the relations of an article that readers are told of, in one query."""
    rows = ArticleRelation.objects.for_readers().touching(article).select_related("outlet")
    return Relations(article, list(rows))


def in_a_row(names: list[str]) -> str:
    """Return "A", "A and B", "A, B and C" in the language of the page."""
    if len(names) < 2:
        return "".join(names)
    last = f" {pgettext('between the last two names', 'and')} {names[-1]}"
    return ", ".join(names[:-1]) + last


def _in_turns(texts: Any) -> list[Any]:
    seen: dict[int, int] = {}
    turns = []
    for text in texts:
        seen[text.source_id] = seen.get(text.source_id, 0) + 1
        turns.append((seen[text.source_id], text))
    return [text for _turn, text in sorted(turns, key=lambda one: one[0])]

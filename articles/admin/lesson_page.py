"""The texts that a lesson changes, or changed: each with what was before and after, field by field."""

from __future__ import annotations

from dataclasses import dataclass

from ..actions.lesson_notes import values_in, waits_in
from ..actions.states import in_words
from ..actions.teaching import Preview
from ..models import Article, Lesson
from .differences import Difference, differences_in, names_in
from .wording import Words, field_title


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what differs, and the fields that stay, since a person decided on them, with a suggestion beside."""

    article: Article
    differences: list[Difference]
    waiting: list[Words]

    @property
    def is_only_placed(self) -> bool:
        """Whether no value differs: only the places, the questions or the labels of lines do."""
        return not self.differences and not self.waiting


def texts_of_preview(shown: Preview) -> list[Text]:
    """Return the texts that a lesson would change; a constant number of queries."""
    pairs = [in_words(effect.plan.values) for effect in shown.effects]
    told = [{name: (before, after) for name, (before, after) in one.items()} for one in pairs]
    names = names_in(told)
    return [
        Text(
            effect.article,
            differences_in(values, names),
            [field_title(field) for field in effect.plan.waiting],
        )
        for effect, values in zip(shown.effects, told, strict=True)
    ]


def texts_of_lesson(lesson: Lesson, keys: list[int]) -> list[Text]:
    """Return those of the texts that a lesson changed which have these keys, with what it changed then."""
    articles = Article.objects.select_related("source").in_bulk(keys)
    notes = {key: lesson.outcome["articles"][str(key)] for key in keys if key in articles}
    told = {key: values_in(note) for key, note in notes.items()}
    names = names_in(told.values())
    return [
        Text(
            articles[key],
            differences_in(values, names),
            [field_title(field) for field in waits_in(notes[key])],
        )
        for key, values in told.items()
    ]

"""The words that an editor teaches: taken from a paragraph of a text, cut or lengthened, tied to a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..actions.cleaning import clean_line
from ..actions.teaching import (
    FEWEST_LETTERS,
    LONGEST,
    candidates,
    fingerprint_of,
    habit_to_teach,
)
from ..models import Article, Lesson, Source

#: So many words of a paragraph are offered as its opening.
OPENING_WORDS = 6
#: So much of the paragraph is shown.
SHOWN = 600


class LessonForm(forms.Form):
    """What is taught: of which kind, of which source, which words."""

    kind = forms.ChoiceField(label=_("It is"), choices=Lesson.Kind.choices)
    source = forms.ModelChoiceField(label=_("always for"), queryset=Source.objects.order_by("name"))
    text = forms.CharField(
        label=_("Opening words, or the sign-off"),
        max_length=LONGEST,
        help_text=_("As few as tell it from the article's own sentences; case does not matter."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].widget.attrs["class"] = "vTextField"

    def clean_text(self) -> str:
        """Return the words in one line without invisible characters."""
        return clean_line(self.cleaned_data["text"], LONGEST)

    def candidates(self) -> tuple[list[int], str]:
        """Return the texts that print the words of a valid form, and what tells their present state from another."""
        keys = candidates(habit_to_teach(**self.cleaned_data))
        return keys, fingerprint_of(keys)


@dataclass(frozen=True, slots=True)
class Taught:
    """Where an editor took the words from: the text and its paragraph; nothing where the page was opened by itself."""

    article: Article | None = None
    paragraph: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Taught:
        """Return the text and the paragraph that a request names by `article`, `start` and `end`."""
        keys = [given.get(name, "") for name in ("article", "start", "end")]
        if not all(key.isascii() and key.isdecimal() for key in keys):
            return cls()
        article, start, end = (int(key[:18]) for key in keys)
        found = Article.objects.select_related("item", "source").filter(pk=article).first()
        item = getattr(found, "item", None)
        if found is None or item is None or not item.reading:
            return cls(found)
        return cls(found, clean_line(item.reading["text"][start:end], SHOWN))

    def is_asked(self, given: Mapping[str, str]) -> bool:
        """Return whether there are words to look at."""
        return bool(self.paragraph) or "text" in given

    def filled(self, given: Mapping[str, str]) -> dict[str, Any]:
        """Return what the form is filled with: what was sent, else what the paragraph suggests."""
        kind = given.get("kind", "")
        source = self.article.source_id if self.article else None
        offered = {"kind": Lesson.Kind.FURNITURE, "source": source, "text": self.opening(kind)}
        return offered | {name: given[name] for name in offered if name in given}

    def opening(self, kind: str) -> str:
        """Return the words of the paragraph that are offered: a sign-off whole, else up to a colon, or the first few."""
        if kind == Lesson.Kind.SIGN_OFF:
            return self.paragraph
        words = self.paragraph.split()
        head, colon, _rest = self.paragraph.partition(":")
        letters = sum(character.isalpha() for character in head)
        if colon and letters >= FEWEST_LETTERS and len(head.split()) <= OPENING_WORDS:
            return head + colon
        return " ".join(words[:OPENING_WORDS])

    def parted(self, text: str | None) -> tuple[str, str]:
        """Return the paragraph as the words that are taught and what follows; nothing and all where it opens otherwise."""
        if text and self.paragraph.casefold().startswith(text.casefold()):
            return self.paragraph[: len(text)], self.paragraph[len(text) :]
        return "", self.paragraph

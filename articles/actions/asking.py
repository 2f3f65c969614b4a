"""Ask about a name that the reader did not see: an editor selected it in the original."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..models import Article, HistoryEntry, UnknownName
from .blocks import Reading
from .cleaning import clean_line
from .judging import CannotJudge
from .naming import NAME_LENGTH, name_key
from .recording import Person, record


@transaction.atomic
def ask(
    article: Article, reading: Reading, start: int, end: int, *, kind: str, by: Person
) -> UnknownName:
    """Return the open question about the words from `start` to `end`, made where nobody asked it yet.

    It stands wherever the article's original prints these words whole. `kind` is one of `Entity.Kind`. Raises `CannotJudge`
    for words that can be no name.
    """
    text: str = reading["text"]
    name = clean_line(" ".join(text[start:end].split()), NAME_LENGTH)
    if not any(letter.isalpha() for letter in name) or len(text[start:end]) > NAME_LENGTH:
        raise CannotJudge(_("These words can be no name."))
    rows = UnknownName.objects.open().filter(article=article, name=name)
    asked: UnknownName | None = rows.select_for_update(of=("self",)).first()
    if asked is not None:
        return asked
    words = r"\s+".join(map(re.escape, name.split()))
    printed = re.compile(rf"(?<!\w){words}(?!\w)")
    spans = [[*found.span()] for found in printed.finditer(text)] or [[start, end]]
    asked = UnknownName.objects.create(
        article=article,
        name=name,
        key=name_key(name, article.language),
        kind=kind,
        surfaces=[name],
        spans=spans,
        rule="editor",
    )
    record(article, HistoryEntry.Deed.CORRECTED, by=by, changes={"unknown_names": [[], [name]]})
    return asked

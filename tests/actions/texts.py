"""Drafts of small texts that a test's own reader read, and readings of the same text by another one."""

import hashlib
from typing import Any

from articles.actions.drafting import Catalogue, make_draft
from articles.actions.keeping import keep_original
from articles.models import Article, ImportItem, ImportRun
from articles.pipeline.records import to_record
from tests.factories import FakeReader

TEXT = "Dürre in Aktau\nDas Wasser fehlt.\nLesen Sie auch: Ernte.\n"


def read(text: str = TEXT, **values: Any) -> dict[str, Any]:
    """Return the reading of `text` as it is stored: its first line a headline, besides that `values`."""
    data = text.encode()
    (parsed,) = FakeReader(**values).read(data, "a.txt")
    sha256 = hashlib.sha256(data).hexdigest()
    return to_record(parsed, file="a.txt", sha256=sha256, with_text=True)


def draft(text: str = TEXT, **values: Any) -> Article:
    """Return the draft of a text, with its item and its original, as an import leaves them."""
    item = ImportItem.objects.create(
        run=ImportRun.objects.create(),
        position=1,
        name="a.txt",
        original=keep_original(text.encode()),
        verdict="new",
        reading=read(text, **values),
    )
    item.article = make_draft(item, Catalogue(), by=None)
    item.save()
    return Article.objects.get(pk=item.article_id)

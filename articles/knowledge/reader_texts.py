"""The sentences of reader_texts.toml: what other data files tell readers in English, in the other languages of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .tables import rows

#: Each must be told in all of these.
LANGUAGES = ("de", "ru")


def read_reader_texts(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Return the translations of each English sentence by their language; raises BadData."""
    texts: dict[str, Mapping[str, str]] = {}
    for row in rows(path, "text"):
        english = row.text("en")
        if english in texts:
            raise row.complain("en", f"{english!r} stands here already")
        texts[english] = {language: row.text(language) for language in LANGUAGES}
        row.finish()
    return texts

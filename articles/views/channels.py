"""Lists that can be followed: each has feeds beside its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..feeds import FORMS
from ..querysets import ArticleQuerySet


@dataclass(frozen=True)
class Channel:
    """What a list is called, the address of its page, and all texts filed there, whether readers may see them or not."""

    title: str
    address: str
    filed: ArticleQuerySet

    def feed_address(self, form: str) -> str:
        """Return the address of the feed in `form`: the page's own with `feed.<form>` behind its path."""
        path, mark, chosen = self.address.partition("?")
        return f"{path}feed.{form}{mark}{chosen}"

    @property
    def feeds(self) -> list[dict[str, Any]]:
        """The feeds for `<link rel="alternate">`: media type, title and address of each."""
        return [
            {"type": form.media_type, "title": f"{self.title} ({form.name})", "address": address}
            for key, form in FORMS.items()
            for address in [self.feed_address(key)]
        ]

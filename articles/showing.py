"""What readers may see of a published text: one rule for pages, feeds and whatever else repeats its words."""

import math
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .models import Article, ReaderNote, SourcePolicy

#: As much of a standfirst as is an excerpt: some outlets print half a text there.
LONGEST_STANDFIRST = 500
#: As much of the opening words where a text has no standfirst.
LONGEST_OPENING = 300
#: Words a minute that adults read silently, by language: Trauzettel-Klosinski and Dietz, "Standardized assessment of
#: reading performance", IOVS 53 (2012); for other languages the mean of their seventeen.
WORDS_A_MINUTE = {"de": 179, "en": 228, "fr": 195, "ru": 184, "tr": 166}
WORDS_A_MINUTE_ELSEWHERE = 184


@dataclass(frozen=True)
class Shown:
    """A standfirst, the blocks of the body where the source gave it to us, else at most its opening words."""

    standfirst: str
    blocks: list[dict[str, Any]]
    excerpt: str

    @property
    def summary(self) -> str:
        """The text in a few sentences that readers may see: its standfirst, else how it opens."""
        return self.standfirst or self.excerpt or opening_of(self.blocks)

    def minutes(self, language: str) -> int:
        """Return how long the body takes to read in `language` (BCP 47), in whole minutes; 0 where there is none."""
        words = sum(len(block["text"].split()) for block in self.blocks)
        pace = WORDS_A_MINUTE.get(language.split("-")[0], WORDS_A_MINUTE_ELSEWHERE)
        return math.ceil(words / pace)


@dataclass(frozen=True)
class ShownNote:
    """What the desk tells readers beside a text: a correction or a remark, and for the desk who wrote it."""

    key: int
    kind: str
    text: str
    language: str
    by: str
    at: datetime

    @property
    def title(self) -> Any:
        """What kind of note it is, in words."""
        return ReaderNote.Kind(self.kind).label


def notes_of(article: Any, kind: str = "") -> list[ShownNote]:
    """Return the notes of an article that was loaded `with_notes()`, of one kind or of all, the eldest first."""
    rows = sorted(article.noted or [], key=lambda row: row["pk"])
    return [
        ShownNote(
            row["pk"], row["kind"], row["text"], row["language"], row["by"] or "", _when(row["at"])
        )
        for row in rows
        if kind in ("", row["kind"])
    ]


def _when(stamp: str) -> datetime:
    """Return a time as a database writes it into JSON: in UTC, which SQLite does not say."""
    moment = datetime.fromisoformat(stamp)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def in_full(article: Article) -> bool:
    """Return whether the source lets readers see the whole text; `article` carries the `policy` of a published one."""
    return getattr(article, "policy", "") == SourcePolicy.Policy.FULL


def standfirst_of(article: Article) -> str:
    """Return as much of the standfirst as the source of a published article lets readers see."""
    if in_full(article):
        return article.standfirst
    return textwrap.shorten(article.standfirst, LONGEST_STANDFIRST, placeholder=" …")


def shown_of(article: Any) -> Shown:
    """Return what readers see of a published article that was loaded with its body."""
    blocks = article.body.blocks if hasattr(article, "body") else []
    standfirst = standfirst_of(article)
    if in_full(article):
        # Many outlets print the standfirst once more as their first paragraph.
        return Shown(standfirst, [one for one in blocks if not _repeats(one, standfirst)], "")
    return Shown(standfirst, [], "" if standfirst else opening_of(blocks))


def opening_of(blocks: list[dict[str, Any]]) -> str:
    """Return the first words of the first paragraph, cut after a whole word."""
    paragraphs = (block["text"] for block in blocks if block["kind"] == "paragraph")
    return textwrap.shorten(next(paragraphs, ""), LONGEST_OPENING, placeholder=" …")


def web_address(url: str) -> str:
    """Return `url` if a reader may follow it: an imported text can name any scheme."""
    return url if url.startswith(("https://", "http://")) else ""


def _repeats(block: dict[str, Any], standfirst: str) -> bool:
    return block["kind"] == "paragraph" and block["text"] == standfirst

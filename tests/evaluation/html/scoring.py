"""How well pages are read: fields as right, wrong or missed; furniture by its characters."""

import json
from collections.abc import Iterator
from pathlib import Path

from articles.pipeline.evaluating import Score
from articles.pipeline.parsing.dates import dates_in
from articles.pipeline.results import Label, ParsedArticle

HERE = Path(__file__).parent
FIELDS = ("date", "headline", "byline", "source", "language", "address", "crossheads", "captions")
#: Lines that tell of author or date, and a kicker, are neither article nor furniture, and no longer.
LINE = 120


def pages(folder: str) -> Iterator[tuple[Path, dict]]:
    """Yield the pages of `open` or `aside` with their gold."""
    for path in sorted((HERE / folder).glob("*.html")):
        yield path, json.loads(path.with_suffix(".json").read_text("utf-8"))


class Scores:
    """Scores of all pages read so far, and the misses in words."""

    def __init__(self) -> None:
        self.fields = {name: Score() for name in (*FIELDS, "furniture (characters)")}
        self.article = self.hidden = self.lost = 0
        self.misses: list[str] = []

    def add(self, name: str, article: ParsedArticle, gold: dict) -> None:
        """Compare one reading with its gold."""
        if gold["listing"]:
            if "listing-page" not in article.warnings:
                self.misses.append(f"{name}: not told to be a listing")
        else:
            for field in FIELDS:
                self._compare(name, field, values_of(article, field), _list(gold[field]))
        self._furniture(name, article, gold)

    def _compare(self, name: str, field: str, got: list[str], wanted: list[str]) -> None:
        score, right = (
            self.fields[field],
            {fold(one) for one in got} & {fold(one) for one in wanted},
        )
        wrong = [one for one in got if fold(one) not in right]
        missed = [one for one in wanted if fold(one) not in right]
        score.right, score.wrong = score.right + len(right), score.wrong + len(wrong)
        score.missed += len(missed)
        if wrong or missed:
            self.misses.append(f"{name} {field}: missed {missed} wrong {wrong}")

    def _furniture(self, name: str, article: ParsedArticle, gold: dict) -> None:
        content = article.text.content
        kicker = fold(gold.get("kicker") or "")
        lines = [fold(line) for line in gold["article"] if fold(line) != kicker]
        score, shown = self.fields["furniture (characters)"], set()
        for line in article.lines:
            words = line.span.text_of(content).strip()
            if line.label in {Label.BLANK, Label.HEADER} or not fold(words):
                continue
            own = _own_lines(fold(words), lines)
            shown |= own
            if own:
                self.article += len(words)
                self.hidden += len(words) * line.label.is_furniture
                score.wrong += len(words) * line.label.is_furniture
                if line.label.is_furniture:
                    self.misses.append(f"{name} hidden by {line.rule}: {words[:80]}")
            elif not _is_free(words, gold):
                score.right += len(words) * line.label.is_furniture
                score.missed += len(words) * (not line.label.is_furniture)
                if not line.label.is_furniture:
                    self.misses.append(
                        f"{name} furniture as {line.label} ({line.rule}): {words[:80]}"
                    )
        for lost in set(lines) - shown:
            self.lost += len(lost)
            self.misses.append(f"{name} lost: {lost[:80]}")

    def table(self) -> str:
        """Return the scores, a line for each field."""
        rows = [
            f"  {name:24} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            for name, score in self.fields.items()
        ]
        share = self.hidden / max(1, self.article)
        rows.append(f"  article characters hidden {share:.2%}, lost {self.lost}")
        return "\n".join(rows)


def _own_lines(words: str, lines: list[str]) -> set[str]:
    """Return the lines of the article that a line is, is a part of, or is made of; a short one must be all of it."""
    if len(words) <= 20:
        return {one for one in lines if words == one}
    parts = {one for one in lines if one in words}
    made = sum(map(len, parts)) * 10 >= len(words) * 9
    return {one for one in lines if words in one} | (parts if made else set())


def values_of(article: ParsedArticle, field: str) -> list[str]:
    """Return what was read for a field of the gold; a language without its region."""
    if field == "source":
        found = article.source_name
    else:
        found = getattr(article, field)
    if found is None:
        return []
    if isinstance(found, tuple):
        return [one.value for one in found]
    return [found.value[:2] if field == "language" else found.value]


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else [str(value)] if value else []


def fold(words: str) -> str:
    """Return letters and digits alone, without case."""
    return "".join(character for character in words.casefold() if character.isalnum())


def _is_free(words: str, gold: dict) -> bool:
    """Return whether a line tells of date or author, which pages print in many ways."""
    if len(words) > LINE:
        return False
    if fold(words) == fold(gold.get("kicker") or ""):
        return True
    return bool(dates_in(words)) or any(
        fold(name) in fold(words) for name in gold.get("byline", ())
    )

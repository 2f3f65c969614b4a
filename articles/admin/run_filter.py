"""Which texts of a run are shown, and in what order: every choice is an address that can be kept or sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ..models import ImportItem, ImportRun
from ..querysets import ITEM_LEFT_OUT, ITEM_WITH_WARNINGS, OPEN_ITEM, UNDECIDED_ITEM
from .wording import Words

#: Conditions beside the verdict; each is a parameter of the address that is 1.
FLAGS: dict[str, Q] = {
    "undecided": UNDECIDED_ITEM,
    "doubtful": Q(doubts__gt=0),
    "warnings": ITEM_WITH_WARNINGS,
    "open": OPEN_ITEM,
    "left_out": ITEM_LEFT_OUT,
}
FLAG_WORDS: dict[str, Words] = {
    "undecided": _("to be decided"),
    "doubtful": _("doubtful"),
    "warnings": _("with warnings"),
    "open": _("not stored"),
    "left_out": _("left out"),
}
ORDERS: dict[str, tuple[str, ...]] = {
    "": ("position", "number"),
    "doubts": ("-doubts", "position", "number"),
}
LONGEST_WORDS = 100


@dataclass(frozen=True, slots=True)
class RunFilter:
    """A choice among the texts of a run: a verdict, flags, words of the file's name, and the order."""

    verdict: str = ""
    flags: frozenset[str] = frozenset()
    words: str = ""
    order: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> RunFilter:
        """Return the choice that an address makes; what it does not know it ignores."""
        verdict, order = query.get("verdict", ""), query.get("order", "")
        return cls(
            verdict=verdict if verdict in ImportItem.Verdict.values else "",
            flags=frozenset(flag for flag in FLAGS if query.get(flag) == "1"),
            words=query.get("q", "").replace("\x00", "").strip()[:LONGEST_WORDS],
            order=order if order in ORDERS else "",
        )

    def among(self, run: ImportRun) -> Any:
        """Return the items of `run` that are meant, in order."""
        items = run.items.order_by(*ORDERS[self.order])
        if self.verdict:
            items = items.filter(verdict=self.verdict)
        for flag in sorted(self.flags):
            items = items.filter(FLAGS[flag])
        return items.filter(name__icontains=self.words) if self.words else items

    def keys(self, run: ImportRun) -> list[int]:
        """Return the keys of the items that are meant, in order: cheap however many, since no reading is loaded."""
        return list(self.among(run).values_list("pk", flat=True))

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.verdict or self.flags or self.words)

    def address(self, page: int = 1) -> str:
        """Return the query of the address that shows it, with its question mark; empty for all of a run."""
        query = QueryDict(mutable=True)
        if self.verdict:
            query["verdict"] = self.verdict
        for flag in FLAGS:
            if flag in self.flags:
                query[flag] = "1"
        if self.words:
            query["q"] = self.words
        if self.order:
            query["order"] = self.order
        if page > 1:
            query["page"] = str(page)
        return f"?{query.urlencode()}" if query else ""

    def with_verdict(self, verdict: str) -> RunFilter:
        """Return it for one verdict, or for all if it has that one already."""
        return replace(self, verdict="" if verdict == self.verdict else verdict)

    def with_flag(self, flag: str) -> RunFilter:
        """Return it with a flag switched."""
        return replace(self, flags=self.flags ^ {flag})

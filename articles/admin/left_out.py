"""What an editor unticked, or ticked though it was not, while reviewing an import run."""

from __future__ import annotations

from django.http import HttpRequest

from ..models import ImportItem, ImportRun


class LeftOut:
    """The items of a run that are not to be stored, on whichever page of it, until it is.

    Left out are those that an editor unticked, and texts nearly the same as another that no editor ticked.
    """

    def __init__(self, request: HttpRequest, run: ImportRun) -> None:
        self._session = request.session
        self._name = f"ticks-of-run-{run.pk}"
        chosen = self._session.get(self._name, {})
        self._unticked: set[int] = set(chosen.get("unticked", []))
        self._ticked: set[int] = set(chosen.get("ticked", []))
        near = run.items.filter(verdict=ImportItem.Verdict.NEAR, article__isnull=True)
        self._near = set(near.values_list("pk", flat=True))

    @property
    def keys(self) -> set[int]:
        """The keys of the items that are left out now."""
        return (self._unticked | self._near) - self._ticked

    def remember(self, shown: list[str], ticked: list[str]) -> None:
        """Take the ticks of one page: what it showed and what stayed ticked."""
        here, kept = _numbers(shown), _numbers(ticked)
        self._unticked = (self._unticked - here) | (here - kept)
        self._ticked = (self._ticked - here) | (here & kept)
        chosen = {"unticked": sorted(self._unticked), "ticked": sorted(self._ticked)}
        self._session[self._name] = chosen

    def forget(self) -> None:
        """Forget the ticks: the run is stored."""
        self._session.pop(self._name, None)


def _numbers(sent: list[str]) -> set[int]:
    return {int(key) for key in sent if key.isdecimal() and len(key) < 19}

"""What an editor unticked while reviewing an import run."""

from __future__ import annotations

from django.http import HttpRequest

from ..models import ImportRun


class LeftOut:
    """The items of a run that an editor unticked, on whichever page of it, until it is stored."""

    def __init__(self, request: HttpRequest, run: ImportRun) -> None:
        self._session = request.session
        self._name = f"left-out-of-run-{run.pk}"
        self.keys: set[int] = set(self._session.get(self._name, []))

    def remember(self, shown: list[str], ticked: list[str]) -> None:
        """Take the ticks of one page: what it showed and what stayed ticked."""
        here = _numbers(shown)
        self.keys = (self.keys - here) | (here - _numbers(ticked))
        self._session[self._name] = sorted(self.keys)

    def forget(self) -> None:
        """Forget the ticks: the run is stored."""
        self._session.pop(self._name, None)


def _numbers(sent: list[str]) -> set[int]:
    return {int(key) for key in sent if key.isdecimal() and len(key) < 19}

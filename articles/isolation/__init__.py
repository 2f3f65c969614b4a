"""Files that are no plain text are opened in a child process with limits, so that a hostile one can hold no worker."""

from __future__ import annotations

from .splitting import split_in_child

__all__ = ["split_in_child"]

"""Files split into texts: plain text here, everything else in a child."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator

from ..pipeline.formats import is_plain_text, read_format, split_items
from ..pipeline.formats.members import Entry
from ..pipeline.reading import Unreadable
from ..pipeline.results import Item, Refused
from .pool import POOL
from .process import FormatMistake

log = logging.getLogger(__name__)

#: Seconds for one file with all its members. Two thousand pages take one minute.
FILE_SECONDS = 300.0


def split_in_child(data: bytes, name: str) -> list[Item | Refused]:
    """Return the texts of a file, and what of it was refused, in order, as `split_items` does.

    Each member of an archive is opened by itself, so that one that breaks the child is refused (`effort`) and its
    neighbours are read. Raises `Unreadable`, with the code `error` where a format has a fault, which is logged.
    """
    end = time.monotonic() + FILE_SECONDS

    def read(data: bytes, name: str) -> Iterable[Entry]:
        if is_plain_text(data, name):
            return read_format(data, name)
        if time.monotonic() > end:
            raise Unreadable("effort")
        return _in_child(data, name)

    return split_items(data, name, read)


def _in_child(data: bytes, name: str) -> Iterator[Entry]:
    try:
        with POOL.lease() as child:
            yield from child.entries(data, name)
    except FormatMistake as mistake:
        log.error("opening %s failed\n%s", name, mistake.trace)
        raise Unreadable("error", str(mistake)) from mistake

"""Make SQLite compare words the way PostgreSQL does.

SQLite's own LIKE ignores case in ASCII only: `icontains` finds neither "ПРАВИ" nor "ösk". Registering our own `like`
makes search and filters answer alike on both databases, at the price of SQLite's LIKE index use.
"""

import re
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=256)
def _pattern(pattern: str, escape: str | None) -> re.Pattern[str]:
    parts: list[str] = []
    characters = iter(pattern)
    for character in characters:
        if escape is not None and character == escape:
            parts.append(re.escape(next(characters, "")))
        elif character == "%":
            parts.append(".*")
        elif character == "_":
            parts.append(".")
        else:
            parts.append(re.escape(character))
    return re.compile("".join(parts), re.DOTALL)


def like(pattern: object, value: object, escape: str | None = None) -> bool | None:
    """Return whether `value` matches the LIKE `pattern`, ignoring case in every script."""
    if pattern is None or value is None:
        return None
    return _pattern(str(pattern).lower(), escape).fullmatch(str(value).lower()) is not None


def teach_sqlite_to_ignore_case(sender: Any, connection: Any, **kwargs: Any) -> None:
    """Register our `like` on each new SQLite connection (a receiver of `connection_created`)."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("like", 2, like, deterministic=True)
        connection.connection.create_function("like", 3, like, deterministic=True)

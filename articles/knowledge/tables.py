"""TOML tables that know their place in their file: checked values out, or a complaint that names file and place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

_LANGUAGE = re.compile(r"[a-z]{2}")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class BadData(ValueError):
    """A data file says something that cannot be; the message names the file and the place in it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name as a data file gives it: its language and the time of its validity where they are told."""

    text: str
    language: str = ""
    start: str = ""
    end: str = ""


class Table:
    """A table of a data file that knows its place, hands out checked values, and complains of what nobody asked for."""

    def __init__(self, values: object, place: str) -> None:
        self.place = place
        if not isinstance(values, dict):
            raise BadData(f"{place}: a table is expected here")
        self._left: dict[str, Any] = dict(values)

    def complain(self, key: str, what: str) -> BadData:
        return BadData(f"{self.place}: {key}: {what}")

    def take(self, key: str, kind: type, default: Any = None) -> Any:
        """Return the value under `key`; BadData where it is of another kind, or missing without a default."""
        value = self._left.pop(key, default)
        if value is None:
            raise self.complain(key, "is missing")
        if type(value) is not kind:
            raise self.complain(key, f"must be {kind.__name__}, not {value!r}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        text: str = self.take(key, str, default).strip()
        if not text and default is None:
            raise self.complain(key, "is empty")
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.take(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.complain(key, "must be a list of texts, none of them empty")
        return tuple(value.strip() for value in values)

    def forms(self, key: str) -> list[Form]:
        """Return a list of forms of a name, each a text or a table with its language and validity."""
        forms = []
        for number, value in enumerate(self.take(key, list, []), 1):
            if isinstance(value, str) and value.strip():
                forms.append(Form(value.strip()))
            elif isinstance(value, dict):
                row = Table(value, f"{self.place}: {key} {number}")
                form = Form(
                    row.text("name"),
                    row.text("language", ""),
                    row.period_date("from"),
                    row.period_date("to"),
                )
                row.finish()
                forms.append(form)
            else:
                raise self.complain(key, "must be a list of texts or tables, none of them empty")
        return forms

    def choice(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        if value not in choices:
            raise self.complain(key, f"{value!r} is none of {', '.join(choices)}")
        return value

    def day(self, key: str) -> date | None:
        """Return a full date; None where it is empty and may be."""
        value = self.text(key, "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.complain(key, f"{value!r} is no date YYYY-MM-DD") from None

    def period_date(self, key: str) -> str:
        """Return a date of any precision as text, or an empty text."""
        value = self.text(key, "")
        if not value:
            return ""
        try:
            if not _DATE.fullmatch(value):
                raise ValueError
            date.fromisoformat(value + "-01-01"[len(value) - 4 :])
        except ValueError:
            message = f"{value!r} is no date YYYY, YYYY-MM or YYYY-MM-DD"
            raise self.complain(key, message) from None
        return value

    def tables(self, key: str) -> Iterator[Table]:
        for number, values in enumerate(self.take(key, list, []), 1):
            yield Table(values, f"{self.place}: {key} {number}")

    def languages(self) -> list[str]:
        """Return the keys that name a language."""
        return [key for key in self._left if _LANGUAGE.fullmatch(key)]

    def pairs(self) -> list[tuple[str, str]]:
        """Return every key that is left with its text; BadData where one is no text."""
        return [(key, self.text(key)) for key in list(self._left)]

    def rest(self) -> list[str]:
        """Return every value that is left; BadData where one is no text."""
        return [text for _, text in self.pairs()]

    def finish(self) -> None:
        """Complain of a key that no format knows: mostly a slip of the pen."""
        if self._left:
            raise self.complain(", ".join(self._left), "unknown here")


def file_place(path: Path) -> str:
    """Return how a data file is called in complaints: `entities/kazakhstan/people.toml`."""
    parts = path.parts
    return "/".join(parts[parts.index("entities") :]) if "entities" in parts else path.name


def load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadData(f"{file_place(path)}: the file is missing") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData(f"{file_place(path)}: {error}") from error


def sections(path: Path) -> Iterator[tuple[str, Table]]:
    for key, values in load(path).items():
        yield key, Table(values, f"{file_place(path)}: [{key}]")


def rows(path: Path, key: str) -> Iterator[Table]:
    root = Table(load(path), file_place(path))
    yield from root.tables(key)
    root.finish()

"""Results of the core as plain data and back, every type and every place checked: the sender is not trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ..pipeline.formats.members import REASONS
from ..pipeline.results import STATED, Item, Refused, Span

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """Return a value of the core as lists, strings and numbers."""
    if is_dataclass(value):
        return [to_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    return value


def item_from(data: object) -> Item:
    """Return an item. Raises ValueError where the data is none, or points outside its text."""
    item = _from_plain(Item, data)
    length = len(item.text.content)
    if not 0 <= item.body <= length or any(stated.field not in STATED for stated in item.stated):
        raise ValueError("not an item")
    if not all(0 <= span.start <= span.end <= length for span in _spans(item)):
        raise ValueError("a span outside the text")
    return item


def refused_from(data: object) -> Refused:
    """Return a refusal. Raises ValueError where the data is none."""
    refused = _from_plain(Refused, data)
    if refused.code not in REASONS:
        raise ValueError("no reason")
    return refused


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)


def _from_plain(kind: type[T], data: object) -> T:
    made: T = _made(kind, data)
    return made


def _made(kind: Any, data: Any) -> Any:
    made: Any = kind
    if is_dataclass(kind) or hasattr(kind, "_fields"):  # a dataclass or a named tuple
        kinds = _kinds_of(made)
        if not isinstance(data, list) or len(data) != len(kinds):
            raise ValueError(f"not a {kind}")
        return made(*map(_made, kinds, data))
    if get_origin(kind) is tuple:
        if not isinstance(data, list):
            raise ValueError("not a tuple")
        return tuple(_made(get_args(kind)[0], one) for one in data)
    if get_origin(kind) in (Union, UnionType):
        [other] = [one for one in get_args(kind) if one is not NoneType]
        return None if data is None else _made(other, data)
    if issubclass(kind, StrEnum) and isinstance(data, str):
        return kind(data)
    if type(data) is not kind:
        raise ValueError(f"not a {kind}")
    return data


@cache
def _kinds_of(kind: Any) -> tuple[Any, ...]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
    return tuple(hints[name] for name in names)

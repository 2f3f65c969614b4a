"""What a corrected value must be: one check for each field that an editor may correct."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Article, Country, Entity, Source, Topic
from .cleaning import LONGEST_LINE, LONGEST_TEXT, clean_data, clean_text, forbidden_in_line
from .dating import period_of

BLOCK_KINDS = ("paragraph", "crosshead", "quotation")
LONGEST_BODY = 25_000_000
LONGEST_LIST = 1000
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_is_url = URLValidator(schemes=["http", "https"])


def checked(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return clean values for `changes`; ValidationError by field for all that cannot be, ValueError for no field."""
    if unknown := changes.keys() - CHECKS.keys():
        raise ValueError(f"not correctable: {', '.join(sorted(unknown))}")
    clean: dict[str, Any] = {}
    errors: dict[str, ValidationError] = {}
    for name, value in changes.items():
        try:
            clean[name] = CHECKS[name](value)
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)
    return clean


def _text(value: object, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str):
        raise ValidationError(_("Text is expected here."))
    text = clean_text(value)
    if len(text) > longest:
        message = _("At most %(longest)d characters, please; these are %(length)d.")
        raise ValidationError(message, params={"longest": longest, "length": len(text)})
    return text


def _line(value: object, longest: int = LONGEST_LINE) -> str:
    if isinstance(value, str) and (found := forbidden_in_line(value)):
        message = _("Delete the invisible characters %(found)s.")
        raise ValidationError(message, params={"found": found})
    return " ".join(_text(value, longest).split())


def _line_of(field: str) -> Callable[[object], str]:
    longest: int = Article._meta.get_field(field).max_length  # type: ignore[union-attr, assignment]
    return lambda value: _line(value, longest)


def _lines(value: object) -> list[str]:
    if not isinstance(value, list | tuple) or len(value) > LONGEST_LIST:
        message = _("A list of at most %(longest)d entries is expected here.")
        raise ValidationError(message, params={"longest": LONGEST_LIST})
    return [line for line in map(_line, value) if line]


def _language(value: object) -> str:
    code = _line(value, 12)
    if code and not _LANGUAGE.fullmatch(code):
        raise ValidationError(_("A language code such as de, en or zh-Hant is expected."))
    return code


def _date(value: object) -> str:
    text = _line(value, 40)
    try:
        period_of(text)
    except ValueError:
        message = _("Write the date as YYYY, YYYY-MM or YYYY-MM-DD, between 1900 and 2100.")
        raise ValidationError(message) from None
    return text


def _time(value: object) -> datetime.time | None:
    if isinstance(value, datetime.time):
        return value.replace(tzinfo=None)
    if value is None or not (text := _line(value, 40)):
        return None
    try:
        return datetime.time.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise ValidationError(_("Write the time as HH:MM.")) from None


def _embargo(value: object) -> datetime.datetime | None:
    if value is None or value == "":
        return None
    # Beyond these years neither database could turn every time into UTC.
    if not isinstance(value, datetime.datetime) or not 1900 <= value.year <= 2100:
        raise ValidationError(_("A date and a time are expected here."))
    return timezone.make_aware(value) if timezone.is_naive(value) else value


def _url(value: object) -> str:
    url = _line(value, 500)
    if url:
        _is_url(url)
    return url


def _source(value: object) -> Source | None:
    if value is None or value == "" or isinstance(value, Source):
        return value or None  # type: ignore[return-value]
    return Source.objects.get(pk=_keys(Source, [value])[0])


def _keys(model: type[models.Model], value: object) -> list[Any]:
    """Return the keys of rows of `model`, given as rows or keys, each once and in order."""
    if not isinstance(value, list | tuple | set | frozenset | models.QuerySet):
        raise ValidationError(_("A list is expected here."))
    given = [row.pk if isinstance(row, models.Model) else row for row in value]
    key = model._meta.pk
    try:
        keys = list(dict.fromkeys(key.to_python(one) for one in given))
    except (TypeError, ValueError):
        raise ValidationError(_("A list of rows is expected here.")) from None
    storable = [
        one for one in keys if (clean_data(one) == one if isinstance(one, str) else 0 < one < 2**63)
    ]
    known = set(model._default_manager.filter(pk__in=storable).values_list("pk", flat=True))
    if missing := [str(one) for one in keys if one not in known]:
        message = _("Unknown: %(missing)s.")
        raise ValidationError(message, params={"missing": ", ".join(missing)[:200]})
    return keys


def _body(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list | tuple):
        raise ValidationError(_("The body is a list of blocks."))
    blocks = [block for block in map(_block, value) if block["text"]]
    if sum(len(block["text"]) for block in blocks) > LONGEST_BODY:
        raise ValidationError(_("The body is too long."))
    return blocks


def _block(value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping) or value.get("kind") not in BLOCK_KINDS:
        raise ValidationError(_("A block is a paragraph, a cross-head or a quotation."))
    block: dict[str, Any] = {
        "kind": value["kind"],
        "text": _text(value.get("text", ""), LONGEST_BODY),
    }
    match value.get("span"):
        case [int(start), int(end)] if 0 <= start <= end:
            block["span"] = [start, end]
    return block


CHECKS: dict[str, Callable[[Any], Any]] = {
    "headline": _line_of("headline"),
    "standfirst": _text,
    "language": _language,
    "date": _date,
    "time": _time,
    "source": _source,
    "url": _url,
    "byline": _lines,
    "translator": _lines,
    "agency": _line_of("agency"),
    "photo_credits": _lines,
    "captions": _lines,
    "slugline": _line_of("slugline"),
    "note": _text,
    "embargo_until": _embargo,
    "body": _body,
    "countries": lambda value: _keys(Country, value),
    "countries_mentioned": lambda value: _keys(Country, value),
    "topics": lambda value: _keys(Topic, value),
    "entities": lambda value: sorted(_keys(Entity, value)),
}

"""The reader's warnings for the fact-checker, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from ..dates import weekday_in_words
from ..templatetags.desk import honest_date
from .wording import Words, warning_text

CHECKS: dict[str, Words] = {
    "figures-disagree": _(
        "The figures disagree: from %(start)s to %(end)s is %(counted)s, the text says %(said)s."
    ),
    "currencies-disagree": _("The two sums can hardly be the same: %(sum)s, %(other)s."),
    "dates-disagree": _(
        "The file is dated %(stated)s, the text itself prints %(printed)s: which of them is it?"
    ),
    "weekday-disagrees": _("%(date)s is no %(weekday)s: %(day)s is a %(right)s."),
    "share-above-whole": _("More than a whole: %(said)s."),
    "age-implausible": _("Nobody grows so old: %(said)s."),
    "population-implausible": _(
        "%(country)s with %(said)s: it has about %(known)s million inhabitants."
    ),
    "office-not-held": _(
        "%(said)s: the text is of %(date)s, the office was held %(terms)s as far as we know."
    ),
    "misspelling": _("%(said)s may be a misprint of %(known)s."),
    "beginning-missing": _("The beginning may be missing: the text opens with “%(said)s”."),
    "end-missing": _("The end may be missing: the text ends with “%(said)s”."),
}


def checks_of(reading: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the warnings for the fact-checker of a reading in words, in the order of the text."""
    return tuple(
        str(CHECKS[one["code"]]) % _shown(one["code"], one["values"])
        if one["code"] in CHECKS
        else str(warning_text(one["code"]))
        for one in reading.get("checks", ())
    )


def _shown(code: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the words and numbers of a warning as people write them."""
    shown = dict(values)
    if code == "weekday-disagrees":
        shown["right"] = weekday_in_words(date.fromisoformat(values["day"]))
        shown["day"] = honest_date(values["day"])
    elif code == "dates-disagree":
        shown = {name: honest_date(value) for name, value in values.items()}
    elif code == "office-not-held":
        shown["date"] = honest_date(values["date"])
        shown["terms"] = "; ".join(map(_period, values["terms"].split("; ")))
    elif code == "population-implausible":
        shown["known"] = number_format(float(values["known"]), 1)
    return shown


def _period(term: str) -> str:
    start, _dash, end = term.partition("–")
    return f"{honest_date(start)} – {honest_date(end)}".strip()

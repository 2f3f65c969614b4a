"""The titles of offices in office_titles.toml: how German and Russian newspapers call them, and a woman who holds one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .tables import Table, file_place, load


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """The title of an office beside the English one; `de_f` is what a woman is called in German."""

    de: str
    de_f: str
    ru: str


@dataclass(frozen=True, slots=True)
class WomenSigns:
    """By what the Russian form of a name tells that a woman bears it."""

    surname_endings: tuple[str, ...]
    countries: frozenset[str]
    patronymic_endings: tuple[str, ...]
    given_names: frozenset[str]
    names: frozenset[str]

    def tell(self, name: str, country: str) -> bool:
        """Return whether the Russian `name` is known to be a woman's; when in doubt it is not.

        Surnames tell in countries (ISO 3166-1 codes) alone whose surnames change with the sex of the bearer.
        """
        first, *later = name.split() or [""]
        if first in self.given_names or name in self.names:
            return True
        if any(word.endswith(self.patronymic_endings) for word in later):
            return True
        surname = later[-1] if later else ""
        return country in self.countries and surname.endswith(self.surname_endings)


@dataclass(frozen=True, slots=True)
class OfficeTitles:
    """The known titles by their English; where one country has another word for it, with its code behind a comma."""

    titles: Mapping[str, OfficeTitle]
    women: WomenSigns

    def title_in(self, language: str, title: str, country: str, woman: bool) -> str:
        """Return an English title in German (`de`) or Russian (`ru`), in German for a woman as asked for.

        `country` is the ISO 3166-1 code of the state that it is an office of, or empty. Empty where no title is known.
        """
        known = self.titles.get(f"{title}, {country}") or self.titles.get(title)
        if known is None:
            return ""
        return {"de": known.de_f if woman else known.de, "ru": known.ru}.get(language, "")


def read_office_titles(path: Path) -> OfficeTitles:
    """Return the titles of office_titles.toml and by what women are told; raises BadData."""
    root = Table(load(path), file_place(path))
    titles = root.take("titles", dict)
    women = Table(root.take("women", dict), f"{root.place}: women")
    root.finish()
    known = {
        english: _title(Table(values, f"{root.place}: {english}"))
        for english, values in titles.items()
    }
    signs = WomenSigns(
        surname_endings=women.texts("surname_endings"),
        countries=frozenset(women.texts("countries")),
        patronymic_endings=women.texts("patronymic_endings"),
        given_names=frozenset(women.texts("given_names")),
        names=frozenset(women.texts("names")),
    )
    women.finish()
    return OfficeTitles(known, signs)


def _title(row: Table) -> OfficeTitle:
    german = row.text("de")
    title = OfficeTitle(german, row.text("de_f", german), row.text("ru"))
    row.finish()
    return title

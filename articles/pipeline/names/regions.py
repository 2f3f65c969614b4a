"""Regions by the names of their towns: in a list of regions "Turkestan" is the region, not the town."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge import EntityRecord
from .tokens import tokenize

#: Words for a region, folded, in the singular and plural forms that stand before names.
REGION_WORDS = frozenset(
    (
        "region regionen gebiet gebiete gebieten gebiets provinz provinzen oblast oblaste oblasten "
        "regions province provinces область области областей областях областью"
    ).split()
)


class Regions:
    """The regions of the gazetteer by their names without the word for a region: "Gebiet Schambyl" under "schambyl"."""

    def __init__(self, entities: Iterable[EntityRecord]) -> None:
        self._by_bare_name: dict[str, EntityRecord] = {}
        for entity in entities:
            if entity.kind == "place" and entity.name.endswith((" Region", " Province")):
                for form in entity.forms:
                    words = [token.key for token in tokenize(form.text)]
                    bare = [word for word in words if word not in REGION_WORDS]
                    if len(bare) < len(words):
                        self._by_bare_name.setdefault(" ".join(bare), entity)

    def named_like(self, town: str) -> EntityRecord | None:
        """Return the region that bears the name of a town."""
        return self._by_bare_name.get(" ".join(token.key for token in tokenize(town)))

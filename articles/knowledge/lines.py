"""The weights of line_weights.toml, by which lines of a page are told apart; `tools/learn_lines.py` writes the file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from ..pipeline.knowledge import LineWeights
from .tables import BadData


def read_line_weights(path: Path) -> LineWeights:
    """Return the weights of the signs and of the labels that follow one another; raises BadData."""
    try:
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        follow = {
            (left, right): weight
            for left, spoken in file["follow"].items()
            for right, weight in _spoken(spoken)
        }
        signs = {sign: _spoken(spoken) for sign, spoken in file["signs"].items()}
        return LineWeights(tuple(file["labels"].split()), signs, follow)
    except (KeyError, ValueError, AttributeError) as error:
        raise BadData(f"{path.name}: {error}") from error


def _spoken(words: str) -> tuple[tuple[str, float], ...]:
    """Return the labels with their weights of "headline 0.51 body -0.2"."""
    parts = words.split()
    return tuple(zip(parts[::2], map(float, parts[1::2]), strict=True))

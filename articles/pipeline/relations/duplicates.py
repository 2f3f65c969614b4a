"""Near-duplicates: texts that share their wording. A sketch finds them among many, a comparison of the words decides.

The sketch is a bottom-k sketch (Broder 1997; Cohen and Kaplan 2007): of the hashes of all runs of three words, the smallest.
A text and an edited copy of it share most of them, and unlike bands of MinHash values they also tell that a short text
stands inside a long one. They are kept as rows with an index, so that candidates are looked up and not compared one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b

from .wording import Wording

#: Words in a run that two texts can share. Independent texts rarely share three in a row; one edit spoils only three runs.
RUN = 3
#: Texts with fewer words say too little to be compared; a hash of the whole text serves for them.
FEWEST_WORDS = 20
#: Hashes that a sketch keeps: one in so many, but never fewer or more than these.
_ONE_IN, _LEAST, _MOST = 16, 24, 512
#: Two texts of which less is shared by their sketches need not be compared word by word.
WORTH_COMPARING = 0.3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts share: shares from 0 to 1 of their words that stand in common runs.

    `similarity` is measured on both together ("92 % the same"), `contained` on the one of which more stands in the other.
    `is_template`: what differs are mostly names and figures, as in notices made after one template.
    """

    similarity: float
    contained: float
    is_template: bool

    @property
    def is_near_duplicate(self) -> bool:
        """Whether the two are one text, edited, cut, or one inside the other."""
        return not self.is_template and (
            self.similarity >= NEAR_DUPLICATE or self.contained >= CONTAINED
        )


#: An editor who changes every sixth word leaves about 0.6 of the words in common runs.
NEAR_DUPLICATE = 0.5
#: So much of a text stands in a longer one that this holds it.
CONTAINED = 0.65


def sketch_of(wording: Wording) -> tuple[int, ...]:
    """Return the smallest hashes (63 bits, ascending) of the text's runs of words; empty for a text of few words."""
    if len(wording.words) < FEWEST_WORDS:
        return ()
    hashes = sorted({_hash(run) for run in _runs(wording.words)})
    return tuple(hashes[: min(_MOST, max(_LEAST, len(hashes) // _ONE_IN))])


def estimate(one: Collection[int], other: Collection[int]) -> float:
    """Return from two sketches about how much of the one that stands more in the other does so: 0 to 1.

    Compared is only the range of hashes that both sketches cover, where each is a fair sample of its text.
    """
    if not one or not other:
        return 0.0
    limit = min(max(one), max(other))
    shared = len(set(one) & set(other))
    fewer = min(sum(value <= limit for value in sketch) for sketch in (one, other))
    return shared / fewer if fewer else 0.0


def compare(one: Wording, other: Wording) -> Likeness:
    """Return how alike the wording of two texts is; the order of the two makes no difference."""
    words = len(one.words) + len(other.words)
    if min(len(one.words), len(other.words)) < FEWEST_WORDS:
        return Likeness(0.0, 0.0, is_template=False)
    common = set(_runs(one.words)) & set(_runs(other.words))
    here, there = _covered(one.words, common), _covered(other.words, common)
    return Likeness(
        similarity=(here + there) / words,
        contained=max(here / len(one.words), there / len(other.words)),
        is_template=_tells_other_facts(one, other),
    )


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(RUN)), strict=False))


def _hash(run: tuple[str, ...]) -> int:
    digest = blake2b(" ".join(run).encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _covered(words: tuple[str, ...], common: Collection[tuple[str, ...]]) -> int:
    """Return how many of the words stand in a run that both texts hold."""
    covered = until = 0
    for start, run in enumerate(_runs(words)):
        if run in common:
            covered += start + RUN - max(start, until)
            until = start + RUN
    return covered


#: Of figures and names, templates change most and leave the words between; an edited copy changes both alike.
_FIGURES_TO_JUDGE, _FIGURES_KEPT = 4, 0.5
_FACTS_TO_JUDGE, _FACTS_CHANGED, _MORE_THAN_WORDS = 8, 0.2, 1.25


def _tells_other_facts(one: Wording, other: Wording) -> bool:
    """Return whether two texts differ in their facts more than in their words."""
    figures, kept = _kept(one.figures, other.figures)
    if figures >= _FIGURES_TO_JUDGE and kept < _FIGURES_KEPT * figures:
        return True
    names, names_kept = _kept(one.capitals, other.capitals)
    facts, facts_kept = figures + names, kept + names_kept
    words, words_kept = _kept(_plain_words(one), _plain_words(other))
    if facts < _FACTS_TO_JUDGE or not words:
        return False
    changed = 1 - facts_kept / facts
    return changed > _FACTS_CHANGED and changed > _MORE_THAN_WORDS * (1 - words_kept / words)


def _kept(one: Counter[str], other: Counter[str]) -> tuple[int, int]:
    """Return how many words the text with fewer of them has, and how many of these the other has too."""
    return min(one.total(), other.total()), (one & other).total()


def _plain_words(wording: Wording) -> Counter[str]:
    plain = Counter(word for word in wording.words if not word.isdigit())
    return plain - wording.capitals

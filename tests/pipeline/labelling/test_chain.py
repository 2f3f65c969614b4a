"""The chain: which labels fit the signs of the lines and one another best."""

from itertools import product
from math import exp, isclose

import pytest

from articles.pipeline.knowledge import LineWeights
from articles.pipeline.labelling.chain import Chain
from articles.pipeline.labelling.layout import LineSigns

WEIGHTS = LineWeights(
    labels=("headline", "body", "furniture"),
    signs={
        "words=2": (("headline", 1.0), ("furniture", 0.5)),
        "prose": (("body", 2.0),),
        "head&words=2": (("headline", 0.7),),
        "above:words=2": (("body", 0.3),),
        "below:prose": (("headline", 0.4),),
        "above:none": (("headline", 0.2),),
    },
    follow={("", "headline"): 0.5, ("headline", "body"): 1.0, ("body", "headline"): -1.0},
)
CHAIN = Chain(WEIGHTS)
TOP = LineSigns(["words=2"], ["zone=head"], ("none",), ["prose"], "head")
MIDDLE = LineSigns(["prose"], [], ["words=2"], ["words=2"], "middle")
END = LineSigns(["words=2"], [], ["prose"], ("none",), "tail")
PAGE = [TOP, MIDDLE, END]
NONE = [None, None, None]


def by_all_paths(fixed, barred):
    """The same by trying every path: the best one, and of each line the share of all paths that go through each label."""
    spoken = {sign: dict(weights) for sign, weights in WEIGHTS.signs.items()}
    paths = {}
    for path in product(WEIGHTS.labels, repeat=len(PAGE)):
        if any(label in out for label, out in zip(path, barred, strict=True)):
            continue
        if any(label and label != one for label, one in zip(fixed, path, strict=True)):
            continue
        score = sum(WEIGHTS.follow.get(pair, 0.0) for pair in zip(("", *path), path, strict=False))
        for label, signs, certain in zip(path, PAGE, fixed, strict=True):
            names = () if certain else signs.names()
            score += sum(spoken.get(name, {}).get(label, 0.0) for name in names)
        paths[path] = score
    whole = sum(map(exp, paths.values()))
    likely = [
        {
            label: sum(exp(score) for path, score in paths.items() if path[place] == label) / whole
            for label in WEIGHTS.labels
        }
        for place in range(len(PAGE))
    ]
    return list(max(paths, key=paths.__getitem__)), likely


@pytest.mark.parametrize(
    ("fixed", "barred"),
    [
        (NONE, [(), (), ()]),
        (NONE, [("headline",), (), ("headline",)]),
        (NONE, [("headline", "furniture"), ("body",), ()]),
        (["furniture", None, None], [(), (), ()]),
        ([None, "body", "headline"], [(), (), ("body",)]),
    ],
)
def test_the_chain_decides_as_if_every_path_were_tried(fixed, barred):
    decided = CHAIN.decide(PAGE, fixed, barred)
    path, likely = by_all_paths(fixed, barred)
    assert [decision.label for decision in decided] == path
    for decision, chances in zip(decided, likely, strict=True):
        assert set(decision.likely) == set(WEIGHTS.labels)
        assert all(isclose(decision.likely[one], chances[one], abs_tol=1e-9) for one in chances)


def test_where_all_labels_are_barred_none_is():
    assert CHAIN.decide([TOP], [None], [WEIGHTS.labels])[0].label == "headline"


@pytest.mark.parametrize(("chain", "page"), [(CHAIN, []), (Chain(LineWeights()), [TOP])])
def test_without_lines_or_weights_nothing_is_decided(chain, page):
    assert chain.decide(page, [None] * len(page), [()] * len(page)) == []

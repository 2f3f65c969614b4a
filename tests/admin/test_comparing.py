"""Two texts in one: what both say, what only one of them says."""

import pytest

from articles.admin.comparing import MOST_WORDS, prose_of, word_changes


def shown(earlier: list[str], later: list[str]) -> list[str]:
    """Return the paragraphs with `-` before what went and `+` before what came."""
    signs = {"same": "", "gone": "-", "come": "+"}
    return [
        " ".join(f"{signs[change.kind]}{change.words}" for change in paragraph)
        for paragraph in word_changes(earlier, later)
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "paragraphs"),
    [
        (["a b c"], ["a b c"], ["a b c"]),
        (["a b c"], ["a x c"], ["a -b +x c"]),
        (["a b"], ["a b", "c d"], ["a b", "+c d"]),
        (["a b", "c d"], ["a b"], ["a b", "-c d"]),
        (["a b", "c d"], ["a b", "x", "c d"], ["a b", "+x", "c d"]),
        ([], ["a"], ["+a"]),
        ([], [], []),
    ],
)
def test_words_that_went_and_came_stand_in_their_paragraphs(earlier, later, paragraphs):
    assert shown(earlier, later) == paragraphs


def test_both_texts_can_be_read_whole():
    earlier, later = ["a b c d", "e f g"], ["a c d x", "y", "e g"]
    changes = [change for paragraph in word_changes(earlier, later) for change in paragraph]
    for kind, text in (("gone", earlier), ("come", later)):
        words = " ".join(change.words for change in changes if change.kind in ("same", kind))
        assert words.split() == " ".join(text).split()


def test_a_very_long_text_is_compared_by_its_beginning():
    [paragraph] = word_changes(["a " * (MOST_WORDS + 5)], ["a " * (MOST_WORDS + 5)])
    assert len(paragraph[0].words.split()) == MOST_WORDS


def test_furniture_is_not_compared():
    text = "Titel\nEin Satz.\nMehr zum Thema\n"
    lines = [[0, 6, "headline", "", 1], [6, 16, "body", "", 1], [16, 31, "related", "", 1]]
    assert prose_of({"text": text, "lines": lines}) == ["Titel", "Ein Satz."]

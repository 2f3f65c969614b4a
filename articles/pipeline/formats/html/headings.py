"""Which heading is the headline, and which stand between paragraphs."""

from __future__ import annotations

from itertools import zip_longest

from ...results import Label
from .elements import HEADINGS
from .marks import Mark
from .rendering import Block

#: A cross-head has no more words.
CROSSHEAD_WORDS = 16
#: From so many headings with a question mark on, they are an interviewer's questions.
INTERVIEW_QUESTIONS = 3


def folded(words: str) -> str:
    """Return words as headlines compare: letters and digits alone, without case."""
    return "".join(character for character in words.casefold() if character.isalnum())


def mark_headline(blocks: list[Block], headline: str) -> None:
    """Mark the heading that says the stated headline, else an `h1` before all running text."""
    wanted = folded(headline)
    for block in blocks:
        if block.is_furniture or block.node.tag not in HEADINGS:
            if not wanted and block.is_prose and not block.is_furniture:
                return
            continue
        same = folded(block.words) == wanted if wanted else block.node.tag == "h1"
        if same:
            block.mark = Mark(Label.HEADLINE, f"markup-{block.node.tag}", 0.95)
            return


def mark_crossheads(blocks: list[Block]) -> None:
    """Mark headings between paragraphs, but not an interviewer's questions."""
    own = [block for block in blocks if not block.is_furniture]
    found = []
    seen_prose = False
    for block, following in zip_longest(own, own[1:]):
        if block.mark is None and block.node.tag in HEADINGS and following is not None:
            fits = block.words.count(" ") < CROSSHEAD_WORDS and not block.is_linked
            is_text = following.mark is None or following.mark.label is Label.BODY
            leads = is_text and (following.is_prose or following.node.tag == "li")
            if seen_prose and fits and leads:
                found.append(block)
        is_text = block.mark is None or block.mark.label is Label.BODY
        seen_prose = seen_prose or (block.is_prose and is_text)
    questions = [block for block in found if block.words.endswith("?")]
    for block in found:
        if len(questions) < INTERVIEW_QUESTIONS or block not in questions:
            block.mark = Mark(Label.CROSSHEAD, f"markup-{block.node.tag}", 0.9)

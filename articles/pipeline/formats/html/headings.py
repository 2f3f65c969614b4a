"""Which heading is the headline, and which stand between paragraphs."""

from __future__ import annotations

from ...results import Label
from .elements import HEADINGS
from .marks import Mark
from .rendering import Block

#: A cross-head has no more words.
CROSSHEAD_WORDS = 16
#: From so many headings with a question mark on, they are an interviewer's questions.
INTERVIEW_QUESTIONS = 3
_NO_HEADING = frozenset(".,;:…")


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
    """Mark headings and bold lines between paragraphs as cross-heads; an interviewer's questions are body."""
    own = [block for block in blocks if not block.is_furniture]
    questions = [block for block in own if block.words.endswith("?") and _may_head(block)]
    if len(questions) >= INTERVIEW_QUESTIONS:
        for question in questions:
            question.mark = Mark(Label.BODY, "question", 0.7)
    seen_prose = False
    for before, block, following in zip(own, own[1:], own[2:], strict=False):
        seen_prose = seen_prose or (before.is_prose and _is_text(before))
        if not (seen_prose and _may_head(block) and _is_text(following)):
            continue
        if block.node.tag in HEADINGS or (_is_text(before) and before.node is not block.node):
            block.mark = Mark(Label.CROSSHEAD, f"markup-{block.node.tag}", 0.9)


def _may_head(block: Block) -> bool:
    """Return whether a block is set as a heading, or in bold like one and no sentence."""
    is_heading = block.node.tag in HEADINGS or (
        block.is_strong and block.words[-1] not in _NO_HEADING
    )
    short = block.words.count(" ") < CROSSHEAD_WORDS
    return block.mark is None and is_heading and short and not block.is_linked


def _is_text(block: Block) -> bool:
    plain = block.mark is None or block.mark.label is Label.BODY
    return plain and (block.is_prose or block.node.tag == "li")

"""The reader's rules in an editor's words."""

import pytest

from articles.admin.wording import FORMATS, RULES, rule_name


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("byline-prefix", "“by” before the name"),
        ("json-ld-datePublished", "stated by the page (JSON-LD)"),
        ("og-title", "stated in the page's head"),
        ("class-byline", "marked so in the page"),
        ("docx-style", "set so in the document"),
        ("front-matter", "stated in the file's header"),
        ("front-matter-date", "stated in the file's header"),
        ("rss-dc:creator", "stated by the feed"),
        ("nitf-hl1", "stated by the agency's file"),
        ("a-rule-of-tomorrow", "a rule of tomorrow"),
    ],
)
def test_a_rule_is_told_in_words(rule, words):
    assert rule_name(rule) == words


def test_no_rule_is_told_twice():
    assert not [rule for rule in RULES if any(rule.startswith(start) for start in FORMATS)]

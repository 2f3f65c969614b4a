"""JSON-LD of a page: the node that tells of the article (schema.org), broken JSON tolerated."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from .tree import Node

#: Types of schema.org that are an article, as the last part of their name.
ARTICLES = frozenset(
    (
        "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle "
        "AskPublicNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Report Interview TechArticle ScholarlyArticle"
    ).split()
)
#: Values that schema.org has as text, as they stand in broken JSON.
_VALUE = re.compile(
    r'"(datePublished|dateModified|headline|inLanguage|description)"\s*:\s*"((?:[^"\\]|\\.){1,2000})"'
)
#: Commas before a closing bracket, which hand-written templates leave behind.
_STRAY_COMMA = re.compile(r",(?=\s*[}\]])")
#: No page tells of more things.
_MOST_NODES = 10_000

Data = dict[str, Any]


def article_data(tree: Node) -> Data:
    """Return the properties of the page's article; empty where no JSON-LD tells of one.

    Of several articles (teasers are some too) the first that has a date counts, else the first.
    """
    articles: list[Data] = []
    names: dict[str, str] = {}
    for script in tree.descendants():
        if script.tag != "script" or "ld+json" not in script.get("type").lower():
            continue
        source = "".join(child for child in script.children if isinstance(child, str))
        for data in _nodes(_loaded(source)):
            if isinstance(data.get("@id"), str) and isinstance(data.get("name"), str):
                names[data["@id"]] = data["name"]
            if ARTICLES & {kind.rpartition("/")[2] for kind in texts(data.get("@type"))}:
                articles.append(data)
    dated = [data for data in articles if texts(data.get("datePublished"))]
    found = (dated or articles or [{}])[0]
    return {key: _resolved(value, names) for key, value in found.items()}


def texts(value: Any) -> list[str]:
    """Return the texts of a property that may be one or a list of them."""
    values = value if isinstance(value, list) else [value]
    return [unescape(text).strip() for text in values if isinstance(text, str) and text.strip()]


def names_in(value: Any, kinds: frozenset[str] = frozenset()) -> list[str]:
    """Return the names of people or organisations that a property lists, as texts or as objects.

    Objects of one of the `kinds` are left out.
    """
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            if not kinds & set(texts(one.get("@type"))):
                found.extend(texts(one.get("name")))
        else:
            found.extend(texts(one))
    return list(dict.fromkeys(found))


def _resolved(value: Any, names: dict[str, str]) -> Any:
    """Return a reference (`{"@id": "#publisher"}`) as what it refers to."""
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        name = names.get(value["@id"])
        return value | {"name": name} if name else value
    return value


def _loaded(source: str) -> Any:
    source = re.sub(r"^\s*(?:<!--|<!\[CDATA\[|//<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", source)
    for text in (source, _STRAY_COMMA.sub("", source)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    found: Data = {}
    for match in _VALUE.finditer(source):
        found.setdefault(match[1], match[2].replace('\\"', '"').replace("\\/", "/"))
    return found | {"@type": "Article"} if found else None


def _nodes(data: Any) -> Iterator[Data]:
    """Yield all objects of a document: lists, `@graph`, and what a page or a list has as its main entity."""
    waiting = deque([data])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(
                value[key] for key in ("@graph", "mainEntity", "publisher") if key in value
            )

"""WordPress export (WXR 1.0 to 1.2): an RSS file with every row of a blog; its posts are texts.

Bodies are as the editor stored them: blocks between comments, or lines that WordPress makes paragraphs when it shows them,
with shortcodes in square brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..reading import Unreadable
from ..results import Item, Label, Refused
from .feed import Channel
from .story import Story, numbered
from .xml import Element, OpenedXML, children, descendants, open_xml, parted, root_name, text_of

#: How a post is marked as published, and as a text that is not yet; private and deleted ones stay where they are.
_PUBLISHED = "publish"
_UNPUBLISHED = frozenset({"draft", "pending", "future"})

_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b[^\[\]]{0,2000}\](?P<inside>(?:(?!\[(?:wp_)?caption).){0,4000}?)\[/(?:wp_)?caption\]",
    re.DOTALL,
)
_MEDIA = re.compile(r"(?:\s*<(?:a|/a|img)\b[^<>]*>)+\s*")
_CAPTION_ATTRIBUTE = re.compile(r"\bcaption=\"([^\"]{1,2000})\"")
#: A shortcode: `[name attribute="…"]`, `[/name]`, or a name that no word in brackets has.
_SHORTCODE = re.compile(
    r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]{1,40})(?P<attributes>(?:\s[^\[\]<>]{0,600})?)/?\]"
)
#: What these enclose is an address or a list of them.
_ENCLOSED = re.compile(
    r"\[(embed|audio|video|playlist|gallery)\b[^\[\]]{0,600}\][^\[\]]{0,2000}\[/\1\]", re.IGNORECASE
)
#: Shortcodes that stand alone without attributes (WordPress itself and its commonest plug-ins).
_ALONE = frozenset(
    "gallery audio video playlist embed caption more toc contact-form ngg adsense ad".split()
)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|table|blockquote|figure|pre|section|article|hr|form|iframe|dl)\b",
    re.IGNORECASE,
)
#: Marks of blocks, of the teaser's end and of pages; inside them WordPress escapes what could end a comment.
_COMMENT = re.compile(r"<!--\s*(?:/?wp:|more|nextpage|noteaser)[^<>]{0,4000}-->")


def recognises(data: bytes, name: str) -> bool:
    """Return whether a feed carries WordPress's own vocabulary."""
    return root_name(data) == "rss" and b"wordpress.org/export/" in data[:65_536]


def read(data: bytes, name: str) -> list[Item | Refused]:
    """Return the posts of an export, and one refusal that counts the rows that are none.

    Raises `Unreadable` where it holds no row at all.
    """
    opened = open_xml(data)
    items = numbered(_stories(opened))
    if not items:
        raise Unreadable("empty", "the export holds no posts")
    return items


def _stories(opened: OpenedXML) -> Iterator[Story | Refused]:
    root = next(iter(descendants(opened.root, "channel")), opened.root)
    channel = Channel(root)
    authors = _authors(root)
    others: Counter[str] = Counter()
    for row in parted(root, "item"):
        own = children(row)
        kind, status = (_text(own, name) for name in ("wp:post_type", "wp:status"))
        if kind not in {"post", ""} or status not in {_PUBLISHED, *_UNPUBLISHED, ""}:
            others[kind if kind != "post" else f"{kind} ({status})"] += 1
            continue
        story = Story("wxr", opened.encoding, opened.warnings)
        _write_post(story, own, channel, authors, status)
        yield story
    if others:
        told = ", ".join(f"{count} × {kind}" for kind, count in others.most_common())
        yield Refused(told, "format", "")


def _authors(root: Element) -> dict[str, str]:
    """Return the names that authors go by, by their logins."""
    found = {}
    for author in descendants(root, "wp:author"):
        own = children(author)
        shown = _text(own, "wp:author_display_name")
        parts = f"{_text(own, 'wp:author_first_name')} {_text(own, 'wp:author_last_name')}".strip()
        found[_text(own, "wp:author_login")] = shown if " " in shown else parts or shown
    return found


def _write_post(
    story: Story,
    own: dict[str, list[Element]],
    channel: Channel,
    authors: dict[str, str],
    status: str,
) -> None:
    story.head(Label.HEADLINE, "title", _text(own, "title"))
    story.state("source", "channel title", channel.title)
    story.state("language", "language", channel.language)
    _write_dates(story, own, status)
    login = _text(own, "dc:creator")
    story.state(
        "byline",
        "wp:author_display_name" if login in authors else "dc:creator",
        authors.get(login, login),
    )
    story.state("address", "link", _text(own, "link"))
    story.state_all("keywords", "category", (text_of(one) for one in own.get("category", [])))
    excerpt = _text(own, "excerpt:encoded")
    story.body(post_markup(_text(own, "content:encoded")))
    story.head(Label.STANDFIRST, "excerpt:encoded", _without_shortcodes(excerpt))


def _write_dates(story: Story, own: dict[str, list[Element]], status: str) -> None:
    """State the day in the blog's own zone first: it is the one that its pages print."""
    if status in _UNPUBLISHED:
        story.warn("unpublished")
        story.state("updated", "wp:post_date", _day(_text(own, "wp:post_date")))
        return
    local, universal = _day(_text(own, "wp:post_date")), _day(_text(own, "wp:post_date_gmt"))
    story.state("date", "wp:post_date", local)
    story.state("date", "wp:post_date_gmt", f"{universal} GMT" if universal else "", 0.9)
    if not local and not universal:
        story.state_date("date", "pubDate", _text(own, "pubdate"), 0.9)
    modified = _day(_text(own, "wp:post_modified"))
    if modified[:10] != local[:10]:
        story.state("updated", "wp:post_modified", modified)


def _day(words: str) -> str:
    """Return a date of the database, or nothing for its zero."""
    return "" if words.startswith("0000") else words


def _text(own: dict[str, list[Element]], name: str) -> str:
    return next((words for element in own.get(name, []) if (words := text_of(element))), "")


def post_markup(stored: str) -> str:
    """Return the HTML of a post as WordPress would show it: captions, no shortcodes, lines as paragraphs.

    >>> post_markup("Erster [sic] Absatz.\\n\\n[gallery ids=\\"1,2\\"]\\n\\nZweiter.")
    '<p>Erster [sic] Absatz.</p>\\n<p>Zweiter.</p>'
    """
    has_blocks = "<!-- wp:" in stored
    markup = _without_shortcodes(_CAPTION.sub(_figure, _COMMENT.sub("\n\n", stored)))
    if has_blocks or re.search(r"<p\b", markup, re.IGNORECASE):
        return markup
    parts = (part.strip() for part in re.split(r"\n\s*\n", markup.replace("\r\n", "\n")))
    return "\n".join(_paragraph(part) for part in parts if part)


def _paragraph(part: str) -> str:
    """Return a paragraph of the classic editor: lines are breaks, but not around blocks."""
    if not _BLOCK.search(part):
        return "<p>" + part.replace("\n", "<br>\n") + "</p>"
    lines = (line.strip() for line in part.split("\n"))
    return "\n".join(line if _BLOCK.search(line) else f"<p>{line}</p>" for line in lines if line)


def _figure(match: re.Match[str]) -> str:
    attribute = _CAPTION_ATTRIBUTE.search(match[0])
    words = attribute[1] if attribute else _MEDIA.sub(" ", match["inside"]).strip()
    return f"\n\n<figure><figcaption>{words}</figcaption></figure>\n\n" if words else ""


def _without_shortcodes(markup: str) -> str:
    markup = _ENCLOSED.sub("", markup)
    closed = {match["name"] for match in _SHORTCODE.finditer(markup) if match["close"]}

    def removed(match: re.Match[str]) -> str:
        name = match["name"]
        is_code = (
            name in closed
            or name in _ALONE
            or "=" in match["attributes"]
            or re.search(r"[_-]", name)
        )
        return "" if is_code else match[0]

    return _SHORTCODE.sub(removed, markup)

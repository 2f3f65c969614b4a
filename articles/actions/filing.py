"""File an article under countries, topics and names, or take it from there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..models import Article, ArticleCountry, ArticleTopic, Mention
from .recording import Person, stamp

#: Fields that are kept in rows of their own.
LINKS = ("countries", "countries_mentioned", "topics", "entities")
_ROLES = {
    "countries": ArticleCountry.Role.ABOUT,
    "countries_mentioned": ArticleCountry.Role.MENTIONED,
}


def filed_under(article: Article, name: str) -> list[Any]:
    """Return the keys that an article is filed under, in order; entities in the order of their keys."""
    links = _links(article, name)
    if name == "entities":
        return sorted(links.values_list("tag_id", flat=True))
    key = "topic_id" if name == "topics" else "country_id"
    return list(links.order_by("rank").values_list(key, flat=True))


def confirm_links(article: Article, name: str, *, by: Person) -> bool:
    """Confirm what an article is filed under; return whether anything was left to confirm."""
    open_links = _links(article, name).filter(confirmed_at__isnull=True)
    return bool(open_links.update(**stamp(by)))


def file_under(article: Article, wanted: Mapping[str, list[Any]], *, by: Person) -> None:
    """File `article` under all that `wanted` lists and nothing else there; fields that it does not name stay."""
    if wanted.keys() & _ROLES.keys():
        _file_countries(article, wanted, by=by)
    if "topics" in wanted:
        _file_topics(article, wanted["topics"], by=by)
    if "entities" in wanted:
        _file_entities(article, wanted["entities"], by=by)


def _links(article: Article, name: str) -> Any:
    if name == "entities":
        return article.mentions.filter(rejected=False)
    return (
        article.topic_links.all()
        if name == "topics"
        else article.country_links.filter(role=_ROLES[name])
    )


def _file_countries(article: Article, wanted: Mapping[str, list[str]], *, by: Person) -> None:
    """Set the countries; what the text is about is not merely mentioned too."""
    lists = {name: filed_under(article, name) for name in _ROLES} | dict(wanted)
    links = {link.country_id: link for link in article.country_links.all()}
    placed: dict[str, ArticleCountry] = {}
    for name, role in _ROLES.items():
        for rank, code in enumerate(lists[name], 1):
            if code in placed:
                continue
            link = links.get(code) or ArticleCountry(
                article=article, country_id=code, rule="editor"
            )
            link.role, link.rank = role, rank
            if name in wanted:
                _sign(link, by)
            placed[code] = link
    article.country_links.exclude(country__in=placed).delete()
    _save(ArticleCountry, placed.values(), ["role", "rank"])


def _file_topics(article: Article, codes: list[str], *, by: Person) -> None:
    links = {link.topic_id: link for link in article.topic_links.all()}
    placed = []
    for rank, code in enumerate(codes, 1):
        link = links.get(code) or ArticleTopic(article=article, topic_id=code, rule="editor")
        link.rank = rank
        placed.append(_sign(link, by))
    article.topic_links.exclude(topic__in=codes).delete()
    _save(ArticleTopic, placed, ["rank"])


def _file_entities(article: Article, keys: list[int], *, by: Person) -> None:
    """Add and take back names; one taken back stays as rejected, so that no reading proposes it again."""
    mentions = {mention.tag_id: mention for mention in article.mentions.all()}
    changed = [mention for key, mention in mentions.items() if mention.rejected == (key in keys)]
    for mention in changed:
        mention.rejected = not mention.rejected
    added = [
        Mention(content_object=article, tag_id=key, rule="editor")
        for key in keys
        if key not in mentions
    ]
    _save(Mention, [_sign(mention, by) for mention in (*changed, *added)], ["rejected"])


def _sign(link: Any, by: Person) -> Any:
    for name, value in stamp(by).items():
        setattr(link, name, value)
    return link


def _save(model: type[Any], links: Any, fields: list[str]) -> None:
    held = [link for link in links if link.pk]
    model._default_manager.bulk_create([link for link in links if not link.pk])
    if held:
        model._default_manager.bulk_update(held, [*fields, "confirmed_by", "confirmed_at"])

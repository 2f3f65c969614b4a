"""What a link to a page is shown as elsewhere: its card, and where the picture of it is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ..cards import Card
from ..models import Entity
from ..templatetags.desk import honest_date
from .rendering import Preview, of_site, site_name, tagline
from .selection import WITH_PAGES, Selection

#: Behind the address of the page.
PICTURE = "card.png"


def of_article(article: Any) -> Preview:
    """Return the preview of an article that was loaded with its source and its filing."""
    countries = [link.country.name for link in article.about_links[:1]]
    topics = [link.topic.name for link in article.filed_topics[:1]]
    origin = (article.source.name, honest_date(article.date))
    card = Card(site_name(), article.headline, (*countries, *topics), tuple(filter(None, origin)))
    return Preview(card, f"{article.get_absolute_url()}{PICTURE}")


def of_list(selection: Selection) -> Preview:
    """Return the preview of a list: that of a lone country, topic or source, else that of the site."""
    for facet in WITH_PAGES:
        if row := selection.only(facet):
            kicker = [_("Source")] if facet == "source" else []
            foot = row.get_label_display() if facet == "source" else tagline()
            return _of_name(row.name, kicker, foot, selection.address)
    return of_site()


def of_entity(entity: Entity, kind: str) -> Preview:
    """Return the preview of a name; `kind` is what its directory is called."""
    countries = [entity.country.name] if entity.country else []
    return _of_name(entity.display_name, [kind, *countries], tagline(), entity.get_absolute_url())


def _of_name(name: str, kicker: list[str], foot: str, address: str) -> Preview:
    return Preview(
        Card(site_name(), name, tuple(map(str, kicker)), (str(foot),)), f"{address}{PICTURE}"
    )

"""What a list is narrowed to: by country, by topic, by both, or by neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from ..filters import ArticleFilter
from ..models import Article, Country, Topic
from .channels import Channel
from .errors import Missing


@dataclass(frozen=True)
class Selection:
    """What a list is narrowed to, and the one address we give it."""

    country: Country | None = None
    topic: Topic | None = None

    @property
    def title(self) -> str:
        """What the list shows, in words."""
        if self.country and self.topic:
            names = {"country": self.country.name, "topic": self.topic.name}
            return _("%(country)s: %(topic)s") % names
        chosen = self.country or self.topic
        return chosen.name if chosen else _("All texts")

    @property
    def address(self) -> str:
        """The page of the country or the topic where only one is chosen, else the list with both."""
        if self.country and self.topic:
            chosen = urlencode({"country": self.country.slug, "topic": self.topic.slug})
            return f"{reverse('articles:articles')}?{chosen}"
        if self.country:
            return reverse("articles:country", args=[self.country.slug])
        if self.topic:
            return reverse("articles:topic", args=[self.topic.slug])
        return reverse("articles:articles")

    @property
    def page_address(self) -> str:
        """The address up to the number of a page."""
        return f"{self.address}{'&' if '?' in self.address else '?'}page="

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Name of each choice, with the address of the list without it."""
        without = {
            self.country: replace(self, country=None),
            self.topic: replace(self, topic=None),
        }
        return [(value.name, rest.address) for value, rest in without.items() if value]

    def countries(self) -> list[tuple[str, str]]:
        """Other countries for the same topic: name and address."""
        articles = Article.objects.published()
        articles = articles.on(self.topic) if self.topic else articles
        offered = articles.their_countries()
        return [(c.name, replace(self, country=c).address) for c in offered if c != self.country]

    def topics(self) -> list[tuple[str, str]]:
        """Other topics of the same country: name and address."""
        articles = Article.objects.published()
        articles = articles.about(self.country) if self.country else articles
        offered = articles.their_topics()
        return [(t.name, replace(self, topic=t).address) for t in offered if t != self.topic]

    @property
    def trail(self) -> list[tuple[str, str]]:
        """The way from the front page to this list: name and address of each step."""
        above = Selection(country=self.country) if self.topic else self
        steps = [above, self] if self.country and self.topic else [self]
        return [(one.title, one.address) for one in steps]


def asked_for(parameters: Mapping[str, str]) -> tuple[Selection, Channel]:
    """Return what the parameters choose; raises `Missing`, in words, where one of them is not known to us."""
    filters = ArticleFilter(parameters, queryset=Article.objects.all())
    if filters.is_valid():
        selection = Selection(**filters.form.cleaned_data)
        return selection, Channel(selection.title, selection.address, filters.qs)
    if "country" in filters.errors:
        raise Missing(_("We have no country at this address."))
    raise Missing(_("We have no topic at this address."))

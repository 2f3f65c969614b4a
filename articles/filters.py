"""What the public lists can be narrowed by; the addresses carry slugs, so that they can be shared."""

from django_filters import FilterSet, ModelChoiceFilter

from .models import Country, Topic
from .querysets import ArticleQuerySet


class ArticleFilter(FilterSet):
    """`country` and `topic`, alone or together; what neither names is ignored."""

    country = ModelChoiceFilter(
        queryset=Country.objects.all(), to_field_name="slug", method="filter_country"
    )
    topic = ModelChoiceFilter(
        queryset=Topic.objects.all(), to_field_name="code", method="filter_topic"
    )

    def filter_country(self, articles: ArticleQuerySet, name: str, value: Country):
        return articles.about(value)

    def filter_topic(self, articles: ArticleQuerySet, name: str, value: Topic):
        return articles.on(value)

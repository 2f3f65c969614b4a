"""Keep what searches look up as the articles and the names are (see `pipeline.search`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from ..models import Alias, Article, Entity, Listing, NameWord, SearchText, Status
from ..pipeline.search import keys_of, text_to_search


def index_texts(articles: Collection[int]) -> None:
    """Make what these articles are found by what they and their listings say now; only published ones are found.

    The caller holds the transaction, as for the listings, and calls this behind `list_anew`.
    """
    wanted = {row.pk: row for row in _texts(articles)}
    held = {row.pk: row for row in SearchText.objects.filter(article__in=articles)}
    SearchText.objects.filter(pk__in=held.keys() - wanted.keys()).delete()
    SearchText.objects.bulk_create(
        [row for key, row in wanted.items() if key not in held or _says(row) != _says(held[key])],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["place", "words"],
    )


def index_names(entities: Collection[int] | None = None) -> None:
    """Make the words of the names of these entities, of all if none are given, what their forms in use say now."""
    wanted = {(row.entity_id, row.word): row for row in _name_words(entities)}
    rows = NameWord.objects.all() if entities is None else NameWord.objects.of(entities)
    held = {(row.entity_id, row.word): row for row in rows}
    alike = {key for key in wanted.keys() & held.keys() if wanted[key].alone == held[key].alone}
    stale = [row.pk for key, row in held.items() if key not in alike]
    for start in range(0, len(stale), 5000):
        NameWord.objects.filter(pk__in=stale[start : start + 5000]).delete()
    fresh = [row for key, row in wanted.items() if key not in alike]
    NameWord.objects.bulk_create(fresh, batch_size=5000)


def _texts(articles: Collection[int]) -> Iterator[SearchText]:
    signs, places = defaultdict(list), {}
    listed = Listing.objects.filter(article__in=articles)
    for article, key, place in listed.values_list("article", "key", "place"):
        signs[article].append(key)
        places[article] = SearchText.place_of(place, article)
    rows = Article.objects.filter(pk__in=places, status=Status.PUBLISHED).select_related("body")
    for one in rows:
        blocks = one.body.blocks if hasattr(one, "body") else []
        parts = [one.headline, one.standfirst, *(block["text"] for block in blocks)]
        words = text_to_search(parts, signs[one.pk])
        yield SearchText(article_id=one.pk, place=places[one.pk], words=words)


def _says(row: SearchText) -> tuple[int, str]:
    return row.place, row.words


def _name_words(entities: Collection[int] | None) -> Iterator[NameWord]:
    forms: dict[int, set[str]] = defaultdict(set)
    rows, aliases = Entity.objects.all(), Alias.objects.filter(in_use=True)
    if entities is not None:
        rows, aliases = rows.filter(pk__in=entities), aliases.filter(entity__in=entities)
    for entity, *own in rows.values_list("pk", "name", "name_de", "name_ru"):
        forms[entity].update(own)
    for entity, name in aliases.values_list("entity", "name"):
        forms[entity].add(name)
    for entity, names in forms.items():
        keys = [keys_of(name) for name in names]
        alone = {found[0] for found in keys if len(found) == 1}
        for word in sorted({word for found in keys for word in found}):
            yield NameWord(entity_id=entity, word=word, alone=word in alone)

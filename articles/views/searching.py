"""What a reader searches for: words, whom they may mean, and the texts that hold them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from ..actions.cleaning import clean_line
from ..models import Article, Entity, Mention, NameWord, SearchText
from ..pipeline.search import LONGEST_QUESTION, Words, asked, sign
from .errors import Unreadable
from .places import PAGE_SIZE, Place

#: So many texts, the newest, are counted.
MOST = 1000
#: A word in the names of more entities than this means none of them.
MOST_MEANT = 30
#: As many names are offered above the texts.
NAMES = 6
#: So many texts are read at once: as many as a page needs, and some that readers may not see.
AT_ONCE = PAGE_SIZE + 6


@dataclass(frozen=True)
class Search:
    """What a reader searches for, as typed and cleaned; `words` of it, none where nothing but signs was typed.

    `narrowing` are keys of listings: of each part a text must be listed by at least one.
    """

    question: str
    words: tuple[Words, ...]
    narrowing: Sequence[Sequence[str]] = ()

    @property
    def address(self) -> str:
        """The one address of its results, however they are narrowed."""
        page = reverse("articles:search")
        return f"{page}?{urlencode({'q': self.question})}" if self.question else page

    @property
    def looser(self) -> list[tuple[str, str]]:
        """Searches that may find more: what they do, and their addresses."""
        plain = [key for words in self.words for key in words.keys]
        if any(len(words.keys) > 1 for words in self.words):
            return [(_("Search for the words in any order"), _address(" ".join(plain)))]
        if len(self.words) == 1:
            return []
        alone = _("Search for “%(word)s” alone")
        return [(alone % {"word": key}, _address(key)) for key in dict.fromkeys(plain[:3])]

    @cached_property
    def meant(self) -> dict[str, dict[int, bool]]:
        """For each word that is not quoted the entities whose names hold it, and whether it is a whole form."""
        single = sorted({words.keys[0] for words in self.words if not words.quoted})
        return NameWord.objects.meant_by(single, MOST_MEANT) if single else {}

    @cached_property
    def everywhere(self) -> list[int]:
        """The keys of the newest `MOST` texts that hold the words, and one more, however they are narrowed."""
        return self._found(MOST + 1, ())

    @cached_property
    def newest(self) -> list[int]:
        """The keys of the newest `MOST` texts that are found, and one more."""
        return self._found(MOST + 1, self.narrowing) if self.narrowing else self.everywhere

    def read(self, place: Place | None, descending: bool) -> list[Any]:
        """Return the texts of a page behind `place` that readers may see, and one more, in their order.

        Each carries its body, and in `named` the mentions of whom the words mean.
        """
        rows: list[Any] = []
        here = SearchText.place_of(place.place, place.pk) if place else None
        while True:
            keys = self._some(here, descending)
            found = self._readable(keys)
            rows += [found[key] for key in keys if key in found]
            if len(rows) > PAGE_SIZE or len(keys) < AT_ONCE:
                return rows[: PAGE_SIZE + 1]
            here = SearchText.objects.get(pk=keys[-1]).place

    def _some(self, here: int | None, descending: bool) -> list[int]:
        """Return the keys of the next texts behind a place."""
        if here is None and descending:
            return self.newest[:AT_ONCE]
        where = {} if here is None else {"ahead_of" if descending else "behind": here}
        return self._found(AT_ONCE, self.narrowing, descending=descending, **where)

    def _found(self, most: int, narrowing: Sequence[Sequence[str]], **where: Any) -> list[int]:
        """Return the keys of texts that hold all words, or the names of whom they mean, readable or not."""
        if not self.words:
            return []
        words = [(one, *map(_entity, sorted(self._whom(one)))) for one in self.words]
        signs = [tuple(Words((sign(key),)) for key in keys) for keys in narrowing]
        return SearchText.objects.found((*words, *signs), most, **where)

    def _whom(self, words: Words) -> Collection[int]:
        return () if words.quoted else self.meant[words.keys[0]]

    def _readable(self, keys: Collection[int]) -> dict[int, Any]:
        meant = {entity for found in self.meant.values() for entity in found}
        named = Mention.objects.sure().filter(tag__in=meant).select_related("tag__country")
        rows = Article.objects.published().with_place().for_cards().select_related("source", "body")
        rows = rows.prefetch_related(Prefetch("mentions", named, "named"))
        return rows.in_bulk(keys) if keys else {}

    def names(self, rows: Collection[Any]) -> list[Entity]:
        """Return whom all words mean, of those whom the texts name: called just so first, then by the number of texts."""
        if not self.words or any(words.quoted for words in self.words):
            return []
        of_each = [self.meant[words.keys[0]] for words in self.words]
        of_all = set.intersection(*map(set, of_each))
        entities: dict[int, Entity] = {}
        texts: dict[int, int] = {}
        for row in rows:
            for mention in row.named:
                if mention.tag_id in of_all and mention.tag.has_page:
                    entities[mention.tag_id] = mention.tag
                    texts[mention.tag_id] = texts.get(mention.tag_id, 0) + 1
        ordered = sorted(texts, key=lambda key: (not of_each[0][key], -texts[key], key))
        return [entities[key] for key in ordered[:NAMES]]


def search_for(parameters: QueryDict) -> Search:
    """Return what `q` asks for. Raises `Unreadable`, in words, where that is endless."""
    typed = parameters.get("q", "")
    if len(typed) > LONGEST_QUESTION:
        raise Unreadable(_("Nobody has to search for so much at once: a few words will do."))
    question = clean_line(typed, LONGEST_QUESTION)
    return Search(question, tuple(asked(question)))


def _entity(key: int) -> Words:
    return Words((sign(f"entity:{key}"),))


def _address(question: str) -> str:
    return f"{reverse('articles:search')}?{urlencode({'q': question})}"

"""Names: a page for each person, organisation, place and event that published texts name, and lists of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ..actions.cleaning import clean_line
from ..models import Alias, Article, Entity, Listing, Mention, Source
from ..models.spellings import by_outlet, by_period, grouped, spellings_of, usage_of
from ..querysets import IsAmong
from ..querysets.tallies import tally
from .addresses import versions_of_page
from .channels import Channel
from .coverage import coverage_of
from .paging import address_of, turn_to
from .places import turn_to_place
from .previews import of_entity
from .rendering import Head, render_page

#: What the public calls each kind; the names of the addresses of its list.
KINDS = {
    Entity.Kind.PERSON: ("people", _("People")),
    Entity.Kind.ORGANISATION: ("organisations", _("Organisations")),
    Entity.Kind.PLACE: ("places", _("Places")),
    Entity.Kind.EVENT: ("events", _("Events")),
}
NAMES_A_PAGE = 60
LONGEST_QUESTION = 100
#: Of so many newest texts of a name is told who stands beside it, and of so many who prints which spelling: a president
#: costs no more than anybody.
LATELY, PRINTED = 200, 1000
#: As many names are shown that stand beside one.
BESIDE = 12
#: Forms that readers may know a name by; misspellings, bare surnames and adjectives are for the reader of texts.
SHOWN = (
    Alias.Kind.HOUSE,
    Alias.Kind.NAME,
    Alias.Kind.OFFICIAL,
    Alias.Kind.ABBREVIATION,
    Alias.Kind.NICKNAME,
)


@dataclass(frozen=True)
class Directory:
    """A list of names of one kind, and what it is searched for."""

    kind: Entity.Kind
    question: str = ""

    @property
    def title(self) -> Any:
        """What the list is called."""
        return KINDS[self.kind][1]

    @property
    def address(self) -> str:
        """Where it is."""
        return reverse(f"articles:{KINDS[self.kind][0]}")

    @property
    def asked_address(self) -> str:
        """Where it is, with what it is searched for."""
        return (
            f"{self.address}?{urlencode({'q': self.question})}" if self.question else self.address
        )

    @property
    def page_address(self) -> str:
        """The address up to the number of a page."""
        return f"{self.asked_address}{'&' if self.question else '?'}page="

    @property
    def others(self) -> list[tuple[Any, str]]:
        """The other lists: name and address."""
        return [(one.title, one.address) for one in map(Directory, KINDS) if one.kind != self.kind]


@require_safe
def directory(request: HttpRequest, kind: str) -> HttpResponse:
    """Names of one kind that published texts name, by the alphabet; `?q=` finds any spelling."""
    wanted = Directory(Entity.Kind(kind), clean_line(request.GET.get("q", ""), LONGEST_QUESTION))
    names = Entity.objects.published().filter(kind=kind).select_related("country")
    names = names.matching(wanted.question).by_house_name((get_language() or "en")[:2])
    page = turn_to(names, request.GET.get("page", ""), NAMES_A_PAGE)
    head = Head(
        title=wanted.title,
        versions=versions_of_page(request, address_of(page, wanted.asked_address)),
        trail=[(wanted.title, wanted.address)],
        indexed=not wanted.question and page.number == 1,
    )
    context = {"directory": wanted, "page": page}
    return render_page(request, "articles/directory.html", head, context)


@require_safe
def entity(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The page of a name; the address of a merged one leads to the one that stands for it."""
    found = standing(slug)
    channel = channel_of(found)
    page = turn_to_place(Article.objects.all(), request.GET, keys=[f"entity:{found.pk}"])
    if not page.rows:
        raise Http404
    if request.path != channel.address:
        return redirect(found, permanent=True)
    shown = _shown(found)
    if not page.here:
        shown["coverage"] = coverage_of(_months(found))
        shown["beside"] = _beside(found)
    directory = shown["directory"]
    head = Head(
        title=channel.title,
        versions=versions_of_page(request, page.address(channel.address)),
        channel=channel,
        trail=[(directory.title, directory.address), (channel.title, channel.address)],
        indexed=not page.here,
        preview=of_entity(found, directory.title),
    )
    return render_page(request, "articles/entity.html", head, {"page": page} | shown)


def standing(slug: str) -> Entity:
    """Return the entity at an address, or the one that it was merged into; raises Http404 where there is no page."""
    found = Entity.objects.select_related("country").filter(slug=slug).first()
    while found and found.merged_into_id:
        found = Entity.objects.select_related("country").get(pk=found.merged_into_id)
    if found is None or not found.has_page:
        raise Http404
    return found


def channel_of(entity: Entity) -> Channel:
    """Return the list of texts that name `entity`."""
    filed = Article.objects.naming(entity)
    return Channel(entity.display_name, entity.get_absolute_url(), filed)


def _shown(entity: Entity) -> dict[str, Any]:
    """Return what the page tells of a name beside the texts; of the outlets' spellings only published ones."""
    aliases = [alias for alias in entity.aliases.all() if alias.in_use]
    forms = {alias.name for alias in aliases} | {entity.name, entity.name_de, entity.name_ru} - {""}
    printed = Mention.objects.filter(
        IsAmong("content_object", _newest(entity, PRINTED)), tag=entity
    )
    usage = usage_of(forms, printed.sure().as_printed())
    spellings = spellings_of(entity, aliases, usage)
    return {
        "entity": entity,
        "directory": Directory(Entity.Kind(entity.kind)),
        "known_as": grouped(one for one in spellings if one.kind in SHOWN),
        "historic": by_period(one for one in spellings if one.kind == Alias.Kind.HISTORIC),
        "outlets": by_outlet(usage),
        "offices": entity.offices.select_related("country").order_by("-start", "title"),
    }


def _newest(entity: Entity, number: int) -> Any:
    """Return the keys of the newest texts that name an entity and that readers may see, as a subquery."""
    return Article.objects.published_to_count().first_keys([f"entity:{entity.pk}"], number)


def _months(entity: Entity) -> Mapping[str, int]:
    """Return how many texts name an entity, by month, and by year where they say no more."""
    # Both in one query: public sources, and the texts that are listed by the name.
    sources = Source.objects.public().order_by().values_list(Value("source"), "pk")
    texts = Listing.objects.filter(key=f"entity:{entity.pk}").values_list(Value("text"), "article")
    keys: dict[str, list[int]] = {"source": [], "text": []}
    for what, key in sources.union(texts, all=True):
        keys[what].append(key)
    return tally({}, [str(key) for key in keys["source"]], keys["text"])["month"]


def _beside(entity: Entity) -> list[tuple[Entity, str]]:
    """Return who stands beside an entity in most of its newest texts, each with the address of a search for both."""
    newest = Article.objects.filter(IsAmong("pk", _newest(entity, LATELY)))
    others = [one for one in newest.most_named(BESIDE + 1) if one != entity][:BESIDE]
    search = reverse("articles:search")
    both = (f"{entity.display_name} {one.display_name}" for one in others)
    return [
        (one, f"{search}?{urlencode({'q': words})}")
        for one, words in zip(others, both, strict=True)
    ]

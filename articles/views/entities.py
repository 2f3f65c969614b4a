"""Names: a page for each person, organisation, place and event that published texts name, and lists of them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ..actions.cleaning import clean_line
from ..models import Alias, Article, Entity, Mention
from ..models.spellings import by_outlet, by_period, grouped, spellings_of, usage_of
from .paging import turn_to
from .rendering import render_page

#: What the public calls each kind; the names of the addresses of its list.
KINDS = {
    Entity.Kind.PERSON: ("people", _("People")),
    Entity.Kind.ORGANISATION: ("organisations", _("Organisations")),
    Entity.Kind.PLACE: ("places", _("Places")),
    Entity.Kind.EVENT: ("events", _("Events")),
}
NAMES_A_PAGE = 60
LONGEST_QUESTION = 100
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
    def page_address(self) -> str:
        """The address up to the number of a page."""
        asked = f"{urlencode({'q': self.question})}&" if self.question else ""
        return f"{self.address}?{asked}page="

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
    return render_page(request, "articles/directory.html", {"directory": wanted, "page": page})


@require_safe
def entity(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The page of a name; the address of a merged one leads to the one that stands for it."""
    found = Entity.objects.select_related("country").filter(slug=slug).first()
    while found and found.merged_into_id:
        found = Entity.objects.select_related("country").get(pk=found.merged_into_id)
    if found is None or not found.has_page:
        raise Http404
    texts = Article.objects.published().naming(found)
    page = turn_to(texts.newest_first().for_cards(), request.GET.get("page", ""))
    if not page.rows:
        raise Http404
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    return render_page(request, "articles/entity.html", {"page": page} | _shown(found))


def _shown(entity: Entity) -> dict[str, Any]:
    """Return what the page tells of a name beside the texts; of the outlets' spellings only published ones."""
    aliases = [alias for alias in entity.aliases.all() if alias.in_use]
    forms = {alias.name for alias in aliases} | {entity.name, entity.name_de, entity.name_ru} - {""}
    usage = usage_of(forms, Mention.objects.filter(tag=entity).sure().of_published().as_printed())
    spellings = spellings_of(entity, aliases, usage)
    return {
        "entity": entity,
        "directory": Directory(Entity.Kind(entity.kind)),
        "known_as": grouped(one for one in spellings if one.kind in SHOWN),
        "historic": by_period(one for one in spellings if one.kind == Alias.Kind.HISTORIC),
        "outlets": by_outlet(usage),
        "offices": entity.offices.select_related("country").order_by("-start", "title"),
        "page_address": f"{entity.get_absolute_url()}?page=",
    }

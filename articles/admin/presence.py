"""Who else has a text open: told when the page opens, and asked for again by its script."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ..actions.presence import seen
from ..models import Article
from .history import entries_of

PERMISSION = "articles.view_article"


class Person(NamedTuple):
    """Somebody who has the text open: their key, their name, and what is said of them."""

    key: int
    name: str
    words: str


def present(article: Any, user: Any) -> list[Person]:
    """Return who else has `article` open, which was loaded for its page with its `present`."""
    signs = [sign for sign in article.present or [] if sign["key"] != user.pk]
    people = [
        _person(sign["key"], sign["first_name"] or sign["username"], sign["changed"])
        for sign in signs
    ]
    return sorted(people, key=lambda person: person.name)


def presence_url() -> URLPattern:
    """Return the address at which the page gives a sign and hears of others."""
    return path("<int:pk>/presence/", presence, name="articles_article_presence")


@never_cache
@require_POST
def presence(request: HttpRequest, pk: int) -> JsonResponse:
    """Note who has a text open; answer who else has, and what was saved since the `version` that the page shows.

    Answers 403 where the session is over: a script can make nothing of the page for signing in.
    """
    user: Any = request.user
    if not (user.is_active and user.is_staff and user.has_perm(PERMISSION)):
        return JsonResponse({}, status=403)
    article = Article.objects.filter(pk=pk).only("version").first()
    if article is None:
        return JsonResponse({}, status=404)
    others = seen(article, user, changed=request.POST.get("changed") == "yes")
    people = [_person(one.user_id, _name(one.user), one.changed)._asdict() for one in others]
    is_older = request.POST.get("version") != str(article.version)
    return JsonResponse({"people": people, "saved": _who_saved(article) if is_older else ""})


def _person(key: int, name: str, changed: bool) -> Person:
    if changed:
        words = _("%(who)s has this text open, with unsaved changes.") % {"who": name}
    else:
        words = _("%(who)s has this text open.") % {"who": name}
    return Person(key, name, words)


def _name(user: User) -> str:
    return user.get_short_name() or user.get_username()


def _who_saved(article: Article) -> str:
    """Say who wrote the version that stands now."""
    entry = entries_of(article).first()
    if entry is None:
        return _("This text was saved meanwhile.")
    said = {
        "who": _name(entry.by) if entry.by else _("the system"),
        "when": date_format(timezone.localtime(entry.at), "H:i"),
    }
    return _("%(who)s saved this text at %(when)s, after you had opened it.") % said

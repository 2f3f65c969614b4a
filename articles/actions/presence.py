"""Who has a text open right now. Nobody is locked out by it: it is told, and who saves second loses nothing."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from ..models import Article, Presence

#: Who gave no sign for so long has left: a page gives one every 15 seconds, and one may be lost on the way.
GONE_AFTER = timedelta(seconds=45)


def present_now() -> QuerySet[Presence]:
    """Return the signs of all who have a text open."""
    return Presence.objects.filter(seen_at__gt=timezone.now() - GONE_AFTER)


def seen(article: Article, user: User, *, changed: bool) -> list[Presence]:
    """Note that `user` has `article` open, with unsaved changes or without, and return who else has.

    Signs of those who left are removed. Each statement stands for itself: one transaction around them would let two
    who write at once wait for each other.
    """
    now = timezone.now()
    Presence.objects.bulk_create(
        [Presence(article=article, user=user, seen_at=now, changed=changed)],
        update_conflicts=True,
        unique_fields=["article", "user"],
        update_fields=["seen_at", "changed"],
    )
    Presence.objects.filter(seen_at__lte=now - GONE_AFTER).delete()
    others = present_now().filter(article=article).exclude(user=user)
    return list(others.select_related("user").order_by("user__username"))

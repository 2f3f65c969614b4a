"""The app and the desk (Django's admin under our own site class)."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles, sources, entities and their import."""

    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from .models.sqlite import teach_sqlite_to_ignore_case

        connection_created.connect(teach_sqlite_to_ignore_case)


class DeskConfig(AdminConfig):
    """Django's admin with the desk's own index and header."""

    default_site = "articles.admin.site.Desk"

    def ready(self) -> None:
        super().ready()
        # Not in the package's __init__: that is imported while the site itself is still being made.
        from .admin import (  # noqa: F401
            article,
            entities,
            history,
            importing,
            judgements,
            reference,
            teaching,
            unknown_names,
        )

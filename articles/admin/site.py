"""The desk: Django's admin site with the newsroom's name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    """The editors' side of the newsroom."""

    site_header = _("Central Asia newsroom")
    site_title = _("Newsroom")
    index_title = _("Desk")

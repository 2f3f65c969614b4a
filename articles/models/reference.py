"""Rows that come from the data files and may be changed by editors."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReferenceModel(models.Model):
    """A row loaded from `articles/data/` under a key; what an editor changed is not overwritten by the next loading.

    `reference_digest` remembers what the file last said. As long as the row still says the same, the file may change
    it; once it differs, an editor has decided and the file is silent.
    """

    reference_key = models.CharField(
        _("key in the data files"),
        max_length=200,
        unique=True,
        null=True,
        blank=True,
        editable=False,
    )
    reference_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

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


class ReferencePart(models.Model):
    """A row that belongs to a `ReferenceModel` and is loaded with it: a form of a name, a habit, a policy.

    `reference_digest` says as there what the file last said; it stays empty on rows that an editor added. To silence
    a row of the file an editor changes it or switches it off; a deleted one comes back with the next loading.
    """

    reference_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_from_file(self) -> bool:
        """Whether the row came from the data files, whatever an editor made of it since."""
        return bool(self.reference_digest)


class ReferenceLoad(models.Model):
    """The last loading of the data files, in one row: the digest of the files and of the code that loads them."""

    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("loading of the data files")
        verbose_name_plural = _("loadings of the data files")

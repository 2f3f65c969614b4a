"""How texts come in: originals, import runs and their items."""

import os
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..querysets import ImportItemQuerySet, ImportRunQuerySet
from .article import Article


class OriginalsStorage(FileSystemStorage):
    """The folder of the originals, which no address serves. It is asked for each time, so that tests have their own."""

    @property
    def base_location(self) -> str:
        return str(settings.ORIGINALS_ROOT)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """Refuse: originals have no address."""
        raise ValueError("originals are not served")


def originals_storage() -> FileSystemStorage:
    """Return where originals lie."""
    return OriginalsStorage()


class Original(models.Model):
    """The untouched bytes of a file under their SHA-256. Nothing an importer does can change or lose them."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, primary_key=True)
    file = models.FileField(_("file"), storage=originals_storage, max_length=120)
    size = models.PositiveIntegerField(_("size in bytes"))
    kept_at = models.DateTimeField(_("kept at"), auto_now_add=True)

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")

    def __str__(self) -> str:
        return self.sha256[:12]

    def read(self) -> bytes:
        """Return the bytes as they came."""
        with self.file.open("rb") as stored:
            data: bytes = stored.read()
        return data


class ImportRun(models.Model):
    """One import of one or many files: read first, reviewed by a person, then stored as drafts."""

    class Status(models.TextChoices):
        READING = "reading", _("is being read")
        REVIEW = "review", _("waits for review")
        STORING = "storing", _("is being stored")
        STORED = "stored", _("stored")
        UNDOING = "undoing", _("is being undone")
        UNDONE = "undone", _("undone")

    #: States in which a worker has something to do; runs that went quiet in one of them are woken (`actions.running`).
    AT_WORK = (Status.READING, Status.STORING, Status.UNDOING)

    status = models.CharField(
        _("status"),
        max_length=8,
        choices=Status.choices,
        default=Status.REVIEW,
        editable=False,
    )
    created_at = models.DateTimeField(_("started at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("started by"),
        null=True,
        editable=False,
        related_name="+",
    )
    stored_at = models.DateTimeField(_("stored at"), null=True, editable=False)
    woken_at = models.DateTimeField(_("last woken at"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("stored or undone by"),
        null=True,
        editable=False,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)
    kept: Any = models.JSONField(
        _("kept when undone"),
        default=list,
        editable=False,
        help_text=_("Articles that stayed since somebody worked on them, each with the reason."),
    )

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return _("Import run %(number)d") % {"number": self.pk or 0}

    def get_absolute_url(self) -> str:
        return reverse("admin:articles_importrun_change", args=[self.pk])


class ImportItem(models.Model):
    """One text of a run: its original, what was read from it, and the verdict on it."""

    class Verdict(models.TextChoices):
        PENDING = "pending", _("not read yet")
        NEW = "new", _("new")
        NEAR = "near", _("nearly the same")
        CHANGED = "changed", _("came again, changed")
        SAME = "same", _("already here")
        REJECTED = "rejected", _("rejected")

    #: Verdicts on texts that may be stored; all but new ones only if an editor says how.
    STORABLE = (Verdict.NEW, Verdict.NEAR, Verdict.CHANGED)

    class Decision(models.TextChoices):
        """What an editor decided to do with a text when its run is stored; blank: what its verdict suggests."""

        STORE = "store", _("store as a text of its own")
        VERSION = "version", _("keep as a new version of the other text")
        SKIP = "skip", _("leave out")

    class Reason(models.TextChoices):
        EMPTY = "empty", _("The file is empty.")
        BINARY = "binary", _("The file holds no text.")
        ENCODING = "encoding", _("The file's encoding is unknown.")
        TOO_LARGE = "too-large", _("The file is larger than 20 MB.")
        FORMAT = "format", _("Files of this kind are not read.")
        BROKEN = "broken", _("The file is damaged.")
        ENCRYPTED = "encrypted", _("The file is locked with a password.")
        NESTED = "nested", _("An archive inside an archive is not opened.")
        MEMBERS = "members", _("The file holds more texts or files than are taken at once.")
        UNPACKED = "unpacked", _("The archive unpacks to more than 200 MB.")
        RATIO = "ratio", _("The file unpacks to more than a hundred times its size.")
        LINK = "link", _("A link inside an archive is not followed.")
        PATH = "path", _("The name leads out of the archive.")
        ENTITIES = "entities", _("The XML declares entities, which are not resolved.")
        EFFORT = "effort", _("Opening the file took more time or memory than a text can need.")
        UNREADABLE = "unreadable", _("The file could not be opened.")
        GAVE_UP = "gave-up", _("Reading this file broke off three times.")
        UNFIT = (
            "unfit",
            _(
                "As a version it would take from the published article what it needs to be published."
            ),
        )
        NOT_KEPT = "not-kept", _("The original could not be stored: is the disk full?")
        ERROR = "error", _("The reader failed on this file; the log says why.")

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("file"), max_length=255)
    number = models.PositiveIntegerField(_("item in the file"), default=1)
    original = models.ForeignKey(
        Original,
        models.PROTECT,
        verbose_name=_("original"),
        related_name="items",
        null=True,
    )
    verdict = models.CharField(
        _("verdict"), max_length=8, choices=Verdict.choices, default=Verdict.PENDING
    )
    reason = models.CharField(_("reason"), max_length=40, blank=True, choices=Reason.choices)
    detail = models.CharField(_("detail"), max_length=300, blank=True)
    same_as = models.ForeignKey(
        "self",
        models.SET_NULL,
        verbose_name=_("same as"),
        null=True,
        related_name="repeats",
    )
    decision = models.CharField(
        _("decision"), max_length=7, choices=Decision.choices, blank=True, editable=False
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    lease = models.UUIDField(_("held by"), null=True, editable=False)
    leased_until = models.DateTimeField(_("held until"), null=True, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, editable=False)
    doubts = models.PositiveSmallIntegerField(_("doubtful values"), default=0, editable=False)
    similarity = models.PositiveSmallIntegerField(
        _("per cent of the words of both that they share"), null=True, editable=False
    )
    contained = models.PositiveSmallIntegerField(
        _("per cent of one text that stands in the other"), null=True, editable=False
    )
    text_digest = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    reading: Any = models.JSONField(_("reading"), null=True, blank=True)
    article = models.OneToOneField(
        Article,
        models.SET_NULL,
        verbose_name=_("article"),
        null=True,
        related_name="item",
    )
    version_of = models.ForeignKey(
        Article,
        models.SET_NULL,
        verbose_name=_("version of"),
        null=True,
        editable=False,
        related_name="versions",
    )

    objects = ImportItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of an import")
        verbose_name_plural = _("items of an import")
        ordering = ["position", "number"]
        indexes = [models.Index(fields=["run", "verdict"], name="items_by_verdict")]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "position", "number"], name="item_once_in_a_run"
            ),
            # Two runs confirmed at once must not make two articles of one text.
            models.UniqueConstraint(
                fields=["original", "number"],
                condition=models.Q(article__isnull=False),
                name="original_stored_once",
            ),
            models.UniqueConstraint(
                fields=["text_digest"],
                condition=models.Q(article__isnull=False) & ~models.Q(text_digest=""),
                name="text_stored_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name if self.number == 1 else f"{self.name} ({self.number})"

    @property
    def is_storable(self) -> bool:
        """Whether a draft or a version may still be made of it: new, or like another, and neither yet."""
        return self.verdict in self.STORABLE and self.article_id is None and not self.version_of_id


class SketchHash(models.Model):
    """A hash by which texts are looked up: of their wording (`pipeline.relations.duplicates.sketch_of`), or of their address.

    Hashes of wording are zero or more; the one of the web address that a text states for itself is below zero.
    """

    item = models.ForeignKey(ImportItem, models.CASCADE, related_name="sketch")
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("hash of a sketch")
        verbose_name_plural = _("hashes of sketches")
        constraints = [
            models.UniqueConstraint(fields=["value", "item"], name="hash_once_in_a_sketch")
        ]

    def __str__(self) -> str:
        return f"{self.value:016x}"

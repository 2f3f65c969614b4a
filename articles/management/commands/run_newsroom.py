"""`manage.py run_newsroom`: from an empty folder, or yesterday's, to a running newsroom."""

import argparse
import errno
import hashlib
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ...actions.accounts import make_first_editor
from ...actions.cleaning import clean_name
from ...actions.importing import start_run, store_run
from ...actions.keeping import TooLarge, bytes_of
from ...actions.publishing import NotReady, publish
from ...actions.reference import is_loaded
from ...models import Article, ImportItem, ImportRun
from .. import serving
from ..console import ConsoleCommand
from .import_texts import find_files, sum_line


class Command(ConsoleCommand):
    """Prepare the database and the demo texts, then serve on the loopback address."""

    help = "Migrate, load the reference data, import and publish what lies in seeds/, and serve."
    requires_migrations_checks = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--prepare-only", action="store_true", help="prepare everything, start no server"
        )

    def handle(self, *args: Any, port: int, prepare_only: bool, **options: Any) -> None:
        if not prepare_only:
            check_port(port)
        call_command("migrate", verbosity=0, interactive=False)
        if is_loaded():
            self.stdout.write(_("Reference data: unchanged."))
        else:
            call_command("load_reference", stdout=self.stdout)
        self.import_seeds()
        self.tell_account()
        if not prepare_only:
            self.tell_addresses(port)
            serve(port)

    def import_seeds(self) -> None:
        """Store what is new in the seeds, and publish what its source allows and needs nobody's confirmation."""
        files = list(not_seen(settings.SEEDS_DIR))
        if not files:
            self.stdout.write(_("Seeds: nothing new."))
            return
        run = start_run(files, by=None)
        with transaction.atomic():  # stopped halfway, the next start finds them all as new as now
            drafts = store_run(run, by=None)
            published = sum(publish_if_ready(draft) for draft in drafts)
        self.stdout.write(_("Seeds: %s") % sum_line(run))
        waiting = {"published": published, "waiting": len(drafts) - published}
        self.stdout.write(
            _("%(published)d published; %(waiting)d wait for an editor or a licence.") % waiting
        )
        for item in run.items.filter(verdict=ImportItem.Verdict.REJECTED).defer("reading"):
            self.stdout.write(f"  {item}: {item.get_reason_display()}")

    def tell_account(self) -> None:
        """Make the first editor's account, or say how to get back into it."""
        if password := make_first_editor():
            told = _("Editor account: editor, password %s (shown only now).") % password
        else:
            told = _("The account editor exists. New password: %s") % (
                ".venv/bin/python manage.py changepassword editor"
            )
        self.stdout.write(told)

    def tell_addresses(self, port: int) -> None:
        """Say what to open."""
        self.stdout.write("")
        self.stdout.write(_("Readers: %s") % f"http://{serving.HOST}:{port}/")
        self.stdout.write(_("Desk:    %s") % f"http://{serving.HOST}:{port}/admin/")
        self.stdout.write(_("Ctrl-C stops the newsroom."))


def check_port(port: int) -> None:
    """Raise CommandError with one clear sentence where the port cannot be had."""
    if not 0 < port < 65536:
        raise CommandError(_("%d is no port: choose one between 1024 and 65535.") % port)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((serving.HOST, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise CommandError(f"{serving.HOST}:{port}: {error.strerror}") from error
            message = _("Port %(port)d is taken: try make run PORT=%(other)d.")
            other = port + 1 if port < 65535 else 8000
            raise CommandError(message % {"port": port, "other": other}) from error


def not_seen(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of `folder` that no finished import has had; one that cannot be opened is told once."""
    open_runs = (ImportRun.Status.READING, ImportRun.Status.REVIEW)
    unfinished = Q(run__status__in=open_runs, article__isnull=True) & Q(
        verdict__in=[ImportItem.Verdict.PENDING, *ImportItem.STORABLE]
    )
    failed = Q(reason=ImportItem.Reason.ERROR)
    seen = set(
        ImportItem.objects.exclude(unfinished | failed).values_list("original_id", flat=True)
    )
    not_had = ImportItem.objects.filter(
        reason__in=[ImportItem.Reason.TOO_LARGE, ImportItem.Reason.UNREADABLE]
    )
    told = set(not_had.values_list("name", flat=True))
    for name, path in find_files(folder) if folder.is_dir() else ():
        try:
            known = hashlib.sha256(bytes_of(path)).hexdigest() in seen
        except (OSError, TooLarge):  # the import says what is wrong with it
            known = clean_name(name) in told
        if not known:
            yield name, path


def publish_if_ready(draft: Article) -> bool:
    """Publish a draft; one that lacks something, a person's confirmation too, stays a draft."""
    try:
        publish(draft, by=None)
    except NotReady:
        return False
    return True


def serve(port: int) -> None:
    """Become the process that keeps web server and worker (`management.serving`): Ctrl-C and exit codes are its own."""
    connections.close_all()
    sys.stdout.flush()
    if os.name == "nt":  # gunicorn needs fork
        serving.start(serving.worker_command())
        call_command("runserver", f"{serving.HOST}:{port}", "--noreload", "--insecure")
        return
    os.chdir(settings.BASE_DIR)
    os.execv(sys.executable, [sys.executable, "-m", serving.__name__, str(port)])

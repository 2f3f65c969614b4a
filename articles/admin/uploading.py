"""Taking files in by the browser: a plain form, or files and whole folders in several parts by the page's script."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, TooManyFilesSent
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect

from ..actions.cleaning import clean_name
from ..actions.importing import RunClosed, add_files, receive
from ..models import ImportRun
from ..tasks import wake

#: A part that the page's script sends: at most so many files and bytes, one larger file alone excepted.
FILES_OF_A_PART, BYTES_OF_A_PART = 100, 16 * 1024 * 1024
#: Uploads that a session remembers, to find the run of a part that is sent again.
REMEMBERED = 8
_SESSION = "uploads"

Files = list[tuple[str, Any]]


class Uploading:
    """The upload page and what its script sends; part of the run's admin."""

    admin_site: Any
    opts: Any
    has_add_permission: Any
    run_for: Any

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Show the upload, or take what was sent and go to the run's page.

        Django refuses too many files while it looks for the CSRF token, so the token is looked for in here, where that
        can be said in words.
        """
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            return csrf_protect(self._upload)(request)
        except TooManyFilesSent:
            return self._upload_page(request, _too_many())

    def _upload(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self._upload_page(request)
        if "upload" in request.POST:
            return self._take_part(request)
        files = [(sent.name, sent) for sent in _sent(request)]
        if not files:
            return self._upload_page(request, _("Choose at least one file."))
        return HttpResponseRedirect(self._receive(request, files).get_absolute_url())

    def _upload_page(self, request: HttpRequest, error: str = "") -> HttpResponse:
        context = (
            self.admin_site.each_context(request)
            | limits()
            | {
                "title": _("Import texts"),
                "opts": self.opts,
                "error": error,
            }
        )
        template = "admin/articles/importrun/upload.html"
        return TemplateResponse(request, template, context, status=400 if error else 200)

    # --- In parts ----------------------------------------------------------------------------------

    def _take_part(self, request: HttpRequest) -> HttpResponse:
        """Take one part of an upload and say where its run is; the first part makes the run.

        `upload` is a name that the script made for the whole of it, so that a part whose answer was lost can be sent
        again and nothing comes twice.
        """
        name = request.POST["upload"][:64]
        remembered: dict[str, int] = request.session.get(_SESSION, {})
        files = _with_paths(request)
        run = ImportRun.objects.filter(pk=remembered.get(name, 0)).first()
        if run is None:
            run = self._receive(request, files)
            kept = [*remembered.items(), (name, run.pk)][-REMEMBERED:]
            request.session[_SESSION] = dict(kept)
        else:
            try:
                self._add(request, run, files)
            except RunClosed:
                return JsonResponse({"error": _("This run takes no more files.")}, status=409)
        return JsonResponse({"address": run.get_absolute_url()})

    def files(self, request: HttpRequest, run: int) -> HttpResponse:
        """Add files to a run that is open; its page is where they are dropped. The token is looked for as in `upload`."""
        found = self.run_for(request, run)
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            return csrf_protect(self._files)(request, found)
        except TooManyFilesSent:
            messages.error(request, _too_many())
        return HttpResponseRedirect(found.get_absolute_url())

    def _files(self, request: HttpRequest, run: ImportRun) -> HttpResponse:
        address = run.get_absolute_url()
        if "upload" in request.POST:
            try:
                self._add(request, run, _with_paths(request))
            except RunClosed:
                return JsonResponse({"error": _("This run takes no more files.")}, status=409)
            return JsonResponse({"address": address})
        if request.method == "POST":
            files = [(sent.name, sent) for sent in _sent(request)]
            if not files:
                messages.error(request, _("Choose at least one file."))
            try:
                self._add(request, run, files)
            except RunClosed:
                messages.error(request, _("This run is closed: import the files anew."))
        return HttpResponseRedirect(address)

    def _receive(self, request: HttpRequest, files: Files) -> ImportRun:
        by: Any = request.user
        run = receive(files, by=by)
        wake(run)
        return run

    def _add(self, request: HttpRequest, run: ImportRun, files: Files) -> None:
        by: Any = request.user
        if "again" in request.POST:
            files = _without_arrived(run, files)
        if files:
            add_files(run, files, by=by)
            wake(run)


def limits() -> dict[str, int]:
    """Return what the upload says of its limits, to people and to its script."""
    files = settings.DATA_UPLOAD_MAX_NUMBER_FILES
    return {
        "max_files": files,
        "max_megabytes": settings.IMPORT_MAX_BYTES // 1024**2,
        "max_bytes": settings.IMPORT_MAX_BYTES,
        "part_files": min(files, FILES_OF_A_PART),
        "part_bytes": BYTES_OF_A_PART,
    }


def add_address(run: ImportRun) -> str:
    """Return where files are added to a run."""
    return reverse("admin:articles_importrun_files", args=[run.pk])


def _too_many() -> str:
    limit = settings.DATA_UPLOAD_MAX_NUMBER_FILES
    return _("At most %(limit)d files can be sent at once. Nothing was imported.") % {
        "limit": limit
    }


def _sent(request: HttpRequest) -> list[Any]:
    sent: list[Any] = request.FILES.getlist("files")
    return sent


def _with_paths(request: HttpRequest) -> Files:
    """Return the files of a part with their paths inside the folder: those are sent apart, a file's name holds none."""
    paths = request.POST.getlist("paths")
    files = []
    for sent in _sent(request):
        number = int(sent.name) if sent.name.isdecimal() and len(sent.name) < 7 else len(paths)
        files.append((paths[number] if number < len(paths) else sent.name, sent))
    return files


def _without_arrived(run: ImportRun, files: Files) -> Files:
    """Return those of `files` that the run does not hold: what is sent again may have arrived the first time.

    What was read of an archive meanwhile bears the archive's name before its own.
    """
    sent = [(clean_name(name), _digest(content)) for name, content in files]
    same = Q(original__in={digest for _name, digest in sent}) | Q(original=None)
    held: dict[str | None, list[str]] = {}
    for name, digest in run.items.filter(same).values_list("name", "original"):
        held.setdefault(digest, []).append(name)

    def has_arrived(name: str, digest: str) -> bool:
        names = held.get(digest, [])
        inside = f"{name} › "
        return name in [*names, *held.get(None, [])] or any(one.startswith(inside) for one in names)

    return [one for one, told in zip(files, sent, strict=True) if not has_arrived(*told)]


def _digest(sent: Any) -> str:
    digest = hashlib.file_digest(sent, "sha256").hexdigest()
    sent.seek(0)
    return digest

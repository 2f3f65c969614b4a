"""The correction screen: shows an article beside its original, and hands to the actions what an editor changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..actions.correcting import READ_FIELDS, confirm, correct
from ..actions.editing import EditConflict
from ..actions.publishing import NotReady, publish, withdraw
from .correction_form import CorrectionForm, fingerprints, shown_values
from .correction_page import in_words, loaded, page
from .evidence import sure_fields
from .history import history_of
from .settling import settle_here
from .wording import field_title

#: What "publish" and "withdraw" need for now; roles of their own come with the workflow.
PERMISSION = "articles.change_article"


class Correction:
    """One request to the correction screen of one article."""

    def __init__(self, request: HttpRequest, pk: Any) -> None:
        self.request = request
        self.may_change = request.user.has_perm(PERMISSION)
        article = loaded(pk)
        if article is None:
            raise Http404
        self.article = article

    def shown(self, form: CorrectionForm | None = None, **said: Any) -> dict[str, Any]:
        """Return the context of the page: the article as it stands, or `form` with what the editor typed."""
        form = form or CorrectionForm.showing(self.article, may_change=self.may_change)
        return page(self.article, form, **said) | {"may_change": self.may_change}

    def saved(self) -> HttpResponse | dict[str, Any]:
        """Save what was sent and return where to go on, or the context of a page that says what is wrong."""
        if not self.may_change:
            raise PermissionDenied
        form = CorrectionForm(self.request.POST, article=self.article)
        if not form.is_valid():
            return self.shown(form)
        try:
            self._write(form)
        except EditConflict:
            return self._conflict(form)
        except NotReady as refusal:
            return self.shown(form, refusals=refusal.obstacles)
        except ValidationError as error:
            form.add_errors(error.message_dict)
            return self.shown(form)
        return self._step()

    @transaction.atomic
    def _write(self, form: CorrectionForm) -> None:
        """Correct and confirm, both or neither."""
        by: Any = self.request.user
        before = self.article.version
        version = form.cleaned_data["version"]
        article = correct(self.article, form.changes(), by=by, version=version)
        article = confirm(article, self._confirmed(), by=by)
        if article.version != before:
            messages.success(self.request, _("Saved."))
        elif "_save" in self.request.POST:
            messages.info(self.request, _("Nothing was changed."))
        self.article = article

    def _confirmed(self) -> set[str]:
        sent = self.request.POST
        fields = set(sent.getlist("confirm")) & (READ_FIELDS | {"entities"})
        return fields | set(sure_fields(self.article) if "_confirm_sure" in sent else ())

    def _step(self) -> HttpResponse | dict[str, Any]:
        """Publish or withdraw, if that button was pressed; what was saved before stays saved."""
        by: Any = self.request.user
        try:
            if "_publish" in self.request.POST:
                self.article = publish(self.article, by=by)
                self._say_published()
            elif "_settle" in self.request.POST:
                return self._settled()
            elif "_withdraw" in self.request.POST:
                reason = self.request.POST.get("reason", "")
                self.article = withdraw(self.article, by=by, reason=reason)
                messages.success(self.request, _("Withdrawn: readers no longer see the text."))
        except NotReady as refusal:
            return self._anew(refusals=refusal.obstacles)
        except ValidationError as error:
            return self._anew() | {"reason_errors": error.messages}
        except EditConflict:
            messages.warning(self.request, _("Somebody changed the text meanwhile: look again."))
        return HttpResponseRedirect(
            reverse("admin:articles_article_change", args=[self.article.pk])
        )

    def _settled(self) -> HttpResponse:
        """Take a name that stands open for one of those that it could mean, in this text; what was typed is saved."""
        settle_here(self.request, self.request.POST["_settle"], self.article)
        address = reverse("admin:articles_article_change", args=[self.article.pk])
        return HttpResponseRedirect(f"{address}#field-entities")

    def _anew(self, **said: Any) -> dict[str, Any]:
        self.article = loaded(self.article.pk) or self.article
        return self.shown(**said)

    def _say_published(self) -> None:
        text = _('Published. <a href="{}">Read it on the site</a>.')
        messages.success(self.request, format_html(text, self.article.get_absolute_url()))

    def _conflict(self, form: CorrectionForm) -> dict[str, Any]:
        """Show both versions: the editor's own words in the fields, beside them what somebody saved meanwhile."""
        mine, seen = form.changed(), form.cleaned_data["base"]
        self.article = loaded(self.article.pk) or self.article
        theirs = shown_values(self.article)
        changed = {name for name, hash_ in fingerprints(theirs).items() if hash_ != seen.get(name)}
        fresh = CorrectionForm.showing(self.article, mine=mine)
        disputed = {
            name: in_words(fresh, name, theirs[name])
            for name in changed & mine.keys()
            if theirs[name] != mine[name]
        }
        return self.shown(fresh, conflict=disputed) | {
            "yours": [field_title(name) for name in mine],
            "theirs_only": [field_title(name) for name in changed - mine.keys()],
            "their_deed": next(iter(history_of(self.article)), None),
            "status": 409,
        }

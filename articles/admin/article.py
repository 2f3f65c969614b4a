"""The list of articles and the way to each one's correction screen."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.editing import EditConflict
from ..actions.publishing import NotReady, publish, withdraw
from ..models import Article, ImportRun
from ..templatetags.desk import honest_date
from .article_filters import CountryFilter, DoubtFilter, LanguageFilter, TopicFilter, search
from .correction import Correction
from .doubts import with_doubts
from .drafts import draft_sent, is_saved, tell_saved
from .history import history_of
from .next_text import address_of, next_of_run
from .presence import presence_url, present
from .reading_again import read_selected
from .table import Table


@admin.register(Article)
class ArticleAdmin(Table):
    """All texts of the desk. Nothing is written here: every change goes through an action."""

    list_display = [
        "title",
        "state",
        "doubts",
        "source",
        "its_date",
        "about",
        "on",
        "came",
    ]
    list_filter = [
        "status",
        DoubtFilter,
        CountryFilter,
        TopicFilter,
        ("source", admin.RelatedOnlyFieldListFilter),
        LanguageFilter,
        "date_precision",
    ]
    list_select_related = ["source"]
    search_fields = ["headline"]  # shows the box; get_search_results looks further
    search_help_text = gettext_lazy("Words of the headline, standfirst or source, or any name.")
    actions = ["publish_selected", "withdraw_selected", "read_selected_again"]
    ordering = ["-pk"]

    # --- The list -----------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> Any:
        """Load what the columns show, in a constant number of queries."""
        rows: Any = super().get_queryset(request)
        return with_doubts(rows.with_filing().defer("note", "captions"))

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Search as an editor does: every word, in any of the places where it may stand."""
        return search(queryset, search_term.replace("\x00", "")), False

    @admin.display(description=gettext_lazy("headline"), ordering="headline")
    def title(self, article: Article) -> str:
        """Show the headline or the working name."""
        return str(article)

    @admin.display(description=gettext_lazy("date"), ordering="date_from")
    def its_date(self, article: Article) -> str:
        """Show the text's date as exactly as it is known."""
        return honest_date(article.date)

    @admin.display(description=gettext_lazy("about"))
    def about(self, article: Any) -> str:
        """Name the countries that the text is about."""
        return ", ".join(link.country.name for link in article.about_links)

    @admin.display(description=gettext_lazy("topics"))
    def on(self, article: Any) -> str:
        """Name the topics."""
        return ", ".join(link.topic.name for link in article.filed_topics)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, article: Article) -> str:
        """Show the status as a coloured word."""
        return format_html(
            '<span class="state state-{}">{}</span>',
            article.status,
            capfirst(article.get_status_display()),
        )

    @admin.display(description=gettext_lazy("doubtful"), ordering="doubts")
    def doubts(self, article: Any) -> str:
        """Show how many values somebody should look at."""
        if not article.doubts:
            return ""
        words = ngettext("%(n)s doubtful value", "%(n)s doubtful values", article.doubts)
        words %= {"n": article.doubts}
        return format_html('<span class="doubt" title="{}">{}</span>', words, article.doubts)

    @admin.display(description=gettext_lazy("imported, changed"), ordering="updated_at")
    def came(self, article: Article) -> str:
        """Show the day on which the text came, and below when somebody changed it."""
        came, changed = map(timezone.localtime, (article.created_at, article.updated_at))
        day = date_format(came, "SHORT_DATE_FORMAT")
        if article.version == 1:
            return day
        return format_html("{}<br>{}", day, date_format(changed, "SHORT_DATETIME_FORMAT"))

    # --- Bulk steps -----------------------------------------------------------------------------

    @admin.action(description=gettext_lazy("Publish the ticked texts"), permissions=["change"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Publish each ticked text that is ready, and say of each other one what it lacks."""
        by: Any = request.user
        done = self._each(request, queryset, lambda article: publish(article, by=by))
        if done:
            words = ngettext("%(n)d text published.", "%(n)d texts published.", done)
            messages.success(request, words % {"n": done})

    @admin.action(description=gettext_lazy("Withdraw the ticked texts"), permissions=["change"])
    def withdraw_selected(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> HttpResponse | None:
        """Ask for the reason, then withdraw each ticked text."""
        reason = request.POST.get("reason", "").strip()
        if not reason:
            context = self.admin_site.each_context(request) | {
                "title": _("Withdraw texts"),
                "opts": self.opts,
                "articles": queryset,
                "asked": "reason" in request.POST,
            }
            return TemplateResponse(request, "admin/articles/article/withdraw.html", context)
        by: Any = request.user
        done = self._each(
            request, queryset, lambda article: withdraw(article, by=by, reason=reason)
        )
        if done:
            words = ngettext("%(n)d text withdrawn.", "%(n)d texts withdrawn.", done)
            messages.success(request, words % {"n": done})
        return None

    @admin.action(description=gettext_lazy("Read the ticked texts again"), permissions=["change"])
    def read_selected_again(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Read each ticked text again with what the desk knows today; what a person decided stays."""
        read_selected(request, queryset)

    def _each(self, request: HttpRequest, articles: QuerySet[Article], step: Any) -> int:
        """Take `step` with each article and return how many could; link to each that could not."""
        done = 0
        for article in articles:
            try:
                step(article)
            except NotReady as refusal:
                for obstacle in refusal.obstacles:
                    self._refuse(request, article, obstacle.message, f"#field-{obstacle.field}")
            except ValidationError as error:
                self._refuse(request, article, " ".join(error.messages))
            except EditConflict:
                self._refuse(request, article, _("Somebody changed the text meanwhile."))
            else:
                done += 1
        return done

    def _refuse(self, request: HttpRequest, article: Article, why: Any, place: str = "") -> None:
        address = reverse("admin:articles_article_change", args=[article.pk]) + place
        link = format_html('<a href="{}">{}</a>: {}', address, str(article), why)
        messages.warning(request, link)

    # --- One article ----------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """Add what the script of the correction screen asks for."""
        view = self.admin_site.admin_view
        own: list[URLPattern] = [
            path("<int:pk>/mark/", view(self.mark), name="articles_article_mark"),
            path("run/<int:run>/next/", view(self.next_of_run), name="articles_article_next"),
            presence_url(),
        ]
        return own + super().get_urls()

    def mark(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer what words of the original become under a role; nothing is written."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        return Correction(request, pk).marking()

    def next_of_run(self, request: HttpRequest, run: int) -> HttpResponse:
        """Open the first draft of a run; the run's page where none is left."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        of = get_object_or_404(ImportRun, pk=run)
        if article := next_of_run(of.pk):
            return HttpResponseRedirect(address_of(article))
        messages.success(request, _("All texts of this run are filed."))
        return HttpResponseRedirect(of.get_absolute_url())

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the correction screen, or take what was corrected."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if not object_id.isdecimal():
            raise Http404
        correction = Correction(request, int(object_id[:18]))
        answer = correction.saved() if request.method == "POST" else correction.shown()
        if isinstance(answer, HttpResponse):
            response = answer
        else:
            context = self.admin_site.each_context(request) | {
                "opts": self.opts,
                "title": str(correction.article),
                "media": self.media + answer["form"].media,
                "present": present(correction.article, request.user),
                "draft": "" if is_saved(answer) else draft_sent(request),
            }
            template = "admin/articles/article/change_form.html"
            response = TemplateResponse(
                request, template, context | answer, status=answer.get("status", 200)
            )
        if is_saved(answer):
            tell_saved(request, response, correction.article.pk)
        return response

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Show who did what to the article, and when."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("History"),
            "article": article,
            "history": history_of(article),
        }
        return TemplateResponse(request, "admin/articles/article/history.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: texts come by import; texts of our own are a later chapter."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a text is withdrawn, never deleted."""
        return False

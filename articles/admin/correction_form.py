"""The form of the correction screen: what an editor saw, what they made of it, and what that changes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.checking import CHECKS
from ..actions.marking import Mark
from ..models import Article, Entity, Mention
from ..templatetags.reading import language_name
from .body_text import to_blocks, to_text
from .choices import desk_choices
from .marking import as_sent, known_blocks, marks_in
from .widgets import KeepAndAdd, KeySelect, KeysField, KeysSelect, LinesField, ListField, SeenField
from .wording import field_title

LANGUAGES = ("de", "en", "ru", "fr", "kk", "ky", "tg", "tk", "uz", "zh", "tr", "fa", "uk")
#: Fields of the action that the form holds under other names.
COMPOSED = ("entities",)
_MINUTES = "%Y-%m-%dT%H:%M"


def shown_values(article: Article) -> dict[str, Any]:
    """Return the values of a loaded article as the form shows them: plain data, to be compared later."""
    about: list[str] = []
    mentioned: list[str] = []
    for link in sorted(article.country_links.all(), key=lambda link: link.rank):
        (about if link.role == link.Role.ABOUT else mentioned).append(link.country_id)
    topics = sorted(article.topic_links.all(), key=lambda link: link.rank)
    kept = [mention.tag_id for mention in article.mentions.all() if not mention.rejected]
    embargo = article.embargo_until
    return {
        **{
            name: getattr(article, name)
            for name in ("headline", "standfirst", "language", "date", "url", "agency", "slugline")
        },
        **{
            name: list(getattr(article, name))
            for name in ("byline", "translator", "photo_credits", "captions")
        },
        "note": article.note,
        "time": article.time.strftime("%H:%M") if article.time else "",
        "source": article.source_id,
        "embargo_until": timezone.localtime(embargo).strftime(_MINUTES) if embargo else "",
        "body": to_text(_blocks(article)),
        "countries": about,
        "countries_mentioned": mentioned,
        "topics": [link.topic_id for link in topics],
        "entities": sorted(kept),
    }


def reading_of_article(article: Article) -> dict[str, Any]:
    """Return the reading that the article was made from; an empty one where it was written here."""
    item = getattr(article, "item", None)
    return (item.reading if item else None) or {"text": "", "lines": [], "entities": []}


def fingerprints(values: dict[str, Any]) -> dict[str, str]:
    """Return a short hash for each value: enough to see later what was changed, and no second body to send."""
    return {
        name: hashlib.sha256(json.dumps(value).encode()).hexdigest()[:16]
        for name, value in values.items()
    }


def _blocks(article: Article) -> list[dict[str, Any]]:
    body = getattr(article, "body", None)
    return body.blocks if body else []


def _plain(value: Any) -> Any:
    """Return a cleaned value in the form of `shown_values`."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if hasattr(value, "strftime"):
        return value.strftime("%H:%M") if not hasattr(value, "date") else _local(value)
    return value


def _local(moment: Any) -> str:
    return timezone.localtime(moment).strftime(_MINUTES)


class NamesField(LinesField):
    """Names of entities, one a line, for browsers without JavaScript. Cleans to entities."""

    def clean(self, value: Any) -> Any:
        """Return the entities of these names; says which name is unknown, or means several."""
        found, problems = [], []
        for name in super().clean(value):
            entities = entities_called(name)
            if len(entities) == 1:
                found += entities
            elif entities:
                which = ", ".join(f"#{entity.pk} {entity}" for entity in entities)
                problems.append(
                    _("“%(name)s” may mean %(which)s: write the number with its #.")
                    % {"name": name, "which": which}
                )
            else:
                problems.append(_("No name “%(name)s” is known.") % {"name": name})
        if problems:
            raise ValidationError(problems)
        return found


def entities_called(name: str) -> list[Entity]:
    """Return the entities with exactly this name or alias in any case, or the one of a number such as `#12`."""
    if name.startswith("#") and name[1:].isdecimal():
        return list(Entity.objects.filter(pk=int(name[1:][:18])))
    return list(Entity.objects.called(name.replace("\x00", ""))[:5])


def _text(rows: int = 0, **options: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": rows, "dir": "auto"}) if rows else forms.TextInput()
    return forms.CharField(required=False, widget=widget, **options)


class CorrectionForm(forms.Form):
    """Every field that an editor corrects. `version` and `base` (fingerprints) say what they saw when they began."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    base = SeenField(widget=forms.HiddenInput)
    markings = forms.CharField(widget=forms.HiddenInput, required=False)

    headline = _text(2)
    standfirst = _text(4)
    date = _text(help_text=gettext_lazy("2022, 2022-05 or 2022-05-17: as exactly as it is known."))
    time = forms.TimeField(
        required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    source = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    byline = LinesField(required=False, help_text=gettext_lazy("One name a line."))
    translator = LinesField(required=False, help_text=gettext_lazy("One name a line."))
    agency = _text()
    language = forms.ChoiceField(required=False)
    url = _text()
    countries = ListField(required=False)
    countries_mentioned = ListField(required=False, widget=KeepAndAdd)
    topics = ListField(required=False)
    not_meant = KeysField(required=False)
    name_entity = forms.ModelChoiceField(Entity.objects.all(), required=False)
    add_entities = forms.ModelMultipleChoiceField(
        Entity.objects.all(), required=False, label=gettext_lazy("Add names")
    )
    add_names = NamesField(
        required=False,
        label=gettext_lazy("Add names"),
        help_text=gettext_lazy("One a line, in any spelling that is known."),
    )
    body = _text(24)
    photo_credits = LinesField(required=False, help_text=gettext_lazy("One a line."))
    captions = LinesField(required=False, help_text=gettext_lazy("One a line."))
    slugline = _text(help_text=gettext_lazy("The desk's working name; readers never see it."))
    note = _text(3)
    embargo_until = forms.DateTimeField(
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MINUTES),
        help_text=gettext_lazy("Readers see the text from then on."),
    )

    def __init__(self, *args: Any, article: Article, may_change: bool = True, **options: Any):
        super().__init__(*args, **options)
        self.article = article
        self._offer_choices()
        for name, field in self.fields.items():
            if name in CHECKS:
                field.label = field_title(name)
            field.disabled = not may_change

    @classmethod
    def showing(
        cls,
        article: Article,
        *,
        mine: dict[str, Any] | None = None,
        marks: list[Mark] | None = None,
        may_change: bool = True,
    ) -> CorrectionForm:
        """Return a form that shows `article` as it stands, under what the editor typed (`mine`) and marked."""
        values = shown_values(article)
        initial = values | (mine or {})
        meant, read = set(initial["entities"]), {m.tag_id for m in article.mentions.all()}
        base = fingerprints(values) | {
            "names": sorted(read),
            "rejected": sorted(read - set(values["entities"])),
        }
        initial |= {"base": base, "version": article.version, "markings": as_sent(marks or [])}
        initial |= {"not_meant": sorted(read - meant), "add_entities": sorted(meant - read)}
        return cls(initial=initial, article=article, may_change=may_change)

    def _offer_choices(self) -> None:
        fields: dict[str, Any] = self.fields
        choices = desk_choices()
        for name in ("countries", "countries_mentioned"):
            fields[name].choices = choices.countries
        fields["topics"].choices = choices.topics
        fields["source"].choices = [("", "–"), *choices.sources]
        codes = dict.fromkeys([*LANGUAGES, self.article.language])
        fields["language"].choices = [("", "–")] + [
            (code, language_name(code)) for code in codes if code
        ]
        tag = Mention._meta.get_field("tag")
        fields["name_entity"].widget = KeySelect(tag, admin.site)
        fields["add_entities"].widget = KeysSelect(tag, admin.site)
        for name in ("name_entity", "add_entities"):
            fields[name].widget.choices = fields[name].choices

    def clean_base(self) -> dict[str, Any]:
        """Return what the editor saw."""
        base = self.cleaned_data["base"]
        given = base if isinstance(base, dict) else {}
        for keys in (given.get("names"), given.get("rejected")):
            if not isinstance(keys, list) or not all(isinstance(key, int) for key in keys):
                raise ValidationError(_("Please load the page anew."))
        return given

    def clean_markings(self) -> list[Mark]:
        """Return what the editor made of words of the original since they opened the page."""
        reading = reading_of_article(self.article)
        try:
            return marks_in(self.cleaned_data["markings"], len(reading["text"]))
        except ValueError:
            raise ValidationError(_("Please load the page anew.")) from None

    def pending(self) -> list[Mark]:
        """Return the marks that stand on the screen and are not saved yet."""
        if not self.is_bound:
            return []
        self.is_valid()
        return self.cleaned_data.get("markings") or []

    def values(self) -> dict[str, Any]:
        """Return every field as the editor left it, in the form of `shown_values`."""
        given = {name: _plain(self.cleaned_data[name]) for name in CHECKS if name not in COMPOSED}
        given |= {"time": given["time"] or "", "embargo_until": given["embargo_until"] or ""}
        return given | {"entities": self._entities()}

    def _entities(self) -> list[int]:
        """Return the keys of all names that the text means: those shown or added, without those not meant.

        Shown is what the editor saw, so that a name which somebody else took back meanwhile is not brought back.
        """
        data = self.cleaned_data
        rejected = {int(key) for key in data["not_meant"]}
        read = set(data["base"]["names"])
        added = {*data["add_entities"], *data["add_names"]}
        return sorted((read - rejected) | {entity.pk for entity in added})

    def changed(self) -> dict[str, Any]:
        """Return what the editor changed of what they saw, in the form of `shown_values`."""
        values, base = self.values(), self.cleaned_data["base"]
        return {
            name: values[name]
            for name, hashed in fingerprints(values).items()
            if hashed != base.get(name)
        }

    def changes(self) -> dict[str, Any]:
        """Return what the editor changed, as `correct` takes it."""
        changes = self.changed()
        for name in ("time", "embargo_until"):
            if name in changes:
                changes[name] = self.cleaned_data[name]
        if "body" in changes:
            reading, marks = reading_of_article(self.article), self.cleaned_data["markings"]
            known = known_blocks(self.article, reading, marks)
            changes["body"] = to_blocks(changes["body"], known)
        return changes

    def add_errors(self, errors: dict[str, list[Any]]) -> None:
        """Show what the action refused at its fields."""
        for name, refusals in errors.items():
            place = "add_entities" if name == "entities" else name
            self.add_error(place if place in self.fields else None, refusals)

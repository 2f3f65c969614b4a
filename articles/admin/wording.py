"""What the desk calls fields, rules and warnings."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..models import Article

Words = str | Promise

#: Fields that are no columns of the article, or that editors know by another word.
_FIELDS: dict[str, Words] = {
    "body": _("body"),
    "countries": _("countries it is about"),
    "countries_mentioned": _("countries merely mentioned"),
    "topics": _("topics"),
    "entities": _("names"),
    "passages": _("passages in other languages"),
    "updated": _("last update"),
    "relations": _("relations to other texts"),
    "correction": _("correction for readers"),
    "reader_note": _("editors' note for readers"),
    "status": _("status"),
    "merged": _("merged"),
    "merged_into": _("merged into"),
    "aliases": _("forms of the name"),
    "not_meant": _("never meant by"),
    "markings": _("words marked in the original"),
    "decision": _("decision"),
    "judgement": _("judgement"),
    "form": _("as printed"),
    "name": _("name"),
    "policies": _("policies"),
    "habits": _("habits"),
    "cites": _("outlets it cites"),
    "reprint_of": _("first printed by"),
    "translated_from": _("translated from"),
}
#: The reader's own names of values, where they differ from the article's.
_READ_AS = {
    "headline_proposed": "headline",
    "address": "url",
    "source_name": "source",
    "source_proposed": "source",
}

RULES: dict[str, Words] = {
    "abbreviation": _("abbreviation"),
    "above-caption": _("above a caption"),
    "above-headline": _("above the headline"),
    "behind-body": _("behind the noun for its kind"),
    "behind-kind-of-place": _("behind a kind of place"),
    "behind-role": _("behind an office or trade"),
    "beside-date": _("beside the date"),
    "body-and-seat": _("body and its seat"),
    "bracketed-acronym": _("capitals in brackets"),
    "byline-prefix": _("“by” before the name"),
    "caption-line": _("line of a caption"),
    "cited-before-cue": _("words of citing behind it"),
    "cited-behind-cue": _("words of citing before it"),
    "cited-in-list": _("listed with an outlet that is cited"),
    "character-sequences": _("letters typical of the language"),
    "copyright": _("copyright line"),
    "country-of-person": _("only bearer of the surname whose country the text names"),
    "credit-line": _("line of a picture credit"),
    "date-header": _("date in the header"),
    "date-line": _("line with a date"),
    "dateline": _("place and date that open the text"),
    "description": _("description of the page"),
    "editor": _("entered by an editor"),
    "elder-or-younger": _("elder or younger of a family"),
    "first-publication": _("remark on the first publication"),
    "first-sentence": _("made from the first sentence"),
    "first-source": _("first of the sources named"),
    "gazetteer": _("known name"),
    "given-name": _("begins with a given name"),
    "glued": _("heading glued to a sentence"),
    "header-and-date-line": _("header and line with a date"),
    "header-and-dateline": _("header and dateline"),
    "historic": _("former name"),
    "holder-of-office": _("holder of the office named beside it"),
    "hyphened-body": _("hyphenated name of a body"),
    "hyphened-kind-of-place": _("hyphenated name of a place"),
    "judged": _("judged by an editor"),
    "leader-of-country": _("led the country at that time"),
    "lone-surname-ending": _("ends as surnames do"),
    "misspelling": _("known name with a misprint"),
    "name": _("known name that several share"),
    "name-line": _("line that is a name"),
    "named": _("named in the text"),
    "named-body": _("name of a body"),
    "named-by-page": _("the page names it as its own"),
    "named-in-full": _("named in full in the same text"),
    "nickname": _("nickname"),
    "official": _("official name"),
    "only-bearer": _("only known bearer of the surname"),
    "outlet-as-author": _("outlet in place of an author"),
    "outlet-of-byline": _("outlet in the byline"),
    "outlet-reports": _("the outlet is said to report it"),
    "own-phrase": _("the page speaks of itself"),
    "path": _("path of the page"),
    "place-ending": _("ends as places of the region do"),
    "press-contact": _("press contact"),
    "self-description": _("the source describes itself"),
    "remark-on-translation": _("remark on the translation"),
    "names-and-days": _("same rare names, same days"),
    "same-order": _("same names and figures in the same order"),
    "shared-wording": _("same words"),
    "sign-off": _("sign-off"),
    "signs": _("form and place of the line"),
    "site-line": _("line of the site at the top"),
    "small-words": _("small words of the language"),
    "source-line": _("line that names the source"),
    "spelling": _("another spelling of a known name"),
    "surname-behind-role": _("surname behind an office"),
    "surname-ending": _("ending of a surname"),
    "surname-of-several": _("surname of several known people"),
    "told-outlet": _("said to the outlet"),
    "translator-prefix": _("“translated by” before the name"),
    "under-headline": _("directly under the headline"),
    "under-its-heading": _("under the heading of its kind"),
    "weight-of-words": _("weight of the words that name it"),
    "words": _("words that speak for it"),
}

WARNINGS: dict[str, Words] = {
    "tracked-changes": _("The document holds tracked changes; they were read as accepted."),
    "no-body": _("No line was recognised as body."),
    "not-of-the-region": _("The text hardly names the region: does it belong here?"),
    "listing-page": _("The page lists other texts; it has none of its own."),
    "control-characters": _("The file holds control characters; they are shown as �."),
    "misspelling": _("The name may be misspelt."),
    "broken-characters": _("Some characters could not be read; they are shown as �."),
    "encoding-contradicted": _("The file declares an encoding that it is not in."),
    "encoding-doubtful": _("The encoding is doubtful: compare the letters with the original."),
    "encoding-guessed": _("The encoding was guessed: look for wrong letters."),
    "encoding-repaired": _("Garbled letters were repaired: compare them with the original."),
    "mojibake": _("Some letters may be garbled; they were left as they are."),
    "markup-repaired": _(
        "The file's markup is broken and was repaired: look whether text is missing."
    ),
    "canceled": _("The agency has withdrawn this text."),
    "withheld": _("The agency withholds this text until further notice."),
    "correction": _("The agency corrects an earlier version with this text."),
    "update": _("The agency updates an earlier version with this text."),
    "embargoed": _("The agency has set an embargo: the text's header says until when."),
    "unpublished": _("The text was never published where it comes from."),
}


_COLUMNS: dict[str, Words] = {
    column.name: column.verbose_name for column in Article._meta.concrete_fields
}


def field_name(field: str) -> Words:
    """Return what editors call a field of an article or a value of a reading; one without a name by its code.

    History tells of the fields of other rows too, and of what an article has no column for.
    """
    field = _READ_AS.get(field, field)
    return _FIELDS.get(field) or _COLUMNS.get(field, field)


def field_title(field: str) -> str:
    """Return the name of a field with a capital letter."""
    return capfirst(str(field_name(field)))


#: What rules of formats are called by how they begin: what a file states beside its text, and what its markup says.
FORMATS: dict[str, Words] = {
    "json-ld-": _("stated by the page (JSON-LD)"),
    **dict.fromkeys(
        ("og-", "dc-", "dcterms-", "article-", "link-", "title-", "meta-"),
        _("stated in the page's head"),
    ),
    **dict.fromkeys(
        ("itemprop-", "markup-", "class-", "role-", "amp-"), _("marked so in the page")
    ),
    **dict.fromkeys(("docx-", "odt-"), _("set so in the document")),
    "mail-": _("stated by the mail"),
    "front-matter": _("stated in the file's header"),
    "markdown-": _("marked so in the file"),
    **dict.fromkeys(("rss-", "atom-", "json-feed-"), _("stated by the feed")),
    "wxr-": _("stated by the WordPress export"),
    **dict.fromkeys(("ninjs-", "newsml-", "nitf-"), _("stated by the agency's file")),
}


def rule_name(rule: str) -> Words:
    """Return a rule of the reader in words; one without words of its own by how it begins, else by its code."""
    if words := RULES.get(rule):
        return words
    of_format = (words for start, words in FORMATS.items() if rule.startswith(start))
    return next(of_format, rule.replace("-", " "))


def warning_text(code: str) -> Words:
    """Return a warning of the reader in words, or its code."""
    return WARNINGS.get(code) or code.replace("-", " ")


def warnings_of(reading: dict[str, Any]) -> tuple[str, ...]:
    """Return the warnings of a reading in words, with what was repaired before and after, or how much is broken."""
    return tuple(
        f"{warning_text(code)} {_details(code, reading)}".rstrip()
        for code in reading.get("warnings", ())
    )


def _details(code: str, reading: dict[str, Any]) -> str:
    if code == "broken-characters":
        return f"({reading['text'].count(chr(0xFFFD))})"
    repairs = reading.get("repairs")
    if code not in ("encoding-repaired", "mojibake") or not (repairs and repairs["first"]):
        return ""
    places = [
        (before, after)
        for _start, _end, before, after in repairs["first"]
        if (before != after) == (code == "encoding-repaired")
    ]
    shown = "; ".join(
        f"{before} → {after}" if before != after else before for before, after in places[:3]
    )
    return f"({repairs['number']}) {shown}"

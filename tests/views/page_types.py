"""Every kind of page that the public site has, each with an address: the table that all suites over pages walk.

A page that is missing here is looked at by no validator, no axe and no keyboard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.utils import timezone, translation

from articles.actions.listing import list_anew
from articles.models import Article, Country, Entity, Source, Topic

from .newsstand import make_country, make_source, make_text, make_topic, mention, relate

SITE = "http://testserver"
#: Those of the interface, as the settings name them.
LANGUAGES = [code for code, _name in settings.LANGUAGES]
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
#: The addresses of the newsroom with the two that fail on purpose.
ERRING = "tests.views.erring_urls"
UYGHUR = "بۈگۈن ئۈرۈمچىدە يىغىن ئېچىلدى."


@dataclass(frozen=True)
class PageType:
    """A kind of page: an address of it, and what is to be expected of it.

    `indexed`: search engines may know it, `at_home`: at this very address. `versions`: it is the same page in each language of
    the interface; an article is not. `framed`: the frame of the site is around it. `feeds`: it is a list that can be followed.
    """

    name: str
    address: str
    status: int = 200
    indexed: bool = True
    at_home: bool = True
    versions: bool = True
    framed: bool = True
    feeds: bool = False

    def in_language(self, language: str) -> str:
        """Return the address of the page in another language of the interface."""
        return self.address.replace("/de/", f"/{language}/", 1)


class Site:
    """The pages of a filled shelf, read as a reader would; what was read once is not asked for again."""

    def __init__(self, page_types: list[PageType]):
        self.page_types = page_types
        self._client = Client(raise_request_exception=False)
        self._answers: dict[str, Any] = {}

    def ask(self, address: str) -> Any:
        """Return the answer at an address, full or of this site, whatever its status; redirects are followed."""
        path = address.removeprefix(SITE)
        if path not in self._answers:
            self._answers[path] = self._client.get(path, follow=True)
        return self._answers[path]

    def read(self, address: str) -> str:
        """Return what stands at an address."""
        return self.ask(address).content.decode()


@dataclass(frozen=True)
class Shelf:
    """What the pages are about, made once for a test."""

    agency: Source
    kazakhstan: Country
    uzbekistan: Country
    energy: Topic

    def fill(self) -> list[PageType]:
        """Make texts and names of every kind; return a page of each kind."""
        texts = self._texts()
        names = self._names(texts["own"])
        for month in range(1, 25):  # more than a page of a list holds, and two years of a chart
            earlier = make_text(
                f"Monat {month}",
                source=self.agency,
                date=f"{2023 + month // 13}-{month % 12 + 1:02}",
                about=[self.kazakhstan],
                on=[self.energy],
            )
            for name in names.values():
                name.mentions.create(content_object=earlier)
        make_text("Ein Jahr", source=self.agency, date="2022")
        make_text("Ohne Datum und Sprache", source=self.agency, date="", language="")
        list_anew(list(Article.objects.values_list("pk", flat=True)))
        return [*LISTS, *_articles(texts), *_of_names(names), *ERRORS]

    def _texts(self) -> dict[str, Article]:
        own = make_text(
            "Wasserwirtschaftsverwaltungszusammenarbeitskommission tagt",
            source=self.agency,
            about=[self.kazakhstan, self.uzbekistan],
            on=[self.energy],
            standfirst="Kraftfahrzeughaftpflichtversicherungsanerkennungsvereinbarung beschlossen.",
            body=[
                "Donaudampfschifffahrtsgesellschaftskapitänsmütze und Sadyr Schaparow " * 3,
                ("crosshead", "Kopf"),
                "Ein Absatz.",
                ("quotation", UYGHUR),
                ("crosshead", "Noch ein Kopf"),
                ("quotation", "„Ein Satz“, sagte er."),
            ],
            captions=[LONG],
            photo_credits=["Aigul Sadykowa"],
            byline=["Aigul Sadykowa", "Bernd Koslowski"],
            translator=["Jonas Petersen"],
            agency="tsd",
        )
        ledger = make_source("Steppe Ledger", "excerpt", label_reason="Owned by an owner.")
        elsewhere = "https://example.org/" + "a" * 120
        excerpt = make_text(
            "Перевозчики бастуют",
            source=ledger,
            slug="x",
            language="ru",
            body=["Т."],
            url=elsewhere,
        )
        reprint = make_text(
            "Nachdruck",
            source=make_source("Blatt"),
            url=elsewhere,
            body=["Ein Satz."],
            time="12:00",
        )
        month_only = make_text("Im Mai", source=self.agency, date="2022-05", body=["Ein Satz."])
        original = make_text("Le barrage", source=self.agency, language="fr", body=["Une phrase."])
        translation = make_text("Der Damm", source=self.agency, body=["Ein Satz."])
        relate(translation, "translation", original, confidence=0.95)
        relate(own, "same-event", excerpt)
        own.reader_notes.create(
            kind="correction", text="Zuerst stand hier\neine andere Zahl.", language="de"
        )
        own.reader_notes.create(kind="remark", text="A remark.", language="en")
        withdrawn = make_text(
            "Zurückgezogen",
            source=self.agency,
            status="withdrawn",
            withdrawn_at=timezone.now() - timedelta(minutes=5),
        )
        right_to_left = make_text(
            UYGHUR,
            source=self.agency,
            slug="yighin",
            language="ug",
            about=[self.kazakhstan],
            standfirst=UYGHUR,
            body=[UYGHUR * 3, ("crosshead", UYGHUR)],
        )
        # Enough values of a kind that some stand behind a fold.
        for number in range(8):
            topic = make_topic(f"topic-{number}", f"Topic {number}", f"Thema {number}")
            make_text(f"Thema {number}", source=self.agency, on=[topic], about=[self.kazakhstan])
        make_country("TM", "Turkmenistan", "Turkmenistan")
        return {
            "own": own,
            "excerpt": excerpt,
            "reprint": reprint,
            "month only": month_only,
            "translation": translation,
            "withdrawn": withdrawn,
            "right to left": right_to_left,
        }

    def _names(self, article: Article) -> dict[str, Entity]:
        person = mention(article, "Sadyr Japarov", "Sadyr Dschaparow", surfaces=["Schaparow"]).tag
        person.aliases.create(name=LONG, language="de en ru")
        person.aliases.create(name="سادىر جاپاروۋ", language="ug", script="Arab")
        person.aliases.create(name="Donaudampfschifffahrtsgesellschaftskapitän", kind="historic")
        person.offices.create(
            title="Kraftfahrzeughaftpflichtversicherungsbeauftragter", start="2020"
        )
        names = {"person": person}
        for kind in ("organisation", "place", "event"):
            names[kind] = Entity.objects.create(name=f"Some {kind}", kind=kind)
            names[kind].mentions.create(content_object=article)
        return names


def new_shelf() -> Shelf:
    """Return a shelf of its own, where no fixture has made one."""
    return Shelf(
        make_source("Tienschan-Dienst", label="agency", label_reason="Gehört der Redaktion."),
        make_country("KZ", "Kazakhstan", "Kasachstan"),
        make_country("UZ", "Uzbekistan", "Usbekistan"),
        make_topic("energy", "Energy", "Energie"),
    )


@override_settings(ROOT_URLCONF=ERRING, OWN_SOURCE="tienschan-dienst")
class PagesTest(TestCase):
    """Checks of every kind of page: one shelf, and what was read of it, serve them all; no address is asked for twice."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        if connection.vendor == "postgresql":
            # Its transaction waits while a validator looks at the pages.
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        with translation.override("de"):
            cls.site = Site(new_shelf().fill())


LISTS = [
    PageType("front page", "/de/", feeds=True),
    PageType("all texts", "/de/articles/", feeds=True),
    PageType("country", "/de/countries/kazakhstan/", feeds=True),
    PageType("country without a text", "/de/countries/turkmenistan/", indexed=False, feeds=True),
    PageType("topic", "/de/topics/energy/", feeds=True),
    PageType("country and topic", "/de/articles/?country=kazakhstan&topic=energy", feeds=True),
    PageType("source", "/de/sources/tienschan-dienst/", feeds=True),
    PageType("year of a list", "/de/articles/?year=2025", feeds=True),
    PageType("language of a list", "/de/articles/?language=ru", feeds=True),
    PageType(
        "list by several values",
        "/de/articles/?country=kazakhstan&country=uzbekistan&year=2025&language=ru&sort=oldest",
        indexed=False,
        feeds=True,
    ),
    PageType(
        "later page of a list", "/de/articles/?after=20251117-0-9999999", indexed=False, feeds=True
    ),
    PageType("people", "/de/people/"),
    PageType("organisations", "/de/organisations/"),
    PageType("places", "/de/places/"),
    PageType("events", "/de/events/"),
    PageType("name found", "/de/people/?q=Schaparow", indexed=False),
    PageType("name not found", "/de/people/?q=niemand", indexed=False),
    PageType("search", "/de/search/", indexed=False),
    PageType("search with hits", "/de/search/?q=Absatz", indexed=False),
    PageType("search for a name", "/de/search/?q=Schaparow", indexed=False),
    PageType("search without a hit", "/de/search/?q=unauffindbar", indexed=False),
    PageType("archive", "/de/archive/"),
    PageType("year", "/de/archive/2022/"),
    PageType("month", "/de/archive/2025/11/"),
    PageType("day of the year", "/de/archive/on-this-day/11-17/"),
    PageType("day without a text", "/de/archive/on-this-day/02-29/", indexed=False),
    PageType("about", "/de/about/"),
    PageType("imprint, not told", "/de/imprint/", indexed=False),
]
#: The last two are addresses of tests alone (see `erring_urls`).
ERRORS = [
    PageType("400", "/de/articles/?after=x", 400, indexed=False, versions=False),
    PageType("404", "/de/nirgends/", 404, indexed=False, versions=False),
    PageType("403", "/de/forbidden/", 403, indexed=False, versions=False),
    PageType("500", "/de/failing/", 500, indexed=False, versions=False),
]


def _articles(texts: dict[str, Article]) -> list[PageType]:
    """Return the page of each text, in the German interface, where it is canonical unless the text is English or Russian."""
    found = []
    for name, article in texts.items():
        gone = name == "withdrawn"
        home = article.language not in LANGUAGES or article.language == "de"
        found.append(
            PageType(
                f"article: {name}",
                article.get_absolute_url(),
                410 if gone else 200,
                indexed=name not in ("reprint", "withdrawn"),
                at_home=home,
                versions=False,
            )
        )
    lite = f"{texts['own'].get_absolute_url()}?lite=1"
    return [*found, PageType("text only", lite, indexed=False, versions=False, framed=False)]


def _of_names(names: dict[str, Entity]) -> list[PageType]:
    pages = [PageType(kind, name.get_absolute_url(), feeds=True) for kind, name in names.items()]
    later = f"{names['person'].get_absolute_url()}?after=20240601-0-9999999"
    return [*pages, PageType("later page of a person", later, indexed=False, feeds=True)]

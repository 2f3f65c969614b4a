"""A small newsroom: two countries, two topics, a source that gives us everything."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from .newsstand import make_country, make_source, make_text, make_topic, mention, relate


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Addresses that a test makes itself are German; a request before may have left English."""
    with translation.override("de"):
        yield


@pytest.fixture(autouse=True)
def fresh_figures(settings) -> None:
    """Figures are counted anew for each page."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


@pytest.fixture
def kazakhstan(db):
    return make_country("KZ", "Kazakhstan", "Kasachstan")


@pytest.fixture
def uzbekistan(db):
    return make_country("UZ", "Uzbekistan", "Usbekistan")


@pytest.fixture
def energy(db):
    return make_topic("energy", "Energy", "Energie")


@pytest.fixture
def sport(db):
    return make_topic("sport", "Sport", "Sport")


@pytest.fixture
def agency(db):
    return make_source("Tienschan-Dienst", label="agency", label_reason="Gehört der Redaktion.")


@pytest.fixture
def addresses(agency, kazakhstan, uzbekistan, energy):
    """One address of each kind of page, with a text that has everything and the longest words."""
    article = make_text(
        "Wasserwirtschaftsverwaltungszusammenarbeitskommission tagt",
        source=agency,
        about=[kazakhstan, uzbekistan],
        on=[energy],
        standfirst="Kraftfahrzeughaftpflichtversicherungsanerkennungsvereinbarung beschlossen.",
        body=["Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 3, ("crosshead", "Kopf")],
        captions=["Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"],
        url="https://example.org/" + "a" * 120,
        agency="tsd",
    )
    person = mention(article, "Sadyr Japarov", "Sadyr Dschaparow", surfaces=["Schaparow"]).tag
    person.aliases.create(name="Rindfleischetikettierungsüberwachungsaufgaben", language="de en ru")
    person.aliases.create(name="Donaudampfschifffahrtsgesellschaftskapitän", kind="historic")
    person.offices.create(title="Kraftfahrzeughaftpflichtversicherungsbeauftragter", start="2020")
    ledger = make_source("Steppe Ledger", "excerpt")
    russian = make_text("Перевозчики бастуют", source=ledger, slug="x", language="ru", body=["Т."])
    relate(article, "same-event", russian)
    for month in ("2025-09", "2025-10"):
        earlier = make_text(month, source=agency, date=month, about=[kazakhstan], on=[energy])
        person.mentions.create(content_object=earlier)
    return [
        "/de/",
        "/en/",
        "/de/articles/",
        "/de/countries/kazakhstan/",
        "/de/topics/energy/",
        "/de/articles/?country=kazakhstan&topic=energy",
        "/de/articles/?country=kazakhstan&country=uzbekistan&year=2025&language=ru&sort=oldest",
        article.get_absolute_url(),
        russian.get_absolute_url(),
        f"{article.get_absolute_url()}?lite=1",
        "/de/about/",
        "/de/archive/",
        "/de/archive/2025/",
        "/de/archive/2025/11/",
        "/de/archive/on-this-day/11-17/",
        "/de/archive/on-this-day/02-29/",
        "/de/people/",
        "/de/people/?q=niemand",
        person.get_absolute_url(),
        "/de/sources/tienschan-dienst/",
        "/de/nirgends/",
        "/de/articles/?after=x",
    ]

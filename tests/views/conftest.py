"""A small newsroom: two countries, two topics, a source that gives us everything."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from .newsstand import make_country, make_source, make_topic
from .page_types import ERRING, PageType, Shelf


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
def page_types(agency, kazakhstan, uzbekistan, energy, settings) -> list[PageType]:
    """A page of each kind; what raises is answered as readers see it."""
    settings.ROOT_URLCONF = ERRING
    settings.OWN_SOURCE = agency.slug
    return Shelf(agency, kazakhstan, uzbekistan, energy).fill()


@pytest.fixture
def addresses(page_types, client) -> list[str]:
    """The addresses of a page of each kind."""
    client.raise_request_exception = False
    return [page.address for page in page_types]

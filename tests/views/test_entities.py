"""Pages of people, organisations, places and events, and the lists of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.merging import merge, undo_merge
from articles.models import Entity

from . import newsstand
from .newsstand import make_source, make_text, mention

LIST_QUERIES_AT_MOST = 8
PAGE_QUERIES_AT_MOST = 11


def make_entity(name, german="", kind="person", **fields):
    return Entity.objects.create(name=name, name_de=german, kind=kind, **fields)


def name_in(article, entity, *surfaces, **fields):
    return newsstand.name_in(article, entity, surfaces=list(surfaces), **fields)


def read(client, address):
    return " ".join(client.get(address).content.decode().split())


@pytest.fixture
def astana(kazakhstan, agency):
    """A city with former names, a decided note, and a text that names it."""
    city = make_entity(
        "Astana",
        "Astana",
        "place",
        country=kazakhstan,
        name_ru="Астана",
        note="Die Stadt hieß oft anders.",
        decided="2026-11-21 desk",
    )
    forms = [
        ("Astana", "de en fr", "name"),
        ("Астана", "ru kk", "name"),
        ("Astana qalasy", "kk", "official"),
        ("Асtana", "", "misspelling"),
        ("Zelinograd", "", "historic"),
        ("astanaisch", "de", "adjective"),
    ]
    for name, language, kind in forms:
        city.aliases.create(name=name, language=language, kind=kind)
    city.aliases.create(
        name="Nur-Sultan", language="de", kind="historic", start="2019-03-23", end="2022-09-17"
    )
    city.aliases.create(name="Verschwunden", language="de", in_use=False)
    name_in(make_text("Gipfel in Astana", source=agency), city, "Astana", "Astanas")
    return city


def test_a_page_tells_the_name_in_house_style_and_every_spelling(client, astana):
    page = read(client, "/de/places/astana/")
    for expected in (
        "<h1>Astana</h1>",
        '<a href="/de/countries/kazakhstan/">Kasachstan</a>',
        '<dd><bdi lang="ru">Астана</bdi></dd>',
        '<dd><bdi lang="kk">Астана</bdi></dd>',
        '<dd><bdi lang="kk-Latn">Astana qalasy</bdi></dd>',
        '<dt> 23. März 2019 – 17. September 2022 </dt> <dd><bdi lang="de">Nur-Sultan</bdi></dd>',
        '<dt>Zu anderen Zeiten</dt> <dd><bdi lang="und-Latn">Zelinograd</bdi></dd>',
        "Gipfel in Astana",
        "Die Stadt hieß oft anders.",
        "21. November 2026",
    ):
        assert expected in page
    for hidden in ("Асtana", "astanaisch", "Verschwunden"):
        assert hidden not in page


def test_a_note_that_nobody_decided_is_for_the_desk_only(client, astana):
    Entity.objects.update(decided="")
    assert "Die Stadt hieß oft anders." not in read(client, "/de/places/astana/")


def test_outlets_and_how_they_spell_come_from_published_texts_only(client, agency):
    person = make_entity("Kassym-Jomart Tokayev", "Kassym-Schomart Tokajew")
    for name in ("Tokajew", "Toqajew"):
        person.aliases.create(name=name, kind="surname")
    karawan = make_source("Karawan")
    name_in(make_text("Eins", source=agency), person, "Tokajew", "Tokajews")
    name_in(make_text("Zwei", source=agency), person, "Tokajews", "Toqajew")
    name_in(make_text("Drei", source=karawan), person, "K.-J. T.")
    secret = make_source("Sperrblatt", "internal")
    name_in(make_text("Vier", source=secret), person, "Tokajeff")
    name_in(make_text("Fünf", source=karawan, status="draft"), person, "Tokaïev")
    page = read(client, "/de/people/kassym-jomart-tokayev/")
    assert "<dt>Tienschan-Dienst</dt> <dd>Tokajew <small>2 Texte</small></dd>" in page
    assert "<dd>Toqajew <small>1 Text</small></dd>" in page
    assert "<dt>Karawan</dt> <dd>K.-J. T. <small>1 Text</small></dd>" in page
    for hidden in ("Tokajeff", "Tokaïev", "Sperrblatt"):
        assert hidden not in page


def test_offices_come_with_their_dates(client, agency, kazakhstan):
    person = make_entity("Kassym-Jomart Tokayev", country=kazakhstan)
    person.offices.create(title="President", country=kazakhstan, start="2019-03-20")
    person.offices.create(title="Foreign Minister", start="1994-10", end="1999")
    name_in(make_text("Text", source=agency), person, "Tokajew")
    page = read(client, "/de/people/kassym-jomart-tokayev/")
    assert "<li>Präsident, Kasachstan <small> seit 20. März 2019 </small></li>" in page
    assert "<small> Oktober 1994 – 1999 </small>" in page


@pytest.mark.parametrize(
    ("language", "of_the_file", "of_the_desk"),
    [
        ("de", "Erste Vizepräsidentin", '<span lang="en">Keeper of the seal</span>'),
        ("en", "First Vice President", "Keeper of the seal"),
        ("ru", "Первый вице-президент", '<span lang="en">Keeper of the seal</span>'),
    ],
)
def test_offices_are_called_as_in_the_language_of_the_page(
    client, agency, kazakhstan, language, of_the_file, of_the_desk
):
    person = make_entity("Aliya Serikova", name_ru="Алия Серикова", country=kazakhstan)
    person.offices.create(title="First Vice President", start="2017")
    person.offices.create(title="Keeper of the seal", start="2016")
    name_in(make_text("Text", source=agency), person, "Serikova")
    page = read(client, f"/{language}/people/aliya-serikova/")
    assert f"<li>{of_the_file} <small>" in page
    assert f"<li>{of_the_desk} <small>" in page


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "draft"},
        {"status": "review"},
        {"status": "spiked", "published_at": None},
        {"status": "withdrawn"},
        {"published_at": timezone.now() + timedelta(days=1)},
        {"embargo_until": timezone.now() + timedelta(days=1)},
        {"source": None},
    ],
    ids=["draft", "review", "spiked", "withdrawn", "scheduled", "embargo", "no source"],
)
def test_a_name_that_no_published_text_bears_has_no_page(client, agency, fields):
    person = make_entity("Sadyr Japarov")
    name_in(make_text("Text", **{"source": agency} | fields), person, "Japarov")
    assert client.get("/de/people/sadyr-japarov/").status_code == 404
    assert "Japarov" not in read(client, "/de/people/")
    name_in(make_text("Öffentlich", source=agency), person, "Japarov")
    page = read(client, "/de/people/sadyr-japarov/")
    assert "Öffentlich" in page
    assert ">Text</a>" not in page


@pytest.mark.parametrize("policy", ["", "internal", "blocked"])
def test_a_name_in_texts_of_a_restricted_source_only_has_no_page(client, db, policy):
    person = make_entity("Sadyr Japarov")
    name_in(make_text("Text", source=make_source("Sperrblatt", policy)), person, "Japarov")
    assert client.get("/de/people/sadyr-japarov/").status_code == 404
    assert names(client.get("/de/people/?q=Japarov")) == []


@pytest.mark.parametrize(
    ("fields", "shown"),
    [({"rejected": True}, 404), ({"confidence": 0.5}, 404), ({"confidence": 0.9}, 200)],
)
def test_a_doubtful_or_rejected_name_is_not_told_to_readers(client, agency, fields, shown):
    name_in(make_text("Text", source=agency), make_entity("Sadyr Japarov"), "Japarov", **fields)
    assert client.get("/de/people/sadyr-japarov/").status_code == shown


def test_a_merged_name_leads_to_the_one_that_stands_for_it(client, agency):
    first, second, third = (make_entity(name) for name in ("K. T.", "K. Tokayev", "Tokayev"))
    name_in(make_text("Text", source=agency), first, "Tokajew")
    one, _two = merge(first, second, by=None), merge(second, third, by=None)
    for old in ("k-t", "k-tokayev"):
        answer = client.get(f"/de/people/{old}/")
        assert (answer.status_code, answer["Location"]) == (301, "/de/people/tokayev/")
    assert "K. T." not in read(client, "/de/people/").replace("<dd", "")
    undo_merge(one, by=None)
    assert client.get("/de/people/k-t/").status_code == 200
    assert client.get("/de/people/tokayev/").status_code == 404


def test_a_name_has_one_address(client, astana, kazakhstan):
    answer = client.get("/de/people/astana/")
    assert (answer.status_code, answer["Location"]) == (301, "/de/places/astana/")
    country = make_entity("Kazakhstan", kind="country", country=kazakhstan)
    name_in(astana.mentions.get().content_object, country, "Kasachstan")
    answer = client.get("/de/places/kazakhstan/")
    assert (answer.status_code, answer["Location"]) == (301, "/de/countries/kazakhstan/")


def test_a_state_that_is_no_more_has_no_page_and_no_link(client, agency):
    article = make_text("Text", source=agency)
    name_in(article, make_entity("Soviet Union", "Sowjetunion", "country"), "Sowjetunion")
    assert client.get("/de/places/soviet-union/").status_code == 404
    assert "<li>Sowjetunion</li>" in read(client, article.get_absolute_url())


def test_names_beside_a_text_lead_to_their_pages(client, astana, agency, kazakhstan):
    article = astana.mentions.get().content_object
    country = make_entity("Kazakhstan", "Kasachstan", "country", country=kazakhstan)
    name_in(article, country, "Kasachstan")
    page = read(client, article.get_absolute_url())
    assert '<a href="/de/places/astana/">Astana</a>' in page
    assert '<li><a href="/de/countries/kazakhstan/">Kasachstan</a></li>' in page


def test_a_decided_note_on_a_country_stands_on_its_page(client, kazakhstan):
    kazakhstan.note = "Kasachstan, nicht Kasachische Republik."
    kazakhstan.save()
    assert kazakhstan.note not in read(client, "/de/countries/kazakhstan/")
    kazakhstan.decided = "2026-11-21 desk"
    kazakhstan.save()
    assert kazakhstan.note in read(client, "/de/countries/kazakhstan/")


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("de", "Status umstritten; der Code dient nur der Ablage."),
        ("en", "Status disputed; the code only serves filing."),
        ("ru", "Статус оспаривается; код служит только систематизации."),
    ],
)
def test_notes_are_told_in_the_language_of_the_page(client, kazakhstan, language, note):
    kazakhstan.note, kazakhstan.decided = "Status disputed; the code only serves filing.", "M. K."
    kazakhstan.save()
    assert f'<div class="decided"> <p>{note}</p>' in read(
        client, f"/{language}/countries/kazakhstan/"
    )


@pytest.mark.parametrize(
    ("language", "marked"), [("de", ' lang="en"'), ("en", ""), ("ru", ' lang="en"')]
)
def test_a_note_of_the_desk_that_is_not_translated_says_that_it_is_english(
    client, kazakhstan, language, marked
):
    kazakhstan.note, kazakhstan.decided = "Kazakhstan, not Kazakstan.", "M. K."
    kazakhstan.save()
    page = read(client, f"/{language}/countries/kazakhstan/")
    told = f"<span{marked}>{kazakhstan.note}</span>" if marked else f"<p>{kazakhstan.note}</p>"
    assert told in page


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        ("2026-11-21 desk", "Decided: 21 November 2026, the desk"),
        ("2026-11-21 M. K.", "Decided: 21 November 2026, M. K."),
        ("M. K., last week", "Decided: M. K., last week"),
        ("2026", "Decided: 2026"),
    ],
)
def test_who_decided_is_told_as_readers_write_it(client, kazakhstan, decided, told):
    kazakhstan.note, kazakhstan.decided = "A note.", decided
    kazakhstan.save()
    assert told in read(client, "/en/countries/kazakhstan/")


# --- lists ---------------------------------------------------------------------------------------


def names(answer):
    return [entity.display_name for entity in answer.context["page"].rows]


def test_a_list_is_in_the_order_of_the_alphabet_of_the_page(client, agency):
    article = make_text("Text", source=agency)
    for english, german, russian in (
        ("Zhanaozen", "Schanaösen", "Жанаозен"),
        ("Tashkent", "Taschkent", "Ташкент"),
        ("Aktau", "", ""),
        ("Yolkin", "Jolkin", "Ёлкин"),
    ):
        place = make_entity(english, german, "place")
        place.name_ru = russian
        place.save()
        name_in(article, place, german)
    for language, expected in {
        "de": ["Aktau", "Jolkin", "Schanaösen", "Taschkent"],
        "en": ["Aktau", "Tashkent", "Yolkin", "Zhanaozen"],
        "ru": ["Aktau", "Ёлкин", "Жанаозен", "Ташкент"],
    }.items():
        assert names(client.get(f"/{language}/places/")) == expected


@pytest.mark.parametrize("words", ["Астана", "nur-sultan", "ASTANA", "zelin grad"])
def test_any_spelling_finds_a_name(client, astana, words):
    assert names(client.get("/de/places/", {"q": words})) == ["Astana"]


def test_who_finds_nothing_is_told_how_to_go_on(client, astana):
    page = read(client, "/de/places/?q=Paris<b>")
    assert "Kein veröffentlichter Text nennt „Paris&lt;b&gt;“." in page
    assert '<a href="/de/places/">' in page
    assert "Noch kein veröffentlichter Text" in read(client, "/de/events/")


@pytest.mark.parametrize("words", ["%00", "%ED%A0%80", "a%20" * 500, "'\"%25_"])
def test_nonsense_finds_nothing_and_breaks_nothing(client, astana, words):
    assert client.get(f"/de/places/?q={words}").status_code == 200
    assert client.get(f"/de/places/{words}/").status_code == 404


def test_a_long_list_has_pages(client, agency):
    article = make_text("Text", source=agency)
    for number in range(61):
        name_in(article, make_entity(f"Ort {number:02}", kind="place"), "Ort")
    first = client.get("/de/places/?q=ort")
    assert (len(names(first)), first.context["page"].has_next) == (60, True)
    assert 'href="/de/places/?q=ort&amp;page=2"' in first.content.decode()
    assert names(client.get("/de/places/?q=ort&page=2")) == ["Ort 60"]


def test_a_list_and_a_page_need_few_queries(client, astana, agency, django_assert_max_num_queries):
    for number in range(25):
        text = make_text(f"Text {number}", source=agency)
        name_in(text, astana, "Astana", f"Form {number}")
        mention(text, f"Person {number}", f"Person {number}")
        astana.aliases.create(name=f"Form {number}", language="de en")
        astana.offices.create(title=f"Amt {number}")
    client.get("/de/places/astana/")  # blocks of listings are kept
    with django_assert_max_num_queries(PAGE_QUERIES_AT_MOST):
        assert client.get("/de/places/astana/").status_code == 200
    with django_assert_max_num_queries(LIST_QUERIES_AT_MOST):
        assert client.get("/de/people/?q=person").status_code == 200


# --- who appears together -------------------------------------------------------------------------


def beside(client, address):
    return [(one.display_name, one.texts) for one, _both in client.get(address).context["beside"]]


def test_names_that_appear_together_are_told_with_the_number_of_texts(client, astana, agency):
    aigul = make_entity("Aigul")
    for number in range(3):
        text = make_text(f"Text {number}", source=agency)
        name_in(text, astana)
        mention(text, f"Person {number}", f"Person {number}")
        if number:
            name_in(text, aigul)
    mention(make_text("Entwurf", source=agency, status="draft"), "Fern", "Fern")
    others = [("Aigul", 2), *((f"Person {number}", 1) for number in range(3))]
    assert beside(client, "/de/places/astana/") == others
    assert beside(client, aigul.get_absolute_url())[0] == ("Astana", 2)
    page = read(client, "/de/places/astana/")
    assert 'href="/de/search/?q=Astana+Aigul"' in page


def test_who_appears_together_is_told_of_the_newest_texts(client, astana, agency, monkeypatch):
    monkeypatch.setattr("articles.views.entities.LATELY", 1)
    for day in (20, 21):
        text = make_text(f"Text {day}", source=agency, date=f"2025-11-{day}")
        name_in(text, astana)
        mention(text, f"Person {day}", f"Person {day}")
    assert beside(client, "/de/places/astana/") == [("Person 21", 1)]


def test_who_is_named_alone_has_nobody_beside(client, astana):
    assert beside(client, "/de/places/astana/") == []
    assert 'id="beside"' not in read(client, "/de/places/astana/")

"""The search: words of texts, names in any spelling, facets, pages; whatever is typed gives a page in words."""

import re

import pytest
from django.utils.http import urlencode

from articles.actions.listing import list_anew
from articles.actions.searching import index_names
from articles.views import searching

from .newsstand import make_source, make_text, mention

#: Of a search that means nobody by a name; whom the words mean costs one more, facets and places one each.
QUERIES_AT_MOST = 8


def address(**parameters) -> str:
    return f"/de/search/?{urlencode(parameters, doseq=True)}"


def headlines(client, **parameters) -> list[str]:
    answer = client.get(address(**parameters))
    assert answer.status_code == 200
    return [row.headline for row in answer.context["page"].rows]


def marked(client, **parameters) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", client.get(address(**parameters)).content.decode())


@pytest.fixture
def tokayev(agency):
    """A person with many spellings, in a text that prints one of them."""
    article = make_text("Rede zur Lage", source=agency, body=["Es sprach Tokajew."])
    person = mention(article, "Kassym-Jomart Tokayev", "K. Tokajew", surfaces=["Tokajew"]).tag
    for form in ("Toqaev", "Қасым-Жомарт Тоқаев"):
        person.aliases.create(name=form)
    index_names([person.pk])
    return person


# --- what is found ------------------------------------------------------------------------------


def test_words_are_looked_for_in_headline_standfirst_and_body(client, agency):
    make_text("Uran", source=agency, date="2025-11-03")
    make_text("B", source=agency, standfirst="Streit um Uran.", date="2025-11-02")
    make_text("C", source=agency, body=["Aus Kasachstans Uranminen."], date="2025-11-01")
    make_text("Entwurf mit Uran", source=agency, status="draft")
    make_text("Anderes", source=agency)
    assert headlines(client, q="uran") == ["Uran", "B", "C"]
    assert headlines(client, q="uran streit") == ["B"]
    assert headlines(client, q='"Kasachstans Uranminen"') == ["C"]


@pytest.mark.parametrize("spelling", ["Toqaev", "Тоқаев", "TOKAYEV", "tokajew", "Жомарт Тоқаев"])
def test_any_spelling_of_a_name_finds_the_texts_that_name_its_bearer(client, tokayev, spelling):
    assert headlines(client, q=spelling) == ["Rede zur Lage"]
    assert marked(client, q=spelling)[-1] == "Tokajew"
    assert client.get(address(q=spelling)).context["names"] == [tokayev]


def test_words_and_names_hold_together(client, tokayev):
    assert headlines(client, q="Lage Toqaev") == ["Rede zur Lage"]
    assert headlines(client, q="Klage Toqaev") == []
    assert headlines(client, q='"Toqaev"') == []


def test_a_name_that_somebody_doubts_finds_nothing(client, agency, tokayev):
    row = tokayev.mentions.get()
    row.rejected = True
    row.save()
    list_anew([row.content_object_id])
    assert headlines(client, q="Toqaev") == []


def test_names_are_offered_whom_all_words_mean(client, agency, tokayev):
    other = mention(tokayev.mentions.get().content_object, "Jomart Aliev", "Jomart Aliew").tag
    index_names([other.pk])
    names = client.get(address(q="jomart")).context["names"]
    assert set(names) == {tokayev, other}
    assert client.get(address(q="jomart aliev")).context["names"] == [other]
    assert 'href="/de/people/jomart-aliev/"' in client.get(address(q="jomart")).content.decode()


@pytest.mark.parametrize("policy", ["internal", "blocked", ""])
def test_what_its_source_bars_is_not_found(client, db, policy):
    make_text("Uran", source=make_source("Zu", policy))
    answer = client.get(address(q="Uran"))
    assert answer.context["page"].rows == []
    assert "<mark>" not in answer.content.decode()


# --- what is shown of it ------------------------------------------------------------------------


def test_the_sentence_stands_there_in_which_the_words_stand(client, agency):
    body = ["Erster Satz zum Wetter. Dann kam Kupfer aus Karaganda. Und Ende.", "Kupfer."]
    make_text("Metalle", source=agency, standfirst="Worum es geht.", body=body)
    page = client.get(address(q="kupfer karaganda")).content.decode()
    assert "Dann kam <mark>Kupfer</mark> aus <mark>Karaganda</mark>." in page
    assert "Erster Satz" not in page


def test_a_long_sentence_is_cut_around_the_words(client, agency):
    make_text("Lang", source=agency, body=["wort " * 100 + "Kupfer " + "wort " * 100])
    [hit] = client.get(address(q="kupfer")).context["hits"]
    shown = "".join(piece.text for piece in hit.sentence)
    assert shown.startswith("… wort")
    assert shown.endswith("wort …")
    assert "Kupfer" in shown
    assert len(shown) < 400


def test_of_an_excerpt_no_more_is_shown_than_on_its_page(client, db):
    ledger = make_source("Steppe Ledger", "excerpt")
    body = ["Anfang " * 60 + "und Kupfer.", "Geheimes Kupfer."]
    text = make_text("Auszug", source=ledger, body=body)
    page = client.get(address(q="Geheimes")).content.decode()
    own = client.get(text.get_absolute_url()).content.decode()
    assert "Auszug" in page
    assert "Geheimes Kupfer" not in page
    assert "Geheimes Kupfer" not in own
    assert "und Kupfer" not in client.get(address(q="Kupfer")).content.decode()


def test_markup_in_texts_and_questions_stays_text(client, agency):
    make_text("<b>Uran</b>", source=agency, body=["<script>Uran()</script>"])
    page = client.get(address(q="<script>uran")).content.decode()
    assert "<script>uran" not in page
    assert "&lt;b&gt;<mark>Uran</mark>&lt;/b&gt;" in page


# --- narrowing, order, pages --------------------------------------------------------------------


def test_facets_narrow_what_is_found(client, agency, kazakhstan, uzbekistan, energy):
    make_text("Uran K", source=agency, about=[kazakhstan], on=[energy], date="2024-01-01")
    make_text("Uran U", source=agency, about=[uzbekistan], language="ru")
    make_text("Gas", source=agency, about=[kazakhstan])
    assert headlines(client, q="uran", country="kazakhstan") == ["Uran K"]
    assert headlines(client, q="uran", year="2024", topic="energy") == ["Uran K"]
    assert headlines(client, q="uran", language="ru", source="tienschan-dienst") == ["Uran U"]
    assert headlines(client, q="uran", country=["kazakhstan", "uzbekistan"]) == ["Uran U", "Uran K"]
    assert headlines(client, q="uran", country="uzbekistan", topic="energy") == []
    answer = client.get(address(q="uran"))
    options = {one.key: one.texts for one in answer.context["facets"].options("country")}
    assert options == {"kazakhstan": 1, "uzbekistan": 1}
    assert answer.context["total"] == 2
    assert 'href="/de/search/?q=uran&amp;country=kazakhstan"' in answer.content.decode()


def test_chosen_values_are_shown_and_can_be_removed(client, agency, kazakhstan):
    make_text("Uran", source=agency, about=[kazakhstan])
    page = client.get(address(q="uran", country="kazakhstan")).content.decode()
    assert '<a href="/de/search/?q=uran"><span aria-hidden="true">×' in page


def test_the_eldest_may_stand_first(client, agency):
    for day in (1, 2, 3):
        make_text(f"Uran {day}", source=agency, date=f"2025-11-0{day}")
    assert headlines(client, q="uran", sort="oldest") == ["Uran 1", "Uran 2", "Uran 3"]


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_pages_lead_through_all_texts_and_back(client, agency, sort):
    expected = []
    for number in range(45):
        date = f"2025-{number // 5 + 1:02}-{number % 5 + 1:02}" if number else ""
        expected.append(make_text(f"Uran {number}", source=agency, date=date).headline)
    if sort == "newest":
        expected.reverse()
    there, seen, back = address(q="uran", sort=sort), [], []
    while there:
        page = client.get(there).context["page"]
        seen += [row.headline for row in page.rows]
        last, there = page, page.on and f"{address(q='uran', sort=sort)}&{page.on}"
    assert seen == expected
    while last.back:
        last = client.get(f"{address(q='uran', sort=sort)}&{last.back}").context["page"]
        back = [row.headline for row in last.rows] + back
    assert back == expected[: len(back)]
    assert len(back) == 40


def test_texts_that_readers_may_not_see_leave_no_page_short(client, agency):
    barred = make_source("Zu", "internal")
    for number in range(70):
        make_text(f"Uran {number}", source=barred, date="2025-11-18")
    make_text("Uran", source=agency, date="2025-11-01")
    assert headlines(client, q="uran") == ["Uran"]


def test_of_very_many_texts_the_newest_are_counted(client, agency, kazakhstan, monkeypatch):
    monkeypatch.setattr(searching, "MOST", 4)
    monkeypatch.setattr("articles.views.search.MOST", 4)
    monkeypatch.setattr(searching, "AT_ONCE", 3)
    for number in range(6):
        about = [kazakhstan] if number < 2 else []
        make_text(f"Uran {number}", source=agency, about=about, date=f"2025-11-0{number + 1}")
    answer = client.get(address(q="uran"))
    assert (answer.context["total"], answer.context["more"]) == (4, True)
    assert "Mehr als 4 Texte" in answer.content.decode() or "More than 4" in answer.content.decode()
    assert len(answer.context["page"].rows) == 6
    narrowed = client.get(address(q="uran", country="kazakhstan")).context
    assert (narrowed["total"], narrowed["more"]) == (2, False)


# --- whatever is typed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "?!…",
        '"',
        '""',
        "'",
        "a",
        "*",
        "NEAR(a b)",
        "words:uran",
        "uran AND NOT (",
        "uran & !x | (y <-> z)",
        "uran:*",
        "'; DROP TABLE articles_article; --",
        "\x00",
        "u\x00ran",
        "\ud800",
        "%",
        "_",
        "🙂",
        "xqzall",
        "ﷺ",
        "نورسۇلتان",
        "ı" * 300,
        "ﬃ" * 290,
        "1e5 0x10 -5 +3 3,14",
        "{uran} ^uran uran+",
    ],
)
def test_whatever_is_typed_gives_a_page(client, agency, question):
    make_text("Text", source=agency)
    answer = client.get("/de/search/", {"q": question.encode("utf-8", "surrogatepass")})
    assert answer.status_code == 200
    assert answer.context["page"].rows == []


@pytest.mark.parametrize(
    ("parameters", "status"),
    [
        ({"q": "x" * 301}, 400),
        ({"q": "x" * 10_000}, 400),
        ({"q": "uran", "sort": "best"}, 400),
        ({"q": "uran", "after": "x"}, 400),
        ({"q": "uran", "country": "nirgends"}, 404),
        ({"q": "uran", "after": "20200101-0-1"}, 404),
        ({"q": "uran", "unknown": "x"}, 200),
    ],
)
def test_what_makes_no_sense_is_answered_in_words(client, agency, parameters, status):
    make_text("Uran", source=agency)
    answer = client.get(address(**parameters))
    assert answer.status_code == status
    assert "</h1>" in answer.content.decode()


def test_where_nothing_is_found_there_are_ways_on(client, agency, kazakhstan):
    make_text("Uran", source=agency, about=[kazakhstan])
    page = client.get(address(q="uran plutonium", country="kazakhstan")).content.decode()
    for there in (
        "/de/search/?q=uran+plutonium",
        "/de/search/?q=uran",
        "/de/search/?q=plutonium",
        "/de/people/",
        "/de/archive/",
    ):
        assert f'href="{there}"' in page
    page = client.get(address(q='"uran plutonium"')).content.decode()
    assert 'href="/de/search/?q=uran+plutonium"' in page


# --- what machines read -------------------------------------------------------------------------


def test_results_are_no_pages_for_search_engines(client, agency):
    make_text("Uran", source=agency)
    page = client.get(address(q=" URAN ", utm_source="x")).content.decode()
    assert '<meta name="robots" content="noindex' in page
    assert 'rel="canonical" href="http://testserver/de/search/?q=URAN"' in page


def test_every_page_has_the_form(client, agency, kazakhstan):
    text = make_text("Uran", source=agency, about=[kazakhstan])
    for there in ("/de/", "/en/articles/", text.get_absolute_url(), "/de/nirgends/"):
        page = client.get(there).content.decode()
        assert f'action="/{there[1:3]}/search/" role="search"' in page
    assert client.get("/de/search/").content.decode().count('role="search"') == 1


def test_a_search_costs_the_same_however_much_is_found(
    client, django_assert_max_num_queries, agency, kazakhstan, energy, tokayev
):
    def cost(more: int = 0, **parameters) -> int:
        client.get(address(**parameters))  # blocks of listings are kept
        with django_assert_max_num_queries(QUERIES_AT_MOST + more) as queries:
            client.get(address(**parameters))
        return len(queries)

    few = cost(q="Rede"), cost(1, q="Toqaev")
    for number in range(30):
        article = make_text(f"Rede {number}", source=agency, about=[kazakhstan], on=[energy])
        tokayev.mentions.create(content_object=article, surfaces=["Tokajew"])
        list_anew([article.pk])
    assert (cost(q="Rede"), cost(1, q="Toqaev")) == few
    place = client.get(address(q="Toqaev")).context["page"].on.partition("=")[2]
    cost(3, q="Toqaev", country="kazakhstan", after=place)

"""The page of one article."""

import pytest
from django.utils.translation import override

from articles.actions.noting import add_note

from .newsstand import make_source, make_text, mention
from .validators import Head

QUERIES_AT_MOST = 10


def read(client, article, language="de"):
    with override(language):
        address = article.get_absolute_url()
    return " ".join(client.get(address).content.decode().split())


def test_an_article_shows_the_text_and_where_it_comes_from(client, agency, kazakhstan, energy):
    article = make_text(
        "Wasserstand sinkt",
        source=agency,
        about=[kazakhstan],
        on=[energy],
        standfirst="Der Winter wird knapp.",
        body=["Am Stausee.", ("crosshead", "Ein Vertrag"), ("quotation", "Wer heizt …")],
        byline=["Aigul Sadykowa", "Bernd Koslowski", "Çınar Öz"],
        translator=["Jonas Petersen"],
        agency="tsd/ae",
        captions=["Die Staumauer im Oktober."],
        photo_credits=["Foto: G. Isakowa"],
        url="https://example.org/original",
    )
    page = read(client, article)
    for expected in (
        '<a href="/de/countries/kazakhstan/">Kasachstan</a>',
        '<a class="topic" href="/de/topics/energy/">Energie</a>',
        '<h1 lang="de">Wasserstand sinkt</h1>',
        '<p class="standfirst" lang="de">Der Winter wird knapp.</p>',
        "Von Aigul Sadykowa, Bernd Koslowski und Çınar Öz",
        "<p>Am Stausee.</p>",
        "<h2>Ein Vertrag</h2>",
        "<blockquote><p>Wer heizt …</p></blockquote>",
        '<p class="sign-off">tsd/ae</p>',
        "Nachrichtenagentur",
        "Gehört der Redaktion.",
        "Jonas Petersen",
        "Die Staumauer im Oktober.",
        "Foto: G. Isakowa",
        'href="https://example.org/original"',
    ):
        assert expected in page


def test_what_a_text_says_is_never_taken_for_markup(client, agency):
    article = make_text(
        "<b>fett</b>", source=agency, slug="fett", body=["<script>alert(1)</script>"]
    )
    page = read(client, article)
    assert "<script>" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/a"])
def test_the_original_is_linked_only_where_a_reader_can_follow(client, agency, url):
    page = read(client, make_text("Text", source=agency, url=url))
    assert url not in page


def test_a_standfirst_that_opens_the_body_is_not_read_twice(client, agency):
    article = make_text("Text", source=agency, standfirst="Einmal.", body=["Einmal.", "Weiter."])
    assert "<p>Einmal.</p>" not in read(client, article)


@pytest.mark.parametrize(
    ("date", "time", "machine", "words"),
    [
        ("2022", None, "2022", {"de": "2022", "en": "2022", "ru": "2022"}),
        (
            "2022-05",
            None,
            "2022-05",
            {"de": "Mai 2022", "en": "May 2022", "ru": "май 2022\xa0г."},
        ),
        (
            "2022-05-03",
            None,
            "2022-05-03",
            {"de": "3. Mai 2022", "en": "3 May 2022", "ru": "3 мая 2022\xa0г."},
        ),
        (
            "2022-05-03",
            "07:05",
            "2022-05-03T07:05",
            {
                "de": "3. Mai 2022, 07:05\xa0Uhr",
                "en": "3 May 2022, 07:05",
                "ru": "3 мая 2022\xa0г., 07:05",
            },
        ),
        (
            "2022-05",
            "07:05",
            "2022-05",
            {"de": "Mai 2022", "en": "May 2022", "ru": "май 2022\xa0г."},
        ),
    ],
)
def test_a_date_is_as_exact_as_the_text(client, agency, date, time, machine, words):
    article = make_text("Text", source=agency, date=date, time=time)
    for language, said in words.items():
        shown = f'<time datetime="{machine}">{said}</time>'
        for page in ("", "articles/", f"articles/text-{article.pk}/"):
            assert shown in client.get(f"/{language}/{page}").content.decode()


def test_an_undated_text_gets_no_date(client, agency):
    article = make_text("Text", source=agency, date="")
    page = read(client, article)
    assert "Datum des Textes" not in page
    assert "None" not in page


def test_names_are_printed_in_the_language_of_the_page(client, agency):
    article = make_text("Text", source=agency)
    mention(article, "Sadyr Japarov", "Sadyr Dschaparow")
    assert 'href="/de/people/sadyr-japarov/">Sadyr Dschaparow</a>' in read(client, article)
    assert ">Sadyr Japarov</a>" in read(client, article, "en")


def test_a_doubtful_or_rejected_name_is_not_printed(client, agency):
    article = make_text("Text", source=agency)
    mention(article, "Kant", "Kant", confidence=0.4)
    mention(article, "Nursultan", "Nursultan", rejected=True)
    page = read(client, article)
    assert "Kant" not in page
    assert "Nursultan" not in page


def test_a_text_in_another_language_is_marked_and_read_as_such(client, agency):
    article = make_text("Перевозчики бастуют", source=agency, slug="x", language="ru")
    page = read(client, article)
    assert '<html lang="de">' in page
    assert '<h1 lang="ru">' in page
    assert "auf Russisch" in page
    assert "auf Russisch" in client.get("/de/").content.decode()
    assert "in Russian" in read(client, article, "en")
    assert "на русском" not in read(client, article, "ru")


@pytest.mark.parametrize(
    ("language", "mark"), [("de", None), ("de-AT", None), ("", None), ("kk-Cyrl", "auf Kasachisch")]
)
def test_the_language_mark_stands_only_where_it_tells_something(client, agency, language, mark):
    page = read(client, make_text("Text", source=agency, language=language))
    assert ('class="language"' in page) == (mark is not None)
    assert mark is None or mark in page
    assert 'lang=""' not in page


def test_a_language_that_nobody_knows_is_named_by_its_code(client, agency):
    assert "auf qaa" in read(client, make_text("Text", source=agency, language="qaa"))


def test_an_outdated_address_leads_to_the_present_one_for_good(client, agency):
    article = make_text("Neue Überschrift", source=agency)
    for slug in ("alte-ueberschrift", "-", "00"):
        answer = client.get(f"/de/articles/{slug}-{article.pk}/")
        assert answer.status_code == 301
        assert answer["Location"] == article.get_absolute_url()


def test_an_article_without_a_slug_has_an_address(client, agency):
    article = make_text("Тоқаев", source=agency, slug="")
    assert article.get_absolute_url() == f"/de/articles/--{article.pk}/"
    assert client.get(article.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("pk", ["0", str(10**30), "9" * 5000, "%00", "٣"])
def test_absurd_numbers_are_no_articles(client, db, pk):
    assert client.get(f"/de/articles/x-{pk}/").status_code == 404


OPENING = "Wort " * 100


def test_an_excerpt_shows_the_standfirst_and_leads_to_the_source(client, db):
    ledger = make_source("Steppe Ledger", "excerpt")
    article = make_text(
        "Dam",
        source=ledger,
        standfirst="Nur das.",
        body=["Der ganze Text."],
        captions=["Eine Unterschrift"],
        agency="stl",
        url="https://example.org/dam",
    )
    mention(article, "Rogun", "Rogun")
    page = read(client, article)
    assert "Nur das." in page
    assert "Den ganzen Text bei Steppe Ledger lesen" in page
    for kept_back in ("Der ganze Text.", "Eine Unterschrift", "Rogun", "stl"):
        assert kept_back not in page


def test_an_excerpt_without_standfirst_shows_the_first_words_cut_at_a_word(client, db):
    ledger = make_source("Steppe Ledger", "excerpt")
    article = make_text("Dam", source=ledger, body=[("crosshead", "Kopf"), OPENING, "Rest."])
    excerpt = client.get(article.get_absolute_url()).context["shown"].excerpt
    assert len(excerpt) <= 300
    assert excerpt.endswith("Wort …")
    page = read(client, article)
    assert "Kopf" not in page
    assert "Rest." not in page
    assert "Von Steppe Ledger dürfen wir nur den Anfang zeigen." in page


def test_a_standfirst_that_is_half_the_text_is_cut_wherever_an_excerpt_shows_it(client, db):
    fields = {"standfirst": OPENING * 2 + "Ende.", "body": ["Rest."]}
    excerpt = make_text("Dam", source=make_source("Steppe Ledger", "excerpt"), **fields)
    for place in ("/de/", "/de/articles/", excerpt.get_absolute_url()):
        page = client.get(place).content.decode()
        assert "Wort Wort …" in page
        assert "Ende." not in page
    whole = make_text("Ganz", source=make_source("Offenes Blatt", "full"), **fields)
    assert "Ende." in read(client, whole)


def test_an_article_costs_the_same_however_much_it_names(
    client, django_assert_max_num_queries, agency, kazakhstan, uzbekistan, energy, sport
):
    short = make_text("Kurz", source=agency, about=[kazakhstan], on=[energy])
    mention(short, "A", "A")
    long = make_text("Lang", source=agency, about=[kazakhstan, uzbekistan], on=[energy, sport])
    for number in range(20):
        mention(long, f"Name {number}", f"Name {number}")
    counts = []
    for article in (short, long):
        with django_assert_max_num_queries(QUERIES_AT_MOST) as queries:
            client.get(article.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_correction_stands_under_the_text_with_its_day(client, agency, kazakhstan):
    article = make_text("Pipeline", source=agency, about=[kazakhstan], body=["Sie misst 30 km."])
    add_note(article, "correction", "Es sind 40 km, nicht 30.", "de", by=None)
    answer = client.get(article.get_absolute_url())
    page = answer.content.decode()
    assert page.index("<p>Sie misst 30 km.</p>") < page.index(">Es sind 40 km, nicht 30.</p>")
    assert '<p lang="de">Es sind 40 km, nicht 30.</p>' in page
    assert answer.context["article"].corrected_at
    told = Head(page).structured("NewsArticle")["correction"]
    assert [(one["@type"], one["text"]) for one in told] == [
        ("CorrectionComment", "Es sind 40 km, nicht 30.")
    ]
    assert "Es sind 40 km" in client.get(f"{article.get_absolute_url()}?lite=1").content.decode()


def test_a_remark_stands_above_the_text(client, agency, kazakhstan):
    article = make_text("Pipeline", source=agency, about=[kazakhstan], body=["Sie misst 30 km."])
    add_note(article, "remark", "Der Autor <b>ist</b> Geologe.", "de", by=None)
    answer = client.get(article.get_absolute_url())
    page = answer.content.decode()
    assert page.index("Der Autor &lt;b&gt;ist&lt;/b&gt; Geologe.") < page.index(
        "<p>Sie misst 30 km.</p>"
    )
    assert "correction" not in Head(page).structured("NewsArticle")
    assert answer.context["article"].corrected_at is None

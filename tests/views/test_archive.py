"""The archive: each text in the month, or only the year, that it says itself; and the same day of other years."""

from datetime import timedelta

import pytest
from django.utils import timezone

from .newsstand import make_source, make_text


@pytest.fixture
def shelf(agency, kazakhstan):
    for day in ("2024-05-03", "2024-05", "2024", "2023-12-31", "2023-01-01", "2022-05-03"):
        make_text(day, source=agency, date=day, about=[kazakhstan])
    make_text("Entwurf", source=agency, date="2024-05-03", status="draft")
    make_text("Intern", source=make_source("Intern", "internal"), date="2024-05-03")


def headlines(client, address):
    return [one.headline for one in client.get(f"/de/archive/{address}").context["page"].rows]


def test_the_archive_counts_the_texts_of_each_month(client, shelf):
    years = client.get("/de/archive/").context["years"]
    assert [(year.key, year.texts, year.vague) for year in years] == [
        ("2024", 3, 1),
        ("2023", 2, 0),
        ("2022", 1, 0),
    ]
    assert [(month.key, month.texts) for month in years[0].months] == [("2024-05", 2)]
    assert [(month.key, month.texts) for month in years[1].months] == [
        ("2023-01", 1),
        ("2023-12", 1),
    ]


def test_a_month_holds_what_says_so_and_no_text_that_says_only_the_year(client, shelf):
    assert headlines(client, "2024/05/") == ["2024-05-03", "2024-05"]
    assert headlines(client, "2023/01/") == ["2023-01-01"]
    assert headlines(client, "2023/12/") == ["2023-12-31"]


def test_a_year_holds_its_months_and_what_says_no_more(client, shelf):
    assert headlines(client, "2024/") == ["2024"]
    assert headlines(client, "2023/") == []
    page = client.get("/de/archive/2024/").content.decode()
    assert '<a href="/de/archive/2024/05/">Mai</a> <small>2</small>' in page


def test_a_day_holds_the_texts_of_all_years_that_say_it(client, shelf):
    assert headlines(client, "on-this-day/05-03/") == ["2024-05-03", "2022-05-03"]
    assert headlines(client, "on-this-day/05-01/") == []
    assert headlines(client, "on-this-day/01-01/") == ["2023-01-01"]


def test_the_last_of_february_has_its_own_texts(client, agency):
    make_text("Schalttag", source=agency, date="2024-02-29")
    assert headlines(client, "on-this-day/02-29/") == ["Schalttag"]
    page = client.get("/de/archive/on-this-day/02-28/").content.decode()
    assert 'href="/de/archive/on-this-day/02-29/"' in page


def test_on_this_day_is_today_at_the_address_of_the_day(client, agency):
    today = timezone.localdate()
    make_text("Damals", source=agency, date=f"2004-{today:%m-%d}")
    make_text("Tags zuvor", source=agency, date=f"2004-{today - timedelta(days=1):%m-%d}")
    answer = client.get("/de/archive/on-this-day/")
    assert [one.headline for one in answer.context["page"].rows] == ["Damals"]
    canonical = f'rel="canonical" href="http://testserver/de/archive/on-this-day/{today:%m-%d}/"'
    assert canonical in answer.content.decode()


def test_a_month_leads_to_the_months_before_and_after_that_hold_texts(client, shelf):
    context = client.get("/de/archive/2023/01/").context
    assert context["before"] == ("Mai 2022", "/de/archive/2022/05/")
    assert context["after"] == ("Dezember 2023", "/de/archive/2023/12/")
    assert client.get("/de/archive/2024/05/").context["after"] is None


@pytest.mark.parametrize(
    "address",
    [
        "2021/",
        "2024/06/",
        "2024/13/",
        "2024/00/",
        "0000/",
        "3000/",
        "9999/12/",
        "on-this-day/02-30/",
    ]
    + ["on-this-day/00-00/", "2024/5/", "٢٠٢٤/", "2024/05/?after=19000101-0-1"],
)
def test_a_time_without_texts_is_answered_in_words(client, shelf, address):
    assert client.get(f"/de/archive/{address}").status_code == 404


def test_an_empty_newsroom_has_an_archive(client, db):
    assert client.get("/de/archive/").status_code == 200
    assert client.get("/de/archive/on-this-day/").status_code == 200


def test_the_archive_stands_in_the_footer_and_in_the_sitemap(client, shelf):
    assert 'href="/de/archive/"' in client.get("/de/").content.decode()
    sitemap = client.get("/sitemap-pages.xml").content.decode()
    for path in ("/de/archive/", "/en/archive/2024/", "/ru/archive/2024/05/"):
        assert f"<loc>http://testserver{path}</loc>" in sitemap
    assert "/2024/06/" not in sitemap


@pytest.mark.parametrize(
    ("address", "title"),
    [("2024/05/", "Май 2024\xa0г."), ("on-this-day/05-03/", "3 мая в разные годы")],
)
def test_titles_are_inflected_where_russian_does(client, shelf, address, title):
    assert f"<h1>{title}</h1>" in client.get(f"/ru/archive/{address}").content.decode()


@pytest.mark.parametrize("address", ["", "2024/", "2024/05/", "on-this-day/05-03/"])
def test_the_archive_costs_few_queries(client, shelf, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(8):
        client.get(f"/de/archive/{address}")

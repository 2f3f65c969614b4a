"""WordPress export: posts as the blog showed them; what is no post is counted in one line."""

import pytest

from articles.pipeline.formats.wordpress import post_markup
from tests.pipeline.formats.structured import entries, hinted, items, lines, stated


def export(*rows: str, channel: str = "") -> str:
    """Return an export with these rows."""
    return (
        '<?xml version="1.0"?><!-- export --><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title><language>de</language>'
        f"{channel}{''.join(rows)}</channel></rss>"
    )


def row(
    title: str = "T",
    body: str = "Satz.",
    kind: str = "post",
    status: str = "publish",
    more: str = "",
) -> str:
    """Return a row of an export."""
    return (
        f"<item><title>{title}</title><content:encoded><![CDATA[{body}]]></content:encoded>{more}"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type></item>"
    )


def test_what_is_no_post_is_refused_in_one_line_that_counts_it():
    *_, refused = entries(
        export(
            row(),
            *[row("Bild", "", "attachment", "inherit")] * 3,
            row("Impressum", "Satz.", "page"),
            row("Geheim", "Satz.", "post", "private"),
        )
    )
    assert (refused.code, refused.name) == (
        "format",
        "3 × attachment, 1 × page, 1 × post (private)",
    )


@pytest.mark.parametrize("status", ["draft", "pending", "future"])
def test_a_text_that_was_never_published_has_no_date_and_a_warning(status):
    date = "<wp:post_date>2024-05-06 10:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>"
    [item] = items(export(row(status=status, more=date)))
    assert item.text.warnings == ("unpublished",)
    assert "date" not in stated(item)
    assert stated(item)["updated"] == "2024-05-06 10:00:00"


@pytest.mark.parametrize(
    ("dates", "date", "updated"),
    [
        ("<wp:post_date>2024-05-06 02:00:00</wp:post_date><wp:post_date_gmt>2024-05-05 20:00:00</wp:post_date_gmt>", "2024-05-06 02:00:00", None),
        ("<wp:post_date_gmt>2024-05-05 20:00:00</wp:post_date_gmt>", "2024-05-05 20:00:00 GMT", None),
        ("<pubDate>Sun, 05 May 2024 20:00:00 +0000</pubDate>", "Sun, 05 May 2024 20:00:00 +0000", None),
        ("<wp:post_date>2024-05-06 02:00:00</wp:post_date><wp:post_modified>2024-05-06 03:00:00</wp:post_modified>", "2024-05-06 02:00:00", None),
        ("<wp:post_date>2024-05-06 02:00:00</wp:post_date><wp:post_modified>2024-05-08 03:00:00</wp:post_modified>", "2024-05-06 02:00:00", "2024-05-08 03:00:00"),
        ("<wp:post_date>0000-00-00 00:00:00</wp:post_date>", None, None),
    ],
)  # fmt: skip
def test_the_day_is_the_one_that_the_blog_printed(dates, date, updated):
    [item] = items(export(row(more=dates)))
    assert (stated(item).get("date"), stated(item).get("updated")) == (date, updated)


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<wp:author_display_name>Lena Hartmann</wp:author_display_name>", "Lena Hartmann"),
        ("<wp:author_display_name>lena</wp:author_display_name>", "lena"),
        (
            "<wp:author_first_name>Lena</wp:author_first_name><wp:author_last_name>Hartmann</wp:author_last_name>",
            "Lena Hartmann",
        ),
    ],
)
def test_an_author_goes_by_the_name_that_the_blog_shows(author, byline):
    channel = f"<wp:author><wp:author_login>lh</wp:author_login>{author}</wp:author>"
    [item] = items(export(row(more="<dc:creator>lh</dc:creator>"), channel=channel))
    assert stated(item)["byline"] == byline


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Eins.\n\nZwei.", "<p>Eins.</p>\n<p>Zwei.</p>"),
        ("Eins\nzwei.", "<p>Eins<br>\nzwei.</p>"),
        ("Eins.\n<h3>Zwei</h3>\nDrei.", "<p>Eins.</p>\n<h3>Zwei</h3>\n<p>Drei.</p>"),
        ("Er sagte [sic] das [Anm. d. Red.].", "<p>Er sagte [sic] das [Anm. d. Red.].</p>"),
        ("[dpa] Eins.", "<p>[dpa] Eins.</p>"),
        ("[gallery]\n\nEins [contact_form] zwei.", "<p>Eins  zwei.</p>"),
        ("[su_note color='#fff']Eins.[/su_note]", "<p>Eins.</p>"),
        ("[dropcap]E[/dropcap]ins.", "<p>Eins.</p>"),
        ("Eins.\n\n[embed]https://a.example/v[/embed]", "<p>Eins.</p>"),
        ("<p>Eins.</p>\n\n[vc_row]\n\nZwei", "<p>Eins.</p>\n\n\n\nZwei"),
        (
            '[caption id="a" width="3"]<a href="b"><img src="b" /></a> Am Fluss[/caption]\nEins.',
            "<figure><figcaption>Am Fluss</figcaption></figure>\n<p>Eins.</p>",
        ),
        (
            '[caption id="a" caption="Am Fluss"]<img src="b" />[/caption]',
            "<figure><figcaption>Am Fluss</figcaption></figure>",
        ),
        ("[caption]Offen", "<p>Offen</p>"),
    ],
)
def test_bodies_are_shown_as_wordpress_shows_them(stored, shown):
    assert post_markup(stored) == shown


def test_blocks_and_their_marks():
    body = (
        '<!-- wp:paragraph {"dropCap":true} --><p>Eins.</p><!-- /wp:paragraph -->\n<!--more-->\n<!-- wp:heading -->'
        "<h2>Zwei</h2><!-- /wp:heading --><!-- wp:paragraph --><p>Drei ist ein ganzer Satz.</p><!-- /wp:paragraph -->"
    )
    [item] = items(export(row(body=body)))
    assert lines(item) == ["T", "Eins.", "Zwei", "Drei ist ein ganzer Satz."]


def test_the_excerpt_is_the_standfirst():
    [item] = items(export(row(more="<excerpt:encoded><![CDATA[Worum es geht]]></excerpt:encoded>")))
    assert hinted(item) == [("headline", "T"), ("standfirst", "Worum es geht")]

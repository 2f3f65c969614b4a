"""Two editors on one text: who saves second sees both versions, field by field, and nobody's words are lost."""

import pytest
from django.test import Client

from articles.actions.importing import start_run
from articles.actions.publishing import publish, withdraw
from articles.actions.storing import store_run
from articles.models import Article, Entity, HistoryEntry, Marking
from tests.factories import (
    FakeReader,
    make_article,
    make_country,
    make_editor,
    make_entity,
    make_topic,
)

from .conftest import allow, english_client
from .pages import address, filled, send, text

LONG = ["Der erste Absatz steht fest.", "Der zweite Absatz nennt 35 Tote.", "Der dritte schließt."]


@pytest.fixture
def article(newsroom) -> Article:
    make_country("KG", "Kyrgyzstan", name_de="Kirgistan")
    entities = [make_entity(name, kind="place") for name in ("Aktau", "Taras")]
    return make_article("Alt", body=LONG, entities=entities, topics=[make_topic()], note="Notiz")


@pytest.fixture
def bolot(newsroom):
    return allow(make_editor("bolot"), "view_article", "change_article")


@pytest.fixture
def other(bolot) -> Client:
    """The browser of the one who saves first."""
    return english_client(bolot)


def meet(desk, article, mine, theirs):
    """Open the page, let somebody else do `theirs`, then send `mine`; return the page that answers."""
    opened = filled(desk, article)
    theirs()
    return desk.post(address(article), opened | mine | {"_save": "1"})


def again(page):
    """Return what a browser would send from a page that was answered, if nothing was touched."""
    return {
        field.html_name: field.value()
        for field in page.context["form"]
        if field.value() not in (None, "", [])
    }


BODY = "\n\n".join(LONG)
MY_BODY = BODY.replace("35 Tote", "34 Tote")
THEIR_BODY = BODY.replace("Der dritte schließt.", "Der dritte schließt mit Zahlen.")


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "shown"),
    [
        ("headline", "Meine", "Ihre", "<del>Meine</del> <ins>Ihre</ins>"),
        ("headline", "Meine", "", "(empty)"),
        ("standfirst", "Ein Vorspann", "Ein langer Vorspann", "Ein <ins>langer</ins> Vorspann"),
        ("body", MY_BODY, THEIR_BODY, "nennt <del>34</del> <ins>35</ins> Tote."),
        ("body", MY_BODY, f"## Neu\n\n{BODY}", "<ins>## Neu</ins>"),
        ("body", "", THEIR_BODY, "<ins>Der dritte schließt mit Zahlen.</ins>"),
        ("byline", "Aigul\nBolot", "Aigul", "<del>Bolot</del>"),
        ("note", "Notiz\nmeine", "Notiz <b>ihre</b>", "<ins>&lt;b&gt;ihre&lt;/b&gt;</ins>"),
        ("date", "2022-05", "2022-06", "2022-06"),
        ("time", "09:30", "10:30", "10:30"),
        ("language", "ru", "kk", "Kazakh"),
        ("countries", ["UZ"], ["KZ", "UZ"], "Kazakhstan, Uzbekistan"),
        ("countries_mentioned", ["UZ"], ["KG"], "Kyrgyzstan"),
        ("topics", ["culture"], [], "(empty)"),
        ("captions", "Meine\nzwei", "Ihre", "<del>Meine</del>"),
        ("embargo_until", "2030-01-01T10:00", "2031-01-01T10:00", "2031-01-01T10:00"),
    ],
)
def test_a_field_that_both_changed_stands_there_in_both_versions(
    desk, other, article, field, mine, theirs, shown
):
    page = meet(desk, article, {field: mine}, lambda: send(other, article, **{field: theirs}))
    assert page.status_code == 409
    assert page.context["form"][field].value() == mine
    place = text(page).split(f'id="field-{field}"', 1)[1]
    assert shown in place.split('<blockquote class="theirs">', 1)[1].split("</blockquote>", 1)[0]
    assert desk.post(address(article), again(page) | {"_save": "1"}).status_code == 302


def test_what_only_one_of_both_changed_is_kept_from_both(desk, other, article):
    theirs = {"standfirst": "Ihr Vorspann", "body": THEIR_BODY, "topics": ["culture"]}
    page = meet(desk, article, {"headline": "Meine"}, lambda: send(other, article, **theirs))
    said = text(page)
    assert page.context["conflict"] == {}
    assert "Your changes, not saved yet: Headline" in said
    assert "Body, Standfirst, Topics" in said.split("Taken over from the saved version", 1)[1]
    desk.post(address(article), again(page) | {"_save": "1"})
    stands = Article.objects.get()
    assert (stands.headline, stands.standfirst) == ("Meine", "Ihr Vorspann")
    assert stands.body.blocks[-1]["text"] == "Der dritte schließt mit Zahlen."
    assert [link.topic_id for link in stands.topic_links.all()] == ["culture"]


def test_names_that_both_added_and_took_out_are_taken_together(desk, other, article):
    aktau, taras = Entity.objects.order_by("name")
    mine_added, theirs_added = make_entity("Sadyr Japarov"), make_entity()
    page = meet(
        desk,
        article,
        {"not_meant": [aktau.pk], "add_entities": [mine_added.pk]},
        lambda: send(other, article, not_meant=[taras.pk], add_entities=[theirs_added.pk]),
    )
    assert page.status_code == 409
    assert page.context["conflict"]["entities"].words == f"{theirs_added}, Aktau"
    desk.post(address(article), again(page) | {"_save": "1"})
    meant = article.mentions.filter(rejected=False).values_list("tag", flat=True)
    assert set(meant) == {mine_added.pk, theirs_added.pk}


def test_a_name_that_one_brought_back_stays_although_the_other_did_not_touch_it(
    desk, other, article
):
    aktau, taras = Entity.objects.order_by("name")
    send(other, article, not_meant=[aktau.pk])
    page = meet(
        desk,
        article,
        {"not_meant": [aktau.pk, taras.pk]},
        lambda: send(other, article, not_meant=[]),
    )
    desk.post(address(article), again(page) | {"_save": "1"})
    assert list(article.mentions.filter(rejected=False).values_list("tag", flat=True)) == [aktau.pk]


def test_a_name_that_left_the_text_meanwhile_leads_to_both_versions(desk, other, article):
    aktau = Entity.objects.get(name="Aktau")

    def leave():
        send(other, article, headline="Ihre")
        article.mentions.filter(tag=aktau).delete()

    page = meet(desk, article, {"headline": "Meine", "not_meant": [aktau.pk]}, leave)
    assert page.status_code == 409
    assert "<title>Error:" in text(page)
    desk.post(address(article), again(page) | {"_save": "1"})
    assert Article.objects.get().headline == "Meine"


def test_a_name_that_somebody_took_back_meanwhile_stays_taken_back(desk, other, article):
    aktau = Entity.objects.get(name="Aktau")
    page = meet(
        desk, article, {"headline": "Meine"}, lambda: send(other, article, not_meant=[aktau.pk])
    )
    assert page.context["form"]["not_meant"].value() == [aktau.pk]
    assert page.context["conflict"] == {}
    assert "Your changes, not saved yet: Headline" in text(page)


def test_who_changed_what_meanwhile_is_told_deed_by_deed(desk, other, article):
    def theirs():
        send(other, article, headline="Eins")
        send(other, article, headline="Zwei")

    page = text(meet(desk, article, {"headline": "Meine"}, theirs))
    assert (
        page.split('id="conflict"', 1)[1].split("</ul>", 1)[0].count("bolot saved this text at")
        == 2
    )


def test_a_text_that_was_published_meanwhile_is_told_to_be(desk, article, bolot):
    page = meet(desk, article, {"headline": "Meine"}, lambda: publish(article, by=bolot))
    assert "what you save now, readers see at once" in text(page)
    assert "Meine</textarea>" in text(page)
    assert Article.objects.get().headline == "Alt"
    desk.post(address(article), again(page) | {"_save": "1"})
    stands = Article.objects.get()
    assert (stands.status, stands.headline) == ("published", "Meine")


def test_a_text_that_was_withdrawn_meanwhile_keeps_my_words_and_my_reason(desk, article, bolot):
    publish(article, by=bolot)
    opened = filled(desk, article)
    withdraw(Article.objects.get(), by=bolot, reason="Ihr Grund")
    mine = {"headline": "Meine", "reason": "Mein Grund", "_withdraw": "1"}
    page = desk.post(address(article), opened | mine)
    assert page.status_code == 409
    assert "Meine</textarea>" in text(page)
    assert "what you save now" not in text(page)


def test_a_reason_typed_on_a_page_that_was_refused_stands_there_again(desk, article, bolot, other):
    publish(article, by=bolot)
    article.refresh_from_db()
    mine = {"headline": "Meine", "reason": "Mein Grund", "_withdraw": "1"}
    page = meet(desk, article, mine, lambda: send(other, article, note="Ihre"))
    assert 'value="Mein Grund"' in text(page)


@pytest.mark.parametrize(
    "base", ["", "[]", "{}", '{"names": []}', '{"names": [1], "rejected": "x"}']
)
def test_a_page_that_does_not_say_what_it_showed_is_refused_with_its_words(desk, article, base):
    page = send(desk, article, headline="Meine", base=base)
    assert "Please load the page anew." in text(page) or "This field is required." in text(page)
    assert "Meine</textarea>" in text(page)
    assert Article.objects.get().headline == "Alt"


def test_what_both_marked_in_the_original_is_kept_from_both(desk, other, newsroom):
    text_of_run = b"Alt\nDer erste Satz.\nLesen Sie auch: Ernte.\n"
    run = start_run([("a.txt", text_of_run)], by=None, reader=FakeReader())
    [article] = store_run(run, by=None)
    page = meet(
        desk,
        article,
        {"markings": "20-42 furniture", "note": "Meine Notiz"},
        lambda: send(other, article, markings="4-19 crosshead", note="Ihre Notiz"),
    )
    assert page.status_code == 409
    assert page.context["form"]["markings"].value() == "20-42 furniture"
    desk.post(address(article), again(page) | {"_save": "1"})
    marked = Marking.objects.values_list("label", "by__username")
    assert set(marked) == {("crosshead", "bolot"), ("promo", "aigul")}


def test_ten_times_second_is_still_not_lost(desk, other, article):
    page = meet(desk, article, {"note": "Meine Notiz"}, lambda: send(other, article, headline="0"))
    for number in range(1, 10):
        send(other, article, headline=str(number))
        page = desk.post(address(article), again(page) | {"_save": "1"})
        assert page.status_code == 409
        assert "Meine Notiz</textarea>" in text(page)
    desk.post(address(article), again(page) | {"_save": "1"})
    stands = Article.objects.get()
    assert (stands.note, stands.headline) == ("Meine Notiz", "9")
    assert stands.version == 12
    assert HistoryEntry.objects.filter(deed="corrected").count() == 11

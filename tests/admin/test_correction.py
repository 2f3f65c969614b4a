"""The correction screen: evidence, confirming, conflicts, refusals."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from articles.models import (
    Article,
    Entity,
    HistoryEntry,
    ImportRun,
    Mention,
    Source,
    UnknownName,
)
from tests.factories import (
    make_article,
    make_country,
    make_editor,
    make_entity,
    make_published,
    make_source,
    make_topic,
    propose,
)

from .conftest import allow, english_client
from .pages import TEXT, address, filled, history, press, send, text, upload


@pytest.fixture
def draft(desk) -> Article:
    """A draft as an import makes it."""
    make_entity("Aktau", kind="place", country=make_country())
    upload(desk, ("aktau.txt", TEXT))
    press(desk, ImportRun.objects.get(), store="1")
    return Article.objects.get()


def test_each_value_shows_where_it_was_read(desk, draft):
    page = text(desk.get(address(draft)))
    assert '<a href="#read-headline">“Neue Pipeline für Aktau”</a>' in page
    assert 'id="read-headline"' in page
    assert re.search(r"form and place of the line · \d+&nbsp;%", page)
    assert re.search(r'<span class="label"><span class="number">1</span> headline</span>', page)
    aktau = Entity.objects.get()
    assert re.search(
        rf'<mark class="name" data-read="headline [^"]*name-{aktau.pk}"[^>]*>Aktau', page
    )


def test_the_buttons_are_one_link_away_for_the_keyboard(desk, draft):
    page = text(desk.get(address(draft)))
    assert page.index('href="#field-status"') < page.index('id="field-headline"')
    assert '<div class="steps" id="field-status">' in page


def test_saving_without_a_change_writes_nothing(desk, draft):
    page = text(send(desk, draft))
    assert "Nothing was changed." in page
    assert Article.objects.get().version == draft.version


def test_a_correction_is_saved_with_its_history(desk, draft, editor):
    page = text(send(desk, draft, headline="Aktau baut eine Leitung"))
    assert "Saved." in page
    assert Article.objects.get().headline == "Aktau baut eine Leitung"
    entry = HistoryEntry.objects.filter(deed="corrected").get()
    assert entry.by == editor
    assert entry.changes == {"headline": ["Neue Pipeline für Aktau", "Aktau baut eine Leitung"]}
    assert "confirmed by aigul" in page
    assert "<del>Neue Pipeline für Aktau</del>" in text(desk.get(history(draft)))


def test_the_history_names_what_it_holds_by_key(desk, draft):
    aktau, tokayev = Entity.objects.get(), make_entity()
    send(desk, draft, countries=["UZ", "KZ"], add_entities=[tokayev.pk], not_meant=[aktau.pk])
    page = text(desk.get(history(draft)))
    assert "<del>Kazakhstan</del> → <ins>Uzbekistan, Kazakhstan</ins>" in page
    assert f"<ins>− Aktau, + {tokayev}</ins>" in page


def test_a_tick_confirms_one_field_and_no_other(desk, draft):
    send(desk, draft, confirm=["headline"])
    confirmed = draft.evidence.filter(confirmed_at__isnull=False)
    assert list(confirmed.values_list("field", flat=True)) == ["headline"]


def test_one_button_confirms_all_that_is_sure_and_nothing_doubtful(desk, draft):
    draft.evidence.filter(field="headline").update(confidence=0.95)
    draft.evidence.filter(field="standfirst").update(confidence=0.4)
    send(desk, draft, "_confirm_sure")
    fields = dict(draft.evidence.values_list("field", "confirmed_at"))
    assert fields["headline"] is not None
    assert fields["standfirst"] is None


def test_doubtful_and_proposed_values_are_named(desk):
    article = make_article()
    propose(article, "headline")
    propose(article, "source", proposed=False, confidence=0.5)
    page = text(desk.get(address(article)))
    assert "2 doubtful fields" in page
    assert '<a href="#field-headline">Headline</a>' in page
    assert "proposed, not printed" in page


def test_lists_and_filing_are_corrected(desk, draft):
    make_topic("health")
    send(
        desk,
        draft,
        byline="Aigul Sadykova\n\n Bolot Usenov ",
        countries=["UZ", "KZ", ""],
        topics=["health"],
        date="2022-05",
        time="09:30",
    )
    article = Article.objects.get()
    assert article.byline == ["Aigul Sadykova", "Bolot Usenov"]
    assert [link.country_id for link in article.country_links.order_by("rank")] == ["UZ", "KZ"]
    assert [link.topic_id for link in article.topic_links.all()] == ["health"]
    assert (article.date, article.date_precision) == ("2022-05", "month")
    assert article.time.hour == 9


def test_the_body_is_edited_as_text_and_keeps_what_was_not_touched(desk, draft):
    before = draft.body.blocks
    data = filled(desk, draft)
    send(desk, draft, body=f"## Wasser\n\n{data['body']}")
    blocks = Article.objects.get().body.blocks
    assert blocks[0] == {"kind": "crosshead", "text": "Wasser"}
    assert blocks[1:] == before


def test_names_are_taken_back_and_added(desk, draft):
    aktau = Entity.objects.get()
    tokayev = make_entity()
    send(desk, draft, not_meant=[aktau.pk], add_names="kassym-jomart TOKAYEV")
    meant = Mention.objects.filter(content_object=draft, rejected=False)
    assert [mention.tag for mention in meant] == [tokayev]
    assert Mention.objects.get(tag=aktau).rejected


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("Nirgendwer", "No name “Nirgendwer” is known."), ("Kant", "write the number with its #")],
)
def test_a_name_that_is_unknown_or_means_several_is_asked_back(desk, typed, answer):
    make_entity("Kant", kind="place")
    make_entity("Immanuel Kant").aliases.create(name="Kant")
    article = make_article()
    assert answer in text(send(desk, article, add_names=typed))
    assert not article.mentions.exists()


def test_an_unknown_name_is_offered_for_the_gazetteer(desk, newsroom):
    draft_text = TEXT.replace("Die Verwaltung", "Die Verwaltung").replace(
        "Über die Kosten", "Der Ingenieur Askar Schumabajew war dabei. Über die Kosten"
    )
    upload(desk, ("name.txt", draft_text))
    press(desk, ImportRun.objects.get(), store="1")
    page = text(desk.get(address(Article.objects.get())))
    assert "Not in the gazetteer" in page
    asked = UnknownName.objects.get(name="Askar Schumabajew")
    judge = f"/admin/articles/unknownname/judge/?{urlencode({'key': asked.key})}"
    assert f'<a href="{judge}">judge for all texts</a>' in page
    desk.post("/admin/articles/unknownname/judge/", {"key": asked.key, "verdict": "no_name"})
    assert judge not in text(desk.get(address(Article.objects.get())))


def test_a_name_of_an_older_draft_is_offered_to_be_created(desk, newsroom):
    upload(
        desk, ("name.txt", TEXT.replace("Über die", "Der Ingenieur Askar Schumabajew. Über die"))
    )
    press(desk, ImportRun.objects.get(), store="1")
    UnknownName.objects.all().delete()
    page = text(desk.get(address(Article.objects.get())))
    assert "/admin/articles/entity/add/?name=Askar+Schumabajew&amp;kind=person" in page
    prefilled = text(desk.get("/admin/articles/entity/add/?name=Askar+Schumabajew&kind=person"))
    assert 'value="Askar Schumabajew"' in prefilled


def test_a_source_that_the_desk_does_not_know_is_offered_to_be_created(desk):
    article = make_article()
    propose(article, "source", value="Steppen-Kurier", proposed=False)
    Article.objects.update(source=None)
    page = text(desk.get(address(article)))
    assert "<strong>Steppen-Kurier</strong>" in page
    assert "/admin/articles/source/add/?name=Steppen-Kurier&amp;slug=steppen-kurier" in page


def test_errors_stand_at_their_fields_and_the_words_typed_are_kept(desk, draft):
    page = text(send(desk, draft, date="31.12.2022", headline="Ganz neu", url="javascript:x"))
    assert "Not saved" in page
    assert '<a href="#field-date">Date: Write the date as YYYY' in page
    assert "Ganz neu</textarea>" in page
    assert 'value="31.12.2022"' in page
    assert Article.objects.get().version == draft.version


def test_publishing_is_refused_with_links_to_what_is_missing(desk, draft):
    page = text(send(desk, draft, "_publish", headline="Fertig"))
    assert "Not published yet" in page
    assert '<a href="#field-source">Choose the source.</a>' in page
    assert '<a href="#field-date">' in page
    assert 'id="field-source"' in page
    article = Article.objects.get()
    assert (article.status, article.headline) == ("draft", "Fertig")


def test_save_and_publish_then_withdraw_with_a_reason(desk, draft):
    source = make_source()
    page = text(send(desk, draft, "_publish", source=source.pk, date="2026-11"))
    assert "Published." in page
    assert Article.objects.get().status == "published"
    assert "Say why the article is withdrawn." in text(send(desk, draft, "_withdraw", reason=" "))
    send(desk, draft, "_withdraw", reason="Falsche Zahlen")
    assert "Falsche Zahlen" in text(desk.get(history(draft)))
    assert Article.objects.get().status == "withdrawn"


def test_a_published_text_cannot_lose_what_it_needs(desk):
    article = make_published("Steht")
    page = text(send(desk, article, countries=[]))
    assert "Not saved: a published text needs this" in page
    assert '<a href="#field-countries">' in page
    assert article.country_links.count() == 1


def test_the_list_of_sources_says_what_their_policy_allows(desk):
    make_source("Ohne Recht", policy="")
    page = text(desk.get(address(make_article())))
    assert "Ohne Recht (internal only)" in page
    assert Source.objects.count() == 2


def test_who_may_only_look_finds_no_button_and_changes_nothing(desk, draft):
    looker = english_client(allow(make_editor("bolot"), "view_article"))
    page = text(looker.get(address(draft)))
    assert "_publish" not in page
    assert "disabled" in page
    answer = looker.post(address(draft), filled(desk, draft) | {"headline": "x", "_save": "1"})
    assert answer.status_code == 403
    assert Article.objects.get().headline == draft.headline


def test_strangers_and_staff_without_rights_see_no_article(desk, draft):
    assert Client().get(address(draft)).status_code == 302
    assert english_client(make_editor("bolot")).get(address(draft)).status_code == 403


def test_a_correction_needs_its_token(desk, editor, draft):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    data = filled(desk, draft) | {"headline": "Fremd", "_save": "1"}
    assert client.post(address(draft), data).status_code == 403


def test_a_form_with_a_broken_base_is_refused_and_breaks_nothing(desk, draft):
    for base in ("", "[]", "{", "null", "{}", '{"names": ["x"]}'):
        page = send(desk, draft, base=base, headline="x")
        assert page.status_code == 200
        assert "Not saved" in text(page)


def test_words_of_texts_are_never_markup(desk):
    article = make_article("<script>alert(1)</script>", body=["<img src=x>"])
    page = text(desk.get(address(article)))
    assert "<script>alert" not in page
    assert "<img src=x>" not in page


def test_a_long_text_in_cyrillic_can_be_sent_back(desk):
    article = make_article(body=["Длинный абзац о воде. " * 50] * 400)
    data = filled(desk, article)
    page = text(send(desk, article, headline="Длинный", body=data["body"]))
    assert "Saved." in page
    assert len(data["base"]) < 1000
    assert Article.objects.get().headline == "Длинный"


@pytest.mark.parametrize("key", ["999999", "x", "99999999999999999999", "-1"])
def test_an_article_that_is_not_there_is_not_found(desk, key):
    assert desk.get(f"/admin/articles/article/{key}/change/").status_code == 404


def test_a_long_text_takes_no_more_queries_than_a_short_one(desk, count_queries):
    short = make_article(entities=[make_entity("Eins")])
    names = [make_entity(f"Name {n}") for n in range(60)]
    topics = [make_topic(f"topic-{n}") for n in range(5)]
    long = make_article("Lang", entities=names, topics=topics, about=[make_country("KZ")])
    for field in ("headline", "standfirst", "date", "source", "byline"):
        propose(long, field, confirmed_by=make_editor(f"who-{field}"))
    assert count_queries(desk, address(long)) <= count_queries(desk, address(short)) + 3 <= 25


def test_the_days_that_a_text_of_a_month_may_tell_of_are_offered(desk, draft):
    Article.objects.update(date="2022-05", date_precision="month", date_from="2022-05-01")
    page = text(desk.get(address(draft)))
    assert "“Montag” in May 2022:" in page
    assert re.findall(r'data-sets="id_date" value="([\d-]+)"', page) == [
        "2022-05-02",
        "2022-05-09",
        "2022-05-16",
        "2022-05-23",
        "2022-05-30",
    ]
    Article.objects.update(date="2022-05-02", date_precision="day")
    assert "data-sets" not in text(desk.get(address(draft)))

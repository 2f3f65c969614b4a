"""The correction screen: words of the original get a role, names are found, texts are filed one after the other."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.actions.importing import start_run
from articles.actions.storing import store_run
from articles.models import Article, Entity, ImportRun, Judgement, Marking, Mention, UnknownName
from tests.factories import FakeReader, make_editor, make_entity

from .conftest import allow, english_client
from .pages import address, filled, send, text

TEXT = "Dürre in Aktau\nDas Wasser fehlt, sagt Sarina Cholowa.\nLesen Sie auch: Ernte.\n"


@pytest.fixture
def run(newsroom) -> ImportRun:
    """Three texts read and stored."""
    run = start_run(
        [
            (f"{n}.txt", TEXT.replace("Aktau", place).encode())
            for n, place in enumerate(("Aktau", "Osch", "Merw"))
        ],
        by=None,
        reader=FakeReader(),
    )
    run.items.update(verdict="new")
    store_run(run, by=None)
    return run


@pytest.fixture
def draft(run) -> Article:
    return Article.objects.get(item__name="0.txt")


def mark(client: Client, article: Article, **sent):
    """Ask what a mark would change, as the script does."""
    data = filled(client, article) | sent
    return client.post(reverse("admin:articles_article_mark", args=[article.pk]), data)


def at(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"mark_start": start, "mark_end": start + len(words)}


def test_the_script_is_told_what_a_mark_changes_and_nothing_is_written(desk, draft):
    answer = mark(desk, draft, _mark="furniture", **at("Lesen Sie auch: Ernte.")).json()
    assert answer["values"]["markings"] == "54-76 furniture"
    assert "Lesen" not in answer["values"]["body"]
    assert "page furniture" in answer["lines"]
    assert not Marking.objects.exists()
    assert Article.objects.get(pk=draft.pk).version == draft.version


def test_marks_add_up_until_they_are_saved(desk, draft):
    first = mark(desk, draft, _mark="crosshead", **at("Das Wasser fehlt"))
    sent = first.json()["values"]
    second = mark(desk, draft, **sent, _mark="byline", **at("Sarina Cholowa")).json()["values"]
    assert second["markings"] == f"{sent['markings']}, 38-52 byline"
    send(desk, draft, **sent | second)
    article = Article.objects.get(pk=draft.pk)
    assert article.byline == ["Sarina Cholowa"]
    assert article.body.blocks[0] == {
        "kind": "crosshead",
        "text": "Das Wasser fehlt",
        "span": [15, 31],
    }
    assert Marking.objects.count() == 2
    page = text(desk.get(address(article)))
    assert 'class="line is-crosshead is-marked" data-start="15" data-end="31"' in page


def test_words_that_cannot_be_that_are_refused_in_words(desk, draft):
    answer = mark(desk, draft, _mark="date", **at("Wasser"))
    assert answer.status_code == 422
    assert "no date" in answer.json()["refusal"]


@pytest.mark.parametrize(
    "sent",
    [
        {"markings": "0-5 nonsense"},
        {"markings": "9-2 headline"},
        {"markings": "0-99999 headline"},
        {"markings": "<script>"},
    ],
)
def test_marks_that_no_page_of_ours_sends_are_refused(desk, draft, sent, caplog):
    assert mark(desk, draft, _mark="headline", **at("Wasser"), **sent).status_code == 400
    pressed = filled(desk, draft) | {"_mark": "headline"} | at("Wasser") | sent
    assert desk.post(address(draft), pressed).status_code == 400
    assert "Please load the page anew." in text(send(desk, draft, **sent))
    assert not Marking.objects.exists()


NUL = "\x00"
HUGE = "9" * 30


@pytest.mark.parametrize(
    "sent",
    [
        {"_take": NUL},
        {"_keep": NUL},
        {"_settle": f"{HUGE}-²"},
        {"_teach": NUL, **at("Wasser")},
        {"_name": "here", "name_words": "Wasser", "name_called": NUL},
        {"_name": "here", "name_words": "Wasser", "name_called": f"#{HUGE}"},
        *(
            {"_name": "here", "name_words": "Wasser", "name_entity": key}
            for key in (NUL, HUGE, "²")
        ),
        *({"_save": "1", "add_entities": [key]} for key in (NUL, HUGE, "x")),
        {"_save": "1", "add_names": NUL},
        {"_save": "1", "not_meant": [HUGE, "x"]},
        {"_save": "1", "meant": [HUGE, "²", NUL], "confirm": [NUL]},
        {"_save": "1", "base": "[" * 3000},
        {"_save": "1", "base": f'{{"names": [{HUGE}], "rejected": []}}'},
        {"_save": "1", "version": HUGE},
    ],
)
def test_what_no_page_of_ours_sends_breaks_nothing(desk, draft, sent):
    page = desk.post(address(draft), filled(desk, draft) | sent, follow=True)
    assert page.status_code in (200, 409)
    assert "Wasser" in text(page)


def test_who_may_not_change_texts_marks_nothing(draft):
    viewer = english_client(allow(make_editor("viewer"), "view_article"))
    place = reverse("admin:articles_article_mark", args=[draft.pk])
    assert viewer.post(place, {"_mark": "headline"}).status_code == 403
    assert viewer.get(place).status_code == 405
    assert Client().post(place).status_code == 302
    assert 'name="_mark"' not in text(viewer.get(address(draft)))


def test_who_may_not_judge_names_finds_no_key_for_them(draft):
    marker = english_client(allow(make_editor("marker"), "view_article", "change_article"))
    page = text(marker.get(address(draft)))
    assert 'name="_mark"' in page
    assert 'data-do="name"' not in page
    assert "<kbd>n</kbd>" not in page


@pytest.mark.parametrize(
    ("lines", "words", "headline"),
    [
        ("2", "", "Das Wasser fehlt, sagt Sarina Cholowa."),
        ("2", "Wasser  fehlt", "Wasser fehlt"),
        ("", "Ernte", "Ernte"),
        ("1-2", "", "Dürre in Aktau Das Wasser fehlt, sagt Sarina Cholowa."),
    ],
)
def test_without_a_script_lines_and_words_are_named(desk, draft, lines, words, headline):
    data = {"_mark": "headline", "mark_lines": lines, "mark_words": words, "note": "Bitte prüfen"}
    response = desk.post(address(draft), filled(desk, draft) | data)
    form = response.context["form"]
    assert form["headline"].value() == headline
    assert form["note"].value() == "Bitte prüfen"
    assert form["markings"].value()
    assert not Marking.objects.exists()


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"mark_lines": "9"}, "no such line"),
        ({"mark_lines": "2-1"}, "no such line"),
        ({"mark_lines": "zwei"}, "Write a line as 7"),
        ({"mark_lines": "1", "mark_words": "Wasser"}, "do not stand in the original"),
        ({}, "Name a line"),
    ],
)
def test_without_a_script_a_slip_is_told_and_nothing_is_lost(desk, draft, sent, why):
    data = filled(desk, draft) | sent | {"_mark": "headline", "note": "Bitte prüfen"}
    response = desk.post(address(draft), data)
    assert why in text(response)
    assert response.context["form"]["note"].value() == "Bitte prüfen"
    for name, typed in sent.items():
        assert f'name="{name}" value="{typed}"' in text(response)


def test_without_a_script_what_was_ticked_stays_ticked_under_a_mark(desk, draft):
    unsure = make_entity("Osch", kind="place")
    Mention.objects.create(content_object=draft, tag=unsure, confidence=0.5, spans=[[0, 5]])
    ticks = {"meant": [unsure.pk], "confirm": ["entities", "byline"]}
    data = filled(desk, draft) | ticks | {"_mark": "headline", "mark_lines": "2"}
    page = text(desk.post(address(draft), data))
    assert f'name="meant" value="{unsure.pk}" data-stop checked' in page
    assert 'name="confirm" value="entities" checked' in page


def test_who_saves_second_keeps_their_marks(desk, draft):
    opened = filled(desk, draft)
    Article.objects.filter(pk=draft.pk).update(version=draft.version + 1)
    response = desk.post(address(draft), opened | {"markings": "0-5 headline", "_save": "1"})
    assert response.status_code == 409
    assert response.context["form"]["markings"].value() == "0-5 headline"


# --- Names -----------------------------------------------------------------------------------------


def test_a_name_that_was_not_found_is_a_known_one_here(desk, draft):
    person = make_entity("Sarina Kholova")
    page = text(send(desk, draft, _name="here", name_words="Sarina Cholowa", name_entity=person.pk))
    assert "Sarina Cholowa is Sarina Kholova" in page
    mention = Mention.objects.get(tag=person)
    assert (mention.content_object, mention.spans) == (draft, [[38, 52]])
    assert Judgement.objects.get().article == draft


def test_a_name_that_was_not_found_is_a_new_one(desk, draft):
    send(desk, draft, _name="new", name_words="Sarina Cholowa", name_kind="person")
    assert Entity.objects.get().name == "Sarina Cholowa"
    assert Mention.objects.get().content_object == draft


def test_a_name_can_be_asked_for_all_texts_or_be_none(desk, draft):
    page = text(send(desk, draft, _name="ask", name_words="Sarina Cholowa"))
    assert "judge it for all texts" in page
    assert '<mark class="unknown"' in page
    send(desk, draft, _name="none", name_words="Sarina Cholowa")
    assert Judgement.objects.get().verdict == "no_name"
    assert UnknownName.objects.open().count() == 0


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"name_words": "Niemand"}, "do not stand in the original"),
        ({"name_words": "Sarina Cholowa"}, "Choose the known name"),
        ({"name_start": "0", "name_end": "999"}, "do not stand in the original"),
        ({"name_words": ","}, "can be no name"),
    ],
)
def test_a_name_that_cannot_be_taken_is_refused_in_words(desk, draft, sent, why):
    page = text(send(desk, draft, _name="here", **sent))
    assert why in page
    assert not Judgement.objects.exists()


# --- One text after the other ----------------------------------------------------------------------


def test_filing_confirms_what_is_sure_and_opens_the_next_text(desk, run, draft):
    draft.evidence.filter(field="headline").update(confidence=0.95)
    response = send(desk, draft, "_file")
    following = Article.objects.get(item__name="1.txt")
    assert response.redirect_chain[-1][0] == address(following)
    filed = Article.objects.get(pk=draft.pk)
    assert filed.status == "review"
    assert filed.evidence.get(field="headline").is_confirmed
    assert "Filed: “Dürre in Aktau”." in text(response)


def test_from_the_last_text_on_the_first_open_one_follows_then_the_run(desk, run):
    order = [Article.objects.get(item__name=f"{n}.txt") for n in (2, 0, 1)]
    seen = [send(desk, article, "_file").redirect_chain[-1][0] for article in order]
    assert seen == [address(order[1]), address(order[2]), run.get_absolute_url()]


def test_a_run_that_is_not_there_is_not_found(desk, run):
    for key in (run.pk + 1, HUGE):
        assert desk.get(f"/admin/articles/article/run/{key}/next/").status_code == 404


def test_a_run_begins_with_its_first_draft(desk, run, draft):
    begin = reverse("admin:articles_article_next", args=[run.pk])
    assert desk.get(begin).url == address(draft)
    Article.objects.update(status="review")
    assert desk.get(begin).url == run.get_absolute_url()
    assert Client().get(begin).status_code == 302
    assert english_client(make_editor("nobody")).get(begin).status_code == 403


def test_a_doubtful_name_is_confirmed_alone(desk, draft):
    sure, unsure = make_entity("Aktau", kind="place"), make_entity("Osch", kind="place")
    for entity in (sure, unsure):
        Mention.objects.create(content_object=draft, tag=entity, confidence=0.5, spans=[[0, 5]])
    send(desk, draft, meant=[unsure.pk])
    assert Mention.objects.get(tag=unsure).is_confirmed
    assert not Mention.objects.get(tag=sure).is_confirmed

"""Whom an unknown name could mean, with the reason; a surname of several is settled text by text."""

import ast
import inspect

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from articles.admin.candidates import REASONS, candidates_of
from articles.models import ImportItem, ImportRun, Judgement, UnknownName
from articles.pipeline.names import comparing
from tests.factories import ask_name, make_article, make_entity

from .pages import address, send, text
from .test_unknown_names import JUDGE, LIST

SHARED = {"key": "japarov", "rule": "surname-of-several"}


@pytest.fixture
def namesakes(newsroom):
    sadyr = make_entity("Sadyr Japarov", name_de="Sadyr Dschaparow")
    akylbek = make_entity("Akylbek Japarov")
    sadyr.offices.create(title="President", start="2021-01-28")
    sadyr.aliases.create(name="Dschaparow", kind="surname")
    akylbek.aliases.create(name="Dschaparow", kind="surname")
    return sadyr, akylbek


@pytest.fixture
def asked(namesakes):
    names = [one.name for one in namesakes]
    first, second = make_article("Erster Text"), make_article("Zweiter Text")
    return [
        ask_name(first, "Dschaparow", candidates=names, **SHARED),
        ask_name(second, "Dschaparow", candidates=names, **SHARED),
    ]


def test_the_best_candidate_comes_first_with_its_reason(namesakes):
    sadyr, akylbek = namesakes
    best, other = candidates_of("Sadyr Schaparow", [akylbek, sadyr])
    assert (best.entity, best.verdict, best.because) == (sadyr, "same", "spellings of one name")
    assert (best.office.title, best.office_years) == ("President", "2021–")
    assert (other.entity, other.verdict) == (akylbek, "different")
    assert (other.office, other.office_years) == (None, "")


@pytest.mark.parametrize(
    ("language", "told"),
    [("de", "Präsident 2021–"), ("en", "President 2021–"), ("ru", "президент 2021–")],
)
def test_the_office_of_a_candidate_is_told_in_the_language_of_the_desk(namesakes, language, told):
    best, _other = candidates_of("Sadyr Schaparow", namesakes)
    with override(language):
        page = render_to_string("admin/articles/unknownname/_because.html", {"one": best})
    assert f"{told} ·" in page


def test_a_surname_alone_agrees_with_every_bearer_in_the_readers_order(namesakes):
    sadyr, akylbek = namesakes
    for order in ([sadyr, akylbek], [akylbek, sadyr]):
        found = candidates_of("Dschaparow", order)
        assert [one.entity for one in found] == order
        assert {one.verdict for one in found} == {"unsure"}


def test_every_reason_of_the_core_has_words():
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(comparing)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Comparison"
    ]
    reasons = {call.args[2].value for call in calls if isinstance(call.args[2], ast.Constant)}
    assert reasons - {""} <= REASONS.keys()


def test_what_sounds_different_has_no_button_of_its_own(desk, newsroom):
    make_entity("Nikolay Tokarev")
    ask_name(make_article(), "Sergej Iwanow", key="k", candidates=["Nikolay Tokarev"])
    assert "Alias of Nikolay Tokarev" not in text(desk.get(LIST))
    page = text(desk.get(f"{JUDGE}?key=k"))
    assert "sounds different" in page
    assert " checked" not in page


def test_a_renamed_candidate_is_still_offered(desk, asked, namesakes):
    sadyr, _ = namesakes
    sadyr.reference_key, sadyr.name = sadyr.name, "Sadyr Zhaparov"
    sadyr.save()
    assert "Here it is Sadyr Zhaparov" in text(desk.get(f"{JUDGE}?key=japarov"))


def test_the_list_sends_shared_surnames_to_be_decided_text_by_text(desk, asked):
    page = text(desk.get(LIST))
    assert "Alias of Sadyr" not in page
    assert "Decide text by text" in page
    assert "President 2021–" in page


def test_each_text_is_settled_by_its_own_button(desk, asked, namesakes):
    sadyr, akylbek = namesakes
    page = text(desk.get(f"{JUDGE}?key=japarov"))
    assert f'name="pair" value="{asked[1].pk}-{akylbek.pk}"' in page
    sent = {"key": "japarov", "verdict": "here", "pair": f"{asked[0].pk}-{sadyr.pk}"}
    page = desk.post(JUDGE, sent, follow=True)
    assert "In “Erster Text” Dschaparow is Sadyr Japarov." in text(page)
    assert page.redirect_chain[-1][0] == f"{JUDGE}?key=japarov"
    assert sadyr.mentions.get().content_object == asked[0].article
    assert UnknownName.objects.open().get() == asked[1]
    sent = {"key": "japarov", "verdict": "here", "pair": f"{asked[1].pk}-{akylbek.pk}"}
    assert desk.post(JUDGE, sent, follow=True).redirect_chain[-1][0] == LIST
    assert akylbek.mentions.get().content_object == asked[1].article


def test_the_correction_screen_settles_and_saves_what_was_typed(desk, asked, namesakes):
    sadyr, _ = namesakes
    article = asked[0].article
    give_reading(article, "Dschaparow")
    assert "Whom could they mean?" in text(desk.get(address(article)))
    page = text(desk.get(f"{address(article)}?names=all"))
    assert "Here it is Sadyr Japarov" in page
    assert "known by now" not in page
    page = send(desk, article, _settle=f"{asked[0].pk}-{sadyr.pk}", slugline="DSCHAPAROW")
    assert "In “Erster Text” Dschaparow is Sadyr Japarov." in text(page)
    article.refresh_from_db()
    assert article.slugline == "DSCHAPAROW"
    mention = sadyr.mentions.get()
    assert (mention.surfaces, mention.is_confirmed) == (["Dschaparow"], True)
    desk.post("/admin/articles/judgement/take-back/", {"ids": Judgement.objects.get().pk})
    assert not sadyr.mentions.exists()
    assert UnknownName.objects.open().count() == 2


def test_the_enter_key_saves_and_settles_nothing(desk, asked):
    article = asked[0].article
    give_reading(article, "Dschaparow")
    page = text(desk.get(address(article)))
    form = page[page.index('id="correction"') :]
    first = form[form.index('<button type="submit"') :]
    assert first.startswith('<button type="submit" name="_save"')


def test_a_question_of_another_text_is_not_settled_here(desk, asked, namesakes):
    pair = f"{asked[1].pk}-{namesakes[0].pk}"
    page = send(desk, asked[0].article, _settle=pair)
    assert "Choose one of the names." in text(page)
    for wrong in ("", "x-y", "1-2-3", "-", f"{asked[0].pk}-0", "9" * 40):
        assert "Choose one" in text(send(desk, asked[0].article, _settle=wrong))
    assert not Judgement.objects.exists()


def test_never_this_one_wins_over_a_button(desk, asked, namesakes):
    sadyr, _ = namesakes
    desk.post(JUDGE, {"key": "japarov", "verdict": "never", "entity": sadyr.pk})
    sent = {"key": "japarov", "verdict": "here", "pair": f"{asked[0].pk}-{sadyr.pk}"}
    assert "take that back first" in text(desk.post(JUDGE, sent, follow=True))
    assert not sadyr.mentions.exists()


def test_the_reader_s_warning_stands_beside_the_name_until_it_is_confirmed(desk, asked, namesakes):
    sadyr, _ = namesakes
    article = asked[0].article
    give_reading(article, "Sadyr Japarov", known=True, warning="misspelling")
    article.mentions.create(tag=sadyr, surfaces=["Dschaprow"], spans=[[0, 4]], rule="misspelling")
    page = text(desk.get(address(article)))
    assert "The name may be misspelt." in page
    assert "known name with a misprint" in page
    send(desk, article, confirm="entities")
    assert "The name may be misspelt." not in text(desk.get(address(article)))


def give_reading(article, name, *, known=False, **fields):
    """Let an article come from a text in which one name was read."""
    row = {"name": name, "kind": "person", "known": known, "surface": [name], "spans": [[0, 4]]}
    row |= {"rule": "surname-of-several", "confidence": 0.5} | fields
    reading = {"text": "Dschaparow schwieg.", "lines": [], "entities": [row], "warnings": []}
    run = ImportRun.objects.create()
    ImportItem.objects.create(
        run=run, position=1, name="a.txt", verdict="new", article=article, reading=reading
    )

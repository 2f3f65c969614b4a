"""How offices are called in German and Russian, and by what a woman who holds one is told."""

import re

import pytest
from django.utils.translation import override

from articles.knowledge import DATA, BadData, office_titles, read_reference
from articles.knowledge.offices import read_office_titles
from articles.models import Country, Entity, Office
from articles.models.passages import Passage


@pytest.fixture(scope="module")
def reference():
    return read_reference()


@pytest.fixture(scope="module")
def persons(reference):
    return [one for one in reference.entities if one.record.kind == "person"]


def test_every_office_of_the_data_files_has_a_german_and_a_russian_title(persons):
    missing = {
        office.title
        for person in persons
        for office in person.record.offices
        for language in ("de", "ru")
        if not office_titles().title_in(language, office.title, office.country, woman=False)
    }
    assert not missing


def test_a_title_for_one_country_ends_in_its_code(reference):
    codes = {country.code for country in reference.countries}
    ends = {title.rpartition(", ")[2] for title in office_titles().titles if ", " in title}
    assert {end for end in ends if len(end) == 2} <= codes


def test_every_title_is_written_in_the_letters_of_its_language():
    for english, title in office_titles().titles.items():
        assert re.match("[а-яё]", title.ru), english
        assert not re.search("[а-яё]", title.de + title.de_f), english


@pytest.mark.parametrize(
    ("language", "title", "country", "woman", "told"),
    [
        ("de", "Foreign Minister", "KZ", False, "Außenminister"),
        ("de", "Foreign Minister", "KZ", True, "Außenministerin"),
        ("ru", "Foreign Minister", "KZ", True, "министр иностранных дел"),
        ("de", "President", "KZ", False, "Präsident"),
        ("de", "President", "DE", False, "Bundespräsident"),
        ("ru", "President", "CN", False, "председатель КНР"),
        ("de", "Prosecutor General", "KG", True, "Generalstaatsanwältin"),
        ("de", "Ombudsman", "UZ", True, "Ombudsfrau"),
        ("de", "Governor of Aktobe Region", "", True, "Äkim des Gebiets Aktobe"),
        ("ru", "Governor of Aktobe Region", "", False, "аким Актюбинской области"),
        (
            "de",
            "Secretary-General, Shanghai Cooperation Organisation",
            "",
            False,
            "Generalsekretär der SCO",
        ),
        (
            "de",
            "Deputy Speaker of the Jogorku Kenesh",
            "KG",
            True,
            "stellvertretende Sprecherin des Dschogorku Kenesch",
        ),
        ("fr", "President", "KZ", False, ""),
        ("de", "Keeper of the seal", "KZ", False, ""),
    ],
)
def test_a_title_is_said_as_in_newspapers(language, title, country, woman, told):
    assert office_titles().title_in(language, title, country, woman) == told


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Роза Отунбаева", "KG"),
        ("Мехрибан Алиева", "AZ"),
        ("Элла Памфилова", "RU"),
        ("Людмила Путина", "RU"),
        ("Зузана Чапутова", "SK"),
        ("Мария Львова-Белова", "RU"),
        ("Светлана Тихановская", "BY"),
        ("Айгуль Сериковна Ким", ""),
        ("Айнура Асан кызы", "KG"),
        ("Ангела Меркель", "DE"),
        ("Урсула фон дер Ляйен", ""),
        ("Пак Кын Хе", "KR"),
    ],
)
def test_a_woman_is_told_by_the_russian_form_of_her_name(name, country):
    assert office_titles().women.tell(name, country)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Касым-Жомарт Токаев", "KZ"),
        ("Али Ерликая", "TR"),
        ("Такэси Ивая", "JP"),
        ("Хавьер Коломина", ""),
        ("Мишель Барнье", "FR"),
        ("Никита Хрущёв", "RU"),
        ("Турсунбай Бакир уулу", "KG"),
        ("Алиева", "AZ"),  # one word: a surname, or the given name of anybody
        ("", "KZ"),
    ],
)
def test_when_in_doubt_it_is_no_woman(name, country):
    assert not office_titles().women.tell(name, country)


def test_who_is_told_a_woman_among_the_persons_of_the_data_files(persons):
    told = {
        one.record.name
        for one in persons
        if office_titles().women.tell(one.names.get("ru", ""), one.record.country)
    }
    assert told >= {"Angela Merkel", "Roza Otunbayeva", "Elvira Nabiullina", "Christine Lagarde"}
    assert not told & {"Ali Yerlikaya", "Takeshi Iwaya", "Javier Colomina", "Nikita Khrushchev"}


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        ("de", "Prime Minister", Passage("Premierministerin")),
        ("ru", "Prime Minister", Passage("премьер-министр")),
        ("en", "Prime Minister", Passage("Prime Minister")),
        ("de", "Keeper of the seal", Passage("Keeper of the seal", "en")),
        ("en", "Keeper of the seal", Passage("Keeper of the seal")),
    ],
)
def test_an_office_is_told_in_the_language_of_the_page_or_says_that_it_is_english(
    language, title, told
):
    person = Entity(name="Roza Otunbayeva", name_ru="Роза Отунбаева", country=Country(pk="KG"))
    with override(language):
        assert Office(person=person, title=title).told == told


def test_words_that_open_a_line_have_a_capital():
    assert Passage("и. о. президента", "ru").opening == Passage("И. о. президента", "ru")


@pytest.mark.parametrize(
    ("said", "instead", "complaint"),
    [
        ('ru = "шах"', 'rus = "шах"', "office_titles.toml: Shah: ru: is missing"),
        ('de = "Schah", ', "", "office_titles.toml: Shah: de: is missing"),
        ('ru = "шах"', 'ru = "шах", it = "scià"', "office_titles.toml: Shah: it: unknown here"),
        ('{ de = "Schah", ru = "шах" }', '"Schah"', "Shah: a table is expected here"),
        ("[titles]", "[title]", "office_titles.toml: titles: is missing"),
        ("given_names = [", "first_names = [", "office_titles.toml: women: first_names: unknown"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, said, instead, complaint):
    spoilt = (DATA / "office_titles.toml").read_text(encoding="utf-8").replace(said, instead, 1)
    (tmp_path / "office_titles.toml").write_text(spoilt, encoding="utf-8")
    with pytest.raises(BadData, match=complaint):
        read_office_titles(tmp_path / "office_titles.toml")

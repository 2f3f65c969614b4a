"""Linking: which entities a text names, in any spelling, and where."""

import pytest

from tests.pipeline.press import around, names, page

TOKAYEV, RAHMON = "Kassym-Jomart Tokayev", "Emomali Rahmon"
SPELLINGS = [
    ("de", "Präsident Kassym-Schomart Tokajew reiste ab.", TOKAYEV),
    ("de", "Präsident Qassym-Schomart Toqajew reiste ab.", TOKAYEV),
    ("de", "Präsident Qasym-Jomart Toqaev reiste ab.", TOKAYEV),
    ("de", "In Kasachstan schwieg Tokajews Sprecher.", TOKAYEV),
    ("en", "President Kassym-Jomart Tokayev left.", TOKAYEV),
    ("en", "In Kazakhstan Tokayev's spokesman said nothing.", TOKAYEV),
    ("ru", "Президент Касым-Жомарт Токаев уехал.", TOKAYEV),
    ("ru", "Он встретился с Касым-Жомартом Токаевым.", TOKAYEV),
    ("fr", "Le président Kassym-Jomart Tokaïev est parti.", TOKAYEV),
    ("de", "Emomali Rachmon sprach als Erster.", RAHMON),
    ("de", "Emomalij Rahmon sprach als Erster.", RAHMON),
    ("ru", "Первым говорил Эмомали Рахмон.", RAHMON),
    ("de", "Schawkat Mirsijojew lud nach Taschkent.", "Shavkat Mirziyoyev"),
    ("fr", "Chavkat Mirzioïev a invité ses voisins.", "Shavkat Mirziyoyev"),
    ("de", "Sadyr Dschaparow lehnte ab.", "Sadyr Japarov"),
    ("de", "Sadyr Schaparow lehnte ab.", "Sadyr Japarov"),
    ("de", "Die Weltbank zahlt.", "World Bank"),
    ("ru", "Платит Всемирный банк.", "World Bank"),
    ("de", "Kirgistans Süden ist trocken.", "Kyrgyzstan"),
    ("de", "In der Kirgisischen Republik ist es trocken.", "Kyrgyzstan"),
    ("en", "It is dry in the Kyrgyz Republic.", "Kyrgyzstan"),
    ("ru", "В Кыргызстане сухо.", "Kyrgyzstan"),
    ("de", "Die Vereinten Nationen warnen.", "United Nations"),
    ("de", "Der Gipfel der SOZ beginnt.", "Shanghai Cooperation Organisation"),
    ("de", "Eine Zentralasien-Reise beginnt.", "Central Asia"),
    ("de", "Das Kasach\u00adstan von heute ist jung.", "Kazakhstan"),
    ("de", "Der SCO-Gipfel beginnt.", "Shanghai Cooperation Organisation"),
]
ABSENT = [
    ("de", "Und dann, sagt er, kam dann doch der Regen.", "Denmark"),
    ("de", "Das Boot kostet tausend US-Dollar und ein Netz.", "United States"),
    ("en", "The boat costs a thousand US dollars and a net.", "United States"),
    ("de", "Seine kasachische Nachbarin lacht.", "Kazakhstan"),
    ("de", "Der Kremlchef schwieg.", "Kremlin"),
    ("de", "Von der Leyen lobte die Arbeit.", "Moscow"),
    ("de", "Die Reform blieb liegen, und der Mann ging fort.", "Isle of Man"),
    ("de", "Sie tragen Indigo und sprechen kein Wort.", "India"),
    ("en", "They will turkey out, may march and polish.", "Turkey"),
    ("en", "In May the ice goes, and in March it cracks.", "Theresa May"),
]


@pytest.mark.parametrize(("language", "sentence", "name"), SPELLINGS)
def test_every_spelling_is_linked_to_the_one_canonical_name(read, language, sentence, name):
    assert name in names(read(around(sentence, language=language)))


@pytest.mark.parametrize(("language", "sentence", "name"), ABSENT)
def test_words_that_only_look_like_a_name_are_not_linked(read, language, sentence, name):
    assert name not in names(read(around(sentence, language=language)))


def test_ursula_von_der_leyen_is_known_by_her_surname(read):
    sentence = "Ursula von der Leyen kam nach Samarkand. Von der Leyen lobte die Arbeit am Damm."
    [president] = [
        entity for entity in read(around(sentence)).entities if "von der Leyen" in entity.name
    ]
    assert len(president.spans) == 2


def test_a_list_of_regions_names_regions_not_towns(read):
    article = read(around("Betroffen sind die Regionen Turkestan und Osch, teilte der Dienst mit."))
    assert {"Turkistan Region", "Osh Region"} <= names(article)
    assert not {"Turkistan", "Turkestan", "Osh"} & names(article)


def test_all_mentions_of_an_entity_are_one_entity_with_its_forms(read):
    article = read(
        around(
            "Kassym-Schomart Tokajew kam früh. Tokajews Gast kam spät. Qasym-Jomart Toqaev, so "
            "schreibt es die Zeitung, wartete."
        )
    )
    [tokayev] = [entity for entity in article.entities if entity.name == TOKAYEV]
    assert tokayev.surfaces == ("Kassym-Schomart Tokajew", "Tokajews", "Qasym-Jomart Toqaev")
    assert (tokayev.kind, tokayev.known, tokayev.country) == ("person", True, "KZ")
    assert {"Токаев", "Kassym-Jomart Tokayev"} <= set(tokayev.aliases)


def test_entities_come_in_the_order_of_the_text(read):
    article = read(around("Erst Taschkent, dann Bischkek, dann Duschanbe, und zuletzt Taschkent."))
    starts = [entity.spans[0].start for entity in article.entities]
    assert starts == sorted(starts)
    assert [entity.spans == tuple(sorted(entity.spans)) for entity in article.entities]


def test_bylines_credits_sign_offs_and_furniture_name_nothing(read):
    around_it = ("Von Jelena Lutz, Taschkent", "Foto: Wladimir Putin")
    tail = ("Lesen Sie auch: Tokajew in Berlin", "dpa")
    assert names(read(page(*around_it, tail=tail))) == names(read(page()))

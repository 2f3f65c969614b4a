"""The language of the prose, whatever the page around it speaks."""

import pytest

from articles.pipeline.language import find_language
from articles.pipeline.results import Span
from tests.pipeline.press import BODY, HEADLINE, page, value

SENTENCES = {
    "de": "Die Preise für Brot sind seit dem Herbst um ein Viertel gestiegen, sagte die Händlerin.",
    "en": "Bread prices have risen by a quarter since the autumn, the stallholder at the gate said.",
    "fr": "Le prix du pain a augmenté d’un quart depuis l’automne, a déclaré la marchande.",
    "ru": "Цены на хлеб с осени выросли на четверть, рассказала продавщица у входа на рынок.",
    "kk": "Күзден бері нан бағасы төрттен бірге өсті, деді базардағы сатушы әйел бүгін таңертең.",
    "uz": "Kuzdan beri non narxi chorakka oshdi, dedi bozor darvozasi yonidagi sotuvchi ayol bugun.",
    "uk": "Ціни на хліб з осені зросли на чверть, розповіла продавчиня біля входу на ринок.",
    "pl": "Ceny chleba wzrosły od jesieni o jedną czwartą, powiedziała sprzedawczyni przy bramie.",
    "ky": "Күздөн бери нандын баасы чейрекке өстү, деди бүгүн эртең менен базардын сатуучу аялы.",
    "tg": "Аз тирамоҳ нархи нон чоряк боло рафт, гуфт имрӯз зани фурӯшандаи назди дарвозаи бозор.",
    "tk": "Güýzden bäri çöregiň bahasy çärýek ýokarlandy, diýip bu gün bazardaky satyjy zenan aýtdy.",
    "az": "Payızdan bəri çörəyin qiyməti dörddə bir artdı, dedi bu gün bazar qapısındakı satıcı qadın.",
    "uz-Cyrl": "Куздан бери нон нархи чоракка ошди, деди бозор дарвозаси ёнидаги сотувчи аёл бугун.",
    "kk-Latn": "Kúzden beri nan baǵasy tórtten birge ósti, dedi bazardaǵy satýshy áıel qazaq tilinde bugin.",
    "tr": "Sonbahardan bu yana ekmek fiyatları dörtte bir oranında arttı, dedi satıcı kadın.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_sentence_is_enough_to_tell_the_language(language, sentence):
    found = find_language(sentence, Span(0, len(sentence)))
    assert found.value == language
    assert 0 < found.confidence <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Küzden beri nan bağasy törtten birge östi, dedi bazardağy satuşy äiel qazaq tilinde.",
        "Kuzden beri nan bagasy tortten birge osti, dedi bazardagy satushy aiel qazaq tilinde.",
    ],
)
def test_kazakh_is_known_in_each_of_its_latin_alphabets(sentence):
    assert find_language(sentence, Span(0, len(sentence))).value == "kk-Latn"


@pytest.mark.parametrize("text", ["", "2019", "— 3,5 % —", "Ja!", "12. 10. 2020, 14:05"])
def test_too_few_letters_tell_nothing(text):
    assert find_language(text, Span(0, len(text))) is None


@pytest.mark.parametrize("language", BODY)
def test_the_language_of_an_article_is_read(read, language):
    assert value(read(page(language=language)).language) == language


def test_furniture_in_another_language_does_not_count(read):
    cookies = (
        "We use cookies to give you the best experience. Read our privacy policy to learn more."
    )
    article = read(f"Skip to main content\n{cookies}\nSubscribe to our newsletter\n\n" + page())
    assert value(article.language) == "de"


def test_a_foreign_headline_over_a_german_text_does_not_count(read):
    assert value(read("\n\n".join((HEADLINE["ru"], *BODY["de"] * 3))).language) == "de"

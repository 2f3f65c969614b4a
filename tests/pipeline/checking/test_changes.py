"""Figures that disagree: a share that does not follow from the two figures beside it."""

import pytest


@pytest.mark.parametrize(
    ("language", "sentence", "counted"),
    [
        ("de", "Der Umsatz stieg von 625,2 auf 970,8 Millionen Dollar um 14 Prozent.", "+55 %"),
        (
            "de",
            "Im vergangenen Jahr stieg an der Grenze der Handel von 625,2 auf 970,8 Millionen, um 14 Prozent.",
            "+55 %",
        ),
        ("de", "Der Handel stieg um 14 Prozent von 625,2 auf 970,8 Millionen Dollar.", "+55 %"),
        (
            "de",
            "Der Handel belief sich auf 970,8 Millionen Dollar, was gegenüber dem Vorjahr (625,2 Millionen) einem Plus von 14 Prozent entspricht.",
            "+55 %",
        ),
        ("de", "Die Ernte sank von 1.200 auf 900 Tonnen, ein Rückgang von 40 Prozent.", "-25 %"),
        ("de", "Die Zahl der Touristen stieg von 1,2 auf 3,6 Millionen um ein Drittel.", "+200 %"),
        ("de", "Der Preis verdoppelte sich, er stieg von 100 auf 110 Tenge.", "+10 %"),
        ("en", "Trade rose from $1,200 million to $1,800 million, up by 20 percent.", "+50 %"),
        ("de", "Die Zahl stieg von 900.000 auf 1,2 Millionen um 5 Prozent.", "+33 %"),
        ("en", "Output grew by 5 percent from 1.2 million to 2.4 million tonnes.", "+100 %"),
        ("fr", "La production a augmenté de 14 % pour passer de 625,2 à 970,8 millions.", "+55 %"),
        ("ru", "Экспорт вырос с 1 200 до 2 400 тонн, на 20 процентов.", "+100 %"),
        ("ru", "Товарооборот вырос на 14% с 625,2 млн до 970,8 млн долларов.", "+55 %"),
    ],
)
def test_a_share_that_the_figures_contradict_is_told(check, language, sentence, counted):
    [found] = check(sentence, language)
    assert found.code == "figures-disagree"
    assert found.values["counted"] == counted
    assert found.values["said"] in sentence


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Handel stieg von 625,2 auf 970,8 Millionen Dollar um 55 Prozent."),
        ("de", "Der Umsatz legte um 2,9 Prozent zu (von 200,6 auf 206,3 Millionen US-Dollar)."),
        ("de", "Die Ernte sank von 1.200 auf 900 Tonnen, ein Rückgang von rund 25 Prozent."),
        ("de", "Die Zahl stieg von 900.000 auf 1,2 Millionen, also um ein Drittel."),
        ("de", "Der Preis hat sich von 100 auf 230 Tenge mehr als verdoppelt, er stieg weiter."),
        ("de", "Der Anteil stieg von 5 auf 7 Prozent, die Inflation um 2 Prozent."),
        ("de", "Der Export stieg von 5 auf 7 Milliarden, während der Import um 3 Prozent fiel."),
        ("de", "Der Lohn stieg von 500 auf 700 Euro, inflationsbereinigt um 3 Prozent."),
        ("de", "Die Wirtschaft wuchs von 100 auf 180 Milliarden, jährlich um 6 Prozent."),
        ("de", "Von 20 auf 30 Kilometer stieg die Strecke, 14 Prozent davon im Tunnel."),
        ("de", "Der Zug fährt von 8 auf 9 Uhr, 14 Prozent der Plätze sind frei."),
        ("en", "Trade rose from 1.2 billion to 1.8 billion dollars, up by 50 percent."),
        ("en", "The share rose from 20 to 30 percent between 2010 and 2020."),
        ("fr", "Le prix a augmenté de 50 % pour passer de 10 à 15 tenges."),
        ("ru", "Экспорт вырос с 1 200 до 2 400 тонн, на 100 процентов."),
    ],
)
def test_figures_that_agree_or_do_not_belong_together_are_not(check, language, sentence):
    assert check(sentence, language) == []

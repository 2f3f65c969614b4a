"""Sums in two currencies: a rate that cannot be."""

import pytest


@pytest.mark.parametrize(
    ("language", "date", "sentence"),
    [
        ("de", None, "Das Werk kostete 100 Millionen Dollar (etwa 9 Millionen Euro)."),
        ("de", "2022", "Er zahlte 500.000 Tenge, umgerechnet rund 100 Euro."),
        ("de", "2022", "Die Strafe beträgt 10.000 Tenge (rund 200 Euro)."),
        ("de", "2019", "Es geht um 3 Mrd. Som (umgerechnet etwa 4 Mio. Dollar)."),
        ("en", None, "The loan of $100 million (€9 million) was granted."),
        ("en", "2021", "He paid 1,000 somoni (about $900)."),
        ("fr", None, "Le projet a coûté 100 millions de dollars (9 millions d’euros)."),
        ("ru", "2023", "Штраф составил 100 тысяч тенге (около 2 тысяч долларов)."),
    ],
)
def test_a_rate_that_no_year_knew_is_told(check, language, date, sentence):
    [found] = check(sentence, language, date)
    assert found.code == "currencies-disagree"
    assert len(found.spans) == 2


@pytest.mark.parametrize(
    ("language", "date", "sentence"),
    [
        ("de", None, "Das Werk kostete 100 Millionen Dollar (etwa 90 Millionen Euro)."),
        ("de", None, "Das Werk kostete 100 Millionen Dollar und 9 Millionen Euro an Steuern."),
        ("de", "2022", "Er zahlte 500.000 Tenge, umgerechnet rund 1.000 Euro."),
        ("de", "2012", "Er zahlte 500.000 Tenge (rund 2.600 Euro)."),
        ("de", "2019", "Die Rente beträgt 5.000 Som (umgerechnet etwa 64 Euro)."),
        ("de", "2023", "Der Lohn beträgt 4,5 Millionen Sum (rund 360 Euro)."),
        ("de", "2017", "Zehn Kilo kosten 60 Manat (auf dem Markt 3 Dollar)."),
        ("de", "2023", "Er bekam 60 Manat (rund 3 Dollar)."),
        ("de", "2021", "In Baku kostet das 2 Manat (etwa 1 Euro)."),
        ("en", "2021", "He paid 1,000 somoni (about $88)."),
        ("ru", "2023", "Штраф составил 100 тысяч тенге (около 220 долларов)."),
        ("ru", "2023", "Он получил 90 тысяч рублей (1 тысяча долларов)."),
    ],
)
def test_rates_that_were_and_sums_side_by_side_are_not(check, language, date, sentence):
    assert check(sentence, language, date) == []

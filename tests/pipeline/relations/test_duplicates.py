"""Near-duplicates: one text edited, cut, on another page or inside another; never two texts after one template."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pipeline.relations.duplicates import compare, estimate, sketch_of
from articles.pipeline.relations.wording import wording_of

AGENCY = (
    "Bei einem Erdrutsch im Süden Kirgistans sind nach Angaben der Behörden mindestens sieben Menschen ums Leben gekommen. "
    "Die Schlammmassen begruben am frühen Morgen drei Häuser des Dorfes Ajuu unter sich, teilte das Ministerium für "
    "Katastrophenschutz in Bischkek mit. Unter den Opfern sind vier Kinder. Rund 120 Helfer suchten mit Spürhunden nach "
    "Vermissten. Präsident Sadyr Schaparow sagte eine Reise ab und flog in die Region Osch. Geologen hatten im Herbst vor dem "
    "Hang gewarnt, doch nur 12 der 40 Familien waren in das neue Dorf im Tal gezogen. Viele hätten ihre Gärten nicht aufgeben "
    "wollen, sagte der Bürgermeister. Das Gebiet gehört zu den am stärksten gefährdeten des Landes."
)
OTHER = (
    "In Almaty hat am Wochenende eine Ausstellung über die Architektur der sechziger Jahre begonnen. Gezeigt werden Pläne, "
    "Modelle und Fotografien aus den Archiven der Stadt. Die Kuratorin will erreichen, dass der alte Zirkus und das Kino unter "
    "Schutz gestellt werden. Zur Eröffnung kamen mehrere hundert Besucher, darunter viele Studenten."
)
EDITED = (
    AGENCY.replace("ums Leben gekommen", "gestorben")
    .replace("am frühen Morgen", "in der Nacht")
    .replace("mindestens", "wenigstens")
)
RATES = (
    "Die Nationalbank hat die Kurse für {} bekannt gegeben. Der Dollar kostet {} Som, der Euro {} Som, der Rubel {} Som, der "
    "Tenge {} Som. Die Wechselstuben der Hauptstadt dürfen davon abweichen, doch der Unterschied ist gering. Der amtliche Kurs "
    "gilt bis zum Abend des folgenden Tages und wird für Zölle und Steuern verwendet."
)


def likeness(one: str, other: str):
    return compare(wording_of([one]), wording_of([other]))


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("the same words", AGENCY),
        ("a few words edited", EDITED),
        ("sentences in another order", " ".join(reversed(AGENCY.split(". ")))),
        ("cut to its beginning", AGENCY[: len(AGENCY) // 2]),
        ("inside a longer text", f"{OTHER} {AGENCY} {OTHER[::-1]}"),
        ("a figure corrected", AGENCY.replace("mindestens sieben", "elf").replace("120", "200")),
        ("capitals and accents lost", AGENCY.lower().replace("ü", "u")),
    ],
)
def test_one_text_in_two_versions_is_a_near_duplicate(what, other):
    assert likeness(AGENCY, other).is_near_duplicate
    assert likeness(other, AGENCY) == likeness(AGENCY, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (AGENCY, OTHER),
        (
            RATES.format("Dienstag", "89,43", "97,81", "0,98", "0,19"),
            RATES.format("Mittwoch", "89,12", "97,70", "0,97", "0,18"),
        ),
        ("Ja, so war es.", "Ja, so war es."),
    ],
)
def test_other_texts_templates_and_texts_of_few_words_are_none(one, other):
    assert not likeness(one, other).is_near_duplicate


def test_similarity_is_the_share_of_words_in_common_runs():
    words = [f"wort{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    edited = words[:20] + ["anders"] + words[21:]
    assert likeness(" ".join(words), " ".join(edited)).similarity == 50 / 52


def test_what_is_contained_is_measured_on_the_shorter_text():
    found = likeness(AGENCY, f"{AGENCY} {OTHER}")
    assert found.contained == 1
    assert found.similarity < 0.85


def test_the_sketch_of_a_text_that_holds_another_shares_its_hashes():
    short, long = (sketch_of(wording_of([text])) for text in (AGENCY, f"{OTHER} {AGENCY}"))
    assert estimate(short, long) > 0.8
    assert estimate(short, sketch_of(wording_of([OTHER]))) < 0.1


def test_a_sketch_is_small_sorted_and_fits_a_big_integer():
    sketch = sketch_of(wording_of([AGENCY]))
    assert len(sketch) == 24
    assert list(sketch) == sorted(set(sketch))
    assert all(0 <= value < 2**63 for value in sketch)
    assert sketch_of(wording_of(["Zu kurz für eine Skizze."])) == ()


def test_a_sketch_is_the_same_in_another_process():
    program = (
        "import sys; from articles.pipeline.relations.duplicates import sketch_of;"
        "from articles.pipeline.relations.wording import wording_of;"
        "print(sketch_of(wording_of([sys.argv[1]]))[0])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, AGENCY], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) == sketch_of(wording_of([AGENCY]))[0]


@given(st.randoms(use_true_random=False))
def test_one_word_in_twenty_replaced_anywhere_leaves_a_near_duplicate(chance: random.Random):
    words = AGENCY.split()
    for place in chance.sample(range(len(words)), len(words) // 20):
        words[place] = "etwas"
    found = likeness(AGENCY, " ".join(words))
    assert found.is_near_duplicate
    assert estimate(*(sketch_of(wording_of([text])) for text in (AGENCY, " ".join(words)))) > 0.3


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str):
    found = likeness(one, other)
    assert 0 <= found.similarity <= found.contained <= 1
    assert likeness(other, one) == found

"""Lists of forms: what is written is read as the same, whatever an editor made of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.knowledge.form_lists import write_forms
from articles.knowledge.forms import LISTS, read_forms
from articles.knowledge.tables import Table
from articles.knowledge.writing import header, rewritten, split, table
from articles.pipeline.knowledge import NameForm

NAME = "Astana"


def read(lists, kind="place"):
    entry = Table(dict(lists), "")
    forms = read_forms(NAME, kind, entry)
    entry.finish()
    return forms


def test_forms_stand_where_a_person_would_write_them():
    forms = [
        NameForm("Astana", "name", "de en"),
        NameForm("Astaná", "name", "de"),
        NameForm("Астана", "name", "ru kk"),
        NameForm("Astana qalasy", "name", "kk-Latn"),
        NameForm("阿斯塔纳"),
        NameForm("Nur-Sultan", "historic", "de", start="2019-03-23", end="2022-09-17"),
        NameForm("Zelinograd", "historic", weak=True),
    ]
    preferred = {"de": "Astana", "ru": "Астана"}
    lists = write_forms(NAME, "place", forms, [NameForm("Asta", "misspelling")], preferred)
    assert lists == {
        "de": ["Astana", "Astaná"],
        "en": ["Astana"],
        "ru": ["Астана"],
        "kk": ["Астана"],
        "native": [
            {"name": "Astana qalasy", "language": "kk-Latn", "from": "", "to": ""},
            "阿斯塔纳",
        ],
        "former": [
            {"name": "Nur-Sultan", "language": "de", "from": "2019-03-23", "to": "2022-09-17"},
            "Zelinograd",
        ],
        "typos": ["Asta"],
        "weak": ["Zelinograd"],
        "off": ["Asta"],
    }


def test_the_order_of_an_entry_is_kept_and_the_house_form_comes_first():
    before = {"de": ["Nur-Sultan", "Astana"], "fr": ["Astana", "Nour-Soultan"]}
    forms = [NameForm(text, "name", "de fr") for text in ("Akmola", "Nour-Soultan", "Astana")]
    lists = write_forms(NAME, "place", forms, [], {"de": "Akmola"}, before)
    assert lists["de"] == ["Akmola", "Astana", "Nour-Soultan"]
    assert lists["fr"] == ["Astana", "Nour-Soultan", "Akmola"]


texts = st.sampled_from([NAME, "Акмола", "SOZ", "Nur-Sultan", "Akmola", "Zelinograd", "Osch"])
languages = st.sampled_from(["", "de", "en", "de en", "en de", "ru kk", "kk-Latn", "kaa de", "fr"])
dates = st.sampled_from(["", "1992", "1998-05", "2019-03-23"])
forms = st.builds(
    NameForm,
    texts,
    st.sampled_from(["name", *LISTS.values()]),
    languages,
    st.booleans(),
    dates,
    dates,
)


@given(
    st.lists(forms, max_size=8, unique_by=lambda form: (form.text, form.kind)),
    st.integers(0, 8),
    st.sampled_from(["place", "organisation"]),
    st.sampled_from(["", "Akmola", "SOZ"]),
)
def test_what_is_written_is_read_as_the_same(known, cut, kind, german):
    in_use, off = known[:cut], known[cut:]
    lists = write_forms(NAME, kind, in_use, off, {"de": german} if german else {})
    back = read(lists, kind)
    assert back.preferred.get("de", "") == german
    assert set(in_use) <= set(back.in_use)
    assert set(off) <= set(back.off)
    # The name itself and the house form are known without being told.
    own = {NAME, german}
    assert {form.text for form in {*back.in_use, *back.off} - {*in_use, *off}} <= own


FILE = """# Opening.

# People first.
[[entity]]
name = "A"   # a remark
lists = [
  "[x]",
]
# Then places.

[[entity]]
name = "B"
# End.
"""


def test_entries_that_nobody_touched_stay_word_for_word():
    assert rewritten(FILE, lambda block: block.text) == FILE
    blocks, rest = split(FILE)
    assert [block.values["entity"][0]["name"] for block in blocks] == ["A", "B"]
    assert rest == "# End.\n"


def test_an_entry_is_written_anew_or_dropped_and_comments_stay():
    written = rewritten(FILE, lambda block: "new = 1\n" if '"A"' in block.text else None)
    assert written == "# Opening.\n\n# People first.\nnew = 1\n# Then places.\n\n# End.\n"


def test_a_section_and_its_tables_are_one_entry():
    first = "[a]\nx = 1\n[[a.policies]]\ny = 1\n[[a.policies]]\ny = 2\n"
    blocks, rest = split(f"{first}\n[b]\nx = 2\n")
    assert [(block.before, block.text) for block in blocks] == [("", first), ("\n", "[b]\nx = 2\n")]
    assert rest == ""


@pytest.mark.parametrize("text", ['"\\', "Zeile\nzwei", "\x7f\x01", "O‘zbekiston 🏔", " a "])
def test_any_text_can_be_written(text):
    (block,) = split(table(header("a b", listed=True), {"x": text, "y": [text], "z": {"k": text}}))[
        0
    ]
    assert block.values == {"a b": [{"x": text, "y": [text], "z": {"k": text}}]}

"""A folder of small data files of our own, to be read, loaded and spoilt by tests."""

import shutil

import pytest

from articles.knowledge import DATA

FILES = {
    "countries.toml": """
        [KZ]
        name = "Kazakhstan"
        focus = true
        de = ["Kasachstan", "Republik Kasachstan"]
        fr = ["Kazakhstan"]
        ru = ["Казахстан", "РК"]
        native = ["Қазақстан"]
        former = ["Kasachische SSR"]
        adjectives = ["kasachisch", "Kazakh"]
        demonyms = ["Kasache", "Kazakh"]
        weak = ["РК"]
        """,
    "entities/people.toml": """
        [[entity]]
        name = "Kassym-Jomart Tokayev"
        kind = "person"
        country = "KZ"
        de = ["Kassym-Schomart Tokajew"]
        surnames = ["Tokajew"]
        typos = ["Tokajev"]
        offices = [{ title = "President", of = "KZ", from = "2019-03-20" }]
        """,
    "topics.toml": """
        [energy]
        en = "Energy"
        de = "Energie"
        medtop = "medtop:20000256"
        [energy.words]
        de = ["Erdgas*|2"]
        """,
    "sources.toml": """
        [karawan]
        name = "Karawan"
        home = "KZ"
        domains = ["karawan.example"]
        [[karawan.policies]]
        policy = "full"
        from = "2020-01-01"
        """,
    "furniture.toml": """
        [[rule]]
        label = "navigation"
        pattern = "startseite$"
        """,
}


@pytest.fixture
def data_folder(tmp_path):
    """Data files that hold one of each, to be spoilt by tests; lists of words are our own."""
    (tmp_path / "entities").mkdir()
    for path in DATA.glob("*.toml"):
        shutil.copy(path, tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spoil(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

"""Write the pages and their gold anew. Usage: .venv/bin/python -m tests.evaluation.html.making

The same texts and skins make the same bytes each time. Gold says what the page states, shown or in its metadata:
`article` are the lines of the article, all else that is visible is furniture.
"""

import json
from collections.abc import Callable
from pathlib import Path

from . import skins_aside, skins_open
from .kit import TEXTS, Kit

HERE = Path(__file__).resolve().parent.parent
#: Pages that declare another encoding than UTF-8 are written in it.
ENCODINGS = {"dle_cp1251": "cp1251", "old_russian": "koi8-r", "interview_magazine": "cp1252"}
#: What a skin leaves out of its page.
GOLD: dict[str, dict[str, object]] = {
    "dle_cp1251": {"address": None},
    "escenic": {"address": None},
    "coremedia": {
        "captions": [
            "Montagehalle in Astana: Hier sollen die Lokomotiven entstehen.",
            "Zug in der Steppe.",
        ]
    },
    "bare": {"address": None, "byline": []},
    "typo3": {"address": None},
    "joomla": {"address": None},
    "bitrix": {"address": None},
    "blogger": {"byline": []},
    "old_russian": {"address": None, "byline": []},
    "president": {"byline": []},
}
#: What a skin adds to the article.
EXTRA = {
    "gazeta": ["Пострадали девять человек, движение восстановлено."],
    "coremedia": ["Zug in der Steppe."],
}


def main() -> None:
    for folder, module, first in (("open", skins_open, 501), ("aside", skins_aside, 551)):
        for number, (skin, text, outlet, domain, path) in enumerate(module.SKINS, first):
            kit = Kit(number, TEXTS[text], outlet, domain, path)
            stem = f"{number}_{skin.__name__}"
            write(HERE / folder / stem, skin, kit)


def write(path: Path, skin: Callable[[Kit], str], kit: Kit) -> None:
    page = skin(kit).encode(ENCODINGS.get(skin.__name__, "utf-8"), "xmlcharrefreplace")
    path.with_suffix(".html").write_bytes(page)
    gold = gold_of(skin.__name__, kit, page.decode(ENCODINGS.get(skin.__name__, "utf-8")))
    path.with_suffix(".json").write_text(
        json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )


def gold_of(skin: str, kit: Kit, page: str) -> dict[str, object]:
    if skin == "listing":
        return {"listing": True, "language": kit.language, "article": []}
    text = kit.text
    body = page[page.lower().index("<body") :]
    head = [text["kicker"], text["headline"], text["standfirst"]]
    return {
        "listing": False,
        "date": text["date"],
        "headline": text["headline"],
        "kicker": text["kicker"] or None,
        "byline": text["byline"],
        "source": kit.outlet,
        "language": text["language"],
        "address": kit.address,
        "article": [line for line in head if line and line in body]
        + [words for _, words in text["parts"]]
        + EXTRA.get(skin, []),
        "crossheads": [
            words for kind, words in text["parts"] if kind == "h2" and not words.endswith("?")
        ],
        "captions": [words for kind, words in text["parts"] if kind == "figure"],
    } | GOLD.get(skin, {})


if __name__ == "__main__":
    main()

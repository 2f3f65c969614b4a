"""Page furniture: whole lines of it, and fragments that scraping glued into running text."""

import pytest

from tests.pipeline.press import BODY, around, label_of, names, page, values

TAIL = [
    # label, line
    ("related", "Lesen Sie auch: Ein Fluss, vier Grenzen"),
    ("related", "Mehr zum Thema"),
    ("related", "Das könnte Sie auch interessieren"),
    ("related", "Read more: A River With Four Borders"),
    ("related", "Related stories"),
    ("related", "Читайте также: Река четырёх границ"),
    ("related", "Lire aussi : Un fleuve, quatre frontières"),
    ("related", "Meistgelesen"),
    ("newsletter", "Abonnieren Sie jetzt unseren kostenlosen Newsletter"),
    ("newsletter", "Sign up for our weekly newsletter"),
    ("newsletter", "Подпишитесь на нашу рассылку"),
    ("share", "Teilen"),
    ("share", "Facebook Twitter WhatsApp E-Mail"),
    ("share", "Artikel drucken"),
    ("share", "Поделиться: Telegram"),
    ("appeal", "Unterstützen Sie unsere Arbeit mit einer Spende"),
    ("appeal", "Support our journalism: donate now"),
    ("appeal", "Поддержите редакцию"),
    ("paywall", "Bereits Abonnent? Hier anmelden"),
    ("paywall", "Already a subscriber? Log in"),
    ("cookie", "Diese Seite verwendet Cookies. Einstellungen"),
    ("cookie", "We use cookies. Read our privacy policy"),
    ("comments", "Kommentare"),
    ("comments", "Kommentare (3)"),
    ("comments", "3 Kommentare"),
    ("comments", "Leave a comment"),
    ("comments", "Оставить комментарий"),
    ("site", "Impressum"),
    ("site", "© 2021 Steppenblatt GmbH. Alle Rechte vorbehalten"),
    ("site", "Все права защищены"),
    ("navigation", "Zurück zur Übersicht"),
    ("navigation", "Back to top"),
    ("navigation", "Schlagworte: Aralsee, Fischerei, Wasser"),
    ("author-box", "Über die Autorin"),
    ("author-box", "More by this author"),
]
HEAD = [
    ("navigation", "Startseite > Politik > Zentralasien"),
    ("navigation", "Home › World › Central Asia"),
    ("navigation", "Главная / Мир / Центральная Азия"),
    ("navigation", "Menü"),
    ("navigation", "Zum Inhalt springen"),
    ("navigation", "Skip to main content"),
    ("navigation", "Anzeige"),
    ("cookie", "Wir nutzen Cookies und bitten um Ihre Einwilligung"),
    ("share", "Lesezeit: 4 Minuten"),
    ("share", "4 min read"),
]


@pytest.mark.parametrize(("label", "line"), TAIL)
def test_furniture_below_the_text_gets_its_label(read, label, line):
    article = read(page(tail=(line,)))
    assert label_of(article, line) == label
    assert values(article.boilerplate) == [line]


@pytest.mark.parametrize(("label", "line"), HEAD)
def test_furniture_above_the_text_gets_its_label(read, label, line):
    article = read(f"{line}\n\n{page()}")
    assert label_of(article, line) == label
    assert article.headline.value == page().split("\n")[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Am Abend lesen die Kinder im Dorf, auch wenn es seit Wochen nur für zwei Stunden Strom gibt.",
        "Er wollte nie teilen, sagt sie, weder das Boot noch das Netz, und schon gar nicht den Fang.",
        "Die Suche nach den Vermissten wurde am Abend bei Einbruch der Dunkelheit wieder abgebrochen.",
        "Ein Kommentar war von der Hafenbehörde bis zum Abend trotz mehrerer Anfragen nicht zu haben.",
        "Die EU unterstützt diese Reform, sagte ein Sprecher in Brüssel.",
        "Viele im Dorf unterstützen den Präsidenten nicht mehr.",
        "Den Bau bezahlt das Land mit einer Spende aus dem Fonds.",
        "Der Newsletter des Ministeriums zählt elf Seiten und verschweigt das Dorf.",
        "Kontakt zur Außenwelt hatten die Bewohner in jenem Winter allein über das Radio des Schulleiters.",
        "Das Abkommen über den Datenschutz, das beide Länder schlossen, gilt nun auch für die Fischerei.",
        "Home for the men of the village is wherever the water happens to be, and it moves every year.",
        "Share prices of the cannery doubled within a week after the first catch was finally landed.",
        "Читать и писать дети здесь учатся зимой, когда на берегу нет работы и день совсем короткий.",
    ],
)
def test_words_of_furniture_inside_long_prose_stay_prose(read, sentence):
    article = read(around(sentence))
    assert label_of(article, sentence) == "body"
    assert article.boilerplate == ()


@pytest.mark.parametrize(
    "promo",
    [
        "Lesen Sie auch: Usbekistan öffnet seine Archive",
        "Lest auch: Usbekistan öffnet seine Archive",
        "Mehr zum Thema: Usbekistan öffnet seine Archive",
        "Lesen Sie dazu: Usbekistan öffnet seine Archive",
    ],
)
def test_a_promo_glued_into_a_paragraph_is_cut_out_and_feeds_nothing(read, promo):
    first, second = BODY["de"]
    article = read(around(f"{first} {promo} {second}"))
    assert [fragment.strip() for fragment in values(article.boilerplate)] == [promo]
    assert label_of(article, second) == "body"
    assert "Uzbekistan" not in names(article)


MINE = (
    "Der Präsident kam am Dienstag in die Hauptstadt, um über den Bau einer Brücke zu verhandeln, und "
    "reiste am Abend ohne Ergebnis wieder ab."
)
WELCOME = (
    "Der Gastgeber nannte das Gespräch dennoch offen und lud seinen Gast ein, im Frühling, wenn die "
    "Pässe wieder frei sind, mit seiner Familie zu kommen."
)
RELATED = [
    "Kasachstan: Grubenbrand mit 46 Toten bei Karaganda",
    "Usbekistan: Explosion in Lagerhaus erschüttert Taschkent",
    "Turkmenistan: Bergwerk nach Methangas-Unglück geschlossen",
]


@pytest.mark.parametrize("headline", RELATED)
def test_a_related_headline_inlined_in_running_text_feeds_nothing(read, headline):
    clean = read(f"Gespräche ohne Ergebnis in Bischkek\n\n{MINE} {WELCOME}\n\n{MINE}\n")
    article = read(
        f"Gespräche ohne Ergebnis in Bischkek\n\n{MINE} {headline} {WELCOME}\n\n{MINE}\n"
    )
    assert label_of(article, headline) == "related"
    assert label_of(article, WELCOME) == "body"
    assert names(article) == names(clean)
    assert values(article.countries_mentioned) == values(clean.countries_mentioned) == ["KG"]
    assert values(article.topics) == values(clean.topics)
    assert "disaster-accident" not in values(article.topics)


def test_furniture_below_feeds_neither_entities_nor_countries_nor_topics(read):
    tail = (
        "Lesen Sie auch: Erdbeben in Almaty fordert Verletzte",
        "Mehr zum Thema: Präsident Tokajew besucht Astana",
    )
    clean, article = read(page()), read(page(tail=tail))
    assert names(article) == names(clean)
    assert article.countries == clean.countries
    assert values(article.topics) == values(clean.topics)

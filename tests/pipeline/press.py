"""Press texts of our own to put lines into, and questions to a reading."""

import pytest

from articles.pipeline.results import Found, ParsedArticle

#: Two paragraphs each, about fishing on the Aral Sea: one place, no person, no date.
BODY = {
    "de": (
        (
            "Am Ufer des Aralsees liegen die Boote wieder im Wasser, und wer früh genug aufsteht, sieht "
            "die Männer mit ihren Netzen hinausfahren."
        ),
        (
            "Noch vor zehn Jahren war das Dorf beinahe leer. Heute kehren die Familien zurück, weil der "
            "Fisch zurückgekehrt ist und die Schule wieder Lehrer hat."
        ),
    ),
    "en": (
        (
            "Boats are back in the water along the shore of the Aral Sea, and anybody who rises early "
            "enough can watch the men row out with their nets."
        ),
        (
            "Ten years ago the village was almost empty. Families are coming home now that the fish have "
            "come home, and the school has found teachers again."
        ),
    ),
    "ru": (
        (
            "На берегу Аральского моря лодки снова стоят на воде, и тот, кто встаёт достаточно рано, "
            "видит, как мужчины уходят с сетями на лов."
        ),
        (
            "Ещё десять лет назад село почти опустело. Теперь семьи возвращаются, потому что вернулась "
            "рыба и в школе опять появились учителя."
        ),
    ),
    "fr": (
        (
            "Sur les rives de la mer d’Aral, les barques sont de nouveau à l’eau, et qui se lève assez "
            "tôt voit les hommes partir avec leurs filets."
        ),
        (
            "Il y a dix ans, le village était presque vide. Les familles reviennent maintenant que le "
            "poisson est revenu et que l’école a retrouvé des maîtres."
        ),
    ),
}
#: A third one.
LAST = {
    "de": (
        "Abends sitzen sie vor der Lagerhalle und flicken die Netze. Die Alten erzählen, die Jungen "
        "hören zu, und niemand sieht auf die Uhr."
    ),
    "en": (
        "In the evening they sit by the warehouse and mend their nets. The old tell stories, the young "
        "listen, and nobody looks at the clock."
    ),
    "ru": (
        "Вечером они сидят у склада и чинят сети. Старики рассказывают, молодые слушают, и никто не "
        "смотрит на часы."
    ),
    "fr": (
        "Le soir, ils s’assoient devant l’entrepôt et réparent les filets. Les anciens racontent, les "
        "jeunes écoutent, et nul ne regarde l’heure."
    ),
}
HEADLINE = {
    "de": "Die Fischer kehren an den See zurück",
    "en": "Fishermen Return to the Shrinking Sea",
    "ru": "Рыбаки возвращаются к большому морю",
    "fr": "Les pêcheurs reviennent sur le rivage",
}


def page(*head: str, tail: tuple[str, ...] = (), language: str = "de") -> str:
    """Return a page: a headline, the lines of `head`, two paragraphs, the lines of `tail`."""
    return "\n\n".join((HEADLINE[language], *head, *BODY[language], *tail)) + "\n"


def around(*middle: str, language: str = "de") -> str:
    """Return a page of three paragraphs with the lines of `middle` before the last."""
    return "\n\n".join((HEADLINE[language], *BODY[language], *middle, LAST[language])) + "\n"


def labelled(article: ParsedArticle) -> list[tuple[str, str]]:
    """Return the printed stretches with their labels, blank ones left out."""
    return [
        (line.span.text_of(article.text.content).strip(), line.label.value)
        for line in article.lines
        if line.label != "blank"
    ]


def label_of(article: ParsedArticle, words: str) -> str:
    """Return the label of the stretch in which `words` begin."""
    where = article.text.content.index(words)
    return next(
        line.label.value for line in article.lines if line.span.start <= where < line.span.end
    )


def value(found: Found[str] | None) -> str | None:
    """Return what was found."""
    return found.value if found else None


def values(found: tuple[Found[str], ...]) -> list[str]:
    """Return what was found, in order."""
    return [one.value for one in found]


def names(article: ParsedArticle) -> set[str]:
    """Return the canonical names of the entities."""
    return {entity.name for entity in article.entities}


def missed(*row: object, why: str) -> object:
    """Return a row of a table that is read wrongly today; it fails as soon as it is read rightly."""
    return pytest.param(*row, marks=pytest.mark.xfail(reason=why))

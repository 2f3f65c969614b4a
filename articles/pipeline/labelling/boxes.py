"""Last paragraphs that tell of the author, the outlet or the text itself: running text that is the page's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .pieces import Piece

#: Author boxes, notes and what an outlet says of itself stand among so many last paragraphs, and are no longer.
LAST, LONGEST = 4, 700
#: The names of an author or an outlet that open such a paragraph are no longer.
_NAME = r"(?:Dr\.? |Prof\.? )*[^\W\d_a-zà-öø-ÿа-яё][\w.’'&/-]*(?:\s(?:von|van|de|für|der|des|of|for|the|und|and|zu|im|in|[^\W\d_a-zà-öø-ÿа-яё(][\w.’'&/)-]*)){0,7}"
_VERB = (
    r"(?:ist|sind|lebt|leben|fotografiert|reist|arbeitet|arbeiten|schreibt|schreiben|berichtet|berichten|studiert|studierte|forscht|forschen|lehrt|"
    r"leitet|promoviert|gehört|setzt\ssich|fördert|informiert|vertritt|versteht\ssich|finanziert\ssich|is|are|has|works|writes|reports|lives|covers|"
    r"teaches|serves|est|sont|vit|travaille|enseigne|écrit|является|живет|живёт|работает|пишет|—|–)"
)
_OPENS = re.compile(rf"(?P<article>Der|Die|Das|The|Le|La)?\s?(?P<name>{_NAME}),?\s{_VERB}\s")
#: Who a page tells of, rather than whom the news is about.
_OF_AUTHORS = re.compile(
    r"\b(?:freie[rn]?\s(?:autor|journalist|fotograf|mitarbeiter)|journalist|korrespondent|redakteur|reporter|autor|publizist|slawist|politikwissenschaft|"
    r"lektor|professor|dozent|wissenschaftliche[rn]?\smitarbeit|research(?:er)?\b|senior|fellow|editor|freelance|writer|correspondent|analyst|lecturer|"
    r"columnist|journaliste|chercheu|correspondant|журналист|корреспондент|автор|редактор|исследовател|forscht|lehrt|schreibt|promoviert|writes|covers)",
    re.IGNORECASE,
)
#: … and what an outlet or a body says of itself.
_OF_OUTLETS = re.compile(
    r"\b(?:weltweit|mitglied|gemeinnützig|unabhängig|überparteilich|verein\b|stiftung|organisation|plattform|portal|magazin|zeitung|nachrichten|"
    r"netzwerk|verband|büros?\b|ländern|standorten|independent|non-?profit|nonpartisan|award-winning|organi[sz]ation|platform|news|network|think tank|"
    r"offices|countries|association|média|indépendant|издание|агентство|организаци|сми\b)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"[\[(*]?\s?(?:Anm(?:erkung|\.)\s(?:d(?:er|\.)\s)?Red|Editor['’]s note|Hinweis der Redaktion|Hinweis:|Transparenz(?:hinweis)?\b|In eigener Sache|"
    r"Korrektur(?:hinweis)?:|Correction:|Disclaimer|Note de la rédaction|От редакции|Примечание|Redaktioneller Hinweis|Über (?:die Autor|den Autor|uns)|"
    r"(?:Der|Die)\s(?:Autor(?:in)?|Autoren|Verfasser(?:in)?|Redakteur(?:in)?|Gastbeitrag)\b|The (?:author|writer)s?\b|L['’]auteure?\b|Автор\b(?! цитаты)|"
    r"Die (?:hier )?(?:geäußerten|vertretenen) |The (?:views|opinions) expressed|Dieser (?:Artikel|Text|Beitrag) (?:erschien|ist|wurde|stammt|entstand)|"
    r"This (?:article|text|story|piece) (?:was|is|appeared|first|originally)|Cet article (?:a été|est)|Эта статья|Материал (?:подготовлен|впервые))",
)
_VERBATIM = re.compile(r"[„“\"«»]")


def of_the_page(lines: Sequence[Piece], prose: Sequence[int], printed: str) -> dict[int, str]:
    """Return which of the last paragraphs tell of the page, by their index in `lines`, and of what.

    `prose` are the indexes of the running text, `printed` the short lines of the page, squeezed: who is told of there and nowhere
    in the article is its author or its outlet.
    """
    found = {}
    for index in reversed(prose[1:][-LAST:]):
        text = lines[index].text
        if len(text) > LONGEST:
            continue
        if _NOTE.match(text):
            found[index] = "note"
        elif kind := _told_of(text, lines, prose, index, printed):
            found[index] = kind
    return found


def _told_of(
    text: str, lines: Sequence[Piece], prose: Sequence[int], index: int, printed: str
) -> str:
    """Return what a paragraph tells of by its opening and its words; "" where it is the article's."""
    opening = _OPENS.match(text)
    if opening is None:
        return ""
    name = opening["name"].split()
    last_word = name[-1]
    told_before = any(last_word in lines[other].text for other in prose if other < index)
    on_page = "".join(name).casefold() in printed
    if (told_before and not on_page) or (_VERBATIM.search(text) and told_before):
        return ""
    if not opening["article"] and len(name) > 1 and _OF_AUTHORS.search(text):
        return "author"
    return "outlet" if on_page and not told_before and _OF_OUTLETS.search(text) else ""

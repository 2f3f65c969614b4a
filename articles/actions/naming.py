"""The names of a reading as rows: mentions of what the desk knows, and questions about what nobody knows yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ..models import Article, Entity, Judgement, Mention, UnknownName
from ..pipeline.names.folding import grouping_key
from .blocks import Reading
from .cleaning import clean_line

NAME_LENGTH = 200


class KnownNames:
    """What the names of readings mean, looked up once for many texts.

    A reading calls an entity as it was called then: since then an editor may have renamed it, merged it into another, or
    judged a name that nobody knew.
    """

    def __init__(self) -> None:
        roots = Entity.objects.all().roots()
        known = list(Entity.objects.values_list("pk", "name", "reference_key"))
        self.entities = {key: roots.get(pk, pk) for pk, _, key in known if key}
        self.entities |= {name: roots.get(pk, pk) for pk, name, _ in known}
        judged = Judgement.objects.everywhere().values_list("form", "entity_id", "verdict")
        verdicts = Judgement.Verdict
        meant: dict[str, set[int]] = {}
        for form, entity, verdict in judged:
            if verdict == verdicts.SAME:
                meant.setdefault(form, set()).add(roots.get(entity, entity))
        # A form that was judged to be one of two namesakes is a question in each new text.
        self.judged = {form: keys.pop() for form, keys in meant.items() if len(keys) == 1}
        self.no_names = {form for form, _, verdict in judged if verdict == verdicts.NO_NAME}


def name_key(name: str, language: str) -> str:
    """Return the key under which the spellings of an unknown name meet, from texts in any language."""
    return grouping_key(name, language)[:NAME_LENGTH]


def standing(keys: Collection[int]) -> dict[int, int]:
    """Return, for each entity, the one that stands for it now, and lock them until the transaction ends.

    So no merge moves the mentions of an entity while another text is filed under it.
    """
    rows = Entity.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys)
    found = dict(rows.order_by("pk").values_list("pk", "merged_into_id"))
    roots = Entity.objects.all().roots() if any(found.values()) else {}
    return {key: roots.get(key, key) for key in found}


def mentions_of(
    article: Article, reading: Reading, names: KnownNames, *, lock: bool = True
) -> list[Mention]:
    """Return a mention for each entity that a reading names, one for each however often and however it is called.

    Whoever only looks and writes nothing needs no `lock`.
    """
    read = [(row, _meant(row, names)) for row in reading["entities"]]
    keys = {key for _, key in read if key}
    now = standing(keys) if lock else {key: key for key in keys}
    mentions: dict[int, Mention] = {}
    for row, key in read:
        if key not in now:
            continue
        mention = mentions.setdefault(
            now[key],
            Mention(
                content_object=article,
                tag_id=now[key],
                rule=row.get("rule", "")[:60] if row["known"] else "judged",
                confidence=row.get("confidence", 1.0) if row["known"] else 1.0,
            ),
        )
        mention.surfaces = list(dict.fromkeys([*mention.surfaces, *row["surface"]]))
        mention.spans = [*mention.spans, *row["spans"]]
    return list(mentions.values())


def meant(reading: Reading, names: KnownNames) -> set[int]:
    """Return the keys of the entities that a reading names, whether they still stand or not."""
    return {key for row in reading["entities"] if (key := _meant(row, names))}


def _meant(row: dict[str, Any], names: KnownNames) -> int | None:
    """Return the entity that a row of a reading means: the one it was read as, or was judged to be since."""
    return (names.entities if row["known"] else names.judged).get(row["name"])


def unknown_names_of(
    article: Article, reading: Reading, names: KnownNames
) -> Iterator[UnknownName]:
    """Yield a question for each name of a reading that nobody knows and no editor has judged."""
    for row in reading["entities"]:
        name = clean_line(row["name"], NAME_LENGTH)
        if row["known"] or not name or name in names.no_names or row["name"] in names.judged:
            continue
        yield UnknownName(
            article=article,
            name=name,
            key=name_key(name, article.language),
            kind=row["kind"],
            surfaces=row["surface"],
            spans=row["spans"],
            candidates=list(row.get("candidates", [])),
            rule=row.get("rule", "")[:60],
            confidence=row.get("confidence", 1.0),
            warning=row.get("warning", "")[:60],
        )
